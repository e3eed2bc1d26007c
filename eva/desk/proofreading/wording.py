"""Wording (sanat): whether the words that a template asks for exist, and are asked for as they are made."""

import re
from collections.abc import Iterator, Mapping
from itertools import product

from jinja2 import nodes

from eva.locale import Words, words

FAMILY = "report."
_PLACE = re.compile(r"(?<!{){([a-z_]+)}")
_MOST_FORMS = 64


def word_flaws(call: nodes.Call, *, counted: bool) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    """What is wrong with `t(key, …)`, or, `counted`, with `tn(key, n, …)`: code, parameters and what was meant.

    A key may be put together: `"report.status." ~ report.case.status` names every word that begins so.
    """
    known = words("fi")
    if not call.args:
        yield "E915", {"name": ""}, frozenset()
        return
    given = {each.key for each in call.kwargs}
    for pattern in _keys(call.args[0]):
        if pattern in known.forms:
            yield from _use_flaws(pattern, known, given, counted=counted)
        elif not _is_made(pattern, known):
            yield "E915", {"name": pattern.replace("*", "…")}, frozenset(_near(pattern, known))


def _use_flaws(
    key: str, known: Words, given: set[str], *, counted: bool
) -> Iterator[tuple[str, Mapping[str, str], frozenset[str]]]:
    forms = known.forms[key]
    if counted != (len(forms) > 1):
        yield ("E916" if counted else "E917"), {"name": key}, frozenset()
    needed = {place for form in forms for place in _PLACE.findall(form)} - ({"n"} if len(forms) > 1 else set())
    if not needed <= given:
        yield "E919", {"name": key, "missing": ", ".join(sorted(needed - given))}, frozenset()


def _keys(node: nodes.Expr) -> tuple[str, ...]:
    """The keys that an expression can stand for, `*` for each piece that only the report knows."""
    match node:
        case nodes.Const(value=str(key)):
            return (key,)
        case nodes.CondExpr(expr1=one, expr2=other) if other is not None:
            return tuple(dict.fromkeys((*_keys(one), *_keys(other))))
        case nodes.Concat(nodes=parts):
            choices = [_keys(part) for part in parts]
            total = 1
            for choice in choices:
                total *= len(choice)
            return tuple("".join(made) for made in product(*choices)) if total <= _MOST_FORMS else ("*",)
        case _:
            return ("*",)


def _is_made(pattern: str, known: Words) -> bool:
    """Whether some word is called like a key with unknown pieces; one that is unknown as a whole may be any."""
    if "*" not in pattern:
        return False
    wanted = re.compile(r"[a-z0-9_+-]+".join(map(re.escape, pattern.split("*"))))
    return not pattern.strip("*") or any(wanted.fullmatch(key) for key in known.forms)


def _near(pattern: str, known: Words) -> Iterator[str]:
    return (key for key in known.forms if key.startswith(FAMILY)) if "*" not in pattern else iter(())
