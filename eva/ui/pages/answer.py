"""The page `answer`; what it shows is in `eva.ui.present.answer`."""

from functools import partial

import streamlit as st

from eva.ui import state, widgets
from eva.ui.form import Form
from eva.ui.present.answer import asks_anything, blocks
from eva.ui.present.contents import contents, following
from eva.ui.present.portions import opened_at
from eva.ui.present.screening import verdict


def above(form: Form, at: str) -> None:
    """The ways to the other portions of the questions, or why nothing is asked yet."""
    if not asks_anything(form):
        needless = verdict(form).step == "skip"
        told = state.speech().get("overview.empty.none_needed" if needless else "ui.answer.empty")
        st.html(f'<p class="notice">{told}</p>')
    elif listed := contents(form, at):
        st.html(listed)


def below(form: Form, at: str) -> None:
    """The way to the next portion, or to what the answers come to; where nothing is asked yet, to the checklists."""
    if not asks_anything(form):
        widgets.onward("screening")
    elif onward := following(form, at):
        st.html(onward)
    else:
        widgets.onward("overview")


if widgets.require_assessment():
    at, focus = opened_at(widgets.form(), state.place())
    widgets.draw_sheet(
        "answer", partial(blocks, at=at), above=partial(above, at=at), below=partial(below, at=at), place=focus
    )
