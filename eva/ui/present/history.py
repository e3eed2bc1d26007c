"""The history of an answer (muutoshistoria): who changed it, when, and from what to what, in the reader's words."""

from collections.abc import Sequence

from markupsafe import Markup

from eva import places
from eva.changes_sides import named, value_of
from eva.report_reader import Reader, reader_of
from eva.ui.form import Form
from eva.ui.present.frame import short
from eva.workflow_log import Told

SHOWN = 20
"""So many changes are told at once, the newest of them."""
LONGEST = 400
"""Characters of a text that stand in the history; the log itself keeps all of it."""


def history(form: Form, rows: Sequence[Told]) -> str:
    """The changes under a place, the newest first, as safe HTML."""
    reader = _reader(form)
    if not rows:
        return str(Markup("<p>{}</p>").format(form.words.get("history.none")))
    lines = Markup().join(_line(form, reader, each) for each in rows[:SHOWN])
    more = len(rows) - SHOWN
    rest = Markup("<p>{}</p>").format(form.words.plural("history.more", more)) if more > 0 else Markup()
    return str(Markup("<ol>{}</ol>{}").format(lines, rest))


def _reader(form: Form) -> Reader:
    opened, words = form.opened, form.words
    return reader_of(opened.assessment, opened.checklists, opened.vocabulary, words.language, words)


def _line(form: Form, reader: Reader, row: Told) -> Markup:
    words, place = form.words, places.split(row.change.path)
    who = row.change.by or words.get("history.nobody")
    when = words.get("history.when", at=words.datetime(row.change.at), by=who)
    act = words.get("history.undone") if row.undoes else ""
    field = list(named(place, reader, reader))[1:] or list(named(place, reader, reader))
    changed = words.get("history.erased")
    if not row.erased:
        changed = words.get(
            "history.change", before=told(place, row.before, reader), after=told(place, row.after, reader)
        )
    return Markup('<li><span class="when">{} {}</span> <b>{}:</b> {}</li>').format(when, act, ", ".join(field), changed)


def told(place: Sequence[str], value: object, reader: Reader) -> str:
    """A value in words, cut where it is long."""
    return short(value_of(place, value, reader), LONGEST)


def undone(form: Form, row: Told) -> str:
    """What was taken back, and what stands there now; of a removed record, that what pointed at it is to be checked."""
    reader, place = _reader(form), places.split(row.change.path)
    what = ", ".join(named(place, reader, reader))
    if len(place) == 2 and place[0] in places.LISTS and row.after is None:
        return form.words.get("history.record_back", what=what)
    return form.words.get("history.taken_back", what=what, now=told(place, row.before, reader))
