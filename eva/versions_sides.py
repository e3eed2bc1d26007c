"""Two versions of a checklist in a reader's words: the rules that are broken first, then what weighs most."""

from collections.abc import Iterator

from eva.report_reader import Words
from eva.sides import Chapter, Row, Sides, shown
from eva.text import Language
from eva.versions import Act, Difference
from eva.versions_rules import Breach, ChecklistDiff

ACTS: tuple[Act, ...] = ("rescored", "removed", "added", "moved", "reordered", "reworded")
"""The kinds of change, those first after which an answer may mean something else."""


def checklist_sides(found: ChecklistDiff, words: Words, language: Language) -> Sides:
    """What differs between two versions, and which rules the newer one breaks."""
    title = words.get("versions.title", old=found.old.key, new=found.new.key)
    counted = words.plural("versions.differences", len(found.differences))
    verdict = words.plural("versions.breaches", len(found.breaches)) if found.breaches else words.get("versions.kept")
    return Sides(title, (counted, verdict), tuple(_chapters(found, words, language)))


def _chapters(found: ChecklistDiff, words: Words, language: Language) -> Iterator[Chapter]:
    if found.breaches:
        rows = tuple(Row(_told(each, found, words)) for each in found.breaches)
        yield Chapter(words.get("versions.breaches.title"), rows)
    for act in ACTS:
        rows = tuple(_row(each, words, language) for each in found.differences if each.act == act)
        if rows:
            yield Chapter(words.get(f"versions.act.{act}"), rows, sided=act not in ("added", "removed"))


def _told(breach: Breach, found: ChecklistDiff, words: Words) -> str:
    """A broken rule by its code, with the ids by which it is broken and what to do."""
    return f"{breach.code} {words.get(f'error.{breach.code}', **found.told(breach))}"


def _row(difference: Difference, words: Words, language: Language) -> Row:
    noun = words.get(f"versions.noun.{difference.noun}")
    what = f"{noun} {difference.place}".rstrip()
    if difference.act == "reordered":
        what = words.get("versions.reordered", where=difference.place or difference.address[0], noun=noun)
    elif difference.field and difference.act != "moved":
        what += f", {difference.field}"
    called = difference.title.get(language) if difference.title is not None and difference.place else ""
    if called and difference.act != "reworded":
        what += f": {' '.join(called.split())}"
    if difference.act in ("added", "removed"):
        return Row(what)
    return Row(what, shown(difference.before), shown(difference.after))
