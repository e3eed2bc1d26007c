"""The pictures of the documentation: each is there, is shown somewhere, and can be made again by the script."""

import re
from pathlib import Path

from tools.picture import FOLDER, PICTURES

ROOT = Path(__file__).parents[2]
SHOWN = re.compile(r"!\[([^]]*)]\(([^)]+\.png)\)")
MOST_BYTES = 200_000


def shown() -> list[tuple[str, Path]]:
    """The words and the file of each picture that a page of the documentation shows."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
    return [
        (words, (page.parent / file).resolve())
        for page in pages
        for words, file in SHOWN.findall(page.read_text(encoding="utf-8"))
    ]


def test_each_picture_is_shown_with_words_and_made_by_the_script() -> None:
    made = {FOLDER / f"{name}.png" for name in PICTURES}
    assert {file for _, file in shown()} == made == set(FOLDER.iterdir())
    assert [file.name for words, file in shown() if len(words) < 20] == []


def test_no_picture_is_large_to_fetch() -> None:
    assert [file.name for file in FOLDER.iterdir() if file.stat().st_size > MOST_BYTES] == []
