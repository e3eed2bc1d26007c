"""The comparison: three charts with their tables, what would turn the order, and what a viewer's own weights tell."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.charting import draw_chart
from eva.ui.own_weights import draw_own_weights
from eva.ui.present.bars import bars_diagram, bars_legend, bars_table
from eva.ui.present.comparing import empty, folded, section, top
from eva.ui.present.effects_map import map_diagram, map_legend
from eva.ui.present.heat_map import table
from eva.ui.present.reading import Reading
from eva.ui.present.turning import turning
from eva.ui.ways import draw_ways

words = state.speech()


def draw_effects(reading: Reading, file: str) -> None:
    """The heat map and the bars, each with its sentence and its table."""
    chart = map_diagram(reading)
    st.html(section(chart.title, chart.sentence, "profile", map_legend(reading)))
    draw_chart(chart, file, words, skipped=1)
    caption = words.get("report.profile.caption")
    numbers = table(reading, reading.card, chart.title, caption, reading.reader.perspective)
    st.html(folded(reading, chart.ident, numbers))
    bars = bars_diagram(reading)
    st.html(section(bars.title, bars.sentence, "sides", bars_legend(reading)))
    draw_chart(bars, file, words)
    st.html(folded(reading, bars.ident, bars_table(reading)))


if widgets.require_assessment():
    widgets.title("comparison")
    reading = Reading(widgets.form(), state.changes_of_answers())
    st.html(top(reading))
    if missing := empty(reading):
        st.html(f'<p class="notice">{words.get(missing.key)}</p>')
        widgets.onward(missing.page)
    else:
        file = f"{state.assessment_id()}-{words.language}"
        draw_effects(reading, file)
        title, text = (words.get(f"comparison.turning.{each}") for each in ("title", "text"))
        st.html(section(title, text, "turning", turning(reading)))
        draw_own_weights(reading, file)
        widgets.onward("check")
    draw_ways(".numbers")
