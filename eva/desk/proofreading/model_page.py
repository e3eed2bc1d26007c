"""The page of the Report model: every field that a template may print, from the classes and their comments."""

import inspect
import re
from collections.abc import Iterator
from dataclasses import is_dataclass

from eva.desk.proofreading.shapes import GLOBALS, Shape, fields_of

_FIELD = re.compile(r"^    (\w+): .+?  #: (.+)$", re.MULTILINE)
_HEAD = """# The Report model

What a template may print, field by field: `report` is a `Report`, and each field leads on to the class that its type
names. `eva check` reads templates by the same classes. How to write one: [authoring-reports.md](authoring-reports.md).

A type in words:

| Type | Is | Print it with |
|---|---|---|
| `str` | words of no language: a label, the id of a word | `{{ x }}`, or `{{ t("report.…" ~ x) }}` for an id |
| `Text` | words with their language | `said` in a line, `prose` as paragraphs, `entry` in a `dd` |
| `Decimal` | an amount or a figure | `euros` or `number` |
| `int` | a count | `{{ x }}` or `number` |
| `bool` | whether something is so | `{% if x %}` |
| `date`, `datetime` | a day, a moment | `date` or `datetime` |
| `list of X` | several of a class | `{% for each in x %}` |
| `X, or nothing` | what may be missing | only inside `{% if x %}` |

This page is made from `eva/report_model.py` and the files of its parts by `tools/generate.py`.
"""


def model_page() -> str:
    """The page: a section for each class that a report leads to, the report first."""
    return _HEAD + "".join(_section(record) for record in records())


def records() -> tuple[type, ...]:
    """The classes that a report leads to, in the order in which a reader meets them."""
    found: dict[type, None] = {}
    waiting = [GLOBALS["report"]]
    while waiting:
        shape = waiting.pop(0)
        if shape.is_list:
            waiting.extend(shape.parts or (shape.one,))
        elif shape.of is not None and is_dataclass(shape.of) and shape.of not in found:
            found[shape.of] = None
            waiting.extend(fields_of(shape.of).values())
    return tuple(found)


def meanings(record: type) -> dict[str, str]:
    """What each field and property of a class means, by its comment or docstring; empty where nobody wrote it."""
    written = dict(_FIELD.findall(inspect.getsource(record)))
    return {name: written.get(name) or _of_property(record, name) for name in fields_of(record)}


def _of_property(record: type, name: str) -> str:
    member = vars(record).get(name)
    told = inspect.getdoc(member) if isinstance(member, property) else None
    said = " ".join((told or "").split()).rstrip(".")
    return said[:1].lower() + said[1:]


def _section(record: type) -> str:
    rows = "\n".join(_rows(record))
    return (
        f"\n## {record.__name__}\n\n{inspect.getdoc(record)}\n\n| Field | Type | What it is |\n|---|---|---|\n{rows}\n"
    )


def _rows(record: type) -> Iterator[str]:
    told = meanings(record)
    for name, shape in fields_of(record).items():
        yield f"| `{name}` | {_type(shape)} | {told[name].replace('|', '/')} |"


def _type(shape: Shape) -> str:
    """A type as the page writes it, with a link to the section of a class."""
    inner = shape.one if shape.is_list else shape
    record = inner.of is not None and is_dataclass(inner.of)
    name = f"[{inner.name}](#{inner.name.lower()})" if record else f"`{inner.name}`"
    if shape.parts and not shape.item:
        name = f"{len(shape.parts)} of {name}"
    elif shape.is_list:
        name = f"list of {_type(inner)}"
    return f"{name}, or nothing" if shape.absent else name
