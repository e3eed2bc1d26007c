"""Opening the store that the settings name; SQLite in the user's data folder where they name none."""

from pathlib import Path

from platformdirs import user_data_path
from sqlalchemy.engine import URL

from eva.errors import StoreError
from eva.settings import Settings
from eva.storage.engine import address, connect, sqlite_file
from eva.storage.folders import refuse_unsafe
from eva.storage.sql_store import SqlStore
from eva.storage.upgrades import prepare

FILE = "eva.sqlite3"


def data_folder(settings: Settings) -> Path:
    """The folder of the user's data; it need not exist yet."""
    return Path(settings.data_folder) if settings.data_folder else user_data_path("eva", appauthor=False)


def database_url(settings: Settings) -> str:
    """The URL of the database that the settings name."""
    if settings.database_url:
        return settings.database_url
    file = (data_folder(settings) / FILE).absolute()
    return URL.create("sqlite", database=str(file)).render_as_string()


def open_store(settings: Settings) -> SqlStore:
    """The store, its tables made or upgraded; raises StoreError where the database cannot be used, with the remedy."""
    url = database_url(settings)
    file = sqlite_file(address(url))
    if file is not None:
        refuse_unsafe(file.parent)
        try:
            file.parent.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise StoreError("store_read_only", reason=str(refused), folder=str(file.parent)) from refused
    engine = connect(url)
    prepare(engine)
    return SqlStore(engine, settings.organisation)
