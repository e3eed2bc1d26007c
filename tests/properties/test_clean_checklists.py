"""Nothing that lints clean crashes the scoring, the pages of the app or a report, whatever is answered."""

from collections.abc import Mapping
from typing import Any

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.catalog.checks.checklist import checklist_flaws
from eva.checklist import Checklist
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.form import Form
from eva.ui.present import alternatives, answer, case, conclusion, hearing, measures, parts, places, register, screening
from eva.ui.present.overview import overview
from eva.ui.present.preview import agenda
from eva.ui.present.status import standing
from tests.builders import a_vocabulary, an_assessment, text
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
    assert case.blocks(form, form.opened.checklists)
    assert overview(form)
    assert parts.parts(form.opened, form.words)
    places.gaps(form)
    screening.verdict(form)
    register.glance(form.opened, form.words)
    standing(form.opened, form.words, named=True)
    agenda(form.opened, form.words, form.words.language, at=AT)


@settings(max_examples=30)
@given(st.data(), st.sampled_from(LANGUAGES))
def test_a_clean_checklist_can_be_scored_shown_and_reported_with_any_answers(
    data: st.DataObject, language: Language
) -> None:
    made = data.draw(whole())
    checklist = Checklist.model_validate(made)
    assume(not [flaw for flaw in checklist_flaws(checklist, VOCABULARY, made) if flaw.severity == "error"])
    assessment = data.draw(answered(checklist, made, data.draw(given_to(made))))
    draw_everything(Form(opened(assessment, checklist, vocabulary=VOCABULARY), words(language)))
    html = html_of(a_report(assessment, checklist, vocabulary=VOCABULARY, language=language))
    assert "<script>alert" not in html
