"""Everything that a person can cause to go wrong, as a code with parameters; words are added at the edge.

::

    EvaError
    ├── ProblemsFound        a file that people write has mistakes: all of them at once, each with its place
    ├── EditRefused          a change that the assessment cannot take (and why)
    ├── EditConflict         somebody else changed the same answer meanwhile
    ├── NotFound             no such assessment, checklist, alternative, template …
    ├── StoreError           the database cannot be used here
    ├── RenderError          a report cannot be made from this template or document
    ├── FileRefused          a file from outside is no report or export that can be opened
    └── NotAllowed           this person may not do this

Programming errors stay Python's own exceptions and crash.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Problem:
    """One mistake in a file that a person wrote: its code, parameters for the message, and its place.

    `line` and `column` count from 1; 0 where the whole file is meant. `severity` is error or warning.
    """

    code: str
    params: Mapping[str, str] = field(default_factory=dict)
    file: str = ""
    line: int = 0
    column: int = 0
    severity: str = "error"

    @property
    def also(self) -> tuple[str, int] | None:
        """The file and line of the second place that has part in it, where there is one (parameter `also`)."""
        file, _, line = self.params.get("also", "").rpartition(":")
        return (file, int(line)) if file else None


class EvaError(Exception):
    """A mistake or limit that a person meets: `code` names the message (`error.<code>`), `params` fill it."""

    def __init__(self, code: str, **params: str) -> None:
        super().__init__(code, params)
        self.code = code
        self.params = params


class ProblemsFound(EvaError):
    """A file has mistakes: all of them, in the order of the file."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("problems_found", count=str(len(self.problems)))


class EditRefused(EvaError):
    """The assessment cannot take this change; nothing was changed."""


class EditConflict(EvaError):
    """The same answer was changed meanwhile; both values are kept until a person chooses."""


class NotFound(EvaError):
    """What was asked for does not exist (any more)."""


class StoreError(EvaError):
    """The database cannot be used, with the remedy."""


class RenderError(EvaError):
    """A report cannot be made."""


class FileRefused(EvaError):
    """A file that came from outside cannot be opened as what it should be; nothing of it was used."""


class NotAllowed(EvaError):
    """This person may not do this."""
