"""Bars of places: each share of the weights in its width, its number and its words."""

import pytest

from eva.locale import words
from eva.rendering.charts.frame import MARGIN, RIGHT
from eva.rendering.charts.ranks import rank_bars
from eva.report_weighed import Placed, Share, Weighed
from tests.unit.rendering.charts.drawn import alternative, bars, drawings, told, words_of

FI = words("fi")


def shares(*values: float) -> tuple[Share, ...]:
    return tuple(Share(value, f"{100 * value:.0f} %") for value in values)


def weighed(*places: tuple[float, ...], open_flags: int = 0) -> Weighed:
    placed = tuple(
        Placed(alternative(f"VE{number}", open_flags=open_flags), shares(*each), Share(0, "0 %"), None, open=False)
        for number, each in enumerate(places)
    )
    return Weighed(10_000, 1, "0,5", placed, (), nothing_left=False)


def test_a_bar_is_divided_as_the_places_are() -> None:
    (svg,) = drawings(rank_bars(weighed((0.75, 0.25)), FI))
    first, second = bars(svg)
    assert first[1] == pytest.approx(3 * second[1], abs=0.3)
    assert first[0] + first[1] == pytest.approx(second[0], abs=0.2)
    assert second[0] + second[1] == pytest.approx(RIGHT, abs=0.2)
    assert first[0] == MARGIN


def test_a_place_that_it_never_takes_is_not_drawn() -> None:
    (svg,) = drawings(rank_bars(weighed((0, 1)), FI))
    assert len(bars(svg)) == 1
    assert "1. sija" not in words_of(svg)
    assert "2. sija: 100 %" in words_of(svg)


def test_a_share_too_small_for_its_number_still_has_its_words() -> None:
    (svg,) = drawings(rank_bars(weighed((0.99, 0.01)), FI))
    assert "2. sija: 1 %" in words_of(svg)
    assert [each.text for each in svg.iter("text") if each.attrib.get("text-anchor") == "middle"] == ["1."]


def test_the_description_says_every_share() -> None:
    (svg,) = drawings(rank_bars(weighed((0.75, 0.25), (0.25, 0.75)), FI))
    assert told(svg).endswith("VE0: 1. sija: 75 %, 2. sija: 25 %. VE1: 1. sija: 25 %, 2. sija: 75 %.")


def test_an_open_red_flag_stands_beside_its_alternative() -> None:
    (svg,) = drawings(rank_bars(weighed((1,), open_flags=1), FI))
    assert "1 avoin hälytys" in words_of(svg)
