"""The words of the subset agree with its documentation."""

from pathlib import Path

from eva.rendering import subset

DOCUMENT = (Path(__file__).parents[3] / "docs" / "report-html.md").read_text(encoding="utf-8")


def test_every_class_of_the_subset_is_documented() -> None:
    names = {name for names in subset.CLASSES.values() for name in names}
    missing = {name for name in names if f"`{name}`" not in DOCUMENT and f" {name} " not in DOCUMENT}
    assert missing == {"neg3"}  # stands first in the list of ratings
    assert "`neg3 neg2 neg1 zero pos1 pos2 pos3 unknown open none`" in DOCUMENT


def test_every_tag_of_the_subset_is_documented() -> None:
    words = DOCUMENT.replace("<", " ").replace(">", " ").replace("`", " ")
    assert sorted(tag for tag in subset.CONTENT if f" {tag} " not in words and f" {tag}\n" not in words) == ["h3"]


def test_a_class_for_the_html_style_sheet_alone_is_free() -> None:
    assert subset.class_allowed("p", "x-anything")
    assert not subset.class_allowed("p", "anything")


def test_attributes_for_html_only_are_accepted_and_handlers_are_not() -> None:
    assert subset.attribute_allowed("td", "aria-label")
    assert subset.attribute_allowed("td", "data-path")
    assert not subset.attribute_allowed("td", "onclick")
    assert not subset.attribute_allowed("tbody", "lang")
