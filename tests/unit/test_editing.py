"""Every change that a person makes in the app is an edit of one field by its path."""

from datetime import UTC, datetime

import pytest

from eva import editing, places
from eva.answers import Answer
from eva.applicability import settle
from eva.assessment import Assessment
from eva.editing import Edit
from eva.errors import EditRefused
from tests.builders import a_checklist, a_vocabulary, an_assessment, by_checklist_id, impact, no_effect, rated

NOW = datetime(2026, 11, 22, 10, 42, 3, tzinfo=UTC)


def draft() -> Assessment:
    """A draft with a zero alternative and one real one, nothing answered."""
    return Assessment.model_validate(
        {
            "format": 1,
            "id": "a1",
            "case": {"title": "Kirjasto"},
            "alternatives": [{"id": "ve0", "title": "Nykytila", "zero": True}, {"id": "ve1", "title": "Lakkautus"}],
        }
    )


def edited(assessment: Assessment, path: str, value: object) -> Assessment:
    return editing.apply(assessment, Edit(path, value), by="Anna", at=NOW)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("case/title", "Otavan kirjasto"),
        ("case/decision_date", "2026-12-01"),
        ("case/depth", "full"),
        ("preparers/0/title", "kirjastotoimenjohtaja"),
        ("alternatives/ve1/title", "Sulkeminen"),
        ("alternatives/ve1/costs/per_year", "-32000.50"),
        ("alternatives/ve2", {}),
        ("answers/ngo/premises.lost/rationale", "Kolme yhdistystä kokoontuu kirjastossa."),
        ("answers/ngo/premises.lost/evidence", "B"),
        ("answers/ngo/premises.rent/alternatives/ve1/value", "350"),
        ("answers/screening/need.kind/value", ["residents", "network"]),
        ("measures/m1/owner", "sivistysjohtaja"),
        ("consultations/c1/heard", "2022-10-11"),
        ("sources/s1/title", "Hyvinvointikertomus"),
        ("follow_up/f1/indicator", "lainaukset"),
        ("flags/ngo/only_place_lost/ve1/justification", "Korvaava tila avataan koululle."),
        ("section_reasons/ngo/premises", "Yhdistykset eivät käytä tilaa."),
        ("conclusion/recommended", "ve1"),
        ("decision/body", "kaupunginhallitus"),
    ],
)
def test_what_is_written_at_a_path_is_read_back_from_it(path: str, value: object) -> None:
    after = edited(draft(), path, value)
    read = places.read(after, path)
    if path == "alternatives/ve2":
        assert read == {"id": "ve2", "title": ""}
    else:
        assert read == value
    assert Assessment.model_validate(after.document()) == after


@pytest.mark.parametrize("path", ["case/summary", "measures/m1/owner", "conclusion/recommended", "decision/body"])
def test_an_emptied_field_is_as_if_never_written(path: str) -> None:
    before = edited(draft(), "measures/m1", {})
    value = "ve1" if path.endswith("recommended") else "jotakin"
    assert edited(edited(before, path, value), path, "  ").document() == before.document()


def test_setting_the_recommendation_says_when_it_was_set() -> None:
    assert edited(draft(), "conclusion/recommended", "ve1").conclusion.at == NOW


def test_changing_the_words_of_the_conclusion_does_not_move_its_date() -> None:
    concluded = edited(draft(), "conclusion/recommended", "ve1")
    later = editing.apply(
        concluded, Edit("conclusion/text", "Säästö jää pieneksi."), by="Anna", at=NOW.replace(hour=12)
    )
    assert later.conclusion.at == NOW


def test_a_justified_flag_says_who_justified_it_and_when() -> None:
    after = edited(draft(), "flags/ngo/only_place_lost/ve1/justification", "Tila korvataan.")
    answer = after.flags["ngo/only_place_lost"]["ve1"]
    assert (answer.by, answer.at) == ("Anna", NOW)


def test_a_flag_whose_justification_is_taken_away_is_unanswered_again() -> None:
    path = "flags/ngo/only_place_lost/ve1/justification"
    assert edited(edited(draft(), path, "Tila korvataan."), path, None).flags == {}


def test_the_zero_alternative_cannot_be_removed() -> None:
    with pytest.raises(EditRefused) as refused:
        edited(draft(), "alternatives/ve0", None)
    assert refused.value.code == "edit_zero_alternative_stays"


def test_the_answers_of_a_removed_alternative_are_kept_aside() -> None:
    before = an_assessment(a_checklist(), {"daily_life": rated(ve0=0, ve1=-2)})
    after = edited(before, "alternatives/ve1", None)
    (aside,) = after.aside
    assert aside.alternative == "ve1"
    assert aside.answer.alternatives["ve1"].ratings[0].impact == -2
    assert all("ve1" not in answer.alternatives for answer in after.answers.values())


def test_a_removed_measure_is_no_longer_named_by_any_flag() -> None:
    flagged = edited(edited(draft(), "measures/m1", {}), "flags/ngo/only_place_lost/ve1/measure", "m1")
    justified = edited(flagged, "flags/ngo/only_place_lost/ve1/justification", "Tila korvataan.")
    after = edited(justified, "measures/m1", None)
    assert after.measures == ()
    assert after.flags["ngo/only_place_lost"]["ve1"].measure is None


