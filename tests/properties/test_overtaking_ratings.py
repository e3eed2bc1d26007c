"""What would turn an order, tried out on the ratings themselves: whatever moves along moves the same way."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from eva.answers import GroupKey
from eva.applicability import applicability
from eva.comparison import compare
from eva.overtaking import Change, Way, overtakings
from eva.scorecard import ALL, Scorecard
from eva.scoring import score
from tests.builders import a_checklist, a_section, a_vocabulary, an_assessment, by_checklist_id, impact, rated, rating

ALTERNATIVES = ("ve0", "ve1")
QUESTIONS = {"wellbeing": ("first", "second"), "economy": ("third",)}
CHECKLIST = a_checklist(
    *(a_section(*map(impact, names), id=each, perspective=each) for each, names in QUESTIONS.items())
)
KNOWN = by_checklist_id(CHECKLIST)

Rows = Mapping[GroupKey, int]
Case = Mapping[tuple[str, str], Rows]
"""The rows of each question and alternative, everyone's among them."""

levels = st.integers(-3, 3)
rows = st.builds(
    lambda everyone, others: {ALL: everyone, **others},
    levels,
    st.dictionaries(st.sampled_from([("children",), ("older",)]), levels),
)
cases = st.fixed_dictionaries(
    {(question, each): rows for names in QUESTIONS.values() for question in names for each in ALTERNATIVES}
)


def card(case: Case) -> Scorecard:
    answers = {
        question: rated(
            {each: [rating(i, *group) for group, i in case[question, each].items()] for each in ALTERNATIVES}
        )
        for names in QUESTIONS.values()
        for question in names
    }
    assessment = an_assessment(CHECKLIST, answers, alternatives=ALTERNATIVES)
    return score(assessment, KNOWN, applicability(assessment, KNOWN), a_vocabulary())


def changed(case: Case, way: Way, *, own_row: bool) -> Case:
    """The ratings that bring the figures which a way asks for, and no more than these figures need."""
    for change in way:
        case = {**case, **_moved(case, change, own_row=own_row)}
    return case


def _moved(case: Case, change: Change, *, own_row: bool) -> Case:
    """A group that inherits gets a row of its own, or everyone's rating is changed for it.

    To lessen a harm or a benefit all its ratings have to change; to make it greater, one is enough.
    """
    better = change.then > change.now
    questions = QUESTIONS[change.criterion.perspective]
    moved = {}
    for question in questions if abs(change.then) < abs(change.now) else questions[:1]:
        held = dict(case[question, change.alternative])
        group = change.criterion.group if own_row or change.criterion.group in held else ALL
        now = held.get(group, held[ALL])
        held[group] = max(now, change.then) if better else min(now, change.then)
        moved[question, change.alternative] = held
    return moved


@given(cases, st.booleans())
def test_the_ratings_that_bring_the_figures_told_tie_or_turn_the_order(case: Case, own_row: bool) -> None:
    for found in overtakings(card(case)):
        for ways, strictly in ((found.level_with, False), (found.overtake, True)):
            for way in (*ways.gain, *ways.loss):
                order = compare(card(changed(case, way, own_row=own_row))).order
                place = {each: at for at, tier in enumerate(order) for each in tier}
                ahead, behind = place[found.ahead], place[found.behind]
                assert behind < ahead or (behind == ahead and not strictly), way
