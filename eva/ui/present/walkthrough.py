"""The walk through a checklist (läpikäynti): everything it may ask, in order, with conditions in words."""

from collections.abc import Iterable, Iterator

from markupsafe import Markup

from eva.checklist import AnyQuestion, Checklist, ChoiceQuestion, ImpactQuestion, NumberQuestion, Option, Section
from eva.library import Library
from eva.locale import Words
from eva.ui.present import marks
from eva.ui.present.conditions import Phrase, Terms
from eva.ui.present.guidance import cited, listed, marked
from eva.ui.present.library import facts
from eva.ui.present.verdicts import accounts, flags, outcomes


def walkthrough(checklist: Checklist, library: Library, words: Words) -> str:
    """The checklist as safe HTML: its sections and questions, then what it concludes and which flags it raises."""
    terms = Terms(words, library.vocabulary, checklist)
    parts = [
        Markup("<h2>{}</h2>").format(terms.text(checklist.title)),
        marks.paragraph(facts(checklist, words), "aside"),
        _safe(marked(words, checklist.purpose)),
        fact_list(_sources(terms, checklist.cites)),
        *(_section(terms, section) for section in checklist.sections),
        outcomes(terms, library),
        accounts(terms),
        flags(terms),
    ]
    return str(Markup('<div class="library">{}</div>').format(Markup().join(parts)))


def fact_list(facts: Iterable[tuple[str, Markup]]) -> Markup:
    """Names with what is known under each; nothing where there are none."""
    inside = Markup().join(Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(name, what) for name, what in facts)
    return Markup("<dl>{}</dl>").format(inside) if inside else Markup()


def _section(terms: Terms, section: Section) -> Markup:
    told = list(_when(terms, "section_when", None if section.when is None else terms.condition(section.when)))
    if section.perspective is not None:
        told.append((terms.words.get("library.perspective"), terms.perspective(section.perspective)))
    return Markup('<section class="asked"><h3>{}</h3>{}{}{}</section>').format(
        terms.text(section.title),
        _safe(marked(terms.words, section.intro)),
        fact_list(told),
        Markup().join(_question(terms, each) for each in section.questions),
    )


def _question(terms: Terms, question: AnyQuestion) -> Markup:
    return Markup('<article><h4>{}</h4><p class="aside">{}</p>{}{}</article>').format(
        terms.text(question.text),
        " · ".join(_manner(terms.words, question)),
        _safe(marked(terms.words, question.help)),
        fact_list(_facts(terms, question)),
    )


def _manner(words: Words, question: AnyQuestion) -> Iterator[str]:
    """How a question is asked, in a line."""
    yield words.get(f"library.kind.{question.kind}")
    yield words.get(f"library.depth.{question.depth}")
    if question.scope == "alternative" and not isinstance(question, ImpactQuestion):
        yield words.get("library.scope.alternative")
    yield from (words.get(f"library.{name}") for name in ("required", "mandatory") if getattr(question, name))
    yield words.get("library.id", id=question.id)


def _facts(terms: Terms, question: AnyQuestion) -> Iterator[tuple[str, Markup]]:
    words = terms.words
    yield from _when(terms, "when", None if question.when is None else terms.condition(question.when))
    match question:
        case ChoiceQuestion():
            yield words.get("library.options"), marks.items(_option(terms, each) for each in question.options)
        case ImpactQuestion() if question.groups:
            yield words.get("library.groups"), Markup(", ").join(terms.group(each) for each in question.groups)
        case NumberQuestion() if question.unit is not None:
            unit = question.unit
            own = words.get(f"ui.unit.{unit}") if isinstance(unit, str) else terms.text(unit)
            yield words.get("library.unit"), Markup("{}").format(own)
    yield from _when(terms, "accept", None if question.accept is None else terms.accepted(question.accept, question))
    if question.examples:
        yield words.get("ui.guidance.examples"), _safe(listed(marked(words, each) for each in question.examples))
    yield from _sources(terms, question.cites)
    if question.sdg:
        yield "Agenda 2030", Markup("{}").format(", ".join(question.sdg))


def _option(terms: Terms, option: Option) -> Markup:
    words = terms.words
    told: list[Markup | str] = []
    if option.help is not None:
        told.append(terms.text(option.help))
    for account, points in option.points.items():
        told.append(words.get("library.points", points=words.number(points), account=terms.account(account)))
    flag = terms.checklist.flag(option.flag) if option.flag is not None else None
    if flag is not None:
        told.append(marks.sentence(words, "library.raises", flag=terms.text(flag.title)))
    if option.exclusive:
        told.append(words.get("library.exclusive"))
    return terms.text(option.label) + Markup().join(marks.sub(each) for each in told)


def _when(terms: Terms, key: str, phrase: Phrase | None) -> Iterator[tuple[str, Markup]]:
    if phrase is not None:
        yield terms.words.get(f"library.{key}"), phrase.html()


def _sources(terms: Terms, cites: Iterable[str]) -> Iterator[tuple[str, Markup]]:
    found = cited(terms.words, terms.vocabulary, cites)
    if found:
        yield terms.words.get("ui.guidance.cites"), _safe(found)


def _safe(html: str) -> Markup:
    """HTML of the guidance beside questions, which escapes what people wrote."""
    return Markup(html)  # noqa: S704
