"""Failing: what a person sees when a page breaks, instead of Streamlit's own words."""

import logging
from html import escape

import streamlit as st

from eva.catalog.messages import problem_line
from eva.errors import ProblemsFound
from eva.locale import words
from eva.text import LANGUAGES

_log = logging.getLogger(__name__)


def show_failure(error: Exception) -> bool:
    """Writes the error to the log and tells the person, in their language, what is safe and what to do.

    Mistakes in the installation's own checklists are told as `eva check` tells them: whoever wrote the file may be the
    one who looks. Returns True: Streamlit's own box, in English and with links to other services, is not shown.
    """
    _log.error("a page failed", exc_info=error)
    wanted = st.query_params.get("lang", "")
    said = words(next((language for language in LANGUAGES if language == wanted), LANGUAGES[0]))
    problems = error.problems if isinstance(error, ProblemsFound) else ()
    lines = "".join(f"<li>{escape(problem_line(each, said))}</li>" for each in problems)
    st.html(
        f'<div role="alert" class="notice"><p><strong>{escape(said.get("web.failed"))}</strong></p>'
        f"<p>{escape(said.get('web.failed.problems' if lines else 'web.failed.what'))}</p>"
        f"{f'<ul>{lines}</ul>' if lines else ''}</div>"
    )
    return True
