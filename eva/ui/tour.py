"""The tour (esittely): five sentences on the first page, until a reader closes them; the browser remembers that."""

from functools import cache
from typing import TYPE_CHECKING

import streamlit as st

from eva.locale import Words

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

STEPS = ("begin", "answer", "saved", "overview", "report")
PLACE = "tour"
"""Where an address leads that shows the tour again."""

_JS = """
const CLOSED = 'eva.tour';
const kept = (act) => { try { return act(window.localStorage); } catch { return null; } };
export default function ({ data, parentElement }) {
  const tour = parentElement.querySelector('section');
  const told = parentElement.querySelector('[role=status]');
  if (data.again) kept((store) => store.removeItem(CLOSED));
  if (!told.textContent) tour.hidden = kept((store) => store.getItem(CLOSED)) !== null;
  tour.querySelector('h2').textContent = data.title;
  tour.querySelector('ol').replaceChildren(...data.steps.map((step) => {
    const line = document.createElement('li');
    line.textContent = step;
    return line;
  }));
  const [link, button] = tour.querySelectorAll('a, button');
  link.textContent = data.help;
  link.href = data.way;
  button.textContent = data.close;
  button.onclick = () => {
    kept((store) => store.setItem(CLOSED, '1'));
    tour.hidden = true;
    told.textContent = data.closed;
    told.focus();
  };
}
"""
_HTML = """<section hidden aria-labelledby="eva-tour"><h2 id="eva-tour"></h2><ol></ol>
<p><a></a><button type="button"></button></p></section>
<p role="status" tabindex="-1"></p>"""
_CSS = """
section { border: 1px solid var(--st-primary-color); border-radius: .75rem; padding: 1rem 1.25rem 1.125rem }
section { color: var(--st-text-color); line-height: 1.5 }
section[hidden] { display: none }
h2 { font-size: 1.125rem; line-height: 1.4; margin: 0 0 .5rem }
ol { margin: 0; padding-inline-start: 1.25rem; display: grid; gap: .375rem 2.5rem }
ol { grid-template-columns: repeat(auto-fit, minmax(min(100%, 20rem), 1fr)) }
li::marker { font-weight: 700; color: var(--st-primary-color) }
section p { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .875rem 0 0 }
a { color: var(--st-primary-color); text-underline-offset: .15em; padding-block: .25rem }
button { font: inherit; min-height: 2.25rem; padding: .25rem .875rem; border-radius: .375rem; cursor: pointer }
button { border: 1px solid var(--st-primary-color); background: none; color: var(--st-primary-color) }
a:focus-visible, button:focus-visible { outline: 3px solid var(--st-primary-color); outline-offset: 2px }
p[role=status] { color: var(--st-text-color); margin: 0 }
p[role=status]:focus { outline: none }
"""


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component("eva_tour", html=_HTML, css=_CSS, js=_JS)


def draw_tour(words: Words, *, way: str, again: bool) -> None:
    """The tour, unless this browser has closed it and nobody asks for it `again`; `way` is the address of the help."""
    data = {
        "title": words.get("tour.title"),
        "steps": [words.get(f"tour.{step}") for step in STEPS],
        "help": words.get("tour.help"),
        "way": way,
        "close": words.get("tour.close"),
        "closed": words.get("tour.closed"),
        "again": again,
    }
    _component()(key="tour", data=data)
