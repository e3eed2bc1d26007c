"""Questions as blocks: each kind by its field, the state of the answer beside it."""

from typing import Any

from eva.answers import Answer
from eva.checklist import AnyQuestion
from eva.progress import AskedQuestion
from eva.ui import sheet
from eva.ui.present.frame import frame
from eva.ui.present.questions import block
from tests.builders import (
    a_checklist,
    an_assessment,
    choice,
    chosen_for,
    day,
    impact,
    multi_choice,
    not_known,
    number,
    option,
    rated,
    selected,
    words,
)
from tests.forms import a_form, paths


def drawn(question: AnyQuestion, answer: Answer | None = None, **keys: Any) -> sheet.Block:
    checklist = a_checklist(question)
    form = a_form(an_assessment(checklist, {question.id: answer} if answer else {}, **keys), checklist)
    asked: AskedQuestion = form.opened.evaluation.asked[0]
    return block(form, asked, frame(form))


def test_impact_question_stands_at_its_place_with_the_groups_that_it_proposes() -> None:
    question = drawn(impact("life", groups=("children",)))
    assert isinstance(question, sheet.Question)
    assert question.id == "answers/wellbeing/everyday.life"
    assert question.matrix.path == "answers/wellbeing/everyday.life/matrix"
    assert question.proposed == ("children",)
    assert [column.label for column in question.frame.columns] == ["VE0", "VE1"]


def test_state_says_how_far_an_answer_is_and_does_not_reproach() -> None:
    states = []
    for answer in (None, rated(ve0=0), rated(ve0=0, ve1=1), not_known()):
        question = drawn(impact("life"), answer)
        assert isinstance(question, sheet.Question)
        states.append((question.status, question.status_text))
        assert question.messages == ()
    assert states == [
        ("unanswered", "Vastaamatta"),
        ("partly", "Kesken"),
        ("complete", "Vastattu"),
        ("complete", "Ei tiedetä"),
    ]


def test_severe_harm_without_a_reason_is_told_beside_the_question_with_its_alternative() -> None:
    question = drawn(impact("life"), rated(ve0=0, ve1=-2))
    assert isinstance(question, sheet.Question)
    assert question.messages[0].severity == "error"
    assert question.messages[0].text.startswith("VE1: ")


def test_question_of_scope_alternative_asks_only_the_alternatives_to_which_it_applies() -> None:
    when = {"question": "life", "at_most": -1}
    checklist = a_checklist(impact("life"), choice("replaced", "yes", "no", scope="alternative", when=when))
    answers = {"life": rated(ve0=0, ve1=-1), "replaced": chosen_for(ve1="yes")}
    form = a_form(an_assessment(checklist, answers), checklist)
    group = block(form, form.opened.evaluation.asked[1], frame(form))
    assert isinstance(group, sheet.Group)
    assert paths([group]) == ["answers/wellbeing/everyday.replaced/alternatives/ve1/value"]
    field = group.blocks[0]
    assert isinstance(field, sheet.Choice)
    assert field.value == "yes"


def test_several_options_can_be_none_of_these_unless_an_option_says_it() -> None:
    plain = drawn(multi_choice("who", "a", "b"), selected("a"))
    own = drawn(multi_choice("who", "a", option("none", exclusive=True)))
    assert isinstance(plain, sheet.MultiChoice)
    assert isinstance(own, sheet.MultiChoice)
    assert plain.allow_none
    assert not own.allow_none


def test_number_day_and_words_have_their_own_fields() -> None:
    kinds = [type(drawn(question)) for question in (number("euros", unit="eur"), day("when"), words("why"))]
    assert kinds == [sheet.Number, sheet.Date, sheet.Text]
    money = drawn(number("euros", unit="eur_per_year"))
    assert isinstance(money, sheet.Number)
    assert money.unit == "€ vuodessa"


def test_closed_assessment_is_read_and_not_written() -> None:
    question = drawn(impact("life"), status="ready")
    assert isinstance(question, sheet.Question)
    assert question.readonly


def test_a_choice_is_a_card_that_says_how_far_it_is_and_shows_why_it_was_answered_so() -> None:
    because = Answer(value="a", rationale="Näin sovittiin.")
    field = drawn(choice("where", "a", "b"), because)
    assert isinstance(field, sheet.Choice)
    assert (field.status, field.status_text) == ("complete", "Vastattu")
    assert field.rationale is not None
    assert (field.rationale.path, field.rationale.value) == (
        "answers/wellbeing/everyday.where/rationale",
        "Näin sovittiin.",
    )


def test_a_question_in_words_needs_no_words_about_them() -> None:
    field = drawn(words("where"))
    assert isinstance(field, sheet.Text)
    assert field.rationale is None
    assert field.status_text == "Vastaamatta"


def test_what_was_said_of_one_alternative_alone_can_be_seen_and_changed() -> None:
    answer = rated(ve0=0, ve1=-1)
    apart = {
        **answer.alternatives,
        "ve1": answer.alternatives["ve1"].model_copy(update={"rationale": "Matka pitenee."}),
    }
    question = drawn(impact("life"), answer.model_copy(update={"alternatives": apart}))
    assert isinstance(question, sheet.Question)
    assert [(each.path, each.label, each.value) for each in question.blocks] == [
        ("answers/wellbeing/everyday.life/alternatives/ve1/rationale", "Perustelu vaihtoehdolle VE1", "Matka pitenee.")
    ]


def test_sources_can_be_named_at_an_answer_once_they_are_recorded() -> None:
    for question in (impact("life"), choice("life", "a", "b"), choice("life", "a", "b", scope="alternative")):
        assert getattr(drawn(question), "sources", None) is None
        field = getattr(drawn(question, sources=[{"id": "s1", "title": "Tilinpäätös 2021"}]), "sources", None)
        assert isinstance(field, sheet.MultiChoice)
        assert field.path == "answers/wellbeing/everyday.life/sources"
        assert [(each.id, each.label) for each in field.options] == [("s1", "Tilinpäätös 2021")]
