"""Whether a text spells a value of a kind: a number, a day, an impact."""

from typing import Any

from pydantic import TypeAdapter, ValidationError

from eva.answers import Impact
from eva.scalars import IsoDate, Number

_NUMBER: TypeAdapter[Any] = TypeAdapter(Number)
_DATE: TypeAdapter[Any] = TypeAdapter(IsoDate)
_IMPACT: TypeAdapter[Any] = TypeAdapter(Impact)


def _spells(kind: TypeAdapter[Any], value: str) -> bool:
    try:
        kind.validate_python(value)
    except ValidationError:
        return False
    return True


def is_number(value: str) -> bool:
    """Whether a text is a plain decimal."""
    return _spells(_NUMBER, value)


def is_count(value: str) -> bool:
    """Whether a text is a whole number that something can be counted by."""
    return value.isascii() and value.isdigit()


def is_date(value: str) -> bool:
    """Whether a text is a calendar day, 2026-11-22."""
    return _spells(_DATE, value)


def is_impact(value: str) -> bool:
    """Whether a text is a step of the scale −3 … +3 or `unknown`."""
    return _spells(_IMPACT, value)
