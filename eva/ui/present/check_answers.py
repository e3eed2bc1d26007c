"""The answers as they are checked before freezing: those with effects, what is not known, what has no effect."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from markupsafe import Markup

from eva.rendering.html import said
from eva.report_model import Report
from eva.report_parts import AnsweredQuestion, PlainSection, RatedCell, SectionAnswers, Text
from eva.report_reader import anchor
from eva.text import Language
from eva.ui.present import marks
from eva.ui.present.check_rows import Row, labelled, plain, text, together
from eva.ui.present.reading import Reading


def impacts(reading: Reading, report: Report) -> Iterator[Row]:
    """The questions that have an answer other than "no effect", section by section."""
    yield from _sections(reading, report, report.sections)


def preparation(reading: Reading, report: Report) -> Iterator[Row]:
    """How the preparation was judged."""
    yield from _sections(reading, report, report.preparation)


def screening(reading: Reading, report: Report) -> Iterator[Row]:
    """What the screening came to, and its answers."""
    language = reading.words.language
    for each in report.screening:
        reasons = marks.items((said(reason, language) for reason in each.reasons), "compact")
        yield Row(said(each.title, language), together(said(each.level, language), reasons), "", "screening")
    for asked in report.screened:
        yield _question(reading, report, asked, _places(reading))


def _sections(reading: Reading, report: Report, sections: Iterable[SectionAnswers]) -> Iterator[Row]:
    places = _places(reading)
    for section in sections:
        yield from (_question(reading, report, each, places) for each in section.questions)


def _places(reading: Reading) -> Mapping[str, str]:
    """The places of the questions by their anchors in the report."""
    return {anchor("q", each): f"answers/{each}" for each in reading.questions}


def _question(reading: Reading, report: Report, asked: AnsweredQuestion, places: Mapping[str, str]) -> Row:
    language = reading.words.language
    evidence = asked.evidence and reading.words.get("report.impacts.evidence", grade=asked.evidence)
    told = together(
        *_ratings(reading, report, asked),
        *(
            labelled(each.alternative, _options(each.texts, language))
            if each.alternative
            else _options(each.texts, language)
            for each in asked.given
        ),
        text(reading, asked.rationale),
        *(
            labelled(each.alternative or "", Markup(" ").join(text(reading, one) for one in each.texts))
            for each in asked.rationales
        ),
        Markup("{} {}").format(evidence, said(asked.evidence_word, language))
        if evidence and asked.evidence_word
        else Markup(),
        plain(_cited(reading, asked)),
    )
    return Row(
        said(asked.question, language), told, places.get(asked.anchor, ""), "" if asked.anchor in places else "answer"
    )


def _cited(reading: Reading, asked: AnsweredQuestion) -> str:
    """The numbers of the sources that are printed with an answer; nothing where none is named."""
    numbers = " ".join(f"[{each.number}]" for each in asked.sources)
    return f"{reading.words.get('report.sources.short')} {numbers}" if numbers else ""


def _options(texts: Sequence[Text], language: Language) -> Markup:
    """What was chosen: one option in its line, several as a list."""
    lines = [said(each, language) for each in texts]
    return marks.items(lines, "options") if len(lines) > 1 else Markup().join(lines)


def _ratings(reading: Reading, report: Report, asked: AnsweredQuestion) -> Iterator[Markup]:
    """A line for each group, with its rating in each alternative; inherited ones are told once, with everyone's."""
    for row in asked.rows:
        own = [
            Markup("{} {}").format(alternative.label, _rated(reading, cell))
            for alternative, cell in zip(report.alternatives, row.cells, strict=True)
            if cell.ratings and not cell.inherited
        ]
        if own:
            told = Markup(" ").join(Markup('<span class="cell">{}</span>').format(each) for each in own)
            yield Markup('<span class="what">{}:</span> {}').format(said(row.group, reading.words.language), told)


def _rated(reading: Reading, cell: RatedCell) -> Markup:
    language, found = reading.words.language, []
    for each in cell.ratings:
        beside = [said(word, language) for word in (each.horizon, each.likelihood, each.reversibility) if word]
        if each.rest is not None:
            key = "report.impacts.rest" if each.measure_counts else "report.impacts.rest_if"
            beside.append(
                Markup("{} {} {}").format(reading.words.get(key, measure=each.measure), each.rest.sign, each.rest.word)
            )
        more = Markup(' <span class="aside">({})</span>').format(Markup(", ").join(beside)) if beside else Markup()
        found.append(marks.mark(each.mark) + more)
    return Markup(" ").join(found)


def unknown(reading: Reading, report: Report) -> Iterator[Row]:
    """What is not known, for all alternatives or for some."""
    yield from _plain(reading, report.unknown)


def no_effect(reading: Reading, report: Report) -> Iterator[Row]:
    """What was assessed as having no effect, with why a whole section has none."""
    yield from _plain(reading, report.no_effect)


def _plain(reading: Reading, sections: Iterable[PlainSection]) -> Iterator[Row]:
    words, language = reading.words, reading.words.language
    places = {question: f"answers/{name}" for name, question in reading.questions.items()}
    for section in sections:
        for each in section.questions:
            about = Markup(" ({})").format(", ".join(each.alternatives)) if each.alternatives else Markup()
            withheld = labelled(
                words.get("report.limits.withheld"), said(each.withheld, language) if each.withheld else Markup()
            )
            told = together(withheld, text(reading, each.rationale))
            standing = told or Markup('<span class="aside">{}</span>').format(words.get("check.no_rationale"))
            place = places.get(each.question, "")
            yield Row(said(each.question, language) + about, standing, place, "" if place else "answer")
        if section.reason is not None:
            place = next(places[one.question] for one in section.questions if one.question in places)
            reason = f"section_reasons/{place.removeprefix('answers/').rpartition('.')[0]}"
            yield Row(words.get("ui.answer.section_reason"), text(reading, section.reason), reason)
