"""Which versions of a checklist suit an overlay."""

import pytest
from pydantic import ValidationError

from eva.overlay import Overlay, newest_suiting, suits
from tests.builders import text


@pytest.mark.parametrize(
    ("wanted", "suiting", "others"),
    [
        ("^1", ["1.0.0", "1.2.3", "1.10.0"], ["0.9.0", "2.0.0", "10.0.0"]),
        ("^1.2", ["1.2.0", "1.2.9", "1.10.0"], ["1.1.9", "2.2.0"]),
        ("^1.2.3", ["1.2.3", "1.3.0"], ["1.2.2", "2.0.0"]),
        ("^0.3", ["0.3.0", "0.3.9"], ["0.4.0", "0.2.9", "1.3.0"]),
        ("^0.0.3", ["0.0.3"], ["0.0.4", "0.1.0"]),
        ("^0", ["0.0.0", "0.9.1"], ["1.0.0"]),
        ("~1.2", ["1.2.0", "1.2.9"], ["1.1.9", "1.3.0", "1.20.0"]),
        ("~1.2.3", ["1.2.3", "1.2.10"], ["1.2.2", "1.3.0"]),
        ("~1", ["1.0.0", "1.9.0"], ["0.9.0", "2.0.0"]),
        ("1.2.3", ["1.2.3"], ["1.2.4", "1.2.2"]),
    ],
)
def test_a_range_takes_the_versions_that_it_says(wanted: str, suiting: list[str], others: list[str]) -> None:
    assert [each for each in (*suiting, *others) if suits(each, wanted)] == suiting


def test_the_newest_version_that_suits_is_the_highest_number() -> None:
    assert newest_suiting(["1.9.0", "1.10.0", "2.0.0"], "^1") == "1.10.0"
    assert newest_suiting(["2.0.0"], "^1") is None
    assert newest_suiting([], "^1") is None


def an_overlay(extends: str) -> Overlay:
    return Overlay.model_validate({"id": "own", "version": "1.0.0", "title": text("Own"), "extends": extends})


def test_an_overlay_names_its_base_and_the_versions_of_it() -> None:
    overlay = an_overlay("ngo@~1.2")
    assert (overlay.base, overlay.range) == ("ngo", "~1.2")


@pytest.mark.parametrize(
    "extends", ["ngo", "ngo@", "@^1", "ngo@1", "ngo@1.2", "ngo@^1.2.3.4", "ngo@>1", "NGO@^1", "a@b@^1"]
)
def test_what_an_overlay_extends_is_one_checklist_and_a_range(extends: str) -> None:
    with pytest.raises(ValidationError):
        an_overlay(extends)
