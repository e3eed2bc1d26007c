"""The register of assessments (arviointien luettelo): what there is, how far it is, and when it was last changed."""

from dataclasses import dataclass

from eva.locale import Words
from eva.text import read_free_text
from eva.workflow import Summary


@dataclass(frozen=True, slots=True)
class Row:
    """One assessment: its id, its title, and a line of what is known of it."""

    id: str
    title: str
    detail: str


def rows(register: tuple[Summary, ...], words: Words) -> tuple[Row, ...]:
    """The register in the reader's words, the last changed first."""
    return tuple(Row(one.id, _title(one, words), _detail(one, words)) for one in register)


def _title(summary: Summary, words: Words) -> str:
    return read_free_text(summary.title, words.language, summary.language)[0] or words.get("ui.case.untitled")


def _detail(summary: Summary, words: Words) -> str:
    decided = words.get("ui.register.decided", date=words.date(summary.decision_date)) if summary.decision_date else ""
    saved = words.get("ui.register.saved", at=words.datetime(summary.saved_at), by=summary.saved_by)
    return " · ".join(part for part in (words.get(f"ui.status.{summary.status}"), summary.body, decided, saved) if part)
