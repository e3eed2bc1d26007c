"""What somebody may have meant by a word that does not exist."""

from collections.abc import Iterable


def suggestion(word: str, known: Iterable[str]) -> dict[str, str]:
    """The known word most like a misspelt one, as the parameter `suggestion` of a problem; nothing if none is near."""
    from difflib import get_close_matches  # noqa: PLC0415  # needed for mistakes alone, and slow to import

    near = get_close_matches(word, sorted(set(known)), n=1, cutoff=0.6)
    return {"suggestion": near[0]} if near else {}
