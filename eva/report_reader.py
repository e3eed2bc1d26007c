"""The reader of a report (raportin lukija): how ids, ratings and people's words read in one language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol

from eva.answers import GroupKey, Impact
from eva.assessment import Alternative, Assessment
from eva.checklist import Checklist
from eva.report_parts import Mark, ScaleStep, Text
from eva.text import FreeText, Language, LocalizedText, read_free_text
from eva.vocabulary import ANGLES, EVERYONE, Vocabulary

_NUMBERED = re.compile(r"ve\d{1,3}")
_LEVELS = {-3: "neg3", -2: "neg2", -1: "neg1", 0: "zero", 1: "pos1", 2: "pos2", 3: "pos3"}


class Words(Protocol):
    """The words of the interface in one language, and how it writes numbers (`eva.locale.words`)."""

    def get(self, key: str, **params: object) -> str:
        """The text of a key."""

    def plural(self, key: str, n: int, **params: object) -> str:
        """The text of a key in the form that `n` asks for."""

    def euros(self, value: Decimal | int) -> str:
        """An amount of euros."""

    def number(self, value: Decimal | int) -> str:
        """A number with all its decimals."""

    def date(self, day: date) -> str:
        """A day."""


@dataclass(frozen=True, slots=True)
class Reader:
    """One reader: a language, the words of the interface in it, the vocabulary, and the labels of alternatives."""

    language: Language
    written_in: Language
    words: Words
    vocabulary: Vocabulary
    checklists: Mapping[str, Checklist]
    labels: Mapping[str, str]

    def text(self, words: LocalizedText) -> Text:
        """A text of a checklist or of the vocabulary."""
        return Text(*words.read(self.language))

    def free(self, words: FreeText | None) -> Text | None:
        """What a person wrote; None where that is nothing."""
        if words is None:
            return None
        text, language = read_free_text(words, self.language, self.written_in)
        return Text(text, language) if text.strip() else None

    def own(self, words: str) -> Text:
        """A text in the reader's own language."""
        return Text(words, self.language)

    def group(self, key: GroupKey) -> Text:
        """A group, or people in several groups at once: `Low income and 75 or over`."""
        parts = [self._group(each) for each in key]
        if len(parts) == 1:
            return parts[0]
        first, *others = (part.text for part in parts)
        # Finnish and Swedish have no capitals inside a sentence here; English has some (Sámi, Roma, Swedish speakers).
        rest = [each[:1].lower() + each[1:] for each in others] if self.language != "en" else others
        return Text(self.words.get("report.group.and", first=first, rest=", ".join(rest)), parts[0].language)

    def _group(self, group: str) -> Text:
        if group == EVERYONE:
            return self.own(self.words.get("report.group.everyone"))
        known = self.vocabulary.population_groups.get(group)
        return self.text(known.label) if known else Text(group.replace("_", " "), self.written_in)

    def perspective(self, perspective: str) -> Text:
        """A perspective by its label."""
        known = self.vocabulary.perspectives.get(perspective)
        return self.text(known.label) if known else self.own(perspective.replace("_", " "))

    def angle(self, angle: str) -> Text:
        """One of Kuntaliitto's four perspectives by its label; a perspective that the vocabulary lacks by its own."""
        return self.own(self.words.get(f"angle.{angle}")) if angle in ANGLES else self.perspective(angle)

    def mark(self, impact: Impact | None) -> Mark:
        """An impact by its sign and word; None is: not answered."""
        if impact is None:
            return Mark("open", "…", self.words.get("report.mark.open"))
        if not isinstance(impact, int):
            unknown = self.vocabulary.scales.unknown
            word = self.text(unknown).text if unknown else self.words.get("report.mark.unknown")
            return Mark("unknown", "?", word)
        sign = f"+{impact}" if impact > 0 else f"−{-impact}" if impact < 0 else "0"
        known = {str(step): word for step, word in self.vocabulary.scales.impact.items()}.get(str(impact))
        return Mark(_LEVELS[impact], sign, self.text(known.label).text if known else "")

    def scale_steps(self) -> tuple[ScaleStep, ...]:
        """The impact scale from the worst harm to the best benefit, with what is not known and what is not answered."""
        helps = {str(step): word.help for step, word in self.vocabulary.scales.impact.items()}
        found = []
        for step in range(-3, 4):
            words = helps.get(str(step))
            found.append(ScaleStep(self.mark(step), self.text(words) if words else None))
        unknown = ScaleStep(self.mark("unknown"), self.own(self.words.get("report.method.unknown_step")))
        unanswered = ScaleStep(self.mark(None), self.own(self.words.get("report.method.open_step")))
        return (*found, unknown, unanswered)

    def scale(self, scale: str, step: str | None) -> Text | None:
        """A word of the scales beside the ratings: `horizons`, `likelihoods`, `reversibilities`, `evidence`."""
        if step is None:
            return None
        known: LocalizedText | None = getattr(self.vocabulary.scales, scale).get(step)
        return self.text(known) if known else self.own(step.replace("_", " "))

    def label(self, alternative: str) -> str:
        """The short label of an alternative."""
        return self.labels.get(alternative, alternative)


def reader_of(
    assessment: Assessment,
    checklists: Mapping[str, Checklist],
    vocabulary: Vocabulary,
    language: Language,
    words: Words,
) -> Reader:
    """A reader of one assessment in one language."""
    labels = alternative_labels(assessment.alternatives)
    return Reader(language, assessment.case.language, words, vocabulary, checklists, labels)


def alternative_labels(alternatives: Iterable[Alternative]) -> Mapping[str, str]:
    """The short labels of alternatives, as texts name them: `ve1` is VE1, another id gets the next free number."""
    listed = tuple(alternatives)
    taken = {each.id.upper() for each in listed if _NUMBERED.fullmatch(each.id)}
    free = (label for label in (f"VE{number}" for number in range(1, 2 * len(listed) + 2)) if label not in taken)
    labels = {}
    for each in listed:
        if _NUMBERED.fullmatch(each.id):
            labels[each.id] = each.id.upper()
        elif each.zero and "VE0" not in {*taken, *labels.values()}:
            labels[each.id] = "VE0"
        else:
            labels[each.id] = next(free)
    return labels


def anchor(kind: str, name: str) -> str:
    """The place of something in the document, from its id."""
    return f"{kind}-" + re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")


class Side(Protocol):
    """The harm or the benefit of a perspective, as criteria of a comparison have it."""

    @property
    def perspective(self) -> str:
        """The perspective by its key."""

    @property
    def side(self) -> str:
        """`harm` or `benefit`."""


def criteria_in_words(criteria: Iterable[Side], reader: Reader) -> Iterator[Text]:
    """The criteria by their perspectives, each perspective once: `Wellbeing (harm, benefit)`."""
    found: dict[str, dict[str, None]] = {}
    for each in criteria:
        found.setdefault(each.perspective, {})[each.side] = None
    for perspective, sides in found.items():
        name = reader.perspective(perspective)
        yield Text(f"{name.text} ({', '.join(reader.words.get(f'compare.{side}') for side in sides)})", name.language)
