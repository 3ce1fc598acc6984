"""Charts of relations, made with Altair: the only part that imports it.

A chart is a value of Altair: it displays in Jupyter, and `save` writes it without a browser or the net.
"""

from __future__ import annotations

from detente.charts.courses import course_chart
from detente.charts.displayed import Displayed, save
from detente.charts.networks import network_chart

__all__ = ["Displayed", "course_chart", "network_chart", "save"]
