"""What weights tell, in words."""

from typing import Any

import numpy as np

from eva.ui.present.reading import Reading
from eva.ui.present.weight_words import central_table, fine_print, standings_told, swings_told, warning
from eva.weighing import Weighing, weigh
from eva.weight_statements import statements_of
from tests.builders import no_effect, not_known, rated
from tests.readings import told
from tests.unit.ui.present.comparisons import compared

ALL = ("ve0", "ve1", "ve2")
TRADE = {"daily_life": rated(ve0=-2, ve1=0, ve2=-3), "money": rated(ve0=2, ve1=0, ve2=0)}


def weighed(answers: dict[str, Any], said: str = "") -> tuple[Reading, Weighing]:
    reading = compared(answers)
    statements = statements_of(said, reading.card.perspectives)
    found = weigh(reading.card, np.random.default_rng(1), 1000, statements)
    assert found is not None
    return reading, found


def test_whose_weights_make_which_alternative_first() -> None:
    reading, found = weighed(TRADE)
    lines = told(standings_told(reading, found.all))
    assert "VE0 is first in" in lines
    assert "What then weighs more than usual: economy, benefit (" in lines.replace("Economy", "economy")
    assert "What weighs less than usual: wellbeing, harm (" in lines.replace("Wellbeing", "wellbeing")
    assert "No weights that fit your choices put VE2 1 open flag first." in lines
    assert "The usual weight is 25 %" in lines


def test_where_any_weights_will_do_that_is_said() -> None:
    reading, found = weighed({"daily_life": rated(ve0=0, ve1=-1, ve2=-1), "money": no_effect(*ALL)})
    assert (
        "VE0 is first in 100 % of the sets of weights. No weight then differs from the usual. Confidence 100 % ±0."
        in told(standings_told(reading, found.all))
    )


def test_mean_weights_stand_in_a_table_with_a_dash_for_who_is_never_first() -> None:
    reading, found = weighed(TRADE)
    rows = told(central_table(reading, found.all)).split("%")
    assert len(rows) == 1 + 2 * 4
    assert "–" in rows[-1] or "–" in rows[-2]


def test_a_benefit_that_may_pay_for_a_harm_is_warned_of_and_choices_are_ones_own() -> None:
    said = told(warning(compared(TRADE)))
    assert "a benefit can pay for a harm" in said
    assert "not saved in the assessment" in said


def test_what_was_said_is_repeated_as_the_command_that_draws_it_again() -> None:
    reading, found = weighed(TRADE, "wellbeing >= economy")
    assert 'eva compare FILE --weights "wellbeing >= economy"' in told(
        fine_print(reading, found, "wellbeing >= economy", known=False)
    ).replace("&#34;", '"').replace("&gt;", ">")
    assert "--weights" not in fine_print(reading, found, "", known=False)


def test_figures_that_rest_on_open_answers_are_named_and_what_is_left_out_without_them() -> None:
    reading, found = weighed({**TRADE, "money": not_known(*ALL)})
    assert "? VE0, VE1, VE2 ⚑1: the figure is partly drawn" in told(fine_print(reading, found, "", known=False))
    without = told(fine_print(reading, found, "", known=True))
    assert "partly drawn" not in without
    assert "“Without open” leaves out what has open answers" in without


def test_the_weight_of_one_perspective_is_told_where_it_changes_who_is_first() -> None:
    reading, found = weighed(TRADE)
    assert "VE1 with a weight of 50–100 %" in told(swings_told(reading, found))
    settled = swings_told(*weighed({"daily_life": rated(ve0=0, ve1=-1, ve2=-1), "money": no_effect(*ALL)}))
    assert told(settled).startswith("Always first: VE0")


def test_open_answers_that_may_change_a_swing_are_told() -> None:
    reading, found = weighed({**TRADE, "money": rated(ve0="unknown", ve1=0, ve2=0)})
    assert "Open answers may change this." in told(swings_told(reading, found))
