"""What a migration does, figure by figure and in words: no level and no flag changes in silence."""

from typing import Any

import pytest

from eva.answers import Answer
from eva.assessment import Assessment
from eva.checklist import AnyQuestion
from eva.locale import words
from eva.migration import Versions, last_migration, migrated, taken_back
from eva.migration_report import MigrationReport, Sided, State, migration_report
from eva.migration_sides import migration_sides
from eva.report_reader import reader_of
from eva.sides import Row, Sides
from eva.snapshots import snapshot_of
from eva.text import LANGUAGES, Language
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    impact,
    no_effect,
    option,
    rated,
    text,
)

YES = {"question": "rent", "is": "yes"}
WORDS = a_vocabulary()


def a_version(number: str, *, points: str, low: str, severity: str, needs: str, harm: bool = True, **keys: Any) -> Any:
    questions: list[AnyQuestion] = [
        choice("rent", option("yes", points={"raw": points}), "no"),
        *([impact("harm")] if harm else []),
    ]
    levels = [{"id": "low", "label": text("Low"), "at_most": low}, {"id": "high", "label": text("High")}]
    when = {"question": "rent", "is": needs}
    return a_checklist(
        a_section(*questions),
        *keys.pop("sections", []),
        version=number,
        accounts=[{"id": "raw", "title": text("Raw points"), "levels": levels}],
        outcomes=[{"id": "need", "title": text("Need"), "levels": [
            {"id": "full", "label": text("Full"), "reasons": [{"id": "lost", "text": text("Lost"), "when": when}]},
            {"id": "none", "label": text("None")}]}],
        flags=[{"id": "only", "title": text("Only place"), "severity": severity, "when": YES}, *keys.pop("flags", [])],
        **keys,
    )  # fmt: skip


DARK = {"id": "dark", "title": text("Dark"), "severity": "red", "when": YES}
OLD = a_version("1.0.0", points="1", low="2", severity="red", needs="yes", flags=[DARK],
                sections=[a_section(impact("gone"), id="services")])  # fmt: skip
NEW = a_version("2.0.0", points="3", low="2", severity="amber", needs="no", retired=["gone", "services", "dark"])
SAME = OLD.model_copy(update={"version": "1.0.1"})
DRAFT = an_assessment(
    OLD,
    {"rent": chosen("yes"), "harm": rated(ve1=-2), "gone": no_effect()},
    flags={"wellbeing/dark": {"case": {"justification": "Ei haittaa."}}},
    section_reasons={"wellbeing/services": "Palvelut eivät muutu."},
)


def both(new: Any, before: Assessment = DRAFT) -> tuple[Assessment, Versions]:
    versions = Versions(snapshot_of(OLD, WORDS), snapshot_of(new, WORDS), inside=False)
    return migrated(before, versions, by="Anna", at=None), versions


def report(new: Any = NEW, before: Assessment = DRAFT) -> MigrationReport:
    after, versions = both(new, before)
    then = State(after, by_checklist_id(new), WORDS)
    return migration_report(State(before, by_checklist_id(OLD), WORDS), then, versions.way)


def told(found: MigrationReport, language: Language = "en") -> Sides:
    said = words(language)
    reader = reader_of(DRAFT, by_checklist_id(found.way.new), WORDS, language, said)
    return migration_sides(found, reader, said)


def rows(sides: Sides, title: str) -> tuple[Row, ...]:
    return next(chapter.rows for chapter in sides.chapters if chapter.title == title)


def test_every_level_and_flag_that_changes_is_listed_first() -> None:
    sides = told(report())
    assert not report().silent
    assert sides.chapters[0].rows == (
        Row("Raw points", "Low", "High"),
        Row("Need", "Full", "None"),
        Row("Only place", "Red flag, open", "Caution, open"),
        Row("Dark", "Red flag, answered", "–"),
    )


def test_a_version_that_only_words_differ_in_changes_nothing_in_silence_or_aloud() -> None:
    assert report(SAME).silent
    sides = told(report(SAME))
    assert sides.lead[-1] == "No level and no flag changes."
    assert [chapter.title for chapter in sides.chapters] == ["Answers carried over as they are"]


def test_what_goes_aside_or_has_no_place_is_listed_with_its_reason() -> None:
    found = report()
    assert found.unplaced == ("flags/wellbeing/dark", "section_reasons/wellbeing/services")
    sides = told(found)
    assert rows(sides, "Answers that are set aside") == (Row("gone?", "", "The question is no longer asked."),)
    assert [row.what for row in rows(sides, "Texts that have no place in the other version")] == [
        "Answer to the flag: Dark",
        "Why the section has no effects: services",
    ]


def test_a_carried_answer_whose_question_counts_otherwise_is_to_be_checked() -> None:
    assert [(each.after, each.changed) for each in report().carried] == [
        ("wellbeing/everyday.rent", True),
        ("wellbeing/everyday.harm", False),
    ]


def test_figures_stand_side_by_side() -> None:
    without = a_version("2.0.0", points="3", low="2", severity="red", needs="yes", harm=False)
    figures = rows(told(report(without)), "Figures that change")
    assert Row("Raw points", "1", "3") in figures
    assert ("wellbeing, Everyone affected, VE1", "−2 / 0", "–") in {
        (row.what, row.before, row.after) for row in figures
    }


def test_a_new_question_waits_for_an_answer_and_is_a_finding() -> None:
    services, extra = a_section(impact("gone"), id="services"), a_section(impact("new"), id="more")
    more = a_version(
        "1.1.0", points="1", low="2", severity="red", needs="yes", flags=[DARK], sections=[services, extra]
    )
    found = report(more)
    assert found.unanswered == ("wellbeing/more.new",)
    come = rows(told(found), "Findings that appear or disappear")
    assert ("–", "there") in {(row.before, row.after) for row in come if row.what.endswith("new?")}


def test_the_way_back_tells_what_returns() -> None:
    after, versions = both(NEW)
    record = last_migration(after)
    assert record is not None
    back = taken_back(after, record, versions.way)
    states = State(after, by_checklist_id(NEW), WORDS), State(back, by_checklist_id(OLD), WORDS)
    found = migration_report(*states, versions.way.back())
    assert found.returned == ("wellbeing/services.gone",)
    assert [row.what for row in rows(told(found), "Answers that return")] == ["gone?"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("answer", [chosen("yes"), chosen("no"), Answer()])
def test_the_report_speaks_each_language_however_the_answers_stand(language: Language, answer: Answer) -> None:
    before = an_assessment(OLD, {"rent": answer, "harm": rated(ve0=1)})
    sides = told(report(before=before), language)
    assert all(row.what for chapter in sides.chapters for row in chapter.rows)


def test_a_figure_has_at_least_one_side() -> None:
    with pytest.raises(ValueError, match="without sides"):
        Sided(None, None, changed=True).one  # noqa: B018  asking is what fails
