"""The store that a command works on: the one of the settings, or that of the folder which `--data` names."""

import os
from dataclasses import dataclass
from typing import TYPE_CHECKING

from eva.access import Person
from eva.desk import open_office
from eva.desk.local_user import known_name
from eva.errors import EvaError
from eva.settings import Settings
from eva.storage.engine import address, sqlite_file
from eva.storage.opening import database_url

if TYPE_CHECKING:
    from eva.cli.arguments import Request
    from eva.locale import Words
    from eva.workflow import Office


@dataclass(frozen=True, slots=True)
class OpenStore:
    """The office over a store, and who works in it."""

    office: "Office"
    by: Person


def open_store_of(request: "Request", words: "Words", *, there: bool) -> OpenStore:
    """The store that a command is to work on; with `there` it must exist already. Raises EvaError or StoreError."""
    settings = _settings(request)
    file = sqlite_file(address(database_url(settings)))
    if there and file is not None and not file.is_file():
        raise EvaError("cli_no_store", file=str(file))
    return OpenStore(open_office(settings), Person(known_name(settings) or words.get("cli.import.by")))


def _settings(request: "Request") -> Settings:
    """The settings; a folder that is named takes the place of a database that the environment names."""
    settings = Settings.from_env(os.environ)
    if request.flag("data"):
        folder = request.needed("data")
        settings = settings.model_copy(update={"data_folder": folder, "database_url": None})
    return settings.model_copy(update={"demo": False})
