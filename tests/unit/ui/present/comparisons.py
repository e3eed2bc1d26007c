"""Readings of small comparisons: two perspectives, of which one is about money."""

from collections.abc import Mapping, Sequence
from typing import Any

from eva.answers import Answer
from eva.text import Language
from eva.ui.present.reading import Reading
from tests.builders import a_checklist, a_section, an_assessment, impact
from tests.readings import a_reading

FLAG = {
    "id": "severe",
    "title": {"en": "Severe", "fi": "Vakava", "sv": "Allvarlig"},
    "severity": "red",
    "when": {"question": "daily_life", "at_most": "-3"},
}
TWO = a_checklist(
    a_section(impact("daily_life"), id="everyday"),
    a_section(impact("money"), id="money", perspective="economy"),
    flags=[FLAG],
)


def compared(
    answers: Mapping[str, Answer],
    alternatives: Sequence[str] = ("ve0", "ve1", "ve2"),
    language: Language = "en",
    **keys: Any,
) -> Reading:
    """The reading of an assessment of `daily_life` (wellbeing) and `money` (economy)."""
    return a_reading(an_assessment(TWO, answers, alternatives=alternatives, **keys), TWO, language=language)
