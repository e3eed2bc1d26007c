"""Finding (havainto): a gap, a contradiction or a warning that the rules see in an assessment; data, never an error."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

Severity = Literal["error", "warning", "note"]
SEVERITIES: tuple[Severity, ...] = ("error", "warning", "note")
"""What an assessment is incomplete with, what a reader will ask about, and what is only told."""

Param = str | int | Decimal | tuple[str, ...]
"""A figure of a message: a Decimal is euros, an int a count, a tuple the codes of what is missing (`finding.missing.…`).

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
