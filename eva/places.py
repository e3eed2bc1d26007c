"""Places: what stands at a path of an assessment, and the version by which two people notice a collision."""

import hashlib
import json
from typing import Any

from eva import matrix
from eva.assessment import Assessment
from eva.errors import EditRefused

Json = Any
LISTS = ("alternatives", "measures", "consultations", "sources", "follow_up")
"""Lists whose items have ids, by which their places are named."""


def version(value: Json) -> str:
    """A short digest of a value: the same for the same value, 16 hexadecimal digits of SHA-256 of sorted JSON."""
    text = json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


_TWO_PART_KEYS = {"answers", "flags", "section_reasons"}


def split(path: str) -> tuple[str, ...]:
    """The segments of a path; the address of a question, flag or section (`checklist/…`) is one of them."""
    first, *rest = path.split("/")
    if first in _TWO_PART_KEYS:
        rest = ["/".join(rest[:2]), *rest[2:]]
    return (first, *rest)


def read(assessment: Assessment, path: str, document: Json = None) -> Json:
    """The value at a path as JSON data, None where nothing is said; raises EditRefused where there is no such place.

    `document` is the assessment as its JSON data, for a caller that reads many places of it.
    """
    parts = split(path)
    match parts:
        case ("answers", question, "matrix"):
            return matrix.read(assessment, question)
        case ("checklists",):
            return [used.key for used in assessment.checklists]
        case (name, *_) if name not in Assessment.model_fields:
            raise EditRefused("edit_unknown_path", path=path)
    node: Json = assessment.document() if document is None else document
    if parts[-1] == "order" and parts[0] in LISTS:
        return [item["id"] for item in node.get(parts[0], ())]
    for part in parts:
        if isinstance(node, list):
            node = _item(node, part)
        elif isinstance(node, dict):
            node = node.get(part)
        if node is None:
            return None
    return None if node == "" else node


def _item(items: list[Json], part: str) -> Json:
    if part.isdecimal() and not any(isinstance(item, dict) and "id" in item for item in items):
        return items[int(part)] if int(part) < len(items) else None
    return next((item for item in items if isinstance(item, dict) and item.get("id") == part), None)
