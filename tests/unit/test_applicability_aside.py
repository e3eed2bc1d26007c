"""Answers that no longer apply are put aside and return: nothing is lost, nothing newer is overwritten."""

from eva.answers import Answer, Aside
from eva.applicability import settle
from eva.assessment import Assessment
from eva.checklist import Checklist
from tests.builders import (
    a_checklist,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    chosen_for,
    impact,
    no_effect,
    number,
    rated,
    words,
)

CHAIN = a_checklist(
    choice("one"),
    choice("two", when={"question": "one", "is": "yes"}),
    choice("three", when={"question": "two", "is": "yes"}),
)
PER_ALTERNATIVE = a_checklist(
    choice("moves", scope="alternative"),
    impact("meetings", when={"question": "moves", "is": "yes"}),
)
ONE, TWO, THREE = (f"wellbeing/everyday.{name}" for name in ("one", "two", "three"))
MOVES, MEETINGS = "wellbeing/everyday.moves", "wellbeing/everyday.meetings"


def settled(assessment: Assessment, checklist: Checklist) -> Assessment:
    return settle(assessment, by_checklist_id(checklist), a_vocabulary())


def edited(assessment: Assessment, checklist: Checklist, full_id: str, answer: Answer | None) -> Assessment:
    answers = {name: each for name, each in assessment.answers.items() if name != full_id}
    changed = assessment.model_copy(update={"answers": answers if answer is None else {**answers, full_id: answer}})
    return settled(changed, checklist)


def aside_of(assessment: Assessment) -> list[tuple[str, str | None]]:
    return [(entry.question, entry.alternative) for entry in assessment.aside]


def all_yes() -> Assessment:
    return an_assessment(CHAIN, {name: chosen("yes") for name in ("one", "two", "three")})


def test_an_answer_whose_question_is_hidden_goes_aside_with_reason_and_version() -> None:
    hidden = edited(all_yes(), CHAIN, ONE, chosen("no"))
    assert hidden.answers == {ONE: chosen("no")}
    assert aside_of(hidden) == [(TWO, None), (THREE, None)]
    assert [(entry.reason, entry.from_) for entry in hidden.aside] == [("hidden", "wellbeing@1.0.0")] * 2


def test_a_whole_chain_returns_when_its_first_link_applies_again() -> None:
    hidden = edited(all_yes(), CHAIN, ONE, chosen("no"))
    assert edited(hidden, CHAIN, ONE, chosen("yes")) == all_yes()


def test_an_assessment_without_anything_to_move_is_the_same_object() -> None:
    assessment = all_yes()
    assert settled(assessment, CHAIN) is assessment


def test_settling_a_settled_assessment_changes_nothing() -> None:
    hidden = edited(all_yes(), CHAIN, ONE, chosen("no"))
    assert settled(hidden, CHAIN) is hidden


def test_a_newer_answer_is_kept_and_the_older_one_stays_aside() -> None:
    hidden = edited(all_yes(), CHAIN, ONE, chosen("no"))
    answers = {ONE: chosen("yes"), TWO: chosen("no")}
    shown = settled(hidden.model_copy(update={"answers": answers}), CHAIN)
    assert shown.answers == answers
    assert aside_of(shown) == [(TWO, None), (THREE, None)]


def test_of_two_answers_aside_the_later_returns_first_and_none_is_lost() -> None:
    def entry(value: str) -> Aside:
        return Aside(question=TWO, reason="hidden", from_="wellbeing@1.0.0", answer=chosen(value))

    assessment = an_assessment(CHAIN, {"one": chosen("yes")}, aside=[entry("yes"), entry("no")])
    shown = settled(assessment, CHAIN)
    assert shown.answers[TWO] == chosen("no")
    assert shown.aside == (entry("yes"),)


def test_an_empty_answer_does_not_keep_the_old_one_from_returning() -> None:
    hidden = edited(all_yes(), CHAIN, ONE, chosen("no"))
    shown = settled(hidden.model_copy(update={"answers": {ONE: chosen("yes"), TWO: Answer()}}), CHAIN)
    assert shown.answers[TWO] == chosen("yes")


def test_answers_aside_for_another_reason_stay_there() -> None:
    aside = [Aside(question=TWO, reason=reason, answer=chosen("no")) for reason in ("gate", "migration")]
    assessment = an_assessment(CHAIN, {"one": chosen("yes")}, aside=aside)
    assert settled(assessment, CHAIN) is assessment


