"""Following (seuraaminen): the office of this process, whose library is read again when its files have changed.

Checklists are written while the app runs. Only who looks at them looks at the files; all others keep their speed.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from threading import Lock

from eva.catalog.libraries import library_of, open_shelves
from eva.catalog.linter import lint_shelves
from eva.catalog.shipped import library_folders
from eva.desk.opening import open_office, with_library
from eva.errors import Problem
from eva.settings import Settings
from eva.workflow import Office

Stamp = tuple[tuple[str, int, int], ...]
"""The files of a library with their times and sizes."""


@dataclass(frozen=True, slots=True)
class LibraryFiles:
    """The files of the library as they were read last: its folders, and everything that is wrong in them."""

    folders: tuple[Path, ...]
    stamp: Stamp
    problems: tuple[Problem, ...]

    @property
    def failed(self) -> bool:
        """Whether mistakes keep the files from being used."""
        return any(problem.severity == "error" for problem in self.problems)


class Desk:
    """An office, which goes on with what the folders of its checklists hold without mistakes; any thread may look."""

    def __init__(self, settings: Settings, *folders: Path) -> None:
        self.office: Office = open_office(settings)
        self._folders = folders
        self._files: LibraryFiles | None = None

    def look(self) -> LibraryFiles:
        """Looks at the files, and reads them if something has changed; the same object for as long as nothing has."""
        stamp = tuple(sorted(each for folder in self._folders for each in _stamps(folder)))
        if self._files is None or self._files.stamp != stamp:
            shelves = open_shelves(*self._folders)
            library, today = library_of(shelves), datetime.now(UTC).date()
            found = LibraryFiles(self._folders, stamp, lint_shelves(shelves, today))
            if not found.failed and library != self.office.library:
                self.office = with_library(self.office, library)
            self._files = found
        return self._files


_OPENING = Lock()


def desk_of(settings: Settings) -> Desk:
    """The one desk of this process for these settings, which pages and plain routes share."""
    with _OPENING:
        return _opened(settings)


@cache
def _opened(settings: Settings) -> Desk:
    return Desk(settings, *library_folders(settings))


def _stamps(place: Path) -> Iterator[tuple[str, int, int]]:
    for file in place.rglob("*.yaml"):
        try:
            seen = file.stat()
        except OSError:
            continue  # it went away while we looked, as a file does that an editor writes anew
        yield file.as_posix(), seen.st_mtime_ns, seen.st_size
