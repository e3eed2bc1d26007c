"""Case of a checklist (tarkistuslistan esimerkkitapaus): answers, and what the checklist must make of them.

A case is a sentence that a lawyer can follow: whoever answers so, gets this. It stands in
`checklists/<id>/cases/<name>.yaml`; `docs/checklist-cases.md` explains it to authors.
"""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, WithJsonSchema

from eva.answers import Answer
from eva.assessment import Alternative, Assessment, Conclusion, FlagAnswer, Measure, Source, Statement
from eva.checklist import Checklist
from eva.rules import Depth
from eva.scalars import Number, Slug
from eva.text import FreeText, LocalizedText, Model

NO_LEVEL, NO_VALUE = "no_level", "no_value"
"""What is expected of an outcome that reaches no level, and of an account that has no value."""

UNNAMED = (Alternative(id="ve0", title="VE0", zero=True), Alternative(id="ve1", title="VE1"))
"""The alternatives of a case that names none."""


def _step(value: Any) -> Any:
    if isinstance(value, str) and value.lstrip("+-").isdecimal() and -3 <= int(value) <= 3:
        return int(value)
    if isinstance(value, int) and not isinstance(value, bool) and -3 <= value <= 3:
        return value
    raise ValueError("step_expected")


def _ends(value: tuple[Any, ...]) -> tuple[Any, ...]:
    if len(value) != 2 or value[0] > value[1]:
        raise ValueError("two_ends_expected")
    return value


def _form(value: Any) -> str:
    return "ends" if isinstance(value, list | tuple) else "value"


def _account_form(value: Any) -> str:
    is_number = isinstance(value, int | Decimal) or (isinstance(value, str) and value[:1] in set("-0123456789"))
    return "ends" if isinstance(value, list | tuple) else "value" if is_number else "level"


_TWO = Field(json_schema_extra={"minItems": 2, "maxItems": 2})

Step = Annotated[int, BeforeValidator(_step), WithJsonSchema({"type": "integer", "minimum": -3, "maximum": 3})]
"""A step of the impact scale, −3 … +3."""

ExpectedStep = Annotated[
    Annotated[Step, Tag("value")] | Annotated[tuple[Step, ...], AfterValidator(_ends), _TWO, Tag("ends")],
    Discriminator(_form),
]
"""A figure of the scorecard as answered so far, or `[low, high]`, the two ends between which it may still lie."""

ExpectedAccount = Annotated[
    Annotated[Number, Tag("value")]
    | Annotated[tuple[Number, ...], AfterValidator(_ends), _TWO, Tag("ends")]
    | Annotated[Slug, Tag("level")],
    Discriminator(_account_form),
]
"""The value of an account as answered so far, `[low, high]`, the id of its level, or `no_value`."""


class ExpectedCell(Model):
    """What is expected of a cell of the scorecard; what is left out is not looked at."""

    harm: ExpectedStep | None = None
    """The worst harm: a step −3 … 3, or `[low, high]`."""
    benefit: ExpectedStep | None = None
    """The greatest benefit: the same."""
    residual_harm: ExpectedStep | None = None
    """The worst harm once complete measures count: the same."""


class ExpectedOutcome(Model):
    """What is expected of an outcome: its level, and all of the reasons that held, in any order."""

    level: Slug
    """The level that is reached."""
    reasons: tuple[Slug, ...] | None = None
    """All of the reasons that held."""
    checklists: tuple[Slug, ...] | None = None
    """All checklists that the level proposes."""
    depth: Depth | None = None
    """The depth that the level proposes."""


