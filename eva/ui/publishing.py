"""Publishing, drawn: where the report is public, to copy and to look at, and under it the frozen versions."""

import streamlit as st

from eva.desk.publishing import TEMPLATES
from eva.desk.stationery import stationery
from eva.locale import Words
from eva.ui import state
from eva.ui.copying import draw_copying
from eva.ui.present.freezing import frozen_list
from eva.ui.present.publishing import publicity


def draw_kept(words: Words) -> None:
    """What is kept of the open assessment besides its newest document; nothing where nothing was ever frozen."""
    opened, kept = state.opened().assessment, state.frozen()
    if not kept:
        return
    paper = stationery(state.settings())
    templates = [paper.template(each) for each in TEMPLATES]
    public = publicity(opened.id, opened.status, kept, templates, words, state.public_root())
    if public is not None:
        st.header(words.get("check.public"), anchor=False)
        st.html(public.about)
        draw_copying("public-address", public.address, "", words.language, words, what="address")
        st.html(f'<div class="overview">{public.ways}</div>')
    st.html(frozen_list(opened.id, kept, words))
