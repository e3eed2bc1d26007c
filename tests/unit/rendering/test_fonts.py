"""The bundled fonts: their licences, their size, and the list of what they show."""

from eva.rendering.fonts import coverage, fonts_folder
from eva.rendering.fonts.survey import survey


def test_the_list_of_characters_is_what_the_fonts_show() -> None:
    assert coverage() == survey(fonts_folder())


def test_every_font_comes_with_its_licence_and_all_are_small() -> None:
    fonts = [*fonts_folder().glob("*.otf"), *fonts_folder().glob("*.ttf")]
    assert len(fonts) == 9
    assert sum(font.stat().st_size for font in fonts) < 6_000_000
    for licence in ("OFL-Source.txt", "OFL-Noto.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts_folder() / licence).read_text(encoding="utf-8")
