"""The bundled fonts: their licences, their size, and the list of what they show."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from eva.locale import words
from eva.rendering.fonts import coverage, fonts_folder
from eva.rendering.fonts.faces import FACES, WEB, Face, font_faces
from eva.rendering.fonts.shrinking import CHARACTERS, shrunk
from eva.rendering.fonts.survey import survey
from eva.text import LANGUAGES


def subset(face: Face) -> Path:
    return fonts_folder() / WEB / f"{face.name}.woff"


def test_the_list_of_characters_is_what_the_fonts_show() -> None:
    assert coverage() == survey(fonts_folder())


def test_every_font_comes_with_its_licence_and_all_are_small() -> None:
    fonts = [*fonts_folder().glob("*.otf"), *fonts_folder().glob("*.ttf")]
    assert len(fonts) == 9
    assert sum(font.stat().st_size for font in fonts) < 6_000_000
    for licence in ("OFL-Source.txt", "OFL-Noto.txt"):
        assert "SIL OPEN FONT LICENSE Version 1.1" in (fonts_folder() / licence).read_text(encoding="utf-8")


def test_the_fonts_in_an_html_report_are_small_and_complete() -> None:
    rules = font_faces()
    assert len(rules) < 250_000
    assert rules.count("@font-face") == rules.count("url(data:font/woff;base64,") == len(FACES)


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_a_subset_shows_what_its_font_can_and_does_not_bear_its_reserved_name(face: Face) -> None:
    with TTFont(subset(face)) as font, TTFont(fonts_folder() / face.source, lazy=True) as whole:
        assert set(font.getBestCmap()) == set(whole.getBestCmap()) & set(map(ord, CHARACTERS))
        assert [font["name"].getDebugName(name).startswith("EVA") for name in (1, 3, 4, 6)] == [True] * 4
        assert "SIL Open Font License" in font["name"].getDebugName(13)


def test_a_subset_made_anew_has_the_same_outlines(tmp_path: Path) -> None:
    face = next(face for face in FACES if face.style == "italic")
    (tmp_path / "anew.woff").write_bytes(shrunk(fonts_folder() / face.source, face))
    with TTFont(subset(face)) as font, TTFont(tmp_path / "anew.woff") as anew:
        assert font.reader["CFF "] == anew.reader["CFF "]


def test_the_words_of_the_report_can_be_set_in_the_subsets() -> None:
    told = [
        forms for language in LANGUAGES for key, forms in words(language).forms.items() if key.startswith("report.")
    ]
    text = "".join(form for forms in told for form in forms)
    with TTFont(subset(FACES[0])) as font:
        assert {sign for sign in text if sign in CHARACTERS} <= set(map(chr, font.getBestCmap()))
    assert set(text) - CHARACTERS - set("\n") == set()
