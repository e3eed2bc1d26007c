"""One's own weights on the comparison page: the form, the chart of places, and what they tell in words."""

import streamlit as st

from eva.errors import EvaError
from eva.ui import state
from eva.ui.charting import draw_chart
from eva.ui.present import weight_words
from eva.ui.present.choices import Choices, read_choices
from eva.ui.present.comparing import folded, part, section
from eva.ui.present.ranks import ranks_diagram, ranks_legend, ranks_table
from eva.ui.present.reading import Reading
from eva.ui.present.telling import ranks_told
from eva.ui.weighting import ask_weights
from eva.weighing import Weighing


def draw_own_weights(reading: Reading, file: str) -> None:
    """The part of the page; a choice goes into the address, never into the assessment."""
    words, perspectives = reading.words, reading.card.perspectives
    choices = read_choices(state.place(), perspectives)
    st.html(section(words.get("comparison.weights.title"), words.get("comparison.weights.text"), "weights"))
    st.html(part(weight_words.warning(reading)))
    line = choices.line(perspectives)
    weighing, refused = _weighed(reading, line)
    chosen = ask_weights(
        choices,
        {each: reading.reader.perspective(each).text for each in perspectives},
        open_answers=weighing is None or bool(weighing.left_out),
        told=_told(reading, weighing, choices) or refused,
        words=words,
    )
    if chosen != choices:
        state.stay(chosen.address)
    if refused:
        st.html(f'<p class="notice">{refused}</p>')
    elif weighing is not None:
        _draw(reading, weighing, choices, file, line)


def _weighed(reading: Reading, line: str) -> tuple[Weighing | None, str]:
    """What the weights tell, or why none can be drawn."""
    try:
        with st.spinner(reading.words.get("comparison.drawing")):
            return state.weighed(line), ""
    except EvaError as error:
        return None, reading.words.get(f"error.{error.code}", **error.params)


def _told(reading: Reading, weighing: Weighing | None, choices: Choices) -> str:
    if weighing is None:
        return ""
    result = weighing.without_unknowns if choices.known else weighing.all
    return ranks_told(reading, result) if result else reading.words.get("compare.weights.nothing_left")


def _draw(reading: Reading, weighing: Weighing, choices: Choices, file: str, line: str) -> None:
    words = reading.words
    result = weighing.without_unknowns if choices.known else weighing.all
    if result is None:
        st.html(f'<p class="notice">{words.get("compare.weights.nothing_left")}</p>')
    else:
        chart = ranks_diagram(reading, result)
        st.html(section(chart.title, chart.sentence, "places", ranks_legend(reading, result)))
        draw_chart(chart, file, words)
        st.html(folded(reading, chart.ident, ranks_table(reading, result)))
        st.html(part(weight_words.standings_told(reading, result)))
        st.html(folded(reading, "central", weight_words.central_table(reading, result), "comparison.central.numbers"))
        st.html(part(weight_words.fine_print(reading, weighing, line, known=choices.known)))
    title, text = (words.get(f"comparison.swing.{each}") for each in ("title", "text"))
    st.html(section(title, text, "swing", weight_words.swings_told(reading, weighing)))
