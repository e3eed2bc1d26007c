"""The library (kirjasto): every checklist that an installation offers, and the vocabulary that they share."""

from collections.abc import Mapping
from dataclasses import dataclass

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.vocabulary import Vocabulary


def order(version: str) -> tuple[int, ...]:
    """The numbers of a version, by which it stands before or after another."""
    return tuple(int(part) for part in version.split("."))


def matches(checklist: Checklist, name: str) -> bool:
    """Whether `ngo@1.0.0`, `ngo@1.0`, `ngo@1` or `ngo` names this version of a checklist."""
    wanted, at, version = name.partition("@")
    numbers = version.split(".")
    return checklist.id == wanted and (not at or checklist.version.split(".")[: len(numbers)] == numbers)


@dataclass(frozen=True, slots=True)
class Library:
    """Checklists by `id@version`, with one vocabulary."""

    vocabulary: Vocabulary
    checklists: Mapping[str, Checklist]

    def newest(self) -> Mapping[str, Checklist]:
        """The newest version of each checklist, by checklist id."""
        found: dict[str, Checklist] = {}
        for checklist in self.checklists.values():
            held = found.get(checklist.id)
            if held is None or order(checklist.version) > order(held.version):
                found[checklist.id] = checklist
        return found

    def named(self, name: str) -> Checklist | None:
        """The newest version that `ngo@1.0.0`, `ngo@1` or `ngo` names; None where there is none."""
        found = [checklist for checklist in self.checklists.values() if matches(checklist, name)]
        return max(found, key=lambda checklist: order(checklist.version), default=None)

    def newer(self, assessment: Assessment) -> Mapping[str, Checklist]:
        """The newest version, by checklist id, of each checklist that an assessment uses in an older one."""
        newest = self.newest()
        return {
            used.id: newest[used.id]
            for used in assessment.checklists
            if used.id in newest and order(newest[used.id].version) > order(used.version)
        }

    def used_by(self, assessment: Assessment) -> Mapping[str, Checklist]:
        """The checklists that an assessment answers, by checklist id: its own snapshots first, then the library.

        A checklist that is in neither is left out; loading has told about it.
        """
        found: dict[str, Checklist] = {}
        for used in assessment.checklists:
            if used.key in assessment.snapshots:
                found[used.id] = assessment.snapshots[used.key].checklist
            elif used.key in self.checklists:
                found[used.id] = self.checklists[used.key]
        return found

    def vocabulary_for(self, assessment: Assessment) -> Vocabulary:
        """The words for an assessment: the library's, completed by those of its snapshots."""
        snapshots = [snapshot.vocabulary for snapshot in assessment.snapshots.values()]
        if not snapshots:
            return self.vocabulary
        return Vocabulary(
            references={key: value for each in (*snapshots, self.vocabulary) for key, value in each.references.items()},
            scales=self.vocabulary.scales if self.vocabulary.scales.impact else snapshots[0].scales,
            perspectives={k: v for each in (*snapshots, self.vocabulary) for k, v in each.perspectives.items()},
            population_groups={
                key: value for each in (*snapshots, self.vocabulary) for key, value in each.population_groups.items()
            },
        )
