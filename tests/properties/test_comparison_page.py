"""The comparison on the screen: chart, table, file and `eva compare --json` tell the same, whatever was answered.

The cells of that command are made by `cells_data`. Also: Plotly itself takes what is drawn.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

import numpy as np
import plotly.graph_objects as go
from hypothesis import given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.cli.case_file import CaseFile
from eva.cli.compare_data import compare_data
from eva.cli.compared import compared
from eva.cli.names import Names
from eva.cli.score_data import cells_data
from eva.locale import words
from eva.shares import share
from eva.ui.form import Form
from eva.ui.present.bars import bars_diagram, bars_table
from eva.ui.present.choices import IMPORTANCES, Choices
from eva.ui.present.diagrams import Diagram
from eva.ui.present.effects_map import map_diagram
from eva.ui.present.heat_map import table
from eva.ui.present.ranks import confidence_told, ranks_diagram, ranks_table
from eva.ui.present.reading import Reading
from eva.weighing import SEED, weigh
from eva.weight_statements import statements_of
from tests.builders import a_vocabulary
from tests.properties.profile_cases import ALTERNATIVES, CHECKLIST, KNOWN, assessments
from tests.readings import SCALES, opened, told

SIGN = re.compile(r"<b>([−+]?\d|\?|…)</b>")
choices = st.builds(
    Choices, st.dictionaries(st.sampled_from(("wellbeing", "economy")), st.sampled_from(IMPORTANCES)), st.just({})
)


def read(assessment: Assessment) -> Reading:
    return Reading(Form(opened(assessment, CHECKLIST), words("fi")))


def data_of(assessment: Assessment, line: str) -> dict[str, Any]:
    """What the command tells with `--json` for these statements."""
    case = CaseFile(assessment, KNOWN, a_vocabulary(**SCALES))
    found: dict[str, Any] = json.loads(json.dumps(compare_data(compared(case, line), Names(case, words("fi")))))
    return found


def seen(figure: dict[str, int]) -> int | None:
    """A figure as it is shown: what is 0 so far and may still change is nobody's 0."""
    return None if figure["value"] == 0 and figure["low"] != figure["high"] else figure["value"]


def cells_of(markup: str) -> Iterator[str]:
    """What can be seen of each cell of a table before it is opened, in the order of the rows."""
    for cell in re.findall(r"<td[^>]*>(.*?)</td>", markup, re.DOTALL):
        yield cell.split("</summary>")[0]


@settings(max_examples=40, deadline=None)
@given(assessments())
def test_the_heat_map_the_table_and_the_command_have_the_same_figures(assessment: Assessment) -> None:
    reading = read(assessment)
    cells = {
        (each["perspective"], *each["groups"], each["alternative"]): each
        for each in cells_data(reading.card, reading.explain)
    }
    (trace,) = map_diagram(reading).traces
    tiles = [value for value, place in zip(trace["z"], trace["customdata"], strict=True) if place is not None]
    shown = list(cells_of(table(reading, reading.card, "", "", reading.reader.perspective)))
    rows = map_diagram(reading).rows[1:]
    assert len(tiles) == 2 * len(shown) == 2 * len(rows)
    for at, (face, row) in enumerate(zip(shown, rows, strict=True)):
        cell = next(each for each in cells.values() if named(reading, each) == row[:3])
        if not any(one["applies"] for one in cell["contributions"]):
            assert (tiles[2 * at], tiles[2 * at + 1], row[3]) == (None, None, None)
            continue
        assert tiles[2 * at : 2 * at + 2] == [seen(cell["harm"]), seen(cell["benefit"])]
        assert (row[3], row[5]) == (seen(cell["harm"]), seen(cell["benefit"]))
        assert signs(reading, cell) <= set(SIGN.findall(face))


def named(reading: Reading, cell: dict[str, Any]) -> tuple[str, str, str]:
    reader = reading.reader
    group = reader.group(tuple(cell["groups"])).text
    return reader.perspective(cell["perspective"]).text, group, reader.label(cell["alternative"])


def signs(reading: Reading, cell: dict[str, Any]) -> set[str]:
    return {reading.reader.mark(cell[side]["value"]).sign for side in ("harm", "benefit") if cell[side]["value"]}


@settings(max_examples=40, deadline=None)
@given(assessments())
def test_bars_their_table_and_the_command_have_the_same_figures(assessment: Assessment) -> None:
    reading = read(assessment)
    diagram = bars_diagram(reading)
    traces = {each["name"]: each["x"] for each in diagram.traces}
    shown = list(cells_of(bars_table(reading)))
    cells = cells_data(reading.card, reading.explain)
    places = [(perspective, each) for perspective in reading.card.perspectives for each in ALTERNATIVES]
    for at, (perspective, alternative) in enumerate(places):
        own = [each for each in cells if (each["perspective"], each["alternative"]) == (perspective, alternative)]
        harm, low = (min(each["residual_harm"][end] for each in own) for end in ("value", "low"))
        benefit, high = (max(each["benefit"][end] for each in own) for end in ("value", "high"))
        assert (traces["harm"][at], traces["benefit"][at]) == (harm, benefit)
        assert (traces["harm open"][at], traces["benefit open"][at]) == (low - harm, high - benefit)
        if SIGN.search(shown[at]):
            written = {reading.reader.mark(value).sign for value in (harm, benefit) if value}
            assert written <= set(SIGN.findall(shown[at]))


@settings(max_examples=12, deadline=None)
@given(assessments(), choices)
def test_places_their_table_and_the_command_have_the_same_shares(assessment: Assessment, chosen: Choices) -> None:
    reading = read(assessment)
    perspectives = reading.card.perspectives
    line = chosen.line(perspectives)
    found = weigh(reading.card, np.random.default_rng(SEED), statements=statements_of(line, perspectives))
    told_by_command = data_of(assessment, line)["weights"]
    if found is None:
        assert told_by_command is None
        return
    for result, data in (
        (found.all, told_by_command["with_unknowns_drawn"]),
        (found.without_unknowns, told_by_command["without_unknowns"]),
    ):
        if result is None:
            assert data is None
            continue
        diagram = ranks_diagram(reading, result)
        shares = [list(each) for each in zip(*(trace["x"] for trace in diagram.traces), strict=True)]
        assert shares == [each["rank_acceptability"] for each in data["alternatives"]]
        body = ranks_table(reading, result).split("<tbody>")[1]
        for row, each, standing in zip(body.split("</tr>"), data["alternatives"], result.standings, strict=False):
            shown = [told(cell) for cell in re.findall(r"<td[^>]*>(.*?)</td>", row)]
            expected = [share(one) for one in (*each["rank_acceptability"], each["tied"])]
            assert shown == [one.replace("<", "&lt;").replace(">", "&gt;") for one in expected] + [
                confidence_told(standing.confidence).replace("<", "&lt;").replace(">", "&gt;")
            ]


@settings(max_examples=15, deadline=None)
@given(assessments())
def test_plotly_takes_every_chart(assessment: Assessment) -> None:
    reading = read(assessment)
    found = weigh(reading.card, np.random.default_rng(SEED), 1000)
    diagrams = [map_diagram(reading), bars_diagram(reading)]
    if found is not None:
        diagrams.append(ranks_diagram(reading, found.all))
    for diagram in diagrams:
        figure(diagram)


def figure(diagram: Diagram) -> go.Figure:
    """The chart as Plotly reads it, which raises ValueError for what it does not know."""
    drawn = json.dumps({"data": diagram.traces, "layout": diagram.layout})
    return go.Figure(json.loads(re.sub(r'"[^"]*var\(--[^"]*"', '"#123456"', drawn)))
