"""The page `screening`; what it shows is in `eva.ui.present.screening`."""

from functools import partial

import streamlit as st

from eva.ui import state, widgets
from eva.ui.present.screening import blocks, verdict

words = state.speech()


def below() -> None:
    """What the screening comes to, and the one step that follows from it."""
    found = verdict(widgets.form())
    st.html(f'<section class="verdict" role="status">{found.html}</section>')
    if found.step == "adopt" and st.button(words.get("ui.screening.adopt"), type="primary", key="adopt"):
        state.adopt()
        st.switch_page("pages/alternatives.py", query_params=state.address())
    if found.step == "adopted":
        widgets.link("alternatives", words.get("ui.screening.go_on"))
    if found.step == "skip":
        widgets.link("report", words.get("ui.screening.to_report"))


widgets.draw_sheet("screening", partial(blocks, newest=state.office().library.newest()), below=below)
