"""The one local user, asked once for a name, which the change log keeps."""

from pathlib import Path

from eva.settings import Settings
from eva.storage.opening import data_folder

_FILE = "name.txt"
_LONGEST = 120


def _file(settings: Settings) -> Path:
    return data_folder(settings) / _FILE


def known_name(settings: Settings) -> str:
    """The name that the local user once gave; empty when nobody has."""
    try:
        return _file(settings).read_text(encoding="utf-8").strip()[:_LONGEST]
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def remember_name(settings: Settings, name: str) -> str:
    """Keeps the name for the next time, on one line; returns it as kept."""
    kept = " ".join("".join(sign for sign in name if sign.isprintable()).split())[:_LONGEST]
    file = _file(settings)
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(kept, encoding="utf-8")
    return kept
