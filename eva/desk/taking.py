"""Taking in: a file from outside as an assessment, whether it is an export, a written file or a published report."""

from datetime import datetime
from pathlib import Path

from eva.assessment import Assessment
from eva.catalog import document_flaws, read_assessment
from eva.catalog.files import read_file
from eva.catalog.guide import at_path
from eva.desk.enclosing import DATA, read_public
from eva.desk.verifying import read_report, refuse_flaws
from eva.enclosure import with_enclosure, wrong_hashes
from eva.errors import FileRefused, ProblemsFound
from eva.exchange import Origin, made_of
from eva.library import Library
from eva.published import as_assessment

_BEGINNING = b"%PDF-"


def assessment_in(file: Path, content: bytes, library: Library, *, at: datetime, beside: bytes = b"") -> Assessment:
    """The assessment of a file: a working document (YAML, JSON), public data (JSON), or a report (PDF).

    `beside` is what stands beside a report that has nothing inside. Public data become a document of their own, in
    their status and marked as imported. Raises ProblemsFound with everything that is wrong in a written file, and
    FileRefused for a report that is not what its data come to.
    """
    if content[:1024].lstrip().startswith(_BEGINNING):
        return _of_report(content, beside, at=at)
    reading = read_file(file)
    if at_path(reading.data, ("projection",)) is not None:
        return _of_data(content, library, at=at)
    assessment, problems = read_assessment(reading, library)
    if assessment is None or any(problem.severity == "error" for problem in problems):
        raise ProblemsFound(problems)
    return assessment


def _of_report(content: bytes, beside: bytes, *, at: datetime) -> Assessment:
    inside = read_report(content, beside)
    refuse_flaws(inside)
    if inside.digest != inside.making.digest or wrong_hashes(inside.public, inside.enclosure):
        raise FileRefused("report_not_its_data")
    document = with_enclosure(inside.public, inside.enclosure)
    origin = Origin(inside.public, inside.digest, at)
    return made_of(origin, document, inside.enclosure.by_id, inside.enclosure.vocabulary)


def _of_data(content: bytes, library: Library, *, at: datetime) -> Assessment:
    public, digest = read_public(content, DATA)
    document = as_assessment(public)
    codes = [code for code, _ in document_flaws(document, library)]
    if codes:
        raise FileRefused("report_data_flaws", codes=", ".join(dict.fromkeys(codes)))
    checklists, vocabulary = library.used_by(document), library.vocabulary_for(document)
    return made_of(Origin(public, digest, at), document, checklists, vocabulary)
