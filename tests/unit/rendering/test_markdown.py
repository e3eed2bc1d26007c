"""Markdown of free text: the little that is understood, and that the rest is printed as typed."""

import pytest

from eva.rendering.markdown import to_html
from tests.cost import Cost


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("one\n\ntwo", "<p>one</p>\n<p>two</p>"),
        ("line by\nline", "<p>line by<br>\nline</p>"),
        ("a *little* and a **lot**", "<p>a <em>little</em> and a <strong>lot</strong></p>"),
        ("- one\n- two", "<ul>\n<li>one</li>\n<li>two</li>\n</ul>"),
        ("3. three\n4. four", '<ol start="3">\n<li>three</li>\n<li>four</li>\n</ol>'),
        ("[here](https://example.fi/a)", '<p><a href="https://example.fi/a">here</a></p>'),
        ("2 \\* 3", "<p>2 * 3</p>"),
    ],
)
def test_paragraphs_lists_emphasis_and_https_links_are_understood(typed: str, printed: str) -> None:
    assert to_html(typed) == printed


@pytest.mark.parametrize(
    "typed",
    [
        "<b>bold</b>",
        "<script>alert(1)</script>",
        "&lt;",
        "# heading",
        "> quotation",
        "`code`",
        "--- ",
        "[x](javascript:alert(1))",
        "[x](http://example.fi)",
        "[x](file:///etc/passwd)",
        "[x](data:text/html,x)",
        "{{ 7 * 7 }}",
        "| a | b |",
        "https://example.fi",
    ],
)
def test_everything_else_is_printed_as_typed(typed: str) -> None:
    escaped = typed.strip().replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    assert to_html(typed) == f"<p>{escaped}</p>"


def test_a_picture_is_no_picture() -> None:
    assert "<img" not in to_html("![x](https://example.fi/a.png)")


def seconds(text: str) -> float:
    """Processor time, which a busy machine does not lengthen; the better of two."""

    costs = Cost(), Cost()
    for cost in costs:
        with cost:
            to_html(text)
    return min(cost.seconds for cost in costs)


@pytest.mark.parametrize("piece", ["*a ", "[", "- a\n", "[a](https://b.fi) ", "**", "> ", "\\", "1. "])
def test_a_text_four_times_as_long_is_read_in_about_four_times_the_time_and_never_sixteen(piece: str) -> None:
    longest = piece * (20_000 // len(piece))
    assert seconds(longest) < 10 * max(seconds(longest[: len(longest) // 4]), 0.01)
