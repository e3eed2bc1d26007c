"""Two versions of a checklist, compared: every kind of change is seen, with both values and its weight."""

from typing import Any

import pytest

from eva.checklist import Checklist
from eva.versions import Difference, differences
from tests.builders import a_checklist, a_section, choice, impact, number, option, text

WHEN_YES = {"question": "premises", "is": "yes"}


def a_checklist_with(*questions: Any, **keys: Any) -> Checklist:
    return a_checklist(choice("premises", option("yes", points={"raw": "1"}), "no"), *questions, **keys)


ACCOUNTS: list[dict[str, Any]] = [{"id": "raw", "title": text("Raw"), "levels": [
    {"id": "low", "label": text("Low"), "at_most": "2"}, {"id": "high", "label": text("High")}]}]  # fmt: skip
NEED: dict[str, Any] = {"id": "need", "title": text("Need"), "levels": [
    {"id": "full", "label": text("Full"), "reasons": [{"id": "lost", "text": text("Lost"), "when": WHEN_YES}]},
    {"id": "none", "label": text("None")}]}  # fmt: skip
FLAG: dict[str, Any] = {"id": "only_place", "title": text("Only place"), "severity": "red", "when": WHEN_YES}
BASE = a_checklist_with(impact("journey"), accounts=ACCOUNTS, outcomes=[NEED], flags=[FLAG])


def changed(**keys: Any) -> Checklist:
    """The base with other parts."""
    said = {"accounts": ACCOUNTS, "outcomes": [NEED], "flags": [FLAG], **keys}
    questions = said.pop("questions", [impact("journey")])
    return a_checklist_with(*questions, **said)


def told(found: tuple[Difference, ...]) -> list[tuple[str, str, str, str, str]]:
    return [(each.act, each.noun, each.place, each.field, each.weight) for each in found]


def test_a_version_does_not_differ_from_itself() -> None:
    assert differences(BASE, changed(version="1.0.1")) == ()


LEVELS = ACCOUNTS[0]["levels"]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (changed(title=text("Other")), ("reworded", "checklist", "", "title.fi", "patch")),
        (changed(languages=["fi"]), ("reworded", "checklist", "", "languages", "patch")),
        (changed(method="points"), ("rescored", "checklist", "", "method", "major")),
        (
            changed(questions=[impact("journey", text={**text("journey?"), "sv": "Resan?"})]),
            ("reworded", "question", "journey", "text.sv", "patch"),
        ),
        (changed(questions=[impact("journey", sdg=["4.1"])]), ("reworded", "question", "journey", "sdg", "patch")),
        (changed(questions=[impact("journey", depth="full")]), ("rescored", "question", "journey", "depth", "minor")),
        (changed(questions=[impact("journey", when=WHEN_YES)]), ("rescored", "question", "journey", "when", "minor")),
        (
            changed(questions=[impact("journey", groups=["older"])]),
            ("rescored", "question", "journey", "groups", "minor"),
        ),
        (changed(questions=[number("journey")]), ("rescored", "question", "journey", "kind", "major")),
        (changed(questions=[]), ("removed", "question", "journey", "", "minor")),
        (changed(questions=[impact("journey"), impact("new")]), ("added", "question", "new", "", "minor")),
        (
            changed(flags=[{**FLAG, "severity": "amber"}]),
            ("rescored", "flag", "only_place", "severity", "major"),
        ),
        (changed(flags=[]), ("removed", "flag", "only_place", "", "minor")),
        (
            changed(accounts=[{**ACCOUNTS[0], "levels": [{**LEVELS[0], "at_most": "3"}, LEVELS[1]]}]),
            ("rescored", "level", "raw/low", "at_most", "major"),
        ),
        (
            changed(accounts=[{**ACCOUNTS[0], "levels": LEVELS[1:]}]),
            ("removed", "level", "raw/low", "", "major"),
        ),
        (
            changed(outcomes=[{**NEED, "levels": NEED["levels"][::-1]}]),
            ("reordered", "conclusion", "need", "", "major"),
        ),
        (
            changed(outcomes=[{**NEED, "levels": [{**NEED["levels"][0], "depth": "full"}, NEED["levels"][1]]}]),
            ("rescored", "conclusion", "need/full", "depth", "major"),
        ),
    ],
    ids=lambda value: "-".join(value) if isinstance(value, tuple) else "",
)
def test_each_kind_of_change_is_seen_with_its_weight(new: Checklist, expected: tuple[str, ...]) -> None:
    found = [one for one in told(differences(BASE, new)) if not one[3].endswith((".en", ".sv")) or one == expected]
    assert expected in found
    if expected[3] != "kind":
        assert found == [expected]


def test_points_and_options_are_told_under_their_question() -> None:
    new = a_checklist(
        choice("premises", option("yes", points={"raw": "2"}), "perhaps"), impact("journey"), accounts=ACCOUNTS,
        outcomes=[NEED], flags=[FLAG],
    )  # fmt: skip
    assert told(differences(BASE, new)) == [
        ("rescored", "option", "premises/yes", "points", "major"),
        ("added", "option", "premises/perhaps", "", "minor"),
        ("removed", "option", "premises/no", "", "minor"),
    ]
    points = differences(BASE, new)[0]
    assert (points.before, points.after) == ({"raw": "1"}, {"raw": "2"})


def test_a_question_in_another_section_has_moved_and_is_neither_gone_nor_new() -> None:
    old = a_checklist(a_section(impact("a"), impact("b")), a_section(impact("c"), id="services"))
    new = a_checklist(a_section(impact("a")), a_section(impact("b"), impact("c"), id="services"))
    assert told(differences(old, new)) == [("moved", "question", "b", "section", "minor")]
    assert (differences(old, new)[0].before, differences(old, new)[0].after) == ("everyday", "services")


def test_a_question_under_another_perspective_counts_elsewhere() -> None:
    old = a_checklist(a_section(impact("a"), impact("b")), a_section(impact("c"), id="money", perspective="economy"))
    new = a_checklist(a_section(impact("a")), a_section(impact("b"), impact("c"), id="money", perspective="economy"))
    assert [each.weight for each in differences(old, new)] == ["major"]


def test_another_order_of_questions_and_sections_is_a_patch() -> None:
    first, second = a_section(impact("a"), impact("b")), a_section(impact("c"), id="services")
    old = a_checklist(first, second)
    new = a_checklist(second, a_section(impact("b"), impact("a")))
    assert told(differences(old, new)) == [
        ("reordered", "section", "", "", "patch"),
        ("reordered", "question", "everyday", "", "patch"),
    ]


def test_a_new_section_is_told_with_its_questions_but_not_their_options() -> None:
    new = a_checklist_with(
        impact("journey"), a_section(choice("rent"), id="money"), accounts=ACCOUNTS, outcomes=[NEED], flags=[FLAG]
    )
    assert [(each.noun, each.place) for each in differences(BASE, new)] == [("section", "money"), ("question", "rent")]
