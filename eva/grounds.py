"""Grounds (perusteet): the answers that made a result what it is, and the open ones that may still change it.

A condition rests on those of its parts that decide it: on what holds where it holds, on what fails where it fails. A
figure rests on the answers that carry its points, and on those that decide which questions, case and level it has.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Self, assert_never

from eva.checklist import Checklist
from eva.conditions import holds, may_hold
from eva.reading import Sight, given, named_questions
from eva.rules import All, AnyOf, Condition, Figure, Leaf, Level, Not, leaves
from eva.ternary import Ternary


@dataclass(frozen=True, slots=True)
class Grounds:
    """Questions by full id: those whose answers made a result, and the open ones that may still change it."""

    answers: tuple[str, ...] = ()
    open: tuple[str, ...] = ()

    @classmethod
    def of(cls, answers: Iterable[str], still_open: Iterable[str]) -> Self:
        """Grounds that name every question once."""
        return cls(tuple(dict.fromkeys(answers)), tuple(dict.fromkeys(still_open)))


NamedGrounds = Mapping[str, Grounds]
"""The grounds of what conditions name beside questions: accounts by their ids, facts of the case as `case.<fact>`."""

_NONE = Grounds()


def answers_behind(condition: Condition, view: Sight, named: NamedGrounds) -> Iterator[str]:
    """The answers for which a condition holds, or does not hold, as answered so far.

    With an answer come those for which its question is asked; a hidden answer is none, and those that hide it are.
    """
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            held = holds(condition, view)
            for part in parts:
                if holds(part, view) is held:
                    yield from answers_behind(part, view, named)
        case Not(not_=part):
            yield from answers_behind(part, view, named)
        case Leaf():
            yield from _answers_read(condition, view, named)
        case _:
            assert_never(condition)


def open_behind(condition: Condition, view: Sight, named: NamedGrounds) -> Iterator[str]:
    """The open answers on which it depends whether a condition will hold; none where that is certain."""
    if may_hold(condition, view) is not Ternary.OPEN:
        return
    match condition:
        case All(all=parts) | AnyOf(any=parts):
            for part in parts:
                yield from open_behind(part, view, named)
        case Not(not_=part):
            yield from open_behind(part, view, named)
        case Leaf():
            for name in _named(condition):
                yield from named.get(name, _NONE).open
            for question in named_questions(view.checklist, condition):
                if may_hold(_about(condition, question), view) is Ternary.OPEN:
                    yield from open_answers(question, view)
        case _:
            assert_never(condition)


def open_answers(question_id: str, view: Sight) -> tuple[str, ...]:
    """What is open of a question in the alternatives of a view: its own answer, and those that decide if it applies."""
    return _found(_open, question_id, view)


def answers_that_ask(question_id: str, view: Sight) -> tuple[str, ...]:
    """The answers for which a question applies, or does not, in the alternatives of a view."""
    return _found(_asking_answers, question_id, view)


def _found(what: Callable[[str, Sight], Iterator[str]], question_id: str, view: Sight) -> tuple[str, ...]:
    """What there is to find of a question, worked out once for all that rests on it.

    The questions that decide about it come first, so that neither long chains nor many ways through them cost more.
    """
    if (what, question_id, view.alternative) not in view.found:
        names = tuple(_deciders_first(question_id, view, what))
        places = (None, *view.assessment.alternative_ids)
        view.found.update({(what, name, place): () for name in names for place in places})
        for name in names:
            for place in places:
                view.found[what, name, place] = tuple(dict.fromkeys(what(name, _within(view, place))))
    return view.found[what, question_id, view.alternative]


def _deciders_first(question_id: str, view: Sight, what: object) -> Iterator[str]:
    """A question after those that decide whether it is asked, as far as nothing was found of them yet."""
    seen, left = set[str](), [(question_id, False)]
    while left:
        name, decided = left.pop()
        if decided:
            yield name
        elif name not in seen and (what, name, None) not in view.found:
            seen.add(name)
            left.append((name, True))
            left += [(each, False) for each in _deciding(name, view.checklist)]


def _deciding(question_id: str, checklist: Checklist) -> Iterator[str]:
    section, question = checklist.by_id[question_id]
    for condition in (section.when, question.when):
        for leaf in leaves(condition) if condition is not None else ():
            yield from named_questions(checklist, leaf)


def _open(question_id: str, view: Sight) -> Iterator[str]:
    question = view.checklist.by_id[question_id][1]
    full_id = view.checklist.full_id(question_id)
    for alternative in view.alternatives_of(question):
        now, finally_ = view.applies(full_id, alternative)
        if finally_ is Ternary.NO:
            continue
        items = given(question, view.assessment.answers.get(full_id), alternative) if now else ()
        if not items or any(item.open for item in items):
            yield full_id
        if finally_ is Ternary.OPEN:
            for condition, within in _asking(question_id, view, alternative):
                yield from open_behind(condition, within, {})


def _asking_answers(question_id: str, view: Sight) -> Iterator[str]:
    for alternative in view.alternatives_of(view.checklist.by_id[question_id][1]):
        for condition, within in _asking(question_id, view, alternative):
            yield from answers_behind(condition, within, {})


def accounts_of(bounds: Level | Leaf) -> Iterator[str]:
    """The accounts whose values a level or condition is compared with."""
    for bound in (bounds.at_least, bounds.at_most, bounds.more_than, bounds.less_than):
        if isinstance(bound, Figure) and bound.of is not None:
            yield bound.of


def _named(leaf: Leaf) -> Iterator[str]:
    if leaf.account is not None:
        yield leaf.account
    if leaf.case is not None:
        yield f"case.{leaf.case}"
    yield from accounts_of(leaf)


def _answers_read(leaf: Leaf, view: Sight, named: NamedGrounds) -> Iterator[str]:
    for name in _named(leaf):
        yield from named.get(name, _NONE).answers
    held = holds(leaf, view)
    for question in named_questions(view.checklist, leaf):
        if not held or holds(_about(leaf, question), view):
            yield from _answered(question, view)


def _answered(question_id: str, view: Sight) -> Iterator[str]:
    question = view.checklist.by_id[question_id][1]
    full_id = view.checklist.full_id(question_id)
    answer = view.assessment.answers.get(full_id)
    for alternative in view.alternatives_of(question):
        if view.applies(full_id, alternative)[0] and given(question, answer, alternative):
            yield full_id
    yield from answers_that_ask(question_id, view)


def _about(leaf: Leaf, question_id: str) -> Leaf:
    """The same tests on one of the questions that a leaf names."""
    return leaf.model_copy(update={"question": question_id, "perspective": None})


def _asking(question_id: str, view: Sight, alternative: str | None) -> Iterator[tuple[Condition, Sight]]:
    """The conditions under which a question is asked, each with what it sees."""
    section, question = view.checklist.by_id[question_id]
    if section.when is not None:
        yield section.when, _within(view, None)
    if question.when is not None:
        yield question.when, _within(view, alternative)


def _within(view: Sight, alternative: str | None) -> Sight:
    return view if view.alternative == alternative else replace(view, alternative=alternative, memory={})
