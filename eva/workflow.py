"""Use cases (käyttötapaukset): what people do with assessments; owns the Store protocol."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Protocol

from eva import editing
from eva.access import Person, action_of, require
from eva.applicability import settle
from eva.assessment import Alternative, Assessment, Case, Event, Preparer, Snapshot, Status, UsedChecklist
from eva.checklist import Checklist
from eva.editing import Edit
from eva.errors import EditRefused
from eva.evaluation import Evaluation, evaluate
from eva.library import Library
from eva.snapshots import meaning, snapshot_of, wording
from eva.text import FreeText, Language
from eva.vocabulary import Vocabulary


@dataclass(frozen=True, slots=True)
class Stored:
    """The newest document of an assessment: its revision (1, 2, …), and when and by whom it was last changed."""

    assessment: Assessment
    revision: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Summary:
    """One row of the register of assessments."""

    id: str
    title: FreeText
    status: Status
    language: Language
    body: str | None
    decision_date: date | None
    revision: int
    saved_at: datetime
    saved_by: str


@dataclass(frozen=True, slots=True)
class Change:
    """One row of the append-only log of an assessment; `before` and `after` are versions (`eva.places.version`)."""

    revision: int
    path: str
    at: datetime
    by: str
    client: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an edit: the newest document, and the version of the value at its path."""

    stored: Stored
    version: str


Flaw = tuple[str, Mapping[str, str]]
"""A mistake in a document: its code and the parameters of its message."""


class Store(Protocol):
    """Keeps assessments of one organisation; every method is atomic and may be called from any thread or process."""

    def summaries(self) -> tuple[Summary, ...]:
        """The register, the last changed first."""

    def load(self, assessment_id: str) -> Stored:
        """The newest document; raises NotFound."""

    def create(self, assessment: Assessment, *, by: str, at: datetime) -> Stored:
        """Keeps a new assessment as revision 1; raises EditRefused if its id is taken."""

    def save(
        self, assessment_id: str, edit: Edit, change: Callable[[Assessment], Assessment], *, by: str, at: datetime
    ) -> Saved:
        """Applies a change to the newest revision, in one transaction with its row in the log.

        Raises EditConflict (path, by, at) when the value at the edit's path is not the one that was `seen`, is not
        already what the change makes it, and was last changed by another client. An edit that changes nothing makes
        no revision and no row.
        """

    def history(self, assessment_id: str, under: str = "") -> tuple[Change, ...]:
        """The log, the oldest first; only rows whose path begins with `under`."""

    def payloads(self, assessment_id: str, under: str = "") -> Mapping[int, tuple[Any, Any] | None]:
        """What the rows of the log whose path begins with `under` changed from and to, by revision; None if erased."""

    def freeze(self, assessment_id: str, *, by: str, at: datetime) -> int:
        """Keeps the newest document unchanged for ever; returns its revision."""

    def frozen(self, assessment_id: str) -> Mapping[int, Assessment]:
        """The frozen documents by revision."""

    def keep_snapshot(self, digest: str, snapshot: Snapshot) -> None:
        """Keeps a checklist with its vocabulary by its hash; the same again is nothing."""

    def snapshot(self, digest: str) -> Snapshot:
        """A kept checklist; raises NotFound."""

    def snapshots(self) -> tuple[str, ...]:
        """The hashes of the kept checklists, in their order as text."""


@dataclass(frozen=True, slots=True)
class Opened:
    """An assessment with all that is needed to show it: its checklists by id, the words, and what it comes to."""

    stored: Stored
    checklists: Mapping[str, Checklist]
    vocabulary: Vocabulary
    evaluation: Evaluation

    @property
    def assessment(self) -> Assessment:
        """The document itself."""
        return self.stored.assessment


