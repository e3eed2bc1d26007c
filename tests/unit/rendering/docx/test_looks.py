"""The palette of the Word file: that of the PDF, and with it that of the HTML report and the app."""

import re
from pathlib import Path

from eva.rendering import palette, pdf, subset
from eva.rendering.docx import looks
from eva.rendering.theme import PLAIN

STYLE = (Path(pdf.__file__).parent / "walker" / "style.typ").read_text(encoding="utf-8")
COLOURS = dict(re.findall(r'^#let (\w+) = rgb\("#(\w+)"\)', STYLE, re.MULTILINE)) | {
    "accent": PLAIN.accent.removeprefix("#"),
    "white": "ffffff",
    "hatch": "ffffff",
}


def colour(written: str) -> str:
    found = re.fullmatch(r'rgb\("#(\w+)"\)', written)
    return found[1] if found else COLOURS[written]


def test_colours_of_the_page_are_those_of_the_pdf() -> None:
    names = ("ink", "accent", "muted", "hairline", "shade", "alarm", "amber")
    assert {name: getattr(palette, name.upper()) for name in names} == {name: COLOURS[name] for name in names}


def test_ratings_have_the_colours_of_the_pdf() -> None:
    rules = re.findall(r'^  "?(\w+)"?: \(fill: (rgb\("#\w+"\)|\w+), text: (\w+)\)', STYLE, re.MULTILINE)
    assert {name: (tint.fill, tint.text) for name, tint in palette.RATINGS.items()} == {
        name: (colour(fill), colour(text)) for name, fill, text in rules
    }
    assert set(palette.RATINGS) == subset.RATINGS


def test_labels_and_boxes_have_the_colours_of_the_pdf() -> None:
    labels = STYLE.split("#let labels = (")[1].split("\n)")[0]
    assert dict(looks.LABELS) == {n: colour(c) for n, c in re.findall(r"^  (\w+): (\w+),", labels, re.MULTILINE)}
    boxes = re.findall(r'^  (\w+): \(fill: (rgb\("#\w+"\)|\w+), stroke', STYLE, re.MULTILINE)
    assert {name: frame.fill for name, frame in looks.FRAMES.items()} == {n: colour(c) for n, c in boxes}
    assert set(looks.FRAMES) == subset.BOXES
