"""The conclusion page: what is recommended, and after the decision what was decided."""

from eva.ui import sheet
from eva.ui.present.conclusion import against, blocks, recommended
from tests.builders import a_checklist, an_assessment, impact, rated
from tests.forms import a_form, form_of, paths, walk

CHECKLIST = a_checklist()


def test_alternatives_are_offered_by_label_and_title() -> None:
    choice = recommended(a_form(an_assessment(CHECKLIST), CHECKLIST))
    assert [option.label for option in choice.options] == ["VE0", "VE1"]
    stands = [{"id": "ve0", "title": "Nykytila", "zero": True}]
    (option,) = recommended(a_form(an_assessment(CHECKLIST, alternatives=stands), CHECKLIST)).options
    assert option.label == "VE0: Nykytila"


HARM = {"id": "harm", "title": {"fi": "Haitta"}, "severity": "red", "when": {"question": "life", "at_most": -1}}
ALARMING = a_checklist(impact("life"), flags=[HARM])


def alarmed(recommended_: str | None) -> list[sheet.Block]:
    concluded = {"recommended": recommended_} if recommended_ else {}
    form = a_form(an_assessment(ALARMING, {"life": rated(ve0=0, ve1=-1)}, conclusion=concluded), ALARMING)
    return list(blocks(form))


def test_flags_against_the_recommended_alternative_are_answered_where_it_is_chosen() -> None:
    (group,) = [each for each in alarmed("ve1") if isinstance(each, sheet.Group) and each.id.startswith("flags/")]
    assert group.title == "Punainen hälytys: Haitta (VE1)"
    assert "flags/wellbeing/harm/ve1/justification" in paths([group])


def test_flags_of_other_alternatives_stand_with_the_way_to_them_and_say_that_they_are_open() -> None:
    for chosen in ("ve0", None):
        (links,) = [each for each in alarmed(chosen) if isinstance(each, sheet.Links)]
        assert links.links[0].href.startswith("/answer?")
        assert links.links[0].note == "Avoin, vastaus puuttuu"
        assert not [each for each in alarmed(chosen) if isinstance(each, sheet.Group) and each.id.startswith("flags/")]


def test_flags_of_the_example_keep_their_answers_beside_the_recommendation() -> None:
    drawn = paths(against(form_of("otava_library")))
    assert "flags/wellbeing/only_place_lost/ve1/justification" in drawn
    assert "flags/children/not_best_for_children/case/justification" in drawn


def test_a_hearing_after_the_conclusion_is_told_where_the_conclusion_stands() -> None:
    concluded = {"recommended": "ve1", "at": "2026-11-20T09:00:00Z"}
    heard = {"id": "c1", "body": "Vanhusneuvosto", "asked": "2026-11-01", "statement": "Ei.", "response": "Kirjattu."}
    for day, told in (("2026-11-19", 0), ("2026-11-21", 1)):
        answers, statements = {"services": rated(ve0=0, ve1=0)}, [heard | {"heard": day}]
        assessment = an_assessment(CHECKLIST, answers, conclusion=concluded, consultations=statements)
        form = a_form(assessment, CHECKLIST)
        notes = [each for each in blocks(form) if isinstance(each, sheet.Note)]
        assert len(notes) == told
        assert all("Kuultu vasta johtopäätöksen jälkeen" in each.html for each in notes)


def test_the_follow_up_can_be_told_after_the_decision() -> None:
    form = a_form(an_assessment(CHECKLIST, status="decided", follow_up=[{"id": "f1"}]), CHECKLIST)
    (items,) = [each for each in blocks(form) if isinstance(each, sheet.Items)]
    assert not items.readonly
    assert [each.path for each in items.template][-3:] == ["observed", "verdict", "note"]


def test_decision_is_written_when_the_document_is_closed() -> None:
    drawn = walk(blocks(a_form(an_assessment(CHECKLIST, status="decided"), CHECKLIST)))
    closed = {block.path: block.readonly for block in drawn if isinstance(block, sheet.Choice)}
    assert closed == {"conclusion/recommended": True, "decision/alternative": False}


def test_after_locking_the_decision_and_the_follow_up_can_still_be_written_and_nothing_else() -> None:
    form = a_form(an_assessment(CHECKLIST, status="ready"), CHECKLIST)
    fields = {path: each for each in walk(blocks(form)) if (path := getattr(each, "path", ""))}
    open_to = {path for path, field in fields.items() if not getattr(field, "readonly", False)}
    assert open_to == {"decision/alternative", "decision/date", "decision/body", "decision/minutes", "follow_up"}


def test_red_flags_stand_before_the_others() -> None:
    mild = {**HARM, "id": "mild", "severity": "amber", "title": {"fi": "Lievä"}}
    checklist = a_checklist(impact("life"), flags=[mild, HARM])
    form = a_form(
        an_assessment(checklist, {"life": rated(ve0=0, ve1=-1)}, conclusion={"recommended": "ve1"}), checklist
    )
    titles = [each.title for each in blocks(form) if isinstance(each, sheet.Group) and each.id.startswith("flags/")]
    assert titles == ["Punainen hälytys: Haitta (VE1)", "Huomautus: Lievä (VE1)"]
