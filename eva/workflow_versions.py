"""Use cases of known versions (tunnetut versiot): which versions of a checklist can be read, and so compared.

A library has one version of each; the older ones are those that stored assessments were answered in.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.assessment import Snapshot
from eva.checklist import Checklist
from eva.library import Library, order
from eva.vocabulary import Vocabulary

_SHOWN = slice(len("sha256:"), len("sha256:") + 8)


@dataclass(frozen=True, slots=True)
class KnownVersion:
    """A version with its words; `name` is its number, and a part of its hash where another one has that number too.

    `current` is the one of the library, in which new assessments are answered.
    """

    name: str
    checklist: Checklist
    vocabulary: Vocabulary
    current: bool


def known_versions(library: Library, checklist_id: str, kept: Mapping[str, Snapshot]) -> tuple[KnownVersion, ...]:
    """The versions of a checklist, the oldest first; `kept` are the used ones by their hash.

    What is kept under the number of another version with other content was changed without raising the number.
    """
    current = library.newest().get(checklist_id)
    if current is None:
        return ()
    older = {
        digest: each for digest, each in kept.items() if each.checklist.id == checklist_id and each.checklist != current
    }
    numbers = [current.version, *(each.checklist.version for each in older.values())]
    found = [KnownVersion(current.version, current, library.vocabulary, current=True)]
    for digest, each in older.items():
        number = each.checklist.version
        name = number if numbers.count(number) == 1 else f"{number}+{digest[_SHOWN]}"
        found.append(KnownVersion(name, each.checklist, each.vocabulary, current=False))
    return tuple(sorted(found, key=lambda each: (order(each.checklist.version), each.current, each.name)))
