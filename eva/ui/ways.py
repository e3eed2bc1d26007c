"""Ways (tiet): links inside shown text that lead to other pages of the app without loading the app anew.

Without this, or before it has come up, such a link is an ordinary one and leads to the same place.
"""

from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl, urlsplit

import streamlit as st

from eva.ui.present.parts import PARTS

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_JS = """
export default function ({ parentElement, data, setTriggerValue }) {
  parentElement.ways?.abort();
  parentElement.ways = new AbortController();
  const changed = (event) => event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey;
  const follow = (event) => {
    const link = event.target.closest?.(data.within);
    if (!link || event.defaultPrevented || changed(event)) return;
    event.preventDefault();
    setTriggerValue('way', link.getAttribute('href'));
  };
  document.addEventListener('click', follow, { signal: parentElement.ways.signal });
  return () => parentElement.ways.abort();
}
"""
_PAGES = frozenset((*PARTS, "help"))
_QUERY = frozenset({"a", "lang", "at"})


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component("eva_ways", js=_JS)


def draw_ways(within: str) -> None:
    """Follows the links of our own pages inside the elements that a CSS selector names."""
    answer = _component()(key="ways", data={"within": f'{within} a[href^="/"]'}, on_way_change=_nothing)
    page, query = destination(str(answer.get("way") or ""))
    if page:
        st.switch_page(f"pages/{page}.py", query_params=query)


def destination(way: str) -> tuple[str, dict[str, str]]:
    """The page that an address names and its query; no page where it is none of ours."""
    parts = urlsplit(way)
    page = parts.path.removeprefix("/")
    if parts.netloc or page not in _PAGES:
        return "", {}
    return page, {name: value for name, value in parse_qsl(parts.query) if name in _QUERY}


def _nothing() -> None:
    """Naming the trigger is what makes Streamlit deliver it."""
