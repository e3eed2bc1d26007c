"""Progress (eteneminen): how far the questions of an assessment are answered, by section and in all."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """Questions counted once each, however many alternatives they are asked for.

    A question is unanswered while it is for some alternative, and unknown when it is for some and unanswered for none.
    """

    answered: int = 0
    unknown: int = 0
    unanswered: int = 0

    @property
    def asked(self) -> int:
        """The questions that apply."""
        return self.answered + self.unknown + self.unanswered


@dataclass(frozen=True, slots=True)
class Progress:
    """The tally in all, and of each section that asks anything, by `checklist/section` in the order of asking."""

    total: Tally
    sections: Mapping[str, Tally]
