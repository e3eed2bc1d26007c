"""The walk through a checklist: everything it may ask and conclude, in order and in words."""

import re

import pytest

from eva.catalog import load_library
from eva.catalog.shipped import folder
from eva.checklist import Checklist
from eva.library import Library
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.walkthrough import walkthrough
from eva.vocabulary import Vocabulary

VOCABULARY = Vocabulary.model_validate(
    {
        "references": {"act": {"title": {"fi": "Laki"}, "kind": "act", "url": {"fi": "https://example.org/laki"}}},
        "perspectives": {"ngo": {"label": {"fi": "Järjestöt"}, "angle": "residents"}},
        "population_groups": {"youth": {"label": {"fi": "Nuoret"}}},
    }
)
PREMISES = {
    "id": "premises",
    "title": {"fi": "Tilat"},
    "intro": {"fi": "Ajattele *iltoja*."},
    "perspective": "ngo",
    "when": {"question": "only", "answered": "true"},
    "questions": [
        {
            "id": "lost",
            "kind": "impact",
            "depth": "light",
            "text": {"fi": "Miten tilat muuttuvat?"},
            "help": {"fi": "<script>alert(1)</script>"},
            "examples": [{"fi": "Kerho menettää tilan."}],
            "groups": ["youth"],
            "cites": ["act"],
            "sdg": ["11"],
        },
        {
            "id": "only",
            "kind": "choice",
            "required": "true",
            "text": {"fi": "Onko tila ainoa?"},
            "when": {"question": "lost", "at_most": "-1"},
            "options": [
                {"id": "yes", "label": {"fi": "Kyllä"}, "points": {"need": "2"}, "flag": "only_place"},
                {"id": "no", "label": {"fi": "Ei"}, "help": {"fi": "Lähellä on toinen."}},
            ],
        },
        {
            "id": "rent",
            "kind": "number",
            "unit": "eur_per_year",
            "scope": "alternative",
            "text": {"fi": "Mitä uusi maksaa?"},
            "accept": {"at_least": "0"},
        },
    ],
}
CHECKLIST = Checklist.model_validate(
    {
        "id": "ngo",
        "version": "1.2.0",
        "title": {"fi": "Järjestöt"},
        "purpose": {"fi": "Auttaa arvioimaan."},
        "cites": ["act"],
        "sections": [PREMISES],
        "accounts": [
            {
                "id": "need",
                "title": {"fi": "Tarve"},
                "levels": [
                    {"id": "low", "label": {"fi": "matala"}, "at_most": "1"},
                    {"id": "high", "label": {"fi": "korkea"}},
                ],
            },
            {"id": "all", "title": {"fi": "Kaikki"}, "sum": ["need"]},
            {
                "id": "net",
                "title": {"fi": "Netto"},
                "cases": [
                    {"when": {"account": "need", "at_least": "2"}, "value": {"percent": "85", "of": "need"}},
                    {"value": "0"},
                ],
            },
        ],
        "outcomes": [
            {
                "id": "scope",
                "title": {"fi": "Laajuus"},
                "levels": [
                    {
                        "id": "wide",
                        "label": {"fi": "laaja"},
                        "match": "all",
                        "depth": "full",
                        "checklists": ["ngo", "elsewhere"],
                        "reasons": [
                            {"id": "only", "text": {"fi": "Tila on ainoa."}, "when": {"question": "only", "is": "yes"}}
                        ],
                    },
                    {"id": "none", "label": {"fi": "suppea"}},
                ],
            }
        ],
        "flags": [
            {
                "id": "only_place",
                "title": {"fi": "Ainoa paikka poistuu"},
                "severity": "red",
                "needs": ["justification", "measure"],
                "when": {"case": "hearing.held", "is": "false"},
                "cites": ["act"],
            }
        ],
    }
)


def walked(language: Language = "fi") -> str:
    return walkthrough(CHECKLIST, Library(VOCABULARY, {CHECKLIST.key: CHECKLIST}), words(language))


def told(language: Language = "fi") -> str:
    """The words of the page, a space between its parts."""
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", walked(language)))


@pytest.mark.parametrize(
    "sentence",
    [
        "Versio 1.2.0 · 1 kysymys kevyessä, 3 laajassa arvioinnissa · 1 lähde",
        "Osio kysytään, kun ”Onko tila ainoa?”: on vastattu",
        "Näkökulma Järjestöt",
        "vaikutus −3 … +3 jokaisessa vaihtoehdossa · kevyt ja laaja arviointi · tunniste lost",
        "Ehdotetut ryhmät Nuoret",
        "Esimerkkejä Kerho menettää tilan.",
        "Agenda 2030 11",
        "yksi vastausvaihtoehto · vain laaja arviointi · vastattava · tunniste only",
        "Kysytään, kun ”Miten tilat muuttuvat?” (mikä tahansa ryhmä): arvio on −1 tai huonompi",
        "Kyllä Pisteitä 2: Tarve Nostaa esiin: Ainoa paikka poistuu Ei Lähellä on toinen.",
        "luku · vain laaja arviointi · erikseen jokaisesta päätösvaihtoehdosta · tunniste rent",
        "Vastauksen ehto vastaus on vähintään 0\N{NO-BREAK SPACE}€",
        "laaja Toteutuu, kun kaikki perusteet toteutuvat. Arvioinnin laajuus: laaja.",
        "Ehdottaa tarkistuslistoja: Järjestöt, elsewhere.",
        "Tila on ainoa. ”Onko tila ainoa?”: vastaus on ”Kyllä”",
        "suppea Muuten.",
        "Tarve Valittujen vaihtoehtojen pisteet yhteensä. matala : pisteitä on enintään 1 korkea : muuten",
        "Kaikki Yhteensä: Tarve",
        "Netto 85\N{NO-BREAK SPACE}% pisteistä ”Tarve” ”Tarve”: pisteitä on vähintään 2 0 muuten",
        "Punainen hälytys Ainoa paikka poistuu Nousee, kun Ketään ei ole kuultu. ”Onko tila ainoa?”: vastaus",
        "Vastaukseksi tarvitaan kirjallinen perustelu lieventämistoimi, jolla on vastuutaho, määräaika ja rahoitus",
    ],
)
def test_the_page_says(sentence: str) -> None:
    assert sentence.replace("\N{NO-BREAK SPACE}", " ") in told()


def test_questions_stand_in_the_order_in_which_they_are_asked() -> None:
    page = told()
    places = [
        page.index(question) for question in ("Miten tilat muuttuvat? ", "Onko tila ainoa? ", "Mitä uusi maksaa?")
    ]
    assert places == sorted(places)


def test_sources_are_links_and_what_people_wrote_is_never_run() -> None:
    assert '<a href="https://example.org/laki" target="_blank" rel="noopener">Laki</a>' in walked()
    assert "<script>" not in walked()
    assert "<em>iltoja</em>" in walked()


def test_a_text_in_another_language_is_marked_with_it() -> None:
    assert '<h3><span lang="fi">Tilat</span></h3>' in walked("sv")


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_shipped_checklist_can_be_walked_through(language: Language) -> None:
    library = load_library(folder("checklists"))
    for checklist in library.newest().values():
        page = walkthrough(checklist, library, words(language))
        assert page.count("<article>") >= len(checklist.by_id)
        assert f"<h2>{checklist.title.get(language)}</h2>" in page
