"""What the fonts cannot show is shown by code point, and everything else stays as it is."""

import pytest

from eva.rendering.glyphs import printable, replacements


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Ääkköset ÅÄÖ åäö",
        "Sámegiella: áđŋŧčšž ǩǥǧʒǯ",
        "−2 … ? ✓ ▲ ▼ → ≥ € ½ „ ” – —",
        "Русский Ελληνικά",
        "1\u00a0000\u202f€",
        "so\u00adfta",
    ],
)
def test_text_of_the_report_stays_as_it_is(text: str) -> None:
    assert printable(text) == text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("hyvä 😀!", "hyvä [U+1F600]!"),
        ("汉字", "[U+6C49 U+5B57]"),
        ("a\x07b", "a[U+0007]b"),
        ("\x1b[31m", "[U+001B][31m"),
        ("\ue000", "[U+E000]"),
        ("\ud800", "[U+D800]"),
        ("\uffff", "[U+FFFF]"),
        ("مر", "[U+0645 U+0631]"),
    ],
)
def test_what_has_no_glyph_is_shown_by_its_code_point(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_direction_controls_and_invisible_marks_are_taken_out() -> None:
    assert printable("a\u202eb\u2066c\u200bd\ufefe\ufe0f".replace("\ufefe", "\ufeff")) == "abcd"


def test_every_line_and_paragraph_separator_is_a_space() -> None:
    assert printable("a\u2028b\u2029c\u3000d\fe") == "a b c d e"


def test_an_accent_stays_where_a_font_joins_it_and_is_named_where_none_does() -> None:
    assert printable("e\u0301 k\u030c") == "e\u0301 k\u030c"
    assert printable("\u0301e") == "[U+0301]e"
    assert printable("☒\u0303") == "☒[U+0303]"
    assert printable("a" + "\u0301" * 5) == "a[" + " ".join(["U+0301"] * 5) + "]"


def test_a_banned_character_is_shown_by_its_code_point_too() -> None:
    assert printable("a→b 😀", banned=frozenset("→")) == "a[U+2192]b [U+1F600]"


def test_replacements_count_each_character_with_its_name() -> None:
    found = replacements(["😀 ja 😀", "汉"])
    assert [(r.shown, r.name, r.times) for r in found] == [
        ("[U+6C49]", "CJK UNIFIED IDEOGRAPH-6C49", 1),
        ("[U+1F600]", "GRINNING FACE", 2),
    ]
    assert replacements(["Kaikki näkyy → ✓"]) == ()
    assert [r.character for r in replacements(["→"], banned=frozenset("→"))] == ["→"]
