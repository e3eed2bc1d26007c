"""The look of text in the Word file: its labels and boxes, and what a run of text looks like."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from eva.rendering.docx.skin import Skin
from eva.rendering.palette import ACCENT, ALARM, AMBER, INK, MUTED, RATINGS, RECOMMENDED, SHADE, WHITE, Tint


@dataclass(frozen=True, slots=True)
class Frame:
    """Colours of a box: its ground, the rule at its left with its pattern, and its other sides, "" for none."""

    fill: str
    rule: str
    side: str = ""
    pattern: str = "single"


LABELS: Mapping[str, str] = MappingProxyType(
    {
        "flag": ALARM,
        "answered": ALARM,
        "missing": AMBER,
        "caution": AMBER,
        "info": MUTED,
        "result": ACCENT,
        "recommended": ACCENT,
        "draft": INK,
    },
)

FRAMES: Mapping[str, Frame] = MappingProxyType(
    {
        "flag": Frame("fdf3ef", ALARM, "e3b9a9"),
        "answered": Frame(WHITE, ALARM, "e3b9a9"),
        "missing": Frame(WHITE, AMBER, "dccba6", "dashed"),
        "caution": Frame("fdf8ec", AMBER, "dccba6"),
        "info": Frame(SHADE, "8b949e"),
        "result": Frame(RECOMMENDED, ACCENT, "b8cfe0"),
    },
)

_SOLID = frozenset({"flag", "draft"})
_OUTLINED = frozenset({"unknown", "open", "none"})


@dataclass(frozen=True, slots=True)
class Look:
    """How a run of text looks; `base` is the size of its paragraph's style and `lang` "" the report's language."""

    size: float = 10
    base: float = 10
    bold: bool = False
    italic: bool = False
    colour: str = ""
    shade: Tint | None = None
    border: str = ""
    raised: str = ""
    lang: str = ""
    code: bool = False
    link: bool = False
    nowrap: bool = False


PLAIN = Look()


def rating_of(classes: Iterable[str]) -> Tint | None:
    """The colours of the rating that is named among the classes."""
    return next((RATINGS[name] for name in classes if name in RATINGS), None)


def badge_of(classes: Iterable[str], skin: Skin) -> tuple[Tint, str]:
    """Colours and border of a badge: of its rating, or of its label."""
    names = tuple(classes)
    rating = rating_of(names)
    if rating:
        return rating, MUTED if _OUTLINED.intersection(names) else ""
    label = next((name for name in names if name in LABELS), "")
    colour = skin.paint(LABELS.get(label, MUTED))
    return (Tint(colour, WHITE) if label in _SOLID else Tint(WHITE, colour)), colour
