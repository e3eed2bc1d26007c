"""Points in a report (pisteet): each account with its figure, its level and the answers that made it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from eva.checklist import Checklist, ChoiceQuestion
from eva.evaluation import Evaluation
from eva.points import AccountResult, Contribution
from eva.report_parts import Text
from eva.report_reader import Reader


@dataclass(frozen=True, slots=True)
class Named:
    """A question by its full id and in its words."""

    full_id: str  #: checklist, section and question: `ngo/premises.lost`
    text: Text  #: what is asked


@dataclass(frozen=True, slots=True)
class CountedAnswer:
    """An answer that carries points: the question, the options chosen, and what they count."""

    question: Named  #: the question
    options: tuple[Text, ...]  #: what was chosen
    points: Decimal  #: what that counts


@dataclass(frozen=True, slots=True)
class Counted:
    """An account of points, its ends where it is open, and the answers behind it; `value` is None where it has none.

    `possible` are the levels that open answers may lead to beside the one reached; `decided_by` the answers without
    points that decide what counts, `open` the questions that may still change it.
    """

    title: Text  #: the account
    value: Decimal | None  #: its points
    low: Decimal | None  #: the least that open answers leave
    high: Decimal | None  #: the most that they leave
    level: Text | None  #: the level reached
    possible: tuple[Text, ...]  #: levels that open answers may still lead to
    answers: tuple[CountedAnswer, ...]  #: the answers that made it
    decided_by: tuple[Named, ...]  #: answers without points that decide what counts
    open: tuple[Named, ...]  #: questions that may still change it

    @property
    def certain(self) -> bool:
        """Whether no open answer can change the figure."""
        return self.low == self.high


def counted_of(evaluation: Evaluation, checklists: Mapping[str, Checklist], reader: Reader) -> Iterator[Counted]:
    """The accounts of the checklists used, in their order."""
    for name, results in evaluation.accounts.items():
        for result in results.values():
            yield _counted(result, checklists[name], reader)


def _counted(result: AccountResult, checklist: Checklist, reader: Reader) -> Counted:
    account = next(each for each in checklist.accounts if each.id == result.id)
    labels = {level.id: reader.text(level.label) for level in account.levels}
    carrying = {each.question for each in result.contributions}
    return Counted(
        title=reader.text(account.title),
        value=result.value,
        low=result.low,
        high=result.high,
        level=labels[result.level] if result.level is not None else None,
        possible=tuple(labels[each] for each in result.possible_levels if each != result.level),
        answers=tuple(_answer(each, checklist, reader) for each in result.contributions),
        decided_by=tuple(_named(each, checklist, reader) for each in result.decided_by if each not in carrying),
        open=tuple(_named(each, checklist, reader) for each in result.open_questions),
    )


def _answer(made: Contribution, checklist: Checklist, reader: Reader) -> CountedAnswer:
    question = checklist.by_id[made.question.rpartition(".")[2]][1]
    offered = question.options if isinstance(question, ChoiceQuestion) else ()
    chosen = tuple(reader.text(option.label) for option in offered if option.id in made.options)
    return CountedAnswer(_named(made.question, checklist, reader), chosen, made.points)


def _named(full_id: str, checklist: Checklist, reader: Reader) -> Named:
    return Named(full_id, reader.text(checklist.by_id[full_id.rpartition(".")[2]][1].text))
