"""What a viewer says matters (omat painot): an importance for each perspective, and ends of its weight.

It stands in the address of the page alone, never in the assessment: `children+;economy-;economy=0..20;known`.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Importance = Literal["more", "same", "less"]
IMPORTANCES: tuple[Importance, ...] = ("more", "same", "less")
_SIGNS: Mapping[Importance, str] = {"more": "+", "same": "", "less": "-"}
_TOKEN = re.compile(r"(?P<name>[a-z][a-z0-9_]{0,80})(?:(?P<sign>[+-])|=(?P<least>\d{1,3})\.\.(?P<most>\d{1,3}))")
_KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Choices:
    """What was chosen; perspectives of which nothing is said are as important as the others.

    `ends` are the least and the most that the weight of a perspective's harm, and of its benefit, may be, in per cent.
    `known` is whether what is not certain is left out.
    """

    importance: Mapping[str, Importance] = field(default_factory=dict)
    ends: Mapping[str, tuple[int, int]] = field(default_factory=dict)
    known: bool = False

    @property
    def address(self) -> str:
        """The same as it stands in the address of the page."""
        said = [f"{name}{_SIGNS[chosen]}" for name, chosen in self.importance.items() if _SIGNS[chosen]]
        said += [f"{name}={least}..{most}" for name, (least, most) in self.ends.items()]
        return ";".join([*said, *([_KNOWN] if self.known else [])])

    def line(self, perspectives: Sequence[str]) -> str:
        """The same as a line that `eva compare --weights` reads."""
        return "; ".join(self._statements(perspectives))

    def _statements(self, perspectives: Sequence[str]) -> Iterator[str]:
        chosen = {each: self.importance.get(each, "same") for each in perspectives}
        tiers = [[name for name in perspectives if chosen[name] == level] for level in IMPORTANCES]
        said = [", ".join(tier) for tier in tiers if tier]
        if len(said) > 1:
            yield " >= ".join(said)
        for name, (least, most) in self.ends.items():
            yield f"{name} = {least}..{most} %"


def read_choices(address: str, perspectives: Sequence[str]) -> Choices:
    """The choices that an address holds; what names no perspective of the assessment says nothing."""
    importance: dict[str, Importance] = {}
    ends: dict[str, tuple[int, int]] = {}
    tokens = address.split(";")
    for found in filter(None, map(_TOKEN.fullmatch, tokens)):
        name = found["name"]
        if name not in perspectives:
            continue
        if found["sign"]:
            importance[name] = "more" if found["sign"] == "+" else "less"
        else:
            ends[name] = (int(found["least"]), min(int(found["most"]), 100))
    return _in_order(importance, ends, perspectives, known=_KNOWN in tokens)


def _in_order(
    importance: Mapping[str, Importance],
    ends: Mapping[str, tuple[int, int]],
    perspectives: Sequence[str],
    *,
    known: bool,
) -> Choices:
    """In the order of the assessment, so that the same choices have one address; ends that say nothing are left out."""
    return Choices(
        {each: importance[each] for each in perspectives if each in importance},
        {each: ends[each] for each in perspectives if each in ends and ends[each] != (0, 100)},
        known,
    )
