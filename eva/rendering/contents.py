"""The table of contents (sisällys): a long report has one, with page numbers where there are pages.

A PDF counts its own pages; what has none is judged by about how many its text would fill.
"""

import re
from html import unescape

from markupsafe import Markup

LONG = 5
"""Pages from which a report has a table of contents."""

_LINE, _LINES, _SPACE = 95, 46, 0.9
"""Characters on a line, lines on a page, and the space around a block in lines: as the PDF of the examples has them."""

_DRAWING = re.compile(r"<svg.*?</svg>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
_BLOCK = re.compile(r"</(?:p|li|tr|h[1-4]|dt|figure)>")
_PART = re.compile(r'<section id="([^"]+)"[^>]*>\s*<h2[^>]*>(.*?)</h2>', re.DOTALL)
_NAV = Markup('<nav class="screen-only x-contents" aria-label="{title}">\n<ul>\n{entries}</ul>\n</nav>\n')
_ENTRY = Markup('<li><a href="#{place}">{words}</a></li>\n')


def is_long(html: str) -> bool:
    """Whether a report would fill so many pages that it needs a table of contents."""
    content = _DRAWING.sub("", html.partition("<main>")[2])
    letters = len(" ".join(_TAG.sub(" ", content).split()))
    return letters / _LINE + len(_BLOCK.findall(content)) * _SPACE >= LONG * _LINES


def with_contents(html: str, title: str) -> str:
    """The HTML of a report; a long one gets a list of its parts before the first, unless it has a navigation already.

    A part is a `section` with an `id` that begins with an `h2`.
    """
    parts = list(_PART.finditer(html))
    if len(parts) < 2 or "<nav" in html or not is_long(html):
        return html
    entries = Markup("").join(
        _ENTRY.format(place=Markup(part[1]), words=unescape(_TAG.sub("", part[2])))  # noqa: S704  as it stands there
        for part in parts
    )
    start = parts[0].start()
    return html[:start] + str(_NAV.format(title=title, entries=entries)) + html[start:]