@dataclass(frozen=True, slots=True)
class Office:
    """The use cases, over one store and one library; `now` and `new_id` are the clock and the source of ids.

    `flaws` are the mistakes for which a document would be refused when it is loaded from a file, each as a code and
    the parameters of its message: what an edit would newly bring of them is refused too, so that every stored
    document can leave and come back.
    """

    store: Store
    library: Library
    now: Callable[[], datetime]
    new_id: Callable[[], str]
    flaws: Callable[[Assessment], Sequence[Flaw]]

    def register(self) -> tuple[Summary, ...]:
        """The assessments, the last changed first."""
        return self.store.summaries()

    def open(self, assessment_id: str) -> Opened:
        """An assessment with what it comes to; raises NotFound."""
        return self.opened(self.store.load(assessment_id))

    def opened(self, stored: Stored) -> Opened:
        """What a stored document comes to: its checklists, words and evaluation."""
        whole = self._with_snapshots(stored.assessment)
        checklists = self.library.used_by(whole)
        vocabulary = self.library.vocabulary_for(whole)
        return Opened(stored, checklists, vocabulary, evaluate(stored.assessment, checklists, vocabulary))

    def _with_snapshots(self, assessment: Assessment) -> Assessment:
        missing = [used for used in assessment.checklists if used.key not in self.library.checklists]
        kept = {
            used.key: self.store.snapshot(used.meaning)
            for used in missing
            if used.meaning is not None and used.key not in assessment.snapshots
        }
        return assessment.model_copy(update={"snapshots": {**assessment.snapshots, **kept}}) if kept else assessment

    def start(
        self, title: str, *, words: Mapping[str, str], by: Person, case: Mapping[str, Any], job: str | None = None
    ) -> Stored:
        """Starts an assessment: a draft with the screening checklist and the zero alternative beside the proposal.

        `words` names the two alternatives (`zero`, `proposal`) in the language of the case; `job` is the title of the
        preparer, which the report prints. The name stays inside.
        """
        require(by, "create", "draft")
        at = self.now()
        screening = self.library.newest().get("screening")
        draft = Assessment(
            format=1,
            id=self.new_id(),
            case=Case.model_validate({**case, "title": title}),
            history=(Event(status="draft", at=at, by=by.name),),
            preparers=(Preparer(title=job) if job else Preparer(name=by.name),),
            checklists=(self._used(screening),) if screening else (),
            alternatives=(
                Alternative(id="ve0", title=words["zero"], zero=True),
                Alternative(id="ve1", title=words["proposal"]),
            ),
        )
        return self.store.create(draft, by=by.name, at=at)

    def _known(self, used: UsedChecklist) -> UsedChecklist:
        return used if used.meaning else self._used(self.library.checklists[used.key])

    def _used(self, checklist: Checklist) -> UsedChecklist:
        snapshot = snapshot_of(checklist, self.library.vocabulary)
        digest = meaning(snapshot)
        self.store.keep_snapshot(digest, snapshot)
        return UsedChecklist(id=checklist.id, version=checklist.version, meaning=digest, wording=wording(snapshot))

    def edit(self, assessment_id: str, edit: Edit, *, by: Person) -> Saved:
        """Saves one edit at once; raises EditRefused, EditConflict, NotAllowed or NotFound."""
        at = self.now()

        def change(assessment: Assessment) -> Assessment:
            require(by, action_of(edit.path), assessment.status)
            if edit.path == "checklists":
                self._refuse_unknown(edit.value or (), assessment)
            edited = editing.apply(assessment, edit, by=by.name, at=at)
            if edit.path == "checklists":
                edited = edited.model_copy(update={"checklists": tuple(map(self._known, edited.checklists))})
            self._refuse_flaws(assessment, edited)
            return settle(edited, self.library.used_by(edited), self.library.vocabulary_for(edited))

        return self.store.save(assessment_id, edit, change, by=by.name, at=at)

    def _refuse_flaws(self, before: Assessment, after: Assessment) -> None:
        found = self.flaws(after)
        if found:
            old = self.flaws(before)
            for code, params in found:
                if (code, params) not in old:
                    raise EditRefused(code, **params)

    def _refuse_unknown(self, keys: tuple[str, ...], assessment: Assessment) -> None:
        known = {*self.library.checklists, *(used.key for used in assessment.checklists)}
        for key in keys:
            if key not in known:
                raise EditRefused("edit_unknown_checklist", checklist=key)

    def adopt(self, assessment_id: str, *, by: Person) -> Stored:
        """Takes over what the screening concludes: its depth, and the checklists that it names beside the present ones.

        Nothing is taken away: a checklist in use stays, its answers too. Raises EditRefused while the screening has
        no outcome yet.
        """
        opened = self.open(assessment_id)
        reached = [one for each in opened.evaluation.outcomes.values() for one in each if one.level is not None]
        depth = next((one.depth for one in reached if one.depth is not None), None)
        named = [checklist for one in reached for checklist in one.checklists]
        if depth is None and not named:
            raise EditRefused("edit_screening_open")
        newest = self.library.newest()
        used = {one.id for one in opened.assessment.checklists}
        added = [newest[one].key for one in named if one in newest and one not in used]
        stored = opened.stored
        if added:
            keys = [one.key for one in opened.assessment.checklists] + added
            stored = self.edit(assessment_id, Edit("checklists", keys), by=by).stored
        if depth is not None:
            stored = self.edit(assessment_id, Edit("case/depth", depth), by=by).stored
        return stored

    def move(self, assessment_id: str, status: Status, *, by: Person) -> Stored:
        """Moves an assessment to another status, with the date in its history; leaving draft freezes the document.

        Raises EditRefused when a draft that is not complete is called ready.
        """
        at = self.now()
        opened = self.open(assessment_id)
        if opened.assessment.status == "draft" and status != "draft" and not opened.evaluation.complete:
            raise EditRefused("edit_not_complete")

        def change(assessment: Assessment) -> Assessment:
            require(by, "move", assessment.status)
            if assessment.status == status:
                return assessment
            event = Event(status=status, at=at, by=by.name)
            return assessment.model_copy(update={"status": status, "history": (*assessment.history, event)})

        saved = self.store.save(assessment_id, Edit("status", status), change, by=by.name, at=at)
        if status != "draft":
            self.store.freeze(assessment_id, by=by.name, at=at)
        return saved.stored

    def bring(self, assessment: Assessment, *, by: Person) -> Stored:
        """Takes a document from outside (an example, an export) into the store under its own id.

        The checklists that it answers are kept by their hash, so that it opens when the library has gone on. Raises
        EditRefused if the id is taken.
        """
        require(by, "create", "draft")
        for used in assessment.checklists:
            snapshot = assessment.snapshots.get(used.key)
            if snapshot is not None:
                self.store.keep_snapshot(meaning(snapshot), snapshot)
        kept = assessment.model_copy(update={"checklists": self._kept(assessment)})
        return self.store.create(kept, by=by.name, at=self.now())

    def _kept(self, assessment: Assessment) -> tuple[UsedChecklist, ...]:
        held = self.library.checklists
        kept = {used.key: self._used(held[used.key]) for used in assessment.checklists if used.key in held}
        return tuple(used if used.meaning else kept.get(used.key, used) for used in assessment.checklists)
