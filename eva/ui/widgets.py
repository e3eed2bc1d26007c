"""Widgets: what pages draw with, on top of the sheet and Streamlit's links."""

from collections.abc import Callable, Sequence
from functools import cache, partial

import streamlit as st

from eva.ui import sheet, shell, state
from eva.ui.form import Form
from eva.ui.present.glossary import of_page
from eva.ui.present.help import GLOSSARY, way_to
from eva.ui.present.parts import next_page
from eva.ui.present.places import locate
from eva.ui.receiving import receive
from eva.ui.taking_back import log_of

Blocks = Callable[[Form], Sequence[sheet.Block]]
"""What a page shows and asks, made anew from what is stored."""

Around = Callable[[Form], None]
"""Draws what stands above or below a sheet."""


def title(key: str, form: Form | None = None) -> None:
    """The parts of the open assessment, the page's own heading, the sentence under it, and its terms."""
    words = state.speech()
    opened = form.opened if form is not None else state.opened_if_any()
    if opened is not None and key != shell.REGISTER:
        shell.draw_parts(opened, key, words)
    st.title(words.get(f"ui.page.{key}"), anchor=False)
    terms = of_page(key, words, way_to(GLOSSARY, state.address()))
    st.html(f'<p class="lead">{words.get(f"ui.lead.{key}")}</p>{terms}')


def form() -> Form:
    """The fields of the open assessment as it is stored now."""
    return Form(state.opened(), state.speech())


def draw_sheet(
    key: str, blocks: Blocks, above: Around | None = None, below: Around | None = None, place: str | None = None
) -> None:
    """A page: heading, form over the open assessment, and below it what `below` draws, else the way to the next part.

    It saves each change at once and is drawn anew, its heading with the progress too, with what is stored. What `above`
    draws stands under the heading. `place` is where to go on it, by default where the URL says.
    """
    if require_assessment():
        place = state.place() if place is None else place
        focus = locate(place, blocks(form())) if place else ""
        _draw(key, blocks, above or (lambda _: None), below or (lambda _: onward(next_page(key))), focus)


@st.fragment
def _draw(key: str, blocks: Blocks, above: Around, below: Around, focus: str) -> None:
    words = state.speech()
    person = state.person()
    receiving = partial(receive, office=state.office(), assessment_id=state.assessment_id(), person=person, words=words)
    now = cache(form)  # read once in this run, when the edits have been taken in
    head = st.container(key="head")
    sheet.render_sheet(
        key,
        assessment_id=state.assessment_id(),
        words=words,
        blocks=lambda: blocks(now()),
        receive=receiving,
        user=person.name,
        focus=focus,
        written_in=state.opened().assessment.case.language,
        log=lambda: log_of(now, state.office(), person, now.cache_clear),
    )
    with head:
        title(key, now())
        if now().readonly:
            st.html(f'<p class="notice">{words.get("tasks.readonly")}</p>')
        above(now())
    below(now())


def onward(page: str) -> None:
    """The way to another part, as the next step of this page."""
    words = state.speech()
    with st.container(key="onward", horizontal=True):
        link(page, words.get("ui.onward", page=words.get(f"ui.page.{page}")))


def require_assessment() -> bool:
    """Whether the URL names an assessment that exists; otherwise says so and shows the way to the register."""
    if state.opened_if_any() is not None:
        return True
    words = state.speech()
    st.title(words.get("ui.app.title"), anchor=False)
    st.html(f'<p class="notice" role="status">{words.get("ui.assessment.missing")}</p>')
    with st.container(key="onward", horizontal=True):
        link("register", words.get("ui.page.register"))
    return False


def link(page: str, label: str, at: str = "") -> None:
    """The way to a page of the open assessment, and to a place on it."""
    st.page_link(f"pages/{page}.py", label=label, query_params=state.address(at=at))


def plain(text: str) -> str:
    """Words from people as a label that Streamlit would otherwise read as Markdown."""
    return "".join(f"\\{sign}" if sign in _MARKDOWN else sign for sign in " ".join(text.split()))


_MARKDOWN = frozenset("\\`*_{}[]()<>#+-.!|~$:&")
