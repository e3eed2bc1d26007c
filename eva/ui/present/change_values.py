"""Values of a changed checklist (muuttuneet arvot) in words: conditions as sentences, ids as what they are called."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from markupsafe import Markup
from pydantic import TypeAdapter

from eva.rules import Condition
from eva.sides import shown
from eva.ui.present.conditions import Terms
from eva.ui.present.guidance import cited
from eva.versions import Difference
from eva.versions_sides import Side

_CONDITION: TypeAdapter[Condition] = TypeAdapter(Condition)
_OURS: Mapping[str, str] = {
    "kind": "kind",
    "depth": "depth",
    "scope": "scope",
    "severity": "flag",
    "match": "match",
    "needs": "needs",
    "languages": "language",
}
"""Fields whose values have words of ours, and where those stand."""
_UNSAID: Mapping[tuple[str, str], Any] = {
    ("question", "depth"): "full",
    ("question", "scope"): "case",
    ("conclusion", "match"): "any",
    **dict.fromkeys([("question", "required"), ("question", "mandatory"), ("option", "exclusive")], False),
    ("checklist", "process"): False,
}
"""What holds where a file says nothing of a field (format.md §1)."""


def value_in_words(old: Terms, new: Terms, difference: Difference, side: Side) -> str:
    """A value of a difference for the reader, as text or as safe HTML; each side in the terms of its own version."""
    terms, value = (old, difference.before) if side == "before" else (new, difference.after)
    if value is None:
        value = _UNSAID.get((difference.noun, difference.field))
    if value in (None, [], {}):
        return shown(value)
    if difference.act == "moved":
        section = terms.checklist.section(value)
        return value if section is None else terms.text(section.title)
    return _value(terms, difference, value)


def _value(terms: Terms, difference: Difference, value: Any) -> str:
    words, field = terms.words, difference.field
    if field in _OURS:
        listed = value if isinstance(value, list) else [value]
        return ", ".join(words.get(f"library.{_OURS[field]}.{each}") for each in listed)
    if isinstance(value, bool):
        return words.get("changes.yes" if value else "changes.no")
    said = _SAID.get(field)
    return shown(value) if said is None else said(terms, difference, value)


def _when(terms: Terms, _: Difference, value: Any) -> str:
    return terms.condition(_CONDITION.validate_python(value)).html()


def _accept(terms: Terms, difference: Difference, value: Any) -> str:
    question = terms.checklist.by_id[difference.address[1]][1]
    return terms.accepted(_CONDITION.validate_python(value), question).html()


def _groups(terms: Terms, _: Difference, value: Any) -> str:
    return Markup(", ").join(map(terms.group, value))


def _perspective(terms: Terms, _: Difference, value: Any) -> str:
    return terms.perspective(value)


def _points(terms: Terms, _: Difference, value: Any) -> str:
    told = Markup(terms.words.template("library.points"))  # noqa: S704  our own; what is put into it is escaped
    held = ((terms.words.number(Decimal(points)), terms.account(account)) for account, points in value.items())
    return Markup(", ").join(told.format(points=points, account=account) for points, account in held)


def _sum(terms: Terms, _: Difference, value: Any) -> str:
    return Markup(", ").join(map(terms.account, value))


def _flag(terms: Terms, _: Difference, value: Any) -> str:
    flag = terms.checklist.flag(value)
    return shown(value) if flag is None else terms.text(flag.title)


def _cites(terms: Terms, _: Difference, value: Any) -> str:
    return Markup(cited(terms.words, terms.vocabulary, value)) or shown(value)  # noqa: S704  escaped there


def _unit(terms: Terms, _: Difference, value: Any) -> str:
    return terms.words.get(f"ui.unit.{value}")


_SAID: Mapping[str, Callable[[Terms, Difference, Any], str]] = {
    "when": _when,
    "accept": _accept,
    "groups": _groups,
    "perspective": _perspective,
    "points": _points,
    "sum": _sum,
    "flag": _flag,
    "cites": _cites,
    "unit": _unit,
}
"""How the values of each field are said; those of any other stand as in the file."""
