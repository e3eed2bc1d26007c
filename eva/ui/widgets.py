"""Widgets: what pages draw with, on top of the sheet and Streamlit's links."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from eva.errors import NotFound
from eva.ui import sheet, state
from eva.ui.form import Form
from eva.ui.receiving import receive


def title(key: str) -> None:
    """The page's own heading and the sentence under it."""
    words = state.speech()
    st.title(words.get(f"ui.page.{key}"), anchor=False)
    st.html(f'<p class="lead">{words.get(f"ui.lead.{key}")}</p>')


def draw_sheet(key: str, blocks: Callable[[Form], Sequence[sheet.Block]]) -> None:
    """A page's form over the open assessment; it saves each change at once and is drawn anew with what is stored."""
    if require_assessment():
        _draw(key, blocks)


@st.fragment
def _draw(key: str, blocks: Callable[[Form], Sequence[sheet.Block]]) -> None:
    words = state.speech()
    person = state.person()
    sheet.render_sheet(
        key,
        assessment_id=state.assessment_id(),
        words=words,
        blocks=lambda: blocks(Form(state.opened(), words)),
        receive=partial(
            receive, office=state.office(), assessment_id=state.assessment_id(), person=person, words=words
        ),
        user=person.name,
        focus=state.place(),
    )


def require_assessment() -> bool:
    """Whether the URL names an assessment that exists; otherwise says so and shows the way to the register."""
    try:
        state.opened()
    except NotFound:
        words = state.speech()
        st.html(f'<p class="notice" role="status">{words.get("ui.assessment.missing")}</p>')
        link("register", words.get("ui.page.register"))
        return False
    return True


def link(page: str, label: str, at: str = "") -> None:
    """The way to a page of the open assessment, and to a place on it."""
    st.page_link(f"pages/{page}.py", label=label, query_params=state.address(at=at))


def plain(text: str) -> str:
    """Words from people as a label that Streamlit would otherwise read as Markdown."""
    return "".join(f"\\{sign}" if sign in _MARKDOWN else sign for sign in " ".join(text.split()))


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:&")
