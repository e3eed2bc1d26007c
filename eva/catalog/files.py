"""Opening files: bytes from the disk into readings, and what is said when there is nothing to open."""

from pathlib import Path

from eva.catalog.reading import MAX_BYTES, Reading, nothing_read
from eva.catalog.strict_json import read_json
from eva.catalog.strict_yaml import read_yaml
from eva.errors import Problem


def read_file(path: Path) -> Reading:
    """The reading of a file, as JSON if it is called so, else as YAML; a file that cannot be opened is a problem."""
    file = path.as_posix()
    try:
        with path.open("rb") as opened:
            source = opened.read(MAX_BYTES + 1)
    except OSError as error:
        return nothing_read(file, Problem("E001", {"reason": error.strerror or ""}, file))
    return read_json(source, file) if path.suffix.lower() == ".json" else read_yaml(source, file)


def read_text(text: str | bytes, file: str = "") -> Reading:
    """The reading of a text that came without a file: JSON if it begins with a brace, else YAML."""
    opens = text.lstrip()[:1] in (b"{", "{")
    return read_json(text, file) if opens else read_yaml(text, file)
