"""Descriptions (kuvaustiedostot): `template.yaml` of a template and `theme.yaml` of a municipality."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from eva.catalog.checks.flaw import Flaw, placed, twice
from eva.catalog.files import read_file
from eva.catalog.reading import Document
from eva.catalog.shape import validated
from eva.catalog.suggestions import suggestion
from eva.errors import Problem, RenderError
from eva.rendering.arms import arms_of
from eva.rendering.templates import TemplateFile
from eva.rendering.theme import READABLE, SEEN, ThemeFile, contrast

DESCRIPTION = "template.yaml"
_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
"""As the record of a report has it (`eva.enclosure.Making`)."""


def read_description(
    folder: Path, others: Mapping[str, TemplateFile]
) -> tuple[TemplateFile | None, tuple[Problem, ...]]:
    """What the template of a folder says of itself, and every problem; `others` are the templates beside it by id."""
    reading = read_file(folder / DESCRIPTION)
    document = Document(reading.data, reading)
    file, problems = validated(TemplateFile, document)
    if file is None:
        return None, document.in_order(problems)
    problems += placed(_flaws(file, folder.absolute().name, others), document)
    return file, document.in_order(problems)


def _flaws(file: TemplateFile, name: str, others: Mapping[str, TemplateFile]) -> Iterator[Flaw]:
    if not _ID.fullmatch(file.id):
        yield Flaw("E937", ("id",), {"value": file.id})
    if file.id != name:
        yield Flaw("E115", ("id",), {"id": file.id, "file": name})
    for key in ("languages", "formats"):
        if not getattr(file, key):
            yield Flaw("E944", (key,), {"name": key})
        yield from twice((key,), getattr(file, key), None)
    for language in file.languages:
        if language not in file.title.languages:
            yield Flaw("E221", ("title",), {"language": language})
    if file.of is not None:
        yield from _joining_flaws(file.of, file, others)


def _joining_flaws(of: str, file: TemplateFile, others: Mapping[str, TemplateFile]) -> Iterator[Flaw]:
    """A template that joins languages names one with pages of its own, in those languages."""
    paged = {name: other for name, other in others.items() if other.of is None and name != file.id}
    if of not in paged:
        yield Flaw("E942", ("of",), {"value": of, **suggestion(of, paged)})
        return
    for number, language in enumerate(file.languages):
        if language not in paged[of].languages:
            yield Flaw("E943", ("languages", number), {"value": of, "language": language})


def theme_problems(file: Path) -> tuple[Problem, ...]:
    """Every problem of a `theme.yaml`, its coat of arms among them."""
    reading = read_file(file)
    document = Document(reading.data, reading)
    theme, problems = validated(ThemeFile, document)
    # A theme that says nothing yet, or has all of its lines behind #, is the plain one.
    found = tuple(_told(each) for each in problems if each.code != "E019")
    if theme is not None:
        found += placed((*_colour_flaws(theme), *_arms_flaws(theme, file.parent)), document)
    return document.in_order(found)


def _told(problem: Problem) -> Problem:
    """A value in a form that a theme does not take, with the form that it takes."""
    codes = {"accent": "E945", "second": "E945", "arms": "E949"}
    code = codes.get(problem.params.get("where", ""))
    if problem.code != "E216" or code is None:
        return problem
    return replace(problem, code=code, params={"value": problem.params["value"]})


def _colour_flaws(theme: ThemeFile) -> Iterator[Flaw]:
    for key, least in (("accent", READABLE), ("second", SEEN)):
        colour = getattr(theme, key)
        found = contrast(colour, "#ffffff")
        if found < least:
            yield Flaw("E946", (key,), {"value": colour, "contrast": f"{found:.1f}", "least": f"{least:.1f}"})


def _arms_flaws(theme: ThemeFile, folder: Path) -> Iterator[Flaw]:
    if theme.arms is None:
        return
    try:
        arms_of(folder / theme.arms, theme.name or "")
    except RenderError as refused:
        if refused.code == "arms_large":
            yield Flaw("E948", ("arms",), {"value": theme.arms, "limit": refused.params["most"]})
        else:
            reason = refused.params["message"]
            yield Flaw("E947", ("arms",), {"value": theme.arms, "reason": " ".join(reason.split())})
