"""`eva compare`: dominance, order, differences, overtaking and weights, with open red flags beside every name."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import Checklist
from eva.cli.case_file import CaseFile
from eva.cli.compare_data import compare_data
from eva.cli.compare_text import compare_lines
from eva.cli.compared import compared
from eva.cli.names import Names
from eva.locale import words
from eva.text import LANGUAGES
from eva.weighing import SEED
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    impact,
    rated,
    rating,
)
from tests.unit.cli.case_files import CASE, EMPTY, run, written

FLAGGED = a_checklist(
    a_section(impact("daily_life"), id="everyday"),
    a_section(impact("money"), id="economy", perspective="economy"),
    flags=[
        {"id": "severe", "title": {"en": "Severe harm"}, "severity": "red",
         "when": {"question": "daily_life", "at_most": "-3"}},
        {"id": "mild", "title": {"en": "Mild"}, "severity": "amber",
         "when": {"question": "daily_life", "at_most": "-1"}},
    ],
)  # fmt: skip
SETTLED = {"daily_life": rated(ve0=-1, ve1=[rating(-1), rating(-3, "older")]), "money": rated(ve0=0, ve1=3)}
OPEN = {"daily_life": rated(ve0=-1, ve1="unknown"), "money": rated(ve0=0, ve1=2)}


def case(answers: Mapping[str, Answer], checklist: Checklist = FLAGGED, **keys: Any) -> CaseFile:
    return CaseFile(an_assessment(checklist, answers, **keys), by_checklist_id(checklist), a_vocabulary())


def told(answers: Mapping[str, Answer], **keys: Any) -> list[str]:
    opened = case(answers, **keys)
    return [line.strip() for line in compare_lines(compared(opened), Names(opened, words("en")))]


def data(answers: Mapping[str, Answer], **keys: Any) -> dict[str, Any]:
    opened = case(answers, **keys)
    found: dict[str, Any] = json.loads(json.dumps(compare_data(compared(opened), Names(opened, words("en")))))
    return found


def test_an_open_red_flag_stands_wherever_the_name_of_its_alternative_does() -> None:
    lines = told(SETTLED)
    assert "ve1: Severe harm" in lines
    assert "ve0 > ve1 ⚑1" in lines
    for name in ("ve1 ⚑1  VE1", "ve0 > ve1 ⚑1: the figure −3 decides."):
        assert any(line.startswith(name) for line in lines), name
    assert not any("Mild" in line for line in lines)
    ids = [line.replace("ve1 ⚑1", "") for line in lines if not line.startswith("ve1: ")]
    assert not any("ve1" in line for line in ids)


def test_an_answered_flag_is_no_longer_shown() -> None:
    answered = {"wellbeing/severe": {"ve1": {"justification": "Because", "by": "Anna", "at": "2026-11-22T09:00:00Z"}}}
    assert not any("⚑" in line for line in told(SETTLED, flags=answered))


def test_dominance_says_in_what_and_whether_it_is_certain() -> None:
    lines = told({"daily_life": rated(ve0=-1, ve1=0), "money": rated(ve0=0, ve1=2)})
    assert "ve1 is nowhere worse than ve0. It is better in: wellbeing, harm; economy, benefit." in lines
    lines = told(
        {"daily_life": rated(ve0=[rating(0), rating(-2, "older")], ve1="unknown"), "money": rated(ve0=2, ve1=0)}
    )
    assert any(line.startswith("ve0 may be at least as good as ve1 in everything") for line in lines)
    assert any(line.startswith("No: each is worse") for line in told(SETTLED))


def test_differences_against_the_zero_alternative_stand_harm_beside_benefit() -> None:
    lines = told(SETTLED)
    assert "Against the zero alternative ve0: worst harm / best benefit" in lines
    rows = [line.split("  ") for line in lines]
    assert [each.strip() for each in next(row for row in rows if row[0] == "older")[1:] if each.strip()] == ["−2 / 0"]


def test_what_would_turn_the_order_is_told_and_what_open_answers_may_bring() -> None:
    lines = told(SETTLED)
    assert "ve1 ⚑1 −3: wellbeing, harm: older" in lines
    assert "ve1 ⚑1 → −1: wellbeing, harm: older" in lines
    opened = told({"daily_life": rated(ve0=-2, ve1="unknown"), "money": rated(ve0=0, ve1=0)})
    assert "ve1 → −3 (open answers may bring this): wellbeing, harm" in opened


def test_the_order_is_told_for_both_ends_while_answers_can_change_it() -> None:
    lines = told(OPEN)
    assert "ve1 > ve0  as answered so far" in lines
    assert "ve0 > ve1  if the open answers turn out badly" in lines


def test_weights_stand_last_under_their_label_with_sample_error_and_seed() -> None:
    lines = told(SETTLED)
    title = lines.index("A weighted look (SMAA-2): exploratory and compensatory")
    assert title > lines.index("Order, worst-affected first (leximin)")
    assert lines[title + 1].startswith("Here a benefit can pay for a harm")
    assert any("10,000 weights drawn" in line and str(SEED) in line and "0.5" in line for line in lines)
    assert "No influence, since all alternatives tie: wellbeing (benefit); economy (harm)." in lines


def test_an_unknown_is_marked_beside_the_name_and_the_result_without_it_stands_beside() -> None:
    lines = told(OPEN)
    assert any(line.startswith("ve1 ?") for line in lines)
    assert any(line.startswith("? ve1: the figure is partly drawn") and "wellbeing" in line for line in lines)
    assert any(line.startswith("“Without open” leaves out ") for line in lines)
    nothing = told({})
    assert "Without the open answers nothing is left to weigh." in nothing


def test_the_first_place_along_a_weight_is_told_exactly() -> None:
    lines = told({"daily_life": rated(ve0=-1, ve1=0), "money": rated(ve0=2, ve1=0)})
    assert "wellbeing: ve0 0–67 %, ve1 67–100 %" in lines


def test_everything_comes_as_data() -> None:
    found = data(SETTLED)
    one = found["alternatives"][1]
    assert ([flag["id"] for flag in one["open_red_flags"]], one["first"]) == (["severe"], "in_no_case")
    assert found["order"]["as_answered"] == [["ve0"], ["ve1"]]
    assert {each["certain"] for each in found["differences"]} == {True}
    assert found["overtaking"][0]["level"] == -3
    weights = found["weights"]
    assert (weights["label"], weights["seed"]) == ("exploratory and compensatory", SEED)
    standings = weights["with_unknowns_drawn"]["alternatives"]
    assert [sum(each["rank_acceptability"]) for each in standings] == pytest.approx([1, 1])
    assert weights["without_unknowns"]["samples"] == 10_000
    swing: Sequence[dict[str, Any]] = data({"daily_life": rated(ve0=-1, ve1=0), "money": rated(ve0=2, ve1=0)})[
        "weights"
    ]["swings"]["wellbeing"]["as_answered"]
    assert swing[0] == {"from": "0", "to": "2/3", "first": ["ve0"]}


def test_the_command_compares_a_file_for_people_and_for_programs(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    assert run(["compare", file, "--json"], capsys).data["order"]["as_answered"] == [["ve0"], ["ve1"]]
    assert "ve0 > ve1" in run(["compare", file], capsys).out


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_case_with_nothing_to_compare_says_so(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["compare", written(tmp_path, EMPTY), "--lang", language], capsys)
    assert said.code == 0
    assert {"fi": "Vertailtavaa ei ole.", "sv": "inget att jämföra", "en": "nothing to compare"}[language] in said.out
    assert run(["compare", tmp_path, "--json"], capsys).data["weights"] is None


def test_what_is_said_of_weights_narrows_them_and_is_repeated_with_the_share_that_fits() -> None:
    """Without a word, ve1 is first where 3 steps of benefit outweigh 2 of harm; if the harm counts most, never."""
    opened = case(SETTLED)
    free = compared(opened).weighing
    found = compared(opened, "wellbeing.harm >= economy.benefit; economy.harm = 0..50 %").weighing
    assert free is not None
    assert found is not None
    assert found.all.allowed < free.all.allowed == 1
    assert found.all.standings[1].ranks[0] < free.all.standings[1].ranks[0]
    lines = [
        line.strip() for line in compare_lines(compared(opened, "economy.harm = 0..50 %"), Names(opened, words("en")))
    ]
    assert "Given: economy, harm: a weight of 0–50 %." in lines
    assert any(line.startswith("Of the weights drawn, ") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_statements_and_refusals_are_told_in_each_language(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = written(tmp_path, CASE)
    said = run(["compare", file, "--lang", language, "--weights", "wellbeing.harm>=wellbeing.benefit"], capsys)
    assert said.code == 0
    assert "≥" in said.out
    assert "{" not in said.out
    for wrong in (
        "nobody >= wellbeing",
        "wellbeing",
        "wellbeing.x = 0..1",
        "wellbeing.harm = 0.7..1; wellbeing.harm = 0.9..0.8",
    ):
        refused = run(["compare", file, "--lang", language, "--weights", wrong], capsys)
        assert (refused.code, refused.out) == (1, "")
        assert "{" not in refused.err
        assert "Traceback" not in refused.err


def test_every_figure_that_is_compared_lists_its_answers() -> None:
    found = data(OPEN)
    cells = {(each["perspective"], *each["groups"], each["alternative"]): each for each in found["cells"]}
    for each in found["differences"]:
        for alternative in (each["alternative"], "ve0"):
            cell = cells[each["perspective"], *each["groups"], alternative]
            assert [one["question"] for one in cell["contributions"]]
    assert found["weights"]["statements"] == {"orders": [], "intervals": []}


def test_a_swing_is_one_line_only_where_nothing_is_open() -> None:
    assert not any("mixture" in line or "turn out" in line for line in told(SETTLED) if " %" in line)
    assert any("mixture" in line or "badly" in line for line in told(OPEN) if " %" in line)
