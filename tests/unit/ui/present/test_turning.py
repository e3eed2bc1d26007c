"""What would have to change for the order to turn, in words."""

from eva.ui.present.turning import turning
from tests.builders import no_effect, not_known, rated, rating
from tests.readings import told
from tests.unit.ui.present.comparisons import compared

ALL = ("ve0", "ve1", "ve2")


def test_a_pair_tells_who_is_ahead_by_which_figure_and_what_turns_it() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-2), "money": no_effect()}
    said = told(turning(compared(answers, ("ve0", "ve1"))))
    assert said.startswith("VE0 comes before VE1: the figure that decides is −2 clear harm")
    assert "VE1 has it in one place, VE0 in this many: 0." in said
    assert "They draw level if any one of these changes:" in said
    assert "VE1 → 0 :" in said
    assert "VE0 → −3 :" in said


def test_what_open_answers_may_bring_is_told_first() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=-1), "money": not_known()}
    said = told(turning(compared(answers, ("ve0", "ve1"))))
    assert said.index("open answers may bring this") < said.index("VE0 → −2 : ")


def test_an_open_red_flag_stands_at_every_name() -> None:
    answers = {"daily_life": rated(ve0=0, ve1=[rating(-3)]), "money": no_effect()}
    said = told(turning(compared(answers, ("ve0", "ve1"))))
    assert said.count("VE1") == said.count("VE1 ⚑1")


def test_where_all_tie_there_is_nothing_to_turn() -> None:
    answers = {"daily_life": no_effect(*ALL), "money": no_effect(*ALL)}
    assert told(turning(compared(answers))) == "The alternatives tie, so there is no order to change."
