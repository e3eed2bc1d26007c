"""The page `answer`; what it shows is in `eva.ui.present.answer`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.present.answer import asks_anything, blocks

words = state.speech()


def below() -> None:
    """Where there is nothing to answer yet, the way to the choice of checklists; else the way on."""
    if asks_anything(widgets.form()):
        widgets.link("overview", words.get("ui.answer.to_overview"))
        return
    st.html(f'<p class="notice">{words.get("ui.answer.empty")}</p>')
    widgets.link("screening", words.get("ui.page.screening"))


widgets.draw_sheet("answer", blocks, below=below)
