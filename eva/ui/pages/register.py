"""The register: the assessments there are, and the start of a new one by its title alone."""

import streamlit as st

from eva.catalog.shipped import example_ids
from eva.ui import state, widgets
from eva.ui.ask import ask
from eva.ui.present.help import way_to
from eva.ui.present.register import row
from eva.ui.tour import PLACE as TOUR
from eva.ui.tour import draw_tour

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

draw_tour(words, way=way_to("start", state.address()), again=state.place() == TOUR)
st.header(words.get("ui.register.list"), anchor=False)
summaries = state.office().register()
if not summaries:
    told = "ui.register.empty" if state.person().name else "ui.register.empty.nameless"
    st.html(f'<p class="notice">{words.get(told)}</p>')
if any(summary.id in example_ids() for summary in summaries):
    st.html(f'<p class="aside">{words.get("demo.told")}</p>')
for summary in summaries:
    shown = row(summary, state.glanced(summary.id, summary.revision), words)
    with st.container(key=f"row-{shown.id}"):
        address = state.address(assessment=shown.id)
        st.page_link(f"pages/{shown.page}.py", label=widgets.plain(shown.title), query_params=address)
        st.html(f'<p class="detail">{shown.detail}</p>')
