import pytest

from eva.answers import Answer
from eva.applicability import Applicability, Place, all_places, applicability, breaks_acceptance, state
from eva.assessment import Assessment
from eva.checklist import AnyQuestion, Checklist, Section
from eva.ternary import Ternary
from tests.builders import (
    a_checklist,
    a_section,
    a_vocabulary,
    an_assessment,
    by_checklist_id,
    choice,
    chosen,
    chosen_for,
    impact,
    multi_choice,
    no_effect,
    not_known,
    number,
    rated,
    rating,
    selected,
)

YES_TO = {"is": "yes"}


def asked(checklist: Checklist, answers: dict[str, Answer], depth: str = "light") -> list[tuple[str, str | None]]:
    which = applied(checklist, answers, depth)
    return [(place.question.id, place.alternative) for place in which.questions()]


def applied(checklist: Checklist, answers: dict[str, Answer], depth: str = "light") -> Applicability:
    return applicability(an_assessment(checklist, answers, depth=depth), by_checklist_id(checklist), a_vocabulary())


def test_questions_come_in_the_order_of_checklists_questions_and_alternatives() -> None:
    first = a_checklist(impact("daily_life"), choice("kind"), id="wellbeing")
    second = a_checklist(number("visits"), id="ngo")
    which = applicability(an_assessment([second, first]), by_checklist_id(first, second))
    assert [(place.full_id, place.alternative) for place in which.questions()] == [
        ("ngo/everyday.visits", None),
        ("wellbeing/everyday.daily_life", "ve0"),
        ("wellbeing/everyday.daily_life", "ve1"),
        ("wellbeing/everyday.kind", None),
    ]


def test_a_place_names_its_checklist_section_and_question() -> None:
    checklist = a_checklist(impact("daily_life"))
    place = applied(checklist, {}).questions()[0]
    assert (place.checklist, place.section.id, place.question.id) == (checklist, "everyday", "daily_life")


def test_full_questions_are_hidden_in_a_light_case_and_never_become_possible() -> None:
    checklist = a_checklist(choice("light"), choice("full", depth="full"))
    assert asked(checklist, {}) == [("light", None)]
    assert not applied(checklist, {}).possible("wellbeing/everyday.full", None)
    assert asked(checklist, {}, depth="full") == [("light", None), ("full", None)]


def test_a_condition_shows_and_hides_its_question() -> None:
    checklist = a_checklist(choice("premises"), number("rent", when={"question": "premises", **YES_TO}))
    assert asked(checklist, {}) == [("premises", None)]
    assert asked(checklist, {"premises": chosen("yes")}) == [("premises", None), ("rent", None)]


def test_a_condition_may_name_a_later_question() -> None:
    checklist = a_checklist(number("rent", when={"question": "premises", **YES_TO}), choice("premises"))
    assert asked(checklist, {"premises": chosen("yes")}) == [("rent", None), ("premises", None)]


def test_the_condition_of_a_section_holds_for_all_its_questions() -> None:
    later = a_section(choice("one"), choice("two"), id="later", when={"question": "premises", **YES_TO})
    checklist = a_checklist(choice("premises"), later)
    assert asked(checklist, {"premises": chosen("no")}) == [("premises", None)]
    assert len(asked(checklist, {"premises": chosen("yes")})) == 3


def test_questions_of_a_section_are_as_certain_as_the_condition_of_the_section() -> None:
    later = a_section(choice("one"), id="later", when={"not": {"question": "premises", **YES_TO}})
    checklist = a_checklist(choice("premises"), later)
    full_id = "wellbeing/later.one"
    assert applied(checklist, {}).verdict(full_id, None) == (True, Ternary.OPEN)
    assert applied(checklist, {"premises": chosen("no")}).verdict(full_id, None) == (True, Ternary.YES)
    assert applied(checklist, {"premises": chosen("yes")}).verdict(full_id, None) == (False, Ternary.NO)


