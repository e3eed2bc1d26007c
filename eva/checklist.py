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
    """Names the option in answers and conditions; never changed. `unknown` is reserved for: we do not know."""
    label: LocalizedText
    """What the official reads and chooses."""
    help: LocalizedText | None = None
    """A line that explains the option."""
    points: Mapping[Slug, Number] = Field(default_factory=dict)
    """Points that the option brings, by account."""
    flag: Slug | None = None
    """The flag that is raised when the option is chosen."""
    exclusive: Boolean = False
    """`true`: when this option is chosen, no other may be (multi_choice)."""


class Question(Model):
    """What every kind of question has in common; `id` is unique within its checklist."""

    id: Slug
    """Names the question in answers and conditions; unique in the checklist, never changed, never used again."""
    kind: str
    """What is asked for: `impact`, `choice`, `multi_choice`, `number`, `text` or `date`."""
    text: LocalizedText
    """The question itself, one sentence."""
    help: LocalizedText | None = None
    """What to think of when answering."""
    examples: tuple[LocalizedText, ...] = ()
    """Example answers, each a sentence or two."""
    scope: Scope = "case"
    """`case`: asked once. `alternative`: asked of each alternative."""
    depth: Depth = "full"
    """`light`: always asked. `full`: only in a full assessment."""
    when: Condition | None = None
    """The question is asked when this holds; without it, always."""
    required: Boolean = False
    """`true`: the assessment is not complete without an answer. Saving is never blocked."""
    mandatory: Boolean = False
    """`true`: an overlay of a municipality may not hide the question."""
    accept: Condition | None = None
    """Tests, without a subject, that the answer itself should pass; a breach is a finding."""
    cites: tuple[Slug, ...] = ()
    """Sources from `vocabulary/references.yaml`. An impact question has at least one."""
    sdg: tuple[Annotated[str, Field(pattern=r"^[0-9]{1,2}(\.[0-9a-z]{1,2})?$")], ...] = ()
    """Goals or targets of Agenda 2030, such as 3 or 11.7."""

    @model_validator(mode="after")
    def _accept_judges_the_answer_itself(self) -> Self:
        if self.accept is not None and any(leaf.subjects for leaf in leaves(self.accept)):
            raise ValueError("accept_with_subject")
        return self


class ImpactQuestion(Question):
    """Asks what an alternative changes for population groups; always answered per alternative."""

    kind: Literal["impact"]
    scope: Literal["alternative"] = "alternative"
    """Always `alternative`."""
    groups: tuple[Slug, ...] = ()
    """Groups from `vocabulary/population_groups.yaml` that are proposed; none is filled in."""


class ChoiceQuestion(Question):
    """Asks for one option (choice) or for any number of them (multi_choice)."""

    kind: Literal["choice", "multi_choice"]
    """`choice`: one option. `multi_choice`: any number of them."""
    options: tuple[Option, ...]
    """What there is to choose from."""

    def option(self, option_id: str) -> Option | None:
        """The option of this id, if the question has it."""
        return next((option for option in self.options if option.id == option_id), None)


class NumberQuestion(Question):
    """Asks for an exact number, with its unit (`eur` and `eur_per_year` are money) and the decimals to show."""

    kind: Literal["number"]
    unit: LocalizedText | Literal["eur", "eur_per_year"] | None = None
    """What is counted, as a text; or `eur` or `eur_per_year`, which are money."""
    decimals: Annotated[int, Field(ge=0, le=6)] | None = None
    """Decimals that are shown, 0 to 6."""


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
    """Names the section; in a file of its own, the file is called so."""
    title: LocalizedText
    """Heading of the section."""
    intro: LocalizedText | None = None
    """What the section is about, under its heading."""
    perspective: Slug | None = None
    """A perspective from `vocabulary/perspectives.yaml`; required where the section has impact questions."""
    when: Condition | None = None
    """The section is asked when this holds; without it, always."""
    questions: tuple[AnyQuestion, ...]
    """The questions in the order in which they are asked."""


class Checklist(Model):
    """A checklist (tarkistuslista) in one version; `process` ones judge the preparation and stay off the heat map."""

    id: Slug
    """Names the checklist; its folder is called so."""
    version: Version
    """Three numbers. First: an answer's meaning changed; second: questions came or went; third: wording."""
    title: LocalizedText
    """Name of the checklist."""
    purpose: LocalizedText | None = None
    """What the checklist is for, in a sentence or two."""
    languages: tuple[Language, ...] = ("fi", "sv", "en")
    """Languages in which every text is written."""
    method: Literal["profile", "points"] = "profile"
    """`profile`: impacts as a map, nothing summed. `points`: options bring points to accounts."""
    process: Boolean = False
    """`true`: judges the preparation, not the impacts, and stays off the heat map."""
    cites: tuple[Slug, ...] = ()
    """Sources on which the whole checklist rests."""
    retired: tuple[Slug, ...] = ()
    """Ids of questions that are gone, so that nobody uses them again."""
    sections: tuple[Section, ...]
    """The sections in order: the names of files in `sections/`, or the sections themselves."""
    accounts: tuple[Account, ...] = ()
    """Counts of points."""
    outcomes: tuple[Outcome, ...] = ()
    """What the checklist concludes."""
    flags: tuple[Flag, ...] = ()
    """Red flags and cautions."""

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
