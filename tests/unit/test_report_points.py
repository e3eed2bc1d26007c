"""Points in a report: the figure of an account, its ends and the answers that made it."""

from collections.abc import Mapping
from decimal import Decimal

from eva.answers import Answer
from eva.report_points import Counted
from tests.builders import a_checklist, an_assessment, choice, chosen, impact, option, text
from tests.reports import a_report, html_of

LEVELS = [
    {"id": "low", "label": text("Low"), "at_most": "3"},
    {"id": "high", "label": text("High")},
]
ASKED = a_checklist(
    choice("moves", option("yes"), option("no")),
    choice("far", option("near", points={"raw": "1.5"}), option("away", points={"raw": 4}),
           when={"question": "moves", "is": "yes"}),
    choice("cold", option("never", points={"raw": 0}), option("often", points={"raw": 2})),
    impact("access"),
    accounts=[{"id": "raw", "title": text("Burden"), "levels": LEVELS}],
)  # fmt: skip


def counted(answers: Mapping[str, Answer]) -> Counted:
    (found,) = a_report(an_assessment(ASKED, answers), ASKED).points
    return found


def test_an_account_names_its_answers_with_their_points_and_what_decided_that_they_count() -> None:
    found = counted({"moves": chosen("yes"), "far": chosen("away"), "cold": chosen("never")})
    assert (found.value, found.certain, found.level and found.level.text) == (Decimal(4), True, "High")
    made = [(each.question.text.text, [option.text for option in each.options], each.points) for each in found.answers]
    assert made == [("far?", ["away"], Decimal(4)), ("cold?", ["never"], Decimal(0))]
    assert [each.text.text for each in found.decided_by] == ["moves?"]
    assert (found.possible, found.open) == ((), ())


def test_an_open_account_has_its_ends_the_other_levels_and_the_questions_that_may_change_it() -> None:
    found = counted({"cold": chosen("often")})
    assert (found.value, found.low, found.high) == (Decimal(2), Decimal(2), Decimal(6))
    assert [level.text for level in found.possible] == ["High"]
    assert [each.full_id for each in found.open] == ["wellbeing/everyday.far", "wellbeing/everyday.moves"]


def test_the_report_prints_points_with_their_answers_and_nothing_where_none_are_counted() -> None:
    html = html_of(a_report(an_assessment(ASKED, {"cold": chosen("often")}), ASKED))
    assert "(avointen vastausten mukaan vähintään 2 ja enintään 6)" in html
    assert "2: cold?" in html
    plain = a_checklist(impact("access"))
    assert "<h3>Pisteet</h3>" not in html_of(a_report(an_assessment(plain), plain))
