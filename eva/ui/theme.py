"""The looks of the app beside Streamlit's theme: spacing, the header, tables and the colours of the impact scale."""

from functools import cache
from html import escape
from pathlib import Path

from eva.assessment import Assessment
from eva.locale import Words
from eva.rendering.html import said
from eva.report_parts import Text
from eva.text import read_free_text
from eva.ui.present.register import example_mark

_NAMES = ("theme.css", "overview.css", "library.css", "tasks.css", "comparison.css", "help.css", "print.css")
_FILES = tuple(Path(__file__).parent / name for name in _NAMES)


@cache
def style() -> str:
    """The style sheets as an element."""
    return f"<style>{''.join(file.read_text(encoding='utf-8') for file in _FILES)}</style>"


def case_title(assessment: Assessment, words: Words) -> str:
    """The title of the open assessment and its status, above its parts."""
    title = Text(*read_free_text(assessment.case.title, words.language, assessment.case.language))
    shown = said(title, words.language) if title.text else escape(words.get("ui.case.untitled"))
    status = escape(words.get(f"ui.status.{assessment.status}"))
    mark = example_mark(assessment.id, words)
    return f'<p class="case-title"><span>{shown}</span> <span class="status">{status}</span>{mark}</p>'
