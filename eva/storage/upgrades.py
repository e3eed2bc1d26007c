"""The schema and its numbered upgrades: a new database gets the newest schema, an older one what it lacks, in order."""

from collections.abc import Callable, Mapping

from sqlalchemy import Connection, Engine, func, insert, inspect, select, text

from eva.errors import StoreError
from eva.storage.engine import writing
from eva.storage.tables import metadata, schema_version
from eva.storage.triggers import create_triggers

Upgrade = Callable[[Connection], None]

UPGRADES: Mapping[int, Upgrade] = {}
"""What leads from the schema before to the one of this number; the first schema has the number 1."""

_ONE_AT_A_TIME = 0x455641


def newest(upgrades: Mapping[int, Upgrade] = UPGRADES) -> int:
    """The number of the schema that this program writes."""
    return max(upgrades, default=1)


def prepare(engine: Engine, upgrades: Mapping[int, Upgrade] = UPGRADES) -> None:
    """Brings a database to the newest schema in one transaction; any number of processes may do so at once.

    Raises StoreError `store_schema_newer` for a database of a newer program, which is left as it is.
    """
    with writing(engine) as connection:
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _ONE_AT_A_TIME})
        if not inspect(connection).has_table(schema_version.name):
            metadata.create_all(connection)
            create_triggers(connection)
            connection.execute(insert(schema_version).values(number=newest(upgrades)))
            return
        found = connection.execute(select(func.max(schema_version.c.number))).scalar_one()
        if found > newest(upgrades):
            raise StoreError("store_schema_newer", found=str(found), known=str(newest(upgrades)))
        for number in range(found + 1, newest(upgrades) + 1):
            upgrades[number](connection)
            connection.execute(insert(schema_version).values(number=number))
