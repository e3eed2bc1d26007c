"""Laying an overlay over a checklist: the checklist that comes of it, and where each part of that was written."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from eva.checklist import AnyQuestion, Checklist, ImpactQuestion, Section
from eva.overlay import Overlay, Path, Place
from eva.overlay_texts import Spot, addresses, spot_at
from eva.rules import Flag, Leaf, Outcome
from eva.text import Model


@dataclass(frozen=True, slots=True)
class Overlaid:
    """The checklist of an overlay; `origins` say for paths in it where they come from."""

    checklist: Checklist
    origins: Mapping[Path, Place]

    def origin(self, path: Path) -> Place:
        """Where something in the checklist was written; what no origin covers stands in the base at the same path."""
        for length in range(len(path), 0, -1):
            place = self.origins.get(path[:length])
            if place is not None:
                return Place(place.side, (*place.path, *path[length:]))
        return Place("base", path)


@dataclass(frozen=True, slots=True)
class _Written:
    """A question, and where it was written."""

    question: AnyQuestion
    place: Place


@dataclass(frozen=True, slots=True)
class _Laid:
    """A section of the base with the questions that it has under the overlay."""

    section: Section
    place: Place
    asked: Sequence[_Written]


def overlaid(base: Checklist, overlay: Overlay) -> Overlaid:
    """The checklist that an overlay makes of its base.

    Questions are added first, then hidden, then put in order; texts are changed last. A section of which everything is
    hidden goes too. An entry that conflicts with the base (`eva.overlay_conflicts`) is passed over.
    """
    sections = tuple(_sections(base, overlay))
    flags, outcomes = tuple(_replaced("flags", base, overlay)), tuple(_replaced("outcomes", base, overlay))
    said = _said(base)
    own = {
        "id": overlay.id,
        "version": overlay.version,
        "title": overlay.title,
        "sections": [
            laid.section.model_copy(update={"questions": tuple(each.question for each in laid.asked)})
            for laid in sections
        ],
        **({"languages": overlay.languages} if overlay.languages else {}),
        **({"retired": (*base.retired, *overlay.retired)} if overlay.retired else {}),
        **({"flags": [flag for flag, _ in flags]} if flags else {}),
        **({"outcomes": [outcome for outcome, _ in outcomes]} if outcomes else {}),
    }
    checklist = Checklist.model_validate({**said, **own})
    texts = dict(_texts(overlay, addresses(checklist)))
    new = {path: overlay.reword[address] for path, address in texts.items()}
    return Overlaid(
        _rebuilt(checklist, lambda path, node: new[path] if path in new else _of_its_own(node, base.id)),
        {
            **{(name,): Place("overlay", (name,)) for name in ("id", "version", "title", *own.keys() & {"languages"})},
            **{("retired", len(base.retired) + at): Place("overlay", ("retired", at)) for at in _each(overlay.retired)},
            **dict(_origins_of_questions(sections, overlay)),
            **{("flags", at): place for at, (_, place) in enumerate(flags)},
            **{("outcomes", at): place for at, (_, place) in enumerate(outcomes)},
            **{path: Place("overlay", ("reword", address)) for path, address in texts.items()},
        },
    )


def _each(items: Sequence[Any]) -> range:
    return range(len(items))


def _sections(base: Checklist, overlay: Overlay) -> Iterator[_Laid]:
    for at, section in enumerate(base.sections):
        here: Path = ("sections", at)
        written = [
            _Written(_with_groups(each, overlay), Place("base", (*here, "questions", number)))
            for number, each in enumerate(section.questions)
        ]
        hidden = frozenset(overlay.hide)
        shown = [each for each in _with_additions(written, section, base, overlay) if each.question.id not in hidden]
        if shown or not section.questions:
            yield _Laid(section, Place("base", here), _in_order(shown, overlay.reorder.get(section.id, ())))


def _with_groups(question: AnyQuestion, overlay: Overlay) -> AnyQuestion:
    if question.id in overlay.groups and isinstance(question, ImpactQuestion):
        return question.model_copy(update={"groups": overlay.groups[question.id]})
    return question


def _with_additions(
    written: Sequence[_Written], section: Section, base: Checklist, overlay: Overlay
) -> Iterator[_Written]:
    """The questions of a section and those added to it, each behind the one that it names or else at the end."""
    behind: dict[str | None, list[_Written]] = {each.question.id: [] for each in written}
    last: list[_Written] = []
    for number, addition in enumerate(overlay.add):
        question = addition.question
        if addition.section == section.id and question.id not in base.by_id and question.id not in behind:
            one = _Written(question, Place("overlay", ("add", number, "question")))
            behind.get(addition.after, last).append(one)
            behind[question.id] = []
    pending = [*reversed(last), *reversed(written)]
    while pending:
        one = pending.pop()
        yield one
        pending.extend(reversed(behind[one.question.id]))


def _in_order(written: Sequence[_Written], ids: Sequence[str]) -> Sequence[_Written]:
    """The questions in the order of these ids, those that are not named behind them."""
    ranks = {each: rank for rank, each in reversed(list(enumerate(ids)))}
    return sorted(written, key=lambda each: ranks.get(each.question.id, len(ids)))


def _replaced(name: str, base: Checklist, overlay: Overlay) -> Iterator[tuple[Flag | Outcome, Place]]:
    """The flags or outcomes of the base, each in the overlay's version if it has one, and then the overlay's own."""
    items: Sequence[Flag | Outcome] = getattr(base, name)
    own = {item.id: (item, Place("overlay", (name, at))) for at, item in enumerate(getattr(overlay, name))}
    for at, item in enumerate(items):
        yield own.pop(item.id, (item, Place("base", (name, at))))
    yield from own.values()


def _texts(overlay: Overlay, within: Spot) -> Iterator[tuple[Path, str]]:
    """The paths of the texts that are re-worded, with their addresses."""
    for address in overlay.reword:
        spot = spot_at(within, address)
        if isinstance(spot, Spot) and spot.is_text:
            yield spot.path, address


def _origins_of_questions(sections: Sequence[_Laid], overlay: Overlay) -> Iterator[tuple[Path, Place]]:
    for at, laid in enumerate(sections):
        yield ("sections", at), laid.place
        for number, each in enumerate(laid.asked):
            here: Path = ("sections", at, "questions", number)
            yield here, each.place
            if each.place.side == "base" and each.question.id in overlay.groups:
                yield (*here, "groups"), Place("overlay", ("groups", each.question.id))


def _of_its_own(node: Any, base: str) -> Any:
    """A leaf that names a question by its full id in the base, naming it by the short one, which stays the same."""
    if isinstance(node, Leaf) and node.question is not None and node.question.startswith(f"{base}/"):
        return node.model_copy(update={"question": node.question.rpartition(".")[2]})
    return node


def _rebuilt(node: Any, swap: Callable[[Path, Any], Any], path: Path = ()) -> Any:
    """A model with some of its parts swapped for others; what keeps all its parts stays the same object."""
    swapped = swap(path, node)
    if swapped is not node:
        return swapped
    if isinstance(node, tuple):
        items = tuple(_rebuilt(item, swap, (*path, at)) for at, item in enumerate(node))
        return node if all(new is old for new, old in zip(items, node, strict=True)) else items
    if not isinstance(node, Model):
        return node
    fields = {name: _rebuilt(getattr(node, name), swap, (*path, name)) for name in type(node).model_fields}
    changed = {name: value for name, value in fields.items() if value is not getattr(node, name)}
    return type(node).model_validate({**_said(node), **changed}) if changed else node


def _said(node: Model) -> Mapping[str, Any]:
    return {name: getattr(node, name) for name in node.model_fields_set}
