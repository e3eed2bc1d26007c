"""The checklists, each as it will be asked, and what is wrong in their files; drawn anew when a file changes."""

import streamlit as st

from eva.ui import state, widgets
from eva.ui.known_versions import draw_known, draw_way_to_versions, wants_versions
from eva.ui.present.library import file_problems, rows
from eva.ui.present.walkthrough import walkthrough

words = state.speech()
widgets.title("library")
files = state.library_files()
library = state.office().library
chosen = library.newest().get(state.place().partition("/")[0])


@st.fragment(run_every=2)
def follow() -> None:
    """Draws the page anew when a file has changed."""
    if state.library_files() is not files:
        st.rerun()


follow()
st.html(file_problems(files, chosen.id if chosen is not None else "", words))
if chosen is not None:
    st.page_link("pages/library.py", label=words.get("library.all"), query_params=state.address())
    if wants_versions(state.place()):
        draw_known(chosen, words)
    else:
        draw_way_to_versions(chosen, words)
        st.html(walkthrough(chosen, library, words))
else:
    for row in rows(library, words):
        with st.container(key=f"row-{row.id}"):
            st.page_link("pages/library.py", label=widgets.plain(row.title), query_params=state.address(at=row.id))
            st.html(f'<p class="detail">{row.detail}</p>')
