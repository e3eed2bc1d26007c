"""Rules of versions: which number has to rise, and that an id which went away neither vanishes nor comes back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from eva.checklist import Checklist
from eva.versions import Difference, Weight, differences

Rule = Literal[
    "removed_without_retired",
    "retired_came_back",
    "major_not_raised",
    "minor_not_raised",
    "patch_not_raised",
    "version_lowered",
]
_WEIGHTS: tuple[Weight, ...] = ("major", "minor", "patch")
_NOT_RAISED: dict[Weight, Rule] = {
    "major": "major_not_raised",
    "minor": "minor_not_raised",
    "patch": "patch_not_raised",
}


CODES: Mapping[Rule, str] = {
    "removed_without_retired": "E771",
    "retired_came_back": "E772",
    "major_not_raised": "E773",
    "minor_not_raised": "E774",
    "patch_not_raised": "E775",
    "version_lowered": "E776",
}
"""The code of each rule, by which a broken one is told."""


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a new version breaks, and the ids (`premises/yes` for an option) by which it does."""

    rule: Rule
    ids: tuple[str, ...]

    @property
    def code(self) -> str:
        """The code of the rule."""
        return CODES[self.rule]


@dataclass(frozen=True, slots=True)
class ChecklistDiff:
    """Two versions of one checklist: what differs, and the rules that the newer one breaks."""

    old: Checklist
    new: Checklist
    differences: tuple[Difference, ...]
    breaches: tuple[Breach, ...]

    def told(self, breach: Breach) -> dict[str, str]:
        """What the message of a broken rule says."""
        return {"ids": ", ".join(breach.ids), "old": self.old.version, "new": self.new.version}


def diff(old: Checklist, new: Checklist) -> ChecklistDiff:
    """Two versions of one checklist, compared; their ids are the same."""
    found = differences(old, new)
    return ChecklistDiff(old, new, found, tuple(_breaches(old, new, found)))


def _breaches(old: Checklist, new: Checklist, found: Sequence[Difference]) -> Iterator[Breach]:
    gone = [each for each in (*_ids(old), *old.retired) if each not in {*_ids(new), *new.retired}]
    if gone:
        yield Breach("removed_without_retired", tuple(gone))
    back = [each for each in old.retired if each in _ids(new)]
    if back:
        yield Breach("retired_came_back", tuple(back))
    raised = _raised(old.version, new.version)
    if raised == "lowered":
        yield Breach("version_lowered", ())
        return
    needed = next((weight for weight in _WEIGHTS if any(each.weight == weight for each in found)), None)
    if needed is not None and (raised is None or _WEIGHTS.index(raised) > _WEIGHTS.index(needed)):
        ids = (each.place or each.field for each in found if each.weight == needed)
        yield Breach(_NOT_RAISED[needed], tuple(dict.fromkeys(ids)))


def _ids(checklist: Checklist) -> tuple[str, ...]:
    """The ids of which `retired` speaks: of questions, sections, accounts, outcomes and flags."""
    parts = (checklist.sections, checklist.accounts, checklist.outcomes, checklist.flags)
    return (*checklist.by_id, *(each.id for part in parts for each in part))


def _raised(old: str, new: str) -> Weight | Literal["lowered"] | None:
    """The first number that differs; None where none does."""
    for weight, was, now in zip(_WEIGHTS, old.split("."), new.split("."), strict=True):
        if int(was) != int(now):
            return weight if int(now) > int(was) else "lowered"
    return None
