"""Asking for one line of words with a button: a plain form whose only words are our own."""

from collections.abc import Callable
from functools import cache, partial
from typing import TYPE_CHECKING, Any

import streamlit as st

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_JS = """
export default function ({ data, parentElement, setTriggerValue }) {
  const form = parentElement.querySelector('form');
  form.querySelector('label span').textContent = data.label;
  form.querySelector('button').textContent = data.button;
  const input = form.querySelector('input');
  input.maxLength = 200;
  form.onsubmit = (event) => {
    event.preventDefault();
    if (input.value.trim()) setTriggerValue('said', input.value.trim());
    else input.focus();
  };
}
"""
_HTML = """<form><label><span></span><input type="text" required autocomplete="off"></label><button></button></form>"""
_CSS = """
form { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; font: inherit; color: var(--st-text-color) }
label { display: grid; gap: .25rem; flex: 1 1 18rem; max-width: 40rem; font-weight: 600 }
input, button { font: inherit; min-height: 2.75rem; padding: .4rem .8rem; border-radius: .375rem }
input { box-sizing: border-box; width: 100% }
input { border: 1px solid #767676; background: var(--st-background-color); color: inherit; font-weight: 400 }
button { border: 1px solid transparent; background: var(--st-primary-color); color: var(--st-background-color) }
button { cursor: pointer; white-space: nowrap }
button { font-weight: 600 }
input:focus-visible, button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px }
"""


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component("eva_ask", html=_HTML, css=_CSS, js=_JS)


def ask(key: str, label: str, button: str, take: Callable[[str], None] = lambda _: None) -> str:
    """The words given by the press of the button in this run; empty at all other times.

    `take` hears them before the run begins: a person who goes to another page at once ends the run before it has come
    to this form, and the words with it.
    """
    answer = _component()(key=key, data={"label": label, "button": button}, on_said_change=partial(_hand, key, take))
    return _said(answer)


def _hand(key: str, take: Callable[[str], None]) -> None:
    if said := _said(st.session_state.get(key)):
        take(said)


def _said(answer: Any) -> str:
    return str(answer.get("said") or "") if answer is not None else ""
