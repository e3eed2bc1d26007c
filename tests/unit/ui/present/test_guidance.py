"""Guidance beside a question: help, examples and sources, safe and marked with their language."""

from typing import Any

from eva.ui import sheet
from eva.ui.present.guidance import guidance, sources
from tests.builders import a_checklist, an_assessment, impact
from tests.forms import a_form, form_of


def beside(**keys: Any) -> dict[str, str]:
    question = impact("life", **keys)
    checklist = a_checklist(question)
    parts: tuple[sheet.Guidance, ...] = guidance(a_form(an_assessment(checklist), checklist), question)
    return {part.title: part.html for part in parts}


def test_parts_that_a_checklist_leaves_out_are_not_drawn() -> None:
    assert list(beside()) == ["Mihin tämä perustuu"]
    assert list(beside(help={"fi": "Ajattele viikkoa."}, examples=[{"fi": "Kyyti."}])) == [
        "Ohje",
        "Esimerkkejä",
        "Mihin tämä perustuu",
    ]


def test_words_of_a_checklist_are_shown_as_typed_and_never_run() -> None:
    html = beside(help={"fi": "<script>alert(1)</script> *korostus* [x](javascript:alert(1))"})["Ohje"]
    assert "<script>" not in html
    assert "<em>korostus</em>" in html
    assert "href" not in html


def test_words_in_another_language_are_marked_with_it() -> None:
    assert beside(help={"sv": "Tänk på en vecka."})["Ohje"].startswith('<div lang="sv">')


def test_source_is_a_link_that_opens_beside_the_work() -> None:
    form = form_of("otava_library")
    html = sources(form, ("wellbeing_promotion_6", "nowhere"))
    assert html.count("<li>") == 1
    assert 'target="_blank" rel="noopener"' in html
    assert "https://" in html
