"""The report's typefaces: Source Sans 3 and Source Serif 4 Display, with Noto Sans and its symbols for what they lack.

The same files serve the PDF and, as subsets, the HTML report. `coverage.json` lists the characters that they show,
as inclusive ranges of code points; `python -m eva.rendering.fonts` writes it anew from the fonts.
"""

import json
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeAlias

TEXT_FAMILY, DISPLAY_FAMILY = "Source Sans 3", "Source Serif 4 Display"
Ranges: TypeAlias = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Code points that the fonts show, as inclusive ascending ranges.

    `shown`: in at least one font; `marks`: the combining marks among them; `families`: for each text family what all
    its styles show, since a letter and its marks must come from one font.
    """

    shown: Ranges
    marks: Ranges
    families: tuple[Ranges, ...]


def fonts_folder() -> Path:
    """The folder with the fonts (OTF and TTF) and their licences."""
    return Path(__file__).parent


@cache
def coverage() -> Coverage:
    """What the bundled fonts show."""
    found = json.loads((fonts_folder() / "coverage.json").read_text(encoding="ascii"))
    return Coverage(_ranges(found["shown"]), _ranges(found["marks"]), tuple(_ranges(f) for f in found["families"]))


def _ranges(pairs: list[list[int]]) -> Ranges:
    return tuple((first, last) for first, last in pairs)
