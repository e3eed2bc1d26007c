"""The desk (työpöytä): an office over this machine's store and library, with the clock and the one local user."""

from eva.desk.following import LibraryFiles, desk_of
from eva.desk.local_user import known_name, remember_name
from eva.desk.opening import bring_examples, open_office

__all__ = ["LibraryFiles", "bring_examples", "desk_of", "known_name", "open_office", "remember_name"]
