"""Charts of relations, made with Altair: the only part that imports it.

A chart is a value of Altair: it displays in Jupyter, and `save` writes it without a browser or the net.
"""
