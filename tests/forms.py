"""Forms for tests: an assessment of these checklists, as the pages that ask something read it."""

from collections.abc import Iterable, Iterator

from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.locale import words
from eva.text import Language
from eva.ui import sheet
from eva.ui.form import Form
from tests.readings import opened, opened_example


def a_form(assessment: Assessment, *checklists: Checklist, language: Language = "fi") -> Form:
    """The form of an assessment of these checklists."""
    return Form(opened(assessment, *checklists), words(language))


def form_of(name: str, language: Language = "fi") -> Form:
    """The form of an example."""
    return Form(opened_example(name), words(language))


def walk(blocks: Iterable[sheet.Block]) -> Iterator[sheet.Block]:
    """All blocks, those within groups too."""
    for block in blocks:
        yield block
        if isinstance(block, sheet.Group):
            yield from walk(block.blocks)


def paths(blocks: Iterable[sheet.Block]) -> list[str]:
    """The paths of all fields, in the order in which they stand; a matrix by its own."""
    found = []
    for block in walk(blocks):
        if isinstance(block, sheet.Question):
            found.append(block.matrix.path)
        elif path := getattr(block, "path", ""):
            found.append(path)
    return found
