"""Assessments from files and back: YAML or JSON, checked against the checklists that they answer."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Literal

from eva.assessment import Assessment
from eva.catalog.checks.assessment import assessment_flaws
from eva.catalog.checks.flaw import placed
from eva.catalog.files import read_file, read_text
from eva.catalog.guide import at_path
from eva.catalog.reading import Document, Reading
from eva.catalog.shape import validated
from eva.catalog.yaml_text import yaml_text
from eva.errors import Problem, ProblemsFound
from eva.library import Library


def load_assessment(source: Path | str | bytes, library: Library | None = None) -> Assessment:
    """The assessment of a file (a Path) or of a text; raises ProblemsFound with everything that is wrong in it.

    Checklists are looked up in the document's own snapshots first, then in the library. Warnings do not keep it from
    loading; `read_assessment` tells them.
    """
    assessment, problems = read_assessment(source, library)
    if assessment is None or any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return assessment


def read_assessment(
    source: Path | str | bytes | Reading, library: Library | None = None
) -> tuple[Assessment | None, tuple[Problem, ...]]:
    """The assessment of a file, read or not, or of a text, as far as it could be read, and every problem."""
    match source:
        case Reading():
            reading = source
        case Path():
            reading = read_file(source)
        case _:
            reading = read_text(source)
    document = Document(reading.data, reading)
    assessment, problems = validated(Assessment, document, apart="answers")
    if assessment is not None:
        problems += placed(assessment_flaws(assessment, library, document.data), document)
    return assessment, document.in_order(problems)


def listed_checklists(reading: Reading) -> frozenset[str]:
    """The ids of the checklists that a document lists, as far as it has the right shape."""
    listed = at_path(reading.data, ("checklists",))
    ids = [at_path(one, ("id",)) for one in listed] if isinstance(listed, list) else []
    return frozenset(each for each in ids if isinstance(each, str))


def dump_assessment(assessment: Assessment, form: Literal["yaml", "json"] = "yaml") -> str:
    """An assessment as text that loads as the same assessment: YAML for people, JSON for programs."""
    data = assessment.document()
    if form == "json":
        return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
    return yaml_text(data)


def document_flaws(assessment: Assessment, library: Library) -> list[tuple[str, Mapping[str, str]]]:
    """The mistakes for which this assessment, once saved to a file, would not be loaded: codes and parameters."""
    found = assessment_flaws(assessment, library, assessment.document())
    return [(flaw.code, flaw.params) for flaw in found if flaw.severity == "error"]
