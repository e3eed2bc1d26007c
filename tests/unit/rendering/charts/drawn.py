"""What charts are read by in tests: the drawings in a chart, their words, and parts to draw from."""

import re
from xml.etree import ElementTree as ET

from eva.report_parts import AlternativeFacts, HeatCell, Mark, Money, Text

_NOTHING = Money(None, None, None, None, None, None)
_WORDS = {
    "neg3": ("−3", "vakava haitta"),
    "neg2": ("−2", "selvä haitta"),
    "neg1": ("−1", "lievä haitta"),
    "zero": ("0", "ei vaikutusta"),
    "pos1": ("+1", "lievä hyöty"),
    "pos2": ("+2", "selvä hyöty"),
    "pos3": ("+3", "suuri hyöty"),
}


def drawings(chart: str) -> list[ET.Element]:
    """The drawings of a chart, each with its description."""
    return [ET.fromstring(svg) for svg in re.findall(r"<svg.*?</svg>", chart)]  # noqa: S314  our own drawing


def words_of(svg: ET.Element) -> str:
    """Everything that a drawing says in letters."""
    return " ".join(" ".join(each.itertext()) for each in svg.iter("text")).replace("\xa0", " ")


def told(svg: ET.Element) -> str:
    """The title and the description of a drawing, which become its alternative text."""
    return " ".join(each.text or "" for tag in ("title", "desc") for each in svg.iter(tag)).replace("\xa0", " ")


def mark(level: str) -> Mark:
    """A step of the scale by its class."""
    return Mark(level, *_WORDS[level])


def alternative(label: str, *, open_flags: int = 0) -> AlternativeFacts:
    """An alternative without money."""
    return AlternativeFacts(label, Text(label, "fi"), None, False, False, _NOTHING, open_flags)


def cell(
    harm: str = "",
    benefit: str = "",
    *,
    rest: str = "",
    unknown: int = 0,
    ends: tuple[str, str] | None = None,
    inherited: bool = False,
) -> HeatCell:
    """A cell by the classes of its marks."""
    return HeatCell(
        tint=harm or benefit or "unknown",
        harm=mark(harm) if harm else None,
        benefit=mark(benefit) if benefit else None,
        rest=mark(rest) if rest else None,
        unknown=unknown,
        unanswered=0,
        ends=(mark(ends[0]), mark(ends[1])) if ends else None,
        inherited=inherited,
    )


def bars(svg: ET.Element) -> list[tuple[float, float]]:
    """Where each bar begins and how wide it is."""
    return [(float(each.attrib["x"]), float(each.attrib["width"])) for each in svg.iter("rect")]
