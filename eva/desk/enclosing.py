"""Enclosing: the data of a report as the files inside its PDF or beside it, and back."""

import hashlib
import io
import json
import zipfile
import zlib
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
"""The files inside a PDF, or beside it: the public version, the checklists that it answers, and how it was made."""

PROGRAM = f"EVA {__version__}"
"""The program that makes the reports, as it names itself in them."""

BESIDE = ".data.zip"
"""What the file beside a PDF/A-2a is called after the name of the PDF: `report.pdf.data.zip`."""

MAX_BYTES = 16 * 1024 * 1024
"""The size that a file inside a report may have: four times that of an assessment, for its checklists stand in one."""

_MOST_FILES = 10
"""Files that a ZIP may have; the data are three."""

_BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, RuntimeError, EOFError, OSError, ValueError, LookupError)
"""What the standard library raises over a ZIP that is not what it should be; a locked one is a RuntimeError."""

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


def packed(attachments: Iterable[Attachment]) -> bytes:
    """The files as one ZIP, the same bytes on every machine: nothing is compressed, and no clock is asked."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_STORED) as archive:
        for each in attachments:
            entry = zipfile.ZipInfo(each.name)
            entry.create_system, entry.external_attr = 3, 0o644 << 16  # else Windows would write other bytes
            archive.writestr(entry, each.content)
    return content.getvalue()


def unpacked(content: bytes) -> Mapping[str, bytes]:
    """The files of a ZIP from outside; raises FileRefused for what is none, is locked, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
            if len({entry.filename for entry in entries}) != len(entries) or len(entries) > _MOST_FILES:
                raise FileRefused("report_beside_broken")
            return {entry.filename: _entry(archive, entry) for entry in entries}
    except _BROKEN_ZIP as broken:
        raise FileRefused("report_beside_broken") from broken


def _entry(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes:
    with archive.open(entry) as file:
        content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise FileRefused("report_data_large", name=entry.filename[:80], limit=str(MAX_BYTES // 1024 // 1024))
    return content


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
