"""Authors (kuka vastasi milloin): whose change to an answer is the newest, from the log of an assessment."""

from collections.abc import Iterable, Mapping

from eva.workflow import Change


def newest(changes: Iterable[Change]) -> Mapping[str, Change]:
    """The newest of these changes to the answer of each question, by its full id; they are in the order of the log."""
    found: dict[str, Change] = {}
    for change in changes:
        kind, _, rest = change.path.partition("/")
        checklist, _, within = rest.partition("/")
        question = within.partition("/")[0]
        if kind == "answers" and question:
            found[f"{checklist}/{question}"] = change
    return found
