"""The report: its language, the files to save, the summary for the agenda, and how it will look."""

import streamlit as st

from eva.text import LANGUAGES
from eva.ui import state, widgets
from eva.ui.copying import draw_copying
from eva.ui.framing import draw_framed
from eva.ui.present.preview import address, agenda, files, report_language

words = state.speech()


def draw_languages(current: str) -> None:
    """The way to the same report in another language; the language of the pages stays."""
    st.html(f'<p class="choose">{words.get("preview.language")}</p>')
    with st.container(key="versions", horizontal=True):
        for each in LANGUAGES:
            label = words.get(f"preview.language.{each}")
            widgets.link("report", f"**{label}**" if each == current else label, at=each)


if widgets.require_assessment():
    widgets.title("report")
    opened = state.opened()
    language = report_language(state.place(), words.language)
    draw_languages(language)
    st.html(files(opened, words, language))
    st.header(words.get("preview.summary"), anchor=False)
    st.html(f'<p class="aside">{words.get("preview.summary.help")}</p>')
    summary = agenda(opened, words, language, at=state.office().now())
    draw_copying(f"summary-{language}", summary.text, summary.told, language, words)
    st.header(words.get("preview.title"), anchor=False)
    made = f"{address(opened.assessment.id, 'html', language)}&revision={opened.stored.revision}"
    draw_framed(f"preview-{language}", made, words.get("preview.frame"))
