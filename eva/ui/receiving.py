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
        return sheet.Saved(office.edit(assessment_id, wish, by=person).version)
    except EditConflict as told:
        theirs = places.read(office.store.load(assessment_id).assessment, edit.path)
        at = words.datetime(datetime.fromisoformat(told.params["at"]))
        return sheet.Conflicting(theirs, places.version(theirs), told.params["by"], at)
    except (EditRefused, NotAllowed, NotFound) as refused:
        return sheet.Refused(_why(refused, words))


_REASONS = frozenset({"date_expected", "number_expected", "string_too_long"})


def _why(refused: EditRefused | NotAllowed | NotFound, words: Words) -> str:
    params = dict(refused.params)
    if refused.code == "edit_invalid":
        reason = params["reason"] if params["reason"] in _REASONS else "other"
        params["reason"] = words.get(f"error.edit_reason.{reason}")
    return words.get(f"error.{refused.code}", **params)
