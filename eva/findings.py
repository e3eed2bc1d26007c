"""Findings (havainnot): coded rules that tell what an assessment lacks, and what its readers will ask about."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from eva.assessment import Assessment
from eva.checklist import Checklist, ImpactQuestion
from eva.finding import SEVERITIES, Finding
from eva.findings_answers import Judged, answer_findings, said
from eva.findings_case import (
    alternative_findings,
    checklist_findings,
    conclusion_findings,
    hearing_findings,
    measure_findings,
    title_findings,
    withheld_findings,
)
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.progress import AskedQuestion, closed_sections
from eva.rules import leaves
from eva.vocabulary import EVERYONE, Vocabulary

MOSTLY = 80
"""Percent of the impact questions closed as "no effect" above which a finding says so."""


def findings(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    *,
    asked: Collection[AskedQuestion],
    outcomes: Mapping[str, tuple[OutcomeResult, ...]],
    flags: Iterable[RaisedFlag],
) -> tuple[Finding, ...]:
    """Everything the rules see, errors first, then as the assessment goes: answers, flags, alternatives, conclusion.

    Alternatives, hearing and conclusion are asked for once some impact question applies: a matter that screening sends
    on without an assessment needs none of them.
    """
    raised = tuple(flags)
    assesses = _assesses(assessment, checklists, asked)
    known = frozenset((EVERYONE, *vocabulary.population_groups))
    judged = Judged(assessment, known, frozenset(_read_by(raised, checklists)))
    found = [*title_findings(assessment), *(finding for each in asked for finding in answer_findings(each, judged))]
    found += section_findings(assessment, asked)
    found += [flag_finding(each, checklists) for each in raised]
    found += checklist_findings(assessment, checklists, outcomes, assesses=assesses)
    if assesses:
        found += alternative_findings(assessment, asked)
    found += measure_findings(assessment.measures)
    if assesses:
        found += hearing_findings(assessment)
        found += conclusion_findings(assessment)
    found += withheld_findings(assessment)
    return tuple(sorted(found, key=lambda finding: SEVERITIES.index(finding.severity)))


def _assesses(assessment: Assessment, checklists: Mapping[str, Checklist], asked: Iterable[AskedQuestion]) -> bool:
    """Whether impacts are asked for; before there are alternatives, whether a checklist would ask."""
    questions: Iterable[object] = (each.question for each in asked)
    if not assessment.alternatives:
        questions = (question for checklist in checklists.values() for _, question in checklist.walk())
    return any(isinstance(question, ImpactQuestion) for question in questions)


def section_findings(assessment: Assessment, asked: Iterable[AskedQuestion]) -> Iterator[Finding]:
    """Sections closed as "no effect" throughout that do not say why, and assessments that were mostly closed so."""
    closed = closed_sections(asked)
    for section, gates in closed.items():
        if all(gates) and not said(assessment.section_reasons.get(section)):
            yield Finding("section_closed_without_reason", "error", f"section_reasons/{section}")
    everywhere = [gate for gates in closed.values() for gate in gates]
    if sum(everywhere) * 100 > MOSTLY * len(everywhere):
        params = {"closed": sum(everywhere), "total": len(everywhere)}
        yield Finding("mostly_no_effect", "warning", "answers", params=params)


def flag_finding(raised: RaisedFlag, checklists: Mapping[str, Checklist]) -> Finding:
    """A raised flag: open until a person has answered it, a note from then on."""
    flag = checklists[raised.checklist].flag(raised.flag)
    place = f"flags/{raised.checklist}/{raised.flag}/{raised.alternative or 'case'}"
    if raised.answered:
        return Finding("flag_answered", "note", place, raised.alternative)
    if flag is not None and flag.severity == "amber":
        return Finding("caution_open", "warning", place, raised.alternative, {"missing": raised.missing})
    return Finding("flag_open", "error", place, raised.alternative, {"missing": raised.missing})


def _read_by(flags: Iterable[RaisedFlag], checklists: Mapping[str, Checklist]) -> Iterator[str]:
    """Full ids of the questions that the conditions of raised flags name."""
    for raised in flags:
        checklist = checklists[raised.checklist]
        flag = checklist.flag(raised.flag)
        for leaf in leaves(flag.when) if flag is not None and flag.when is not None else ():
            short = (leaf.question or "").rpartition(".")[2]
            if short in checklist.by_id:
                yield checklist.full_id(short)
