"""Migration (siirto uuteen versioon): an assessment whose checklist is taken in another version, and the way back.

Nothing is dropped: an answer is carried, or it goes aside and waits there. The way back restores the document as it
was; what was answered since then only under the other version goes aside in its turn.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from eva.answers import Answer, Aside, Rating
from eva.assessment import Assessment, Hidden, Migration, Order, Snapshot, UsedChecklist
from eva.carrying import Way
from eva.errors import EditRefused
from eva.forgetting import forget
from eva.outcomes import FOR_CASE
from eva.snapshots import meaning, wording

V = TypeVar("V")


@dataclass(frozen=True, slots=True)
class Versions:
    """The two versions of a checklist that a migration is about, each with the vocabulary that it uses.

    `inside` says whether the document keeps both of them, or a store does.
    """

    old: Snapshot
    new: Snapshot
    inside: bool

    @property
    def way(self) -> Way:
        """From the old version to the new one."""
        return Way(self.old.checklist, self.new.checklist)


def used_of(snapshot: Snapshot) -> UsedChecklist:
    """A checklist as an assessment names it, with its hashes."""
    checklist = snapshot.checklist
    return UsedChecklist(
        id=checklist.id, version=checklist.version, meaning=meaning(snapshot), wording=wording(snapshot)
    )


def migrated(assessment: Assessment, versions: Versions, *, by: str | None, at: datetime | None) -> Assessment:
    """The assessment with the new version in the place of the old one; unchanged where both are the same version.

    Raises EditRefused where the assessment is no draft any more or does not use the old version.
    """
    refuse_unless_draft(assessment)
    way = versions.way
    before = used_in(assessment, way.old.key)
    if way.old.key == way.new.key:
        return assessment
    answers, dropped = way.answers(assessment)
    entries = [(entry, way.aside(entry)) for entry in assessment.aside]
    places = [(place, way.hidden(place, assessment)) for place in assessment.hidden_from_public]
    record = Migration(
        from_=before,
        to=way.new.key,
        at=at,
        by=by,
        put_aside=tuple(entry.question for entry in dropped),
        aside=tuple(was for was, now in entries if was is not now),
        flags={name: each for name, each in assessment.flags.items() if not way.knows_flag(name)},
        section_reasons={
            name: each for name, each in assessment.section_reasons.items() if not way.knows_section(name)
        },
        hidden_from_public=tuple(was for was, now in places if was is not now),
        order=_order(assessment),
    )
    kept = {one.checklist.key: one for one in (versions.old, versions.new)} if versions.inside else {}
    return assessment.model_copy(
        update={
            "checklists": _with(assessment, way.old.key, used_of(versions.new)),
            "snapshots": {
                **assessment.snapshots,
                **{k: one for k, one in kept.items() if k not in assessment.snapshots},
            },
            "answers": answers,
            "aside": (*(now for _, now in entries), *dropped),
            "flags": {name: each for name, each in assessment.flags.items() if way.knows_flag(name)},
            "section_reasons": {k: each for k, each in assessment.section_reasons.items() if way.knows_section(k)},
            "hidden_from_public": tuple(now for _, now in places if now is not None),
            "migrations": (*assessment.migrations, record),
        }
    )


def refuse_unless_draft(assessment: Assessment) -> None:
    """Raises EditRefused for a document that is ready, published or decided: what others rely on stays as it is."""
    if assessment.status != "draft":
        raise EditRefused("migration_not_draft", status=assessment.status)


def used_in(assessment: Assessment, key: str) -> UsedChecklist:
    """The checklist of this `id@version` as the assessment uses it; raises EditRefused where it does not."""
    found = next((one for one in assessment.checklists if one.key == key), None)
    if found is None:
        raise EditRefused("migration_not_used", checklist=key)
    return found


def _with(assessment: Assessment, key: str, used: UsedChecklist) -> tuple[UsedChecklist, ...]:
    return tuple(used if one.key == key else one for one in assessment.checklists)


def _order(assessment: Assessment) -> Order:
    return Order(
        answers=tuple(assessment.answers),
        flags=tuple(assessment.flags),
        section_reasons=tuple(assessment.section_reasons),
        hidden_from_public=tuple(place.path for place in assessment.hidden_from_public),
        snapshots=tuple(assessment.snapshots),
    )


def last_migration(assessment: Assessment) -> Migration | None:
    """The newest migration whose result is still in use: the one that can be taken back."""
    keys = {one.key for one in assessment.checklists}
    return next((one for one in reversed(assessment.migrations) if one.to in keys), None)


def taken_back(assessment: Assessment, record: Migration, way: Way) -> Assessment:
    """The assessment as it was before a migration, which went `way`; what was done elsewhere since then stays.

    Raises EditRefused where the assessment is no draft any more or does not use that version.
    """
    refuse_unless_draft(assessment)
    used_in(assessment, record.to)
    carried, dropped = way.back().answers(assessment)
    waiting, returned = _parted(assessment.aside, record, way)
    newer = tuple(
        Aside(question=entry.question, reason="migration", from_=record.to, answer=carried[entry.question])
        for entry in returned
        if entry.question in carried
    )
    answers = {**carried, **{entry.question: entry.answer for entry in returned}}
    flags = {name: each for name, each in assessment.flags.items() if way.back().knows_flag(name)}
    reasons = {name: each for name, each in assessment.section_reasons.items() if way.back().knows_section(name)}
    order = record.order
    added = {record.to, record.from_.key}.difference(order.snapshots)
    restored = assessment.model_copy(
        update={
            "checklists": _with(assessment, record.to, record.from_),
            "snapshots": {name: each for name, each in assessment.snapshots.items() if name not in added},
            "answers": _in_order(answers, order.answers),
            "aside": (*waiting, *dropped, *newer),
            "flags": _in_order({**flags, **record.flags}, order.flags),
            "section_reasons": _in_order({**reasons, **record.section_reasons}, order.section_reasons),
            "migrations": tuple(one for one in assessment.migrations if one is not record),
        }
    )
    hidden = _hidden(assessment, restored, record, way)
    return _without_dangling(restored.model_copy(update={"hidden_from_public": hidden}))


def _parted(entries: Sequence[Aside], record: Migration, way: Way) -> tuple[tuple[Aside, ...], tuple[Aside, ...]]:
    """What stays aside, as it was before or as the old version names it, and the answers that return."""
    due = list(record.put_aside)
    changed = [(was, way.aside(was)) for was in record.aside]
    waiting: list[Aside] = []
    returned: list[Aside] = []
    for entry in reversed(entries):
        was = next((pair for pair in changed if pair[1] == entry), None)
        # What the migration put aside stands behind what was there before it.
        if entry.reason == "migration" and entry.from_ == record.from_.key and entry.question in due:
            due.remove(entry.question)
            returned.append(entry)
        elif was is not None:
            changed.remove(was)
            waiting.append(was[0])
        else:
            waiting.append(way.back().aside(entry))
    return tuple(reversed(waiting)), tuple(reversed(returned))


def _hidden(now: Assessment, restored: Assessment, record: Migration, way: Way) -> tuple[Hidden, ...]:
    """The places that are not public, named as they were; a mark that had lost its place has it again."""
    changed = [(was, way.hidden(was, restored)) for was in record.hidden_from_public]
    found = [was for was, made in changed if made is None]
    for place in now.hidden_from_public:
        pair = next((each for each in changed if each[1] == place), None)
        if pair is not None:
            changed.remove(pair)
        named = pair[0] if pair is not None else way.back().hidden(place, now)
        found += [] if named is None else [named]
    ordered: list[Hidden] = []
    for path in record.order.hidden_from_public:
        at = next((number for number, place in enumerate(found) if place.path == path), None)
        ordered += [] if at is None else [found.pop(at)]
    return (*ordered, *found)


def _in_order(held: Mapping[str, V], order: Iterable[str]) -> dict[str, V]:
    """A mapping in an earlier order; what is new since then comes last."""
    first = {name: held[name] for name in order if name in held}
    return {**first, **held}


def _without_dangling(assessment: Assessment) -> Assessment:
    """The assessment in which nothing that returned points at what was removed meanwhile."""
    for name, item in dict.fromkeys(_pointed_at(assessment)):
        if all(one.id != item for one in getattr(assessment, name)):
            assessment = forget(assessment, name, item)
    return assessment


def _pointed_at(assessment: Assessment) -> Iterator[tuple[str, str]]:
    for answer in assessment.answers.values():
        yield from (("sources", each) for each in answer.sources)
        yield from (("alternatives", each) for each in (*answer.alternatives, *answer.gated))
        yield from (("measures", row.measure) for row in _rows(answer) if row.measure is not None)
    for answers in assessment.flags.values():
        yield from (("alternatives", each) for each in answers if each != FOR_CASE)
        yield from (("measures", each.measure) for each in answers.values() if each.measure is not None)


def _rows(answer: Answer) -> Iterator[Rating]:
    return (row for each in answer.alternatives.values() for row in each.ratings)
