"""A municipality's own look: its colours can be read, its arms are a plain drawing, and both stand in every report."""

import subprocess
from pathlib import Path

import pytest

from eva.catalog.shipped import folder
from eva.errors import RenderError
from eva.rendering.html import render_html
from eva.rendering.theme import PLAIN, contrast, read_theme, theme_of
from eva.rendering.tree import parse
from tests.documents import a_report, pdf_of
from tests.reports import AT, a_template, report_of

MERIVAARA = folder("examples") / "overlays" / "merivaara" / "theme.yaml"
ARMS = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 20"><path d="M0 0h10v20z" fill="#123456"/></svg>'


def written(place: Path, theme: str, arms: str | None = None) -> Path:
    (place / "theme.yaml").write_text(theme, encoding="utf-8")
    if arms is not None:
        (place / "arms.svg").write_text(arms, encoding="utf-8")
    return place / "theme.yaml"


def refused(file: Path) -> RenderError:
    with pytest.raises(RenderError) as found:
        read_theme(file)
    return found.value


def test_without_a_theme_the_report_looks_as_it_comes(tmp_path: Path) -> None:
    assert read_theme(tmp_path / "theme.yaml") == PLAIN


def test_contrast_is_that_of_wcag() -> None:
    """Black on white is 21:1, a colour on itself 1:1 by definition; #767676 is the lightest grey that reaches 4.5."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#abcdef", "#abcdef") == 1
    assert contrast("#767676", "#ffffff") >= 4.5 > contrast("#777777", "#ffffff")


def test_a_colour_that_cannot_be_read_on_white_is_refused_with_what_it_needs(tmp_path: Path) -> None:
    error = refused(written(tmp_path, 'accent: "#e0a030"'))
    assert error.code == "theme_pale"
    assert (error.params["colour"], error.params["least"]) == ("#e0a030", "4.5")
    assert refused(written(tmp_path, 'second: "#f0f0f0"')).params["least"] == "3.0"


@pytest.mark.parametrize(
    "said", ["accent: red", "colour: '#123456'", "headings: comic", "arms: ../../secret.svg", "[", "- x"]
)
def test_a_wrong_theme_is_told_with_its_file(tmp_path: Path, said: str) -> None:
    error = refused(written(tmp_path, said))
    assert error.code == "theme_file"
    assert error.params["file"].endswith("theme.yaml")


def test_arms_are_as_high_as_the_title_block_needs_whatever_their_own_size(tmp_path: Path) -> None:
    drawn = read_theme(written(tmp_path, "arms: arms.svg\nname: Merivaara", ARMS)).drawn
    assert 'viewBox="0 0 32.00 64"' in drawn
    assert "<title>Merivaara</title>" in drawn


@pytest.mark.parametrize(
    "arms",
    [
        None,
        "no drawing",
        ARMS.replace(' viewBox="0 0 10 20"', ""),
        ARMS.replace("<path", "<script>alert(1)</script><path"),
        ARMS.replace("<path", '<image href="http://x/y.png"/><path'),
        ARMS.replace('fill="#123456"', 'onclick="x()"'),
        ARMS.replace('fill="#123456"', 'fill="url(http://x/y)"'),
        '<!DOCTYPE svg [<!ENTITY a "aaaa">]>' + ARMS,
        ARMS.replace("viewBox", "data-x='" + "x" * 200_000 + "' viewBox"),
    ],
)
def test_arms_that_are_no_plain_drawing_are_refused(tmp_path: Path, arms: str | None) -> None:
    assert refused(written(tmp_path, "arms: arms.svg", arms)).code in {"arms_file", "arms_large"}


def test_what_a_drawing_program_notes_for_itself_is_left_out(tmp_path: Path) -> None:
    noted = ARMS.replace("<svg", '<svg xmlns:d="http://draw"').replace("<path", '<d:grid d:x="1"/><path d:label="x"')
    assert "draw" not in read_theme(written(tmp_path, "arms: arms.svg", noted)).drawn


def test_a_report_carries_the_theme_on_screen_and_on_paper() -> None:
    theme = read_theme(MERIVAARA)
    html = render_html(report_of("otava_library"), a_template(), theme=theme)
    assert ":root { --accent: #0b4f4a; --second: #b3541e; --serif: var(--sans); }" in html
    assert "<title>Merivaaran kunta – Havsberga kommun</title>" in html
    assert parse(html).meta["eva.accent"] == "#0b4f4a"
    pdf = pdf_of(html, timestamp=AT)
    fonts = subprocess.run(["pdffonts", "-"], input=pdf, capture_output=True, check=False).stdout.decode()
    assert "Serif" not in fonts


def test_a_municipality_that_the_case_does_not_name_is_named_by_the_theme() -> None:
    assert 'name="eva.municipality" content="Mikkelin kaupunki"' in render_html(
        report_of("otava_library"), a_template(), theme=read_theme(MERIVAARA)
    )


def test_a_document_cannot_bring_a_colour_that_is_none() -> None:
    with pytest.raises(RenderError) as found:
        pdf_of(a_report(head='<meta name="eva.accent" content="red;">'), timestamp=AT)
    assert found.value.code == "html_colour"


@pytest.mark.parametrize(
    "look",
    [
        {"accent": "red"},
        {"colour": "#123456"},
        {"drawn": "<script>alert(1)</script>"},
        {"drawn": ARMS + "<script>alert(1)</script></svg>"},
        {"drawn": ARMS.replace("<path", '<image href="http://x/y.png"/><path')},
    ],
)
def test_a_report_cannot_bring_a_look_that_no_theme_could_have_made(look: dict[str, str]) -> None:
    with pytest.raises(RenderError):
        theme_of(look)


def test_a_report_is_made_again_in_the_look_that_it_carries() -> None:
    theme = read_theme(MERIVAARA)
    again = theme_of(theme.model_dump(exclude_defaults=True, exclude={"arms"}))
    html = render_html(report_of("otava_library"), a_template(), theme=theme)
    assert html == render_html(report_of("otava_library"), a_template(), theme=again)
