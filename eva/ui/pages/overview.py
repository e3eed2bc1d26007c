"""The overview; what it shows is in `eva.ui.present.overview`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.copying import draw_copying
from eva.ui.present.overview import overview
from eva.ui.present.preview import agenda
from eva.ui.present.status import standing
from eva.ui.ways import draw_ways

words = state.speech()


def draw_status() -> None:
    """Where the assessment stands, the steps that may follow, or what they wait for."""
    found = standing(state.opened(), words, named=bool(state.person().name))
    st.header(words.get("overview.status.title"), anchor=False)
    st.html(found.html)
    with st.container(key="steps", horizontal=True):
        for step in found.steps:
            if st.button(step.label, key=f"move-{step.status}", type="primary" if step.onward else "secondary"):
                state.office().move(state.assessment_id(), step.status, by=state.person())
                st.rerun()
    if found.waits:
        st.html(f'<p class="aside">{found.waits}</p>')
    if not state.person().name:
        widgets.link("register", words.get("ui.page.register"))


if widgets.require_assessment():
    widgets.title("overview")
    form = widgets.form()
    st.html(overview(form, state.changes_of_answers()))
    draw_ways(".overview")
    if form.opened.evaluation.scorecard.perspectives:
        summary = agenda(form.opened, words, words.language, at=state.office().now())
        st.header(words.get("preview.summary"), anchor=False)
        draw_copying("summary", summary.text, summary.told, words.language, words)
    draw_status()
    with st.container(key="onward", horizontal=True):
        if not form.opened.evaluation.scorecard.perspectives:
            widgets.link("screening", words.get("ui.page.screening"))
        widgets.link("report", words.get("overview.to_report"))
