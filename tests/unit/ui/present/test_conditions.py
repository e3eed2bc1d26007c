"""Conditions in words: every subject and every test that a checklist may use."""

import re
from typing import Any

import pytest
from pydantic import TypeAdapter

from eva.checklist import Checklist
from eva.locale import words
from eva.rules import Condition, Level
from eva.text import Language
from eva.ui.present.conditions import NAMED_GROUPS, Terms
from eva.vocabulary import Vocabulary

CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)


def option(name: str, label: str) -> dict[str, Any]:
    return {"id": name, "label": {"fi": label, "en": f"{name} (en)"}}


VOCABULARY = Vocabulary.model_validate(
    {
        "perspectives": {"ngo": {"label": {"fi": "Järjestöt"}, "angle": "residents"}},
        "population_groups": {
            "youth": {"label": {"fi": "Nuoret"}, "tags": ["children", "many"]},
            "small_children": {"label": {"fi": "Pienet lapset"}, "tags": ["children", "many"]},
            **{f"g{n}": {"label": {"fi": f"Ryhmä {n}"}, "tags": ["many"]} for n in range(NAMED_GROUPS)},
        },
        "scales": {"unknown": {"fi": "ei tiedetä"}},
    }
)
CHECKLIST = Checklist.model_validate(
    {
        "id": "ngo",
        "version": "1.0.0",
        "title": {"fi": "Järjestöt"},
        "sections": [
            {
                "id": "premises",
                "title": {"fi": "Tilat"},
                "perspective": "ngo",
                "questions": [
                    {"id": "lost", "kind": "impact", "text": {"fi": "Miten tilat muuttuvat?"}, "cites": ["act"]},
                    {
                        "id": "only",
                        "kind": "choice",
                        "text": {"fi": "Onko tila ainoa?"},
                        "options": [option("yes", "Kyllä"), option("no", "Ei")],
                    },
                    {
                        "id": "uses",
                        "kind": "multi_choice",
                        "text": {"fi": "Mihin?"},
                        "options": [option("clubs", "Kerhoihin"), option("meetings", "Kokouksiin")],
                    },
                    {"id": "members", "kind": "number", "unit": {"fi": "jäsentä"}, "text": {"fi": "Montako?"}},
                    {"id": "rent", "kind": "number", "unit": "eur", "text": {"fi": "Mitä maksaa?"}},
                    {"id": "moved", "kind": "date", "text": {"fi": "Milloin?"}},
                    {"id": "story", "kind": "text", "text": {"fi": "<b>Mitä</b> muuta?"}},
                ],
            }
        ],
        "accounts": [{"id": "need", "title": {"fi": "Tarve"}}],
    }
)

