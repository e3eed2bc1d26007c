"""The table of contents of a report without pages: a long one lists its parts, a short one does not."""

import re

from eva.rendering.contents import is_long, with_contents
from tests.documents import a_report

PART = '<section id="p{0}">\n<h2>Osa {0}</h2>\n{1}</section>\n'


def parts(lines: int) -> str:
    """A report of two parts with so many lines of text in each."""
    text = "<p>" + "sana " * 19 + "</p>"
    return a_report(PART.format(1, text * lines) + PART.format(2, text * lines))


def test_a_report_of_five_pages_is_long_and_one_of_two_is_not() -> None:
    assert is_long(parts(70))
    assert not is_long(parts(25))


def test_drawings_do_not_make_a_report_long() -> None:
    picture = "<figure><svg viewBox='0 0 1 1'><title>x</title>" + "<text>sanoja</text>" * 5000 + "</svg></figure>"
    assert not is_long(a_report(picture))


def test_a_long_report_lists_its_parts_before_the_first_of_them() -> None:
    html = with_contents(parts(80), "Sisällys")
    nav = re.search(r"<nav.*?</nav>", html, re.DOTALL)
    assert nav is not None
    assert re.findall(r'<a href="#(.*?)">(.*?)</a>', nav[0]) == [("p1", "Osa 1"), ("p2", "Osa 2")]
    assert 'aria-label="Sisällys"' in nav[0]
    assert html.index("<h1>") < html.index("<nav") < html.index("<h2>")


def test_a_short_report_stays_as_it_is() -> None:
    assert with_contents(parts(5), "Sisällys") == parts(5)


def test_a_template_that_has_a_navigation_of_its_own_keeps_it() -> None:
    html = parts(80).replace("<h1>", '<nav class="screen-only" aria-label="Oma"></nav><h1>')
    assert with_contents(html, "Sisällys") == html


def test_markup_and_signs_in_a_heading_are_listed_as_they_read() -> None:
    html = parts(80).replace("Osa 1", '<span lang="sv">A &amp; B</span>')
    assert '<a href="#p1">A &amp; B</a>' in with_contents(html, "Sisällys")
