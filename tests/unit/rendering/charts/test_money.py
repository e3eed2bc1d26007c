"""Charts: what they draw, and that they say it in words."""

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import pytest

from eva.locale import words
from eva.rendering.charts.frame import WIDTH
from eva.rendering.charts.money import money_chart
from eva.report_parts import AlternativeFacts, Money, Text

FI = words("fi")


def alternative(label: str, external: str | None, internal: str | None) -> AlternativeFacts:
    parts = [None if each is None else Decimal(each) for each in (external, internal)]
    per_year = sum((each for each in parts if each is not None), Decimal(0)) if external is not None else Decimal(-100)
    money = Money(None, per_year, parts[1], parts[0], None, None)
    return AlternativeFacts(label, Text(label, "fi"), None, zero=False, recommended=False, money=money, open_flags=0)


def drawing(*alternatives: AlternativeFacts) -> ET.Element:
    svg = re.search(r"<svg.*</svg>", money_chart(alternatives, FI))
    assert svg is not None
    return ET.fromstring(svg[0])  # noqa: S314  our own drawing


def bars(svg: ET.Element) -> list[tuple[float, float]]:
    return [(float(rect.attrib["x"]), float(rect.attrib["width"])) for rect in svg.iter("rect")]


def test_the_external_and_the_internal_part_stand_end_to_end() -> None:
    (external, internal) = bars(drawing(alternative("VE1", "-1000", "-3000")))
    assert external[1] * 3 == pytest.approx(internal[1], abs=0.5)
    assert internal[0] + internal[1] == pytest.approx(external[0], abs=0.2)


def test_savings_stand_left_of_the_line_and_costs_right() -> None:
    svg = drawing(alternative("VE1", "-1000", "400"), alternative("VE2", "500", "-100"))
    line = next(svg.iter("line"))
    axis = float(line.attrib["x1"])
    saved, charged, spent, freed = bars(svg)
    assert saved[0] + saved[1] == pytest.approx(axis, abs=0.2)
    assert charged[0] == spent[0] == pytest.approx(axis, abs=0.2)
    assert freed[0] < axis
    assert all(x >= 0 and x + width <= WIDTH for x, width in bars(svg))


def test_what_is_not_specified_is_dashed_and_said() -> None:
    svg = drawing(alternative("VE1", "-1000", "-3000"), alternative("VE2", None, None))
    assert ["stroke-dasharray" in rect.attrib for rect in svg.iter("rect")] == [False, False, True]
    assert "VE2: erittelemättä −100" in " ".join(each.text or "" for each in svg.iter("desc")).replace("\xa0", " ")


def test_it_has_a_title_and_says_every_figure_in_words() -> None:
    svg = drawing(alternative("VE1", "-4200", "-27800"))
    said = " ".join(each.text or "" for tag in ("title", "desc") for each in svg.iter(tag)).replace("\xa0", " ")
    assert said == "Vuosittainen muutos vaihtoehdoittain VE1: ulkoiset −4 200 €, sisäiset −27 800 €"


@pytest.mark.parametrize("parts", [[], [("0", "0")], [("-5", "0")], [(None, None)]])
def test_nothing_is_drawn_where_the_table_says_it_better(parts: list[tuple[str | None, str | None]]) -> None:
    assert money_chart([alternative("VE1", *each) for each in parts], FI) == ""


def test_a_label_cannot_break_out_of_the_drawing() -> None:
    assert "<script" not in money_chart([alternative("<script>", "-1", "-1")], FI)
