"""People who edit an assessment through a store, minute by minute."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from itertools import count
from typing import Any

from eva.assessment import Assessment
from eva.editing import Edit, apply
from eva.places import read, version
from eva.storage.sql_store import SqlStore
from eva.workflow import Saved
from tests.builders import a_checklist, an_assessment, no_effect, rated

MORNING = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
QUESTION = "wellbeing/everyday.daily_life"


def a_case(**keys: Any) -> Assessment:
    """An assessment with a rated question and a closed one."""
    answers = {"daily_life": rated(ve0=0, ve1=-2, rationale="Bus 21 stops running"), "services": no_effect()}
    return an_assessment(a_checklist(), answers, **keys)


@dataclass
class Page:
    """A browser page that a person has open: what it saw, and the edits that it sends."""

    store: SqlStore
    by: str
    client: str
    seen: dict[str, str] = field(default_factory=dict)

    def look(self, path: str) -> Any:
        """Reads the value at a path, as the page shows it."""
        value = read(self.store.load("case-1").assessment, path)
        self.seen[path] = version(value)
        return value

    def send(self, path: str, value: Any, *, minute: float = 0, seen: str | None = None) -> Saved:
        """Sends an edit with what the page saw last; on success it sees the new value."""
        edit = Edit(path, value, seen or self.seen.get(path), self.client)
        at = MORNING + timedelta(minutes=minute)
        saved = self.store.save("case-1", edit, lambda held: apply(held, edit, by=self.by, at=at), by=self.by, at=at)
        self.seen[path] = saved.version
        return saved


NUMBERS = count(1)


def a_page(store: SqlStore, by: str = "Aino") -> Page:
    """A new page of a person."""
    return Page(store, by, f"page-{next(NUMBERS)}")


def create(store: SqlStore, assessment: Assessment | None = None) -> None:
    """Keeps the case of these tests."""
    store.create(assessment or a_case(), by="Aino", at=MORNING)
