"""What must hold inside a checklist: ids, what it refers to, languages, and what only some questions may have."""

from collections.abc import Iterator, Mapping
from typing import Any

from eva.catalog.checks.accounts import account_flaws
from eva.catalog.checks.cycles import cycle_flaws
from eva.catalog.checks.flaw import Flaw, not_in, twice, unknown
from eva.catalog.checks.rules import rule_flaws
from eva.catalog.reading import Path
from eva.checklist import AnyQuestion, Checklist, ChoiceQuestion, ImpactQuestion
from eva.text import LANGUAGES
from eva.vocabulary import EVERYONE, Vocabulary


def checklist_flaws(checklist: Checklist, vocabulary: Vocabulary, data: Any) -> Iterator[Flaw]:
    """Everything wrong with a checklist that has the right shape; `data` is the document that it was made of."""
    yield from _ids(checklist)
    yield from _references(checklist, vocabulary)
    yield from _questions(checklist, vocabulary)
    yield from rule_flaws(checklist, vocabulary)
    yield from cycle_flaws(checklist)
    yield from account_flaws(checklist)
    yield from text_flaws(data, checklist.languages)


def _ids(checklist: Checklist) -> Iterator[Flaw]:
    lists: dict[str, tuple[Any, ...]] = {
        "sections": checklist.sections,
        "accounts": checklist.accounts,
        "outcomes": checklist.outcomes,
        "flags": checklist.flags,
    }
    retired = frozenset(checklist.retired)
    for name, items in lists.items():
        yield from twice((name,), (item.id for item in items))
        for number, item in enumerate(items):
            if item.id in retired:
                yield Flaw("E102", (name, number, "id"), {"id": item.id})
    seen: set[str] = set()
    for path, question in walk(checklist):
        if question.id in seen:
            yield Flaw("E101", (*path, "id"), {"id": question.id})
        if question.id in retired:
            yield Flaw("E102", (*path, "id"), {"id": question.id})
        seen.add(question.id)
    for number, outcome in enumerate(checklist.outcomes):
        yield from twice(("outcomes", number, "levels"), (level.id for level in outcome.levels))
        for at, level in enumerate(outcome.levels):
            yield from twice(("outcomes", number, "levels", at, "reasons"), (reason.id for reason in level.reasons))


def walk(checklist: Checklist) -> Iterator[tuple[Path, AnyQuestion]]:
    """Every question with its path in the document."""
    for at, section in enumerate(checklist.sections):
        for number, question in enumerate(section.questions):
            yield ("sections", at, "questions", number), question


def _references(checklist: Checklist, vocabulary: Vocabulary) -> Iterator[Flaw]:
    known = vocabulary.references
    yield from not_in("E104", ("cites",), checklist.cites, known)
    for path, question in walk(checklist):
        yield from not_in("E104", (*path, "cites"), question.cites, known)
    raised = {option.flag for _, each in walk(checklist) if isinstance(each, ChoiceQuestion) for option in each.options}
    for number, flag in enumerate(checklist.flags):
        yield from not_in("E104", ("flags", number, "cites"), flag.cites, known)
        if flag.when is None and flag.id not in raised:
            yield Flaw("W601", ("flags", number, "id"), {"id": flag.id}, "warning")
    for number, section in enumerate(checklist.sections):
        here: Path = ("sections", number)
        if section.perspective is not None and section.perspective not in vocabulary.perspectives:
            yield unknown("E103", (*here, "perspective"), section.perspective, vocabulary.perspectives)
        if section.perspective is None and any(isinstance(each, ImpactQuestion) for each in section.questions):
            yield Flaw("E109", here, {"id": section.id})
        if not section.questions:
            yield Flaw("W602", (*here, "questions"), {"id": section.id}, "warning")


def _questions(checklist: Checklist, vocabulary: Vocabulary) -> Iterator[Flaw]:
    groups = {*vocabulary.population_groups, EVERYONE}
    for path, question in walk(checklist):
        match question:
            case ImpactQuestion():
                if not question.cites:
                    yield Flaw("E108", path, {"id": question.id})
                yield from not_in("E105", (*path, "groups"), question.groups, groups)
                yield from twice((*path, "groups"), question.groups, None)
            case ChoiceQuestion():
                yield from _options(checklist, question, path)


def _options(checklist: Checklist, question: ChoiceQuestion, path: Path) -> Iterator[Flaw]:
    accounts = [account.id for account in checklist.accounts]
    derived = {account.id for account in checklist.accounts if account.sum is not None or account.cases is not None}
    flags = [flag.id for flag in checklist.flags]
    if not question.options:
        yield Flaw("E111", (*path, "options"), {"id": question.id})
    yield from twice((*path, "options"), (option.id for option in question.options))
    for number, option in enumerate(question.options):
        here = (*path, "options", number)
        if option.flag is not None and option.flag not in flags:
            yield unknown("E106", (*here, "flag"), option.flag, flags)
        if option.exclusive and question.kind == "choice":
            yield Flaw("E110", (*here, "exclusive"), {"id": option.id})
        if option.points and question.scope == "alternative":
            yield Flaw("E112", (*here, "points"), {"id": question.id})
        for account in option.points:
            if account not in accounts:
                yield unknown("E107", (*here, "points", account), account, accounts)
            elif account in derived:
                yield Flaw("E408", (*here, "points", account), {"id": account})


_TEXT_KEYS = frozenset(LANGUAGES)


def text_flaws(data: Any, languages: tuple[str, ...], path: Path = ()) -> Iterator[Flaw]:
    """A flaw for each text of a document that lacks one of the languages or has nothing written in it."""
    for at, text in texts(data, path):
        for language in languages:
            if not str(text.get(language, "")).strip():
                yield Flaw("E221", at, {"language": language})


def texts(data: Any, path: Path = ()) -> Iterator[tuple[Path, Mapping[str, Any]]]:
    """Every text of a document in its languages, with its path; addresses are none."""
    pending: list[tuple[Path, Any]] = [(path, data)]
    while pending:
        at, node = pending.pop()
        entries = node.items() if isinstance(node, Mapping) else enumerate(node)
        if node and isinstance(node, Mapping) and _TEXT_KEYS.issuperset(node):
            yield at, node
            continue
        pending.extend(
            ((*at, key), value)
            for key, value in entries
            if isinstance(value, dict | list) and key not in {"points", "url"}
        )
