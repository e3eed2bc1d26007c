"""The profile by tag (ryhmätunniste): what is done to all groups that carry one, as conditions on a tag read it."""

from collections.abc import Iterator
from dataclasses import replace

from eva.answers import GroupKey
from eva.scorecard import ALL, Contribution, Scorecard
from eva.scoring import cell_of
from eva.vocabulary import Vocabulary


def by_tag(card: Scorecard, vocabulary: Vocabulary) -> Scorecard:
    """The same ratings for each tag that a compared group carries: the tags stand where the groups of the map stood.

    A cell is made of the rows of every group of the vocabulary that carries the tag: their own, those of combinations
    with such a group, and those of everyone while one of them has none of its own. Every row stands there once: the
    worst harm beside the best benefit, nothing netted. The worst-affected tag comes first.
    """
    carriers: dict[str, set[str]] = {}
    for name, group in vocabulary.population_groups.items():
        for tag in group.tags:
            carriers.setdefault(tag, set()).add(name)
    compared = {part for key in card.groups for part in key}
    tags: tuple[GroupKey, ...] = tuple((tag,) for tag, names in carriers.items() if names & compared)
    cells = {
        (perspective, tag, alternative): cell_of(
            perspective, tag, alternative, tuple(_rows(card, carriers[tag[0]], perspective, alternative))
        )
        for perspective in card.perspectives
        for tag in tags
        for alternative in card.alternatives
    }
    read = replace(card, groups=tags, cells=cells)
    return replace(read, groups=read.worst_first())


def _rows(card: Scorecard, carriers: set[str], perspective: str, alternative: str) -> Iterator[Contribution]:
    seen: set[tuple[str, object]] = set()
    for group in _groups(card, carriers):
        for each in card.cell(perspective, group, alternative).contributions:
            # What a combination merely inherits is its parts' own: those that carry the tag stand here themselves.
            if (len(group) > 1 and each.inherited) or (each.question, each.rating) in seen:
                continue
            seen.add((each.question, each.rating))
            yield replace(each, inherited=each.rating is None or each.rating.group_key == ALL)


def _groups(card: Scorecard, carriers: set[str]) -> Iterator[GroupKey]:
    """The compared groups that carry a tag, and everyone where another carrier is left to inherit from them."""
    yield from (key for key in card.groups if carriers & set(key))
    if not all((name,) in card.groups for name in carriers):
        yield ALL
