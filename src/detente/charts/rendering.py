"""Charts as files: a Vega-Lite specification as SVG or PNG without a browser, and the scripts that a browser needs."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from importlib import metadata
from pathlib import Path
from typing import Any

from detente.charts.colours import DARK

_PIXELS_PER_POINT = 2.0


def svg(spec: Mapping[str, Any]) -> str:
    """The chart as SVG."""
    import vl_convert  # here because it starts an engine for JavaScript

    drawn: str = vl_convert.vegalite_to_svg(json.dumps(spec))
    return drawn


def png(spec: Mapping[str, Any]) -> bytes:
    """The chart as PNG, at twice its size."""
    import vl_convert

    drawn: bytes = vl_convert.vegalite_to_png(json.dumps(spec), scale=_PIXELS_PER_POINT)
    return drawn


def scripts(folder: Path) -> Path:
    """The file in a folder with Vega, Vega-Lite and Vega-Embed as one script, made if it is not there yet.

    It takes some seconds to make, so it is kept under the version of the package that it comes from.
    """
    import vl_convert

    version = f"{vl_convert.get_vega_version()}-{metadata.version('vl-convert-python')}"
    file = folder / f"vega-{re.sub(r'[^0-9a-z.-]', '', version)}.js"
    if not file.exists():
        folder.mkdir(parents=True, exist_ok=True)
        draft = file.with_suffix(".unfinished")
        draft.write_text(vl_convert.javascript_bundle(None), "utf-8")  # type: ignore[arg-type] # the stub is wrong
        draft.replace(file)
    return file


def dark(spec: Any) -> Any:
    """The same specification with each colour of ours replaced by its partner on a dark ground."""
    if isinstance(spec, Mapping):
        # data are not colours, whatever their words
        return {key: value if key in ("values", "datasets") else dark(value) for key, value in spec.items()}
    if isinstance(spec, list):
        return [dark(value) for value in spec]
    return DARK.get(spec, spec) if isinstance(spec, str) else spec
