"""What reports are printed on: the shipped templates, and a municipality's own beside them."""

from pathlib import Path

from eva.catalog.shipped import folder
from eva.desk.stationery import stationery
from eva.rendering.html import render_html
from eva.rendering.theme import PLAIN
from eva.settings import Settings
from tests.reports import report_of

MEMO = """{% extends "base.html.j2" %}
{% block content %}
<header><h1>{{ report.case.title|said }}</h1></header>
<section id="summary"><h2>{{ template }}</h2>{% include "own-words.html.j2" %}</section>
{% endblock %}
"""


def test_without_a_folder_of_its_own_an_installation_has_what_is_shipped() -> None:
    assert "council-attachment" in [each.id for each in stationery().templates]
    assert stationery(Settings()).theme == PLAIN


def test_the_folder_of_a_municipality_brings_its_theme() -> None:
    merivaara = Settings(library=str(folder("examples") / "overlays" / "merivaara"))
    assert stationery(merivaara).theme.accent == "#0b4f4a"


def test_an_own_template_prints_with_shared_and_own_parts(tmp_path: Path) -> None:
    own = tmp_path / "report_templates"
    (own / "memo").mkdir(parents=True)
    (own / "_shared").mkdir()
    (own / "_shared" / "own-words.html.j2").write_text("<p>Omat sanat</p>", encoding="utf-8")
    (own / "memo" / "template.yaml").write_text(
        "id: memo\ntitle: {fi: Muistio}\nlanguages: [fi]\nformats: [html]\n", encoding="utf-8"
    )
    (own / "memo" / "report.html.j2").write_text(MEMO, encoding="utf-8")
    memo = stationery(Settings(library=str(tmp_path))).template("memo")
    html = render_html(report_of("otava_library"), memo)
    assert "<h2>Muistio</h2><p>Omat sanat</p>" in html
