"""Pointers (JSON Pointer, RFC 6901): how an assessment says which of its places are not public.

Source: https://www.rfc-editor.org/rfc/rfc6901
"""

from collections.abc import Sequence
from typing import Any

Json = Any
CONTENT = (
    "case",
    "preparers",
    "alternatives",
    "answers",
    "measures",
    "consultations",
    "sources",
    "flags",
    "section_reasons",
    "conclusion",
    "decision",
    "follow_up",
)
"""The parts in which something can be withheld; ids, versions, status and which alternative is zero stay public."""

_FIXED = (("case", "language"), ("case", "depth"))
_FIXED_NAMES = ("id", "zero")


def parts_of(pointer: str) -> tuple[str, ...]:
    """The unescaped segments of a pointer; none for the whole document and for what is no pointer."""
    first, *rest = pointer.split("/")
    return () if first else tuple(part.replace("~1", "/").replace("~0", "~") for part in rest)


def pointer_to(parts: Sequence[str]) -> str:
    """The pointer that these segments make."""
    return "".join("/" + part.replace("~", "~0").replace("/", "~1") for part in parts)


def addresses(document: Json, pointer: str) -> bool:
    """Whether a pointer names a place of an assessment's document that can be withheld and that says something."""
    parts = parts_of(pointer)
    if not parts or parts[0] not in CONTENT or parts[:2] in _FIXED or parts[-1] in _FIXED_NAMES:
        return False
    return read(document, parts) is not None


def read(document: Json, parts: Sequence[str]) -> Json:
    """The value at a place of a document; None where there is none."""
    node = document
    for part in parts:
        if isinstance(node, list):
            node = node[int(part)] if part.isdecimal() and int(part) < len(node) else None
        else:
            node = node.get(part) if isinstance(node, dict) else None
    return node
