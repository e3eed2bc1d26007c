"""Taking back (kumoaminen): what becomes of a wish to undo, in the person's language; the log that a sheet shows."""

from collections.abc import Callable
from datetime import datetime

from eva.access import Person
from eva.errors import EditConflict, EditRefused, NotAllowed, NotFound
from eva.ui import sheet
from eva.ui.form import Form
from eva.ui.present.history import history, undone
from eva.ui.present.places import address
from eva.ui.receiving import why
from eva.workflow import Office
from eva.workflow_log import can_undo, told, undo


def log_of(form: Callable[[], Form], office: Office, person: Person, changed: Callable[[], None]) -> sheet.Log:
    """The log of the open assessment; `form` reads what is stored, `changed` hears that it has changed."""
    now = form()
    assessment_id = now.opened.assessment.id
    editable = bool(person.name.strip()) and not now.readonly
    return sheet.Log(
        saved_at=now.opened.stored.saved_at,
        undo=(lambda: take_back(now, office, person, changed)) if editable else None,
        stands=lambda: can_undo(office, assessment_id, by=person),
        history=lambda place: history(now, told(office, assessment_id, f"{place}/")),
    )


def take_back(before: Form, office: Office, person: Person, changed: Callable[[], None]) -> sheet.Undone:
    """Takes the person's last change back, and says what it was, or why it stays."""
    words, assessment_id = before.words, before.opened.assessment.id
    try:
        row = undo(office, assessment_id, by=person)
    except EditConflict as other:
        at = words.datetime(datetime.fromisoformat(other.params["at"]))
        told_of = words.get("history.conflict", by=other.params["by"], at=at)
        return sheet.Undone(told_of, other.params["path"], address(before, other.params["path"]))
    except (EditRefused, NotAllowed, NotFound) as refused:
        return sheet.Undone(why(refused, words))
    changed()
    path = row.change.path
    return sheet.Undone(undone(before, row), path, address(before, path))
