"""Following (seuraaminen): the office of this process, whose library is read again when its files have changed.

Checklists are written while the app runs. Only who looks at them looks at the files; all others keep their speed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eva.catalog import read_library
from eva.desk.opening import open_office, with_library
from eva.errors import Problem
from eva.settings import Settings
from eva.workflow import Office

Stamp = tuple[tuple[str, int, int], ...]
"""The files of a library with their times and sizes."""


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The files of the library as they were read last: the folder, and everything that is wrong in it."""

    folder: Path
    stamp: Stamp
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether mistakes keep the files from being used."""
        return any(problem.severity == "error" for problem in self.problems)


class Desk:
    """An office, which goes on with what the folder of its checklists holds without mistakes; any thread may look."""

    def __init__(self, settings: Settings, folder: Path) -> None:
        self.office: Office = open_office(settings)
        self._folder = folder
        self._files: LibraryFiles | None = None

    def look(self) -> LibraryFiles:
        """Looks at the files, and reads them if something has changed; the same object for as long as nothing has."""
        stamp = tuple(sorted(_stamps(self._folder)))
        if self._files is None or self._files.stamp != stamp:
            library, problems = read_library(self._folder)
            found = LibraryFiles(self._folder, stamp, problems)
            if not found.failed and library != self.office.library:
                self.office = with_library(self.office, library)
            self._files = found
        return self._files


def _stamps(place: Path) -> Iterator[tuple[str, int, int]]:
    for file in place.rglob("*.yaml"):
        try:
            seen = file.stat()
        except OSError:
            continue  # it went away while we looked, as a file does that an editor writes anew
        yield file.as_posix(), seen.st_mtime_ns, seen.st_size
