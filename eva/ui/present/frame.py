"""The frame of the rating matrix (arviointitaulukko): alternatives, groups and scales that all questions share."""

from collections.abc import Mapping
from typing import Any

from eva.text import LocalizedText
from eva.ui import sheet
from eva.ui.form import Form
from eva.vocabulary import EVERYONE


def frame(form: Form) -> sheet.Frame:
    """What the matrices of a page have in common, in the reader's words."""
    scales = form.opened.vocabulary.scales
    groups = form.opened.vocabulary.population_groups.items()
    everyone = sheet.Option(EVERYONE, form.words.get("report.group.everyone"))
    return sheet.Frame(
        columns=columns(form),
        groups=(everyone, *(sheet.Option(key, form.text_of(group.label)) for key, group in groups)),
        scale=scale(form),
        evidence=worded(form, scales.evidence),
        horizons=worded(form, scales.horizons),
        likelihoods=worded(form, scales.likelihoods),
        reversibilities=worded(form, scales.reversibilities),
        measures=measures(form),
    )


def columns(form: Form) -> tuple[sheet.Column, ...]:
    """The alternatives, each by its label with its title beneath."""
    return tuple(
        sheet.Column(one, label, title if (title := form.title(one)) != label else "")
        for one, label in form.labels.items()
    )


def scale(form: Form) -> tuple[sheet.Option, ...]:
    """The steps from severe harm to great benefit, then unknown."""
    steps = form.opened.vocabulary.scales.impact
    rated = (sheet.Option(step, form.text_of(steps[step].label), form.text_of(steps[step].help)) for step in steps)
    unknown = form.opened.vocabulary.scales.unknown
    return (*rated, sheet.Option("unknown", form.text_of(unknown)))


def worded(form: Form, words: Mapping[Any, LocalizedText]) -> tuple[sheet.Option, ...]:
    """A scale beside the ratings."""
    return tuple(sheet.Option(key, form.text_of(text)) for key, text in words.items())


def measures(form: Form) -> tuple[sheet.Option, ...]:
    """The measures there are, by what is done, else by their number."""
    options = []
    for number, measure in enumerate(form.opened.assessment.measures, start=1):
        done, name = form.typed(measure.text, short), form.words.get("ui.measures.item", n=number)
        options.append(sheet.Option(measure.id, sheet.together(f"{name}: ", done) if done else name))
    return tuple(options)


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, cut between words."""
    line = " ".join(text.split())
    return line if len(line) <= most else f"{line[:most].rsplit(' ', 1)[0]} …"
