"""The timeline: days at their distance, in rows with words, shapes that need no colour."""

import re
from datetime import date

import pytest

from eva.locale import words
from eva.rendering.charts.days import timeline
from eva.report_parts import Text
from eva.report_timeline import KINDS, Event, Kind
from tests.unit.rendering.charts.drawn import drawings, told, words_of

FI = words("fi")


def event(day: str, kind: Kind = "heard", what: str | None = None) -> Event:
    return Event(date.fromisoformat(day), kind, Text(what, "fi") if what else None)


def signs(chart: str) -> list[float]:
    return [float(each) for each in re.findall(r'<path transform="translate\(([\d.]+) 24\)"', chart)]


def test_days_stand_at_their_distance_from_each_other() -> None:
    first, second, third = signs(timeline([event("2026-01-01"), event("2026-01-11"), event("2026-01-31")], FI))
    assert (third - first) == pytest.approx(3 * (second - first), abs=0.3)


def test_each_day_is_written_out_with_what_it_is() -> None:
    (svg,) = drawings(timeline([event("2026-01-11", "heard", "Nuorisovaltuusto"), event("2026-03-02", "decided")], FI))
    assert "11.1.2026  kuultu" in words_of(svg)
    assert "Nuorisovaltuusto" in words_of(svg)
    assert "2.3.2026  päätös" in words_of(svg)


def test_the_description_says_where_it_begins_and_ends() -> None:
    (svg,) = drawings(timeline([event("2026-01-11"), event("2026-03-02", "decided")], FI))
    assert "11.1.2026 kuultu, viimeisenä 2.3.2026 päätös" in told(svg)


def test_years_are_marked_on_a_long_scale() -> None:
    (svg,) = drawings(timeline([event("2026-11-11"), event("2028-03-02")], FI))
    assert "2027 2028" in words_of(svg)


def test_on_a_very_long_scale_the_numbers_of_years_do_not_touch() -> None:
    (svg,) = drawings(timeline([event("1990-01-02"), event("2060-03-02")], FI))
    assert 2 < len(re.findall(r"\b\d{4}\b", words_of(svg).split(" 2.1.1990")[0])) < 10


def test_a_long_text_is_shortened_as_the_table_has_all_of_it() -> None:
    (svg,) = drawings(timeline([event("2026-01-11", "measure", "Koulukyyti " * 20), event("2026-03-02")], FI))
    assert "…" in words_of(svg)


def test_every_kind_has_a_shape_of_its_own() -> None:
    days = [event(f"2026-01-{day:02}", kind) for day, kind in enumerate(KINDS, start=1)]
    shapes = re.findall(r'24\)" (d=".*?" fill="#\w+")', timeline(days, FI))
    assert len(set(shapes)) == len(KINDS)


def test_nothing_is_drawn_where_all_is_on_one_day() -> None:
    assert timeline([event("2026-01-11"), event("2026-01-11", "decided")], FI) == ""
    assert timeline([], FI) == ""
