"""Two versions of a checklist in words, in each language: the broken rules first, then what weighs most."""

import pytest

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.versions_rules import diff
from eva.versions_sides import checklist_sides
from tests.builders import a_checklist, a_section, choice, impact, option, text

OLD = a_checklist(a_section(impact("a"), impact("b"), impact("gone")), a_section(choice("rent"), id="money"))
NEW = a_checklist(
    a_section(choice("rent", option("yes", exclusive=True), "no"), impact("a", help=text("Ohje")), id="money"),
    a_section(impact("new"), impact("b")),
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_kind_of_change_and_rule_has_its_words(language: Language) -> None:
    sides = checklist_sides(diff(OLD, NEW), words(language), language)
    assert "wellbeing@1.0.0" in sides.title
    assert len(sides.lead) == 2
    assert [chapter.sided for chapter in sides.chapters] == [False, True, False, False, True, True, True]


def test_a_person_reads_which_rule_is_broken_and_by_what() -> None:
    sides = checklist_sides(diff(OLD, NEW), words("en"), "en")
    assert [row.what for row in sides.chapters[0].rows] == [
        "E771 Removed, but not listed under retired: gone. Add it there, so that it is never used again.",
        "E773 What answers mean has changed: rent/yes. Raise the first number of the version (now 1.0.0 → 1.0.0).",
    ]
    moved = next(chapter for chapter in sides.chapters if chapter.title == "Moved to another section")
    assert [(row.what, row.before, row.after) for row in moved.rows] == [("question a: a?", "everyday", "money")]


def test_versions_without_a_difference_keep_the_rules() -> None:
    sides = checklist_sides(diff(OLD, OLD), words("en"), "en")
    assert (sides.lead[0], sides.chapters) == ("0 differences", ())
