"""Enclosing: the data of a report as the files inside its PDF, and back."""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

import rfc8785
from pydantic import ValidationError

from eva import __version__
from eva.catalog.reading import MAX_DEPTH
from eva.enclosure import Enclosure, Making
from eva.errors import FileRefused
from eva.published import Published
from eva.rendering.pdf import Attachment
from eva.text import Model

DATA, CHECKLISTS, REPORT = "assessment.json", "checklists.json", "report.json"
"""The files inside a PDF: the public version, the checklists that it answers, and how the report was made."""

PROGRAM = f"EVA {__version__}"
"""The program that makes the reports, as it names itself in them."""

MAX_BYTES = 16 * 1024 * 1024
"""The size that a file inside a report may have: four times that of an assessment, for its checklists stand in one."""

_Model = TypeVar("_Model", bound=Model)


@dataclass(frozen=True, slots=True)
class Inside:
    """What was found inside a report; `digest` is the hash of its public data exactly as they stand there."""

    public: Published
    enclosure: Enclosure
    making: Making
    digest: str


def attachments_of(public: Published, enclosure: Enclosure, making: Making) -> tuple[Attachment, ...]:
    """The files for the inside of a PDF."""
    documents = {DATA: public.document(), CHECKLISTS: enclosure.document(), REPORT: making.document()}
    return tuple(Attachment(name, written(each), description="EVA") for name, each in documents.items())


def written(document: Mapping[str, Any]) -> bytes:
    """JSON as people and programs can read it, the same for the same data."""
    return (json.dumps(document, ensure_ascii=False, indent=2, sort_keys=False) + "\n").encode()


def read_inside(files: Mapping[str, bytes]) -> Inside:
    """What the files inside a report hold; raises FileRefused where one is missing, or is not what it should be."""
    for name in (DATA, CHECKLISTS, REPORT):
        if name not in files:
            raise FileRefused("report_without_data", name=name)
    public, digest = read_public(files[DATA], DATA)
    enclosure, making = read_model(Enclosure, files[CHECKLISTS], CHECKLISTS), read_model(Making, files[REPORT], REPORT)
    return Inside(public, enclosure, making, digest)


def read_public(source: bytes, name: str) -> tuple[Published, str]:
    """A public version from JSON, and the hash of the data as they stand; raises FileRefused."""
    data = _data(source, name)
    return _validated(Published, data, name), hashlib.sha256(rfc8785.dumps(data)).hexdigest()


def read_model(model: type[_Model], source: bytes, name: str) -> _Model:
    """A value of this kind from JSON; raises FileRefused."""
    return _validated(model, _data(source, name), name)


def _data(source: bytes, name: str) -> Any:
    """JSON data of a bounded size and depth, without a key that stands twice.

    Control characters are no mistake here: a text that somebody typed is published as it was typed.
    """
    if len(source) > MAX_BYTES:
        raise FileRefused("report_data_large", name=name, limit=str(MAX_BYTES // 1024 // 1024))
    try:
        data = json.loads(source.decode("utf-8-sig"), object_pairs_hook=_once)
        rfc8785.dumps(data)
    except (ValueError, RecursionError) as broken:
        raise FileRefused("report_data_broken", name=name) from broken
    if _too_deep(data):
        raise FileRefused("report_data_broken", name=name)
    return data


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object; raises ValueError where two of its keys are the same, which readers would take differently."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("key_twice")
    return found


def _too_deep(data: Any) -> bool:
    """Whether lists and objects nest deeper than any format of ours."""
    level = [data]
    for _ in range(MAX_DEPTH):
        level = [inner for each in level if isinstance(each, dict | list) for inner in _inside(each)]
        if not level:
            return False
    return True


def _inside(node: dict[str, Any] | list[Any]) -> Iterable[Any]:
    return node.values() if isinstance(node, dict) else node


def _validated(model: type[_Model], data: Any, name: str) -> _Model:
    try:
        return model.model_validate(data)
    except ValidationError as wrong:
        place = "/".join(str(part) for part in wrong.errors()[0]["loc"])[:200]
        raise FileRefused("report_data_shape", name=name, place=place) from wrong
