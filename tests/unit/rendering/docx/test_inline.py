"""Running text of the Word file: links, languages, badges."""

import pytest

from eva.rendering.docx.inline import link_followed
from tests.documents import a_report, a_table
from tests.word_files import R, W, every, has, paragraph_with, relationships, run_with, said, value, written


def test_strong_and_emphasised_words_are_that() -> None:
    file = written(a_report("<p><strong>vahva</strong> <em>painokas</em> <sup>ylä</sup></p>"))
    assert has(run_with(file, "vahva"), "rPr/b")
    assert has(run_with(file, "painokas"), "rPr/i")
    assert value(run_with(file, "ylä"), "rPr/vertAlign") == "superscript"


def test_a_badge_is_shaded_and_its_sign_and_word_are_text() -> None:
    badge = '<span class="badge neg2"><span class="sign">−2</span> <span class="word">selvä haitta</span></span>'
    file = written(a_report(f"<p>{badge} kaikille</p>"))
    assert said(paragraph_with(file, "haitta")) == "−2 selvä haitta kaikille"
    assert value(run_with(file, "selvä haitta"), "rPr/shd", "fill") == "f0b08c"
    assert not has(run_with(file, "kaikille"), "rPr/shd")


def test_a_figure_stays_on_a_line_with_its_unit() -> None:
    file = written(a_report('<p><span class="nowrap">32 000 €</span></p>'))
    assert [each.text for each in paragraph_with(file, "32").iter(W + "t")] == ["32\u00a0000\u00a0€"]


def test_a_link_outside_is_a_link_of_word() -> None:
    file = written(
        a_report('<p><a href="https://a.fi/?x=1&amp;y=2">Lähde</a> <a href="https://a.fi/?x=1&amp;y=2">b</a></p>')
    )
    links = every(file, "hyperlink")
    (outside,) = [each for each in relationships(file) if each.get("TargetMode") == "External"]
    assert outside["Target"] == "https://a.fi/?x=1&y=2"
    assert [each.attrib[R + "id"] for each in links] == [outside["Id"]] * 2
    assert said(links[0]) == "Lähde"


def test_a_link_inside_leads_to_a_bookmark_at_its_target() -> None:
    long = "lippu-" + "x" * 100
    body = f'<p><a href="#{long}">katso</a> <a href="#rivi">rivi</a></p><p id="{long}">tässä</p><p id="muu">y</p>'
    row = a_table('<tr id="rivi"><td>1</td><td>2</td></tr>')
    file = written(a_report(body + row))
    starts = {each.attrib[W + "name"]: each.attrib[W + "id"] for each in every(file, "bookmarkStart")}
    assert {each.attrib[W + "anchor"] for each in every(file, "hyperlink")} == {
        name for name in starts if name.startswith("_eva")
    }
    assert len(set(starts.values())) == len(starts) == 3
    assert all(len(name) <= 40 for name in starts)
    assert has(paragraph_with(file, "tässä"), "bookmarkStart")


@pytest.mark.parametrize("address", ["javascript:alert(1)", "file:///etc/passwd", "https://[", "https://a:b/", "x"])
def test_an_address_that_word_may_not_follow_is_no_link(address: str) -> None:
    assert not link_followed(address)


def test_a_link_with_a_malformed_address_is_plain_text() -> None:
    file = written(a_report('<p><a href="https://[">teksti</a></p>'))
    assert said(paragraph_with(file, "teksti")) == "teksti"
    assert every(file, "hyperlink") == []


def test_parts_in_another_language_are_marked_with_it_and_say_so() -> None:
    file = written(
        a_report(
            '<p lang="sv">Hej</p><p>Hei <span lang="en">there</span> taas</p>'
            '<ul><li lang="se">Bures</li></ul><div lang="sv"><p>Text</p></div>',
        ),
    )
    spoken = {words: value(run_with(file, words), "rPr/lang") for words in ("Hej", "there", "taas", "Bures", "Text")}
    assert spoken == {"Hej": "sv-FI", "there": "en-GB", "taas": None, "Bures": "se-FI", "Text": "sv-FI"}
    assert said(paragraph_with(file, "there")) == "Hei there [en] taas"
    assert said(paragraph_with(file, "Text")) == "Text [sv]"
    assert said(paragraph_with(file, "Hej")) == "Hej"


def test_the_reports_language_inside_a_foreign_part_needs_no_mark() -> None:
    file = written(a_report('<p lang="sv">Hej <span lang="fi">kirjasto</span></p>'))
    assert value(run_with(file, "kirjasto"), "rPr/lang") is None