class Expected(Model):
    """What must come of the answers; what is not named is not looked at.

    `scores`: alternative → perspective (its row for everyone) or `perspective/group` (several groups of the same
    people: `perspective/a+b`) → figures. `findings` and `absent`: alternative, or `case` for what concerns none in
    particular → ids of flags of the checklist, or codes of findings, that are there, or are not. `outcomes`: outcome →
    level. `accounts`: account → value, ends or level.
    """

    scores: Mapping[Slug, Mapping[str, ExpectedCell]] = Field(default_factory=dict)
    """Alternative, then `perspective` or `perspective/group`, then figures of the map."""
    findings: Mapping[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """Alternative or `case`, then flags and findings that are there."""
    absent: Mapping[Slug, tuple[Slug, ...]] = Field(default_factory=dict)
    """The same, those that are not there."""
    outcomes: Mapping[Slug, Slug | ExpectedOutcome] = Field(default_factory=dict)
    """Outcome, then its level, or what is concluded with it."""
    accounts: Mapping[Slug, ExpectedAccount] = Field(default_factory=dict)
    """Account, then its value, `[low, high]`, level or `no_value`."""

    def is_empty(self) -> bool:
        """Whether nothing at all is expected, so that the case could never fail."""
        cells = [cell for rows in self.scores.values() for cell in rows.values()]
        figures = any(getattr(cell, name) is not None for cell in cells for name in ExpectedCell.model_fields)
        named = any(ids for part in (self.findings, self.absent) for ids in part.values())
        return not (figures or named or self.outcomes or self.accounts)


class CaseMatter(Model):
    """The matter of a case, as far as it decides what is asked."""

    depth: Depth = "light"
    """How deep the assessment is."""


class ChecklistCase(Model):
    """One case: `answers` by short or full question id, everything but `expect` with the keys of an assessment.

    `flags` and `section_reasons` are by short id, or by `checklist/id`. Without `alternatives` there are `ve0`, no
    action, and `ve1`.
    """

    title: LocalizedText
    """The case as a sentence: whoever answers so, gets this."""
    case: CaseMatter = CaseMatter()
    """The matter, as far as it decides what is asked."""
    alternatives: tuple[Alternative, ...] = ()
    """As in an assessment; without it `ve0`, no action, and `ve1`."""
    answers: Mapping[str, Answer] = Field(default_factory=dict)
    """Answers by the short or the full id of the question, each as in an assessment."""
    measures: tuple[Measure, ...] = ()
    """As in an assessment."""
    consultations: tuple[Statement, ...] = ()
    """As in an assessment."""
    sources: tuple[Source, ...] = ()
    """As in an assessment."""
    flags: Mapping[str, Mapping[str, FlagAnswer]] = Field(default_factory=dict)
    """What was written about flags, by short id, as in an assessment."""
    section_reasons: Mapping[str, FreeText] = Field(default_factory=dict)
    """Why a section has no effect, by its short id."""
    conclusion: Conclusion = Conclusion()
    """As in an assessment."""
    expect: Expected
    """What must come of it, at least one thing."""

    @property
    def compared(self) -> tuple[Alternative, ...]:
        """The alternatives of the case, named or not."""
        return self.alternatives or UNNAMED


def full_question_id(written: str, checklist: Checklist) -> str | None:
    """The full id of a question that a case names by either of its ids; None if the checklist does not ask it."""
    short = written.rpartition(".")[2]
    full_id = checklist.full_id(short) if short in checklist.by_id else None
    return full_id if written in (short, full_id) else None


def full_part_id(written: str, checklist: Checklist) -> str:
    """The address `checklist/id` of a flag or section that a case names by either."""
    return written if "/" in written else f"{checklist.id}/{written}"


def assessment_of(case: ChecklistCase, checklist: Checklist) -> Assessment:
    """The assessment that a case describes, of this checklist alone; answers to questions it lacks are left out."""
    return Assessment.model_validate(
        {
            "format": 1,
            "id": "case",
            "case": {"title": case.title, "depth": case.case.depth},
            "checklists": [{"id": checklist.id, "version": checklist.version}],
            "alternatives": case.compared,
            "answers": dict(_answers(case, checklist)),
            "measures": case.measures,
            "consultations": case.consultations,
            "sources": case.sources,
            "flags": {full_part_id(flag, checklist): answers for flag, answers in case.flags.items()},
            "section_reasons": {full_part_id(key, checklist): said for key, said in case.section_reasons.items()},
            "conclusion": case.conclusion,
        }
    )


def _answers(case: ChecklistCase, checklist: Checklist) -> Iterator[tuple[str, Answer]]:
    for written, answer in case.answers.items():
        full_id = full_question_id(written, checklist)
        if full_id is not None:
            yield full_id, answer
