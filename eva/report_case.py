"""The case in a report: the matter, alternatives with money, measures, hearing, decision, follow-up and sources."""

from collections.abc import Iterable, Iterator, Mapping

from eva.answers import ratings_of
from eva.assessment import Alternative, Assessment, Measure
from eva.checklist import Checklist
from eva.evaluation import Evaluation
from eva.report_answers import measure_label
from eva.report_model import (
    Basis,
    CitedSource,
    Conclusion,
    Decided,
    EasedHarm,
    Hearing,
    Indicator,
    Mitigation,
    Reached,
    UsedChecklist,
)
from eva.report_parts import AlternativeFacts, CaseFacts, Money, RaisedFlag
from eva.report_reader import Reader, anchor
from eva.scoring import by_group
from eva.snapshots import meaning, snapshot_of, wording
from eva.vocabulary import Vocabulary


def case_facts(assessment: Assessment, reader: Reader) -> CaseFacts:
    """The title block; preparers by title and sector, never by name."""
    case = assessment.case
    reached = [event.at.date() for event in assessment.history if event.status == assessment.status]
    if assessment.status == "decided" and assessment.decision is not None and assessment.decision.date is not None:
        reached.append(assessment.decision.date)
    titles = (", ".join(part for part in (each.title, each.sector) if part) for each in assessment.preparers)
    return CaseFacts(
        title=reader.free(case.title) or reader.own(reader.words.get("report.case.untitled")),
        municipality=case.organisation,
        register_number=case.register_number,
        body=case.body,
        decision_date=case.decision_date,
        status=assessment.status,
        status_date=reached[-1] if reached else None,
        depth=case.depth,
        preparers=tuple(title for title in titles if title),
        summary=reader.free(case.summary),
        plain_summary=reader.free(case.plain_summary),
    )


def alternatives_of(assessment: Assessment, flags: Iterable[RaisedFlag], reader: Reader) -> Iterator[AlternativeFacts]:
    """The alternatives in their order, each with its money and the count of its open red flags."""
    open_ones = [flag.alternative for flag in flags if flag.open and flag.red]
    for each in assessment.alternatives:
        label = reader.label(each.id)
        yield AlternativeFacts(
            label=label,
            title=reader.free(each.title) or reader.own(label),
            description=reader.free(each.description),
            zero=each.zero,
            recommended=each.id == assessment.conclusion.recommended,
            money=_money(each, reader),
            open_flags=sum(flagged in (label, None) for flagged in open_ones),
        )


def _money(alternative: Alternative, reader: Reader) -> Money:
    costs = alternative.costs
    if costs is None:
        return Money(None, None, None, None, None, None)
    external = None
    if costs.per_year is not None and (costs.of_which_internal is not None or costs.per_year == 0):
        external = costs.per_year - (costs.of_which_internal or 0)
    note = reader.free(costs.note)
    return Money(costs.one_off, costs.per_year, costs.of_which_internal, external, costs.uncertainty, note)


def measures_of(assessment: Assessment, evaluation: Evaluation, reader: Reader) -> Iterator[Mitigation]:
    """The measures in their order, each with the harms that it was named for."""
    for measure in assessment.measures:
        yield Mitigation(
            label=measure_label(assessment, measure.id) or "",
            anchor=anchor("measure", measure.id),
            text=reader.free(measure.text),
            owner=measure.owner,
            due=measure.due,
            budget=reader.free(measure.budget),
            no_cost=measure.no_cost,
            complete=measure.complete,
            eases=tuple(_eased(assessment, evaluation, measure, reader)),
        )


def _eased(assessment: Assessment, evaluation: Evaluation, measure: Measure, reader: Reader) -> Iterator[EasedHarm]:
    for asked in evaluation.asked:
        for alternative in assessment.alternative_ids:
            if alternative not in asked.states:
                continue
            for group, ratings in by_group(ratings_of(asked.answer, alternative)).items():
                for rating in ratings:
                    if rating.measure == measure.id:
                        rest = reader.mark(rating.residual) if rating.residual is not None else None
                        question = reader.text(asked.question.text)
                        label = reader.label(alternative)
                        yield EasedHarm(question, label, reader.group(group), reader.mark(rating.impact), rest)