def test_only_the_alternative_in_which_a_question_is_hidden_goes_aside() -> None:
    answers = {"moves": chosen_for(ve0="yes", ve1="yes"), "meetings": rated(ve0=-1, ve1=-2, rationale="Room is lost")}
    before = an_assessment(PER_ALTERNATIVE, answers)
    hidden = edited(before, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="yes"))
    assert aside_of(hidden) == [(MEETINGS, "ve0")]
    assert hidden.answers[MEETINGS] == rated(ve1=-2, rationale="Room is lost")
    assert edited(hidden, PER_ALTERNATIVE, MOVES, chosen_for(ve0="yes", ve1="yes")) == before


def test_the_last_alternative_takes_rationale_and_all_with_it() -> None:
    answers = {"moves": chosen_for(ve0="no", ve1="yes"), "meetings": rated(ve1=-2, rationale="Room is lost")}
    before = an_assessment(PER_ALTERNATIVE, answers)
    hidden = edited(before, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="no"))
    assert MEETINGS not in hidden.answers
    assert hidden.aside[0].answer == answers["meetings"]
    assert edited(hidden, PER_ALTERNATIVE, MOVES, answers["moves"]) == before


def test_alternatives_hidden_one_after_the_other_all_return() -> None:
    both = chosen_for(ve0="yes", ve1="yes")
    before = an_assessment(PER_ALTERNATIVE, {"moves": both, "meetings": no_effect("ve0", "ve1")})
    one = edited(before, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="yes"))
    assert one.answers[MEETINGS] == no_effect("ve1")
    none = edited(one, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="no"))
    assert MEETINGS not in none.answers
    assert edited(none, PER_ALTERNATIVE, MOVES, both) == before


def test_a_part_returns_only_to_a_gate_that_can_hold_it() -> None:
    both = chosen_for(ve0="yes", ve1="yes")
    before = an_assessment(PER_ALTERNATIVE, {"moves": both, "meetings": rated(ve0=-1, ve1=-2)})
    hidden = edited(before, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="yes"))
    closed = edited(hidden, PER_ALTERNATIVE, MEETINGS, no_effect("ve1"))
    shown = edited(closed, PER_ALTERNATIVE, MOVES, both)
    assert shown.answers[MEETINGS] == no_effect("ve1")
    assert aside_of(shown) == [(MEETINGS, "ve0")]


def test_a_newer_rating_of_the_same_alternative_is_kept() -> None:
    both = chosen_for(ve0="yes", ve1="yes")
    before = an_assessment(PER_ALTERNATIVE, {"moves": both, "meetings": rated(ve0=-1, ve1=-2)})
    hidden = edited(before, PER_ALTERNATIVE, MOVES, chosen_for(ve0="no", ve1="yes"))
    newer = {MOVES: both, MEETINGS: rated(ve0=3, ve1=-2)}
    shown = settled(hidden.model_copy(update={"answers": newer}), PER_ALTERNATIVE)
    assert shown.answers == newer
    assert aside_of(shown) == [(MEETINGS, "ve0")]


def test_the_depth_of_the_case_hides_and_returns_answers() -> None:
    checklist = a_checklist(words("why", depth="full"))
    full = an_assessment(checklist, {"why": chosen("Because.")}, depth="full")
    light = full.case.model_copy(update={"depth": "light"})
    hidden = settled(full.model_copy(update={"case": light}), checklist)
    assert hidden.answers == {}
    assert settled(hidden.model_copy(update={"case": full.case}), checklist) == full


def test_answers_that_no_checklist_asks_for_or_no_alternative_can_show_are_left_alone() -> None:
    stray = {"wellbeing/everyday.gone": chosen("yes"), "ngo/premises.lost": chosen("yes")}
    assessment = an_assessment(CHAIN, stray)
    assert settled(assessment, CHAIN) is assessment
    without = an_assessment(PER_ALTERNATIVE, {"meetings": rated(ve1=-1)}, alternatives=())
    assert settled(without, PER_ALTERNATIVE) is without


def test_a_return_that_hides_another_answer_puts_that_one_aside() -> None:
    checklist = a_checklist(
        choice("one"),
        choice("two", when={"question": "one", "is": "yes"}),
        number("instead", when={"question": "two", "answered": False}),
    )
    hidden = settled(an_assessment(checklist, {"one": chosen("no"), "two": chosen("yes")}), checklist)
    told = edited(hidden, checklist, "wellbeing/everyday.instead", chosen("5"))
    shown = edited(told, checklist, ONE, chosen("yes"))
    assert shown.answers == {ONE: chosen("yes"), TWO: chosen("yes")}
    assert aside_of(shown) == [("wellbeing/everyday.instead", None)]


def test_answers_to_a_checklist_that_is_not_at_hand_are_left_alone() -> None:
    assessment = all_yes()
    assert settle(assessment, {}, a_vocabulary()) is assessment
