"""A long assessment is asked a portion at a time; answers never move a question to another page."""

from eva.checklist import Checklist
from eva.ui.form import Form
from eva.ui.present.answer import blocks
from eva.ui.present.contents import contents, following
from eva.ui.present.portions import MOST, number_at, opened_at, portions
from tests.builders import a_checklist, a_section, an_assessment, choice, chosen, impact, no_effect
from tests.forms import a_form, paths


def asking(name: str, *sections: int) -> Checklist:
    """A checklist whose sections ask so many questions each."""
    drawn = (
        a_section(*(impact(f"q{section}x{n}") for n in range(count)), id=f"s{section}")
        for section, count in enumerate(sections)
    )
    return a_checklist(*drawn, id=name)


SCREENING = a_checklist(choice("matter", "yes", "no"), id="screening")
SMALL, MIDDLE, OTHER = asking("small", 4, 6), asking("middle", 15), asking("other", 8, 3)
LARGE = asking("large", 20, 20, MOST + 5)
LISTS = (SCREENING, SMALL, MIDDLE, OTHER, LARGE)


def a_long_form(*answered: str) -> Form:
    answers = {each: no_effect() for each in answered}
    return a_form(an_assessment(LISTS, answers), *LISTS)


def sizes(form: Form) -> list[int]:
    return [len(each.questions) for each in portions(form)]


def test_checklists_stay_whole_while_they_fit_and_large_ones_are_cut_between_sections() -> None:
    form = a_long_form()
    assert sizes(form) == [25, 11, 20, 20, 25, 5]
    assert {each.split("/")[0] for each in portions(form)[0].questions} == {"small", "middle"}
    assert {each.split(".")[0] for each in portions(form)[2].questions} == {"large/s0"}


def test_no_answer_moves_a_question() -> None:
    hidden = a_checklist(
        choice("first", "yes", "no"),
        impact("second", when={"question": "first", "any_of": ["yes"]}),
        id="hiding",
    )
    filled = asking("filled", 24)
    for said in ("yes", "no"):
        assessment = an_assessment([hidden, filled], {"first": chosen(said)})
        assert sizes(a_form(assessment, hidden, filled)) == [2, 24]


def test_every_place_is_mended_on_one_page() -> None:
    form = a_long_form()
    places = {
        "answers/small/s1.q1x0/rationale": 0,
        "middle": 0,
        "answers/other/s1.q1x2": 1,
        "large": 2,
        "large/s1": 3,
        "section_reasons/large/s2": 5,
        "conclusion/recommended": 5,
        "end": 5,
    }
    assert {place: number_at(form, place) for place in places} == places


def test_without_a_place_the_work_goes_on_at_the_first_open_question() -> None:
    assert number_at(a_long_form(), "") == 0
    answered = [each for portion in portions(a_long_form())[:2] for each in portion.questions]
    assert number_at(a_long_form(*answered), "") == 2


def test_a_portion_opens_at_its_top_and_a_finding_at_its_question() -> None:
    form = a_long_form()
    assert opened_at(form, "") == ("small", "")
    assert opened_at(form, "large/s1") == ("large/s1", "")
    assert opened_at(form, "answers/large/s1.q1x3") == ("answers/large/s1.q1x3",) * 2


def test_a_page_asks_the_questions_of_its_portion_and_only_the_last_one_ends() -> None:
    form = a_long_form()
    first, last = paths(blocks(form, "small")), paths(blocks(form, "end"))
    assert len([each for each in first if each.endswith("/matrix")]) == MOST
    assert "conclusion/recommended" not in first
    assert last[-1] == "conclusion/recommended"
    assert len(last) == 5 + 1


def test_a_section_over_two_pages_is_asked_for_its_sentence_once_at_its_end() -> None:
    answered = [each for portion in portions(a_long_form())[4:] for each in portion.questions]
    form = a_long_form(*answered)
    reason = "section_reasons/large/s2"
    assert reason not in paths(blocks(form, portions_place(form, 4)))
    assert reason in paths(blocks(form, portions_place(form, 5)))


def portions_place(form: Form, number: int) -> str:
    return f"answers/{portions(form)[number].questions[0]}"


def test_portions_are_listed_with_how_far_each_is_and_lead_on() -> None:
    done = portions(a_long_form())[0].questions
    form = a_long_form(*done)
    listed = contents(form, "other")
    assert listed.count("<li>") == 6
    assert "✓ small · middle <small>25/25</small>" in listed
    way = 'href="/answer?a=case-1&amp;lang=fi&amp;at='
    assert f'{way}other" target="_self" aria-current="page">○ other <small>0/11</small>' in listed
    assert "○ large: s2 <small>0/5</small>" in listed
    assert f'{way}large" target="_self">Seuraavaksi: large: s0' in following(form, "other")
    assert following(form, "end") == ""


def test_one_portion_has_no_contents() -> None:
    form = a_form(an_assessment(SMALL), SMALL)
    assert contents(form, "") == ""
    assert following(form, "") == ""


def test_many_portions_fold_under_the_open_one() -> None:
    many = [asking(f"list_{n}", MOST) for n in range(9)]
    form = a_form(an_assessment(many), *many)
    assert "<summary>Osa 2 / 9</summary>" in contents(form, "list_1")
