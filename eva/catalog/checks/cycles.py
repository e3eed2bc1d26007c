"""Questions that decide about each other in a circle, and accounts that count each other."""

from collections.abc import Iterator, Mapping

from eva.catalog.checks.flaw import Flaw
from eva.catalog.reading import Path
from eva.checklist import Checklist
from eva.reading import named_questions
from eva.rules import Account, Condition, Figure, leaves

Graph = Mapping[str, frozenset[str]]


def cycle_flaws(checklist: Checklist) -> Iterator[Flaw]:
    """A flaw for each circle among the `when` of questions and sections, and among accounts, naming its way."""
    where: dict[str, Path] = {}
    for at, section in enumerate(checklist.sections):
        for number, question in enumerate(section.questions):
            where[question.id] = ("sections", at, *(("questions", number) if question.when else ()), "when")
    for way in cycles(question_graph(checklist)):
        yield Flaw("E332", where[way[0]], {"way": " → ".join(way)})
    accounts = {account.id: number for number, account in enumerate(checklist.accounts)}
    for way in cycles({account.id: _counted(account) for account in checklist.accounts}):
        yield Flaw("E403", ("accounts", accounts[way[0]]), {"way": " → ".join(way)})


def question_graph(checklist: Checklist) -> Graph:
    """For each question the questions that decide whether it is asked."""

    def named(condition: Condition | None) -> frozenset[str]:
        found = (named_questions(checklist, leaf) for leaf in leaves(condition)) if condition is not None else ()
        return frozenset(question for each in found for question in each)

    return {question.id: named(question.when) | named(section.when) for section, question in checklist.walk()}


def _counted(account: Account) -> frozenset[str]:
    """The accounts whose value an account needs."""
    found = set(account.sum or ())
    for case in account.cases or ():
        if isinstance(case.value, Figure):
            found.add(str(case.value.of or case.value.of_max))
        for leaf in leaves(case.when) if case.when is not None else ():
            bounds = (leaf.at_least, leaf.at_most, leaf.more_than, leaf.less_than)
            found.update(bound.of for bound in bounds if isinstance(bound, Figure) and bound.of is not None)
            found.update([leaf.account] if leaf.account is not None else [])
    return frozenset(found)


def cycles(graph: Graph) -> Iterator[tuple[str, ...]]:
    """The circles of a graph, each once, as the way round that ends where it began."""
    done: set[str] = set()
    for start in graph:
        if start in done:
            continue
        way: list[str] = []
        pending: list[tuple[str, bool]] = [(start, False)]
        while pending:
            node, leaving = pending.pop()
            if leaving:
                way.pop()
                done.add(node)
            elif node in way:
                yield (*way[way.index(node) :], node)
            elif node not in done and node in graph:
                way.append(node)
                pending.append((node, True))
                pending.extend((each, False) for each in sorted(graph[node], reverse=True))