def hearings_of(assessment: Assessment, reader: Reader) -> Iterator[Hearing]:
    """Who was asked and heard, what they said unedited, and what it changed."""
    for each in assessment.consultations:
        yield Hearing(
            body=reader.free(each.body),
            kind=each.kind,
            council=each.council,
            asked=each.asked,
            heard=each.heard,
            statement=reader.free(each.statement),
            response=reader.free(each.response),
            changed=reader.free(each.changed),
        )


def conclusion_of(
    assessment: Assessment, alternatives: Mapping[str, AlternativeFacts], reader: Reader
) -> tuple[Conclusion, Decided | None]:
    """What is concluded and proposed, and what was decided; `alternatives` by id."""
    said, decision = assessment.conclusion, assessment.decision
    recommended = alternatives.get(said.recommended or "")
    conclusion = Conclusion(
        recommended, reader.free(said.text), reader.free(said.conflicts), reader.free(said.unknowns)
    )
    if decision is None:
        return conclusion, None
    chosen = alternatives.get(decision.alternative or "")
    differs = chosen is not None and recommended is not None and chosen != recommended
    return conclusion, Decided(chosen, decision.date, decision.body, decision.minutes, differs)


def follow_up_of(assessment: Assessment, reader: Reader) -> Iterator[Indicator]:
    """What will be followed."""
    for each in assessment.follow_up:
        yield Indicator(
            indicator=reader.free(each.indicator),
            baseline=reader.free(each.baseline),
            expected=reader.free(each.expected),
            due=each.due,
            owner=each.owner,
            observed=reader.free(each.observed),
            verdict=reader.free(each.verdict),
            note=reader.free(each.note),
        )


def sources_of(assessment: Assessment, reader: Reader) -> Iterator[CitedSource]:
    """The sources, numbered in their order."""
    for number, each in enumerate(assessment.sources, start=1):
        title = reader.free(each.title)
        yield CitedSource(number, anchor("source", each.id), title, each.publisher, each.date, each.url)


def screening_of(evaluation: Evaluation, checklists: Mapping[str, Checklist], reader: Reader) -> Iterator[Reached]:
    """What the checklists of the preparation concluded, with the reasons that held.

    An outcome that no reason holds for (a checklist that is not proposed) is told only where none has a reason.
    """
    for name, results in evaluation.outcomes.items():
        outcomes = {outcome.id: outcome for outcome in checklists[name].outcomes}
        for result in [each for each in results if each.reasons] or results[:1]:
            outcome = outcomes[result.id]
            level = next((each for each in outcome.levels if each.id == result.level), None)
            if level is not None:
                reasons = tuple(reader.text(each.text) for each in level.reasons if each.id in result.reasons)
                yield Reached(reader.text(outcome.title), reader.text(level.label), reasons)


def checklists_of(
    assessment: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary, reader: Reader
) -> Iterator[UsedChecklist]:
    """The checklists with their versions and hashes: those of the assessment, computed where it has none."""
    for used in assessment.checklists:
        checklist = checklists.get(used.id)
        if checklist is None:
            yield UsedChecklist(reader.own(used.id), used.key, used.meaning or "", used.wording or "")
            continue
        snapshot = assessment.snapshots.get(used.key) or snapshot_of(checklist, vocabulary)
        meant, worded = used.meaning or meaning(snapshot), used.wording or wording(snapshot)
        yield UsedChecklist(reader.text(checklist.title), used.key, meant, worded)


def bases_of(evaluation: Evaluation, checklists: Mapping[str, Checklist], reader: Reader) -> Iterator[Basis]:
    """The acts, guidance and research that these checklists and the questions asked of them cite, in its order."""
    cited = {key for checklist in checklists.values() for key in checklist.cites}
    cited |= {key for asked in evaluation.asked if asked.checklist.id in checklists for key in asked.question.cites}
    for raised in evaluation.flags:
        flag = checklists[raised.checklist].flag(raised.flag) if raised.checklist in checklists else None
        cited |= set(flag.cites if flag else ())
    for key, reference in reader.vocabulary.references.items():
        if key in cited:
            publisher = reader.text(reference.publisher) if reference.publisher else None
            address = reader.text(reference.url).text if reference.url else None
            yield Basis(reader.text(reference.title), publisher, address, reference.checked)
