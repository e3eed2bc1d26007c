"""Forms: an assessment's fields as blocks of a sheet, with their values, versions and findings."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from markupsafe import Markup

from eva import places
from eva.access import action_of
from eva.finding import Finding, tell
from eva.locale import Words
from eva.rendering.html import said
from eva.report_parts import Text
from eva.report_reader import alternative_labels
from eva.text import FreeText, LocalizedText, read_free_text
from eva.ui import sheet
from eva.workflow import Opened

_SEVERITIES = {"error": "error", "warning": "warning", "note": "info"}


@dataclass(frozen=True)  # without slots: what is read from the document again and again is kept
class Form:
    """Makes the fields of one opened assessment, in the reader's words."""

    opened: Opened
    words: Words

    @cached_property
    def document(self) -> dict[str, Any]:
        """The assessment as JSON data."""
        return self.opened.assessment.document()

    @cached_property
    def labels(self) -> Mapping[str, str]:
        """The short labels of the alternatives: `ve1` is VE1."""
        return alternative_labels(self.opened.assessment.alternatives)

    @property
    def readonly(self) -> bool:
        """Whether the assessment takes no edits any more, beside those of its decision and follow-up."""
        return self.opened.assessment.status != "draft"

    def closed(self, path: str) -> bool:
        """Whether a path takes no edits any more."""
        return self.readonly and action_of(path) == "edit"

    def value(self, path: str) -> tuple[Any, str]:
        """What stands at a path, and its version."""
        value = places.read(self.opened.assessment, path, self.document)
        return value, places.version(value)

    def field(self, path: str) -> sheet.Field:
        """An address that can be edited, with what stands there."""
        return sheet.Field(path, *self.value(path))

    def text(self, path: str, label: str, *, lines: int = 1, help_key: str = "", required: bool = False) -> sheet.Text:
        """A field for words."""
        shown = self.shown(path)
        return sheet.Text(
            path=path,
            label=self.words.get(label),
            value=shown.value,
            version=shown.version,
            lines=lines,
            lang=shown.lang,
            help=self.words.get(help_key) if help_key else "",
            required=required,
            readonly=self.closed(path) or shown.readonly,
            messages=self.messages(path),
        )

    def shown(self, path: str) -> sheet.Value:
        """The value at a path as a field shows it: a ticked box is the option `true`."""
        value, version = self.value(path)
        if isinstance(value, dict):
            words, language = LocalizedText.model_validate(value).read(self.words.language)
            return sheet.Value(words, version, language, readonly=True)
        return sheet.Value("true" if value is True else value, version)

    def date(self, path: str, label: str, *, help_key: str = "") -> sheet.Date:
        """A field for a day."""
        value, version = self.value(path)
        help_text = self.words.get(help_key) if help_key else ""
        return sheet.Date(
            path=path,
            label=self.words.get(label),
            value=value,
            version=version,
            help=help_text,
            readonly=self.closed(path),
        )

    def choice(self, path: str, label: str, offered: Sequence[sheet.Option], **keys: Any) -> sheet.Choice:
        """A field for one option; `label` is ready words."""
        value, version = self.value(path)
        return sheet.Choice(
            path=path,
            label=label,
            value=value,
            version=version,
            options=tuple(offered),
            **{"readonly": self.closed(path), "messages": self.messages(path), **keys},
        )

    def text_of(self, text: LocalizedText | None) -> sheet.Wording:
        """A text of a checklist or of the vocabulary in the reader's language, else in one that is marked."""
        language = self.words.language
        return sheet.wording(*text.read(language), language) if text is not None else ""

    def html_of(self, text: LocalizedText) -> Markup:
        """The same as safe HTML."""
        return said(Text(*text.read(self.words.language)), self.words.language)

    def typed(self, text: FreeText | None, cut: Callable[[str], str] = str.strip) -> sheet.Wording:
        """What a person wrote, in the same way; `cut` makes it as long as it may be."""
        words, language = read_free_text(text or "", self.words.language, self.opened.assessment.case.language)
        return sheet.wording(cut(words), language, self.words.language)

    def messages(self, place: str, *, without: Collection[str] = ()) -> tuple[sheet.Message, ...]:
        """The findings about a place, in words, those of the codes `without` left out."""
        return tuple(self.message(finding) for finding in self.findings(place) if finding.code not in without)

    def findings(self, place: str) -> tuple[Finding, ...]:
        """The findings about a place."""
        return self._by_place.get(place, ())

    @cached_property
    def _by_place(self) -> Mapping[str, tuple[Finding, ...]]:
        found: dict[str, tuple[Finding, ...]] = {}
        for finding in self.opened.evaluation.findings:
            found[finding.place] = (*found.get(finding.place, ()), finding)
        return found

    def message(self, finding: Finding) -> sheet.Message:
        """A finding as it stands beside what it speaks of: which alternative it is about, what it is, what to do."""
        told = tell(finding, self.words, self.names)
        severity: Any = _SEVERITIES[finding.severity]
        label = self.labels.get(finding.alternative or "")
        about = f"{label}: " if label else ""
        return sheet.Message(severity, f"{about}{told.title}. {told.remedy}".replace("?.", "?"))

    @cached_property
    def names(self) -> Mapping[str, str]:
        """The titles of alternatives, checklists and groups by their ids, for sentences."""
        groups = self.opened.vocabulary.population_groups
        found = {
            **{key: self.text_of(group.label) for key, group in groups.items()},
            **{key: self.text_of(checklist.title) for key, checklist in self.opened.checklists.items()},
            **{one.id: self.title(one.id) for one in self.opened.assessment.alternatives},
        }
        return {key: sheet.in_words(title) for key, title in found.items()}

    def named(self, alternative: str) -> sheet.Wording:
        """An alternative by its label and title."""
        label, title = self.labels[alternative], self.title(alternative)
        return label if label == title else sheet.together(f"{label}: ", title)

    def title(self, alternative: str) -> sheet.Wording:
        """The title of an alternative, or its label where it has none yet."""
        found = next(one for one in self.opened.assessment.alternatives if one.id == alternative)
        return self.typed(found.title) or self.labels[alternative]


def options(labels: Sequence[tuple[str, str]]) -> tuple[sheet.Option, ...]:
    """Options of ids and their labels."""
    return tuple(sheet.Option(option, label) for option, label in labels)
