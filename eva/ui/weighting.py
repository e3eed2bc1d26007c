"""Weighting: the form in which a viewer says what matters to them; what is said goes into the address alone."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import streamlit as st

from eva.locale import Words
from eva.ui.present.choices import Choices, read_choices

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

_HTML = '<div class="overview weighting"><form></form><p role="status"></p></div>'
_WORDS = ("form", "more", "same", "less", "ends", "ends_help", "least", "most", "known", "reset")


@cache
def _component() -> "ComponentRenderer":
    css, js = (Path(__file__).with_suffix(end).read_text(encoding="utf-8") for end in (".css", ".js"))
    return st.components.v2.component("eva_weighting", html=_HTML, css=css, js=js, isolate_styles=False)


def ask_weights(
    choices: Choices, perspectives: dict[str, str], *, open_answers: bool, told: str, words: Words
) -> Choices:
    """The choices after this run: those given, or what was chosen now.

    `perspectives` are their titles by id; without `open_answers` there is nothing to leave out. `told` is read aloud
    when the result of a choice has come.
    """
    answer = _component()(
        key=f"weights-{words.language}",
        data={
            "perspectives": [{"id": name, "title": title} for name, title in perspectives.items()],
            "importance": dict(choices.importance),
            "ends": {name: list(ends) for name, ends in choices.ends.items()},
            "known": choices.known,
            "open": open_answers,
            "told": told,
            "words": {name: words.get(f"comparison.weights.{name}") for name in _WORDS},
        },
        on_chosen_change=_nothing,
    )
    chosen = answer.get("chosen")
    return choices if chosen is None else read_choices(str(chosen), tuple(perspectives))


def _nothing() -> None:
    """Naming the trigger is what makes Streamlit deliver it."""
