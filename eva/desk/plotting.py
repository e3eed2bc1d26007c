"""Plotting: the script of Plotly from the package that is installed, so that no other machine is asked for it."""

import gzip
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

ADDRESS = f"/plotly-{version('plotly')}.min.js"
"""Where the app serves it; the version stands in it, so that a browser may keep the script for ever."""


def script() -> bytes:
    """The script as it stands in the package; raises ModuleNotFoundError."""
    found = find_spec("plotly")
    if found is None or found.origin is None:
        raise ModuleNotFoundError(name="plotly")
    return (Path(found.origin).parent / "package_data" / "plotly.min.js").read_bytes()


@cache
def packed_script() -> bytes:
    """The same in a third of the bytes (gzip), packed once for the life of the process."""
    return gzip.compress(script(), 6)
