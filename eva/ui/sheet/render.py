"""Drawing a sheet in a Streamlit page and taking in what people write on it."""

from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import streamlit as st

from eva.locale import Words
from eva.ui.sheet.blocks import Block, as_data
from eva.ui.sheet.outbox import Receive, Settled, settle

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent
_PART = "sheet."


def render_sheet(
    key: str,
    *,
    assessment_id: str,
    words: Words,
    blocks: Callable[[], Sequence[Block]],
    receive: Receive,
    user: str = "",
    focus: str = "",
) -> None:
    """A page's whole form: takes in the edits that the browser sent, then draws the blocks with what is stored now.

    Each edit reaches `receive` once in a session; `blocks` is called afterwards. README.md says what both must do.
    """
    store = f"{user}/{assessment_id}"
    memory = st.session_state.setdefault(f"{key}:{store}", {"session": uuid4().hex, "settled": Settled()})
    settled = settle(_state(key), memory["session"], memory["settled"], receive)
    memory["settled"] = settled
    data = as_data(blocks()) | {
        "receipts": settled.as_data(),
        "lang": words.language,
        "words": _words(words),
        "session": memory["session"],
        "store": store,
        "focus": focus,
    }
    _component()(key=key, data=data, on_outbox_change=_nothing)


def _state(key: str) -> object:
    """What the browser last sent; nothing on the first run of a session and after the sheet was away."""
    state: Any = st.session_state.get(key)
    return state.get("outbox") if state is not None else None


def _nothing() -> None:
    """Naming the state is what makes Streamlit keep it; the work is done in the run itself."""


@cache
def _component() -> "ComponentRenderer":
    return st.components.v2.component(
        "eva_sheet", html='<div class="sheet"></div>', css=_joined("css"), js=_joined("js")
    )


def _joined(kind: str) -> str:
    """All parts of the sheet in one kind of language, in the order of their numbered names."""
    return "\n".join(part.read_text(encoding="utf-8") for part in sorted((FOLDER / kind).glob(f"*.{kind}")))


def _words(words: Words) -> dict[str, str]:
    """The sheet's own words, their placeholders left for the browser to fill."""
    return {name.removeprefix(_PART): words.template(name) for name in words.forms if name.startswith(_PART)}
