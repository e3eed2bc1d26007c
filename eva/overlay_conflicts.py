"""Conflicts between an overlay and its base, as data: what the overlay says, and what speaks against it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from eva.checklist import Checklist, ChoiceQuestion, ImpactQuestion
from eva.overlay import Overlay, Path, Place
from eva.overlay_texts import Nowhere, addresses, spot_at
from eva.overlaying import Overlaid, overlaid
from eva.rules import Condition, leaves


@dataclass(frozen=True, slots=True)
class Conflict:
    """A conflict at a path of the overlay, and the other place that has part in it, if there is one.

    `code` and `params` make its message (eva/catalog/codes.py). Where `params["value"]` does not exist, `known` is what
    may have been meant.
    """

    code: str
    path: Path
    other: Place | None = None
    params: Mapping[str, str] = field(default_factory=dict)
    known: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Both:
    """A base and its overlay, with the places of questions and of what hides them, by question id."""

    base: Checklist
    overlay: Overlay
    asked: Mapping[str, Place]
    added: Mapping[str, Place]
    hidden: Mapping[str, Place]

    def elsewhere(self, question: str) -> Place | None:
        """Where the overlay itself adds or hides a question, so that nothing else can be said of it."""
        return self.added.get(question) or self.hidden.get(question)


def conflicts(base: Checklist, overlay: Overlay) -> Iterator[Conflict]:
    """Everything in an overlay that its base does not allow, or that the overlay says twice."""
    both = _Both(
        base,
        overlay,
        {
            question.id: Place("base", ("sections", at, "questions", number))
            for at, section in enumerate(base.sections)
            for number, question in enumerate(section.questions)
        },
        _first({("add", at, "question"): each.question.id for at, each in enumerate(overlay.add)}),
        _first({("hide", at): each for at, each in enumerate(overlay.hide)}),
    )
    yield from _languages(both)
    yield from _additions(both)
    yield from _hidings(both)
    yield from _orders(both)
    yield from _rewordings(both)
    yield from _groups(both)
    for name in ("flags", "outcomes"):
        yield from _twice({(name, at): item.id for at, item in enumerate(getattr(overlay, name))})
    whole = overlaid(base, overlay)
    yield from _dead_references(whole, both)
    yield from _dead_flags(whole, both)


def _first(ids: Mapping[Path, str]) -> Mapping[str, Place]:
    """Where each id stands first in the overlay."""
    return {named: Place("overlay", path) for path, named in reversed(list(ids.items()))}


def _twice(ids: Mapping[Path, str]) -> Iterator[Conflict]:
    """A conflict for each id that stands in a list of the overlay a second time."""
    first = _first(ids)
    for path, named in ids.items():
        if first[named].path != path:
            yield Conflict("E816", path, first[named], {"value": named})


def _languages(both: _Both) -> Iterator[Conflict]:
    for at, language in enumerate(both.overlay.languages or ()):
        if language not in both.base.languages:
            yield Conflict("E818", ("languages", at), Place("base", ("languages",)), {"language": language})


def _additions(both: _Both) -> Iterator[Conflict]:
    sections = {section.id: [each.id for each in section.questions] for section in both.base.sections}
    retired = {
        **_first({("retired", at): each for at, each in enumerate(both.overlay.retired)}),
        **{each: Place("base", ("retired", at)) for at, each in enumerate(both.base.retired)},
    }
    yield from _twice({("add", at, "question"): each.question.id for at, each in enumerate(both.overlay.add)})
    for number, addition in enumerate(both.overlay.add):
        here, named = ("add", number), addition.question.id
        if named in both.asked:
            yield Conflict("E810", (*here, "question", "id"), both.asked[named], {"id": named})
        if named in retired:
            yield Conflict("E811", (*here, "question", "id"), retired[named], {"id": named})
        if addition.section not in sections:
            path = (*here, "section")
            yield Conflict("E805", path, Place("base", ("sections",)), {"value": addition.section}, tuple(sections))
            continue
        before = sections[addition.section]
        if addition.after is not None and addition.after not in before:
            params = {"value": addition.after, "section": addition.section}
            yield Conflict("E806", (*here, "after"), both.asked.get(addition.after), params, tuple(before))
        before.append(named)
    for number, named in enumerate(both.overlay.retired):
        if named in both.asked:
            yield Conflict("E811", ("retired", number), both.asked[named], {"id": named})


def _hidings(both: _Both) -> Iterator[Conflict]:
    yield from _twice({("hide", at): each for at, each in enumerate(both.overlay.hide)})
    for number, named in enumerate(both.overlay.hide):
        if named in both.added:
            yield Conflict("E816", ("hide", number), both.added[named], {"value": named})
        elif named not in both.asked:
            yield _unknown(("hide", number), named, both)
        elif both.base.by_id[named][1].mandatory:
            place = Place("base", (*both.asked[named].path, "mandatory"))
            yield Conflict("E808", ("hide", number), place, {"id": named})


def _unknown(path: Path, named: str, both: _Both) -> Conflict:
    return Conflict("E807", path, Place("base", ("sections",)), {"value": named}, tuple(both.asked))


def _orders(both: _Both) -> Iterator[Conflict]:
    sections = {section.id: [each.id for each in section.questions] for section in both.base.sections}
    for addition in both.overlay.add:
        sections.get(addition.section, []).append(addition.question.id)
    for section, ids in both.overlay.reorder.items():
        path: Path = ("reorder", section)
        if section not in sections:
            yield Conflict("E805", path, Place("base", ("sections",)), {"value": section}, tuple(sections))
            continue
        yield from _twice({(*path, at): each for at, each in enumerate(ids)})
        shown = dict.fromkeys(each for each in sections[section] if each not in both.hidden)
        for number, named in enumerate(ids):
            place = both.elsewhere(named) or both.asked.get(named)
            if named not in shown and place is not None:
                yield Conflict("E815", (*path, number), place, {"value": named, "section": section})
            elif named not in shown:
                yield _unknown((*path, number), named, both)
        missed = [each for each in shown if each not in ids]
        if missed:
            place = both.added.get(missed[0]) or both.asked[missed[0]]
            yield Conflict("E814", path, place, {"section": section, "missing": ", ".join(missed)})


def _rewordings(both: _Both) -> Iterator[Conflict]:
    within = addresses(both.base)
    said = _said_elsewhere(both)
    for address in both.overlay.reword:
        path: Path = ("reword", address)
        spot = spot_at(within, address)
        named = ".".join(address.split(".")[:2])
        if named in said:
            yield Conflict("E816", path, said[named], {"value": named})
        elif isinstance(spot, Nowhere):
            yield Conflict("E812", path, None, {"value": address}, spot.known)
        elif not spot.is_text:
            yield Conflict("E813", path, Place("base", spot.path), {"value": address})


def _said_elsewhere(both: _Both) -> Mapping[str, Place]:
    """What the overlay writes, replaces or hides as a whole, by the beginning of the addresses of its texts."""
    return {
        "title": Place("overlay", ("title",)),
        **{f"questions.{named}": place for named, place in {**both.hidden, **both.added}.items()},
        **{f"flags.{flag.id}": Place("overlay", ("flags", at)) for at, flag in enumerate(both.overlay.flags)},
        **{f"outcomes.{each.id}": Place("overlay", ("outcomes", at)) for at, each in enumerate(both.overlay.outcomes)},
    }


def _groups(both: _Both) -> Iterator[Conflict]:
    for named in both.overlay.groups:
        path: Path = ("groups", named)
        place = both.elsewhere(named)
        if place is not None:
            yield Conflict("E816", path, place, {"value": named})
        elif named not in both.asked:
            yield _unknown(path, named, both)
        elif not isinstance(both.base.by_id[named][1], ImpactQuestion):
            yield Conflict("E817", path, Place("base", (*both.asked[named].path, "kind")), {"id": named})


def _dead_references(whole: Overlaid, both: _Both) -> Iterator[Conflict]:
    """Conditions, of the base or the overlay's own, that read a question which the overlay hides."""
    for path, condition in _conditions(whole.checklist):
        named = (leaf.question.rpartition(".")[2] for leaf in leaves(condition) if leaf.question is not None)
        for question in dict.fromkeys(named):
            if question in both.hidden and question in both.asked:
                yield Conflict("E809", both.hidden[question].path, whole.origin(path), {"id": question})


