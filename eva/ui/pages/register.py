"""The register: the assessments there are, and the start of a new one by its title alone."""

from html import escape

import streamlit as st

from eva.ui import state, widgets
from eva.ui.ask import ask
from eva.ui.present.register import rows

words = state.speech()
widgets.title("register")

if not state.person().name:
    st.header(words.get("ui.register.who"), anchor=False)
    name = ask("name", words.get("ui.register.name"), words.get("ui.register.name.go"))
    if name:
        state.introduce(name)
        st.rerun()
else:
    st.header(words.get("ui.register.new"), anchor=False)
    title = ask("title", words.get("ui.register.title"), words.get("ui.register.start"))
    if title:
        st.switch_page("pages/screening.py", query_params=state.address(assessment=state.start(title)))

st.header(words.get("ui.register.list"), anchor=False)
shown = rows(state.office().register(), words)
if not shown:
    st.html(f'<p class="notice">{words.get("ui.register.empty")}</p>')
for row in shown:
    with st.container(key=f"row-{row.id}"):
        st.page_link("pages/overview.py", label=widgets.plain(row.title), query_params=state.address(assessment=row.id))
        st.html(f'<p class="detail">{escape(row.detail)}</p>')
