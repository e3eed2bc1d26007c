"""Paragraphs, headings, lists, terms and quotations of the Word file."""

import pytest

from tests.documents import a_report, a_table
from tests.word_files import (
    W,
    every,
    has,
    paragraph_with,
    parts,
    read,
    said,
    style_of,
    text_of,
    value,
    written,
    xml,
)


def test_headings_are_headings_of_word() -> None:
    file = read(written(a_report("<h2>Kaksi</h2><h3>Kolme</h3><h4>Neljä</h4><p>x</p>")))
    found = [(each.style.name if each.style else "", each.text) for each in file.paragraphs]
    assert found == [
        ("Heading 1", "Arviointi"),
        ("Heading 2", "Kaksi"),
        ("Heading 3", "Kolme"),
        ("Heading 4", "Neljä"),
        ("Normal", "x"),
    ]


def test_a_heading_stays_with_what_follows_and_is_not_hyphenated() -> None:
    styles = {each.attrib[W + "styleId"]: each for each in every(written(a_report()), "style", "word/styles.xml")}
    for level in "1234":
        heading = styles[f"Heading{level}"]
        assert has(heading, "pPr/keepNext")
        assert has(heading, "pPr/suppressAutoHyphens")
        assert value(heading, "pPr/outlineLvl") == str(int(level) - 1)


def test_an_empty_heading_says_that_nothing_is_there() -> None:
    assert text_of(written(a_report("<h2> </h2><p>x</p>"))) == "Arviointi – x"


@pytest.mark.parametrize(
    ("name", "style"),
    [("kicker", "EVAKicker"), ("lead", "EVALead"), ("note", "EVANote"), ("title", "EVATitle"), ("free", "EVAFree")],
)
def test_each_kind_of_paragraph_has_a_style_of_its_own(name: str, style: str) -> None:
    assert style_of(paragraph_with(written(a_report(f'<p class="{name}">x</p>')), "x")) == style


def test_white_space_collapses_as_in_a_browser() -> None:
    file = written(a_report("<p>  yksi \n <strong> kaksi</strong>  kolme </p>"))
    assert "".join(each.text or "" for each in paragraph_with(file, "yksi").iter(W + "t")) == "yksi kaksi kolme"


def test_nested_lists_are_real_lists_of_their_level() -> None:
    file = written(a_report("<ul><li>yksi<ul><li>kaksi</li></ul></li></ul><ol><li>kolme</li></ol>"))
    found = [
        (value(each, "pPr/numPr/ilvl"), value(each, "pPr/numPr/numId"), style_of(each))
        for each in (paragraph_with(file, words) for words in ("yksi", "kaksi", "kolme"))
    ]
    assert found == [("0", "1", "ListBullet"), ("1", "1", "ListBullet"), ("0", "2", "ListNumber")]


def test_every_numbered_list_begins_with_its_own_number() -> None:
    file = written(a_report('<ol><li>a</li></ol><ol start="7"><li>b</li></ol>'))
    numbers = {value(paragraph_with(file, words), "pPr/numPr/numId") for words in "ab"}
    assert numbers == {"2", "3"}
    starts = [value(each, "lvlOverride/startOverride") for each in every(file, "num", "word/numbering.xml")]
    assert starts == [None, "1", "7"]


def test_a_list_item_that_begins_with_a_list_has_its_sign() -> None:
    file = written(a_report("<ul><li><ul><li>sisällä</li></ul></li></ul>"))
    levels = [value(each, "pPr/numPr/ilvl") for each in every(file, "p") if has(each, "pPr/numPr")]
    assert levels == ["0", "1"]


def test_a_list_without_signs_has_none() -> None:
    assert not has(paragraph_with(written(a_report('<ul class="plain"><li>x</li></ul>')), "x"), "pPr/numPr")


def test_terms_stand_before_what_stands_for_them() -> None:
    assert text_of(written(a_report("<dl><dt>Kunta</dt><dd>Mikkeli</dd><dd>Otava</dd></dl>"))).endswith(
        "Kunta Mikkeli Otava"
    )


