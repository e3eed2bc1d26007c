"""Blocks become the JSON that the browser draws."""

import json
import re

import pytest

from eva.locale import words
from eva.text import Language
from eva.ui.sheet import (
    Choice,
    Column,
    Date,
    Field,
    Frame,
    Group,
    Heading,
    Item,
    Items,
    MultiChoice,
    Number,
    Option,
    Question,
    Text,
    Value,
    as_data,
)
from eva.ui.sheet.render import FOLDER

FRAME = Frame((Column("ve0", "VE0"),), (Option("everyone", "Kaikki"),), (Option("0", "ei vaikutusta"),))


def question(number: int) -> Question:
    return Question(f"q{number}", "Muuttuuko arki?", FRAME, Field(f"answers/q{number}/matrix"))


def test_a_block_names_its_kind_and_leaves_out_what_goes_without_saying() -> None:
    assert as_data([Heading("Asia")])["blocks"] == [{"type": "heading", "text": "Asia"}]
    assert as_data([MultiChoice(path="p", label="Ketä?", options=())])["blocks"][0]["type"] == "multi_choice"


def test_a_frame_that_questions_share_is_sent_once() -> None:
    data = as_data([question(1), question(2)])
    assert len(data["frames"]) == 1
    assert [block["frame"] for block in data["blocks"]] == [0, 0]


def test_a_frame_inside_a_group_is_shared_too() -> None:
    data = as_data([question(1), Group(title="Ryhmä", blocks=(question(2),))])
    assert len(data["frames"]) == 1
    assert data["blocks"][1]["blocks"][0]["frame"] == 0


def test_none_of_these_differs_from_no_answer() -> None:
    answered, open_ = as_data(
        [MultiChoice(path=path, label="Ketä?", options=(), value=value) for path, value in (("a", ()), ("b", None))]
    )["blocks"]
    assert answered["value"] == []
    assert "value" not in open_


def test_a_choice_that_may_not_be_taken_back_says_so() -> None:
    assert as_data([Choice(path="p", label="Tila", options=(), clearable=False)])["blocks"][0]["clearable"] is False


def test_a_list_carries_its_template_and_its_records() -> None:
    items = Items(
        path="measures",
        title="Toimet",
        template=(Text(path="text", label="Mitä"), Date(path="due", label="Milloin"), Number(path="cost", label="€")),
        items=(Item("m1", {"text": Value("Kuljetus", "v1")}, fixed=True),),
        item_label="Toimi {n}",
        add_label="Lisää",
    )
    (block,) = as_data([items])["blocks"]
    assert [field["type"] for field in block["template"]] == ["text", "date", "number"]
    assert block["items"] == [{"id": "m1", "values": {"text": {"value": "Kuljetus", "version": "v1"}}, "fixed": True}]


def test_words_from_people_pass_as_they_are() -> None:
    hostile = "<script>alert(1)</script> {{ 7*7 }}\u0000✅"
    assert (
        json.loads(json.dumps(as_data([Text(path="p", label=hostile, value=hostile)])))["blocks"][0]["value"] == hostile
    )


@pytest.mark.parametrize("language", ["sv", "en"])
def test_every_word_of_the_sheet_has_the_same_placeholders_in_every_language(language: Language) -> None:
    finnish, other = words("fi"), words(language)
    keys = [key for key in finnish.forms if key.startswith("sheet.")]
    assert keys
    for key in keys:
        assert placeholders(finnish.template(key)) == placeholders(other.template(key)), key


def placeholders(template: str) -> set[str]:
    return {part.partition("}")[0] for part in template.split("{")[1:]}


def test_the_script_asks_for_no_word_that_the_catalogues_lack() -> None:
    script = "\n".join(file.read_text(encoding="utf-8") for file in sorted(FOLDER.glob("js/*.js")))
    known = {key.removeprefix("sheet.") for key in words("fi").forms if key.startswith("sheet.")}
    names = set(re.findall(r"words\??\.([a-z_]+)", script)) - {"lang"}
    assert names <= known
    fixed = {f"gate_{gate}" for gate in ("none", "effects", "unknown")} | {
        f"severity_{one}" for one in ("error", "warning", "info")
    }
    assert fixed <= known
    assert known - fixed - names == set()
