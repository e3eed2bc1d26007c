"""Three truth values: not, possible, certain; what is said of figures that rest on open answers."""

from collections.abc import Iterable
from enum import Enum


class Ternary(Enum):
    """A truth value that knows what it does not know: not, open (possible), or yes (certain)."""

    NO = 0
    OPEN = 1
    YES = 2

    @classmethod
    def of(cls, value: bool) -> "Ternary":  # noqa: FBT001  a truth value is what it turns into
        """The certain truth value of a plain one."""
        return cls.YES if value else cls.NO

    def __and__(self, other: "Ternary") -> "Ternary":
        return self if self.value <= other.value else other

    def __or__(self, other: "Ternary") -> "Ternary":
        return self if self.value >= other.value else other

    def __invert__(self) -> "Ternary":
        return Ternary(2 - self.value)

    def __bool__(self) -> bool:
        raise TypeError("compare a Ternary with YES, OPEN or NO")


def every(values: Iterable[Ternary]) -> Ternary:
    """Kleene's conjunction; of nothing it is YES."""
    found = Ternary.YES
    for value in values:
        found &= value
        if found is Ternary.NO:
            break
    return found


def some(values: Iterable[Ternary]) -> Ternary:
    """Kleene's disjunction; of nothing it is NO."""
    found = Ternary.NO
    for value in values:
        found |= value
        if found is Ternary.YES:
            break
    return found
