"""The page `screening`; what it shows is in `eva.ui.present.screening`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.form import Form
from eva.ui.present.screening import ONWARD, blocks, verdict

words = state.speech()


def below(form: Form) -> None:
    """What the screening comes to, and the one step that follows from it."""
    found = verdict(form)
    if found.html:
        st.header(words.get("screening.result"), anchor=False)
    st.html(f'<section class="verdict" role="status">{found.html}</section>')
    if found.step in ONWARD:
        widgets.onward(ONWARD[found.step])
    elif found.step == "adopt" and st.button(words.get("ui.screening.adopt"), type="primary", key="adopt"):
        state.adopt()
        st.switch_page("pages/alternatives.py", query_params=state.address())


widgets.draw_sheet("screening", blocks, below=below)
