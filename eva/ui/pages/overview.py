"""The overview; what it shows is in `eva.ui.present.overview`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.copying import draw_copying
from eva.ui.present.overview import overview
from eva.ui.present.preview import agenda
from eva.ui.ways import draw_ways

words = state.speech()

if widgets.require_assessment():
    widgets.title("overview")
    form = widgets.form()
    st.html(overview(form, state.changes_of_answers()))
    draw_ways(".overview")
    if form.opened.evaluation.scorecard.perspectives:
        summary = agenda(form.opened, words, words.language, at=state.office().now())
        st.header(words.get("preview.summary"), anchor=False)
        draw_copying("summary", summary.text, summary.told, words.language, words)
    with st.container(key="onward", horizontal=True):
        if not form.opened.evaluation.scorecard.perspectives:
            widgets.link("screening", words.get("ui.page.screening"))
        else:
            widgets.link("comparison", words.get("ui.page.comparison"))
        widgets.link("check", words.get("ui.page.check"))
        widgets.link("report", words.get("ui.page.report"))
