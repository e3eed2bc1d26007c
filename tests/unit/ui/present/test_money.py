"""Costs side by side, and the order of the alternatives."""

import re

from eva.ui.present.money import money, order
from tests.builders import a_checklist, an_assessment, impact, no_effect, rated, text
from tests.readings import a_reading, reading_of, told

CHECKLIST = a_checklist(impact("fees"))


def test_internal_charges_stand_apart_and_what_is_not_told_is_not_zero() -> None:
    drawn = told(money(reading_of("otava_library"))).replace("\xa0", " ")
    assert "Vuodessa, kirjanpidossa 0 € −32 100 € −32 100 €" in drawn
    assert "siitä sisäisiä veloituksia ei eritelty −27 800 € ei eritelty" in drawn
    assert "Ulkoiset nettomenot vuodessa 0 € −4 300 € ei eritelty" in drawn


def test_rows_that_nobody_filled_in_are_left_out() -> None:
    assert "Epävarmuus" not in money(reading_of("otava_library"))


def test_without_costs_the_reader_is_told_where_they_are_written() -> None:
    drawn = money(a_reading(an_assessment(CHECKLIST), CHECKLIST))
    assert "<table" not in drawn
    assert "Lisää ne vaihtoehtojen kohdalla." in drawn


def places(html: str) -> list[list[str]]:
    lists = re.findall(r'<ol class="order">(.*?)</ol>', html)
    return [re.findall(r"<li>(.*?)</li>", each) for each in lists]


def test_a_settled_order_is_given_once() -> None:
    drawn = order(a_reading(an_assessment(CHECKLIST, {"fees": rated(ve0=0, ve1=-1)}), CHECKLIST))
    assert places(drawn) == [["VE0", "VE1"]]
    assert "VE0 ei ole missään kohdassa huonompi kuin VE1" in drawn
    assert "Parempi tähänastisten vastausten mukaan: wellbeing (haitta)." in told(drawn)


def test_an_open_red_flag_stands_beside_its_alternative_in_the_order_too() -> None:
    flag = {
        "id": "lost", "title": text("Only place is lost"), "severity": "red", "cites": ["source"],
        "when": {"question": "fees", "at_most": -1}, "needs": ["justification"],
    }  # fmt: skip
    flagging = a_checklist(impact("fees"), flags=[flag])
    drawn = order(a_reading(an_assessment(flagging, {"fees": rated(ve0=0, ve1=-1)}), flagging))
    assert [told(each) for each in places(drawn)[0]] == ["VE0", "VE1 1 avoin hälytys"]


def test_an_open_order_is_given_for_both_ends() -> None:
    drawn = order(a_reading(an_assessment(CHECKLIST, {"fees": rated(ve0=0, ve1="unknown")}), CHECKLIST))
    assert places(drawn) == [["VE0", "VE1"], ["VE1", "VE0"]]
    assert "Jos avoimet kohdat osoittautuvat huonoiksi:" in drawn


def test_alternatives_that_cannot_be_told_apart_share_a_place() -> None:
    assert places(order(a_reading(an_assessment(CHECKLIST, {"fees": no_effect()}), CHECKLIST))) == [["VE0 = VE1"]]


def test_one_alternative_has_no_order() -> None:
    assert order(a_reading(an_assessment(CHECKLIST, alternatives=["ve0"]), CHECKLIST)) == ""
