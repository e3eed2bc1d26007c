"""Scoring by profile (profiilipisteytys): from the ratings written to the scorecard, each figure with its working."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from eva.answers import Answer, Evidence, GroupKey, Impact, Rating, ratings_of
from eva.applicability import Applicability
from eva.assessment import Assessment
from eva.checklist import Checklist, ImpactQuestion
from eva.scorecard import (
    ALL,
    BEST,
    LEVELS,
    WORST,
    Cell,
    Contribution,
    Coverage,
    Extent,
    Scorecard,
    Totals,
)
from eva.ternary import Ternary
from eva.vocabulary import ANGLES, EVERYONE, Vocabulary

_NOTHING = Answer()

_Judged = tuple[int | str | None, bool]
"""An impact (None where nothing is rated), and whether its question is sure to apply."""


@dataclass(frozen=True, slots=True)
class RatedPlace:
    """An impact question for one alternative, with the rows written there by group."""

    perspective: str
    question: str
    alternative: str
    rows: Mapping[GroupKey, Sequence[Rating]]
    evidence: Evidence | None
    applies: bool
    certain: bool


def score(
    assessment: Assessment, checklists: Mapping[str, Checklist], applicability: Applicability, vocabulary: Vocabulary
) -> Scorecard:
    """The scorecard of an assessment; checklists that judge the preparation (`process`) stay off it."""
    places = tuple(rated_places(assessment, checklists, applicability))
    complete = frozenset(measure.id for measure in assessment.measures if measure.complete)
    groups = _groups(places, vocabulary)
    alternatives = assessment.alternative_ids
    perspectives = _in_order({place.perspective: None for place in places}, vocabulary.perspectives)
    behind: dict[tuple[str, GroupKey, str], list[Contribution]] = {
        (perspective, group, alternative): []
        for perspective in perspectives
        for group in groups
        for alternative in alternatives
    }
    for place in places:
        for group in groups:
            behind[place.perspective, group, place.alternative].extend(_contributions(place, group, complete))
    cells = {key: cell_of(*key, contributions) for key, contributions in behind.items()}
    card = Scorecard(
        perspectives=perspectives,
        groups=groups,
        alternatives=alternatives,
        cells=cells,
        totals={(p, a): _totals(places, p, a) for p in perspectives for a in alternatives},
        coverage=_coverage(places),
        graded=_graded(places),
    )
    return replace(card, groups=card.worst_first())


def by_angle(card: Scorecard, vocabulary: Vocabulary) -> Scorecard:
    """The same ratings read by Kuntaliitto's four perspectives, which stand where the perspectives of the map stood.

    A cell is made of all ratings of its perspectives, as a perspective's is of its questions: the worst harm beside the
    best benefit, nothing netted. An angle under which nothing is asked is not there; a perspective that the vocabulary
    does not have stands for itself.
    """
    under: dict[str, list[str]] = {}
    for perspective in card.perspectives:
        known = vocabulary.perspectives.get(perspective)
        under.setdefault(known.angle if known else perspective, []).append(perspective)
    angles = _in_order(dict.fromkeys(under), ANGLES)

    def cell(angle: str, group: GroupKey, alternative: str) -> Cell:
        parts = (card.cell(perspective, group, alternative) for perspective in under[angle])
        return cell_of(angle, group, alternative, [each for part in parts for each in part.contributions])

    places = [(angle, group, each) for angle in angles for group in card.groups for each in card.alternatives]
    totals = {
        (angle, each): _together([card.totals[perspective, each] for perspective in under[angle]])
        for angle in angles
        for each in card.alternatives
    }
    return replace(card, perspectives=angles, cells={place: cell(*place) for place in places}, totals=totals)


def rated_places(
    assessment: Assessment, checklists: Mapping[str, Checklist], applicability: Applicability
) -> Iterator[RatedPlace]:
    """Every impact question × alternative that applies, or may once the open answers are given, in the order of asking.

    Rows of a question that does not apply are left out: hidden answers count nowhere.
    """
    for checklist in _profiled(assessment, checklists):
        for section, question in checklist.walk():
            if not isinstance(question, ImpactQuestion) or section.perspective is None:
                continue
            full_id = f"{checklist.id}/{section.id}.{question.id}"
            answer = assessment.answers.get(full_id, _NOTHING)
            for alternative in assessment.alternative_ids:
                applies = applicability.applies(full_id, alternative)
                if applies or applicability.possible(full_id, alternative):
                    rows = by_group(ratings_of(answer, alternative)) if applies else {}
                    sure = applies and applicability.certain(full_id, alternative) is Ternary.YES
                    yield RatedPlace(section.perspective, full_id, alternative, rows, answer.evidence, applies, sure)


def _profiled(assessment: Assessment, checklists: Mapping[str, Checklist]) -> Iterator[Checklist]:
    for used in assessment.checklists:
        checklist = checklists.get(used.id)
        if checklist is not None and not checklist.process:
            yield checklist


def by_group(ratings: Iterable[Rating]) -> Mapping[GroupKey, Sequence[Rating]]:
    """The rows of one alternative's answer by the group or combination of groups that they name."""
    rows: dict[GroupKey, list[Rating]] = {}
    for rating in ratings:
        rows.setdefault(rating.group_key, []).append(rating)
    return rows


