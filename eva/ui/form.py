"""Forms: an assessment's fields as blocks of a sheet, with their values, versions and findings."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from eva import places
from eva.finding import Finding, tell
from eva.locale import Words
from eva.text import read_free_text
from eva.ui import sheet
from eva.workflow import Opened

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


@dataclass(frozen=True, slots=True)
class Form:
    """Makes the fields of one opened assessment, in the reader's words."""

    opened: Opened
    words: Words

    @property
    def readonly(self) -> bool:
        """Whether the assessment takes no edits any more."""
        return self.opened.assessment.status != "draft"

    def value(self, path: str) -> tuple[Any, str]:
        """What stands at a path, and its version."""
        value = places.read(self.opened.assessment, path)
        return value, places.version(value)

    def field(self, path: str) -> sheet.Field:
        """An address that can be edited, with what stands there."""
        return sheet.Field(path, *self.value(path))

    def text(self, path: str, label: str, *, lines: int = 1, help_key: str = "", required: bool = False) -> sheet.Text:
        """A field for words; one that was brought in several languages at once can be read, not written."""
        value, version = self.value(path)
        several = isinstance(value, dict)
        return sheet.Text(
            path=path,
            label=self.words.get(label),
            value=next(iter(value.values())) if several else value,
            version=version,
            lines=lines,
            help=self.words.get(help_key) if help_key else "",
            required=required,
            readonly=self.readonly or several,
            messages=self.messages(path),
        )

    def date(self, path: str, label: str, *, help_key: str = "") -> sheet.Date:
        """A field for a day."""
        value, version = self.value(path)
        help_text = self.words.get(help_key) if help_key else ""
        return sheet.Date(
            path=path, label=self.words.get(label), value=value, version=version, help=help_text, readonly=self.readonly
        )

    def messages(self, place: str) -> tuple[sheet.Message, ...]:
        """The findings about a place, in words."""
        return tuple(self.message(finding) for finding in self.opened.evaluation.findings if finding.place == place)

    def message(self, finding: Finding) -> sheet.Message:
        """A finding as it stands beside what it speaks of: what it is, and what to do."""
        told = tell(finding, self.words, self.names())
        severity: Any = _SEVERITIES[finding.severity]
        return sheet.Message(severity, f"{told.title} {told.remedy}")

    def names(self) -> dict[str, str]:
        """The titles of alternatives, checklists and groups by their ids."""
        language, case = self.words.language, self.opened.assessment.case
        groups = self.opened.vocabulary.population_groups
        return {
            **{key: group.label.get(language) for key, group in groups.items()},
            **{key: checklist.title.get(language) for key, checklist in self.opened.checklists.items()},
            **{
                one.id: read_free_text(one.title, language, case.language)[0] or one.id
                for one in self.opened.assessment.alternatives
            },
        }


def options(labels: Sequence[tuple[str, str]]) -> tuple[sheet.Option, ...]:
    """Options of ids and their labels."""
    return tuple(sheet.Option(option, label) for option, label in labels)
