"""Plain data as YAML that people read and edit, and that reads back as exactly what it was.

Short lists and mappings stand on one line, texts of several lines as blocks, long texts folded. Text that YAML would
take for something else (`no`, `1.10`, `12:30`) is quoted, for the sake of other programs: our own reader takes every
scalar as text.
"""

import json
import re
from collections.abc import Iterator, Mapping
from typing import Any

_WIDTH = 116
_PLAIN = re.compile(
    r"[A-Za-zÅÄÖåäö/][\wÅÄÖåäö./§@–—()+%&;!’”€= -]*"
    r"|\d{4}-\d\d-\d\d(T\d\d:\d\d:\d\d(\.\d+)?([+-]\d\d:\d\d|Z))?"
    r"|\d+\.\d+\.\d+|sha256:[0-9a-f]{64}",
    re.ASCII,
)
"""Text that needs no quotes, in a line or within braces: words, days and moments, versions, hashes."""

_FREE = re.compile(r", |[?]")
"""What needs quotes within braces alone."""

_RESERVED = re.compile(r"(?i)null|true|false|yes|no|on|off|y|n")
_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_NUMBER_KEYS = frozenset({"one_off", "per_year", "of_which_internal", "uncertainty", "percent"})
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def yaml_text(data: Mapping[str, Any]) -> str:
    """A document of mappings, lists, text, whole numbers and booleans as YAML."""
    return "".join(f"{line}\n" for line in _mapping(data, 0))


def _mapping(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, value in data.items():
        yield from _entry(f"{' ' * indent}{_key(key)}:", key, value, indent)


def _entry(head: str, key: str, value: Any, indent: int) -> Iterator[str]:
    """The lines of one value after its key."""
    line = _in_line(value, key)
    if line is not None and (not value or len(head) + 1 + len(line) <= _WIDTH):
        yield f"{head} {line}"
    elif isinstance(value, Mapping):
        yield head
        yield from _mapping(value, indent + 2)
    elif isinstance(value, list | tuple):
        yield head
        yield from _list(value, indent + 2)
    else:
        yield from _text(head, str(value), indent + 2)


def _list(items: list[Any] | tuple[Any, ...], indent: int) -> Iterator[str]:
    dash = f"{' ' * indent}-"
    for item in items:
        line = _in_line(item, "")
        if line is not None and (not item or len(dash) + 1 + len(line) <= _WIDTH):
            yield f"{dash} {line}"
        elif isinstance(item, Mapping):
            for number, inner in enumerate(_mapping(item, indent + 2)):
                yield f"{dash} {inner.lstrip()}" if number == 0 else inner
        elif isinstance(item, list | tuple):
            for number, inner in enumerate(_list(item, indent + 2)):
                yield f"{dash} {inner.lstrip()}" if number == 0 else inner
        else:
            yield from _text(dash, str(item), indent + 2)


def _in_line(value: Any, key: str, *, braced: bool = False) -> str | None:
    """A value on one line, if it is short and simple enough; within braces and brackets a comma needs quotes."""
    match value:
        case bool():
            return "true" if value else "false"
        case int():
            return str(value)
        case str():
            return _short_text(value, key, braced=braced)
        case Mapping():
            if any(isinstance(held, Mapping) and held for held in value.values()):
                return None
            inner = [_in_line(held, name, braced=True) for name, held in value.items()]
            pairs = [f"{_key(name)}: {one}" for name, one in zip(value, inner, strict=True)]
            return None if None in inner else "{" + ", ".join(pairs) + "}"
    if any(isinstance(held, Mapping | list | tuple) for held in value):
        return None
    inner = [_in_line(held, "", braced=True) for held in value]
    return None if None in inner else "[" + ", ".join(str(one) for one in inner) + "]"


def _short_text(value: str, key: str, *, braced: bool) -> str | None:
    if key in _NUMBER_KEYS and _NUMBER.fullmatch(value):
        return value
    if "\n" in value and not _ODD.search(value):
        return None
    return value if _is_plain(value if braced else _FREE.sub(" ", value)) else _quoted(value)


def _key(key: str) -> str:
    return key if _is_plain(key) else _quoted(key)


def _is_plain(value: str) -> bool:
    return bool(_PLAIN.fullmatch(value)) and not _RESERVED.fullmatch(value) and value == value.strip()


def _quoted(value: str) -> str:
    return _ODD.sub(lambda odd: f"\\u{ord(odd.group()):04x}", json.dumps(value, ensure_ascii=False))


def _text(head: str, value: str, indent: int) -> Iterator[str]:
    """A long text: a block if it has lines, folded if it is one line, quoted if neither would keep it."""
    lines = value.split("\n")
    margin = " " * indent
    if _ODD.search(value) or value[:1].isspace() or any(line != line.rstrip() for line in lines):
        yield f"{head} {_quoted(value)}"
    elif len(lines) > 1 and (lines[-1] or (len(lines) > 2 and lines[-2])):
        yield f"{head} |{'-' if lines[-1] else ''}"
        yield from (f"{margin}{line}".rstrip() for line in (lines if lines[-1] else lines[:-1]))
    elif len(lines) == 1 and "  " not in value:
        yield f"{head} >-"
        yield from (f"{margin}{line}" for line in _folded(value, _WIDTH - indent))
    else:
        yield f"{head} {_quoted(value)}"


def _folded(value: str, width: int) -> Iterator[str]:
    """A text of one line broken at spaces; YAML joins the lines again."""
    line = ""
    for word in value.split(" "):
        if line and len(line) + 1 + len(word) > width:
            yield line
            line = word
        else:
            line = f"{line} {word}" if line else word
    yield line
