"""What no file can hold is shown by its code point; all other text stays as it was typed."""

import pytest

from eva.rendering.literal import literal, unheld
from tests.builders import a_checklist, an_assessment
from tests.reports import a_report


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("a\x00b", "a[U+0000]b"),
        ("a\x07\x0bb", "a[U+0007 U+000B]b"),
        ("\x7f\x85", "[U+007F U+0085]"),
        ("\ufffe \uffff", "[U+FFFE] [U+FFFF]"),
        ("\ud83d", "[U+D83D]"),
        ("\u202eevil\u202c", "[U+202E]evil[U+202C]"),
        ("one\ttwo\nthree\r\n", "one\ttwo\nthree\r\n"),
        ("✅ 👩\u200d👧 汉字 العربية e\u0301 \ue000 [U+0007]", "✅ 👩\u200d👧 汉字 العربية e\u0301 \ue000 [U+0007]"),
    ],
)
def test_only_what_no_file_can_hold_is_shown_by_its_code_point(typed: str, shown: str) -> None:
    assert literal(typed) == shown
    assert literal(shown) == shown


def test_what_was_replaced_is_listed_with_how_often_it_is_printed() -> None:
    report = a_report(an_assessment(a_checklist(), case={"title": "a\x07b\x07\u202e"}), a_checklist())
    assert [(each.shown, each.times) for each in unheld([report])] == [("[U+0007]", 2), ("[U+202E]", 1)]
    assert [(each.shown, each.times) for each in unheld([report], "<h1>a[U+0007]b</h1>")] == [("[U+0007]", 1)]
    assert unheld([a_report(an_assessment(a_checklist()), a_checklist())]) == ()
