"""Checklist ▸ Section ▸ Question ▸ Option (tarkistuslista): what is asked, of whom it is asked, and what it cites."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from eva.rules import Account, Condition, Depth, Flag, Outcome, leaves
from eva.scalars import Boolean, Number, Slug
from eva.text import Language, LocalizedText, Model

Scope = Literal["alternative", "case"]
UNKNOWN = "unknown"
"""The reserved option id, and the rating, that says: we do not know. It is an answer, and never a zero."""

Version = Annotated[str, Field(pattern=r"^[0-9]{1,6}\.[0-9]{1,6}\.[0-9]{1,6}$")]


class Option(Model):
    """One choice; `points` go to accounts, `flag` is raised when it is chosen, `exclusive` bars all others."""

    id: Slug
    label: LocalizedText
    help: LocalizedText | None = None
    points: Mapping[Slug, Number] = Field(default_factory=dict)
    flag: Slug | None = None
    exclusive: Boolean = False


class Question(Model):
    """What every kind of question has in common; `id` is unique within its checklist."""

    id: Slug
    kind: str
    text: LocalizedText
    help: LocalizedText | None = None
    examples: tuple[LocalizedText, ...] = ()
    scope: Scope = "case"
    depth: Depth = "full"
    when: Condition | None = None
    required: Boolean = False
    mandatory: Boolean = False
    accept: Condition | None = None
    cites: tuple[Slug, ...] = ()
    sdg: tuple[Annotated[str, Field(pattern=r"^[0-9]{1,2}(\.[0-9a-z]{1,2})?$")], ...] = ()

    @model_validator(mode="after")
    def _accept_judges_the_answer_itself(self) -> Self:
        if self.accept is not None and any(leaf.subjects for leaf in leaves(self.accept)):
            raise ValueError("accept_with_subject")
        return self


class ImpactQuestion(Question):
    """Asks what an alternative changes for population groups; always answered per alternative."""

    kind: Literal["impact"]
    scope: Literal["alternative"] = "alternative"
    groups: tuple[Slug, ...] = ()


class ChoiceQuestion(Question):
    """Asks for one option (choice) or for any number of them (multi_choice)."""

    kind: Literal["choice", "multi_choice"]
    options: tuple[Option, ...]

    def option(self, option_id: str) -> Option | None:
        """The option of this id, if the question has it."""
        return next((option for option in self.options if option.id == option_id), None)


class NumberQuestion(Question):
    """Asks for an exact number, with its unit (`eur` and `eur_per_year` are money) and the decimals to show."""

    kind: Literal["number"]
    unit: LocalizedText | Literal["eur", "eur_per_year"] | None = None
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None


class TextQuestion(Question):
    """Asks for words."""

    kind: Literal["text"]


class DateQuestion(Question):
    """Asks for a day."""

    kind: Literal["date"]


AnyQuestion = Annotated[
    ImpactQuestion | ChoiceQuestion | NumberQuestion | TextQuestion | DateQuestion, Field(discriminator="kind")
]


class Section(Model):
    """Questions that belong together; a section with impact questions has a perspective."""

    id: Slug
    title: LocalizedText
    intro: LocalizedText | None = None
    perspective: Slug | None = None
    when: Condition | None = None
    questions: tuple[AnyQuestion, ...]


class Checklist(Model):
    """A checklist (tarkistuslista) in one version; `process` ones judge the preparation and stay off the heat map."""

    id: Slug
    version: Version
    title: LocalizedText
    purpose: LocalizedText | None = None
    languages: tuple[Language, ...] = ("fi", "sv", "en")
    method: Literal["profile", "points"] = "profile"
    process: Boolean = False
    cites: tuple[Slug, ...] = ()
    retired: tuple[Slug, ...] = ()
    sections: tuple[Section, ...]
    accounts: tuple[Account, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    flags: tuple[Flag, ...] = ()

    @property
    def key(self) -> str:
        """`id@version`, by which snapshots are named."""
        return f"{self.id}@{self.version}"

    def walk(self) -> Iterator[tuple[Section, AnyQuestion]]:
        """Every question with its section, in the order of the checklist."""
        for section in self.sections:
            for question in section.questions:
                yield section, question

    @cached_property
    def by_id(self) -> Mapping[str, tuple[Section, AnyQuestion]]:
        """Questions by their short id, which is unique within the checklist."""
        return {question.id: (section, question) for section, question in self.walk()}

    def full_id(self, question_id: str) -> str:
        """`checklist/section.question`, the address of a question in an assessment; KeyError if there is none."""
        section, question = self.by_id[question_id]
        return f"{self.id}/{section.id}.{question.id}"

    def section(self, section_id: str) -> Section | None:
        """The section of this id, if the checklist has it."""
        return next((section for section in self.sections if section.id == section_id), None)

    def flag(self, flag_id: str) -> Flag | None:
        """The flag of this id, if the checklist has it."""
        return next((flag for flag in self.flags if flag.id == flag_id), None)


def asked_at(question: Question, depth: Depth) -> bool:
    """Whether a question is asked at the depth of the case: light ones always, full ones only in a full assessment."""
    return depth == "full" or question.depth == "light"
