"""What weights tell in a report (painotettu tarkastelu): which share of all weights puts which alternative where.

Exploratory and compensatory: here alone a benefit may pay for a harm. It orders nothing and recommends nothing.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import numpy as np

from eva.report_parts import AlternativeFacts, Text
from eva.report_reader import Reader, criteria_in_words
from eva.scorecard import Scorecard
from eva.shares import points, share
from eva.smaa import Smaa, Standing
from eva.weighing import SEED, weigh


@dataclass(frozen=True, slots=True)
class Share:
    """A share of the drawn weights: `value` from 0 to 1, `words` in whole per cent (`< 1 %`, `62 %`)."""

    value: float  #: from 0 to 1, for a drawing
    words: str  #: in whole per cent, to be printed


@dataclass(frozen=True, slots=True)
class Placed:
    """In which share of the draws an `alternative` is first, second and so on (`places`, as many as alternatives).

    Those that tie share the better place; `tied` is the share in which it does. `without` is how often it is first
    when what is open does not count, None where that is the same or nothing is left to weigh. `open` is whether its
    figures rest on open answers.
    """

    alternative: AlternativeFacts  #: the alternative
    places: tuple[Share, ...]  #: in which share of the draws it is first, second …
    tied: Share  #: in which share it stands beside another one
    without: Share | None  #: how often it is first when what is open does not count
    open: bool  #: whether its figures rest on open answers


@dataclass(frozen=True, slots=True)
class Weighed:
    """What drawn weights tell of the alternatives (SMAA-2), `placed` in the order of the alternatives.

    `samples` are how many weights were drawn from the `seed`, `error` is the standard error that a share has at most,
    in percentage points. `left_out` are the perspectives, each with harm, benefit or both, that do not count without
    what is open; `nothing_left` is whether none counts then.
    """

    samples: int  #: how many weights were drawn
    seed: int  #: from which number the draws begin
    error: str  #: the standard error of a share, in percentage points
    placed: tuple[Placed, ...]  #: one per alternative, in their order
    left_out: tuple[Text, ...]  #: perspectives that do not count without what is open
    nothing_left: bool  #: whether none counts then


def weighed_of(card: Scorecard, alternatives: Mapping[str, AlternativeFacts], reader: Reader) -> Weighed | None:
    """What weights tell, `alternatives` by id: the same figures as `eva compare` gives for the same answers.

    None where weights can tell nothing: fewer than two alternatives have a rated effect or an explicit 0, or all
    alternatives tie in every criterion.
    """
    rated = {name for (_, name), totals in card.totals.items() if any(totals.counts.values())}
    found = weigh(card, np.random.default_rng(SEED)) if len(rated) > 1 else None
    if found is None or len(found.all.idle) == len(found.all.criteria):
        return None
    return Weighed(
        samples=found.all.samples,
        seed=SEED,
        error=reader.words.number(points(found.all.error, "0.1")),
        placed=tuple(_placed(found.all, found.without_unknowns if found.left_out else None, alternatives)),
        left_out=tuple(criteria_in_words(found.left_out, reader)),
        nothing_left=found.without_unknowns is None,
    )


def _placed(drawn: Smaa, without: Smaa | None, alternatives: Mapping[str, AlternativeFacts]) -> Iterator[Placed]:
    certain: list[Standing | None] = list(without.standings) if without else [None] * len(drawn.standings)
    for each, sure in zip(drawn.standings, certain, strict=True):
        yield Placed(
            alternative=alternatives[each.alternative],
            places=tuple(_share(rank) for rank in each.ranks),
            tied=_share(each.tied),
            without=_share(sure.ranks[0]) if sure else None,
            open=bool(each.open),
        )


def _share(value: float) -> Share:
    return Share(value, share(value).replace(" ", "\u00a0"))
