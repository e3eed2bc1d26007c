"""The HTML of a report: one self-contained file, made by a template in a sandbox from the Report model alone."""

from collections.abc import Callable, Iterable
from datetime import date
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, TemplateError, TemplateNotFound, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from eva.errors import RenderError
from eva.locale import Words, words
from eva.rendering.apart import render_apart
from eva.rendering.charts.days import timeline
from eva.rendering.charts.heat import heat_map
from eva.rendering.charts.impacts import impact_bars
from eva.rendering.charts.money import money_chart
from eva.rendering.charts.ranks import rank_bars
from eva.rendering.contents import with_contents
from eva.rendering.fonts.faces import font_faces
from eva.rendering.glyphs import Replacement
from eva.rendering.literal import literal
from eva.rendering.markdown import to_html
from eva.rendering.summary import money_sentences
from eva.rendering.templates import Template
from eva.rendering.theme import PLAIN, Theme
from eva.rendering.tree import link_allowed
from eva.report_model import Report
from eva.report_parts import Text
from eva.text import Language, held

ENTRY = "report.html.j2"

MISTAKES = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    SyntaxError,
    TypeError,
    ValueError,
)
"""What a template can raise that somebody wrote: everything that its expressions can do wrong."""


def render_html(
    report: Report, template: Template, *, theme: Theme = PLAIN, replaced: Iterable[Replacement] = ()
) -> str:
    """The report as a self-contained HTML document; the same report gives the same text.

    A template that did not come with the program prints in a process of its own. What people typed is printed
    literally, see `literal`. `replaced` is what the file made from it cannot show, for its grounds to say. Raises
    RenderError when the template is wrong.
    """
    if template.shipped:
        return render_here(report, template, theme=theme, replaced=replaced)
    return render_apart(report, template, theme, replaced)


def render_here(report: Report, template: Template, *, theme: Theme, replaced: Iterable[Replacement]) -> str:
    """The same in this process, whoever wrote the template: nothing ends one that does not end by itself."""
    if report.language not in template.file.languages:
        raise RenderError("template_language", template=template.id, language=report.language)
    try:
        page = environment(template.folders, report.language).get_template(ENTRY)
        named = template.file.title.read(report.language)[0]
        html = page.render(report=report, template=named, theme=theme, replaced=tuple(replaced))
    except MISTAKES as error:
        place = f"{error.name or ENTRY}:{error.lineno}: " if isinstance(error, TemplateSyntaxError) else ""
        raise RenderError("template_failed", template=template.id, message=f"{place}{error}") from error
    return with_contents(literal(html), words(report.language).get("report.contents"))


class _OfFolders(FileSystemLoader):
    """The files of some folders, and none to which a link leads out of them."""

    def get_source(self, environment: Environment, template: str) -> tuple[str, str, Callable[[], bool]]:
        source, file, is_current = super().get_source(environment, template)
        if not any(Path(file).resolve().is_relative_to(Path(folder).resolve()) for folder in self.searchpath):
            raise TemplateNotFound(template)
        return source, file, is_current


@cache
def environment(folders: tuple[Path, ...], language: Language) -> ImmutableSandboxedEnvironment:
    """What a template may use: the report, words, and the ways to print text, numbers and dates of one language."""
    environment = ImmutableSandboxedEnvironment(
        loader=_OfFolders(folders),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    spoken = words(language)
    faces = Markup(font_faces())  # noqa: S704  our own rules, and base64
    environment.globals = {"t": _translator(spoken), "tn": spoken.plural, "language": language, "font_faces": faces}
    environment.filters = environment.filters | {
        "said": lambda text: said(text, language),
        "prose": lambda text: prose(text, language),
        "entry": lambda text: entry(text, language),
        "both": lambda parts: both(parts, language),
        "sentences": lambda money: " ".join(money_sentences(money, spoken)),
        "money_chart": lambda alternatives: money_chart(alternatives, spoken),
        "heat_map": lambda groups, alternatives: heat_map(groups, alternatives, spoken),
        "impact_bars": lambda perspectives, alternatives: impact_bars(perspectives, alternatives, spoken),
        "rank_bars": lambda weighed: rank_bars(weighed, spoken),
        "timeline": lambda events: timeline(events, spoken),
        "euros": spoken.euros,
        "number": spoken.number,
        "date": spoken.date,
        "datetime": spoken.datetime,
        "iso": date.isoformat,
    }
    environment.tests = environment.tests | {"link": link_allowed}
    return environment


def _translator(spoken: Words) -> object:
    """Words of the interface for templates; what fills them is escaped like any other text."""

    def translate(key: str, **params: object) -> Markup:
        return Markup(str(escape(spoken.template(key)))).format(**params)  # noqa: S704  the words are ours, and escaped

    return translate


def said(text: Text, language: Language) -> Markup:
    """Words inside a line, marked with their language where it is not the reader's."""
    if text.language == language:
        return escape(held(text.text))
    return Markup('<span lang="{}">{}</span>').format(text.language, held(text.text))


def prose(text: Text, language: Language) -> Markup:
    """Free text as paragraphs and lists, marked with its language where it is not the reader's."""
    blocks = Markup(to_html(text.text))  # noqa: S704  the reader of Markdown escapes
    if text.language == language:
        return blocks
    return Markup('<div lang="{}">{}</div>').format(text.language, blocks)


def entry(text: Text, language: Language) -> Markup:
    """Free text as the value of a term: a single paragraph runs on in its line, more are printed as `prose`."""
    blocks = to_html(text.text)
    if blocks.count("<p>") != 1 or not (blocks.startswith("<p>") and blocks.endswith("</p>")):
        return prose(text, language)
    line = Markup(blocks.removeprefix("<p>").removesuffix("</p>"))  # noqa: S704  the reader of Markdown escapes
    return line if text.language == language else Markup('<span lang="{}">{}</span>').format(text.language, line)


def both(parts: Iterable[Text], language: Language) -> Markup:
    """Several words in a row, with commas between them."""
    return Markup(", ").join(said(part, language) for part in parts)
