"""Whether a condition can hold at all, and whether it can fail: a bounded search through the situations of its leaves.

The search is sound in one direction only: `never` and `always` are proved; where there is too much to look at, or where
subjects hang together in ways that are not looked at, nothing is said.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from eva.catalog.lint.situations import Situation, Undecided, own_situations, situations
from eva.checklist import AnyQuestion, Checklist
from eva.rules import All, AnyOf, Condition, Leaf, Not, leaves
from eva.ternary import Ternary, every, some

MOST_LEAVES = 64
"""How many leaves a condition may have, with those that it implies, to be looked at."""

MOST_STEPS = 2000
"""How many partial situations the search looks at."""

MOST_IMPLIED = 12
"""How many conditions of other questions are taken into account."""

Verdict = Literal["never", "always"]

Grouped = tuple[tuple[Leaf, ...], tuple[Situation, ...]]
"""Leaves that read one subject, and the situations in which they may be."""


def verdict(condition: Condition, checklist: Checklist, own: AnyQuestion | None = None) -> Verdict | None:
    """Whether a condition never or always holds; None where it can do both, or where that is not decided.

    `own` is the question whose answer an `accept` judges. The conditions of the checklist must be free of errors.
    """
    given = () if own is not None else implied(condition, checklist)
    read = [leaf for each in (condition, *given) for leaf in leaves(each)]
    if len(read) > MOST_LEAVES:
        return None
    try:
        grouped = _grouped(read, checklist, own)
        if not _is_possible(All(all=(condition, *given)), grouped):
            return "never"
        if not _is_possible(All(all=(Not(not_=condition), *given)), grouped):
            return "always"
    except Undecided:
        pass
    return None


def implied(condition: Condition, checklist: Checklist) -> tuple[Condition, ...]:
    """What holds whenever the questions of a condition have answers: they, and those before them, are then asked.

    Nothing is given where no two of these conditions read the same subject: each can then be met apart from the others.
    """
    asked = tuple(_asked(condition, checklist))
    apart = {id(each): each for each in (condition, *(when for _, when in asked))}.values()
    read = Counter(subject for each in apart for subject in {_subject(leaf) for leaf in leaves(each)})
    if all(times == 1 for times in read.values()):
        return ()
    return tuple(AnyOf(any=(_unanswered(leaf), when)) for leaf, when in asked)


def _asked(condition: Condition, checklist: Checklist) -> Iterator[tuple[Leaf, Condition]]:
    """Leaves, each with a condition without which its question is not asked.

    Only conditions on questions that are asked once are taken, because those read the same everywhere.
    """
    pending, seen, count = list(leaves(condition)), set(), 0
    while pending and count < MOST_IMPLIED:
        leaf = pending.pop(0)
        if leaf.question is None or _subject(leaf) in seen:
            continue
        seen.add(_subject(leaf))
        section, question = checklist.by_id[leaf.question.rpartition(".")[2]]
        for when in (section.when, question.when):
            if when is not None and all(_is_asked_once(each, checklist) for each in leaves(when)):
                count += 1
                pending += leaves(when)
                yield leaf, when


def _unanswered(leaf: Leaf) -> Leaf:
    return Leaf(question=leaf.question, group=leaf.group, group_tag=leaf.group_tag, answered=False)


def _is_asked_once(leaf: Leaf, checklist: Checklist) -> bool:
    return leaf.question is not None and checklist.by_id[leaf.question.rpartition(".")[2]][1].scope == "case"


def _subject(leaf: Leaf) -> tuple[str | None, ...]:
    question = leaf.question and leaf.question.rpartition(".")[2]
    return question, leaf.perspective, leaf.account, leaf.case, leaf.group, leaf.group_tag


def _grouped(read: Sequence[Leaf], checklist: Checklist, own: AnyQuestion | None) -> tuple[Grouped, ...]:
    """Leaves by subject with their situations, those with the fewest first."""
    by_subject: dict[tuple[str | None, ...], list[Leaf]] = {}
    for leaf in read:
        by_subject.setdefault(_subject(leaf), []).append(leaf)
    found = []
    for together in by_subject.values():
        may_be = situations(together, checklist) if own is None else own_situations(together, own)
        found.append((tuple(together), tuple(sorted(may_be))))
    return tuple(sorted(found, key=lambda each: len(each[1])))


def _is_possible(condition: Condition, grouped: Sequence[Grouped]) -> bool:
    """Whether a condition holds in some situation; raises Undecided when the search takes too long."""
    steps = 0
    pending: list[tuple[int, Mapping[int, bool]]] = [(0, {})]
    while pending:
        steps += 1
        if steps > MOST_STEPS:
            raise Undecided
        depth, known = pending.pop()
        match _holds(condition, known):
            case Ternary.YES:
                return True
            case Ternary.OPEN:
                together, may_be = grouped[depth]
                names = [id(leaf) for leaf in together]
                pending += [(depth + 1, {**known, **dict(zip(names, each, strict=True))}) for each in may_be]
    return False


def _holds(condition: Condition, known: Mapping[int, bool]) -> Ternary:
    """Whether a condition holds as far as the truth of its leaves is known."""
    match condition:
        case All(all=parts):
            return every(_holds(part, known) for part in parts)
        case AnyOf(any=parts):
            return some(_holds(part, known) for part in parts)
        case Not(not_=part):
            return ~_holds(part, known)
        case Leaf():
            value = known.get(id(condition))
            return Ternary.OPEN if value is None else Ternary.of(value)
