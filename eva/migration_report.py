"""What a migration does (siirron selvitys): where each answer goes, and every figure before and after it."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from eva.answers import GroupKey
from eva.assessment import Assessment
from eva.carrying import Way, Why
from eva.checklist import Checklist
from eva.evaluation import Evaluation, evaluate
from eva.finding import Finding
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.points import AccountResult
from eva.scorecard import Cell
from eva.versions_rules import ChecklistDiff, diff
from eva.vocabulary import Vocabulary

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Sided(Generic[T]):
    """One figure before and after; None where there is none."""

    before: T | None
    after: T | None
    changed: bool

    @property
    def one(self) -> T:
        """Whichever of the two there is, the newer one first: it tells what the figure is of."""
        found = self.before if self.after is None else self.after
        if found is None:
            raise ValueError("a figure without sides")
        return found


@dataclass(frozen=True, slots=True)
class Carried:
    """An answer that is carried: its full id before and after, and whether its question is worded or counted anew."""

    before: str
    after: str
    changed: bool


@dataclass(frozen=True, slots=True)
class PutAside:
    """An answer that goes aside, and why."""

    question: str
    why: Why


@dataclass(frozen=True, slots=True)
class FlagState:
    """A flag that is raised, as severe as its version of the checklist has it."""

    raised: RaisedFlag
    severity: str


@dataclass(frozen=True, slots=True)
class Figures:
    """Every figure of an assessment before and after; `accounts` and `outcomes` by checklist."""

    cells: tuple[Sided[Cell], ...]
    accounts: tuple[tuple[str, Sided[AccountResult]], ...]
    outcomes: tuple[tuple[str, Sided[OutcomeResult]], ...]
    flags: tuple[Sided[FlagState], ...]
    findings: tuple[Sided[Finding], ...]
    complete: tuple[bool, bool]


@dataclass(frozen=True, slots=True)
class MigrationReport:
    """What a migration does to an assessment, or its way back.

    `returned` are answers (by full id) that come back from aside, `unanswered` questions that the other version asks
    and this one did not, `unplaced` answers to flags and reasons of sections (as `flags/…`, `section_reasons/…`) that
    have no place in the other version: on the way there the document keeps them for the way back, on the way back they
    end.
    """

    way: Way
    diff: ChecklistDiff
    carried: tuple[Carried, ...]
    aside: tuple[PutAside, ...]
    returned: tuple[str, ...]
    unanswered: tuple[str, ...]
    unplaced: tuple[str, ...]
    figures: Figures

    @property
    def silent(self) -> bool:
        """Whether no level of an account or outcome and no flag changes."""
        levels = [sided.changed for _, sided in self.figures.accounts]
        levels += [sided.changed for _, sided in self.figures.outcomes]
        return not any((*levels, *(sided.changed for sided in self.figures.flags)))


@dataclass(frozen=True, slots=True)
class State:
    """An assessment at one end of the way, with the checklists (by id) and the words by which it is read."""

    assessment: Assessment
    checklists: Mapping[str, Checklist]
    vocabulary: Vocabulary

    def evaluation(self) -> Evaluation:
        """What it comes to."""
        return evaluate(self.assessment, self.checklists, self.vocabulary)


def migration_report(before: State, after: State, way: Way) -> MigrationReport:
    """What happens between the two ends of a way."""
    own = {name: answer for name, answer in before.assessment.answers.items() if way.owns(name)}
    fates = {name: way.fate(name, answer) for name, answer in own.items()}
    compared = diff(way.old, way.new)
    touched = {each.address[1] for each in compared.differences if each.noun in ("question", "option")}
    targets = {fate.to for fate in fates.values() if fate.to is not None}
    later = after.evaluation()
    return MigrationReport(
        way=way,
        diff=compared,
        carried=tuple(
            Carried(name, fate.to, name.rpartition(".")[2] in touched)
            for name, fate in fates.items()
            if fate.to is not None
        ),
        aside=tuple(PutAside(name, fate.why) for name, fate in fates.items() if fate.why is not None),
        returned=tuple(name for name in after.assessment.answers if way.owns(name) and name not in targets),
        unanswered=tuple(
            each.full_id
            for each in later.asked
            if each.checklist.id == way.new.id and each.state == "unanswered" and each.question.id not in way.old.by_id
        ),
        unplaced=tuple(_unplaced(before.assessment, way)),
        figures=_figures(before, before.evaluation(), after, later),
    )


def _unplaced(assessment: Assessment, way: Way) -> Iterator[str]:
    yield from (f"flags/{name}" for name in assessment.flags if not way.knows_flag(name))
    yield from (f"section_reasons/{name}" for name in assessment.section_reasons if not way.knows_section(name))


def _figures(was: State, before: Evaluation, now: State, after: Evaluation) -> Figures:
    return Figures(
        cells=_sided(before.scorecard.cells.values(), after.scorecard.cells.values(), _cell_key, _cell),
        accounts=tuple(_by_checklist(before.accounts, after.accounts, lambda each: each.values(), _account)),
        outcomes=tuple(_by_checklist(before.outcomes, after.outcomes, lambda each: each, _outcome)),
        flags=_sided(_flags(was, before), _flags(now, after), _flag_key, _flag),
        findings=_sided(before.findings, after.findings, lambda each: (each.code, each.place, each.alternative), str),
        complete=(before.complete, after.complete),
    )


def _cell_key(cell: Cell) -> tuple[str, GroupKey, str]:
    return cell.perspective, cell.group, cell.alternative


def _cell(cell: Cell) -> Any:
    return cell.harm, cell.benefit, cell.residual_harm


def _account(account: AccountResult) -> Any:
    return account.value, account.low, account.high, account.level, account.possible_levels


def _outcome(outcome: OutcomeResult) -> Any:
    return outcome.level, outcome.reasons, outcome.possible_levels


def _flags(state: State, evaluation: Evaluation) -> Iterator[FlagState]:
    for raised in evaluation.flags:
        flag = state.checklists[raised.checklist].flag(raised.flag)
        yield FlagState(raised, flag.severity if flag is not None else "")


def _flag_key(state: FlagState) -> tuple[str, str, str | None]:
    return state.raised.checklist, state.raised.flag, state.raised.alternative


def _flag(state: FlagState) -> Any:
    return state.severity, state.raised.certain, state.raised.answered, state.raised.missing


def _by_checklist(
    before: Mapping[str, Any], after: Mapping[str, Any], listed: Callable[[Any], Iterable[T]], said: Callable[[T], Any]
) -> Iterator[tuple[str, Sided[T]]]:
    for name in dict.fromkeys((*after, *before)):
        was, now = listed(before[name]) if name in before else (), listed(after[name]) if name in after else ()
        yield from ((name, sided) for sided in _sided(was, now, _id, said))


def _id(one: Any) -> str:
    return str(one.id)


def _sided(
    before: Iterable[T], after: Iterable[T], key: Callable[[T], Any], said: Callable[[T], Any]
) -> tuple[Sided[T], ...]:
    """The two sides of each figure by its key, in the order of the later ones, then those that are gone."""
    was, now = {key(one): one for one in before}, {key(one): one for one in after}
    found = []
    for name in dict.fromkeys((*now, *was)):
        old, new = was.get(name), now.get(name)
        changed = old is None or new is None or said(old) != said(new)
        found.append(Sided(old, new, changed))
    return tuple(found)
