"""The sheets of a workbook: the tables of a report as plain rows, one statement in each, to be filtered."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from eva.locale import Words
from eva.report_model import Report
from eva.report_parts import AnsweredQuestion, Gaps, Mark, RaisedFlag, RatedMark, SectionAnswers, Text

Kind: TypeAlias = Literal["text", "number", "euros", "date"]

_VALUES = {"neg3": -3, "neg2": -2, "neg1": -1, "zero": 0, "pos1": 1, "pos2": 2, "pos3": 3}


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the impact scale in a cell: a number, or the sign of what is none (unknown, not answered)."""

    value: int | None
    sign: str
    level: str


Cell: TypeAlias = str | Text | int | Decimal | date | Step | None


@dataclass(frozen=True, slots=True)
class Column:
    """A column by the key of its heading, its width in characters, and what stands in it."""

    name: str
    width: int = 14
    kind: Kind = "text"


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet by the key of its name, its columns and rows."""

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


_WIDE, _WIDEST = 40, 70


def report_sheets(report: Report, spoken: Words) -> Iterator[Sheet]:
    """The sheets of a report, in their order."""
    yield _sheet("answers", _ANSWERS, _answers(report, spoken))
    yield _sheet("scores", _SCORES, _scores(report, spoken))
    yield _sheet("findings", _FINDINGS, _findings(report, spoken))
    yield _sheet("measures", _MEASURES, _measures(report, spoken))
    yield _sheet("hearings", _HEARINGS, _hearings(report, spoken))
    yield _sheet("costs", _COSTS, _costs(report))
    yield _sheet("sources", _SOURCES, _sources(report, spoken))


def _sheet(name: str, columns: tuple[Column, ...], rows: Iterable[tuple[Cell, ...]]) -> Sheet:
    return Sheet(name, columns, tuple(rows))


def about_sheet(
    report: Report, spoken: Words, cut: tuple[str, ...], replaced: tuple[str, ...]
) -> tuple[tuple[str, Cell], ...]:
    """What the first sheet says of the matter and of the workbook; `cut` are the cells whose text did not fit."""
    case = report.case
    facts: list[tuple[str, Cell]] = [
        (spoken.get("report.document"), case.title),
        (spoken.get("report.case.municipality"), case.municipality),
        (spoken.get("report.case.register_number"), case.register_number),
        (spoken.get("report.case.body"), case.body),
        (spoken.get("workbook.about.decision_date"), case.decision_date),
        (spoken.get("workbook.about.status"), spoken.get(f"report.status.{case.status}")),
        (spoken.get("workbook.about.status_date"), case.status_date),
        (spoken.get("report.case.depth"), spoken.get(f"report.depth.{case.depth}")),
        (spoken.get("report.case.preparers"), ", ".join(case.preparers)),
        (spoken.get("report.checklists.title"), ", ".join(each.key for each in report.checklists)),
        (spoken.get("workbook.about.made"), spoken.datetime(report.generated_at)),
        (spoken.get("report.footer.digest").rstrip(":"), report.digest),
    ]
    if not report.complete:
        facts.append((spoken.get("report.unfinished"), spoken.get("report.missing.text")))
    if report.withheld:
        told = spoken.plural("report.limits.withheld_count", report.withheld)
        facts.append((spoken.get("report.limits.withheld"), told))
    if cut:
        facts.append((spoken.get("workbook.about.cut"), ", ".join(cut)))
    if replaced:
        facts.append((spoken.get("report.replaced.title"), ", ".join(replaced)))
    return tuple((name, cell) for name, cell in facts if cell not in (None, ""))


_ANSWERS = (
    Column("perspective", 22), Column("section", 26), Column("question", _WIDE), Column("alternative", 12),
    Column("group", 24), Column("impact", 10, "number"), Column("word", 22), Column("as_everyone", 12),
    Column("answer", _WIDE), Column("horizon", 18), Column("likelihood", 16), Column("reversibility", 18),
    Column("rest", 12, "number"), Column("measure", 10), Column("evidence", 26), Column("rationale", _WIDEST),
    Column("cited", 10),
)  # fmt: skip


def _answers(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    for section in (*report.sections, *report.preparation):
        for question in section.questions:
            yield from _question(section, question, report, spoken)
    for question in report.written:
        yield from _question(None, question, report, spoken)
    told = {(section.title, question.question) for section in report.sections for question in section.questions}
    for closed, word in ((report.no_effect, "none"), (report.unknown, "unknown")):
        step = Step(0, "0", "zero") if word == "none" else Step(None, "?", "unknown")
        for plain in closed:
            for each in plain.questions:
                if (plain.title, each.question) not in told:
                    said = spoken.get(f"workbook.closed.{word}")
                    why = each.rationale or plain.reason or each.withheld
                    yield (None, plain.title, each.question, ", ".join(each.alternatives), None, step, said, None,
                           None, None, None, None, None, None, None, why, None)  # fmt: skip


def _question(
    section: SectionAnswers | None, question: AnsweredQuestion, report: Report, spoken: Words
) -> Iterator[tuple[Cell, ...]]:
    """A row for each rating, or for each answer that was chosen or written."""
    place = (section.perspective if section else None, section.title if section else None, question.question)
    own = {each.alternative: each.texts[0] for each in question.rationales}
    cited = ", ".join(str(each.number) for each in question.sources)
    evidence = " ".join(part for part in (question.evidence, str(question.evidence_word or "")) if part)

    def beside(alternative: str | None) -> tuple[Cell, ...]:
        said = [str(text) for text in (question.rationale, own.get(alternative)) if text]
        return evidence, "\n".join(said), cited

    for row in question.rows:
        for facts, cell in zip(report.alternatives, row.cells, strict=True):
            inherited = spoken.get("workbook.yes") if cell.inherited else None
            for each in cell.ratings:
                yield (*place, facts.label, row.group, _step(each.mark), each.mark.word, inherited, None,
                       *_beside_rating(each), *beside(facts.label))  # fmt: skip
    for given in question.given:
        answer = "\n".join(str(text) for text in given.texts)
        yield (*place, given.alternative, None, None, None, None, answer, *(None,) * 5, *beside(given.alternative))


def _beside_rating(rated: RatedMark) -> tuple[Cell, ...]:
    return rated.horizon, rated.likelihood, rated.reversibility, _step(rated.rest), rated.measure


def _step(mark: Mark | None) -> Step | None:
    return None if mark is None else Step(_VALUES.get(mark.level), mark.sign, mark.level)


_SCORES = (
    Column("perspective", 26), Column("group", 30), Column("alternative", 12), Column("harm", 12, "number"),
    Column("rest", 12, "number"), Column("benefit", 12, "number"), Column("low", 14, "number"),
    Column("high", 14, "number"), Column("unknown", 12, "number"), Column("unanswered", 14, "number"),
    Column("as_everyone", 12),
)  # fmt: skip


def _scores(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    """The heat map, a row for each of its cells; harm and benefit side by side, never netted."""
    for band in report.heat:
        for row in band.rows:
            for facts, cell in zip(report.alternatives, row.cells, strict=True):
                low, high = cell.ends or (None, None)
                yield (band.perspective, row.group, facts.label, _step(cell.harm), _step(cell.rest),
                       _step(cell.benefit), _step(low), _step(high), cell.unknown, cell.unanswered,
                       spoken.get("workbook.yes") if cell.inherited else None)  # fmt: skip


_FINDINGS = (
    Column("kind", 24), Column("finding", _WIDE), Column("place", _WIDE), Column("alternative", 12),
    Column("justification", _WIDEST), Column("measure", _WIDE), Column("lacking", 24),
)  # fmt: skip


def _findings(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    for flag in report.flags:
        lacking = ", ".join(spoken.get(f"finding.missing.{each}") for each in flag.missing)
        yield (_flag_kind(flag, spoken), flag.title, None, flag.alternative, flag.justification, flag.measure, lacking)
    yield from _gaps(report.missing, spoken.get("workbook.kind.missing"), spoken)
    yield from _gaps(report.remarks, spoken.get("workbook.kind.remark"), spoken)


def _flag_kind(flag: RaisedFlag, spoken: Words) -> str:
    return spoken.get(f"report.flags.{'red' if flag.red else 'amber'}_{'open' if flag.open else 'answered'}")


def _gaps(found: Iterable[Gaps], kind: str, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    for gap in found:
        for place in gap.places or (None,):
            yield kind, gap.title, place, None, None, None, None
        if gap.more:
            yield kind, gap.title, spoken.plural("report.missing.more", gap.more), None, None, None, None


_MEASURES = (
    Column("measure", 10), Column("text", _WIDE), Column("owner", 26), Column("due", 12, "date"),
    Column("budget", 30), Column("counted", 24), Column("question", _WIDE), Column("alternative", 12),
    Column("group", 24), Column("before", 10, "number"), Column("rest", 10, "number"),
)  # fmt: skip


def _measures(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    """The measures, with a row for each harm that a measure was named for."""
    for each in report.measures:
        budget = spoken.get("report.measures.no_cost") if each.no_cost else each.budget
        counted = spoken.get(f"report.measures.{'complete' if each.complete else 'incomplete'}")
        measure = (each.label, each.text, each.owner, each.due, budget, counted)
        if not each.eases:
            yield (*measure, None, None, None, None, None)
        for harm in each.eases:
            yield (*measure, harm.question, harm.alternative, harm.group, _step(harm.mark), _step(harm.rest))


_HEARINGS = (
    Column("body", 32), Column("body_kind", 20), Column("asked", 12, "date"), Column("heard", 12, "date"),
    Column("statement", _WIDEST), Column("response", _WIDEST), Column("changed", _WIDEST),
)  # fmt: skip


def _hearings(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    for each in report.hearings:
        council = f"report.council.{each.council}" if each.council else f"report.kind.{each.kind}" if each.kind else ""
        kind = spoken.get(council) if council else None
        yield each.body, kind, each.asked, each.heard, each.statement, each.response, each.changed


_COSTS = (
    Column("alternative", 12), Column("title", _WIDE), Column("one_off", 18, "euros"), Column("per_year", 18, "euros"),
    Column("internal", 18, "euros"), Column("external", 18, "euros"), Column("uncertainty", 18, "euros"),
    Column("note", _WIDEST),
)  # fmt: skip


def _costs(report: Report) -> Iterator[tuple[Cell, ...]]:
    for each in report.alternatives:
        money = each.money
        yield (each.label, each.title, money.one_off, money.per_year, money.internal, money.external,
               money.uncertainty, money.note)  # fmt: skip


_SOURCES = (
    Column("kind", 24), Column("number", 10, "number"), Column("title", _WIDEST), Column("publisher", 32),
    Column("date", 12, "date"), Column("url", _WIDE), Column("checked", 14, "date"),
)  # fmt: skip


def _sources(report: Report, spoken: Words) -> Iterator[tuple[Cell, ...]]:
    """The sources of the assessment, and what the checklists rest on."""
    for source in report.sources:
        kind = spoken.get("workbook.kind.source")
        yield kind, source.number, source.title, source.publisher, source.date, source.url, None
    for basis in report.bases:
        checked = basis.checked or spoken.get("report.bases.not_checked")
        yield spoken.get("workbook.kind.basis"), None, basis.title, basis.publisher, None, basis.url, checked
