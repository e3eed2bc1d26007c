"""The heat map: sign and word in every cell, the harm beside the benefit, and what is not known."""

from eva.locale import words
from eva.rendering.charts.heat import heat_map
from eva.report_parts import HeatRow, Text
from tests.unit.rendering.charts.drawn import alternative, cell, drawings, told, words_of

FI = words("fi")
VE0, VE1 = alternative("VE0"), alternative("VE1")


def row(group: str, *cells: object) -> HeatRow:
    return HeatRow(Text(group, "fi"), cells)  # type: ignore[arg-type] # cells of the builder


def test_a_cell_says_harm_and_benefit_side_by_side_and_nets_nothing() -> None:
    (svg,) = drawings(heat_map([row("Lapset", cell("neg3", "pos3"))], [VE1], FI))
    assert "−3 vakava haitta" in words_of(svg)
    assert "+3 suuri hyöty" in words_of(svg)


def test_a_harm_that_a_measure_eases_says_both() -> None:
    (svg,) = drawings(heat_map([row("Lapset", cell("neg3", rest="neg1"))], [VE1], FI))
    assert "−3 vakava haitta" in words_of(svg)
    assert "toimien jälkeen" in words_of(svg)
    assert "−1 lievä haitta" in words_of(svg)


def test_what_is_not_known_is_hatched_and_said() -> None:
    (known,) = drawings(heat_map([row("Lapset", cell("neg1"))], [VE1], FI))
    (unknown,) = drawings(heat_map([row("Lapset", cell(unknown=2))], [VE1], FI))
    assert not list(known.iter("path"))
    assert list(unknown.iter("path"))
    assert "? 2 ei tiedetä" in words_of(unknown)


def test_a_group_that_follows_everyone_says_so() -> None:
    (svg,) = drawings(heat_map([row("Lapset", cell("neg1", inherited=True))], [VE1], FI))
    assert "kuten kaikki" in words_of(svg)


def test_the_description_names_the_worst_harm_and_all_whom_it_hits() -> None:
    rows = [row("Lapset", cell("zero"), cell("neg2")), row("Nuoret", cell("neg2"), cell("neg1"))]
    (svg,) = drawings(heat_map(rows, [VE0, VE1], FI))
    assert told(svg).endswith("Suurin haitta on −2 selvä haitta: VE0: Nuoret; VE1: Lapset.")


def test_the_description_says_that_there_is_no_harm() -> None:
    (svg,) = drawings(heat_map([row("Lapset", cell(benefit="pos1"))], [VE1], FI))
    assert told(svg).endswith("Haittoja ei ole todettu.")


def test_more_alternatives_than_fit_side_by_side_follow_in_a_further_figure() -> None:
    alternatives = [alternative(f"VE{number}") for number in range(6)]
    first, second = drawings(heat_map([row("Lapset", *[cell("neg1")] * 6)], alternatives, FI))
    assert "VE2" in words_of(first)
    assert "VE3" not in words_of(first)
    assert "VE3" in words_of(second)
    assert "VE5" in words_of(second)


def test_an_open_red_flag_stands_beside_its_alternative() -> None:
    (svg,) = drawings(heat_map([row("Lapset", cell("neg3"))], [alternative("VE1", open_flags=2)], FI))
    assert "2 avointa hälytystä" in words_of(svg)


def test_a_group_written_in_another_language_says_which() -> None:
    (svg,) = drawings(heat_map([HeatRow(Text("Barn", "sv"), (cell("neg1"),))], [VE1], FI))
    assert [each.text for each in svg.iter("text") if each.attrib.get("lang") == "sv"] == ["Barn"]


def test_nothing_is_drawn_of_nothing() -> None:
    assert heat_map([], [VE1], FI) == ""
    assert heat_map([row("Lapset")], [], FI) == ""
