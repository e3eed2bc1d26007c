"""Rank acceptability: each place with its share, whole and with its number beside the colour."""

import re
from typing import Any

import numpy as np

from eva.smaa import Confidence, Smaa
from eva.ui.present.ranks import confidence_told, ranks_diagram, ranks_legend, ranks_table
from eva.ui.present.reading import Reading
from eva.weighing import weigh
from tests.builders import no_effect, rated
from tests.readings import told
from tests.unit.ui.present.comparisons import compared

ANSWERS = {"daily_life": rated(ve0=-3, ve1=0, ve2=0), "money": rated(ve0=1, ve1=0, ve2=0)}


def weighed(answers: dict[str, Any]) -> tuple[Reading, Smaa]:
    reading = compared(answers)
    found = weigh(reading.card, np.random.default_rng(1), 1000)
    assert found is not None
    return reading, found.all


def test_the_parts_of_a_line_are_all_of_the_weights() -> None:
    traces = ranks_diagram(*weighed(ANSWERS)).traces
    assert [each["name"] for each in traces] == ["place 1", "place 2", "place 3"]
    assert np.allclose(np.sum([each["x"] for each in traces], axis=0), 1)


def test_each_part_carries_the_number_of_its_place() -> None:
    for rank, trace in enumerate(ranks_diagram(*weighed(ANSWERS)).traces):
        assert all(
            text.startswith(f"{rank + 1}: ") == bool(part) for text, part in zip(trace["text"], trace["x"], strict=True)
        )
    assert told(ranks_legend(*weighed(ANSWERS))) == "place 1 place 2 place 3"


def test_the_table_has_the_shares_of_the_chart_with_the_flags_of_each_name() -> None:
    reading, result = weighed(ANSWERS)
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</tr>", ranks_table(reading, result))
    assert told(rows[0]).startswith("VE0 1 open flag ")
    first = [trace["text"][0].partition(": ")[2] for trace in ranks_diagram(reading, result).traces]
    assert all(each in told(rows[0]) for each in first if each)


def test_the_sentence_says_who_is_first_how_often() -> None:
    sentence = ranks_diagram(
        *weighed({"daily_life": rated(ve0=-3, ve1=0, ve2=-3), "money": no_effect("ve0", "ve1", "ve2")})
    ).sentence
    assert sentence == "Share of the sets of weights in which each is first – VE0 ⚑1: 0 %, VE1: 100 %, VE2 ⚑1: 0 %."


def test_a_confidence_stands_with_its_own_error() -> None:
    assert confidence_told(Confidence(0.934, 0.0051)) == "93 % ±1"
    assert confidence_told(Confidence(0.934, None)) == "93 % ±?"
    assert confidence_told(None) == "–"
