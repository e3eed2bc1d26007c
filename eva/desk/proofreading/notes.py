"""Notes (huomiot): what is found while a template is read, each once."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from eva.catalog.suggestions import suggestion
from eva.errors import Problem

_ADVICE = "W"


@dataclass(slots=True)
class Notes:
    """Problems by place and code, so that a part which is read in several places is told of once."""

    found: dict[tuple[str, int, str, str], Problem] = field(default_factory=dict)

    def note(self, code: str, file: str, line: int, params: Mapping[str, str], column: int = 1) -> None:
        """Remember a problem at a line of a file; codes that begin with W are warnings."""
        severity = "warning" if code.startswith(_ADVICE) else "error"
        about = "|".join(value for name, value in params.items() if name not in {"also", "suggestion"})
        known = (file, line, code, about)
        self.found.setdefault(known, Problem(code, dict(params), file, line, column, severity))

    def unknown(self, code: str, file: str, line: int, name: str, known: Iterable[str], **params: str) -> None:
        """Remember a name that does not exist, with what may have been meant."""
        self.note(code, file, line, {"name": name, **params, **suggestion(name, known)})

    def in_order(self) -> tuple[Problem, ...]:
        """The problems, file by file and line by line."""
        return tuple(sorted(self.found.values(), key=lambda one: (one.file, one.line, one.column, one.code)))
