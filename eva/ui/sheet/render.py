"""Drawing a sheet in a Streamlit page and taking in what people write on it."""

from collections.abc import Callable, Sequence
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import streamlit as st

from eva.locale import Words
from eva.ui.sheet.asking import Log, answer
from eva.ui.sheet.blocks import Block, as_data
from eva.ui.sheet.outbox import Receive, Settled, settle

if TYPE_CHECKING:
    from streamlit.components.v2.types import ComponentRenderer

FOLDER = Path(__file__).parent
_PART = "sheet."


def render_sheet(  # noqa: PLR0913  each by its name, and most may be left out
    key: str,
    *,
    assessment_id: str,
    words: Words,
    blocks: Callable[[], Sequence[Block]],
    receive: Receive,
    user: str = "",
    focus: str = "",
    written_in: str = "",
    log: Callable[[], Log] | None = None,
) -> None:
    """A page's whole form: takes in the edits that the browser sent, then draws the blocks with what is stored now.

    Each edit reaches `receive` once in a session; `blocks` and `log` are called afterwards. README.md says what they
    must do. `written_in` is the language of what people type, where that is known.
    """
    store = f"{user}/{assessment_id}"
    memory = st.session_state.setdefault(f"{key}:{store}", {"session": uuid4().hex, "settled": Settled()})
    settled = settle(_state(key, "outbox"), memory["session"], memory["settled"], receive)
    memory["settled"] = settled
    kit = _kit(words)
    told = answer(_state(key, "asks"), memory, log) if log is not None else {}
    data = as_data(blocks()) | {
        "receipts": settled.as_data(),
        "lang": words.language,
        "kit": kit["name"],
        "session": memory["session"],
        "store": store,
        "focus": focus,
        "written_in": written_in,
    }
    sheet, code = _components()
    sheet(key=key, data=data | told, on_outbox_change=_nothing, on_asks_change=_nothing)
    code(key=f"{key}:code", data=kit)


def _state(key: str, name: str) -> object:
    """What the browser last sent; nothing on the first run of a session and after the sheet was away."""
    state: Any = st.session_state.get(key)
    return state.get(name) if state is not None else None


def _nothing() -> None:
    """Naming the state is what makes Streamlit keep it; the work is done in the run itself."""


@cache
def _components() -> tuple["ComponentRenderer", "ComponentRenderer"]:
    """The sheet itself, light, and the code that draws it, which Streamlit sends once because it never changes."""
    component = st.components.v2.component
    stub = (FOLDER / "stub.js").read_text(encoding="utf-8")
    return component("eva_sheet", html='<div class="sheet"></div>', js=stub), component(
        "eva_sheet_code", js=_joined("js")
    )


@cache
def _joined(kind: str) -> str:
    """All parts of the sheet in one kind of language, in the order of their numbered names."""
    return "\n".join(part.read_text(encoding="utf-8") for part in sorted((FOLDER / kind).glob(f"*.{kind}")))


def _kit(words: Words) -> dict[str, Any]:
    """What the browser needs once: the look, and the sheet's own words, their placeholders left for it to fill."""
    own = {name.removeprefix(_PART): words.template(name) for name in words.forms if name.startswith(_PART)}
    digest = sha256("\0".join((_joined("js"), _joined("css"), *own.values())).encode()).hexdigest()[:12]
    return {"name": f"{words.language}-{digest}", "words": own, "css": _joined("css")}
