"""What must hold in an assessment as a whole: its checklists are known, and what it points at exists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from eva.assessment import Assessment, UsedChecklist
from eva.catalog.checks.answers import Names, answer_flaws, names_in, question_flaws
from eva.catalog.checks.checklist import checklist_flaws
from eva.catalog.checks.flaw import Flaw, twice, unknown
from eva.catalog.guide import at_path
from eva.catalog.reading import Path
from eva.checklist import Checklist
from eva.library import Library
from eva.pointers import addresses
from eva.snapshots import meaning, snapshot_of, wording
from eva.vocabulary import Vocabulary

CASE = "case"
"""Under a flag raised once, the key that stands where alternatives stand under others."""


def assessment_flaws(assessment: Assessment, library: Library | None, data: Any) -> Iterator[Flaw]:
    """Everything wrong with an assessment that has the right shape; `data` is the document that it was made of.

    Without a library only the checklists in its own snapshots are known; answers to others are taken as they are, and
    population groups too, because snapshots hold only the groups that the checklists name.
    """
    yield from _checklists(assessment, library)
    yield from _snapshots(assessment, data)
    yield from _lists(assessment)
    known = library or Library(Vocabulary(), {})
    words = None if library is None else library.vocabulary_for(assessment)
    names = names_in(assessment, known.used_by(assessment), words)
    yield from answer_flaws(assessment, names)
    yield from _pointers(assessment, names)
    yield from _hidden(assessment, data)


def _checklists(assessment: Assessment, library: Library | None) -> Iterator[Flaw]:
    yield from twice(("checklists",), (used.id for used in assessment.checklists))
    for number, used in enumerate(assessment.checklists):
        path: Path = ("checklists", number)
        if used.key in assessment.snapshots:
            held = assessment.snapshots[used.key]
            yield from _hashes(used, {"meaning": meaning(held), "wording": wording(held)}, path)
        elif library is not None and used.key in library.checklists:
            yield from _changes(used, *_hashes_of(_Held(library.checklists[used.key], library.vocabulary)), path)
        elif library is not None:
            yield _unknown_checklist(used, library.checklists.values(), path)


@dataclass(frozen=True, slots=True, eq=False)
class _Held:
    """A checklist of the library, the same only as itself: telling whether two are equal takes as long as hashing."""

    checklist: Checklist
    vocabulary: Vocabulary

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Held) and self.checklist is other.checklist and self.vocabulary is other.vocabulary

    def __hash__(self) -> int:
        return hash((id(self.checklist), id(self.vocabulary)))


@lru_cache(maxsize=200)
def _hashes_of(held: _Held) -> tuple[str, str]:
    """Meaning and wording, worked out once for each checklist of a library: every edit is held against them."""
    snapshot = snapshot_of(held.checklist, held.vocabulary)
    return meaning(snapshot), wording(snapshot)


def _unknown_checklist(used: UsedChecklist, checklists: Iterable[Checklist], path: Path) -> Flaw:
    versions = {checklist.id: checklist.version for checklist in checklists}
    if used.id in versions:
        return Flaw("E502", (*path, "version"), {"name": used.key, "version": versions[used.id], "id": used.id})
    return unknown("E501", (*path, "id"), used.id, versions)


def _hashes(used: UsedChecklist, computed: Mapping[str, str], path: Path) -> Iterator[Flaw]:
    """A snapshot carries the hashes under which it is listed, or the document was tampered with."""
    for key, digest in computed.items():
        said = getattr(used, key)
        if said is not None and said != digest:
            yield Flaw("E504", (*path, key), {"name": used.key, "hash": key})


def _changes(used: UsedChecklist, meant: str, worded: str, path: Path) -> Iterator[Flaw]:
    if used.meaning is not None and used.meaning != meant:
        yield Flaw("E503", (*path, "meaning"), {"name": used.key, "id": used.id})
    elif used.wording is not None and used.wording != worded:
        yield Flaw("W605", (*path, "wording"), {"name": used.key}, "warning")


def _snapshots(assessment: Assessment, data: Any) -> Iterator[Flaw]:
    for key, snapshot in assessment.snapshots.items():
        path: Path = ("snapshots", key)
        if key != snapshot.checklist.key:
            yield Flaw("E518", path, {"name": key, "id": snapshot.checklist.key})
        inside = checklist_flaws(snapshot.checklist, snapshot.vocabulary, at_path(data, (*path, "checklist")))
        for flaw in inside:
            yield Flaw(flaw.code, (*path, "checklist", *flaw.path), flaw.params, flaw.severity)


def _lists(assessment: Assessment) -> Iterator[Flaw]:
    for name in ("alternatives", "measures", "consultations", "sources", "follow_up"):
        yield from twice((name,), (one.id for one in getattr(assessment, name)))
    zeros = sum(alternative.zero for alternative in assessment.alternatives)
    if assessment.alternatives and zeros != 1:
        yield Flaw("E511", ("alternatives",), {"count": str(zeros)})


def _pointers(assessment: Assessment, names: Names) -> Iterator[Flaw]:
    for path, alternative in _named_alternatives(assessment):
        if alternative not in names.alternatives and (path[0] != "flags" or alternative != CASE):
            yield unknown("E512", path, alternative, names.alternatives)
    flags = {f"{key}/{flag.id}" for key, checklist in names.checklists.items() for flag in checklist.flags}
    sections = {f"{key}/{section.id}" for key, checklist in names.checklists.items() for section in checklist.sections}
    yield from _addresses("E515", "flags", assessment.flags, flags, names)
    yield from _addresses("E516", "section_reasons", assessment.section_reasons, sections, names)
    for flag, answers in assessment.flags.items():
        for alternative, answer in answers.items():
            if answer.measure is not None and answer.measure not in names.measures:
                yield unknown("E513", ("flags", flag, alternative, "measure"), answer.measure, names.measures)
    for number, aside in enumerate(assessment.aside):
        if aside.reason != "migration":
            yield from question_flaws(aside.question, ("aside", number, "question"), names)


def _named_alternatives(assessment: Assessment) -> Iterator[tuple[Path, str]]:
    if assessment.conclusion.recommended is not None:
        yield ("conclusion", "recommended"), assessment.conclusion.recommended
    if assessment.decision is not None and assessment.decision.alternative is not None:
        yield ("decision", "alternative"), assessment.decision.alternative
    for flag, answers in assessment.flags.items():
        for alternative in answers:
            yield ("flags", flag, alternative), alternative


def _addresses(code: str, key: str, said: Iterable[str], known: set[str], names: Names) -> Iterator[Flaw]:
    """Flaws of addresses `checklist/thing` that lead to nothing."""
    for address in said:
        checklist = address.partition("/")[0]
        if checklist not in names.used:
            yield unknown("E505", (key, address), checklist, names.used)
        elif checklist in names.checklists and address not in known:
            yield unknown(code, (key, address), address, known)


def _hidden(assessment: Assessment, data: Any) -> Iterator[Flaw]:
    for number, hidden in enumerate(assessment.hidden_from_public):
        if not addresses(data, hidden.path):
            yield Flaw("W606", ("hidden_from_public", number, "path"), {"value": hidden.path}, "warning")
