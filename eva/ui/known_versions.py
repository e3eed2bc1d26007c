"""The versions of a checklist, drawn: which are known, the ways to compare two of them, and what differs."""

import streamlit as st

from eva.checklist import Checklist
from eva.locale import Words
from eva.ui import state, widgets
from eva.ui.present.library_versions import VERSIONS, chosen_pair, compared, known_list, pairs, versions_place


def wants_versions(place: str) -> bool:
    """Whether a place of the library is about the versions of a checklist."""
    return place.split("/")[1:2] == [VERSIONS]


def draw_way_to_versions(checklist: Checklist, words: Words) -> None:
    """The way from the questions of a checklist to its versions."""
    _way(words.get("library.versions.link"), versions_place(checklist.id))


def draw_known(checklist: Checklist, words: Words) -> None:
    """The versions of a checklist, and what differs between the two that the URL names, by default the newest."""
    _way(words.get("library.versions.back"), checklist.id)
    known, opened = state.known(checklist.id), state.opened_if_any()
    used = opened.checklists.get(checklist.id) if opened is not None else None
    st.html(known_list(known, "" if used is None else used.version, words))
    pair = chosen_pair(known, state.place(), words)
    if pair is None:
        return
    with st.container(key="versions", horizontal=True):
        for each in pairs(known, words):
            _way(f"**{each.label}**" if each.place == pair.place else each.label, each.place)
    st.html(compared(pair, words))
    if opened is not None and opened.assessment.status == "draft" and used not in (None, checklist):
        widgets.link("case", words.get("library.versions.move"))


def _way(label: str, place: str) -> None:
    st.page_link("pages/library.py", label=label, query_params=state.address(at=place))
