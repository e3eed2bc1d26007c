"""A bare Streamlit page with the components of the answer page: prepared data drawn, nothing read, judged or kept."""

import json
import os
from pathlib import Path
from typing import Any

import streamlit as st

HERE = Path(os.environ["BARE_PAGE"])


@st.cache_resource
def prepared() -> dict[str, Any]:
    """What the real page drew: its components with their code and data, and the words around them."""
    held: dict[str, Any] = json.loads(HERE.read_text(encoding="utf-8"))
    return held


@st.cache_resource
def components() -> list[tuple[Any, Any]]:
    """The components under names of their own, each with its data; with `BARE_EACH`, a sheet for each of its blocks."""
    made = [
        (st.components.v2.component(f"bare_{n}", html=one["html"], js=one["js"]), json.loads(one["data"]))
        for n, one in enumerate(prepared()["components"])
    ]
    if "BARE_EACH" not in os.environ:
        return made
    return [(component, part) for component, data in made for part in _each(data)]


def _each(data: dict[str, Any]) -> list[dict[str, Any]]:
    blocks = data.get("blocks", [])
    return [data | {"blocks": [block]} for block in blocks] or [data]


def _receipts(key: str) -> dict[str, Any]:
    """That each edit has come, without keeping it: else the component would send it again."""
    edits = (st.session_state.get(key, {}).get("outbox") or {}).get("edits", {})
    told = [{"path": path, "seq": edit["seq"], "kind": "saved", "version": ""} for path, edit in edits.items()]
    return {"receipts": told} if told else {}


@st.fragment
def page() -> None:
    """The heading, the parts, the sheet, the way on."""
    head = st.container()
    for number, (component, data) in enumerate(components()):
        key = f"component{number}"
        component(key=key, data=data | _receipts(key), on_outbox_change=lambda: None)
    with head:
        st.html(prepared()["html"])
        with st.container(horizontal=True):
            for name in prepared()["parts"]:
                st.page_link("https://example.org/" + name, label=name)
        st.title("Vaikutukset", anchor=False)
        st.html("<p>Mitä kukin vaihtoehto muuttaa, ja kenelle?</p>")
    with st.container(horizontal=True):
        st.page_link("https://example.org/overview", label="Seuraavaksi: Yhteenveto")


st.set_page_config(page_title="Bare", layout="wide")
page()
