"""What the library tells of the versions of a checklist, and of what differs between two."""

from html import unescape

import pytest

from eva.checklist import Checklist
from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.ui.present.library_versions import chosen_pair, compared, known_list, pairs
from eva.versions_rules import diff
from eva.workflow_versions import KnownVersion
from tests.builders import a_checklist, a_section, a_vocabulary, choice, impact, option
from tests.readings import told

HARMED = {"question": "rooms", "at_most": "-1"}
FLAG = {"id": "lost", "title": {"fi": "Tila menetetään"}, "when": HARMED, "cites": ["x"]}
OLD = a_checklist(
    a_section(impact("rooms", depth="full", text={"fi": "Miten tilat muuttuvat?", "sv": "Hur ändras lokalerna?"})),
    a_section(choice("rent", option("yes"), "no", text={"fi": "Nouseeko vuokra?"}), id="money"),
    flags=[{**FLAG, "severity": "amber"}],
)
NEW = a_checklist(
    a_section(
        impact("rooms", depth="light", text={"fi": "Miten <b>tilat</b> muuttuvat?", "sv": "Hur ändras <i>rummen</i>?"})
    ),
    a_section(
        choice("rent", option("yes", exclusive=True), "no", when=HARMED, text={"fi": "Nouseeko vuokra?"}), id="money"
    ),
    version="2.0.0",
    flags=[{**FLAG, "severity": "red"}],
)
PLAN = a_checklist(version="0.9.0")


def known(*checklists: Checklist) -> tuple[KnownVersion, ...]:
    return tuple(KnownVersion(each.version, each, a_vocabulary(), each is checklists[-1]) for each in checklists)


def shown(language: Language = "fi") -> str:
    pair = chosen_pair(known(OLD, NEW), "wellbeing/versions", words(language))
    assert pair is not None
    return unescape(told(compared(pair, words(language))))


def test_one_version_alone_teaches_when_there_will_be_something_to_compare() -> None:
    said = told(known_list(known(NEW), "", words("fi")))
    assert "Vertailtavaa ei ole vielä" in said
    assert "eva diff HEAD:checklists/wellbeing checklists/wellbeing" in said
    assert chosen_pair(known(NEW), "wellbeing/versions/1.0.0/2.0.0", words("fi")) is None


def test_each_version_says_where_it_is_and_which_one_the_open_assessment_has() -> None:
    said = told(known_list(known(OLD, NEW), "1.0.0", words("en")))
    assert said.index("2.0.0") < said.index("1.0.0")
    assert said.count("the open assessment is answered in this one") == 1
    assert "nothing to compare" not in said


def test_two_contents_under_one_number_are_explained() -> None:
    same = NEW.model_copy(update={"version": "1.0.0"})
    assert "utan att numret höjts" in told(known_list(known(OLD, same), "", words("sv")))


def test_each_version_is_compared_with_the_one_before_and_with_the_newest() -> None:
    offered = pairs(known(PLAN, OLD, NEW), words("fi"))
    assert [(pair.old.name, pair.new.name) for pair in offered] == [
        ("1.0.0", "2.0.0"),
        ("0.9.0", "1.0.0"),
        ("0.9.0", "2.0.0"),
    ]
    assert offered[2].place == "wellbeing/versions/0.9.0/2.0.0"


@pytest.mark.parametrize(
    "place",
    ["wellbeing/versions", "wellbeing/versions/7/8", "wellbeing/versions/2.0.0/2.0.0", "wellbeing/versions/<b>/"],
)
def test_an_address_that_names_no_two_versions_shows_the_newest_two(place: str) -> None:
    pair = chosen_pair(known(PLAN, OLD, NEW), place, words("fi"))
    assert pair is not None
    assert (pair.old.name, pair.new.name) == ("1.0.0", "2.0.0")


def test_any_two_versions_may_be_named_also_backwards() -> None:
    pair = chosen_pair(known(PLAN, OLD, NEW), "wellbeing/versions/2.0.0/0.9.0", words("fi"))
    assert pair is not None
    assert "E776" in told(compared(pair, words("fi")))


def test_conditions_levels_and_defaults_read_as_words() -> None:
    said = shown()
    assert "vain laaja arviointi kevyt ja laaja arviointi" in said
    assert "Huomautus Punainen hälytys" in said
    assert "”Miten <b>tilat</b> muuttuvat?”" in said
    assert "at_most" not in said
    assert "sulkee pois muut (exclusive): yes ei kyllä" in said


def test_texts_are_compared_in_the_readers_language_and_the_rest_is_counted() -> None:
    finnish, swedish = shown("fi"), shown("sv")
    assert "Miten tilat muuttuvat? Miten <b>tilat</b> muuttuvat?" in finnish
    assert "rummen" not in finnish
    assert "Lisäksi yksi sanamuodon ero on muilla kielillä." in finnish
    assert "Hur ändras lokalerna? Hur ändras <i>rummen</i>?" in swedish


def test_what_authors_wrote_is_never_markup() -> None:
    pair = chosen_pair(known(OLD, NEW), "wellbeing/versions", words("fi"))
    assert pair is not None
    assert "<b>" not in compared(pair, words("fi"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_rules_are_those_of_the_command(language: Language) -> None:
    careless = NEW.model_copy(update={"version": "1.0.1"})
    pair = chosen_pair(known(OLD, careless), "wellbeing/versions", words(language))
    assert pair is not None
    codes = [each.code for each in diff(OLD, careless).breaches]
    assert codes == ["E773"]
    assert all(code in compared(pair, words(language)) for code in codes)