LEAVES: list[tuple[dict[str, Any], str]] = [
    ({"question": "only", "answered": "true"}, "”Onko tila ainoa?”: on vastattu"),
    ({"question": "only", "answered": "false"}, "”Onko tila ainoa?”: ei ole vastattu"),
    ({"question": "ngo/premises.only", "is": "yes"}, "”Onko tila ainoa?”: vastaus on ”Kyllä”"),
    ({"question": "only", "any_of": ["yes", "no"]}, "”Onko tila ainoa?”: vastaus on jokin näistä: ”Kyllä”, ”Ei”"),
    ({"question": "uses", "any_of": ["clubs"]}, "”Mihin?”: valittuna on ainakin yksi näistä: ”Kerhoihin”"),
    ({"question": "uses", "contains": ["clubs", "meetings"]}, "”Mihin?”: valittuna on ”Kerhoihin”, ”Kokouksiin”"),
    ({"question": "uses", "only": ["clubs"]}, "”Mihin?”: valittuna ei ole muuta kuin ”Kerhoihin”"),
    (
        {"question": "uses", "count": {"at_least": "1", "less_than": "3"}},
        "”Mihin?”: valittuja on vähintään 1 ja vähemmän kuin 3",
    ),
    ({"question": "uses", "count": {"is": "2"}}, "”Mihin?”: valittuja on tasan 2"),
    ({"question": "members", "is": "12"}, "”Montako?”: vastaus on tasan 12 jäsentä"),
    ({"question": "members", "any_of": ["1", "2"]}, "”Montako?”: vastaus on jokin näistä: 1 jäsentä, 2 jäsentä"),
    (
        {"question": "members", "more_than": "5", "at_most": "10"},
        "”Montako?”: vastaus on enintään 10 jäsentä ja enemmän kuin 5 jäsentä",
    ),
    ({"question": "rent", "at_least": "350.5"}, "”Mitä maksaa?”: vastaus on vähintään 350,50\N{NO-BREAK SPACE}€"),
    ({"question": "moved", "is": "2026-11-22"}, "”Milloin?”: päivä on 22.11.2026"),
    ({"question": "moved", "at_least": "2026-11-22"}, "”Milloin?”: päivä on aikaisintaan 22.11.2026"),
    ({"question": "moved", "at_most": "2026-11-22"}, "”Milloin?”: päivä on viimeistään 22.11.2026"),
    ({"question": "moved", "more_than": "2026-11-22"}, "”Milloin?”: päivä on myöhempi kuin 22.11.2026"),
    ({"question": "moved", "less_than": "2026-11-22"}, "”Milloin?”: päivä on aiempi kuin 22.11.2026"),
    ({"question": "moved", "any_of": ["2026-11-22"]}, "”Milloin?”: päivä on jokin näistä: 22.11.2026"),
    ({"question": "story", "answered": "true"}, "”&lt;b&gt;Mitä&lt;/b&gt; muuta?”: on vastattu"),
    ({"question": "lost", "answered": "true"}, "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): on vastattu"),
    ({"question": "lost", "is": "-1"}, "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on −1"),
    ({"question": "lost", "is": "unknown"}, "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on ”ei tiedetä”"),
    (
        {"question": "lost", "any_of": ["0", "unknown"], "group": "youth"},
        "”Miten tilat muuttuvat?” (ryhmä: Nuoret): arvio on jokin näistä: 0, ”ei tiedetä”",
    ),
    (
        {"question": "lost", "at_most": "-2", "group_tag": "children"},
        "”Miten tilat muuttuvat?” (jokin ryhmistä: Nuoret, Pienet lapset): arvio on −2 tai huonompi",
    ),
    ({"question": "lost", "at_least": "1"}, "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on +1 tai parempi"),
    ({"question": "lost", "more_than": "0"}, "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on parempi kuin 0"),
    (
        {"question": "lost", "less_than": "0"},
        "”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on huonompi kuin 0",
    ),
    (
        {"perspective": "ngo", "at_most": "-3", "group": "everyone"},
        "Jokin vaikutus näkökulmassa ”Järjestöt” (ryhmä: Kaikki, joita asia koskee): arvio on −3",
    ),
    ({"account": "need", "answered": "true"}, "”Tarve”: pisteillä on arvo"),
    ({"account": "need", "answered": "false"}, "”Tarve”: pisteillä ei ole arvoa"),
    ({"account": "need", "is": "3"}, "”Tarve”: pisteitä on tasan 3"),
    (
        {"account": "need", "at_least": {"percent": "40", "of_max": "need"}},
        "”Tarve”: pisteitä on vähintään 40\N{NO-BREAK SPACE}% pisteiden ”Tarve” enimmäismäärästä",
    ),
    (
        {"account": "need", "less_than": {"of": "need"}},
        "”Tarve”: pisteitä on vähemmän kuin 100\N{NO-BREAK SPACE}% pisteistä ”Tarve”",
    ),
    ({"case": "alternatives.count", "at_least": "3"}, "Vaihtoehtojen määrä: vähintään 3"),
    ({"case": "depth", "is": "full"}, "Arvioinnin laajuus: ”laaja”"),
    ({"case": "recommended", "any_of": ["ve1", "ve2"]}, "Esitettävä vaihtoehto: jokin näistä: ”ve1”, ”ve2”"),
]
FACTS = (
    "best_for_children", "hearing.held", "hearing.before_conclusion", "hearing.older", "hearing.disabled",
    "hearing.youth", "measures.complete",
)  # fmt: skip


