"""What a checklist makes of answers (päätelmät): its outcomes, accounts of points, and flags, in words."""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

from markupsafe import Markup

from eva.checklist import ChoiceQuestion
from eva.library import Library
from eva.rules import Account, Flag, Outcome, OutcomeLevel
from eva.ui.present import marks
from eva.ui.present.conditions import Terms
from eva.ui.present.guidance import cited

T = TypeVar("T")


def outcomes(terms: Terms, library: Library) -> Markup:
    """What is concluded, each level with its reasons and when they hold."""

    def drawn(outcome: Outcome) -> Markup:
        levels = Markup().join(_outcome_level(terms, library, level) for level in outcome.levels)
        return Markup("<article><h4>{}</h4><dl>{}</dl></article>").format(terms.text(outcome.title), levels)

    return _part(terms, "outcomes", terms.checklist.outcomes, drawn)


def _outcome_level(terms: Terms, library: Library, level: OutcomeLevel) -> Markup:
    words = terms.words
    told: list[Markup | str] = [words.get(f"library.match.{level.match}" if level.reasons else "library.match.none")]
    if level.depth is not None:
        told.append(words.get("library.proposes_depth", depth=words.get(f"condition.depth.{level.depth}")))
    if level.checklists:
        newest = library.newest()
        titles = (terms.text(newest[each].title) if each in newest else each for each in level.checklists)
        told.append(marks.sentence(words, "library.proposes", checklists=Markup(", ").join(titles)))
    reasons = (terms.text(each.text) + marks.items([terms.condition(each.when).html()]) for each in level.reasons)
    return Markup("<div><dt>{}</dt><dd>{}{}</dd></div>").format(
        terms.text(level.label), marks.paragraph(Markup(" ").join(told), "aside"), marks.items(reasons)
    )


def accounts(terms: Terms) -> Markup:
    """What is counted, and from which points on each level is reached."""

    def drawn(account: Account) -> Markup:
        title, levels = terms.text(account.title), marks.items(_levels(terms, account))
        return Markup("<article><h4>{}</h4>{}{}</article>").format(title, _counted(terms, account), levels)

    return _part(terms, "accounts", terms.checklist.accounts, drawn)


def _counted(terms: Terms, account: Account) -> Markup:
    words = terms.words
    if account.sum is not None:
        added = Markup(", ").join(terms.account(each) for each in account.sum)
        return marks.paragraph(Markup("{} {}").format(words.get("library.account.sum"), added))
    if account.cases is None:
        return marks.paragraph(words.get("library.account.points"))
    told = []
    for case in account.cases:
        otherwise = Markup("{}").format(words.get("library.account.otherwise"))
        when = otherwise if case.when is None else terms.condition(case.when).html()
        told.append(terms.amount(case.value) + marks.items([when]))
    return marks.items(told)


def _levels(terms: Terms, account: Account) -> Iterator[Markup]:
    for level in account.levels:
        tests = terms.level(level) or terms.words.get("library.account.otherwise")
        yield Markup("<strong>{}</strong>: {}").format(terms.text(level.label), tests)


def flags(terms: Terms) -> Markup:
    """The red flags and cautions: what raises each, what closes it, and what it rests on."""

    def drawn(flag: Flag) -> Markup:
        return Markup('<article><h4><span class="pill {}">{}</span> {}</h4><dl>{}</dl></article>').format(
            "flag" if flag.severity == "red" else "quiet",
            terms.words.get(f"library.flag.{flag.severity}"),
            terms.text(flag.title),
            Markup().join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(*each) for each in _flag(terms, flag)),
        )

    return _part(terms, "flags", terms.checklist.flags, drawn)


def _flag(terms: Terms, flag: Flag) -> Iterator[tuple[str, Markup]]:
    words = terms.words
    raised = [terms.condition(flag.when).html()] if flag.when is not None else []
    raised += _choices(terms, flag.id)
    if raised:
        yield words.get("library.flag.when"), raised[0] if len(raised) == 1 else marks.items(raised)
    needs = (Markup("{}").format(words.get(f"library.needs.{each}")) for each in flag.needs)
    yield words.get("library.flag.needs"), marks.items(needs)
    found = cited(words, terms.vocabulary, flag.cites)
    if found:
        yield words.get("ui.guidance.cites"), Markup(found)  # noqa: S704  the guidance escapes what people wrote


def _choices(terms: Terms, flag: str) -> Iterator[Markup]:
    """The options that raise a flag."""
    for _, question in terms.checklist.walk():
        if isinstance(question, ChoiceQuestion):
            yield from (terms.chosen(question, option) for option in question.options if option.flag == flag)


def _part(terms: Terms, key: str, items: Iterable[T], drawn: Callable[[T], Markup]) -> Markup:
    """A part of the page with an article for each item; nothing where there is none."""
    inside = Markup().join(map(drawn, items))
    title = terms.words.get(f"library.{key}")
    return Markup('<section class="asked"><h3>{}</h3>{}</section>').format(title, inside) if inside else Markup()
