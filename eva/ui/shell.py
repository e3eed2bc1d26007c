"""The shell (kehys): the pages of the app, and the header that stands over each of them."""

from html import escape
from urllib.parse import urlencode

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from eva.locale import Words
from eva.text import Language
from eva.ui import state, theme
from eva.ui.present.parts import PARTS, Part, parts
from eva.workflow import Opened

REGISTER, LIBRARY, HELP = "register", "library", "help"
LANGUAGE_NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}


def pages(words: Words) -> list[StreamlitPage]:
    """Every page of the app, the register first; a page's file, its key in the words and its URL have one name."""
    return [
        st.Page(f"pages/{name}.py", title=words.get(f"ui.page.{name}"), url_path=name, default=name == REGISTER)
        for name in (REGISTER, LIBRARY, HELP, *PARTS)
    ]


def draw(page: StreamlitPage, words: Words) -> None:
    """The header of every page: the name of the program, its checklists and help, and the languages."""
    st.html(theme.style())
    with st.container(key="header", horizontal=True, vertical_alignment="center"):
        st.page_link(
            "pages/register.py", label=f"**{words.get('ui.app.name')}**", query_params={"lang": words.language}
        )
        for name in (LIBRARY, HELP):
            st.page_link(f"pages/{name}.py", label=words.get(f"ui.page.{name}"), query_params=state.address())
        st.html(languages(page.url_path, words))


def languages(here: str, words: Words) -> str:
    """The ways to the same page in each language.

    They load the page anew: a run that a sheet asks for while Streamlit goes from a page to itself would bring the old
    language back, and a sheet that goes away with the page has kept what it holds.
    """
    links = "".join(language_link(here, each, current=each == words.language) for each in state.settings().languages)
    return f'<nav class="languages" aria-label="{escape(words.get("ui.languages"))}">{links}</nav>'


def language_link(here: str, language: Language, *, current: bool) -> str:
    """The way to a page in one language."""
    query = escape(urlencode(state.address(at=state.place(), lang=language)))
    mark = ' aria-current="true"' if current else ""
    name = LANGUAGE_NAMES[language]
    return f'<a href="/{here}?{query}" target="_self" lang="{language}" hreflang="{language}"{mark}>{name}</a>'


def draw_parts(opened: Opened, here: str, words: Words) -> None:
    """The title of the open assessment and its parts, each with how far it is."""
    st.html(theme.case_title(opened.assessment, words))
    with st.container(key="parts", horizontal=True):
        for part in parts(opened, words):
            draw_part(part, current=part.page == here)


def draw_part(part: Part, *, current: bool) -> None:
    """The way to one part of the assessment; the mark says with a sign what the words beside it say."""
    label = " ".join(word for word in (part.mark, part.label, part.detail) if word)
    st.page_link(
        f"pages/{part.page}.py",
        label=f"**{label}**" if current else label,
        help=None,
        query_params=state.address(),
    )
