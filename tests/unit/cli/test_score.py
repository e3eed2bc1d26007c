"""`eva score`: the heat map, intervals, progress and findings, for people and for programs."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from eva.answers import Answer
from eva.checklist import Checklist
from eva.cli.case_file import CaseFile
from eva.cli.names import Names
from eva.cli.score_data import score_data
from eva.cli.score_text import score_lines
from eva.cli.table import WIDEST, Table
from eva.evaluation import Evaluation, evaluate
from eva.locale import words
from eva.text import LANGUAGES
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    option,
    rated,
    rating,
)
from tests.unit.cli.case_files import CASE, run, written


def test_figures_are_intervals_while_answers_are_open(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["score", written(tmp_path, CASE)], capsys)
    assert said.code == 0
    assert "−3…0 / 0…+3  −3…−1 / 0…+3" in said.out
    cells = run(["score", tmp_path, "--json"], capsys).data["cells"]
    closed = next(cell for cell in cells if cell["alternative"] == "ve1")
    assert closed["harm"] == {"value": -1, "low": -3, "high": -1}
    assert closed["benefit"] == {"value": 0, "low": 0, "high": 3}
    assert closed["unanswered"] > 0
    made = [(each["question"], each["impact"]) for each in closed["contributions"]]
    assert ("wellbeing/everyday.access", -1) in made


def test_findings_are_part_of_the_result_and_no_failure(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    said = run(["score", written(tmp_path, CASE), "--json", "--lang", "en"], capsys)
    assert said.code == 0
    assert not said.data["complete"]
    assert ("unanswered", "error") in {(each["code"], each["severity"]) for each in said.data["findings"]}
    assert said.data["progress"]["total"]["answered"] == 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_result_speaks_the_language_asked_for(
    language: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    titles = {"fi": "Havainnot", "sv": "Iakttagelser", "en": "Findings"}
    assert f"\n{titles[language]}\n" in run(["score", written(tmp_path, CASE), "--lang", language], capsys).out


def test_warnings_are_told_beside_the_result(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    withheld = CASE + "hidden_from_public:\n  - {path: /nowhere, ground: Secret}\n"
    said = run(["score", written(tmp_path, withheld), "--json"], capsys)
    assert said.code == 0
    assert said.data["ok"]
    assert said.err.startswith("W606 ")


POINTS = a_checklist(
    choice("size", option("small", points={"raw": 1}), option("large", points={"raw": 5}, flag="vast")),
    choice("speed", option("slow", points={"raw": 0}), option("fast", points={"raw": 2})),
    impact("daily_life"),
    accounts=[
        {
            "id": "raw",
            "title": {"en": "Raw points"},
            "levels": [{"id": "low", "label": {"en": "Low"}, "at_most": "5"}, {"id": "high", "label": {"en": "High"}}],
        }
    ],
    outcomes=[
        {
            "id": "need",
            "title": {"en": "Need"},
            "levels": [
                {
                    "id": "full",
                    "label": {"en": "Full"},
                    "reasons": [
                        {"id": "big", "text": {"en": "It is large."}, "when": {"question": "size", "is": "large"}}
                    ],
                },
                {"id": "none", "label": {"en": "None"}},
            ],
        }
    ],
    flags=[{"id": "vast", "title": {"en": "Vast"}, "severity": "red"}],
)


def evaluated(checklist: Checklist, answers: Mapping[str, Answer], **keys: Any) -> tuple[Evaluation, Names]:
    """What a case comes to, with its names in English."""
    case = CaseFile(an_assessment(checklist, answers, **keys), by_checklist_id(checklist), a_vocabulary())
    return evaluate(case.assessment, case.checklists, case.vocabulary), Names(case, words("en"))


def test_outcomes_and_points_are_told_with_what_is_still_possible() -> None:
    told = list(score_lines(*evaluated(POINTS, {"size": chosen("large")})))
    assert "  Need: Full" in told
    assert "    It is large." in told
    assert "  Raw points: 5 [5…7], Low (still possible: High)" in told
    assert "  Open: Vast" in told


def test_outcomes_and_points_come_as_data() -> None:
    data = score_data(*evaluated(POINTS, {"size": chosen("large")}))
    account, outcome = data["accounts"]["wellbeing"][0], data["outcomes"]["wellbeing"][0]
    assert {name: account[name] for name in ("value", "low", "high")} == {"value": "5", "low": "5", "high": "7"}
    assert (outcome["level"], outcome["reasons"]) == ("full", ("big",))
    assert [(each["id"], each["answered"]) for each in data["flags"]] == [("vast", False)]
    assert json.loads(json.dumps(data)) is not None


def test_every_figure_names_the_answers_that_made_it_and_the_open_ones_that_may_change_it() -> None:
    data = score_data(*evaluated(POINTS, {"size": chosen("large"), "daily_life": rated(ve0=0)}))
    account, outcome, flag = data["accounts"]["wellbeing"][0], data["outcomes"]["wellbeing"][0], data["flags"][0]
    assert [each["question"] for each in account["contributions"]] == ["wellbeing/everyday.size"]
    assert account["open_questions"] == ("wellbeing/everyday.speed",)
    assert (outcome["decided_by"], outcome["open_questions"]) == (("wellbeing/everyday.size",), ())
    assert flag["decided_by"] == ("wellbeing/everyday.size",)
    coverage = data["coverage"]
    assert (coverage["asked"], len(coverage["answered"]), coverage["unknown"]) == (2, 1, [])
    assert coverage["unanswered"] == [{"question": "wellbeing/everyday.daily_life", "alternative": "ve1"}]
    for cell in (*data["cells"], *data["by_angle"]["cells"]):
        assert [each["question"] for each in cell["contributions"]] == ["wellbeing/everyday.daily_life"]


def test_counts_progress_and_the_order_name_what_made_them_too() -> None:
    answers = {"size": chosen("large"), "daily_life": rated(ve0=0, ve1=[rating(-2), rating("unknown", "older")])}
    data = score_data(*evaluated(POINTS, answers))
    made = next(each for each in data["totals"] if each["alternative"] == "ve1")
    question = "wellbeing/everyday.daily_life"
    assert made["rows"] == [
        {"question": question, "groups": ["everyone"], "impact": -2},
        {"question": question, "groups": ["older"], "impact": "unknown"},
    ]
    assert (made["counts"]["-2"], made["unknown"], made["unanswered"]) == (1, 1, 0)
    states = data["progress"]["questions"]
    assert (states["wellbeing/everyday.size"], states["wellbeing/everyday.speed"]) == ("answered", "unanswered")
    (decided,) = data["order"]["decided_by"]
    assert (decided["ahead"], decided["behind"], decided["level"]) == ("ve0", "ve1", -2)
    assert decided["deciding"] == [{"perspective": "wellbeing", "groups": ["everyone"], "side": "harm"}]


def test_a_figure_that_a_question_may_yet_open_names_what_that_depends_on() -> None:
    later = a_checklist(choice("cut"), impact("harm", when={"question": "cut", "is": "yes"}))
    made = score_data(*evaluated(later, {}))["cells"][0]["contributions"][0]
    assert (made["applies"], made["asked_depends_on"]) == (False, ("wellbeing/everyday.cut",))


def test_the_profile_comes_by_tag_with_its_evidence() -> None:
    graded = rated(ve0=0, ve1=[rating(0), rating(-2, "older")]).model_copy(update={"evidence": "B"})
    data = score_data(*evaluated(a_checklist(impact("daily_life")), {"daily_life": graded}))
    older = {each["alternative"]: each for each in data["by_tag"] if each["tag"] == "older"}
    assert {name: each["harm"]["value"] for name, each in older.items()} == {"ve0": 0, "ve1": -2}
    assert data["evidence"]["B"] == ("wellbeing/everyday.daily_life",)
    assert next(each for each in data["totals"] if each["alternative"] == "ve1")["counts"]["-2"] == 1


def test_a_group_with_its_own_row_is_shown_the_worst_affected_first_and_inheritance_is_marked() -> None:
    children = rated(ve0=0, ve1=[rating(-1), rating(-3, "children"), rating(2, "older")])
    told = list(score_lines(*evaluated(a_checklist(impact("daily_life")), {"daily_life": children})))
    rows = [line.split() for line in told if line.startswith("    ") and "/" in line]
    assert rows[0] == ["children", "(0", "/", "0)", "−3", "/", "0"]
    assert rows[-1] == ["older", "(0", "/", "0)", "0", "/", "+2"]


def test_the_map_is_told_by_kuntaliittos_four_perspectives_too(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    said = run(["score", written(tmp_path, CASE), "--lang", "en"], capsys).out
    part = said.split("By the four perspectives of the Association of Finnish Municipalities")[1].split("\n\n")[0]
    assert "  Residents\n    Everyone affected" in part
    assert "nothing is asked from these perspectives: Environment, Organisation and staff, Economy." in part
    data = run(["score", tmp_path, "--json", "--lang", "en"], capsys).data["by_angle"]
    assert data["angles"] == [{"id": "residents", "title": "Residents"}]
    closed = next(cell for cell in data["cells"] if cell["alternative"] == "ve1")
    assert (closed["angle"], closed["groups"]) == ("residents", ["everyone"])
    assert closed["harm"] == {"value": -1, "low": -3, "high": -1}


def test_what_a_complete_measure_leaves_is_shown_beside_the_harm() -> None:
    mended = rated(ve0=0, ve1=rating(-3, residual=-1, measure="m1"))
    measure = {"id": "m1", "text": "A bus", "owner": "The city", "due": "2027-01-01", "no_cost": True}
    told = score_lines(*evaluated(a_checklist(impact("daily_life")), {"daily_life": mended}, measures=[measure]))
    assert any(line.endswith("0 / 0  −3 → −1 / 0") for line in told)


def test_the_order_is_told_for_both_ends_while_answers_can_change_it() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-2)}
    told = [line.strip() for line in score_lines(*evaluated(a_checklist(), answers))]
    assert "ve0 > ve1  as answered so far" in told
    assert any(line.endswith("if the open answers turn out badly") for line in told)
    settled = evaluated(a_checklist(impact("daily_life")), answers)
    assert "  ve0 > ve1" in list(score_lines(*settled))


def test_a_table_keeps_its_columns_and_cuts_long_names() -> None:
    shown = list(Table(("", "ve0"), (("Heading",), ("x" * 100, "−1"))).lines())
    assert shown[1] == "Heading"
    assert shown[2] == "x" * (WIDEST - 1) + "…   −1"
    assert shown[0].index("ve0") + len("ve0") == len(shown[2])
