"""Versions of a checklist in the library (versiot): which are known, and what differs between two of them.

The differences, their kinds and the rules are those of `eva diff`; here they are said in the reader's words.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from markupsafe import Markup

from eva.locale import Words
from eva.rendering.sides import sides_html
from eva.ui.present import marks
from eva.ui.present.change_values import value_in_words
from eva.ui.present.conditions import Terms
from eva.versions_rules import diff
from eva.versions_sides import checklist_sides
from eva.workflow_versions import KnownVersion

VERSIONS = "versions"
"""The part of a place that leads to the versions of a checklist: `ngo/versions`, `ngo/versions/1.0.0/2.0.0`."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two versions to compare: the place where they are, and the words that lead there."""

    old: KnownVersion
    new: KnownVersion
    place: str
    label: str


def versions_place(checklist_id: str, *names: str) -> str:
    """The place of the versions of a checklist, or of two of them."""
    return "/".join((checklist_id, VERSIONS, *names))


def pairs(known: Sequence[KnownVersion], words: Words) -> tuple[Pair, ...]:
    """What may be compared, the newest first: each version with the one before, and with the newest."""
    steps = list(reversed(list(pairwise(known))))
    leaps = [(each, known[-1]) for each in reversed(known[:-2])]
    return tuple(_pair(*each, words) for each in (*steps, *leaps))


def _pair(old: KnownVersion, new: KnownVersion, words: Words) -> Pair:
    label = words.get("library.versions.pair", old=old.name, new=new.name)
    return Pair(old, new, versions_place(new.checklist.id, old.name, new.name), label)


def chosen_pair(known: Sequence[KnownVersion], place: str, words: Words) -> Pair | None:
    """The two versions that a place names, else the newest two; None where there are not two."""
    named = {each.name: each for each in known}
    asked = place.split("/")[2:]
    if len(asked) == 2 and asked[0] != asked[1] and set(asked) <= named.keys():
        return _pair(named[asked[0]], named[asked[1]], words)
    return next(iter(pairs(known, words)), None)


def known_list(known: Sequence[KnownVersion], used: str, words: Words) -> str:
    """The versions as safe HTML, the newest first; `used` is the number that the open assessment is answered in."""
    newest = known[-1].checklist
    title = Markup("<h2>{}</h2>").format(Terms(words, known[-1].vocabulary, newest).text(newest.title))
    lines = marks.items(_line(each, used, words) for each in reversed(known))
    numbers = {each.checklist.version for each in known}
    notes = marks.paragraph(words.get("library.versions.doubled"), "aside") if len(numbers) < len(known) else Markup()
    if len(known) == 1:
        notes = marks.paragraph(words.get("library.versions.alone"), "aside") + _for_authors(newest.id, words)
    return str(Markup('<div class="library">{}{}{}</div>').format(title, lines, notes))


def _line(version: KnownVersion, used: str, words: Words) -> Markup:
    told = [words.get("library.versions.current" if version.current else "library.versions.kept")]
    told += [words.get("library.versions.used")] if version.checklist.version == used else []
    return Markup("<strong>{}</strong> {}").format(version.name, marks.sub(" · ".join(told)))


def _for_authors(checklist_id: str, words: Words) -> Markup:
    path = f"checklists/{checklist_id}"
    told, command = words.get("library.versions.author"), f"eva diff HEAD:{path} {path}"
    return marks.paragraph(Markup("{} <code>{}</code>").format(told, command), "aside")


def compared(pair: Pair, words: Words) -> str:
    """What differs between two versions, as safe HTML: texts in the reader's language, where the newer one has it."""
    old, new, language = pair.old, pair.new, words.language
    found = diff(old.checklist, new.checklist)
    elsewhere = tuple(f".{each}" for each in new.checklist.languages if each != language)
    theirs = language in new.checklist.languages
    seen = [each for each in found.differences if not (theirs and each.field.endswith(elsewhere))]
    before, after = (Terms(words, each.vocabulary, each.checklist) for each in (old, new))
    said = partial(value_in_words, before, after)
    sides = checklist_sides(replace(found, differences=tuple(seen)), words, language, said)
    hidden = len(found.differences) - len(seen)
    note = marks.paragraph(words.plural("library.versions.elsewhere", hidden), "aside") if hidden else Markup()
    title = Markup("<h3>{}</h3>").format(pair.label)
    inside = Markup(sides_html(sides, words, level=4))  # noqa: S704  escaped there
    return str(Markup('<div class="overview sided">{}{}{}</div>').format(title, note, inside))
