"""The colours of the impact scale: the same in the app, in the HTML report and in the PDF, and readable in each."""

import re

import pytest

from eva.catalog.shipped import folder

LEVELS = ("neg3", "neg2", "neg1", "zero", "pos1", "pos2", "pos3")
REPORT, TYPST = "report_templates/_shared/report.css", "eva/rendering/walker/style.typ"
INK, WHITE, NIGHT = "#1a1e23", "#ffffff", "#11171d"
Pair = tuple[str, str]


def source(path: str) -> str:
    return (folder("report_templates").parent / path).read_text(encoding="utf-8")


def colour(written: str) -> str:
    """A colour in six figures."""
    plain = {"white": WHITE, "ink": INK}.get(written, written)
    return plain if len(plain) == 7 else "#" + "".join(figure * 2 for figure in plain[1:])


def report() -> dict[str, Pair]:
    """Fill and letters of each level on paper and in the HTML report."""
    found = {}
    for level in LEVELS:
        rule = re.search(rf"^\.{level} {{(?: color: (#\w+);)? background: (#\w+); }}", source(REPORT), re.MULTILINE)
        assert rule, level
        found[level] = (colour(rule[2]), colour(rule[1] or INK))
    return found


def pdf() -> dict[str, Pair]:
    rules = re.findall(r'^  (\w+): \(fill: rgb\("(#\w+)"\), text: (\w+)\)', source(TYPST), re.MULTILINE)
    return {level: (fill, colour(text)) for level, fill, text in rules if level in LEVELS}


def overview(*, dark: bool) -> dict[str, str]:
    rules = re.findall(r"--([\w-]+): light-dark\((#\w+), (#\w+)\)", source("eva/ui/overview.css"))
    return {name: colour(night if dark else day) for name, day, night in rules}


def sheet(*, dark: bool) -> dict[str, str]:
    day, night = source("eva/ui/sheet/css/10_base.css").split(".sheet[data-theme=dark]")
    return {name: colour(value) for name, value in re.findall(r"--([\w-]+): (#\w+);", night if dark else day)}


def scale(named: dict[str, str]) -> dict[str, Pair]:
    return {level: (named[level], named[f"on-{level}"]) for level in LEVELS}


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart, 1 to 21 (WCAG 2.2, contrast ratio)."""

    def light(written: str) -> float:
        parts = [int(written[at : at + 2], 16) / 255 for at in (1, 3, 5)]
        red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    low, high = sorted((light(one), light(other)))
    return (high + 0.05) / (low + 0.05)


def test_the_app_the_report_and_the_pdf_have_one_palette() -> None:
    assert pdf() == report()
    assert scale(overview(dark=False)) == report()
    assert scale(sheet(dark=False)) == report()


def test_the_pages_and_the_sheet_have_one_palette_in_the_dark_too() -> None:
    assert scale(overview(dark=True)) == scale(sheet(dark=True))


@pytest.mark.parametrize("dark", [False, True])
def test_signs_can_be_read_on_every_level_and_levels_differ(*, dark: bool) -> None:
    pairs = scale(sheet(dark=dark))
    assert {level: pair for level, pair in pairs.items() if contrast(*pair) < 4.5} == {}
    for worse, milder in (("neg3", "neg2"), ("neg2", "neg1"), ("pos3", "pos2"), ("pos2", "pos1")):
        assert contrast(pairs[worse][0], pairs[milder][0]) > 1.4, (worse, milder)


@pytest.mark.parametrize("dark", [False, True])
def test_words_and_frames_in_the_tone_of_a_side_stand_out_from_the_page(*, dark: bool) -> None:
    for named in (sheet(dark=dark), overview(dark=dark)):
        for tone in ("harm", "benefit", "unknown"):
            assert contrast(named[tone], NIGHT if dark else WHITE) >= 4.5, tone