def test_facts_are_a_table_of_two_columns_whose_first_names_the_row() -> None:
    file = written(a_report('<dl class="facts"><div><dt>Kunta</dt><dd>Mikkeli</dd></div></dl>'))
    (table,) = every(file, "tbl")
    assert [said(cell) for cell in table.iter(W + "tc")] == ["Kunta", "Mikkeli"]
    assert value(table, "tblPr/tblLook", "firstColumn") == "1"
    assert not has(table, "tblPr/tblBorders")


def test_a_quotation_is_marked_as_one_and_says_whose_it_is() -> None:
    file = written(a_report("<blockquote><p>Kirjasto on tärkeä.</p><footer>Asukas</footer></blockquote>"))
    assert style_of(paragraph_with(file, "tärkeä")) == "Quote"
    assert style_of(paragraph_with(file, "Asukas")) == "EVAQuoted"


def test_a_box_is_one_cell_in_the_colours_of_its_kind() -> None:
    file = written(a_report('<aside class="flag keep"><p class="title">Hälytys</p><p>x</p></aside>'))
    (table,) = every(file, "tbl")
    (cell,) = table.iter(W + "tc")
    assert said(cell) == "Hälytys x"
    assert value(cell, "tcPr/shd", "fill") == "fdf3ef"
    assert value(cell, "tcPr/tcBorders/left", "color") == "9c2f12"
    assert has(table, "tr/trPr/cantSplit")


def test_two_boxes_in_a_row_do_not_become_one_table() -> None:
    file = written(a_report('<aside class="info"><p>a</p></aside><aside class="info"><p>b</p></aside>'))
    body = [each.tag.removeprefix(W) for each in next(iter(xml(file)))]
    assert body == ["p", "tbl", "p", "tbl", "p", "sectPr"]


def test_every_cell_ends_with_a_paragraph() -> None:
    inner = f'<aside class="info">{a_table("<tr><td>1</td><td>2</td></tr>")}</aside>'
    assert all(cell[-1].tag == W + "p" for cell in every(written(a_report(inner)), "tc"))


def test_key_figures_stand_side_by_side() -> None:
    items = "".join(f"<li><strong>{each}</strong> hälytystä</li>" for each in range(7))
    file = written(a_report(f'<ul class="figures">{items}</ul>'))
    assert [len(row.findall(W + "tc")) for row in every(file, "tr")] == [5, 5]
    assert style_of(paragraph_with(file, "6")) == "EVAFigure"


def test_columns_stand_side_by_side() -> None:
    file = written(a_report('<div class="columns"><div><p>a</p></div><div><p>b</p></div></div>'))
    assert [said(cell) for cell in every(file, "tc")] == ["a", "b"]


def test_a_block_that_stays_whole_holds_its_paragraphs_together() -> None:
    file = written(a_report('<div class="keep"><p>a</p><p>b</p></div>'))
    assert [has(paragraph_with(file, words), "pPr/keepNext") for words in "ab"] == [True, False]


def test_a_block_stays_with_the_next_and_another_begins_a_page() -> None:
    file = written(a_report('<p class="next">yksi</p><section class="page"><h2>kaksi</h2><p>x</p></section>'))
    assert has(paragraph_with(file, "yksi"), "pPr/keepNext")
    assert has(paragraph_with(file, "kaksi"), "pPr/pageBreakBefore")


def test_the_closing_small_print_stands_under_a_rule() -> None:
    file = written(a_report("<footer><p>Laadittu</p><p>Tarkiste</p></footer>"))
    assert [style_of(paragraph_with(file, each)) for each in ("Laadittu", "Tarkiste")] == [
        "EVAClosingRule",
        "EVAClosing",
    ]


def test_every_style_that_is_used_is_there() -> None:
    file = written(a_report('<p class="lead">x</p><ul><li>y</li></ul>' + a_table("<tr><td>1</td><td>2</td></tr>")))
    known = {each.attrib[W + "styleId"] for each in every(file, "style", "word/styles.xml")}
    used = {each.attrib[W + "val"] for tag in ("pStyle", "rStyle", "tblStyle") for each in every(file, tag)}
    assert used <= known
    assert "word/theme/theme1.xml" in parts(file)
