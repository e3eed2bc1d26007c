"""The number that has to rise, and ids that go away for good."""

from typing import Any

import pytest

from eva.checklist import Checklist
from eva.versions_rules import Breach, diff
from tests.builders import a_checklist, a_section, choice, impact, option, text


def version(number: str, *questions: Any, **keys: Any) -> Checklist:
    return a_checklist(*questions or (impact("journey"), choice("rent")), version=number, **keys)


BASE = version("1.2.3")
REWORDED = (impact("journey", help=text("Help")), choice("rent"))
EXTENDED = (impact("journey"), choice("rent"), impact("new"))
FLAGGED = (impact("journey"), choice("rent", option("yes", exclusive=True), "no"))


@pytest.mark.parametrize(
    ("questions", "too_low", "enough", "rule", "ids"),
    [
        (REWORDED, "1.2.3", "1.2.4", "patch_not_raised", ("journey",)),
        (EXTENDED, "1.2.4", "1.3.0", "minor_not_raised", ("new",)),
        (FLAGGED, "1.3.0", "2.0.0", "major_not_raised", ("rent/yes",)),
    ],
)
def test_the_number_that_has_to_rise_is_named_with_the_ids_that_ask_for_it(
    questions: tuple[Any, ...], too_low: str, enough: str, rule: Any, ids: tuple[str, ...]
) -> None:
    assert diff(BASE, version(too_low, *questions)).breaches == (Breach(rule, ids),)
    assert diff(BASE, version(enough, *questions)).breaches == ()


@pytest.mark.parametrize("number", ["1.2.2", "1.1.9", "0.9.9"])
def test_a_version_does_not_go_down(number: str) -> None:
    assert diff(BASE, version(number)).breaches == (Breach("version_lowered", ()),)


def test_versions_are_numbers_and_not_words() -> None:
    assert diff(version("1.9.0"), version("1.10.0", *EXTENDED)).breaches == ()


def test_an_id_that_goes_away_is_retired() -> None:
    gone = version("1.3.0", impact("journey"))
    assert diff(BASE, gone).breaches == (Breach("removed_without_retired", ("rent",)),)
    assert diff(BASE, version("1.3.0", impact("journey"), retired=["rent"])).breaches == ()


def test_an_id_stays_retired_for_ever() -> None:
    old = version("1.3.0", impact("journey"), retired=["rent"])
    assert diff(old, version("1.4.0", impact("journey"))).breaches == (Breach("removed_without_retired", ("rent",)),)
    assert diff(old, version("1.4.0", impact("journey"), choice("rent"))).breaches == (
        Breach("retired_came_back", ("rent",)),
    )


def test_a_question_that_moved_is_not_gone() -> None:
    old = a_checklist(a_section(impact("a"), impact("b")), a_section(impact("c"), id="services"))
    new = a_checklist(a_section(impact("a")), a_section(impact("b"), impact("c"), id="services"), version="1.1.0")
    assert diff(old, new).breaches == ()
