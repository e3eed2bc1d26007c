"""What a report says about the assessment itself: what is missing, what readers should note, and its red flags."""

from collections.abc import Iterable, Iterator
from decimal import Decimal

from eva.assessment import Assessment, FlagAnswer
from eva.evaluation import Evaluation
from eva.finding import Finding, Severity
from eva.outcomes import FOR_CASE
from eva.report_answers import measure_label
from eva.report_parts import Gaps, RaisedFlag, Text
from eva.report_reader import Reader

LISTED = 8
"""Places of one kind that are listed by name; the rest are counted."""

_ELSEWHERE = frozenset({"flag_open", "caution_open", "flag_answered", "unknown"})
"""Findings that the report prints in a place of their own."""


def flags_of(assessment: Assessment, evaluation: Evaluation, reader: Reader) -> Iterator[RaisedFlag]:
    """The flags that are raised, red before amber and open before answered."""
    found = [_flag(assessment, evaluation, index, reader) for index in range(len(evaluation.flags))]
    yield from sorted(found, key=lambda flag: (not flag.red, not flag.open))


def _flag(assessment: Assessment, evaluation: Evaluation, index: int, reader: Reader) -> RaisedFlag:
    raised = evaluation.flags[index]
    flag = reader.checklists[raised.checklist].flag(raised.flag)
    answers = assessment.flags.get(f"{raised.checklist}/{raised.flag}", {})
    answer = answers.get(raised.alternative or FOR_CASE, FlagAnswer())
    measure = assessment.measure(answer.measure) if answer.measure else None
    words = reader.free(measure.text) if measure else None
    label = measure_label(assessment, measure.id) if measure else None
    return RaisedFlag(
        anchor=f"flag-{index + 1}",
        title=reader.text(flag.title) if flag else reader.own(raised.flag),
        red=flag is None or flag.severity == "red",
        alternative=reader.label(raised.alternative) if raised.alternative else None,
        open=not raised.answered,
        missing=raised.missing,
        justification=reader.free(answer.justification),
        measure=Text(f"{label} {words.text}", words.language) if words and label else None,
    )


def gaps_of(assessment: Assessment, evaluation: Evaluation, severity: Severity, reader: Reader) -> Iterator[Gaps]:
    """The findings of one severity by what they say, with their places; those that stand elsewhere are left out.

    Open red flags count as gaps, too: an assessment is not complete with one.
    """
    grouped: dict[str, dict[Text | None, list[str]]] = {}
    for finding in evaluation.findings:
        if finding.severity == severity and (finding.code not in _ELSEWHERE or finding.code == "flag_open"):
            place = _named(finding, assessment, evaluation, reader)
            labels = grouped.setdefault(said(finding, reader), {}).setdefault(place, [])
            labels += [reader.label(finding.alternative)] if finding.alternative else []
    for title, found in grouped.items():
        places = [_place(place, labels, reader) for place, labels in found.items() if place or labels]
        yield Gaps(title, tuple(places[:LISTED]), len(places), max(0, len(places) - LISTED))


def _place(named: Text | None, labels: Iterable[str], reader: Reader) -> Text:
    """A place with the alternatives that it concerns: `What replaces the service? (VE1, VE2)`."""
    concerned = _listed(labels)
    if named is None:
        return reader.own(concerned)
    return Text(f"{named.text} ({concerned})", named.language) if concerned else named


def said(finding: Finding, reader: Reader) -> str:
    """What a finding says, its figures in words."""
    return reader.words.get(f"finding.{finding.code}", **{k: _param(k, v, reader) for k, v in finding.params.items()})


def _param(name: str, value: object, reader: Reader) -> str:
    match value:
        case Decimal():
            return reader.words.euros(value)
        case int():
            return reader.words.number(value)
        case tuple() if name == "groups":
            return _listed(reader.group((each,)).text for each in value)
        case tuple():
            return _listed(reader.words.get(f"finding.missing.{each}") for each in value)
        case str() if name == "other":
            return reader.label(value)
        case str() if name == "checklist":
            known = reader.checklists.get(value)
            return reader.text(known.title).text if known else value
    return str(value)


def _listed(words: Iterable[str]) -> str:
    return ", ".join(words)


def _named(finding: Finding, assessment: Assessment, evaluation: Evaluation, reader: Reader) -> Text | None:
    """Where a finding stands, in words: a question, a flag, a section, a measure or a hearing; else None."""
    kind, _, rest = finding.place.partition("/")
    match kind:
        case "answers":
            asked = next((each for each in evaluation.asked if each.full_id == rest), None)
            return reader.text(asked.question.text) if asked else None
        case "section_reasons":
            section = next((each.section for each in evaluation.asked if each.section_id == rest), None)
            return reader.text(section.title) if section else None
        case "flags":
            checklist, flag_id, *_ = rest.split("/")
            flag = reader.checklists[checklist].flag(flag_id)
            return reader.text(flag.title) if flag else None
        case "measures":
            label = measure_label(assessment, rest)
            return reader.own(label) if label else None
        case "consultations":
            return next((reader.free(each.body) for each in assessment.consultations if each.id == rest), None)
    return None
