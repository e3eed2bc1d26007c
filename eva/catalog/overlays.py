"""Overlays from files (kunnan omat versiot): each as the checklist that comes of it, every problem with both places."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from eva.catalog.checklists import OVERLAY, ReadChecklist
from eva.catalog.checks.checklist import checklist_flaws
from eva.catalog.checks.flaw import Flaw
from eva.catalog.files import read_file
from eva.catalog.reading import Document
from eva.catalog.shape import validated
from eva.catalog.suggestions import suggestion
from eva.errors import Problem
from eva.overlay import Overlay, Place, newest_suiting
from eva.overlay_conflicts import Conflict, conflicts
from eva.overlaying import Overlaid, overlaid
from eva.vocabulary import Vocabulary

_SUGGESTED = 50
"""How many conflicts of an overlay are searched for what was meant, which takes its time in a large checklist."""


@dataclass(frozen=True, slots=True)
class ReadOverlay(ReadChecklist):
    """The checklist of an overlay as far as it could be made; `document` is that of the overlay.

    Without `whole` the overlay has no base, or mistakes for which it was not laid over it.
    """

    base: ReadChecklist | None = None
    whole: Overlaid | None = None

    def placed(self, flaws: Iterable[Flaw]) -> tuple[Problem, ...]:
        """Flaws of the checklist at the lines of the overlay; what stands in the base is told where that is named.

        What the base is told for anyway is not told again.
        """
        return tuple(self._problems(flaws))

    def own(self, flaws: Iterable[Flaw]) -> Iterable[Flaw]:
        """The flaws of what the overlay says itself; its base is another author's."""
        return (flaw for flaw in flaws if self.whole is None or self.whole.origin(flaw.path).side == "overlay")

    def _problems(self, flaws: Iterable[Flaw]) -> Iterator[Problem]:
        for flaw in flaws:
            place = Place("overlay", flaw.path) if self.whole is None else self.whole.origin(flaw.path)
            if place.side == "overlay" or self.base is None:
                yield self.document.problem(flaw.code, place.path, flaw.params, flaw.severity)
                continue
            base = self.base.document
            if base.problem(flaw.code, place.path, flaw.params, flaw.severity) not in self.base.problems:
                params = {**flaw.params, "also": base.line(place.path)}
                yield self.document.problem(flaw.code, ("extends",), params, flaw.severity)


def read_overlay(path: Path, bases: Sequence[ReadChecklist], vocabulary: Vocabulary | None) -> ReadOverlay:
    """The checklist of an overlay (its folder or file) laid over one of `bases`, and every problem, warnings too.

    Over a base that has mistakes itself nothing is laid, and nothing more is said. Without a vocabulary (because that
    one is broken) only the shape and the conflicts are looked at.
    """
    reading = read_file(path / OVERLAY if path.is_dir() else path)
    document = Document(reading.data, reading)
    overlay, problems = validated(Overlay, document)
    if overlay is None:
        return ReadOverlay(None, document, document.in_order(problems))
    base, more = _base(overlay, bases, document)
    if base is None or base.checklist is None or base.has_errors:
        return ReadOverlay(None, document, document.in_order((*problems, *more)))
    found = tuple(conflicts(base.checklist, overlay))
    if found:
        return ReadOverlay(None, document, document.in_order((*problems, *_told(found, document, base.document))))
    whole = overlaid(base.checklist, overlay)
    read = ReadOverlay(whole.checklist, document, (), base, whole)
    if vocabulary is not None:
        data = whole.checklist.model_dump(mode="json", by_alias=True, exclude_none=True)
        problems += read.placed(checklist_flaws(whole.checklist, vocabulary, data))
    return ReadOverlay(whole.checklist, document, document.in_order(problems), base, whole)


def _base(
    overlay: Overlay, bases: Sequence[ReadChecklist], document: Document
) -> tuple[ReadChecklist | None, tuple[Problem, ...]]:
    """The newest checklist that suits an overlay; or the problem that there is none, unless it may be unreadable."""
    known = {one.checklist.id: one for one in bases if one.checklist is not None}
    if overlay.base not in known:
        params = {"value": overlay.base, **suggestion(overlay.base, known)}
        problem = document.problem("E802", ("extends",), params)
        return None, () if any(one.checklist is None for one in bases) else (problem,)
    suiting = {
        one.checklist.version: one for one in bases if one.checklist is not None and one.checklist.id == overlay.base
    }
    newest = newest_suiting(suiting, overlay.range)
    if newest is not None:
        return suiting[newest], ()
    also = known[overlay.base].document.line(("version",))
    params = {"id": overlay.base, "range": overlay.range, "versions": ", ".join(suiting), "also": also}
    return None, (document.problem("E803", ("extends",), params),)


def _told(found: Iterable[Conflict], document: Document, base: Document) -> Iterator[Problem]:
    """Conflicts as problems at the lines of the overlay, with the other place and what may have been meant."""
    for number, conflict in enumerate(found):
        params = dict(conflict.params)
        if number < _SUGGESTED and conflict.known:
            params |= suggestion(params["value"], conflict.known)
        if conflict.other is not None:
            other = document if conflict.other.side == "overlay" else base
            params["also"] = other.line(conflict.other.path)
        yield document.problem(conflict.code, conflict.path, params)
