"""The report (raportti): everything that a template may print, made from what of an assessment is public."""

import hashlib
from collections.abc import Mapping
from datetime import datetime

import rfc8785

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.evaluation import Evaluation, evaluate
from eva.published import Published, as_assessment, publish
from eva.report_answers import Answers
from eva.report_case import (
    alternatives_of,
    bases_of,
    case_facts,
    checklists_of,
    conclusion_of,
    follow_up_of,
    hearings_of,
    measures_of,
    screening_of,
    sources_of,
)
from eva.report_findings import flags_of, gaps_of
from eva.report_model import KeyFigures, Report
from eva.report_parts import AlternativeFacts, RaisedFlag
from eva.report_points import counted_of
from eva.report_reader import Words, reader_of
from eva.report_scores import (
    angle_rows,
    group_rows,
    harmed_groups,
    heat_bands,
    order_of,
    perspective_rows,
    unasked_angles,
    who_gains,
)
from eva.report_timeline import events_of
from eva.report_weighed import weighed_of
from eva.text import Language
from eva.vocabulary import Vocabulary


def build_report(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    language: Language,
    words: Words,
    *,
    generated_at: datetime,
) -> Report:
    """The report of an assessment in one language; `checklists` by id, `words` those of that language.

    Only its published projection is read, and every figure is computed from that: what is withheld, set aside or
    personal cannot reach a template.
    """
    public = publish(assessment, checklists, vocabulary)
    return report_of(public, checklists, vocabulary, language, words, generated_at=generated_at)


def report_of(
    public: Published,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    language: Language,
    words: Words,
    *,
    generated_at: datetime,
) -> Report:
    """The report of a published projection."""
    assessment = as_assessment(public)
    used = {each.id: checklists[each.id] for each in assessment.checklists if each.id in checklists}
    screening = {name: each for name, each in used.items() if each.process and each.outcomes}
    evaluation = evaluate(assessment, used, vocabulary)
    reader = reader_of(assessment, used, vocabulary, language, words)
    answers = Answers(assessment, public, evaluation, reader)
    flags = tuple(flags_of(assessment, evaluation, reader))
    alternatives = tuple(alternatives_of(assessment, flags, reader))
    by_id = dict(zip(assessment.alternative_ids, alternatives, strict=True))
    conclusion, decided = conclusion_of(assessment, by_id, reader)
    return Report(
        language=language,
        generated_at=generated_at,
        digest=digest(public),
        draft=assessment.status == "draft",
        complete=evaluation.complete,
        case=case_facts(assessment, reader),
        missing=tuple(gaps_of(assessment, evaluation, "error", reader)),
        remarks=tuple(gaps_of(assessment, evaluation, "warning", reader)),
        key=_key_figures(evaluation, flags, conclusion.recommended, assessment.conclusion.recommended),
        alternatives=alternatives,
        who_gains=tuple(who_gains(evaluation.scorecard, by_id, reader)),
        flags=flags,
        screening=tuple(screening_of(evaluation, used, reader)),
        written=tuple(answers.written()),
        screened=tuple(answers.screened()),
        points=tuple(counted_of(evaluation, used, reader)),
        heat=tuple(heat_bands(evaluation.scorecard, reader)),
        groups=tuple(group_rows(evaluation.scorecard, reader)),
        perspectives=tuple(perspective_rows(evaluation.scorecard, reader)),
        angles=tuple(angle_rows(evaluation.scorecard, reader)),
        unasked_angles=unasked_angles(evaluation.scorecard, reader),
        sections=tuple(answers.sections()),
        preparation=tuple(answers.preparation()),
        measures=tuple(measures_of(assessment, evaluation, reader)),
        hearings=tuple(hearings_of(assessment, reader)),
        no_effect=tuple(answers.no_effect()),
        unknown=tuple(answers.unknown()),
        withheld=len(public.withheld),
        order=order_of(evaluation.comparison, reader),
        weighed=weighed_of(evaluation.scorecard, by_id, reader),
        conclusion=conclusion,
        decided=decided,
        follow_up=tuple(follow_up_of(assessment, reader)),
        events=events_of(assessment, reader),
        sources=tuple(sources_of(assessment, reader)),
        bases=tuple(bases_of(evaluation, used, reader)),
        screening_bases=tuple(bases_of(evaluation, screening, reader)),
        checklists=tuple(checklists_of(assessment, used, vocabulary, reader)),
        scale=reader.scale_steps(),
    )


def digest(public: Published) -> str:
    """The SHA-256 of a published projection, as RFC 8785 JSON: whoever has the data can compute it again."""
    return hashlib.sha256(rfc8785.dumps(public.document())).hexdigest()


def _key_figures(
    evaluation: Evaluation,
    flags: tuple[RaisedFlag, ...],
    recommended: AlternativeFacts | None,
    recommended_id: str | None,
) -> KeyFigures:
    red = [flag for flag in flags if flag.red]
    return KeyFigures(
        open_flags=sum(flag.open for flag in red),
        answered_flags=sum(not flag.open for flag in red),
        harmed_groups=harmed_groups(evaluation.scorecard, recommended_id),
        unknown=sum(bool(each.alternatives_in("unknown")) for each in evaluation.asked if not each.checklist.process),
        external=recommended.money.external if recommended else None,
    )
