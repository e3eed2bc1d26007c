"""Versions on the case page: that there is a newer checklist, what it would change, and the way back."""

from dataclasses import dataclass

from markupsafe import Markup

from eva.checklist import Checklist
from eva.migration_report import MigrationReport
from eva.migration_sides import migration_sides
from eva.rendering.sides import sides_html
from eva.report_reader import reader_of
from eva.ui.form import Form
from eva.ui.present import marks
from eva.workflow import Office
from eva.workflow_migration import newer_versions, prospect, way_back


@dataclass(frozen=True, slots=True)
class Offer:
    """Something that a person may do: what it is about, the report behind it (both safe HTML), and its button.

    `checklist` is the version to take, None for the way back.
    """

    key: str
    told: Markup
    summary: str
    report: str
    button: str
    checklist: Checklist | None


def offers(form: Form, office: Office) -> tuple[Offer, ...]:
    """The newer versions that may be taken, and the way back from the last one taken; none where nothing is edited."""
    if form.readonly:
        return ()
    opened, words = form.opened, form.words
    found = []
    for checklist in newer_versions(office, opened):
        report = prospect(office, opened, checklist).report
        numbers = {"old": report.way.old.version, "new": checklist.version}
        found.append(
            Offer(
                key=checklist.key,
                told=marks.sentence(words, "ui.versions.newer", title=form.html_of(checklist.title), **numbers),
                summary=words.get("ui.versions.report"),
                report=_html(form, report),
                button=words.get("ui.versions.take", new=checklist.version),
                checklist=checklist,
            )
        )
    back = way_back(office, opened)
    return (*found, _back(form, back.report)) if back is not None else tuple(found)


def _back(form: Form, report: MigrationReport) -> Offer:
    words, way = form.words, report.way
    numbers = {"old": way.new.version, "new": way.old.version}
    return Offer(
        key="back",
        told=marks.sentence(words, "ui.versions.migrated", title=form.html_of(way.old.title), **numbers),
        summary=words.get("ui.versions.back_report"),
        report=_html(form, report),
        button=words.get("ui.versions.back", old=way.new.version),
        checklist=None,
    )


def _html(form: Form, report: MigrationReport) -> str:
    opened, words = form.opened, form.words
    checklists = {**opened.checklists, report.way.new.id: report.way.new}
    reader = reader_of(opened.assessment, checklists, opened.vocabulary, words.language, words)
    return sides_html(migration_sides(report, reader, words), words, level=3)
