"""The shell (kehys): the pages of the app, and the header that stands over each of them."""

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from eva.errors import NotFound
from eva.locale import Words
from eva.text import LANGUAGES
from eva.ui import state, theme
from eva.ui.present.parts import PARTS, Part, parts

REGISTER = "register"
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def pages(words: Words) -> list[StreamlitPage]:
    """Every page of the app, the register first; a page's file, its key in the words and its URL have one name."""
    return [
        st.Page(f"pages/{name}.py", title=words.get(f"ui.page.{name}"), url_path=name, default=name == REGISTER)
        for name in (REGISTER, *PARTS)
    ]


def draw(page: StreamlitPage, words: Words) -> None:
    """The header of every page: the name of the program, and the languages."""
    st.html(theme.style())
    here = page.url_path or REGISTER
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.page_link(
            "pages/register.py", label=f"**{words.get('ui.app.name')}**", query_params={"lang": words.language}
        )
        with st.container(key="languages", horizontal=True, horizontal_alignment="right"):
            for language in LANGUAGES:
                draw_language(here, language, current=language == words.language)


def draw_language(here: str, language: str, *, current: bool) -> None:
    """The way to the same page in another language."""
    label = f"**{LANGUAGE_NAMES[language]}**" if current else LANGUAGE_NAMES[language]
    query = state.address(at=state.place(), lang=language)
    st.page_link(f"pages/{here}.py", label=label, query_params=query)


def draw_parts(here: str, words: Words) -> None:
    """The title of the open assessment and its parts, each with how far it is; nothing where none is open."""
    if here == REGISTER:
        return
    try:
        opened = state.opened()
    except NotFound:
        return
    st.html(theme.case_title(opened.assessment, words))
    with st.container(key="parts", horizontal=True):
        for part in parts(opened, words):
            draw_part(part, current=part.page == here)


def draw_part(part: Part, *, current: bool) -> None:
    """The way to one part of the assessment; the mark says with a sign what the words beside it say."""
    label = f"{part.mark} {part.label}"
    st.page_link(
        f"pages/{part.page}.py",
        label=f"**{label}**" if current else label,
        help=None,
        query_params=state.address(),
    )
