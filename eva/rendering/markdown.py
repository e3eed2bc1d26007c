"""Markdown of free text (vapaa teksti): paragraphs, lists, emphasis and https links; everything else stays as typed."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict

from eva.rendering.tree import link_allowed
from eva.text import held

_RULES = ["list", "emphasis", "link", "escape", "newline", "balance_pairs", "fragments_join"]
_DEPTH = 12
"""Lists within lists that are still read as such."""


class _Html(RendererHTML):
    """Writes the few tags that docs/report-html.md knows."""

    def softbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """A line break typed by a person is one: easy-language texts are written line by line."""
        del tokens, idx, options, env
        return "<br>\n"

    def hardbreak(self, tokens: Sequence[Token], idx: int, options: OptionsDict, env: EnvType) -> str:
        """The same for two spaces or a backslash at the end of a line."""
        return self.softbreak(tokens, idx, options, env)


@cache
def _reader() -> MarkdownIt:
    reader = MarkdownIt("zero", {"maxNesting": 2 * _DEPTH}, renderer_cls=_Html)
    reader.enable(_RULES)
    reader.validateLink = _safe  # type: ignore[method-assign, assignment]
    return reader


def _safe(address: str) -> bool:
    """Whether a text may link to an address: https and nothing else."""
    return address.lower().startswith("https://") and link_allowed(address)


def to_html(text: str) -> str:
    """Free text as HTML blocks (`p`, `ul`, `ol` with `strong`, `em`, `a`, `br`); what is typed as HTML is shown."""
    rendered: Any = _reader().render(held(text))
    return str(rendered).rstrip("\n")
