"""Sources (lähteet) of a vocabulary that nobody has looked up lately, and those that nothing cites."""

from collections.abc import Iterable, Iterator
from datetime import date

from eva.catalog.checks.flaw import Flaw
from eva.checklist import Checklist
from eva.vocabulary import Reference, Vocabulary

YEARS = 2
"""For how many years a source counts as looked up."""

_NAMED = 3
"""How many sources a warning names; one warning stands for all, so that it does not bury others."""


def age_flaws(vocabulary: Vocabulary, today: date) -> Iterator[Flaw]:
    """One warning for all sources that were not looked up within two years before `today`."""
    old = [key for key, reference in vocabulary.references.items() if not _is_fresh(reference, today)]
    yield from _about("W707", old, len(vocabulary.references))


def unused_flaws(vocabulary: Vocabulary, checklists: Iterable[Checklist]) -> Iterator[Flaw]:
    """One warning for all sources that no group and none of these checklists cites; they must be all there are."""
    used = {key for group in vocabulary.population_groups.values() for key in group.cites}
    for checklist in checklists:
        used.update(checklist.cites)
        used.update(key for _, question in checklist.walk() for key in question.cites)
        used.update(key for flag in checklist.flags for key in flag.cites)
    yield from _about("W708", [key for key in vocabulary.references if key not in used], len(vocabulary.references))


def _is_fresh(reference: Reference, today: date) -> bool:
    """Whether the day on which somebody looked a source up is known, past, and not too long ago."""
    checked = reference.checked
    return (
        checked is not None
        and checked <= today
        and (today.year - YEARS, *_day(today))
        <= (
            checked.year,
            *_day(checked),
        )
    )


def _day(day: date) -> tuple[int, int]:
    return day.month, day.day


def _about(code: str, keys: list[str], total: int) -> Iterator[Flaw]:
    if keys:
        named = ", ".join(keys[:_NAMED]) + (", …" if len(keys) > _NAMED else "")
        said = {"count": str(len(keys)), "total": str(total), "names": named}
        yield Flaw(code, ("references", keys[0]), said, "warning")
