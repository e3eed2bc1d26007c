"""Inline drawings: their words become the alternative text; nothing active or outside comes through."""

import pytest

from eva.errors import RenderError
from eva.rendering.drawings import Drawing, drawing
from eva.rendering.tree import parse
from tests.documents import a_report


def drawing_of(inside: str, attributes: str = 'viewBox="0 0 400 100"') -> Drawing:
    html = a_report(f"<figure><svg {attributes}>{inside}</svg></figure>")
    return drawing(next(e for e in parse(html).body.walk() if e.tag == "svg"))


def test_title_and_description_become_the_alternative_text() -> None:
    found = drawing_of("<title>Menot.</title><desc>VE0 on suurin</desc><rect width='1' height='2'/>")
    assert (found.alt, found.width) == ("Menot. VE0 on suurin", 300)


def test_letters_of_tags_and_attributes_keep_their_case() -> None:
    found = drawing_of("<title>x</title><defs><linearGradient id='a' gradientUnits='userSpaceOnUse'/></defs>")
    assert "<linearGradient" in found.source
    assert 'gradientUnits="userSpaceOnUse"' in found.source


def test_text_in_a_drawing_is_printable_and_in_the_reports_font() -> None:
    found = drawing_of("<title>a &lt; 😀</title><text font-family='Arial'>&amp; \x07 汉</text>")
    assert found.alt == "a < [U+1F600]"
    assert "&amp; [U+0007] [U+6C49]" in found.source
    assert "Arial" not in found.source


@pytest.mark.parametrize(
    "inside",
    [
        "<title>x</title><script>alert(1)</script>",
        "<title>x</title><image href='file:///etc/passwd'/>",
        "<title>x</title><foreignObject/>",
        "<title>x</title><rect onclick='x'/>",
        "<title>x</title><rect style='fill:red'/>",
        "<title>x</title><rect fill='url(https://a.fi/x)'/>",
        "<title>x</title><rect xlink:href='x'/>",
        "<title>x</title><rect width='1' width='2'/>",
    ],
)
def test_active_outside_or_broken_drawings_are_refused(inside: str) -> None:
    with pytest.raises(RenderError) as caught:
        drawing_of(inside)
    assert (caught.value.code, caught.value.params["line"]) == ("html_svg", "3")


def test_a_drawing_without_words_or_size_is_refused() -> None:
    with pytest.raises(RenderError, match="html_svg_title"):
        drawing_of("<rect/>")
    with pytest.raises(RenderError, match="html_svg"):
        drawing_of("<title>x</title>", "width='3'")
