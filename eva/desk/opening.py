"""Opening the office that the settings describe."""

from dataclasses import replace
from datetime import UTC, datetime
from uuid import uuid4

from eva.access import Person
from eva.catalog import document_flaws, load_assessment, load_library
from eva.catalog.shipped import folder, library_folders
from eva.library import Library
from eva.settings import Settings
from eva.storage.opening import open_store
from eva.workflow import Office

EXAMPLES_BY = Person("EVA")
"""Who brings the example cases into a store."""


def open_office(settings: Settings) -> Office:
    """The office over the settings' store, the shipped checklists and the installation's own.

    Raises StoreError where the database cannot be used, ProblemsFound where a checklist has mistakes.
    """
    library = load_library(*library_folders(settings))
    office = Office(
        open_store(settings),
        library,
        now=lambda: datetime.now(UTC),
        new_id=lambda: uuid4().hex,
        flaws=lambda assessment: document_flaws(assessment, library),
    )
    if settings.demo:
        bring_examples(office)
    return office


def with_library(office: Office, library: Library) -> Office:
    """The same office over another library."""
    return replace(office, library=library, flaws=lambda assessment: document_flaws(assessment, library))


def bring_examples(office: Office) -> None:
    """Puts the example cases that are not there yet into the store; those that people have changed stay as they are."""
    held = {summary.id for summary in office.register()}
    for file in sorted(folder("examples").glob("*/assessment.yaml")):
        example = load_assessment(file, office.library)
        if example.id not in held:
            office.bring(example, by=EXAMPLES_BY)
