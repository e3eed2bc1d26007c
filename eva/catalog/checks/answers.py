"""What must hold for the answers of an assessment: each fits its question, and names what exists."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from eva.answers import AlternativeAnswer, Answer, Rating, Value
from eva.assessment import Assessment
from eva.catalog.checks.flaw import Flaw, not_in, unknown
from eva.catalog.checks.spellings import is_date, is_number
from eva.catalog.reading import Path
from eva.checklist import AnyQuestion, Checklist, ChoiceQuestion, ImpactQuestion
from eva.vocabulary import EVERYONE, Vocabulary


@dataclass(frozen=True, slots=True)
class Names:
    """What the answers of one assessment may name; `checklists` are those whose contents are known."""

    checklists: Mapping[str, Checklist]
    used: frozenset[str]
    alternatives: frozenset[str]
    measures: frozenset[str]
    sources: frozenset[str]
    groups: frozenset[str] | None

    def question(self, full_id: str) -> AnyQuestion | None:
        """The question of a full id, if its checklist is known and has it there."""
        checklist, _, place = full_id.partition("/")
        section, _, question = place.partition(".")
        found = self.checklists[checklist].by_id.get(question) if checklist in self.checklists else None
        return found[1] if found is not None and found[0].id == section else None


def names_in(assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary | None) -> Names:
    """What the answers of an assessment may name; without a vocabulary groups are not looked at."""
    return Names(
        checklists=checklists,
        used=frozenset(used.id for used in assessment.checklists),
        alternatives=frozenset(assessment.alternative_ids),
        measures=frozenset(measure.id for measure in assessment.measures),
        sources=frozenset(source.id for source in assessment.sources),
        groups=None if vocabulary is None else frozenset({*vocabulary.population_groups, EVERYONE}),
    )


def answer_flaws(assessment: Assessment, names: Names) -> Iterator[Flaw]:
    """Everything wrong with the answers of an assessment that has the right shape."""
    for full_id, answer in assessment.answers.items():
        path: Path = ("answers", full_id)
        yield from question_flaws(full_id, path, names)
        yield from not_in("E512", (*path, "gated"), answer.gated, names.alternatives)
        yield from not_in("E514", (*path, "sources"), answer.sources, names.sources)
        for alternative, said in answer.alternatives.items():
            here = (*path, "alternatives", alternative)
            if alternative not in names.alternatives:
                yield unknown("E512", here, alternative, names.alternatives)
            yield from _rating_flaws(said.ratings, (*here, "ratings"), names)
        question = names.question(full_id)
        if question is not None:
            yield from _fit(question, answer, path)


def question_flaws(full_id: str, path: Path, names: Names) -> Iterator[Flaw]:
    """A flaw if the address of a question leads to none; a checklist that is not at hand is not asked."""
    checklist = full_id.partition("/")[0]
    if checklist not in names.used:
        yield unknown("E505", path, checklist, names.used)
    elif checklist in names.checklists and names.question(full_id) is None:
        held = names.checklists[checklist]
        yield unknown("E506", path, full_id, (held.full_id(question.id) for _, question in held.walk()))


def _rating_flaws(ratings: Iterable[Rating], path: Path, names: Names) -> Iterator[Flaw]:
    seen: set[object] = set()
    for number, rating in enumerate(ratings):
        here = (*path, number)
        if rating.key in seen:
            yield Flaw("E522", here, {"group": " + ".join(rating.group_key)})
        seen.add(rating.key)
        if rating.measure is not None and rating.measure not in names.measures:
            yield unknown("E513", (*here, "measure"), rating.measure, names.measures)
        if names.groups is not None:
            yield from not_in("E105", (*here, "groups"), rating.groups or (), names.groups)
            if rating.group is not None and rating.group not in names.groups:
                yield unknown("E105", (*here, "group"), rating.group, names.groups)


def _fit(question: AnyQuestion, answer: Answer, path: Path) -> Iterator[Flaw]:
    """Whether an answer has what its kind of question has, where its scope has it."""
    if isinstance(question, ImpactQuestion):
        yield from _impact_fit(answer, path)
        return
    if answer.gate is not None or answer.gated:
        yield Flaw("E531", (*path, "gate"), {"kind": question.kind})
    if question.scope == "case" and answer.alternatives:
        yield Flaw("E536", (*path, "alternatives"), {"id": question.id})
    if question.scope == "alternative" and answer.value is not None:
        yield Flaw("E537", (*path, "value"), {"id": question.id})
    yield from value_flaws(question, answer.value, (*path, "value"))
    for alternative, said in answer.alternatives.items():
        here = (*path, "alternatives", alternative)
        if said.ratings:
            yield Flaw("E531", (*here, "ratings"), {"kind": question.kind})
        yield from value_flaws(question, said.value, (*here, "value"))


def _impact_fit(answer: Answer, path: Path) -> Iterator[Flaw]:
    said: dict[Path, Answer | AlternativeAnswer] = {path: answer}
    for alternative, held in answer.alternatives.items():
        here = (*path, "alternatives", alternative)
        said[here] = held
        if answer.gate in ("none", "unknown") and held.ratings:
            yield Flaw("E532", (*here, "ratings"), {"gate": answer.gate})
    for place, held_there in said.items():
        if held_there.value is not None:
            yield Flaw("E530", (*place, "value"))


def value_flaws(question: AnyQuestion, value: Value | None, path: Path) -> Iterator[Flaw]:
    """Whether a value is one that the question can have; empty text is no answer, and always allowed."""
    if value is None or value == "":
        return
    if isinstance(question, ChoiceQuestion) and question.kind == "multi_choice":
        yield from _selection_flaws(question, value, path)
        return
    if not isinstance(value, str):
        yield Flaw("E533", path, {"id": question.id})
        return
    where = {"where": question.id, "value": value}
    if isinstance(question, ChoiceQuestion) and question.option(value) is None:
        yield unknown("E323", path, value, (option.id for option in question.options), question=question.id)
    elif question.kind == "number" and not is_number(value):
        yield Flaw("E210", path, where)
    elif question.kind == "date" and not is_date(value):
        yield Flaw("E211", path, where)


def _selection_flaws(question: ChoiceQuestion, value: Value, path: Path) -> Iterator[Flaw]:
    if isinstance(value, str):
        yield Flaw("E534", path, {"id": question.id})
        return
    options = [option.id for option in question.options]
    for number, each in enumerate(value):
        if each not in options:
            yield unknown("E323", (*path, number), each, options, question=question.id)
        if each in value[:number]:
            yield Flaw("E101", (*path, number), {"id": each})
    alone = [option.id for option in question.options if option.exclusive and option.id in value]
    if alone and len(value) > 1:
        yield Flaw("W604", path, {"id": alone[0]}, "warning")
