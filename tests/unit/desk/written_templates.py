"""Templates written for tests: a good one, and the same with a mistake at a place that is known."""

from pathlib import Path

from eva.desk.proofreading import parts_problems, template_problems, theme_problems
from eva.errors import Problem

ABOUT = """\
id: memo
title: {fi: Muistio, sv: Promemoria, en: Memo}
languages: [fi, sv, en]
formats: [html, pdf, docx]
"""
PAGE = """\
{% extends "base.html.j2" %}
{% block content %}
<header><h1>{{ report.case.title|said }}</h1></header>
<section id="summary">
<h2>{{ t("report.summary.title") }}</h2>
<p>{{ report.digest }}</p>
</section>
{% endblock %}
"""
LINE = "<p>{{ report.digest }}</p>"
AT = 6
"""The line that a test replaces."""


def template(folder: Path, page: str | bytes = PAGE, about: str = ABOUT, **parts: str) -> Path:
    """A folder of templates with `memo` in it; `parts` are further files beside its page."""
    memo = folder / "report_templates" / "memo"
    memo.mkdir(parents=True)
    (memo / "template.yaml").write_text(about, encoding="utf-8")
    (memo / "report.html.j2").write_bytes(page if isinstance(page, bytes) else page.encode())
    for name, text in parts.items():
        (memo / f"{name}.html.j2").write_text(text, encoding="utf-8")
    return memo


def with_line(line: str) -> str:
    """The page with another line in its section."""
    assert LINE in PAGE
    return PAGE.replace(LINE, line)


def problems(folder: Path, page: str | bytes = PAGE, about: str = ABOUT, **parts: str) -> tuple[Problem, ...]:
    """What is wrong with such a template."""
    return template_problems(template(folder, page, about, **parts))


def shared_problems(folder: Path, **parts: str) -> tuple[Problem, ...]:
    """What is wrong with parts that templates share."""
    shared = folder / "report_templates" / "_shared"
    shared.mkdir(parents=True)
    for name, text in parts.items():
        (shared / f"{name}.html.j2").write_text(text, encoding="utf-8")
    return parts_problems(shared)


def look_problems(folder: Path, text: str) -> tuple[Problem, ...]:
    """What is wrong with a theme."""
    (folder / "theme.yaml").write_text(text, encoding="utf-8")
    return theme_problems(folder / "theme.yaml")


def places(found: tuple[Problem, ...]) -> list[tuple[str, str, int]]:
    """Codes with the names of files and the lines."""
    return [(each.code, Path(each.file).name, each.line) for each in found]
