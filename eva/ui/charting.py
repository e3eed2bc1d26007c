"""Charting: a diagram drawn by Plotly in the browser, from the script of the installed package, and ways to save it."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from eva.desk.plotting import ADDRESS
from eva.locale import Words
from eva.ui.present.diagrams import Diagram

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HTML = """<div class="overview charting">
<div class="plot" role="img"></div><span class="probe"></span><span class="probe light"></span>
<div role="group"><span class="save" aria-hidden="true"></span>
<button type="button" name="png"></button><button type="button" name="svg"></button>
<button type="button" name="csv"></button></div>
<p role="status"></p>
</div>"""
_WORDS = ("save", "png", "svg", "csv", "failed")


@cache
def _component() -> "ComponentRenderer":
    css, js = (Path(__file__).with_suffix(end).read_text(encoding="utf-8") for end in (".css", ".js"))
    return st.components.v2.component("eva_charting", html=_HTML, css=css, js=js, isolate_styles=False)


def draw_chart(diagram: Diagram, file: str, words: Words, *, skipped: int = 0) -> None:
    """The chart; `file` names what is saved, `skipped` are the rows of headings in each body of its table."""
    _component()(
        key=f"chart-{diagram.ident}",
        data={
            "diagram": {
                "ident": diagram.ident,
                "title": diagram.title,
                "sentence": diagram.sentence,
                "traces": diagram.traces,
                "layout": diagram.layout,
                "narrow": diagram.narrow,
                "notes": diagram.notes,
            },
            "spreadsheet": diagram.spreadsheet,
            "file": f"{file}-{diagram.ident}",
            "skipped": skipped,
            "script": ADDRESS,
            "words": {name: words.get(f"comparison.chart.{name}") for name in _WORDS},
        },
    )