@pytest.mark.parametrize(
    ("path", "value", "code"),
    [
        ("case/colour", "red", "edit_unknown_path"),
        ("nothing/here", "x", "edit_unknown_path"),
        ("case", "x", "edit_unknown_path"),
        ("alternatives/ve1/id", "ve9", "edit_unknown_path"),
        ("alternatives/ve1/zero", "true", "edit_unknown_path"),
        ("answers/ngo/premises.lost/gate", "none", "edit_unknown_path"),
        ("answers/ngo", "x", "edit_unknown_path"),
        ("preparers/7/title", "x", "edit_unknown_path"),
        ("preparers/-1/title", "x", "edit_unknown_path"),
        ("preparers/²/title", "x", "edit_unknown_path"),
        ("measures/m1", "x", "edit_invalid"),
        ("measures/²", {}, "edit_invalid"),
        ("measures/order", {"m1": 1}, "edit_invalid"),
        ("checklists", 7, "edit_invalid"),
        ("checklists", [{"id": "ngo"}], "edit_invalid"),
        ("case/title", ["x"], "edit_invalid"),
        ("case/title", {"html": "x"}, "edit_invalid"),
        ("preparers/x/title", "x", "edit_unknown_path"),
        ("conclusion/recommended", "ve9", "edit_unknown_alternative"),
        ("answers/ngo/premises.rent/alternatives/ve9/value", "1", "edit_unknown_alternative"),
        ("case/decision_date", "1.12.2026", "edit_invalid"),
        ("case/depth", "deep", "edit_invalid"),
        ("alternatives/ve1/costs/per_year", "paljon", "edit_invalid"),
        ("alternatives/VE 1", {}, "edit_invalid"),
        ("answers/ngo/premises.lost/evidence", "E", "edit_invalid"),
        ("case/summary", "a" * 100_001, "edit_invalid"),
    ],
    ids=str,
)
def test_what_the_format_cannot_hold_is_refused_with_its_reason(path: str, value: object, code: str) -> None:
    with pytest.raises(EditRefused) as refused:
        edited(draft(), path, value)
    assert refused.value.code == code


def test_the_version_of_a_value_does_not_depend_on_the_order_of_its_keys() -> None:
    assert places.version({"a": 1, "b": [2]}) == places.version({"b": [2], "a": 1})
    assert places.version(None) != places.version("")


def test_reading_a_place_where_nothing_is_said_gives_nothing() -> None:
    assert places.read(draft(), "answers/ngo/premises.lost/rationale") is None
    assert places.read(draft(), "measures/m1/owner") is None
    assert places.read(draft(), "preparers/0/title") is None


def test_reading_a_place_that_cannot_exist_is_refused() -> None:
    with pytest.raises(EditRefused):
        places.read(draft(), "colour/of/money")


def test_adding_an_item_twice_keeps_what_it_says() -> None:
    once = edited(draft(), "measures/m1/owner", "sivistysjohtaja")
    assert edited(once, "measures/m1", {}) == once


def test_an_answer_that_says_nothing_any_more_is_gone() -> None:
    path = "answers/ngo/premises.lost/rationale"
    assert edited(edited(draft(), path, "x"), path, "").answers == {}
    assert Answer() not in edited(draft(), path, "x").answers.values()


def test_an_item_can_be_added_with_what_it_says() -> None:
    assert (
        places.read(edited(draft(), "measures/m1", {"owner": "sivistysjohtaja"}), "measures/m1/owner")
        == "sivistysjohtaja"
    )


def test_a_second_zero_alternative_cannot_be_added() -> None:
    with pytest.raises(EditRefused):
        edited(draft(), "alternatives/ve2", {"zero": True})


def test_a_list_takes_the_order_wished_and_loses_nothing_that_somebody_else_added() -> None:
    three = edited(draft(), "alternatives/ve2", {})
    after = edited(three, "alternatives/order", ["ve1", "ve0", "ve7"])
    assert places.read(after, "alternatives/order") == ["ve1", "ve0", "ve2"]


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("a\x00b\x1bc", "abc"),
        ("rivi\r\nrivi\rrivi", "rivi\nrivi\nrivi"),
        ("\ud83d", "\ufffd"),
        ("<script>{{ x }} #read(1) =SUM(A1) 漢字 📚 ä", "<script>{{ x }} #read(1) =SUM(A1) 漢字 📚 ä"),
        ("\x00", None),
    ],
    ids=["controls", "line ends", "half a character", "code and signs", "nothing left"],
)
def test_what_is_typed_is_kept_without_what_no_file_can_hold(typed: str, kept: str | None) -> None:
    assert places.read(edited(draft(), "case/summary", typed), "case/summary") == kept


def test_a_removed_alternative_comes_back_with_its_money_its_ratings_and_its_closed_gates() -> None:
    checklist = a_checklist(impact("life"), impact("health"))
    answers = {"life": rated(ve0=0, ve1=-2), "health": no_effect()}
    costs = {"one_off": "100", "per_year": "-32000", "note": "Arvio"}
    before = an_assessment(checklist, answers, alternatives=["ve0", {"id": "ve1", "title": "VE1", "costs": costs}])
    gone = edited(before, "alternatives/ve1", None)
    assert gone.answers["wellbeing/everyday.health"].gated == ("ve0",)
    said = {"title": "VE1", **{f"costs/{name}": value for name, value in costs.items()}}
    back = settle(edited(gone, "alternatives/ve1", said), by_checklist_id(checklist), a_vocabulary())
    assert back.alternatives == before.alternatives
    assert back.answers == before.answers
    assert back.aside == ()
