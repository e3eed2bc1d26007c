"""Exchange (vienti ja tuonti): a document that opens elsewhere, and one made of a published version."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from eva.assessment import Assessment, Hidden, Imported, Snapshot, UsedChecklist
from eva.checklist import Checklist
from eva.pointers import addresses, parts_of
from eva.published import Published, publish
from eva.snapshots import meaning, wording
from eva.vocabulary import Vocabulary


def exported(assessment: Assessment, held: Mapping[str, Snapshot]) -> Assessment:
    """The working document with its checklists inside (`held` by `id@version`), so that it opens without a library.

    It lists them by the hashes of what it holds. Nothing is left out: it is no version for the public.
    """
    listed = tuple(_listed(used, held.get(used.key)) for used in assessment.checklists)
    return assessment.model_copy(update={"checklists": listed, "snapshots": {**held}})


def _listed(used: UsedChecklist, held: Snapshot | None) -> UsedChecklist:
    return used if held is None else used.model_copy(update={"meaning": meaning(held), "wording": wording(held)})


def versions_of(assessment: Assessment) -> tuple[UsedChecklist, ...]:
    """The checklists in use, and those that migrations would go back to."""
    found = (*assessment.checklists, *(record.from_ for record in assessment.migrations))
    return tuple({used.key: used for used in found}.values())


@dataclass(frozen=True, slots=True)
class Origin:
    """A published version that is taken in: what it is, the hash of its data, and the moment."""

    public: Published
    digest: str
    at: datetime


def made_of(
    origin: Origin, document: Assessment, checklists: Mapping[str, Checklist], vocabulary: Vocabulary
) -> Assessment:
    """A document made of a published version, in its status; `document` is that version as an assessment.

    What was withheld stays unknown, and stays marked with its ground as far as the mark hides nothing else.
    """
    marked = document.model_copy(update={"imported": Imported(digest=origin.digest, at=origin.at)})
    said = marked.document()
    hidden = [each for each in origin.public.withheld if addresses(said, each.path)]
    for marks in (hidden, [each for each in hidden if not _counts(each.path)]):
        kept = tuple(Hidden(path=each.path, ground=each.ground) for each in marks)
        wished = marked.model_copy(update={"hidden_from_public": kept})
        if _told(publish(wished, checklists, vocabulary)) == _told(origin.public):
            return wished
    return marked


def _counts(path: str) -> bool:
    """Whether a mark goes by a position in a list: where something was taken out, it may be another one's now."""
    return any(part.isdecimal() for part in parts_of(path))


def _told(public: Published) -> Published:
    """What a published version says, apart from its checklists and from what it does not say."""
    return public.model_copy(update={"withheld": (), "checklists": (), "snapshots": {}})
