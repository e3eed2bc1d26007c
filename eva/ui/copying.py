"""Copying a text: it stands there to be read and selected, with a button that copies it and says that it did."""

from functools import cache
from typing import TYPE_CHECKING, Literal

import streamlit as st

from eva.locale import Words
from eva.text import Language

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HTML = """<div class="copying">
<div class="row"><button type="button"></button><span role="status"></span><small></small></div>
<div class="text" tabindex="0" aria-readonly="true" aria-multiline="true"></div>
</div>"""
_JS = """
export default function ({ data, parentElement }) {
  const find = (what) => parentElement.querySelector(what);
  const [button, status, text] = ['button', 'span', '.text'].map(find);
  button.textContent = data.button;
  find('small').textContent = data.told;
  text.textContent = data.text;
  text.lang = data.lang;
  text.setAttribute('aria-label', data.label);
  text.setAttribute('role', 'textbox');
  const select = () => {
    const range = document.createRange();
    range.selectNodeContents(text);
    const selection = window.getSelection();
    selection.removeAllRanges();
    selection.addRange(range);
    text.focus();
  };
  button.onclick = async () => {
    let copied = false;
    try {
      await navigator.clipboard.writeText(data.text);
      copied = true;
    } catch {
      select();
      copied = document.execCommand('copy');
    }
    status.textContent = copied ? data.copied : data.by_hand;
  };
}
"""
_CSS = """
.copying { display: grid; gap: .625rem; font: inherit; color: var(--st-text-color); max-width: 52rem }
.row { display: flex; flex-wrap: wrap; align-items: center; gap: .5rem 1rem }
button { font: inherit; font-weight: 600; min-height: 2.75rem; padding: .4rem 1rem; border-radius: .5rem }
button { border: 1px solid transparent; cursor: pointer }
button { background: var(--st-primary-color); color: var(--st-background-color) }
small { font-size: .875rem; margin-inline-start: auto }
.text { white-space: pre-line; overflow-wrap: anywhere; line-height: 1.5; padding: .875rem 1rem; border-radius: .5rem }
.text { border: 1px solid color-mix(in srgb, var(--st-text-color) 25%, transparent); user-select: text }
.text { background: var(--st-secondary-background-color) }
button:focus-visible, .text:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px }
"""


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component("eva_copying", html=_HTML, css=_CSS, js=_JS)


def draw_copying(
    key: str, text: str, told: str, language: Language, words: Words, *, what: Literal["summary", "address"] = "summary"
) -> None:
    """The text in its own language, how long it is (`told`), and the button; `what` it is."""
    said = {name: words.get(f"copy.{what}.{name}") for name in ("button", "label", "copied", "by_hand")}
    _component()(key=key, data={**said, "text": text, "told": told, "lang": language})
