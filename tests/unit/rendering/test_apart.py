"""Templates that somebody else wrote: they print the same from a process of their own, and cannot harm this one."""

import resource
from dataclasses import replace
from pathlib import Path

import pytest

from eva.errors import RenderError
from eva.locale import words
from eva.rendering import apart
from eva.rendering.glyphs import Replacement
from eva.rendering.html import render_here, render_html
from eva.rendering.templates import Template
from eva.rendering.theme import Theme
from eva.text import LANGUAGES
from tests.reports import a_template, report_of

ENDLESS = "{% macro m(n) %}{% for c in 'abcdefghij' %}{{ m(n-1) if n }}{% endfor %}{% endmacro %}{{ m(60) }}"
DOUBLING = "{% macro m(x, n) %}{{ m(x ~ x, n-1) if n }}{% endmacro %}{{ m('a' * 1000, 60) }}"
LONG = "{% macro m(n) %}{% for c in 'abcdefghij' %}{{ m(n-1) if n else 2000 * c }}{% endfor %}{% endmacro %}{{ m(3) }}"


def own(folder: Path, source: str) -> Template:
    """A template of a municipality, of which nobody knows what it does."""
    (folder / "report.html.j2").write_text(source, encoding="utf-8")
    return Template(a_template().file.model_copy(update={"id": "own"}), folder, ())


def test_a_shipped_template_prints_the_same_from_a_process_of_its_own_to_the_last_byte() -> None:
    report, template = report_of("otava_library", "sv"), a_template()
    theme, replaced = Theme(name="Mikkelin kaupunki"), (Replacement("😀", "[U+1F600]", "GRINNING FACE", 2),)
    assert template.shipped
    here = render_here(report, template, theme=theme, replaced=replaced)
    assert render_html(report, replace(template, shipped=False), theme=theme, replaced=replaced) == here


@pytest.mark.parametrize(
    ("source", "code"),
    [
        ("{{ 'a' * 10**9 }}", "template_memory"),
        ("{{ '%999999999d'|format(1) }}", "template_memory"),
        (DOUBLING, "template_memory"),
        (ENDLESS, "template_slow"),
        ("{{ (10**9) ** (10**9) }}", "template_slow"),
        (LONG, "template_large"),
        ("{% macro m() %}{{ m() }}{% endmacro %}{{ m() }}", "template_failed"),
        ("{% for i in 'a' %}" * 30 + "{% endfor %}" * 30, "template_failed"),
    ],
)
def test_a_template_that_takes_too_much_is_stopped_and_this_process_does_not_grow(
    source: str, code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(apart, "SECONDS", 2)
    report = report_of("otava_library")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    with pytest.raises(RenderError) as stopped:
        render_html(report, own(tmp_path, source))
    assert (stopped.value.code, stopped.value.params["template"]) == (code, "own")
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 60 * 1024
    assert all(words(each).get(f"error.{code}", **stopped.value.params) for each in LANGUAGES)


def test_where_the_system_has_no_limits_the_clock_ends_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "SECONDS", 3600)
    monkeypatch.setattr(apart, "PATIENCE", 1)
    with pytest.raises(RenderError) as stopped:
        render_html(report_of("otava_library"), own(tmp_path, ENDLESS))
    assert (stopped.value.code, stopped.value.params["seconds"]) == ("template_slow", "1")


def test_a_process_that_breaks_off_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "WORKER", "eva.rendering.no_such_module")
    with pytest.raises(RenderError, match="template_broke_off"):
        render_html(report_of("otava_library"), own(tmp_path, "x"))
