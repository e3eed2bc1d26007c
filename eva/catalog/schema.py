"""JSON Schemas of the files that people and programs write, for editors that complete keys and mark mistakes.

Editors read YAML's own numbers and booleans where our reader takes text, so the schemas allow both where a value may
look like either. What is not known is left out, so there is no null. References between parts (does this question
exist?) are for `eva check`.
"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema
from pydantic_core.core_schema import ModelSchema

from eva.assessment import Assessment
from eva.catalog.meanings import meaning
from eva.catalog.vocabularies import PARTS
from eva.checklist import Checklist, Section
from eva.checklist_case import ChecklistCase
from eva.overlay import Overlay
from eva.published import Published
from eva.vocabulary import Vocabulary

Schema = dict[str, Any]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_SECTION_ID = {"type": "string", "pattern": "^[a-z][a-z0-9_]*$", "description": "The section in sections/<id>.yaml."}


class _Explained(GenerateJsonSchema):
    """Puts under each key of a model what it means."""

    def model_schema(self, schema: ModelSchema) -> Schema:
        """The schema of a model, its properties with their meanings."""
        written = super().model_schema(schema)
        model: type[BaseModel] = schema["cls"]
        for name, field in model.model_fields.items():
            if said := meaning(model, name):
                written["properties"][field.alias or name]["description"] = said
        return written


def schemas() -> Mapping[str, Schema]:
    """The schemas by the name of their file, without its ending."""
    return {
        "checklist": _checklist_file(),
        "section": _headed("section", _of(Section)),
        "overlay": _headed("overlay", _of(Overlay)),
        "case": _headed("case of a checklist", _of(ChecklistCase)),
        **{f"vocabulary_{part}": _headed(f"vocabulary: {part}", _of_vocabulary(part)) for part in PARTS},
        "assessment": _headed("assessment", _of(Assessment)),
        "published": _headed("published assessment", _of(Published)),
    }


def _checklist_file() -> Schema:
    """A checklist whose sections stand in it, or in files of their own."""
    schema = _headed("checklist", _of(Checklist))
    sections = schema["properties"]["sections"]
    sections["items"] = {"anyOf": [sections["items"], _SECTION_ID]}
    return schema


def _headed(title: str, schema: Schema) -> Schema:
    return {
        "$schema": _DIALECT,
        "title": f"EVA {title}",
        **{key: value for key, value in schema.items() if key != "title"},
    }


def _of(model: type[BaseModel]) -> Schema:
    schema: Schema = _for_editors(model.model_json_schema(by_alias=True, schema_generator=_Explained))
    return schema


def _of_vocabulary(part: str) -> Schema:
    annotation: Any = Vocabulary.model_fields[part].annotation
    schema: Schema = _for_editors(TypeAdapter(annotation).json_schema(by_alias=True, schema_generator=_Explained))
    return schema


def _for_editors(node: Any) -> Any:
    """A schema without nulls and without titles that only repeat a key, and with numbers where text may be one."""
    if isinstance(node, list):
        return [_for_editors(item) for item in node]
    if not isinstance(node, dict):
        return node
    kept = {key: value for key, value in node.items() if not _is_noise(key, value)}
    options = [option for option in kept.get("anyOf", ()) if option != {"type": "null"}]
    if len(options) == 1:
        del kept["anyOf"]
        kept = {**options[0], **kept}
    elif options:
        kept["anyOf"] = options
    if "patternProperties" in kept:
        kept["additionalProperties"] = False
    return {key: _properties(value) if key == "properties" else _for_editors(value) for key, value in kept.items()}


def _is_noise(key: str, value: Any) -> bool:
    return (key == "title" and isinstance(value, str)) or (key == "default" and value is None)


def _properties(fields: Mapping[str, Any]) -> Schema:
    return {name: _looser(name, _for_editors(schema)) for name, schema in fields.items()}


def _looser(name: str, schema: Schema) -> Schema:
    """A field whose text an editor may see as a number: the value of an answer, and the goals of `sdg`."""
    if name == "value" and any(option.get("type") == "array" for option in schema.get("anyOf", ())):
        return {**schema, "anyOf": [_or_number(option) for option in schema["anyOf"]]}
    if name == "sdg":
        return {**schema, "items": _or_number(schema["items"])}
    return schema


def _or_number(schema: Schema) -> Schema:
    return {**schema, "type": ["string", "number", "boolean"]} if schema.get("type") == "string" else schema
