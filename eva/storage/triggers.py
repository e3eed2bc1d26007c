"""Triggers that keep the log append-only: the database itself refuses to change or delete what is finished."""

from sqlalchemy import Connection, text

APPEND_ONLY = ("change", "version", "checklist_snapshot")
_ERASED = "NEW.before_value IS NULL AND NEW.after_value IS NULL AND NEW.erased_at IS NOT NULL"
_SAME_ROW = "NEW.organisation = OLD.organisation AND NEW.assessment = OLD.assessment AND NEW.revision = OLD.revision"


def create_triggers(connection: Connection) -> None:
    """Installs the triggers in a new database; a payload can be erased, and nothing else."""
    create = _on_sqlite if connection.dialect.name == "sqlite" else _on_postgresql
    for table in APPEND_ONLY:
        create(connection, table, "UPDATE", "TRUE")
        create(connection, table, "DELETE", "TRUE")
    create(connection, "change_payload", "UPDATE", f"NOT ({_ERASED} AND {_SAME_ROW})")
    create(connection, "change_payload", "DELETE", "TRUE")
    if connection.dialect.name == "postgresql":
        for table in (*APPEND_ONLY, "change_payload"):
            connection.execute(
                text(
                    f"CREATE TRIGGER {table}_refuses_truncate BEFORE TRUNCATE ON {table}"
                    " FOR EACH STATEMENT EXECUTE FUNCTION refuse_to_alter()"
                )
            )


def _on_sqlite(connection: Connection, table: str, act: str, when: str) -> None:
    connection.execute(
        text(
            f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table} WHEN {when}"
            f" BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )
    )


def _on_postgresql(connection: Connection, table: str, act: str, when: str) -> None:
    connection.execute(
        text(
            "CREATE OR REPLACE FUNCTION refuse_to_alter() RETURNS trigger LANGUAGE plpgsql AS"
            " $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$"
        )
    )
    connection.execute(
        text(
            f"CREATE TRIGGER {table}_refuses_{act.lower()} BEFORE {act} ON {table}"
            f" FOR EACH ROW WHEN ({when}) EXECUTE FUNCTION refuse_to_alter()"
        )
    )
