"""The palette (väripaletti) of files that cannot read the style of the PDF: its colours, as six hexadecimal digits.

Everything holds without colour: words and signs carry the meaning.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

INK = "1a1e23"
ACCENT = "143d5c"
MUTED = "545c66"
HAIRLINE = "c8cdd3"
SHADE = "f3f5f7"
ALARM = "9c2f12"
AMBER = "8a5a00"
WHITE = "ffffff"
RECOMMENDED = "eff5fa"
HATCH = "cfd4da"
PALE = "f1f2f4"


@dataclass(frozen=True, slots=True)
class Tint:
    """Colours of a shaded part: its ground and its letters; `hatch` draws light lines over the ground."""

    fill: str
    text: str = INK
    hatch: str = ""


RATINGS: Mapping[str, Tint] = MappingProxyType(
    {
        "neg3": Tint("9c3a12", WHITE),
        "neg2": Tint("f0b08c"),
        "neg1": Tint("fbe5d8"),
        "zero": Tint("eef0f2"),
        "pos1": Tint("dfebf5"),
        "pos2": Tint("a5c9e4"),
        "pos3": Tint("1c5a87", WHITE),
        "unknown": Tint(WHITE, hatch=HATCH),
        "open": Tint(WHITE, MUTED),
        "none": Tint(WHITE, MUTED),
    },
)
