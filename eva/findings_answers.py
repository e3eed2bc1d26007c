"""Findings about answers: gaps, unknowns, and severe impacts that lack what the method asks of them."""

from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass

from eva.answers import SEVERE, Rating, ratings_of
from eva.applicability import Place, breaks_acceptance
from eva.assessment import Assessment
from eva.checklist import ImpactQuestion
from eva.finding import Finding, Severity
from eva.progress import AskedQuestion
from eva.text import FreeText
from eva.vocabulary import EVERYONE

DETAILS = ("horizon", "likelihood", "reversibility")


def said(words: FreeText | None) -> bool:
    """Whether a free text says anything."""
    texts = (words,) if isinstance(words, str | None) else (words.fi, words.sv, words.en)
    return any(text and text.strip() for text in texts)


@dataclass(frozen=True, slots=True)
class Judged:
    """What the rules about one answer read beside it."""

    assessment: Assessment
    groups: Collection[str]
    """The groups of the vocabulary, and everyone."""
    flagged: Collection[str]
    """Full ids of the questions that a raised flag reads."""


def is_severe(rating: Rating) -> bool:
    """Whether an impact is −2 or worse, or +2 or better."""
    return isinstance(rating.impact, int) and abs(rating.impact) >= SEVERE


def is_severe_harm(rating: Rating) -> bool:
    """Whether an impact is −2 or worse."""
    return isinstance(rating.impact, int) and rating.impact <= -SEVERE


def answer_findings(asked: AskedQuestion, judged: Judged) -> Iterator[Finding]:
    """The findings about one question that applies."""
    missing = "required" if asked.question.required else "unanswered"
    yield from _each(missing, "error", asked, asked.alternatives_in("unanswered"))
    yield from _each("unknown", "note", asked, asked.alternatives_in("unknown"))
    yield from _each("not_accepted", "warning", asked, tuple(_not_accepted(asked, judged.assessment)))
    if isinstance(asked.question, ImpactQuestion):
        rows = {each: ratings_of(asked.answer, each) for each in asked.states if each is not None}
        for rule in _RULES:
            yield from rule(asked, rows, judged)


def _not_accepted(asked: AskedQuestion, assessment: Assessment) -> Iterator[str | None]:
    """The alternatives whose answer breaks what the question accepts; an unknown breaks nothing."""
    if asked.question.accept is None:
        return
    for alternative in asked.alternatives_in("answered"):
        place = Place(asked.checklist, asked.section, asked.question, asked.full_id, alternative)
        if breaks_acceptance(assessment, place):
            yield alternative


Rows = dict[str, tuple[Rating, ...]]
_Rule = Callable[[AskedQuestion, Rows, Judged], Iterator[Finding]]


def _each(code: str, severity: Severity, asked: AskedQuestion, hit: Collection[str | None]) -> Iterator[Finding]:
    """One finding where all alternatives are hit, else one for each that is."""
    chosen: Iterable[str | None] = (None,) if hit and len(hit) == len(asked.states) else hit
    for alternative in chosen:
        yield Finding(code, severity, f"answers/{asked.full_id}", alternative)


def _once(
    code: str, severity: Severity, asked: AskedQuestion, hit: Collection[str], **params: tuple[str, ...]
) -> Iterator[Finding]:
    """One finding, however many alternatives are hit: one text mends it for all."""
    if hit:
        alternative = next(iter(hit)) if len(hit) == 1 else None
        yield Finding(code, severity, f"answers/{asked.full_id}", alternative, params)


def _everyone_unrated(asked: AskedQuestion, rows: Rows, _: Judged) -> Iterator[Finding]:
    """Groups are rated, everyone is not: the groups without a row have nothing to inherit."""
    hit = [each for each, ratings in rows.items() if ratings and all(r.group != EVERYONE for r in ratings)]
    yield from _each("everyone_unrated", "error", asked, hit)


def _harm_unexplained(asked: AskedQuestion, rows: Rows, _: Judged) -> Iterator[Finding]:
    """A severe harm has a rationale; one that hits everyone names a group or says why all are hit alike."""
    harms = {each: [r for r in ratings if is_severe_harm(r)] for each, ratings in rows.items()}
    silent = [each for each, found in harms.items() if found and not _explained(asked, each)]
    nameless = [each for each in silent if all(r.group == EVERYONE for r in harms[each])]
    yield from _once("harm_without_rationale", "error", asked, silent)
    yield from _once("harm_without_group", "error", asked, nameless)


def _explained(asked: AskedQuestion, alternative: str) -> bool:
    own = asked.answer.alternatives.get(alternative)
    return said(asked.answer.rationale) or (own is not None and said(own.rationale))


def _harm_unmitigated(asked: AskedQuestion, rows: Rows, judged: Judged) -> Iterator[Finding]:
    """A severe harm of a real alternative names a measure; what that measure lacks is told of the measure itself."""
    zero = {each.id for each in judged.assessment.alternatives if each.zero}
    known = {measure.id for measure in judged.assessment.measures}
    hit = [
        each
        for each, ratings in rows.items()
        if each not in zero and any(is_severe_harm(r) and r.measure not in known for r in ratings)
    ]
    yield from _each("harm_without_measure", "warning", asked, hit)


def _rest_unrated(asked: AskedQuestion, rows: Rows, judged: Judged) -> Iterator[Finding]:
    complete = {measure.id for measure in judged.assessment.measures if measure.complete}
    hit = [each for each, ratings in rows.items() if any(r.measure in complete and r.residual is None for r in ratings)]
    yield from _each("residual_missing", "note", asked, hit)


def _details_missing(asked: AskedQuestion, rows: Rows, judged: Judged) -> Iterator[Finding]:
    """How long, how likely, how lasting, on what evidence: asked of strong impacts and of what a flag reads."""
    flagged = asked.full_id in judged.flagged
    strong = {each: [r for r in ratings if is_severe(r) or (flagged and _harms(r))] for each, ratings in rows.items()}
    missing = {each: _lacking(found) for each, found in strong.items() if found}
    lacking = {detail for found in missing.values() for detail in found}
    ungraded = ("evidence",) if missing and asked.answer.evidence is None else ()
    names = (*(detail for detail in DETAILS if detail in lacking), *ungraded)
    hit = [each for each, found in missing.items() if found or ungraded]
    yield from _once("details_missing", "note", asked, hit, missing=names)


def _lacking(ratings: Iterable[Rating]) -> list[str]:
    return [detail for detail in DETAILS if any(getattr(rating, detail) is None for rating in ratings)]


def _harms(rating: Rating) -> bool:
    return isinstance(rating.impact, int) and rating.impact < 0


def _groups_unknown(asked: AskedQuestion, rows: Rows, judged: Judged) -> Iterator[Finding]:
    named = {group: None for ratings in rows.values() for r in ratings for group in r.group_key}
    strange = tuple(group for group in named if group not in judged.groups)
    if not strange:
        return
    hit = [each for each, ratings in rows.items() if any(set(r.group_key) & set(strange) for r in ratings)]
    yield from _once("unknown_group", "warning", asked, hit, groups=strange)


_RULES: tuple[_Rule, ...] = (
    _everyone_unrated,
    _harm_unexplained,
    _harm_unmitigated,
    _rest_unrated,
    _details_missing,
    _groups_unknown,
)
