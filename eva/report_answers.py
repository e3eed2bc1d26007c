"""The answers in a report: impacts per perspective, how the matter was prepared, what has no effect or is not known."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from eva.answers import GroupKey, Rating, ratings_of
from eva.assessment import Assessment
from eva.checklist import AnyQuestion, ChoiceQuestion, ImpactQuestion, NumberQuestion, TextQuestion
from eva.evaluation import Evaluation
from eva.progress import AskedQuestion
from eva.published import Published
from eva.reading import chosen_options, given, value_of
from eva.report_parts import (
    AnsweredQuestion,
    ForAlternative,
    PlainQuestion,
    PlainSection,
    RatedCell,
    RatedMark,
    RatedRow,
    SectionAnswers,
    SourceLink,
    Text,
)
from eva.report_reader import Reader, anchor
from eva.scoring import by_group, effective


@dataclass(frozen=True, slots=True)
class Answers:
    """The questions that apply in one assessment, read for a report.

    Checklists of the preparation stand apart. Of those that conclude something (screening) only what was written is
    told: what was chosen, their conclusions tell.
    """

    assessment: Assessment
    published: Published
    evaluation: Evaluation
    reader: Reader

    def sections(self) -> Iterator[SectionAnswers]:
        """What was answered, section by section; questions closed at the gate are counted and stand elsewhere."""
        return self._answered(self._by_section())

    def preparation(self) -> Iterator[SectionAnswers]:
        """How the preparation was judged (participation), section by section."""
        return self._answered(self._by_section(process=True))

    def written(self) -> Iterator[AnsweredQuestion]:
        """What was written beside the conclusions of a screening: why no assessment is made, above all."""
        for each in self.evaluation.asked:
            if each.checklist.process and each.checklist.outcomes:
                told = self._question(each)
                if told.rationale or told.rationales or (told.given and isinstance(each.question, TextQuestion)):
                    yield told

    def screened(self) -> Iterator[AnsweredQuestion]:
        """The questions of a screening that apply, answered or not."""
        for each in self.evaluation.asked:
            if each.checklist.process and each.checklist.outcomes:
                yield self._question(each)

    def _answered(self, sections: Mapping[str, Sequence[AskedQuestion]]) -> Iterator[SectionAnswers]:
        for asked in sections.values():
            section, states = asked[0].section, [each.state for each in asked]
            shown = [
                each for each in asked if not _closed(each) and any(s != "unanswered" for s in each.states.values())
            ]
            perspective = section.perspective
            yield SectionAnswers(
                perspective=self.reader.perspective(perspective)
                if perspective
                else self.reader.text(asked[0].checklist.title),
                title=self.reader.text(section.title),
                questions=tuple(self._question(each) for each in shown),
                no_effect=sum(each.answer.gate == "none" for each in asked),
                unknown=sum(_closed(each) and each.answer.gate == "unknown" for each in asked),
                unanswered=states.count("unanswered"),
            )

    def no_effect(self) -> Iterator[PlainSection]:
        """What was assessed as having no effect in any alternative."""
        for name, asked in self._by_section().items():
            closed = [each for each in asked if each.answer.gate == "none" and each.state == "answered"]
            reason = self.reader.free(self.assessment.section_reasons.get(name))
            if closed:
                questions = tuple(self._plain(each, ()) for each in closed)
                yield PlainSection(self.reader.text(asked[0].section.title), reason, questions)

    def unknown(self) -> Iterator[PlainSection]:
        """What is not known, for all alternatives or for some; also what is known but not public."""
        for asked in self._by_section().values():
            found = [each for each in asked if each.alternatives_in("unknown")]
            questions = tuple(self._plain(each, each.alternatives_in("unknown")) for each in found)
            if questions:
                yield PlainSection(self.reader.text(asked[0].section.title), None, questions)

    def _by_section(self, *, process: bool = False) -> Mapping[str, Sequence[AskedQuestion]]:
        found: dict[str, list[AskedQuestion]] = {}
        for each in self.evaluation.asked:
            if each.checklist.process == process and not (process and each.checklist.outcomes):
                found.setdefault(each.section_id, []).append(each)
        return found

    def _plain(self, asked: AskedQuestion, alternatives: Iterable[str | None]) -> PlainQuestion:
        named = tuple(alternatives)
        all_of_them = len(named) == len(asked.states)
        return PlainQuestion(
            question=self.reader.text(asked.question.text),
            alternatives=() if all_of_them else tuple(self.reader.label(each) for each in named if each is not None),
            rationale=self.reader.free(asked.answer.rationale),
            withheld=self.reader.free(self.published.ground(asked.full_id)),
        )

    def _question(self, asked: AskedQuestion) -> AnsweredQuestion:
        answer = asked.answer
        impact = isinstance(asked.question, ImpactQuestion)
        numbers = {source.id: number for number, source in enumerate(self.assessment.sources, start=1)}
        return AnsweredQuestion(
            anchor=anchor("q", asked.full_id),
            question=self.reader.text(asked.question.text),
            rows=tuple(self._rows(asked)) if impact else (),
            given=() if impact else tuple(self._given(asked)),
            evidence=answer.evidence,
            evidence_word=self.reader.scale("evidence", answer.evidence),
            rationale=self.reader.free(answer.rationale),
            rationales=tuple(self._rationales(asked)),
            sources=tuple(
                SourceLink(numbers[each], anchor("source", each)) for each in answer.sources if each in numbers
            ),
        )

    def _rationales(self, asked: AskedQuestion) -> Iterator[ForAlternative]:
        for alternative in asked.states:
            own = asked.answer.alternatives.get(alternative) if alternative is not None else None
            said = self.reader.free(own.rationale) if own is not None else None
            if said is not None and alternative is not None:
                yield ForAlternative(self.reader.label(alternative), (said,))

    def _rows(self, asked: AskedQuestion) -> Iterator[RatedRow]:
        """A row per group that some alternative rates, the worst affected first, everyone where nothing else tells."""
        rated = {each: by_group(ratings_of(asked.answer, each)) for each in asked.states if each is not None}
        named = {group for rows in rated.values() for group in rows}
        listed = [group for group in self.evaluation.scorecard.groups if group in named]
        for group in sorted(listed, key=lambda group: _worst(rated, group)):
            cells = tuple(self._cell(rated.get(each), group) for each in self.assessment.alternative_ids)
            yield RatedRow(self.reader.group(group), cells)

    def _cell(self, rows: Mapping[GroupKey, Iterable[Rating]] | None, group: GroupKey) -> RatedCell:
        if rows is None:
            return RatedCell("none", (), inherited=False)
        ratings, inherited = effective({key: tuple(each) for key, each in rows.items()}, group)
        if not any(ratings):
            return RatedCell("open", (), inherited=False)
        marks = tuple(self._rated(each) for each in ratings)
        worst = min((each.impact for each in ratings if each and isinstance(each.impact, int)), default=None)
        tint = self.reader.mark(worst).level if worst is not None else "unknown"
        return RatedCell(tint if len({each.mark.level for each in marks}) == 1 else "none", marks, inherited)

    def _rated(self, rating: Rating | None) -> RatedMark:
        if rating is None:
            return RatedMark(self.reader.mark(None), None, None, None, None, None, measure_counts=False)
        measure = self.assessment.measure(rating.measure) if rating.measure else None
        return RatedMark(
            mark=self.reader.mark(rating.impact),
            horizon=self.reader.scale("horizons", rating.horizon),
            likelihood=self.reader.scale("likelihoods", rating.likelihood),
            reversibility=self.reader.scale("reversibilities", rating.reversibility),
            rest=self.reader.mark(rating.residual) if rating.residual is not None and measure else None,
            measure=measure_label(self.assessment, measure.id) if measure else None,
            measure_counts=measure is not None and measure.complete,
        )

    def _given(self, asked: AskedQuestion) -> Iterator[ForAlternative]:
        """What was chosen or written, per alternative, or once for the case."""
        for alternative, state in asked.states.items():
            if state != "unanswered":
                label = self.reader.label(alternative) if alternative is not None else None
                yield ForAlternative(label, tuple(self._values(asked, alternative)))

    def _values(self, asked: AskedQuestion, alternative: str | None) -> Iterator[Text]:
        """A value in words: the labels of options, a number with its unit, a day, or the words written."""
        reader, question = self.reader, asked.question
        items = given(question, asked.answer, alternative)
        if isinstance(question, ChoiceQuestion):
            chosen = chosen_options(question, items)
            yield from (reader.text(option.label) for option in question.options if option.id in chosen)
            if not chosen:
                yield reader.own(reader.words.get("report.answer.none_of_these"))
            return
        for item in items:
            match item.value:
                case Decimal() as number:
                    yield self._number(question, number)
                case date() as day:
                    yield reader.own(reader.words.date(day))
                case _:
                    yield Text(str(value_of(asked.answer, alternative)), reader.written_in)

    def _number(self, question: AnyQuestion, number: Decimal) -> Text:
        words, unit = self.reader.words, question.unit if isinstance(question, NumberQuestion) else None
        match unit:
            case "eur":
                return self.reader.own(words.euros(number))
            case "eur_per_year":
                return self.reader.own(words.get("report.money.each_year", amount=words.euros(number)))
            case None:
                return self.reader.own(words.number(number))
        named = self.reader.text(unit)
        return Text(f"{words.number(number)} {named.text}", named.language)


def measure_label(assessment: Assessment, measure_id: str) -> str | None:
    """The number of a measure in the report: M1, M2 … in the order of the assessment."""
    numbers = {measure.id: number for number, measure in enumerate(assessment.measures, start=1)}
    return f"M{numbers[measure_id]}" if measure_id in numbers else None


def _closed(asked: AskedQuestion) -> bool:
    return asked.answer.gate in ("none", "unknown")


def _worst(rated: Mapping[str, Mapping[GroupKey, Iterable[Rating]]], group: GroupKey) -> int:
    """The worst impact on a group in one question, over the alternatives."""
    impacts = [each.impact for rows in rated.values() for each in rows.get(group, ())]
    return min((impact for impact in impacts if isinstance(impact, int)), default=0)
