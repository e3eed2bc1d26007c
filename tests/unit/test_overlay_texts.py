"""Addresses of the texts of a checklist."""

import pytest

from eva.overlay_texts import Nowhere, Spot, addresses, spot_at
from tests.builders import a_checklist, a_section, choice, impact, number, text

CHECKLIST = a_checklist(
    a_section(
        impact("journey", help=text("Look"), examples=[text("one"), text("two")]),
        choice("only", "yes", "no", when={"question": "journey", "at_most": -1}),
        id="roads",
    ),
    a_section(number("rent", unit=text("rooms")), number("members"), id="rooms"),
    flags=[{"id": "far", "title": text("Far"), "severity": "red", "when": {"question": "journey", "at_most": -2}}],
    accounts=[{"id": "raw", "title": text("Raw"), "levels": [{"id": "low", "label": text("Low")}]}],
    outcomes=[
        {
            "id": "need",
            "title": text("Need"),
            "levels": [
                {
                    "id": "full",
                    "label": text("Full"),
                    "reasons": [{"id": "harm", "text": text("Harm"), "when": {"question": "journey", "at_most": -1}}],
                },
                {"id": "none_needed", "label": text("None")},
            ],
        }
    ],
)
WITHIN = addresses(CHECKLIST)


@pytest.mark.parametrize(
    ("address", "path"),
    [
        ("title", ("title",)),
        ("purpose", ("purpose",)),
        ("sections.rooms.title", ("sections", 1, "title")),
        ("sections.rooms.intro", ("sections", 1, "intro")),
        ("questions.journey.text", ("sections", 0, "questions", 0, "text")),
        ("questions.journey.examples.2", ("sections", 0, "questions", 0, "examples", 1)),
        ("questions.only.help", ("sections", 0, "questions", 1, "help")),
        ("questions.only.options.no.label", ("sections", 0, "questions", 1, "options", 1, "label")),
        ("questions.rent.unit", ("sections", 1, "questions", 0, "unit")),
        ("flags.far.title", ("flags", 0, "title")),
        ("accounts.raw.levels.low.label", ("accounts", 0, "levels", 0, "label")),
        (
            "outcomes.need.levels.full.reasons.harm.text",
            ("outcomes", 0, "levels", 0, "reasons", 0, "text"),
        ),
    ],
)
def test_a_text_has_an_address_by_ids(address: str, path: tuple[str | int, ...]) -> None:
    assert spot_at(WITHIN, address) == Spot(path, is_text=True)


@pytest.mark.parametrize(
    "address",
    [
        "id", "version", "languages", "sections", "sections.rooms", "questions.journey", "questions.journey.kind",
        "questions.journey.examples", "questions.only.when.question", "questions.members.unit", "flags.far.needs.1",
    ],
)  # fmt: skip
def test_what_is_no_text_is_told_apart(address: str) -> None:
    spot = spot_at(WITHIN, address)
    assert isinstance(spot, Spot)
    assert not spot.is_text


@pytest.mark.parametrize(
    "address",
    [
        "", ".", "title.", "title.fi", "__class__", "questions.__class__.__init__", "questions.journey.__dict__",
        "questions.journey.model_config", "questions.journey.text.read", "sections.rooms.questions.rent.text",
        "questions.journey.examples.0", "questions.journey.examples.3", "questions.journey.examples.-1",
        "by_id.journey.text", "questions..text", "../questions.journey.text",
    ],
)  # fmt: skip
def test_nothing_but_fields_of_the_checklist_has_an_address(address: str) -> None:
    assert isinstance(spot_at(WITHIN, address), Nowhere)


def test_an_address_that_leads_nowhere_is_told_with_those_that_differ_in_one_part() -> None:
    spot = spot_at(WITHIN, "questions.jurney.help")
    assert spot == Nowhere(tuple(f"questions.{each}.help" for each in ("journey", "only", "rent", "members")))
