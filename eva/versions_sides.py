"""Two versions of a checklist in a reader's words: the rules that are broken first, then what weighs most."""

from collections.abc import Callable, Iterator
from typing import Literal

from eva.report_reader import Words
from eva.sides import Chapter, Row, Sides, shown
from eva.text import Language
from eva.versions import Act, Difference
from eva.versions_rules import Breach, ChecklistDiff

Side = Literal["before", "after"]
ACTS: tuple[Act, ...] = ("rescored", "removed", "added", "moved", "reordered", "reworded")
"""The kinds of change, those first after which an answer may mean something else."""


Said = Callable[[Difference, Side], str]
"""How a value of a difference reads on one side; also as safe HTML, where that is asked for."""


def as_written(difference: Difference, side: Side) -> str:
    """A value as it stands in the file of a checklist."""
    return shown(difference.before if side == "before" else difference.after)


def checklist_sides(found: ChecklistDiff, words: Words, language: Language, said: Said = as_written) -> Sides:
    """What differs between two versions, the values as they are `said`, and which rules the newer one breaks."""
    title = words.get("versions.title", old=found.old.key, new=found.new.key)
    counted = words.plural("versions.differences", len(found.differences))
    verdict = words.plural("versions.breaches", len(found.breaches)) if found.breaches else words.get("versions.kept")
    return Sides(title, (counted, verdict), tuple(_chapters(found, words, language, said)))


def _chapters(found: ChecklistDiff, words: Words, language: Language, said: Said) -> Iterator[Chapter]:
    if found.breaches:
        rows = tuple(Row(_told(each, found, words)) for each in found.breaches)
        yield Chapter(words.get("versions.breaches.title"), rows)
    for act in ACTS:
        rows = tuple(_row(each, words, language, said) for each in found.differences if each.act == act)
        if rows:
            yield Chapter(words.get(f"versions.act.{act}"), rows, sided=act not in ("added", "removed"))


def _told(breach: Breach, found: ChecklistDiff, words: Words) -> str:
    """A broken rule by its code, with the ids by which it is broken and what to do."""
    return f"{breach.code} {words.get(f'error.{breach.code}', **found.told(breach))}"


def _row(difference: Difference, words: Words, language: Language, said: Said) -> Row:
    noun = words.get(f"versions.noun.{difference.noun}")
    what = f"{noun} {difference.place}".rstrip()
    if difference.act == "reordered":
        what = words.get("versions.reordered", where=difference.place or difference.address[0], noun=noun)
    elif difference.field and difference.act != "moved":
        key = difference.field.partition(".")[0]
        what += f", {words.get(f'versions.field.{key}')} ({difference.field})"
    called = difference.title.get(language) if difference.title is not None and difference.place else ""
    if called and called not in (difference.before, difference.after):
        what += f": {' '.join(called.split())}"
    if difference.act in ("added", "removed"):
        return Row(what)
    return Row(what, said(difference, "before"), said(difference, "after"))
