"""`eva new template ID`: a report template that prints as it stands, with a comment beside what may be changed."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from eva.catalog.yaml_text import yaml_text
from eva.cli.arguments import Misuse, Request
from eva.cli.console import say
from eva.cli.targets import PAGES, TEMPLATE, TEMPLATES
from eva.cli.writing import make_folder, write_new
from eva.errors import EvaError
from eva.settings import Settings
from eva.text import LANGUAGES

if TYPE_CHECKING:
    from eva.locale import Words

_ID = re.compile(r"[a-z0-9][a-z0-9_-]{0,79}")
_PAGE = """\
{% extends "base.html.j2" %}
<head>{% block content %}
{% include "heading.html.j2" %}
<section id="summary">
<h2>{{ t("report.summary.title") }}</h2>
{% include "matter.html.j2" %}
{% include "proposal.html.j2" %}
<own>{% if language == "fi" %}
<p><fi></p>
{% elif language == "sv" %}
<p><sv></p>
{% else %}
<p><en></p>
{% endif %}
<maybe>{% if report.conclusion.text %}
{{ report.conclusion.text|prose }}
{% endif %}
</section>
<section id="people">
<h2>{{ t("report.gains.title") }}</h2>
<loop>{% for row in report.who_gains %}
<h3>{{ m.called(row.alternative) }}</h3>
<ul class="compact">
{% for each in row.harms %}
<li>{{ m.mark(each.mark) }} {{ each.groups|both }}</li>
{% else %}
<li>{{ t(row.none[0]) }}</li>
{% endfor %}
</ul>
{% endfor %}
{% include "replaced.html.j2" %}
</section>
{% endblock %}
"""
"""The page; each name in angle brackets at the beginning of a line stands for a comment, or a text of a language."""


def run(request: Request, words: "Words") -> int:
    """Writes the folder of the template, which is called by its id; one that holds something is left alone."""
    folder = _folder(request)
    if not _ID.fullmatch(folder.absolute().name):
        raise EvaError("cli_template_id", id=folder.absolute().name)
    make_folder(folder)
    write_new(folder / TEMPLATE, _description(folder.absolute().name, request, words))
    write_new(folder / PAGES, _page(words))
    say(words.get("template_starter.written", folder=folder.as_posix()))
    return 0


def _folder(request: Request) -> Path:
    """The folder that is named, or that of the id among the templates of the installation's own folder."""
    named, library = request.operands[1:], Settings.from_env(os.environ).library
    if request.values.get("out", "").strip():
        if named:
            raise Misuse("cli_operand_extra", request.command.name, value=named[0])
        return Path(request.values["out"])
    if not named or not library:
        raise Misuse("cli_template_place", request.command.name)
    if not _ID.fullmatch(named[0]):
        raise EvaError("cli_template_id", id=named[0])
    return Path(library, TEMPLATES, named[0])


def _description(name: str, request: Request, words: "Words") -> str:
    """What the template says of itself. The title is in the language of the command; the author writes the others."""
    from eva.locale import words as words_of

    title = {each: words_of(each).get("template_starter.title") for each in LANGUAGES}
    own = " ".join(request.values.get("title", "").split())
    said = {
        "id": name,
        "title": title | ({words.language: own} if own else {}),
        "languages": list(LANGUAGES),
        "formats": ["html", "pdf", "docx"],
    }
    return "".join(f"# {line}\n" for line in _lines("description", words)) + yaml_text(said)


def _page(words: "Words") -> str:
    from eva.locale import words as words_of

    page = _PAGE
    for each in LANGUAGES:
        page = page.replace(f"<{each}>", words_of(each).get("template_starter.own"))
    for comment in ("head", "own", "maybe", "loop"):
        page = page.replace(f"<{comment}>", "".join(f"{{# {line} #}}\n" for line in _lines(comment, words)))
    return page


def _lines(comment: str, words: "Words") -> Iterator[str]:
    return iter(words.get(f"template_starter.comment.{comment}").splitlines())
