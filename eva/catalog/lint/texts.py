"""Texts that are longer than a screen, and translations that nobody made."""

import re
from collections.abc import Iterator, Mapping
from itertools import combinations
from typing import Any

from eva.catalog.checks.checklist import texts, walk
from eva.catalog.checks.flaw import Flaw
from eva.catalog.reading import Path
from eva.checklist import Checklist, ChoiceQuestion
from eva.text import LocalizedText

SCREEN: Mapping[str, int] = {
    "text": 170, "help": 420, "example": 170, "label": 150, "intro": 250, "purpose": 320, "title": 110,
}  # fmt: skip
"""Characters that fit beside a question without scrolling, in the longest language."""

_WORD = re.compile(r"[^\W\d_]+")
_FROM_FINNISH, _BETWEEN_OTHERS = (1, 4), (3, 2)
"""How many words of how many letters show that a text was copied: Swedish and English have many words in common."""


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


def copy_flaws(data: Any, path: Path = ()) -> Iterator[Flaw]:
    """A warning for each text of a document that is the same in two languages, unless it may well be."""
    for at, text in texts(data, path):
        if len(set(text.values())) < len(text):
            for one, other in combinations(text, 2):
                if text[one] == text[other] and not is_alike_anywhere(str(text[one]), (one, other)):
                    yield Flaw("W705", (*at, other), {"language": other, "source": one}, "warning")
                    break


def is_alike_anywhere(text: str, languages: tuple[str, ...]) -> bool:
    """Whether a text may be the same in two languages: names, numbers, signs, and a word that both have.

    Words that begin with a capital letter may be names, so only the others count: where Finnish is one of the two, one
    of four letters shows a copy; between Swedish and English it takes three, as in a sentence. One word alone passes.
    """
    words = _WORD.findall(text)
    most, letters = _FROM_FINNISH if "fi" in languages else _BETWEEN_OTHERS
    plain = [word for word in words if word[0].islower() and len(word) >= letters]
    return len(words) < 2 or len(plain) < most