def effective(rows: Mapping[GroupKey, Sequence[Rating]], group: GroupKey) -> tuple[Sequence[Rating | None], bool]:
    """The rows that stand for a group, None for one that is missing, and whether they are inherited.

    Its own rows, at whatever horizon, end inheritance; whoever has none inherits those of everyone. People in several
    groups at once inherit what stands for each of those groups, so that a row for one of them hides no harm of another.
    """
    if group in rows:
        return rows[group], False
    heirs = [((part,) if (part,) in rows else ALL) for part in group]
    return [rating for key in dict.fromkeys(heirs) for rating in rows.get(key, (None,))], group != ALL


def cell_of(perspective: str, group: GroupKey, alternative: str, contributions: Sequence[Contribution]) -> Cell:
    """The cell that these ratings and missing ratings make."""
    asked = [each for each in contributions if each.applies]
    inherent = [(each.impact, each.certain) for each in contributions]
    left = [(each.left, each.certain) for each in contributions]
    levels = Counter(each.impact for each in asked)
    return Cell(
        perspective=perspective,
        group=group,
        alternative=alternative,
        harm=_harm(inherent),
        benefit=_benefit(inherent),
        residual_harm=_harm(left),
        counts={level: levels[level] for level in LEVELS},
        unknown=levels["unknown"],
        unanswered=levels[None],
        perhaps=len(contributions) - len(asked),
        inherited=group != ALL and all(each.inherited for each in contributions),
        contributions=tuple(contributions),
    )


def _in_order(found: Mapping[str, None], declared: Iterable[str]) -> tuple[str, ...]:
    known = tuple(each for each in declared if each in found)
    return (*known, *(each for each in found if each not in known))


def _groups(places: Iterable[RatedPlace], vocabulary: Vocabulary) -> tuple[GroupKey, ...]:
    """Everyone and the groups with a row for some alternative: single ones as the vocabulary has them, then others."""
    position = {group: index for index, group in enumerate((EVERYONE, *vocabulary.population_groups))}
    found = {ALL, *(key for place in places for key in place.rows)}

    def rank(key: GroupKey) -> tuple[int, list[tuple[int, str]]]:
        parts = sorted((position[g], "") if g in position else (len(position), g) for g in key)
        return len(key), parts

    return tuple(sorted(found, key=rank))


def _contributions(place: RatedPlace, group: GroupKey, complete: frozenset[str]) -> Iterator[Contribution]:
    rows, inherited = effective(place.rows, group)
    for rating in rows:
        yield Contribution(
            place.question,
            place.alternative,
            rating,
            _residual(rating, complete) if rating else None,
            inherited,
            place.evidence,
            place.applies,
            place.certain,
        )


def _residual(rating: Rating, complete: frozenset[str]) -> int | None:
    """What a complete measure leaves; an unknown rest does not count, the inherent rating stands."""
    return rating.residual if isinstance(rating.residual, int) and rating.measure in complete else None


def _harm(impacts: Sequence[_Judged]) -> Extent:
    """The worst impact; it can only worsen by open answers, and only improve by questions that stop applying."""
    value, sure, is_open = _extreme(impacts, min)
    return Extent(value, WORST if is_open else value, sure)


def _benefit(impacts: Sequence[_Judged]) -> Extent:
    value, sure, is_open = _extreme(impacts, max)
    return Extent(value, sure, BEST if is_open else value)


def _extreme(impacts: Sequence[_Judged], extreme: Callable[..., int]) -> tuple[int, int, bool]:
    """The extreme of the ratings, that of those sure to apply, and whether some impact is open; nothing rated is 0."""
    known = [(impact, sure) for impact, sure in impacts if isinstance(impact, int)]
    return (
        extreme((impact for impact, _ in [*known, (0, True)])),
        extreme((impact for impact, sure in [*known, (0, True)] if sure)),
        len(known) < len(impacts),
    )


def _totals(places: Iterable[RatedPlace], perspective: str, alternative: str) -> Totals:
    asked = [p for p in places if p.applies and p.perspective == perspective and p.alternative == alternative]
    return Totals(tuple(row for place in asked for row in _rows(place)))


def _rows(place: RatedPlace) -> Iterator[tuple[str, GroupKey, Impact | None]]:
    if not place.rows:
        yield place.question, ALL, None
    for group, ratings in place.rows.items():
        for rating in ratings:
            yield place.question, group, rating.impact


def _together(totals: Sequence[Totals]) -> Totals:
    """The rows of several perspectives as those of one."""
    return Totals(tuple(row for each in totals for row in each.rows))


def _coverage(places: Iterable[RatedPlace]) -> Coverage:
    found: dict[str, list[tuple[str, str]]] = {"answered": [], "unknown": [], "unanswered": []}
    for place in places:
        if place.applies:
            impacts = [rating.impact for rows in place.rows.values() for rating in rows]
            state = "unanswered" if not impacts else "unknown" if "unknown" in impacts else "answered"
            found[state].append((place.question, place.alternative))
    return Coverage(*(tuple(each) for each in found.values()))


def _graded(places: Iterable[RatedPlace]) -> Mapping[str, tuple[str, ...]]:
    """Questions with some effect or unknown for some alternative, by the grade of their evidence."""
    grades = {
        place.question: place.evidence or "none_given"
        for place in places
        if place.applies and any(rating.impact != 0 for rows in place.rows.values() for rating in rows)
    }
    return {
        grade: tuple(question for question, given in grades.items() if given == grade)
        for grade in ("A", "B", "C", "D", "none_given")
    }