def terms(language: Language = "fi") -> Terms:
    return Terms(words(language), VOCABULARY, CHECKLIST)


def said(condition: Any, language: Language = "fi") -> str:
    return str(terms(language).condition(CONDITION.validate_python(condition)).html())


@pytest.mark.parametrize(("leaf", "sentence"), LEAVES, ids=[str(leaf) for leaf, _ in LEAVES])
def test_a_test_on_a_subject_is_a_sentence(leaf: dict[str, Any], sentence: str) -> None:
    assert said(leaf) == sentence


@pytest.mark.parametrize("fact", FACTS)
def test_a_fact_is_a_sentence_and_so_is_its_contrary(fact: str) -> None:
    yes, no = (said({"case": fact, "is": value}) for value in ("true", "false"))
    assert yes.endswith(".")
    assert no.endswith(".")
    assert yes != no


def test_several_conditions_are_a_list_under_what_joins_them() -> None:
    only = {"question": "only", "is": "yes"}
    both = {"any": [only, {"all": [only, {"case": "depth", "is": "light"}]}]}
    inner = "”Onko tila ainoa?”: vastaus on ”Kyllä”"
    assert said(both) == (
        f'Ainakin yksi näistä toteutuu:<ul class="parts"><li>{inner}</li><li>Kaikki nämä toteutuvat:'
        f'<ul class="parts"><li>{inner}</li><li>Arvioinnin laajuus: ”kevyt”</li></ul></li></ul>'
    )


def test_a_single_part_speaks_for_itself() -> None:
    only = {"question": "only", "is": "yes"}
    assert said({"all": [only]}) == said({"any": [only]}) == said(only)


def test_what_must_not_hold_is_said_so() -> None:
    only, full = {"question": "only", "is": "yes"}, {"case": "depth", "is": "full"}
    assert said({"not": only}).startswith("Tämä ei toteudu:<ul")
    assert said({"not": {"any": [only, full]}}).startswith("Mikään näistä ei toteudu:<ul")
    assert said({"not": {"all": [only, full]}}).startswith("Nämä eivät kaikki toteudu:<ul")


def test_no_parts_hold_always_or_never() -> None:
    assert [said({"all": []}), said({"any": []})] == ["aina", "ei koskaan"]
    assert [said({"not": {"any": []}}), said({"not": {"all": []}})] == ["aina", "ei koskaan"]


def test_of_many_groups_the_first_are_named_and_the_rest_counted() -> None:
    told = said({"question": "lost", "at_most": "-1", "group_tag": "many"})
    assert "Nuoret, Pienet lapset, Ryhmä 0, Ryhmä 1, Ryhmä 2, Ryhmä 3 ja 2 muuta (<code>many</code>)" in told


def test_what_an_answer_should_be_has_no_subject() -> None:
    question = CHECKLIST.by_id["members"][1]
    accept = CONDITION.validate_python({"any": [{"at_least": "1"}, {"not": {"is": "7"}}]})
    told = str(terms().accepted(accept, question).html())
    assert re.findall(r"<li>([^<]+)", told) == [
        "vastaus on vähintään 1 jäsentä",
        "Tämä ei toteudu:",
        "vastaus on tasan 7 jäsentä",
    ]


def test_a_level_says_from_which_points_it_is_reached() -> None:
    high, last = (Level.model_validate({"id": "x", "label": {"fi": "x"}, **more}) for more in ({"at_most": "3"}, {}))
    assert terms().level(high) == "pisteitä on enintään 3"
    assert terms().level(last) == ""


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("sv", '”<span lang="fi">Onko tila ainoa?</span>”: svaret är ”<span lang="fi">Kyllä</span>”'),
        ("en", '“<span lang="fi">Onko tila ainoa?</span>”: the answer is “yes (en)”'),
    ],
)
def test_words_of_another_language_are_marked_with_it(language: Language, sentence: str) -> None:
    assert said({"question": "only", "is": "yes"}, language) == sentence
