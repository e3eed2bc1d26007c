"""What must hold in a case of a checklist: its answers fit the questions, and what it expects can come out."""

from collections.abc import Callable, Iterable, Iterator, Mapping

from eva.answers import Answer
from eva.catalog.checks.assessment import CASE, assessment_flaws
from eva.catalog.checks.checklist import text_flaws
from eva.catalog.checks.flaw import Flaw, not_in, unknown
from eva.catalog.reading import Path
from eva.checklist import Checklist, ImpactQuestion
from eva.checklist_case import (
    NO_LEVEL,
    NO_VALUE,
    ChecklistCase,
    ExpectedOutcome,
    assessment_of,
    full_part_id,
    full_question_id,
)
from eva.expectations import cell_key
from eva.library import Library
from eva.locale import words
from eva.vocabulary import EVERYONE, Vocabulary


def case_flaws(case: ChecklistCase, checklist: Checklist, vocabulary: Vocabulary) -> Iterator[Flaw]:
    """Everything wrong with a case that has the right shape."""
    title = case.title.model_dump(exclude_none=True)
    yield from text_flaws(title, checklist.languages, ("title",))
    yield from _addresses(case.answers, checklist)
    assessment = assessment_of(case, checklist)
    library = Library(vocabulary, {checklist.key: checklist})
    for flaw in assessment_flaws(assessment, library, assessment.document()):
        yield Flaw(flaw.code, _as_written(flaw.path, case, checklist), flaw.params, flaw.severity)
    if case.expect.is_empty():
        yield Flaw("E701", ("expect",))
    alternatives = [alternative.id for alternative in case.compared]
    yield from _scores(case, checklist, vocabulary, alternatives)
    yield from _findings(case, checklist, [*alternatives, CASE])
    yield from _outcomes(case, checklist)
    yield from _accounts(case, checklist)


def finding_codes() -> frozenset[str]:
    """The codes of findings: those that have words."""
    keys = (key.split(".") for key in words("en").forms if key.startswith("finding.") and key.endswith(".remedy"))
    return frozenset(parts[1] for parts in keys if len(parts) == 3)


def _addresses(answers: Mapping[str, Answer], checklist: Checklist) -> Iterator[Flaw]:
    """Answers to questions that the checklist lacks, and questions answered under both of their ids."""
    seen: set[str] = set()
    for written in answers:
        full_id = full_question_id(written, checklist)
        if full_id is None:
            known = [question.id for _, question in checklist.walk()]
            if "/" in written:
                known = [checklist.full_id(short) for short in known]
            yield unknown("E506", ("answers", written), written, known)
        elif full_id in seen:
            yield Flaw("E101", ("answers", written), {"id": written})
        else:
            seen.add(full_id)


def _as_written(path: Path, case: ChecklistCase, checklist: Checklist) -> Path:
    """The place in the case of something in the assessment that it describes, where addresses are written in full."""
    address: Callable[[str], str | None]
    match path:
        case ("answers", full_id, *_):
            keys, address = iter(case.answers), lambda key: full_question_id(key, checklist)
        case ("flags", full_id, *_):
            keys, address = iter(case.flags), lambda key: full_part_id(key, checklist)
        case ("section_reasons", full_id, *_):
            keys, address = iter(case.section_reasons), lambda key: full_part_id(key, checklist)
        case _:
            return path
    written = next((key for key in keys if address(key) == full_id), full_id)
    return (path[0], written, *path[2:])


def _scores(
    case: ChecklistCase, checklist: Checklist, vocabulary: Vocabulary, alternatives: Iterable[str]
) -> Iterator[Flaw]:
    rated = {section.perspective for section, question in checklist.walk() if isinstance(question, ImpactQuestion)}
    perspectives = [name for name in rated if name is not None]
    for alternative, rows in case.expect.scores.items():
        path: Path = ("expect", "scores", alternative)
        if alternative not in alternatives:
            yield unknown("E512", path, alternative, alternatives)
        for written in rows:
            perspective, groups = cell_key(written)
            if perspective not in perspectives:
                yield unknown("E311", (*path, written), perspective, perspectives)
            for group in groups:
                if group != EVERYONE and group not in vocabulary.population_groups:
                    yield unknown("E105", (*path, written), group, vocabulary.population_groups)


def _findings(case: ChecklistCase, checklist: Checklist, places: Iterable[str]) -> Iterator[Flaw]:
    known = finding_codes().union(flag.id for flag in checklist.flags)
    for part in ("findings", "absent"):
        for place, names in getattr(case.expect, part).items():
            path: Path = ("expect", part, place)
            if place not in places:
                yield unknown("E512", path, place, places)
            yield from not_in("E705", path, names, known)
    for place, names in case.expect.absent.items():
        for number, name in enumerate(names):
            if name in case.expect.findings.get(place, ()):
                yield Flaw("E706", ("expect", "absent", place, number), {"value": name})


def _outcomes(case: ChecklistCase, checklist: Checklist) -> Iterator[Flaw]:
    outcomes = {outcome.id: outcome for outcome in checklist.outcomes}
    for name, written in case.expect.outcomes.items():
        path: Path = ("expect", "outcomes", name)
        if name not in outcomes:
            yield unknown("E702", path, name, outcomes)
            continue
        levels = {level.id: level for level in outcomes[name].levels}
        is_long = isinstance(written, ExpectedOutcome)
        level = written.level if isinstance(written, ExpectedOutcome) else written
        if level not in levels and level != NO_LEVEL:
            yield unknown("E703", (*path, "level") if is_long else path, level, levels, id=name)
        elif isinstance(written, ExpectedOutcome):
            reasons = [reason.id for reason in levels[level].reasons] if level in levels else []
            yield from not_in("E704", (*path, "reasons"), written.reasons or (), reasons)


def _accounts(case: ChecklistCase, checklist: Checklist) -> Iterator[Flaw]:
    accounts = {account.id: account for account in checklist.accounts}
    for name, written in case.expect.accounts.items():
        path: Path = ("expect", "accounts", name)
        if name not in accounts:
            yield unknown("E107", path, name, accounts)
        elif isinstance(written, str) and written != NO_VALUE:
            levels = [level.id for level in accounts[name].levels]
            if written not in levels:
                yield unknown("E703", path, written, levels, id=name)
