"""The report's typefaces: Source Sans 3 and Source Serif 4 Display, with Noto Sans and its symbols for what they lack.

The same files serve the PDF and, as subsets, the HTML report. `coverage.json` lists the characters that at least one
of them shows, as inclusive ranges of code points; `python -m eva.rendering.fonts` writes it anew from the fonts.
"""

import json
from functools import cache
from pathlib import Path

TEXT_FAMILY = "Source Sans 3"


def fonts_folder() -> Path:
    """The folder with the fonts (OTF and TTF) and their licences."""
    return Path(__file__).parent


@cache
def coverage() -> tuple[tuple[int, int], ...]:
    """The code points that the fonts show, as inclusive ranges in ascending order."""
    ranges = json.loads((fonts_folder() / "coverage.json").read_text(encoding="ascii"))
    return tuple((first, last) for first, last in ranges)
