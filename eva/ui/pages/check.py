"""Checking and freezing; what it shows is in `eva.ui.present.check`, `.status` and `.freezing`."""

from typing import Literal

import streamlit as st

from eva.ui import state, widgets
from eva.ui.present.check import check
from eva.ui.present.reading import Reading
from eva.ui.present.status import Step, standing
from eva.ui.publishing import draw_kept
from eva.ui.ways import draw_ways

words = state.speech()


def draw_step(step: Step) -> None:
    """The button of a step; leaving the draft is asked twice, for it closes the document to changes."""
    if step.explained:
        with st.expander(step.label):
            st.html(f'<p class="aside">{step.explained}</p>')
            draw_button(step, step.confirmed)
    else:
        draw_button(step, step.label)


def draw_button(step: Step, label: str) -> None:
    """What takes the step: before the run begins, which something else on the page may end before it comes here."""
    kind: Literal["primary", "secondary"] = "primary" if step.onward else "secondary"
    st.button(label, key=f"move-{step.status}", type=kind, on_click=take, args=(step,))


def take(step: Step) -> None:
    """Takes the step."""
    state.office().move(state.assessment_id(), step.status, by=state.person())


def draw_status() -> None:
    """Where the assessment stands, the steps that may follow, or what they wait for."""
    found = standing(state.opened(), words, named=bool(state.person().name))
    st.header(words.get("overview.status.title"), anchor=False)
    st.html(found.html)
    with st.container(key="steps", horizontal=True):
        for step in found.steps:
            draw_step(step)
    if found.waits:
        st.html(f'<p class="aside">{found.waits}</p>')
    if not state.person().name:
        widgets.link("register", words.get("ui.page.register"))


if widgets.require_assessment():
    form = widgets.form()
    widgets.title("check", form)
    st.html(check(Reading(form), state.office().now()))
    draw_ways(".check")
    draw_status()
    draw_kept(words)
    widgets.onward("report")
