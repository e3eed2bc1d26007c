"""The kinds of scalar that files hold: ids, exact numbers, dates, moments, booleans.

In the files every scalar is text and the key decides what it is (YAML would read `no`, `1.10` and `12:30` as something
else), so each kind here accepts text in its one spelling, and the Python value itself.
"""

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, PlainSerializer, WithJsonSchema

_DECIMAL = re.compile(r"-?\d{1,18}(\.\d{1,12})?", re.ASCII)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_MOMENT = re.compile(r"\d{4}-\d{2}-\d{2}[T ]\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII)

Slug = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]*$", max_length=80)]
"""An id in snake_case that begins with a letter; never reused, never a position."""


def _number(value: Any) -> Any:
    if isinstance(value, bool | float):
        raise ValueError("number_expected")
    if isinstance(value, str):
        if not _DECIMAL.fullmatch(value):
            raise ValueError("number_expected")
        return Decimal(value)
    return value


Number = Annotated[
    Decimal,
    BeforeValidator(_number),
    PlainSerializer(str),
    WithJsonSchema({"type": ["number", "string"], "pattern": f"^{_DECIMAL.pattern}$"}),
]
"""A plain decimal, kept exact: at most 18 digits before the point and 12 after it."""


def _date(value: Any) -> Any:
    if isinstance(value, str):
        if not _DATE.fullmatch(value):
            raise ValueError("date_expected")
        return date.fromisoformat(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    raise ValueError("date_expected")


IsoDate = Annotated[
    date, BeforeValidator(_date), PlainSerializer(date.isoformat), WithJsonSchema({"type": "string", "format": "date"})
]
"""A calendar day, written 2026-11-22."""


def _moment(value: Any) -> Any:
    if isinstance(value, str):
        if not _MOMENT.fullmatch(value):
            raise ValueError("moment_expected")
        return datetime.fromisoformat(value)
    if isinstance(value, datetime) and value.tzinfo is not None:
        return value
    raise ValueError("moment_expected")


Moment = Annotated[
    datetime,
    BeforeValidator(_moment),
    PlainSerializer(datetime.isoformat),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
"""A point in time with its zone, written 2026-11-22T10:42:03+02:00."""


def _boolean(value: Any) -> Any:
    match value:
        case bool():
            return value
        case "true":
            return True
        case "false":
            return False
    raise ValueError("boolean_expected")


Boolean = Annotated[bool, BeforeValidator(_boolean), WithJsonSchema({"type": "boolean"})]
"""`true` or `false`; `yes`, `on` and `1` are mistakes."""


def _scalar(value: Any) -> Any:
    match value:
        case bool():
            return "true" if value else "false"
        case int() | Decimal():
            return str(value)
        case date():
            return value.isoformat()
    return value


Scalar = Annotated[str, BeforeValidator(_scalar), WithJsonSchema({"type": ["string", "number", "boolean"]})]
"""A value that a condition compares with, as text: an option id, a number, a date, `unknown`, `true` or `false`."""
