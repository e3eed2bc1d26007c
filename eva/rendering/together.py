"""Several languages in one document (kaksikielinen raportti): the same report in each of them, one after the other.

The first gives the document its head and its language; each other one is a part in its own language, whose places have
names of their own and whose title is a heading below that of the document.
"""

import re
from collections.abc import Iterable, Sequence

from eva.errors import RenderError
from eva.rendering.glyphs import Replacement
from eva.rendering.html import render_html
from eva.rendering.templates import Template
from eva.report_model import Report

_MAIN = re.compile(r"<main>(.*)</main>", re.DOTALL)
_PLACE = re.compile(r'(<[^>]*?\s(?:id="|href="#))([^"]+")')
_TITLE = re.compile(r"(</?)h1\b")


def render_together(reports: Sequence[Report], template: Template, *, replaced: Iterable[Replacement] = ()) -> str:
    """The HTML document of one report in several languages, in their order; `template` is that of each part.

    What a PDF cannot show is told once, at the end of the first part. Raises RenderError when the template is wrong.
    """
    first, *others = reports
    whole = render_html(first, template, replaced=replaced)
    for report in others:
        whole = _joined(whole, _part(render_html(report, template), report.language, template), template)
    return whole


def _part(html: str, language: str, template: Template) -> str:
    """The content of a document as a part of another one."""
    content = _content(html, template)
    renamed = _PLACE.sub(lambda found: f"{found[1]}{language}-{found[2]}", content)
    titled = _TITLE.sub(r"\1h2", renamed)
    return f'<section lang="{language}" class="page">{titled}</section>\n'


def _joined(whole: str, part: str, template: Template) -> str:
    end = len(_content(whole, template)) + whole.index("<main>") + len("<main>")
    return whole[:end] + part + whole[end:]


def _content(html: str, template: Template) -> str:
    found = _MAIN.search(html)
    if found is None:
        raise RenderError("template_failed", template=template.id, message="<main>")
    return found[1]
