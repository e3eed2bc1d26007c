"""Where an answer goes when a checklist is taken in another version, and why some go aside."""

from typing import Any

import pytest

from eva.answers import Answer, Aside
from eva.assessment import Hidden
from eva.carrying import Fate, Way
from eva.checklist import Checklist
from tests.builders import (
    a_checklist,
    a_section,
    an_assessment,
    choice,
    chosen,
    chosen_for,
    impact,
    multi_choice,
    number,
    option,
    rated,
    selected,
    text,
    words,
)

RENT = "wellbeing/everyday.rent"


def way(old: Any, *new: Any, **keys: Any) -> Way:
    """From a checklist with one question to another."""
    return Way(a_checklist(old), a_checklist(*new, version="2.0.0", **keys))


@pytest.mark.parametrize(
    ("old", "new", "answer", "why"),
    [
        (number("rent"), impact("other"), chosen("350"), "gone"),
        (number("rent"), words("rent"), chosen("350"), "kind"),
        (number("rent"), number("rent", scope="alternative"), chosen("350"), "scope"),
        (number("rent", unit="eur"), number("rent", unit="eur_per_year"), chosen("350"), "unit"),
        (number("rent", unit="eur"), number("rent", unit=text("m²")), chosen("350"), "unit"),
        (choice("rent"), choice("rent", "yes", "perhaps"), chosen("no"), "option"),
        (multi_choice("rent"), multi_choice("rent", "yes"), selected("yes", "no"), "option"),
        (choice("rent", scope="alternative"), choice("rent", "yes", scope="alternative"),
         chosen_for(ve0="yes", ve1="no"), "option"),
    ],
)  # fmt: skip
def test_an_answer_that_would_mean_something_else_is_not_carried(old: Any, new: Any, answer: Answer, why: Any) -> None:
    assert way(old, new).fate(RENT, answer) == Fate(None, why)


@pytest.mark.parametrize(
    ("old", "new", "answer"),
    [
        (choice("rent"), choice("rent", option("yes", points={"raw": "9"}), option("no"), "perhaps"), chosen("no")),
        (multi_choice("rent"), multi_choice("rent", "yes"), selected()),
        (number("rent", unit=text("m2")), number("rent", unit=text("m²"), depth="full"), chosen("350")),
        (impact("rent"), impact("rent", groups=["older"], text=text("Otherwise?")), rated(ve1=-2)),
        (words("rent"), words("rent", scope="case"), chosen("Ei ole.")),
    ],
)
def test_an_answer_is_carried_where_it_still_says_the_same(old: Any, new: Any, answer: Answer) -> None:
    assert way(old, new).fate(RENT, answer) == Fate(RENT)


MOVED = Way(
    a_checklist(a_section(impact("rent"), impact("stays")), a_section(impact("harm"), id="money")),
    a_checklist(a_section(impact("stays")), a_section(impact("harm"), impact("rent"), id="money"), version="1.1.0"),
)


def test_a_question_is_known_by_its_id_in_whichever_section_it_stands() -> None:
    assert MOVED.fate(RENT, rated(ve1=-1)) == Fate("wellbeing/money.rent")
    assert MOVED.back().fate("wellbeing/money.rent", rated(ve1=-1)) == Fate(RENT)


def test_an_address_that_the_old_version_did_not_have_leads_nowhere() -> None:
    assert MOVED.fate("wellbeing/money.rent", rated(ve1=-1)) == Fate(None, "gone")


def test_other_checklists_are_left_alone() -> None:
    other = Aside(question="other/everyday.harm", reason="hidden", answer=rated(ve1=-1))
    assert MOVED.aside(other) is other
    assert MOVED.knows_flag("other/red")
    assert MOVED.knows_section("other/everyday")


def test_a_hidden_answer_follows_its_question_and_waits_where_that_is_gone() -> None:
    entry = Aside(question=RENT, reason="hidden", answer=rated(ve1=-1))
    assert MOVED.aside(entry).question == "wellbeing/money.rent"
    gone = way(impact("rent"), impact("other")).aside(entry)
    assert (gone.question, gone.reason, gone.from_) == (RENT, "migration", "wellbeing@1.0.0")


def hidden(checklist: Checklist, towards: Way, path: str, answer: Answer) -> str | None:
    found = towards.hidden(Hidden(path=path, ground="JulkL 24 §"), an_assessment(checklist, {"rent": answer}))
    return None if found is None else found.path


def test_what_is_not_public_stays_so_under_its_new_address() -> None:
    path = "/answers/wellbeing~1everyday.rent/alternatives/ve1"
    assert hidden(MOVED.old, MOVED, path, rated(ve1=-1)) == "/answers/wellbeing~1money.rent/alternatives/ve1"


def test_where_a_private_answer_goes_aside_all_of_the_next_answer_is_withheld() -> None:
    towards = way(choice("rent"), choice("rent", "yes"))
    assert hidden(towards.old, towards, "/answers/wellbeing~1everyday.rent/value", chosen("no")) == (
        "/answers/wellbeing~1everyday.rent"
    )


def test_a_private_place_of_a_question_that_is_gone_is_named_no_more() -> None:
    towards = way(choice("rent"), choice("other"))
    assert hidden(towards.old, towards, "/answers/wellbeing~1everyday.rent", chosen("no")) is None
    assert hidden(towards.old, towards, "/case/summary", chosen("no")) == "/case/summary"
