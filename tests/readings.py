"""Readings for tests: an assessment opened and evaluated, as the pages that only show something read it."""

import re
from datetime import UTC, datetime

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.evaluation import evaluate
from eva.locale import words
from eva.text import Language
from eva.ui.form import Form
from eva.ui.present.reading import Reading
from eva.vocabulary import Vocabulary
from eva.workflow import Opened, Stored
from tests.builders import a_vocabulary, by_checklist_id
from tests.reports import example, library

AT = datetime(2026, 11, 22, 8, 42, tzinfo=UTC)


def opened(assessment: Assessment, *checklists: Checklist, vocabulary: Vocabulary | None = None) -> Opened:
    """An assessment of these checklists, opened."""
    used, spoken = by_checklist_id(*checklists), vocabulary or a_vocabulary(**SCALES)
    return Opened(Stored(assessment, 1, AT, "Anna"), used, spoken, evaluate(assessment, used, spoken))


def a_reading(assessment: Assessment, *checklists: Checklist, language: Language = "fi") -> Reading:
    """The reading of an assessment of these checklists."""
    return Reading(Form(opened(assessment, *checklists), words(language)))


def opened_example(name: str) -> Opened:
    """An example, opened."""
    assessment = example(name)
    used, spoken = library().used_by(assessment), library().vocabulary_for(assessment)
    return Opened(Stored(assessment, 1, AT, "Anna"), used, spoken, evaluate(assessment, used, spoken))


def reading_of(name: str, language: Language = "fi") -> Reading:
    """The reading of an example."""
    return Reading(Form(opened_example(name), words(language)))


SCALES = {"scales": library().vocabulary.scales.model_dump(mode="json", exclude_none=True)}
"""The words of the shipped scales."""


def told(html: str) -> str:
    """The words of a fragment of HTML as a person reads them."""
    return " ".join(re.sub(r"<[^>]+>", " ", html).split())
