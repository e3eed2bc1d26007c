"""Nothing that lints clean crashes the scoring, the pages of the app or a report, whatever is answered."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.catalog.linter import lint_checklist
from eva.catalog.yaml_text import yaml_text
from eva.checklist import Checklist
from eva.cli.case_file import CaseFile
from eva.cli.compare_text import compare_lines
from eva.cli.compared import compared
from eva.cli.names import Names
from eva.cli.score_data import score_data
from eva.locale import words
from eva.published import as_assessment, publish
from eva.text import LANGUAGES, Language
from eva.ui.form import Form
from eva.ui.present import (
    alternatives,
    answer,
    case,
    conclusion,
    contents,
    hearing,
    measures,
    parts,
    places,
    portions,
    register,
    screening,
)
from eva.ui.present.overview import overview
from eva.ui.present.preview import agenda
from eva.ui.present.status import standing
from tests.builders import a_vocabulary, an_assessment, by_checklist_id, chosen, text
from tests.documents import pdf_of
from tests.properties.rules_cases import Given, answers_of, checklists, given_to
from tests.readings import AT, SCALES, opened
from tests.reports import a_report, html_of

VOCABULARY = a_vocabulary(**SCALES)
HOSTILE = ("<script>alert(1)</script>", "{{ 7*7 }}", "=1+1", "**x** _y_ `z", "[a](javascript:b)", "✅ 汉字", "%s {0}")

anything = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1, max_size=20)
said = st.sampled_from(HOSTILE) | anything
texts = said.filter(lambda each: bool(each.strip())).map(text)
euros = st.sampled_from(["-32000", "0", "0.01", "123456789012345678"])
some_day = st.dates().map(str)


@st.composite
def whole(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a checklist that cites, stands under perspectives, and asks for words and days too."""
    found = draw(checklists())
    for section in found["sections"]:
        section |= {"title": draw(texts), "perspective": draw(st.sampled_from(["wellbeing", "economy"]))}
        for question in section["questions"]:
            question |= {"text": draw(texts), "help": draw(texts), "examples": [draw(texts)], "cites": ["source"]}
            if question["kind"] == "impact":
                question["groups"] = draw(st.lists(st.sampled_from(["children", "older"]), unique=True))
            if question["kind"] == "number":
                question |= {"unit": draw(st.sampled_from(["eur", "eur_per_year"]) | texts), "accept": {"at_least": 1}}
    for kind in ("text", "date"):
        found["sections"][0]["questions"].append({"id": kind, "kind": kind, "text": draw(texts), "depth": "light"})
    return found | {"title": draw(texts), "process": draw(st.booleans())}


@st.composite
def answered(draw: st.DrawFn, checklist: Checklist, data: Mapping[str, Any], given_: Given) -> Assessment:
    """An assessment with these answers, and with some of everything else that people write."""
    answers = answers_of(data, given_)
    answers = {name: each.model_copy(update={"rationale": draw(said)}) for name, each in answers.items()}
    costs = {"one_off": draw(euros), "per_year": draw(euros), "uncertainty": "5000"}
    measure = {"id": "m1", "text": draw(said), "owner": draw(said), "due": draw(some_day), "budget": draw(euros)}
    heard = {"id": "c1", "body": draw(said), "kind": "statutory", "council": "older", "statement": draw(said)}
    justified = {"ve1": {"justification": draw(said), "measure": "m1"}}
    return an_assessment(
        checklist,
        answers,
        alternatives=[
            {"id": "ve0", "title": draw(said), "zero": True},
            {"id": "ve1", "title": draw(said), "costs": costs},
        ],
        depth=draw(st.sampled_from(["light", "full"])),
        measures=draw(st.sampled_from([[], [measure]])),
        consultations=draw(st.sampled_from([[], [heard], [heard | {"heard": draw(some_day)}]])),
        flags=draw(st.sampled_from([{}, {"rules/ruled": justified}])) if draw(st.booleans()) else {},
        conclusion=draw(st.sampled_from([{}, {"recommended": "ve1", "at": AT, "text": draw(said)}])),
    )


def draw_everything(form: Form) -> None:
    """Every page of the app, as far as it is pure."""
    of_form = (alternatives, answer, conclusion, hearing, measures, screening)
    for page in of_form:
        assert isinstance(page.blocks(form), tuple | list)
    for portion in portions.portions(form):
        answer.blocks(form, portions.place_of(form, portion))
    contents.contents(form, "")
    assert case.blocks(form, form.opened.checklists)
    assert overview(form)
    assert parts.parts(form.opened, form.words)
    places.gaps(form)
    screening.verdict(form)
    register.glance(form.opened)
    standing(form.opened, form.words, named=True)
    agenda(form.opened, form.words, form.words.language, at=AT)


