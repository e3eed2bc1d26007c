"""Enclosure (mukana kulkevat tiedot): what a report carries beside its public data, so that it can be made again.

The checklists by the hash of their meaning, the words that they share, and how the report was made. With it nobody
needs this installation's library, nor any that still exists, to compute the figures again.
"""

from collections.abc import Mapping
from typing import Annotated, Any, Literal

from pydantic import Field

from eva.assessment import Assessment, Digest, Hash, Snapshot
from eva.checklist import Checklist
from eva.published import Published, as_assessment
from eva.scalars import Moment
from eva.snapshots import meaning, snapshot_of, wording
from eva.text import Language, Model
from eva.vocabulary import Vocabulary

Archive = Literal["a-3a", "a-2a"]
"""The archival standard of a PDF: PDF/A-3a carries its data inside, PDF/A-2a may not, so that they stand beside it."""


class Enclosure(Model):
    """The checklists of a report by the hash of their meaning, with one vocabulary for all of them.

    It holds all perspectives, population groups and scales, and those references that the checklists cite. It is the
    same whatever was answered, so that nothing withheld can show through it.
    """

    format: Literal[1]
    checklists: Mapping[Hash, Checklist] = Field(default_factory=dict)
    vocabulary: Vocabulary = Vocabulary()

    @property
    def by_id(self) -> Mapping[str, Checklist]:
        """The checklists by their id, as a report is built from them."""
        return {checklist.id: checklist for checklist in self.checklists.values()}

    def document(self) -> dict[str, Any]:
        """The enclosure as JSON-ready data; what is not known is left out."""
        return self.model_dump(mode="json", exclude_defaults=True)


class Making(Model):
    """How a report was made: the template, the language, the moment and the program, and the hash that it prints.

    `archive` is the standard of the PDF; `look` is the theme of the municipality, empty where it has none.
    """

    format: Literal[1]
    template: Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_-]{0,79}$")]
    language: Language
    generated_at: Moment
    digest: Digest
    program: Annotated[str, Field(max_length=80)]
    archive: Archive = "a-3a"
    look: Mapping[str, Annotated[str, Field(max_length=300_000)]] = Field(default_factory=dict)

    def document(self) -> dict[str, Any]:
        """How it was made, as JSON-ready data."""
        return self.model_dump(mode="json")


def enclosure_of(public: Published, checklists: Mapping[str, Checklist], vocabulary: Vocabulary) -> Enclosure:
    """What a report of this public version has to carry; `checklists` by id."""
    used = [checklists[each.id] for each in public.checklists if each.id in checklists]
    held = [snapshot_of(checklist, vocabulary) for checklist in used]
    cited = {key for snapshot in held for key in snapshot.vocabulary.references}
    return Enclosure(
        format=1,
        checklists={meaning(snapshot): snapshot.checklist for snapshot in held},
        vocabulary=vocabulary.model_copy(
            update={"references": {key: each for key, each in vocabulary.references.items() if key in cited}}
        ),
    )


def snapshots_in(enclosure: Enclosure) -> Mapping[str, Snapshot]:
    """The checklists with the words that each of them uses, by `id@version`."""
    return {each.key: snapshot_of(each, enclosure.vocabulary) for each in enclosure.checklists.values()}


def with_enclosure(public: Published, enclosure: Enclosure) -> Assessment:
    """The public version as an assessment that holds its own checklists, to be read like any other document.

    Where it lists no hashes, those of the checklists stand in it.
    """
    assessment, held = as_assessment(public), snapshots_in(enclosure)
    listed = tuple(
        used.model_copy(
            update={
                "meaning": used.meaning or meaning(held[used.key]),
                "wording": used.wording or wording(held[used.key]),
            }
        )
        if used.key in held
        else used
        for used in assessment.checklists
    )
    snapshots = {used.key: held[used.key] for used in listed if used.key in held}
    return assessment.model_copy(update={"checklists": listed, "snapshots": snapshots})


def wrong_hashes(public: Published, enclosure: Enclosure) -> tuple[str, ...]:
    """The checklists, by `id@version`, that are missing, or not those of the hashes under which they are listed."""
    held = snapshots_in(enclosure)
    listed = {each.key: digest for digest, each in enclosure.checklists.items()}
    wrong = [
        used.key
        for used in public.checklists
        if used.key not in held
        or used.meaning not in (None, meaning(held[used.key]))
        or used.wording not in (None, wording(held[used.key]))
    ]
    wrong += [key for key, digest in listed.items() if digest != meaning(held[key])]
    return tuple(dict.fromkeys(wrong))
