"""The page `answer`; what it shows is in `eva.ui.present.answer`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.form import Form
from eva.ui.present.answer import asks_anything, blocks


def below(form: Form) -> None:
    """The way to what the answers come to; where nothing is asked yet, to the choice of checklists."""
    if asks_anything(form):
        widgets.onward("overview")
    else:
        st.html(f'<p class="notice">{state.speech().get("ui.answer.empty")}</p>')
        widgets.onward("screening")


widgets.draw_sheet("answer", blocks, below=below)
