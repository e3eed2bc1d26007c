"""Carrying (vastausten siirto): where each part of an assessment goes when a checklist is taken in another version.

A question is known by its id within the checklist, whichever section it stands in. Its answer is carried where it
means the same there: the same kind, the same scope, the same unit, and options that both versions offer.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from eva.answers import Answer, Aside, Value
from eva.assessment import Assessment, Hidden
from eva.checklist import AnyQuestion, Checklist, ChoiceQuestion, NumberQuestion
from eva.pointers import parts_of, pointer_to
from eva.text import LocalizedText

Why = Literal["gone", "kind", "scope", "unit", "option"]
"""Why an answer is not carried: no such question any more, or one that asks for something else."""


@dataclass(frozen=True, slots=True)
class Fate:
    """What becomes of an answer: the full id of its question in the other version, or why it is not carried there."""

    to: str | None
    why: Why | None = None


@dataclass(frozen=True, slots=True)
class Way:
    """From one version of a checklist to another one; the way back is the same with the two exchanged."""

    old: Checklist
    new: Checklist

    def back(self) -> "Way":
        """The way in the other direction."""
        return Way(self.new, self.old)

    def owns(self, address: str) -> bool:
        """Whether an address (`checklist/…`) is one of this checklist."""
        return address.partition("/")[0] == self.old.id

    def target(self, full_id: str) -> str | None:
        """The full id in the new version of a question of the old one; None where either lacks it."""
        short = full_id.rpartition(".")[2]
        known = short in self.old.by_id and self.old.full_id(short) == full_id
        return self.new.full_id(short) if known and short in self.new.by_id else None

    def fate(self, full_id: str, answer: Answer) -> Fate:
        """What becomes of an answer to a question of this checklist."""
        to = self.target(full_id)
        if to is None:
            return Fate(None, "gone")
        short = full_id.rpartition(".")[2]
        why = _difference(self.old.by_id[short][1], self.new.by_id[short][1], answer)
        return Fate(None, why) if why else Fate(to)

    def answers(self, assessment: Assessment) -> tuple[dict[str, Answer], tuple[Aside, ...]]:
        """The answers under their new addresses, in their places, and those that go aside."""
        carried: dict[str, Answer] = {}
        aside: list[Aside] = []
        for full_id, answer in assessment.answers.items():
            to = self.fate(full_id, answer).to if self.owns(full_id) else full_id
            if to is None:
                aside.append(Aside(question=full_id, reason="migration", from_=self.old.key, answer=answer))
            else:
                carried[to] = answer
        return carried, tuple(aside)

    def aside(self, entry: Aside) -> Aside:
        """An answer that stood aside already: it may return where it is carried, else it waits for the old version."""
        if entry.reason == "migration" or not self.owns(entry.question):
            return entry
        to = self.fate(entry.question, entry.answer).to
        if to is None:
            return entry.model_copy(update={"reason": "migration", "from_": entry.from_ or self.old.key})
        return entry if to == entry.question else entry.model_copy(update={"question": to})

    def knows_flag(self, address: str) -> bool:
        """Whether an answer to a flag still has its flag."""
        return not self.owns(address) or self.new.flag(address.partition("/")[2]) is not None

    def knows_section(self, address: str) -> bool:
        """Whether the reason of a section still has its section."""
        return not self.owns(address) or self.new.section(address.partition("/")[2]) is not None

    def hidden(self, place: Hidden, assessment: Assessment) -> Hidden | None:
        """A place that is not public, as it is named in the new version; None where there is no such place any more.

        Where the answer goes aside but its question stays, all of a new answer is withheld.
        """
        match parts_of(place.path):
            case ("answers", question, *rest) if self.owns(question):
                return self._hidden_answer(place, question, rest, assessment)
            case ("flags", flag, *_) if not self.knows_flag(flag):
                return None
            case ("section_reasons", section, *_) if not self.knows_section(section):
                return None
        return place

    def _hidden_answer(self, place: Hidden, question: str, rest: list[str], assessment: Assessment) -> Hidden | None:
        to = self.target(question)
        if to is None:
            return None
        answer = assessment.answers.get(question)
        stays = answer is None or self.fate(question, answer).to is not None
        if stays and to == question:
            return place
        return place.model_copy(update={"path": pointer_to(("answers", to, *(rest if stays else ())))})


def _difference(old: AnyQuestion, new: AnyQuestion, answer: Answer) -> Why | None:
    if old.kind != new.kind:
        return "kind"
    if old.scope != new.scope:
        return "scope"
    if isinstance(old, NumberQuestion) and isinstance(new, NumberQuestion) and _unit(old) != _unit(new):
        return "unit"
    if isinstance(old, ChoiceQuestion) and isinstance(new, ChoiceQuestion):
        offered = {option.id for option in old.options} & {option.id for option in new.options}
        return None if offered.issuperset(_options(answer)) else "option"
    return None


def _unit(question: NumberQuestion) -> str | None:
    """A unit of money as such; the words of any other unit may be written better."""
    return "words" if isinstance(question.unit, LocalizedText) else question.unit


def _options(answer: Answer) -> Iterator[str]:
    """The options that an answer names, in any alternative."""
    values: list[Value | None] = [answer.value, *(each.value for each in answer.alternatives.values())]
    for value in values:
        if isinstance(value, str):
            yield from [value] if value else []
        else:
            yield from value or ()
