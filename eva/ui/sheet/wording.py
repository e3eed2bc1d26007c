"""Wordings (sanamuodot): words to read, which say where they are in another language than the reader's.

What is missing in a language is shown in another one; WCAG 3.1.2 asks that it be marked. HTML marks it with `lang`, and
the style sheets print the language's code after it; `in_words` is for where no attribute fits.
"""

from dataclasses import dataclass

from eva.text import Language, held


@dataclass(frozen=True, slots=True)
class Foreign:
    """Words in another language than the reader's."""

    words: str
    lang: Language


Wording = str | tuple[str | Foreign, ...]
"""Words in the reader's language, or parts of which some are not."""


def wording(words: str, language: Language, reader: Language) -> Wording:
    """Words in `language` as a reader of another one, or of the same, gets them."""
    printed = held(words)
    return printed if not words or language == reader else (Foreign(printed, language),)


def together(*parts: Wording) -> Wording:
    """Several wordings as one."""
    pieces = [piece for part in parts for piece in ((part,) if isinstance(part, str) else part) if piece]
    if any(isinstance(piece, Foreign) for piece in pieces):
        return tuple(pieces)
    return "".join(map(str, pieces))


def in_words(said: Wording) -> str:
    """A wording for where no attribute fits: the code of the language stands in brackets, `Kirjasto [fi]`."""
    pieces = (said,) if isinstance(said, str) else said
    return "".join(f"{each.words} [{each.lang}]" if isinstance(each, Foreign) else each for each in pieces)
