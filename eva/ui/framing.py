"""Framing a document of our own: the report as it will be read, in the page, under a title of its own."""

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HTML = '<iframe class="eva-frame" sandbox="allow-same-origin allow-popups" loading="lazy"></iframe>'
_JS = """
export default function ({ data, parentElement }) {
  const frame = parentElement.querySelector('iframe');
  frame.title = data.title;
  if (frame.getAttribute('src') !== data.address) frame.setAttribute('src', data.address);
}
"""
_CSS = """
.eva-frame { display: block; width: 100%; height: min(85vh, 62rem); border: 1px solid #8a94a0; border-radius: .5rem }
.eva-frame { background: light-dark(#e9ecef, #11171d); box-sizing: border-box }
"""


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component("eva_framing", html=_HTML, css=_CSS, js=_JS, isolate_styles=False)


def draw_framed(key: str, address: str, title: str) -> None:
    """The document at an address of this app, drawn anew when its address changes; nothing in it can run."""
    _component()(key=key, data={"address": address, "title": title})
