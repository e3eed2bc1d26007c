"""Sources (lähteet): the files of a template as they are read, each once, and what is wrong with a file as a whole."""

from dataclasses import dataclass, field
from pathlib import Path

from jinja2 import Environment, TemplateSyntaxError, nodes

from eva.catalog.reading import decoded
from eva.desk.proofreading.notes import Notes

MOST_BYTES = 200_000
"""The size that a file of a template may have; the largest real one is a twentieth of it."""

ENDING = ".j2"


@dataclass(frozen=True, slots=True)
class Source:
    """A file of a template: its text and its tree, None where it has no order."""

    path: Path
    text: str
    tree: nodes.Template | None

    @property
    def file(self) -> str:
        """The path as messages write it."""
        return self.path.as_posix()


@dataclass(slots=True)
class Sources:
    """The files in some folders, looked for in their order; what is wrong with one goes to the notes."""

    folders: tuple[Path, ...]
    notes: Notes
    read: dict[Path, Source] = field(default_factory=dict)
    _grammar: Environment = field(default_factory=lambda: Environment(autoescape=True))

    def named(self, name: str) -> Source | None:
        """The part that a template means by a name, None where no folder has it."""
        plain = Path(name)
        if plain.is_absolute() or ".." in plain.parts or not name:
            return None
        found = next((folder / plain for folder in self.folders if _is_file(folder / plain)), None)
        return None if found is None else self.of(found)

    def names(self) -> set[str]:
        """What could be included."""
        files = ((folder, file) for folder in self.folders for file in folder.rglob("*") if _is_file(file))
        return {file.relative_to(folder).as_posix() for folder, file in files}

    def of(self, path: Path) -> Source:
        """A file; one that cannot be read is empty."""
        if path not in self.read:
            self.read[path] = self._opened(path)
        return self.read[path]

    def _opened(self, path: Path) -> Source:
        file = path.as_posix()
        if not any(path.resolve().is_relative_to(folder.resolve()) for folder in self.folders):
            return self._refused(path, "E904")
        if not path.is_file():
            return self._refused(path, "E001", reason="")
        try:
            with path.open("rb") as opened:
                content = opened.read(MOST_BYTES + 1)
        except OSError as refused:
            return self._refused(path, "E001", reason=refused.strerror or "")
        if len(content) > MOST_BYTES:
            return self._refused(path, "E908", limit=str(MOST_BYTES // 1000))
        text, problem = decoded(content, file)
        if problem is not None:
            self.notes.note(problem.code, file, problem.line, problem.params, problem.column)
            return Source(path, "", None)
        return Source(path, text, self._tree(text, file))

    def _refused(self, path: Path, code: str, **params: str) -> Source:
        self.notes.note(code, path.as_posix(), 0, params)
        return Source(path, "", None)

    def _tree(self, text: str, file: str) -> nodes.Template | None:
        try:
            return self._grammar.parse(text)
        except TemplateSyntaxError as error:
            self.notes.note("E901", file, error.lineno, {"reason": error.message or ""})
        except RecursionError:
            self.notes.note("E909", file, 0, {})
        return None


def _is_file(path: Path) -> bool:
    try:
        return path.is_file() or path.is_symlink()
    except (OSError, ValueError):
        return False