def test_hiding_is_transitive_for_answers_that_still_stand_in_the_file() -> None:
    checklist = a_checklist(
        choice("one"),
        choice("two", when={"question": "one", **YES_TO}),
        choice("three", when={"question": "two", **YES_TO}),
        choice("four", when={"question": "three", "answered": False}),
    )
    answers = {"one": chosen("no"), "two": chosen("yes"), "three": chosen("yes")}
    assert asked(checklist, answers) == [("one", None), ("four", None)]


def test_a_question_of_an_alternative_reads_that_alternative() -> None:
    checklist = a_checklist(
        choice("moves", scope="alternative"),
        number("rent", scope="alternative", when={"question": "moves", **YES_TO}),
        number("budget", when={"question": "moves", **YES_TO}),
    )
    answers = {"moves": chosen_for(ve0="no", ve1="yes")}
    assert asked(checklist, answers)[2:] == [("rent", "ve1"), ("budget", None)]


def test_the_condition_of_a_section_reads_any_alternative() -> None:
    later = a_section(impact("detail"), id="later", when={"question": "daily_life", "at_most": -2})
    checklist = a_checklist(impact("daily_life"), later)
    answers = {"daily_life": rated(ve0=0, ve1=-2)}
    assert asked(checklist, answers)[2:] == [("detail", "ve0"), ("detail", "ve1")]


def test_a_condition_on_a_tag_reads_the_groups_that_carry_it() -> None:
    checklist = a_checklist(
        impact("daily_life"),
        choice("child_view", when={"question": "daily_life", "group_tag": "children", "at_most": -2}),
    )
    harmed = {"daily_life": rated(ve1=[rating(0), rating(-2, "young")])}
    spared = {"daily_life": rated(ve1=[rating(0), rating(-2, "older")])}
    assert ("child_view", None) in asked(checklist, harmed)
    assert ("child_view", None) not in asked(checklist, spared)


def test_a_question_is_possible_unless_its_condition_is_certainly_false() -> None:
    checklist = a_checklist(choice("premises"), number("rent", when={"question": "premises", **YES_TO}))
    full_id = "wellbeing/everyday.rent"
    assert applied(checklist, {}).certain(full_id, None) is Ternary.OPEN
    assert applied(checklist, {"premises": chosen("no")}).certain(full_id, None) is Ternary.NO
    assert applied(checklist, {"premises": chosen("yes")}).certain(full_id, None) is Ternary.YES


def test_a_question_that_applies_may_come_to_be_hidden() -> None:
    checklist = a_checklist(choice("premises"), number("rent", when={"not": {"question": "premises", **YES_TO}}))
    which = applied(checklist, {})
    assert which.applies("wellbeing/everyday.rent", None)
    assert which.certain("wellbeing/everyday.rent", None) is Ternary.OPEN


def test_a_test_on_an_answer_that_may_come_to_be_hidden_is_open() -> None:
    checklist = a_checklist(
        choice("premises"),
        choice("rents", when={"not": {"question": "premises", **YES_TO}}),
        number("rent", when={"question": "rents", **YES_TO}),
        number("buys", when={"question": "rents", "is": "no"}),
    )
    which = applied(checklist, {"rents": chosen("yes")})
    assert which.verdict("wellbeing/everyday.rent", None) == (True, Ternary.OPEN)
    assert which.verdict("wellbeing/everyday.buys", None) == (False, Ternary.NO)


def test_a_question_may_be_asked_about_in_any_alternative() -> None:
    checklist = a_checklist(
        choice("once"),
        choice("moves", scope="alternative"),
        number("rent", scope="alternative", when={"question": "moves", **YES_TO}),
    )
    which = applied(checklist, {"moves": chosen_for(ve0="no", ve1="yes")})
    assert which.applies("wellbeing/everyday.once", "ve1")
    assert which.applies("wellbeing/everyday.rent", None)
    assert not which.applies("wellbeing/everyday.rent", "ve0")
    assert not which.applies("wellbeing/everyday.rent", "ve9")
    assert not which.applies("wellbeing/everyday.nowhere", None)


