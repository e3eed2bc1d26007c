"""How answers read: as values that conditions test, for the alternative and the groups that a condition speaks of."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Protocol

from pydantic import TypeAdapter, ValidationError

from eva.answers import Answer, GroupKey, Rating, Value, ratings_of
from eva.assessment import Assessment
from eva.checklist import (
    UNKNOWN,
    AnyQuestion,
    Checklist,
    ChoiceQuestion,
    DateQuestion,
    ImpactQuestion,
    NumberQuestion,
    TextQuestion,
)
from eva.conditions import Amount, Fact, Item, Seen
from eva.rules import Figure, Leaf
from eva.scalars import IsoDate, Number
from eva.ternary import Ternary
from eva.vocabulary import EVERYONE, Vocabulary

_NUMBER: TypeAdapter[Decimal] = TypeAdapter(Number)
_DAY: TypeAdapter[IsoDate] = TypeAdapter(IsoDate)

Bearers = Mapping[str, frozenset[str]]
"""The population groups that carry each tag."""


def bearers(vocabulary: Vocabulary) -> Bearers:
    """The groups of a vocabulary by the tags that they carry."""
    tags = {tag for group in vocabulary.population_groups.values() for tag in group.tags}
    return {
        tag: frozenset(name for name, group in vocabulary.population_groups.items() if tag in group.tags)
        for tag in tags
    }


def given(question: AnyQuestion, answer: Answer | None, alternative: str | None) -> tuple[Item, ...]:
    """What was answered to one question (in one alternative, or None where it is asked once): nothing if unanswered.

    A value that is no answer to this question (an option that it lacks, a number that is none) reads as unanswered.
    `unknown` is an answer to every question, offered or not: it is what a withheld answer becomes in public.
    """
    if answer is None:
        return ()
    if isinstance(question, ImpactQuestion):
        return _impacts(ratings_of(answer, alternative)) if alternative is not None else ()
    item = _item(question, value_of(answer, alternative))
    return () if item is None else (item,)


def value_of(answer: Answer, alternative: str | None) -> Value | None:
    """The value of an answer, as written, in one alternative or (None) for the whole case."""
    if alternative is None:
        return answer.value
    found = answer.alternatives.get(alternative)
    return found.value if found else None


def effective_rows(rows: tuple[Rating, ...], group: str) -> tuple[Rating, ...]:
    """The rows that hold for a group: its own, else those of everyone."""
    return _rows_of(rows, (group,)) or _rows_of(rows, (EVERYONE,))


def chosen_options(question: ChoiceQuestion, items: tuple[Item, ...]) -> tuple[str, ...]:
    """The ids of the options chosen, in the order of the question."""
    chosen = {each for item in items for each in (item.value if isinstance(item.value, frozenset) else (item.value,))}
    return tuple(option.id for option in question.options if option.id in chosen)


class Figures(Protocol):
    """The accounts of a checklist, as far as they are known."""

    def account(self, account_id: str) -> Amount:
        """The amount of an account; KeyError if it is not known."""

    def figure(self, figure: Figure) -> Amount:
        """A figure of an account; 0 where that account has no value."""


class NoFigures:
    """No accounts at all: which questions apply is decided before any points are counted."""

    def account(self, account_id: str) -> Amount:
        """No account is known."""
        raise KeyError(account_id)

    def figure(self, figure: Figure) -> Amount:
        """No figure is known."""
        raise KeyError(figure.of or figure.of_max)


@dataclass(frozen=True, slots=True)
class Sight:
    """What the conditions of one checklist see (a `View`): inside one alternative, or, with None, in any of them.

    `applies` tells of a question, by full id and alternative, whether it applies as answered so far and in the end.
    `bearers` is None where nobody said which groups carry which tags; asking for a tag is then a mistake.
    """

    assessment: Assessment
    checklist: Checklist
    applies: Callable[[str, str | None], tuple[bool, Ternary]]
    bearers: Bearers | None = None
    alternative: str | None = None
    figures: Figures = field(default_factory=NoFigures)
    facts: Mapping[str, Fact] = field(default_factory=dict)
    # Many conditions name the same questions of a perspective, which are many.
    memory: dict[tuple[str | None, ...], tuple[Seen, ...]] = field(default_factory=dict, compare=False, repr=False)
    # What was found out of a question, by what was asked: shared with the sights inside other alternatives.
    found: dict[object, tuple[str, ...]] = field(default_factory=dict, compare=False, repr=False)

    def questions(self, leaf: Leaf) -> tuple[Seen, ...]:
        """What a leaf reads of the questions that it names: per alternative and per group of a tag, each once."""
        subject = leaf.question, leaf.perspective, leaf.group, leaf.group_tag
        if subject not in self.memory:
            self.memory[subject] = tuple(dict.fromkeys(self._read(leaf)))
        return self.memory[subject]

    def account(self, account_id: str) -> Amount:
        """The amount of an account."""
        return self.figures.account(account_id)

    def figure(self, figure: Figure) -> Amount:
        """A figure of an account."""
        return self.figures.figure(figure)

    def fact(self, name: str) -> Fact:
        """A fact about the case."""
        return self.facts[name]

    def alternatives_of(self, question: AnyQuestion) -> tuple[str | None, ...]:
        """The alternatives in which conditions read a question here; (None,) where it is asked once."""
        if question.scope == "case":
            return (None,)
        return self.assessment.alternative_ids if self.alternative is None else (self.alternative,)

    def _read(self, leaf: Leaf) -> Iterator[Seen]:
        for question_id in named_questions(self.checklist, leaf):
            for alternative in self.alternatives_of(self.checklist.by_id[question_id][1]):
                yield from self._seen(question_id, alternative, leaf)

    def _seen(self, question_id: str, alternative: str | None, leaf: Leaf) -> tuple[Seen, ...]:
        question = self.checklist.by_id[question_id][1]
        full_id = self.checklist.full_id(question_id)
        now, finally_ = self.applies(full_id, alternative)
        answer = self.assessment.answers.get(full_id) if now else None
        if isinstance(question, ImpactQuestion):
            rows = ratings_of(answer, alternative) if answer is not None and alternative is not None else ()
            return tuple(Seen(_impacts(part), finally_) for part in self._parts(rows, leaf))
        return (Seen(given(question, answer, alternative), finally_),)

    def _parts(self, rows: tuple[Rating, ...], leaf: Leaf) -> tuple[tuple[Rating, ...], ...]:
        if leaf.group is not None:
            return (effective_rows(rows, leaf.group),)
        if leaf.group_tag is None:
            # Groups were rated, everyone was not yet: that row is still to come, and is open.
            return (rows,) if not rows or _rows_of(rows, (EVERYONE,)) else (rows, ())
        if self.bearers is None:
            raise ValueError("the tags of population groups are needed to read group_tag")
        groups = self.bearers.get(leaf.group_tag, frozenset())
        shared = tuple(row for row in rows if len(row.group_key) > 1 and not groups.isdisjoint(row.group_key))
        named = groups.intersection(row.group for row in rows if row.group is not None)
        own = tuple(_rows_of(rows, (group,)) for group in sorted(named))
        # A tag has many groups: those without a row all inherit the same rows, which are read once.
        inherited = (_rows_of(rows, (EVERYONE,)),) if named != groups else ()
        return (*own, *inherited, *((shared,) if shared else ()))


def named_questions(checklist: Checklist, leaf: Leaf) -> tuple[str, ...]:
    """The short ids of the questions that a leaf reads: one, or all impact questions of a perspective."""
    if leaf.question is not None:
        return (leaf.question.rpartition(".")[2],)
    if leaf.perspective is None:
        return ()
    return tuple(
        question.id
        for section, question in checklist.walk()
        if section.perspective == leaf.perspective and isinstance(question, ImpactQuestion)
    )


def _impacts(rows: tuple[Rating, ...]) -> tuple[Item, ...]:
    return tuple(Item(row.impact, open=row.impact == UNKNOWN) for row in rows)


def _rows_of(rows: tuple[Rating, ...], key: GroupKey) -> tuple[Rating, ...]:
    return tuple(row for row in rows if row.group_key == key)


def _item(question: AnyQuestion, value: Value | None) -> Item | None:
    match question, value:
        case ChoiceQuestion(kind="choice"), str() as option_id if _offered(question, option_id):
            return Item(option_id, open=option_id == UNKNOWN and _is_open(question))
        case ChoiceQuestion(kind="multi_choice"), tuple() as ids if all(_offered(question, each) for each in ids):
            return Item(frozenset(ids), open=UNKNOWN in ids and _is_open(question))
        case _, "unknown":
            return Item(UNKNOWN, open=True)
        case NumberQuestion(), str():
            return _parsed(_NUMBER, value)
        case DateQuestion(), str():
            return _parsed(_DAY, value)
        case TextQuestion(), str() if value.strip():
            return Item(None)
    return None


def _offered(question: ChoiceQuestion, option_id: str) -> bool:
    return option_id == UNKNOWN or question.option(option_id) is not None


def _is_open(question: ChoiceQuestion) -> bool:
    option = question.option(UNKNOWN)
    return option is None or not option.points


def _parsed(adapter: TypeAdapter[Decimal] | TypeAdapter[IsoDate], value: str) -> Item | None:
    try:
        return Item(adapter.validate_python(value))
    except ValidationError:
        return None
