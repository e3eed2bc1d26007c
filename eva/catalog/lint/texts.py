"""Texts that are longer than a screen, and translations that nobody made."""

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import combinations
from pathlib import Path as File
from typing import Any

from eva.catalog.checks.checklist import texts, walk
from eva.catalog.checks.flaw import Flaw
from eva.catalog.reading import MAX_BYTES, Path
from eva.catalog.shipped import folder
from eva.checklist import Checklist, ChoiceQuestion
from eva.text import LocalizedText

SCREEN: Mapping[str, int] = {
    "text": 170, "help": 420, "example": 170, "label": 150, "intro": 250, "purpose": 320, "title": 110,
}  # fmt: skip
"""Characters that fit beside a question without scrolling, in the longest language."""

ALIKE = "alike.txt"
"""The file of a vocabulary that lists words which are written alike in two languages."""

_WORD = re.compile(r"[^\W\d_]+")


def length_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """A warning for each text that a person has to scroll to read."""
    for path, kind, text in shown_texts(checklist):
        for language in text.languages:
            if (length := len(getattr(text, language))) > SCREEN[kind]:
                said = {"where": str(path[-1]) if isinstance(path[-1], str) else str(path[-2]), "length": str(length)}
                yield Flaw("W706", (*path, language), said | {"limit": str(SCREEN[kind])}, "warning")


def shown_texts(checklist: Checklist) -> Iterator[tuple[Path, str, LocalizedText]]:
    """The texts that stand on a page while questions are answered: path, kind (a key of SCREEN) and text."""
    for path, kind, text in _all_shown(checklist):
        if text is not None:
            yield path, kind, text


def _all_shown(checklist: Checklist) -> Iterator[tuple[Path, str, LocalizedText | None]]:
    yield ("title",), "title", checklist.title
    yield ("purpose",), "purpose", checklist.purpose
    for number, section in enumerate(checklist.sections):
        yield ("sections", number, "title"), "title", section.title
        yield ("sections", number, "intro"), "intro", section.intro
    for number, flag in enumerate(checklist.flags):
        yield ("flags", number, "title"), "title", flag.title
    for path, question in walk(checklist):
        yield (*path, "text"), "text", question.text
        yield (*path, "help"), "help", question.help
        for number, example in enumerate(question.examples):
            yield (*path, "examples", number), "example", example
        for number, option in enumerate(question.options if isinstance(question, ChoiceQuestion) else ()):
            yield (*path, "options", number, "label"), "label", option.label
            yield (*path, "options", number, "help"), "label", option.help


def copy_flaws(data: Any, alike: Collection[str], path: Path = ()) -> Iterator[Flaw]:
    """A warning for each text of a document that is the same in two languages, unless its words may well be."""
    for at, text in texts(data, path):
        if len(set(text.values())) < len(text):
            for one, other in combinations(text, 2):
                if text[one] == text[other] and not may_be_alike(str(text[one]), alike):
                    yield Flaw("W705", (*at, other), {"language": other, "source": one}, "warning")
                    break


def may_be_alike(text: str, alike: Collection[str]) -> bool:
    """Whether a text may be the same in two languages: numbers, signs, names, and words listed as alike.

    A word is a name where its capital letter is not that of the beginning; several that all have one are a name, too.
    """
    words = _WORD.findall(text)
    is_name = len(words) > 1 and all(word[0].isupper() for word in words)
    plain = [] if is_name else [word for at, word in enumerate(words) if at == 0 or not word[0].isupper()]
    return all(word.lower() in alike for word in plain)


def alike_words(vocabulary: File) -> frozenset[str]:
    """The words that are written alike in two languages: those of the program, and those of a vocabulary's own file."""
    own = vocabulary / ALIKE
    return _shipped_words() | (_listed(own) if own.is_file() else frozenset())


@cache
def _shipped_words() -> frozenset[str]:
    return _listed(folder("checklists") / "vocabulary" / ALIKE)


def _listed(file: File) -> frozenset[str]:
    try:
        with file.open("rb") as opened:
            text = opened.read(MAX_BYTES).decode("utf-8-sig", errors="replace")
    except OSError:  # the list only silences advice: without it there is more of that
        return frozenset()
    return frozenset(word.lower() for line in text.splitlines() for word in _WORD.findall(line.partition("#")[0]))
