"""Asking for one line of words with a button: a plain form whose only words are our own."""

from functools import cache
from typing import TYPE_CHECKING

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
  // A press elsewhere would reach the server with the words and take their place: none counts until they have come.
  const page = document.querySelector('.stMain');
  let waiting;
  const goOn = () => { clearTimeout(waiting); page.inert = false; };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (!input.value.trim()) { input.focus(); return; }
    setTriggerValue('said', input.value.trim());
    page.inert = true;
    waiting = setTimeout(goOn, 5000);
  };
  return goOn;
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


def ask(key: str, label: str, button: str) -> str:
    """The words given by the press of the button in this run; empty at all other times."""
    answer = _component()(key=key, data={"label": label, "button": button}, on_said_change=_nothing)
    said = answer.get("said")
    return str(said) if said else ""


def _nothing() -> None:
    """Naming the trigger is what makes Streamlit deliver it."""