def lints_clean(made: Mapping[str, Any]) -> bool:
    """Whether the linter finds no mistake in a checklist; advice it may have."""
    with TemporaryDirectory() as folder:
        file = Path(folder, f"{made['id']}.yaml")
        file.write_text(yaml_text(made), encoding="utf-8")
        return not any(problem.severity == "error" for problem in lint_checklist(file, VOCABULARY))


def use_everything(assessment: Assessment, checklist: Checklist, language: Language) -> str:
    """All that is scored, compared, shown and reported of an assessment; returns the report."""
    found = opened(assessment, checklist, vocabulary=VOCABULARY)
    draw_everything(Form(found, words(language)))
    case_file = CaseFile(assessment, by_checklist_id(checklist), VOCABULARY)
    named = Names(case_file, words(language))
    assert list(compare_lines(compared(case_file), named))
    assert score_data(found.evaluation, named)["ok"]
    public = publish(assessment, by_checklist_id(checklist), VOCABULARY)
    assert as_assessment(public).id == assessment.id
    return html_of(a_report(assessment, checklist, vocabulary=VOCABULARY, language=language))


@settings(max_examples=30)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_a_clean_checklist_can_be_scored_shown_and_reported_with_any_answers(
    data: st.DataObject, language: Language
) -> None:
    made = data.draw(whole())
    assume(lints_clean(made))
    checklist = Checklist.model_validate(made)
    assessment = data.draw(answered(checklist, made, data.draw(given_to(made))))
    html = use_everything(assessment, checklist, language)
    assert "<script>alert" not in html


@settings(max_examples=5)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_the_report_on_any_clean_checklist_becomes_a_pdf(data: st.DataObject, language: Language) -> None:
    made = data.draw(whole())
    assume(lints_clean(made))
    checklist = Checklist.model_validate(made)
    assessment = data.draw(answered(checklist, made, data.draw(given_to(made))))
    report = a_report(assessment, checklist, vocabulary=VOCABULARY, language=language)
    assert pdf_of(html_of(report), timestamp=AT).startswith(b"%PDF-")


@pytest.mark.parametrize(("count", "parents"), [(1000, 0), (300, 1), (60, 3)], ids=["many", "a chain", "a ladder"])
@pytest.mark.parametrize("answered_", [True, False], ids=["answered", "open"])
def test_a_large_checklist_can_be_scored_shown_and_reported(count: int, parents: int, answered_: bool) -> None:
    made = large(count, parents)
    assert lints_clean(made)
    checklist = Checklist.model_validate(made)
    answers = {f"q{number}": chosen("yes") for number in range(count)} if answered_ else {}
    html = use_everything(an_assessment(checklist, answers), checklist, "fi")
    assert f"q{count - 1}?" in html or not answered_


def large(count: int, parents: int) -> dict[str, Any]:
    """A checklist of so many questions, each asked where one of so many before it is answered with yes."""
    asked = []
    for number in range(count):
        yes = {"id": "yes", "label": text("yes"), "points": {"raw": "1"}, "flag": "named"}
        options = [yes, {"id": "no", "label": text("no")}]
        question = {"id": f"q{number}", "kind": "choice", "text": text(f"q{number}?"), "options": options}
        above = [{"question": f"q{each}", "is": "yes"} for each in range(max(0, number - parents), number)]
        asked.append(question | ({"when": {"any": above}} if above else {}) | {"depth": "light"})
    of_raw = {"account": "raw", "at_least": str(count // 2)}
    return {
        "id": "large",
        "version": "1.0.0",
        "title": text("large"),
        "sections": [{"id": "s", "title": text("s"), "questions": asked}],
        "accounts": [{"id": "raw", "title": text("raw")}],
        "outcomes": [{"id": "out", "title": text("o"), "levels": [
            {"id": "much", "label": text("m"), "reasons": [{"id": "r", "text": text("r"), "when": of_raw}]},
            {"id": "little", "label": text("l")},
        ]}],
        "flags": [
            {"id": "named", "title": text("f"), "severity": "red"},
            {"id": "ruled", "title": text("f"), "severity": "red", "when": {"question": f"q{count - 1}", "is": "yes"}},
        ],
    }  # fmt: skip
