"""Languages and texts in them: what people read exists in Finnish, Swedish and English."""

import re
from typing import Literal, Self

from pydantic import BaseModel, ConfigDict, model_validator

Language = Literal["fi", "sv", "en"]
LANGUAGES: tuple[Language, ...] = ("fi", "sv", "en")

MAX_TEXT = 100_000
"""Characters that one free text may have: some 40 printed pages."""

_UNIT = r"[€%§]|(?:euro|prosent|procent|percent)\w*|[^\W\d_]{1,6}(?!\w)"
_IN_A_FIGURE = re.compile(rf"(?<=\d) (?=\d{{3}}(?!\d)|{_UNIT})|(?<=§) (?=\d)")


class Model(BaseModel):
    """A frozen value that crosses a boundary (file, database, command line); unknown keys are errors."""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        str_max_length=MAX_TEXT,
        validate_by_name=True,
        validate_by_alias=True,
        serialize_by_alias=True,
    )


class LocalizedText(Model):
    """A text side by side in its languages; at least one of them is there."""

    fi: str | None = None
    """In Finnish."""
    sv: str | None = None
    """In Swedish, as written in Finland."""
    en: str | None = None
    """In English."""

    @model_validator(mode="after")
    def _has_a_language(self) -> Self:
        if not self.languages:
            raise ValueError("text_without_language")
        return self

    @property
    def languages(self) -> tuple[Language, ...]:
        """The languages in which the text was written, in the order fi, sv, en."""
        return tuple(language for language in LANGUAGES if getattr(self, language))

    def read(self, language: Language) -> tuple[str, Language]:
        """The text for a reader of `language`, and the language that it is really in."""
        found = language if getattr(self, language) else self.languages[0]
        return getattr(self, found), found

    def get(self, language: Language) -> str:
        """The text for a reader of `language`, in another language where that one is missing."""
        return self.read(language)[0]


FreeText = str | LocalizedText
"""What a person wrote: in the language of the case, or side by side in several."""


def read_free_text(text: FreeText, language: Language, written_in: Language) -> tuple[str, Language]:
    """A free text for a reader of `language`, and the language that it is really in."""
    if isinstance(text, str):
        return text, written_in
    return text.read(language)


def held(text: str) -> str:
    """The text as it is printed: no line ends inside a number, nor between it and a short word (`4 300 euroa`)."""
    return _IN_A_FIGURE.sub("\u00a0", text)
