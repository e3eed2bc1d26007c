"""Overtaking: where leximin decides between two alternatives, and what would turn it."""

from collections.abc import Mapping, Sequence

from eva.answers import Answer
from eva.applicability import applicability
from eva.comparison import Criterion, compare
from eva.overtaking import Change, Overtaking, Way, overtakings
from eva.scorecard import Scorecard
from eva.scoring import score
from tests.builders import a_checklist, a_section, a_vocabulary, an_assessment, by_checklist_id, impact, rated, rating

TWO_PERSPECTIVES = a_checklist(
    a_section(impact("daily_life"), id="everyday"), a_section(impact("money"), id="economy", perspective="economy")
)
DAILY_LIFE = Criterion("wellbeing", ("everyone",), "harm")
MONEY = Criterion("economy", ("everyone",), "harm")
GAIN = Criterion("economy", ("everyone",), "benefit")


def card(answers: Mapping[str, Answer], alternatives: Sequence[str] = ("ve0", "ve1")) -> Scorecard:
    assessment = an_assessment(TWO_PERSPECTIVES, answers, alternatives=alternatives)
    known = by_checklist_id(TWO_PERSPECTIVES)
    return score(assessment, known, applicability(assessment, known), a_vocabulary())


def overtaking(**answers: Answer) -> Overtaking:
    (found,) = overtakings(card(answers))
    return found


def steps(ways: Sequence[Way]) -> list[list[tuple[Criterion, int]]]:
    """What each way asks for: the criterion and its figure."""
    return [[(change.criterion, change.then) for change in way] for way in ways]


def test_the_worst_harm_decides_and_one_step_of_it_ties_and_the_next_turns() -> None:
    found = overtaking(daily_life=rated(ve0=-1, ve1=-2), money=rated(ve0=0, ve1=0))
    assert (found.ahead, found.behind, found.level) == ("ve0", "ve1", -2)
    assert (found.deciding, found.shared) == ((DAILY_LIFE,), ())
    assert steps(found.level_with.gain) == [[(DAILY_LIFE, -1)]]
    assert steps(found.overtake.gain) == [[(DAILY_LIFE, 0)]]


def test_the_one_ahead_may_as_well_turn_out_worse_anywhere() -> None:
    found = overtaking(daily_life=rated(ve0=-1, ve1=-2), money=rated(ve0=0, ve1=0))
    assert steps(found.overtake.loss) == [[(MONEY, -2)], [(DAILY_LIFE, -3)]]


def test_where_the_same_harm_is_met_more_often_several_changes_are_needed() -> None:
    found = overtaking(daily_life=rated(ve0=0, ve1=-3), money=rated(ve0=0, ve1=-3))
    assert (found.level, found.deciding, found.shared) == (-3, (DAILY_LIFE, MONEY), ())
    (way,) = steps(found.level_with.gain)
    assert way == [(DAILY_LIFE, 0), (MONEY, 0)]
    (way,) = steps(found.overtake.gain)
    assert way == [(DAILY_LIFE, 0), (MONEY, 0), (Criterion("wellbeing", ("everyone",), "benefit"), 1)]


def test_benefits_decide_between_equal_harms() -> None:
    found = overtaking(daily_life=rated(ve0=-1, ve1=-1), money=rated(ve0=2, ve1=0))
    assert found.level == 0
    assert set(found.shared) == {MONEY, Criterion("wellbeing", ("everyone",), "benefit")}
    assert GAIN in found.deciding
    assert [(GAIN, 2)] in steps(found.level_with.gain)
    assert [(DAILY_LIFE, 0)] in steps(found.overtake.gain)


def test_what_an_open_answer_alone_may_bring_is_marked() -> None:
    found = overtaking(daily_life=rated(ve0="unknown", ve1=-2), money=rated(ve0=0, ve1=0))
    assert found.ahead == "ve0"
    assert (Change("ve0", DAILY_LIFE, 0, -3, open=True),) in found.overtake.loss
    assert (Change("ve1", DAILY_LIFE, -2, 0, open=False),) in found.level_with.gain


def test_where_the_one_ahead_is_as_good_as_can_be_it_can_be_drawn_level_but_not_overtaken() -> None:
    found = overtaking(daily_life=rated(ve0=3, ve1=2), money=rated(ve0=3, ve1=3))
    assert len(found.level_with.gain) == 1
    assert found.overtake.gain == ()


def test_the_change_of_the_rating_itself_turns_the_order() -> None:
    answers = {"daily_life": rated(ve0=[rating(0), rating(-1, "older")], ve1=[rating(0), rating(-3, "older")])}
    (found,) = overtakings(card({**answers, "money": rated(ve0=0, ve1=0)}))
    (change,) = found.overtake.gain[0]
    assert (change.criterion.group, change.now, change.then) == (("older",), -3, 0)
    mended = {"daily_life": rated(ve0=[rating(0), rating(-1, "older")], ve1=[rating(0), rating(0, "older")])}
    assert compare(card({**mended, "money": rated(ve0=0, ve1=0)})).order == (("ve1",), ("ve0",))


def test_alternatives_that_cannot_be_told_apart_have_nothing_to_overtake() -> None:
    assert overtakings(card({"daily_life": rated(ve0=-1, ve1=-1), "money": rated(ve0=0, ve1=0)})) == ()


def test_every_pair_is_told_with_the_first_place_first() -> None:
    answers = {
        "daily_life": rated(ve0=-3, ve1=-1, ve2=-2),
        "money": rated(ve0=0, ve1=0, ve2=0),
    }
    pairs = [(each.ahead, each.behind) for each in overtakings(card(answers, ["ve0", "ve1", "ve2"]))]
    assert pairs == [("ve1", "ve2"), ("ve1", "ve0"), ("ve2", "ve0")]
