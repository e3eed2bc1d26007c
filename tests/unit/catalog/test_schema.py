"""The JSON Schemas: current, valid, and of one mind with the loader about the shipped files."""

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from eva.catalog import dump_assessment, load_assessment, load_library
from eva.catalog.schema import schemas
from eva.catalog.shipped import folder
from eva.published import publish
from tests.unit.catalog.samples import ASSESSMENT, CHECKLIST, written

ROOT = Path(__file__).parents[3]
DOCS = ROOT / "docs/schemas"
SCHEMAS = schemas()
CHECKLISTS = folder("checklists")
SHIPPED = [
    *((file, "checklist") for file in sorted(CHECKLISTS.glob("*/checklist.yaml"))),
    *((file, "section") for file in sorted(CHECKLISTS.glob("*/sections/*.yaml"))),
    *((file, "case") for file in sorted(CHECKLISTS.glob("*/cases/*.yaml"))),
    *((file, f"vocabulary_{file.stem}") for file in sorted(CHECKLISTS.glob("vocabulary/*.yaml"))),
    *((file, "overlay") for file in sorted(folder("examples").glob("overlays/*/*/overlay.yaml"))),
    *((file, f"vocabulary_{file.stem}") for file in sorted(folder("examples").glob("overlays/*/vocabulary/*.yaml"))),
    *((file, "case") for file in sorted(folder("examples").glob("overlays/*/*/cases/*.yaml"))),
    *((file, "assessment") for file in sorted(folder("examples").glob("*/assessment.yaml"))),
]


class Editor(yaml.CSafeLoader):
    """Reads YAML as editors do, by the core schema of YAML 1.2: numbers, true and false, and text."""


Editor.yaml_implicit_resolvers = {}

for tag, signs, pattern in (
    ("bool", "tfTF", "true|false"),
    ("int", "-+0123456789", "[-+]?[0-9]+"),
    ("float", "-+0123456789.", r"[-+]?[0-9]+\.[0-9]+"),
):
    Editor.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), list(signs))


def as_an_editor_sees(text: str) -> Any:
    return yaml.load(text, Editor)  # noqa: S506  # a safe loader with other resolvers


def mistakes(name: str, data: Any) -> list[str]:
    return [error.message for error in Draft202012Validator(SCHEMAS[name]).iter_errors(data)]


@pytest.mark.parametrize("name", sorted(SCHEMAS))
def test_a_schema_in_the_documentation_is_current_and_valid(name: str) -> None:
    schema = json.loads((DOCS / f"{name}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    assert schema == SCHEMAS[name]


def test_no_schema_is_left_over() -> None:
    assert {file.name.removesuffix(".schema.json") for file in DOCS.glob("*.json")} == set(SCHEMAS)


@pytest.mark.parametrize(("file", "name"), SHIPPED, ids=[file.relative_to(ROOT).as_posix() for file, _ in SHIPPED])
def test_an_editor_finds_no_mistake_in_a_shipped_file(file: Path, name: str) -> None:
    assert mistakes(name, as_an_editor_sees(file.read_text(encoding="utf-8"))) == []


def test_visual_studio_code_knows_the_schema_of_every_file_of_the_repository() -> None:
    places = json.loads((ROOT / ".vscode/settings.json").read_text(encoding="utf-8"))["yaml.schemas"]
    files = [(schema, [listed] if isinstance(listed, str) else listed) for schema, listed in places.items()]
    found = {file: schema for schema, patterns in files for pattern in patterns for file in ROOT.glob(pattern)}
    assert all((ROOT / schema).is_file() for schema in places)
    assert found == {file: f"docs/schemas/{name}.schema.json" for file, name in SHIPPED}


def test_an_editor_tells_what_a_key_means() -> None:
    schema = SCHEMAS["checklist"]
    assert "asked of each alternative" in schema["$defs"]["TextQuestion"]["properties"]["scope"]["description"]
    assert schema["$defs"]["Leaf"]["properties"]["is"]["description"] == "The answer is this."


def test_an_editor_finds_no_mistake_in_what_the_program_writes(tmp_path: Path) -> None:
    library = load_library(written(tmp_path) / "library")
    assessment = load_assessment(ASSESSMENT, library)
    assert mistakes("checklist", as_an_editor_sees(CHECKLIST)) == []
    assert mistakes("assessment", as_an_editor_sees(ASSESSMENT)) == []
    assert mistakes("assessment", as_an_editor_sees(dump_assessment(assessment))) == []
    assert mistakes("assessment", json.loads(dump_assessment(assessment, "json"))) == []
    public = publish(assessment, library.used_by(assessment), library.vocabulary)
    assert mistakes("published", public.document()) == []


@pytest.mark.parametrize(
    ("name", "text", "old", "new"),
    [
        ("checklist", CHECKLIST, "decimals: 0", "decimls: 0"),
        ("checklist", CHECKLIST, "severity: red", "severity: pink"),
        ("checklist", CHECKLIST, "version: 1.0.0", "version: 1.0"),
        ("checklist", CHECKLIST, "exclusive: true", "exclusive: yes"),
        ("checklist", CHECKLIST, "{id: no_other, label: {fi: ei}}", "{id: no_other}"),
        ("checklist", CHECKLIST, "{question: lost, at_most: -1}", "{question: lost, at_mst: -1}"),
        ("assessment", ASSESSMENT, "impact: -3", "impact: -4"),
        ("assessment", ASSESSMENT, "zero: true", "zero: ~"),
        ("assessment", ASSESSMENT, "ngo/premises.lost", "ngo.lost"),
    ],
)
def test_an_editor_marks_a_mistake(name: str, text: str, old: str, new: str) -> None:
    assert text.count(old) == 1
    assert mistakes(name, as_an_editor_sees(text.replace(old, new))) != []