def test_without_alternatives_nothing_is_asked_per_alternative() -> None:
    checklist = a_checklist(impact("daily_life"), choice("once"))
    assessment = an_assessment(checklist, alternatives=())
    which = applicability(assessment, by_checklist_id(checklist))
    assert [place.question.id for place in which.questions()] == ["once"]


def test_checklists_that_the_assessment_does_not_use_ask_nothing() -> None:
    used, other = a_checklist(choice("once")), a_checklist(choice("other"), id="ngo")
    which = applicability(an_assessment(used), by_checklist_id(used, other))
    assert [place.question.id for place in which.questions()] == ["once"]


def test_a_checklist_that_is_not_at_hand_asks_nothing() -> None:
    assert applicability(an_assessment(a_checklist(choice("once"))), {}).questions() == ()


@pytest.mark.parametrize(
    "parts",
    [
        [choice("one", when={"question": "one", **YES_TO})],
        [choice("one", when={"question": "two", **YES_TO}), choice("two", when={"question": "one", **YES_TO})],
        [a_section(impact("one"), when={"perspective": "wellbeing", "at_most": -1})],
    ],
)
def test_conditions_in_a_circle_are_refused_with_their_path(parts: list[AnyQuestion | Section]) -> None:
    with pytest.raises(ValueError, match=r"circle: .*one"):
        applied(a_checklist(*parts), {})


def test_a_chain_of_a_thousand_conditions_is_decided() -> None:
    links = [choice("q0")]
    links += [choice(f"q{n}", when={"question": f"q{n - 1}", **YES_TO}) for n in range(1, 1000)]
    checklist = a_checklist(*links)
    answers = {f"q{n}": chosen("yes") for n in range(1000)}
    assert len(asked(checklist, answers)) == 1000
    assert len(asked(checklist, {**answers, "q500": chosen("no")})) == 501


def states(question: AnyQuestion, answer: Answer | None) -> list[str]:
    checklist = a_checklist(question)
    assessment = an_assessment(checklist, {} if answer is None else {question.id: answer})
    return [state(assessment, place) for place in all_places(assessment, checklist)]


@pytest.mark.parametrize(
    ("question", "answer", "expected"),
    [
        (choice("kind", "yes", "unknown"), None, ["unanswered"]),
        (choice("kind", "yes", "unknown"), chosen("yes"), ["answered"]),
        (choice("kind", "yes", "unknown"), chosen("unknown"), ["unknown"]),
        (multi_choice("needs", "staff", "unknown"), selected(), ["answered"]),
        (multi_choice("needs", "staff", "unknown"), selected("staff", "unknown"), ["unknown"]),
        (number("visits"), chosen("0"), ["answered"]),
        (impact("daily_life"), no_effect("ve1"), ["unanswered", "answered"]),
        (impact("daily_life"), not_known(), ["unknown", "unknown"]),
        (impact("daily_life"), rated(), ["unanswered", "unanswered"]),
        (impact("daily_life"), rated(ve0=0, ve1=[rating(-1), rating("unknown", "older")]), ["answered", "unknown"]),
    ],
)
def test_a_place_is_answered_unknown_or_unanswered(
    question: AnyQuestion, answer: Answer | None, expected: list[str]
) -> None:
    assert states(question, answer) == expected


def place_of(question: AnyQuestion, answer: Answer) -> tuple[Assessment, Place]:
    checklist = a_checklist(question)
    assessment = an_assessment(checklist, {question.id: answer})
    return assessment, next(all_places(assessment, checklist))


def test_an_answer_may_break_what_its_question_accepts() -> None:
    visits = number("visits", accept={"at_least": 0})
    assert breaks_acceptance(*place_of(visits, chosen("-1")))
    assert not breaks_acceptance(*place_of(visits, chosen("0")))
    assert not breaks_acceptance(*place_of(visits, chosen("")))
    assert not breaks_acceptance(*place_of(number("visits"), chosen("-1")))
