"""Receiving: what becomes of an edit that the browser sent, as a receipt in the person's language."""

from datetime import datetime

from eva import places
from eva.access import Person
from eva.editing import Edit
from eva.errors import EditConflict, EditRefused, NotAllowed, NotFound
from eva.locale import Words
from eva.ui import sheet
from eva.workflow import Office


def receive(edit: sheet.Edit, *, office: Office, assessment_id: str, person: Person, words: Words) -> sheet.Receipt:
    """Saves an edit and says what became of it; what was typed stays in the browser unless it is saved."""
    client = edit.seq.rpartition(".")[0]
    wish = Edit(edit.path, edit.value, seen=edit.seen or places.version(None), client=client)
    try:
        _make_measure(wish, office, assessment_id, person)
        return sheet.Saved(office.edit(assessment_id, wish, by=person).version)
    except EditConflict as told:
        theirs = places.read(office.store.load(assessment_id).assessment, edit.path)
        at = words.datetime(datetime.fromisoformat(told.params["at"]))
        return sheet.Conflicting(theirs, places.version(theirs), told.params["by"], at)
    except (EditRefused, NotAllowed, NotFound) as refused:
        return sheet.Refused(why(refused, words))


def _make_measure(wish: Edit, office: Office, assessment_id: str, person: Person) -> None:
    """Adds the measure that a flag is answered with, where the person chose to write a new one."""
    if not wish.path.startswith("flags/") or not wish.path.endswith("/measure") or wish.value is None:
        return
    if office.store.load(assessment_id).assessment.measure(str(wish.value)) is None:
        office.edit(assessment_id, Edit(f"measures/{wish.value}", {}, client=wish.client), by=person)


_REASONS = frozenset({"date_expected", "number_expected", "string_too_long"})


def why(refused: EditRefused | NotAllowed | NotFound, words: Words) -> str:
    """Why an edit was refused, and what to do about it."""
    params = dict(refused.params)
    if refused.code == "edit_invalid":
        reason = params["reason"] if params["reason"] in _REASONS else "other"
        params["reason"] = words.get(f"error.edit_reason.{reason}")
    return words.get(f"error.{refused.code}", **params)
