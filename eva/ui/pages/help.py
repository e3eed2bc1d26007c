"""The help; what it shows is in `eva.ui.present.help`."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.present.help import topic, topic_at, topics
from eva.ui.tour import PLACE as TOUR
from eva.ui.ways import draw_ways

words = state.speech()
widgets.title("help")
at, address = topic_at(state.place()), state.address()
shown = topic(at, address, state.office().library.vocabulary, words)
st.html(f'<div class="help">{shown}{topics(at, address, words)}</div>')
draw_ways(".help")
with st.container(key="onward"):
    st.page_link("pages/register.py", label=words.get("help.tour"), query_params={"lang": words.language, "at": TOUR})
