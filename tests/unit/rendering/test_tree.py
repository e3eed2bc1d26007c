"""The document tree: what a template may write, and what it is told when it writes something else."""

import pytest

from eva.errors import RenderError
from eva.rendering.tree import link_allowed, parse
from tests.documents import a_report, a_table


def refusal(html: str) -> RenderError:
    with pytest.raises(RenderError) as caught:
        parse(html)
    return caught.value


def test_a_report_becomes_a_title_a_language_its_furniture_and_its_body() -> None:
    document = parse(a_report("<p>Teksti</p>", head='<meta name="eva.case" content="M 1/2">', lang="sv"))
    assert (document.title, document.lang, document.meta) == ("Arviointi", "sv", {"eva.case": "M 1/2"})
    assert [element.tag for element in document.body.walk()] == ["body", "main", "h1", "p"]


def test_escaped_text_stays_text() -> None:
    paragraph = list(parse(a_report("<p>&lt;script&gt; &amp; {{ x }}</p>")).body.walk())[-1]
    assert paragraph.children == ("<script> & {{ x }}",)


def test_what_is_for_the_screen_only_is_not_in_the_tree() -> None:
    body = '<nav class="screen-only"><a href="#x">Hyppää</a></nav><p hidden>a</p><p class="x-blue" id="x">b</p>'
    data = '<script type="application/json">{"a": "</p>"}</script>'
    assert [e.tag for e in parse(a_report(body + data)).body.walk()] == ["body", "main", "h1", "p"]


@pytest.mark.parametrize(
    ("body", "code", "place"),
    [
        ("<blink>x</blink>", "html_tag_unknown", "blink"),
        ("<img src='x'>", "html_tag_unknown", "img"),
        ("<script>x</script>", "html_tag_unknown", "script"),
        ("<?php 1 ?>", "html_tag_unknown", "<?php 1 ?"),
        ("<p style='color:red'>x</p>", "html_attribute", "p"),
        ("<p onclick='x'>x</p>", "html_attribute", "p"),
        ("<p class='lede'>x</p>", "html_class", "p"),
        ("<aside><p>x</p></aside>", "html_class", "aside"),
        ("<aside class='flag'><p class='page'>x</p></aside>", "html_class", "p"),
        ("<section>bare</section>", "html_text_misplaced", "section"),
        ("<p><p>x</p></p>", "html_tag_misplaced", "p"),
        ("<ul><p>x</p></ul>", "html_tag_misplaced", "p"),
        ("<nav><p>x</p></nav>", "html_tag_misplaced", "nav"),
        ("<p>x</div>", "html_end_unexpected", "div"),
        ("<h3>x</h3>", "html_heading", "h3"),
        ("<h1>x</h1>", "html_heading", "h1"),
        ("<tbody></tbody>", "html_tag_misplaced", "tbody"),
    ],
)
def test_what_is_outside_the_subset_is_refused_with_tag_and_line(body: str, code: str, place: str) -> None:
    error = refusal(a_report(body))
    assert (error.code, error.params["tag"], error.params["line"]) == (code, place, "3")


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<p>loose</p>", "html_outline"),
        ("", "html_outline"),
        (a_report("<p>x</p>").replace("Arviointi</title>", " </title>"), "html_title_missing"),
        (a_report("", lang=""), "html_language"),
        (a_report("<p lang='suomi!'>x</p>"), "html_language"),
        (a_report("<p id='a'>x</p><p id='a'>y</p>"), "html_id_twice"),
        (a_report("<p><a href='#gone'>x</a></p>"), "html_target"),
        (a_report("<p><a href='javascript:x'>x</a></p>"), "html_link"),
        (a_report("<p>x</p>").replace("</body>", ""), "html_end_unexpected"),
        (a_report("<p>x</p>").replace("</html>", ""), "html_tag_unclosed"),
        (a_report("<div>" * 80 + "</div>" * 80), "html_too_deep"),
        (a_report("<p class='a' class='b'>x</p>"), "html_attribute"),
    ],
)
def test_a_broken_report_is_refused(html: str, code: str) -> None:
    assert refusal(html).code == code


def test_an_error_names_the_line_on_which_the_tag_stands() -> None:
    assert refusal(a_report("<p>a</p>\n\n<p>b</p><center>c</center>")).params["line"] == "5"


@pytest.mark.parametrize("address", ["https://a.fi/x?y=1", "http://a.fi", "mailto:a@b.fi", "tel:+358", "#flag-1"])
def test_these_addresses_can_be_links(address: str) -> None:
    assert link_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        *("", "#", "javascript:alert(1)", "data:text/html,x", "file:///etc/passwd", "//a.fi", "https:", "https://a b"),
        *("x", "https://a.fi/\u202e", "JAVASCRIPT:x", " https://a.fi", "https://a.fi/" + "x" * 3000),
    ],
)
def test_these_addresses_cannot_be_links(address: str) -> None:
    assert not link_allowed(address)


def test_an_unclosed_drawing_is_refused() -> None:
    assert refusal(a_report("<figure><svg viewBox='0 0 1 1'><g></svg></figure>")).code == "html_end_unexpected"


def test_tables_lists_and_boxes_of_the_subset_are_accepted() -> None:
    cells = '<tr id="r"><th scope="row">a</th><td class="num rating neg2">b<ul><li>c</li></ul></td></tr>'
    body = (
        "<section class='page'><h2>x</h2><aside class='flag' id='f'><p><a href='#r'>x</a><br/></p></aside></section>"
        "<dl class='facts'><div><dt>a</dt><dd>b</dd></div></dl>"
        "<ol start='3'><li>a<ul class='compact'><li>b</li></ul></li></ol>"
    )
    assert parse(a_report(body + a_table(cells))).title == "Arviointi"
