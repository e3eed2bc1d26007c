"""What stands in the columns: assessments, values and moments as text, and back."""

import hashlib
import json
from datetime import UTC, datetime
from functools import lru_cache
from typing import Any

from eva.assessment import Assessment, Snapshot

Json = Any


def encode(value: Json) -> str:
    """JSON data as text in ASCII, which every database keeps as it is."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def write_document(assessment: Assessment) -> str:
    """The text of an assessment."""
    return encode(assessment.document())


@lru_cache(maxsize=64)
def read_document(text: str) -> Assessment:
    """The assessment of a text; raises ValidationError. The same text is read once: an assessment never changes."""
    return Assessment.model_validate_json(text)


def write_snapshot(snapshot: Snapshot) -> str:
    """The text of a checklist with its vocabulary."""
    return encode(snapshot.model_dump(mode="json", exclude_defaults=True))


@lru_cache(maxsize=64)
def read_snapshot(text: str) -> Snapshot:
    """The checklist with its vocabulary of a text."""
    return Snapshot.model_validate_json(text)


def hashed(text: str) -> str:
    """SHA-256 of a text, 64 hexadecimal digits."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def write_moment(at: datetime) -> str:
    """A moment in UTC, so written that moments sort as their texts do; ValueError without a time zone."""
    if at.tzinfo is None:
        message = "a moment needs its time zone"
        raise ValueError(message)
    return at.astimezone(UTC).isoformat(timespec="microseconds")


def read_moment(text: str) -> datetime:
    """The moment of a text."""
    return datetime.fromisoformat(text)


def storable(text: str) -> str:
    """A name without the characters that PostgreSQL cannot keep (NUL, halves of characters)."""
    return text.replace("\0", "\ufffd").encode("utf-8", "replace").decode("utf-8")
