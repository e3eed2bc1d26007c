"""Literal text (sellaisenaan): what people typed as any file can hold it, and which of it no file can.

HTML, Word and workbooks may not hold control characters, halves of a character and noncharacters, and signs that turn
the direction of writing would make a text read differently from what it says. All of them are shown by their code
points, `[U+0007]`, as the PDF shows what its fonts lack.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass

from eva.rendering.glyphs import Replacement, code_point, replacement
from eva.report_model import Report

_UNHELD = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
)
_RUN = re.compile(f"{_UNHELD.pattern}+")


def literal(text: str) -> str:
    """The text with everything that no file can hold shown by code points, adjacent ones in one pair of brackets."""
    return text if text.isprintable() else _RUN.sub(_shown, text)


def unheld(reports: Iterable[Report], printed: str | None = None) -> tuple[Replacement, ...]:
    """Every character of the reports that `literal` replaces, by code point; of `printed` only those that stand there.

    How often one stands there is counted in `printed`, else in the reports.
    """
    counts = Counter(sign for report in reports for text in _texts(report) for sign in _UNHELD.findall(text))
    if printed is not None:
        counts = Counter({sign: printed.count(code_point(sign)) for sign in counts})
    return tuple(replacement(sign, times) for sign, times in sorted(counts.items()) if times)


def _shown(run: re.Match[str]) -> str:
    return f"[{' '.join(map(code_point, run[0]))}]"


def _texts(node: object) -> Iterator[str]:
    """Every text in a report."""
    if isinstance(node, str):
        yield node
    elif is_dataclass(node):
        for each in fields(node):
            yield from _texts(getattr(node, each.name))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield from _texts(key)
            yield from _texts(value)
    elif isinstance(node, tuple | list | frozenset):
        for each in node:
            yield from _texts(each)