def _dead_flags(whole: Overlaid, both: _Both) -> Iterator[Conflict]:
    """Flags that nothing raises any more because the overlay hides the questions whose options raised them."""
    raised = {flag for question in whole.checklist.by_id for flag in _flags_of(question, whole.checklist)}
    for question in both.hidden:
        for flag in _flags_of(question, both.base):
            at = next((at for at, each in enumerate(whole.checklist.flags) if each.id == flag), None)
            if at is not None and flag not in raised and whole.checklist.flags[at].when is None:
                place = whole.origin(("flags", at))
                yield Conflict("E821", both.hidden[question].path, place, {"id": question, "flag": flag})


def _flags_of(named: str, checklist: Checklist) -> tuple[str, ...]:
    """The flags that the options of a question raise."""
    question = checklist.by_id[named][1] if named in checklist.by_id else None
    options = question.options if isinstance(question, ChoiceQuestion) else ()
    return tuple(dict.fromkeys(option.flag for option in options if option.flag is not None))


def _conditions(checklist: Checklist) -> Iterator[tuple[Path, Condition]]:
    """Every condition that may name a question, with its path."""
    for at, section in enumerate(checklist.sections):
        yield from _when(("sections", at), section.when)
        for number, question in enumerate(section.questions):
            yield from _when(("sections", at, "questions", number), question.when)
    for at, account in enumerate(checklist.accounts):
        for number, case in enumerate(account.cases or ()):
            yield from _when(("accounts", at, "cases", number), case.when)
    for at, outcome in enumerate(checklist.outcomes):
        for number, level in enumerate(outcome.levels):
            for each, reason in enumerate(level.reasons):
                yield from _when(("outcomes", at, "levels", number, "reasons", each), reason.when)
    for at, flag in enumerate(checklist.flags):
        yield from _when(("flags", at), flag.when)


def _when(here: Path, condition: Condition | None) -> Iterator[tuple[Path, Condition]]:
    if condition is not None:
        yield (*here, "when"), condition
