"""Finding (havainto): a gap, a contradiction or a warning that the rules see in an assessment; data, never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, Protocol

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""What an assessment is incomplete with, what a reader will ask about, and what is only told."""

Param = str | int | Decimal | tuple[str, ...]
"""A figure of a message: a Decimal is euros, an int a count, a tuple codes of what is missing (`finding.missing.…`).

`other` is the id of an alternative, `checklist` that of a checklist, `groups` are ids of groups as written.
"""


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding: `code` names its words (`finding.<code>` and `finding.<code>.remedy`), `place` the path to mend it.

    `alternative` is the one it concerns, None where it concerns all or none in particular. Places are those of
    `eva.editing`: `answers/<full id>`, `alternatives/<id>`, `flags/<checklist>/<flag>/<alternative or case>`,
    `section_reasons/<checklist>/<section>`, `consultations`, `consultations/<id>`, `measures/<id>`,
    `conclusion/recommended`, `conclusion/text`, `checklists`, `alternatives`, `answers`, `hidden_from_public`.
    """

    code: str
    severity: Severity
    place: str
    alternative: str | None = None
    params: Mapping[str, Param] = field(default_factory=dict)


class Speech(Protocol):
    """The words and number formats of one language, as `eva.locale` has them."""

    def get(self, key: str, **params: object) -> str:
        """The text of a key."""

    def euros(self, value: Decimal) -> str:
        """An amount of euros."""

    def number(self, value: int) -> str:
        """A number."""


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words: what it is, and what to do about it."""

    title: str
    remedy: str


def tell(finding: Finding, speech: Speech, names: Mapping[str, str]) -> Told:
    """A finding in the reader's words; `names` are the titles of alternatives, checklists and groups by their ids."""
    params = {name: _spoken(name, value, speech, names) for name, value in finding.params.items()}
    key = f"finding.{finding.code}"
    return Told(speech.get(key, **params), speech.get(f"{key}.remedy", **params))


def _spoken(name: str, value: Param, speech: Speech, names: Mapping[str, str]) -> str:
    match value:
        case Decimal():
            return speech.euros(value)
        case int():
            return speech.number(value)
        case tuple() if name == "missing":
            return ", ".join(speech.get(f"finding.missing.{code}") for code in value)
        case tuple():
            return ", ".join(names.get(each, each) for each in value)
        case str():
            return names.get(value, value)
