"""Assessment (vaikutusten ennakkoarviointi): one case, its alternatives, the answers, and what follows from them."""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import BeforeValidator, Field

from eva.answers import Answer, Aside, FullId
from eva.checklist import Checklist, Version
from eva.rules import Depth
from eva.scalars import Boolean, IsoDate, Moment, Number, Slug
from eva.text import FreeText, Language, Model
from eva.vocabulary import Vocabulary

Status = Literal["draft", "ready", "published", "decided"]
Hash = Annotated[str, Field(pattern=r"^sha256:[0-9a-f]{64}$")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Case(Model):
    """The matter to be decided (asia): what the first page of the report says."""

    title: FreeText
    register_number: str | None = None
    organisation: str | None = None
    body: str | None = None
    decision_date: IsoDate | None = None
    language: Language = "fi"
    depth: Depth = "light"
    summary: FreeText | None = None
    plain_summary: FreeText | None = None


class Event(Model):
    """A change of status: when, and by whom."""

    status: Status
    at: Moment
    by: str | None = None


class Preparer(Model):
    """A preparing official (valmistelija)."""

    name: str | None = None
    title: str | None = None
    sector: str | None = None


class UsedChecklist(Model):
    """A checklist in the version that this assessment answers; hashes as format.md §2 defines them."""

    id: Slug
    version: Version
    meaning: Hash | None = None
    wording: Hash | None = None

    @property
    def key(self) -> str:
        """`id@version`, by which snapshots are named."""
        return f"{self.id}@{self.version}"


class Snapshot(Model):
    """A checklist with the vocabulary entries that it uses, so that an assessment can be read for ever."""

    checklist: Checklist
    vocabulary: Vocabulary


class Costs(Model):
    """Euros against today, a cost positive; `of_which_internal` belongs to `per_year`, `uncertainty` is ± per year."""

    one_off: Number | None = None
    per_year: Number | None = None
    of_which_internal: Number | None = None
    uncertainty: Number | None = None
    note: FreeText | None = None


class Alternative(Model):
    """An alternative (vaihtoehto); exactly one of an assessment's is the zero alternative (VE0), no action."""

    id: Slug
    title: FreeText
    description: FreeText | None = None
    zero: Boolean = False
    costs: Costs | None = None


class Measure(Model):
    """A mitigating measure (lieventämistoimi); it counts with an owner, a date, and a budget line or no cost."""

    id: Slug
    text: FreeText | None = None
    owner: str | None = None
    due: IsoDate | None = None
    budget: FreeText | None = None
    no_cost: Boolean = False

    @property
    def complete(self) -> bool:
        """Whether the measure counts (design.md §2.7)."""
        return bool(self.text and self.owner and self.due and (self.budget or self.no_cost))


class Statement(Model):
    """A body or person heard (kuuleminen): when asked and heard, what they said unedited, and what it changed."""

    id: Slug
    body: FreeText | None = None
    kind: Literal["statutory", "ngo", "residents", "other"] | None = None
    council: Literal["older", "disabled", "youth"] | None = None
    asked: IsoDate | None = None
    heard: IsoDate | None = None
    statement: FreeText | None = None
    response: FreeText | None = None
    changed: FreeText | None = None


class Source(Model):
    """A document or person that an answer rests on."""

    id: Slug
    title: FreeText | None = None
    publisher: str | None = None
    date: IsoDate | None = None
    url: str | None = None


class FlagAnswer(Model):
    """What closes a red flag: a justification and, where the flag needs it, a complete measure."""

    justification: FreeText | None = None
    measure: Slug | None = None
    by: str | None = None
    at: Moment | None = None


class Conclusion(Model):
    """The conclusion (johtopäätös): the alternative recommended; `at` is when that was last set."""

    recommended: Slug | None = None
    at: Moment | None = None
    text: FreeText | None = None
    conflicts: FreeText | None = None
    unknowns: FreeText | None = None


class Decision(Model):
    """What was decided, by whom and when."""

    alternative: Slug | None = None
    date: IsoDate | None = None
    body: str | None = None
    minutes: str | None = None


class FollowUp(Model):
    """An indicator that will show what came of it (seuranta)."""

    id: Slug
    indicator: FreeText | None = None
    baseline: FreeText | None = None
    expected: FreeText | None = None
    due: IsoDate | None = None
    owner: str | None = None
    observed: FreeText | None = None
    verdict: FreeText | None = None
    note: FreeText | None = None


class Hidden(Model):
    """A place of the document that is not public, and on what ground."""

    path: str
    ground: FreeText


class Order(Model):
    """In what order things stood before a migration, by their addresses, so that they can stand so again."""

    answers: tuple[FullId, ...] = ()
    flags: tuple[str, ...] = ()
    section_reasons: tuple[str, ...] = ()
    hidden_from_public: tuple[str, ...] = ()
    snapshots: tuple[str, ...] = ()


class Migration(Model):
    """A checklist that was taken in another version, with what the way back needs and nothing else still holds.

    `put_aside` are the answers (by full id) that stand in `aside` since then. `aside`, `flags`, `section_reasons` and
    `hidden_from_public` are, as they were, those of them that the other version knows otherwise or not at all.
    """

    from_: UsedChecklist = Field(alias="from")
    to: str
    at: Moment | None = None
    by: str | None = None
    put_aside: tuple[FullId, ...] = ()
    aside: tuple[Aside, ...] = ()
    flags: Mapping[str, Mapping[str, FlagAnswer]] = Field(default_factory=dict)
    section_reasons: Mapping[str, FreeText] = Field(default_factory=dict)
    hidden_from_public: tuple[Hidden, ...] = ()
    order: Order = Order()


class Imported(Model):
    """Where a document comes from that was made of a published version: the hash of its data, and when it was taken in.

    What was withheld is not in it and stays unknown; `hidden_from_public` keeps the grounds.
    """

    digest: Digest
    at: Moment | None = None


class Assessment(Model):
    """One ex-ante impact assessment as a document; every change makes a new one."""

    format: Annotated[Literal[1], BeforeValidator(lambda value: 1 if value == "1" else value)]
    id: Annotated[str, Field(pattern=r"^[0-9A-Za-z_-]{1,64}$")]
    case: Case
    status: Status = "draft"
    history: tuple[Event, ...] = ()
    preparers: tuple[Preparer, ...] = ()
    checklists: tuple[UsedChecklist, ...] = ()
    snapshots: Mapping[str, Snapshot] = Field(default_factory=dict)
    alternatives: tuple[Alternative, ...] = ()
    answers: Mapping[FullId, Answer] = Field(default_factory=dict)
    aside: tuple[Aside, ...] = ()
    measures: tuple[Measure, ...] = ()
    consultations: tuple[Statement, ...] = ()
    sources: tuple[Source, ...] = ()
    flags: Mapping[str, Mapping[str, FlagAnswer]] = Field(default_factory=dict)
    section_reasons: Mapping[str, FreeText] = Field(default_factory=dict)
    conclusion: Conclusion = Conclusion()
    decision: Decision | None = None
    follow_up: tuple[FollowUp, ...] = ()
    hidden_from_public: tuple[Hidden, ...] = ()
    migrations: tuple[Migration, ...] = ()
    imported: Imported | None = None

    @property
    def alternative_ids(self) -> tuple[str, ...]:
        """The ids of the alternatives, in their order."""
        return tuple(alternative.id for alternative in self.alternatives)

    def measure(self, measure_id: str) -> Measure | None:
        """The measure of this id, if there is one."""
        return next((measure for measure in self.measures if measure.id == measure_id), None)

    def document(self) -> dict[str, Any]:
        """The assessment as JSON-ready data in the order of format.md; what is not known is left out."""
        said: dict[str, Any] = self.model_dump(mode="json", exclude_defaults=True)
        said["status"] = self.status
        case = {**said["case"], "language": self.case.language, "depth": self.case.depth}
        said["case"] = {name: case[name] for name in Case.model_fields if name in case}
        return {name: said[name] for name in type(self).model_fields if name in said}
