"""A migration in a reader's words: what changes without anybody having changed an answer comes first."""

from collections.abc import Iterable, Iterator

from eva.checklist import Checklist
from eva.finding import Finding, Speech, tell
from eva.migration_report import FlagState, MigrationReport, Sided
from eva.outcomes import OutcomeResult
from eva.points import AccountResult
from eva.report_reader import Reader
from eva.rules import Account, Outcome
from eva.scorecard import Cell
from eva.sides import NOTHING, Chapter, Row, Sides, ends


def migration_sides(report: MigrationReport, reader: Reader, speech: Speech) -> Sides:
    """What a migration does; `reader` reads with the newer checklists, `speech` tells findings."""
    words, way = reader.words, report.way
    title = words.get("migration.title", old=way.old.key, new=way.new.key)
    lead = (
        words.plural("migration.carried", len(report.carried)),
        words.plural("migration.aside", len(report.aside)),
        words.plural("migration.unanswered", len(report.unanswered)),
        words.get("migration.silent" if report.silent else "migration.loud"),
    )
    return Sides(title, lead, tuple(each for each in _chapters(report, reader, speech) if each.rows))


def _chapters(report: MigrationReport, reader: Reader, speech: Speech) -> Iterator[Chapter]:
    words, old, new = reader.words, report.way.old, report.way.new
    yield Chapter(words.get("migration.levels.title"), tuple(_levels(report, reader)), sided=True)
    yield Chapter(
        words.get("migration.aside.title"),
        tuple(Row(_question(each.question, old, reader), "", _why(each.why, reader)) for each in report.aside),
        sided=True,
        note=words.get("migration.aside.note"),
    )
    yield Chapter(
        words.get("migration.unplaced.title"), tuple(Row(_unplaced(each, old, reader)) for each in report.unplaced)
    )
    yield _listed("migration.returned.title", report.returned, new, reader)
    yield _listed("migration.unanswered.title", report.unanswered, new, reader)
    touched = tuple(each.after for each in report.carried if each.changed)
    yield _listed("migration.touched.title", touched, new, reader)
    yield Chapter(words.get("migration.figures.title"), tuple(_figures(report, reader)), sided=True)
    yield Chapter(words.get("migration.findings.title"), tuple(_findings(report, reader, speech)), sided=True)
    same = tuple(each.after for each in report.carried if not each.changed)
    yield _listed("migration.carried.title", same, new, reader)


def _listed(title: str, questions: Iterable[str], checklist: Checklist, reader: Reader) -> Chapter:
    return Chapter(reader.words.get(title), tuple(Row(_question(each, checklist, reader)) for each in questions))


def _why(why: str, reader: Reader) -> str:
    return reader.words.get(f"migration.why.{why}")


def _question(full_id: str, checklist: Checklist, reader: Reader) -> str:
    found = checklist.by_id.get(full_id.rpartition(".")[2])
    return reader.text(found[1].text).text if found else full_id


def _unplaced(place: str, checklist: Checklist, reader: Reader) -> str:
    kind, _, address = place.partition("/")
    name = address.partition("/")[2]
    if kind == "flags":
        flag = checklist.flag(name)
        return reader.words.get("migration.unplaced.flag", title=reader.text(flag.title).text if flag else name)
    section = checklist.section(name)
    return reader.words.get("migration.unplaced.section", title=reader.text(section.title).text if section else name)


def _levels(report: MigrationReport, reader: Reader) -> Iterator[Row]:
    """Levels of accounts and outcomes, and flags, that are not what they were."""
    for checklist, account in report.figures.accounts:
        if _level(account.before) != _level(account.after):
            yield Row(
                _title(account.one, report, checklist, reader),
                _label(account.before, report.way.old, checklist, reader),
                _label(account.after, report.way.new, checklist, reader),
            )
    for checklist, outcome in report.figures.outcomes:
        if outcome.changed:
            yield Row(
                _title(outcome.one, report, checklist, reader),
                _label(outcome.before, report.way.old, checklist, reader),
                _label(outcome.after, report.way.new, checklist, reader),
            )
    for flag in report.figures.flags:
        if flag.changed:
            yield Row(_flag(flag, report, reader), _raised(flag.before, reader), _raised(flag.after, reader))


def _level(result: AccountResult | None) -> str | None:
    return None if result is None else result.level


Leveled = AccountResult | OutcomeResult


def _held(checklist: str, own: Checklist, reader: Reader) -> Checklist | None:
    return own if own.id == checklist else reader.checklists.get(checklist)


def _title(result: Leveled, report: MigrationReport, checklist: str, reader: Reader) -> str:
    for own in (report.way.new, report.way.old):
        held = _held(checklist, own, reader)
        found = next((each for each in _parts(result, held) if each.id == result.id), None)
        if found is not None:
            return reader.text(found.title).text
    return result.id


def _parts(result: Leveled, checklist: Checklist | None) -> tuple[Account, ...] | tuple[Outcome, ...]:
    """The accounts or outcomes among which a result is one."""
    if checklist is None:
        return ()
    return checklist.accounts if isinstance(result, AccountResult) else checklist.outcomes


def _label(result: Leveled | None, own: Checklist, checklist: str, reader: Reader) -> str:
    """The level reached, by its label in the version that reached it."""
    held = _held(checklist, own, reader)
    if result is None or result.level is None:
        return NOTHING
    labels = {level.id: level.label for each in _parts(result, held) if each.id == result.id for level in each.levels}
    return reader.text(labels[result.level]).text if result.level in labels else result.level


def _flag(sided: Sided[FlagState], report: MigrationReport, reader: Reader) -> str:
    raised = sided.one.raised
    own = report.way.new if sided.after is not None else report.way.old
    held = _held(raised.checklist, own, reader)
    flag = held.flag(raised.flag) if held else None
    title = reader.text(flag.title).text if flag else raised.flag
    return f"{title} ({reader.label(raised.alternative)})" if raised.alternative else title


def _raised(state: FlagState | None, reader: Reader) -> str:
    if state is None:
        return NOTHING
    answered = "answered" if state.raised.answered else "open"
    return reader.words.get(f"report.flags.{state.severity}_{answered}")


def _figures(report: MigrationReport, reader: Reader) -> Iterator[Row]:
    for sided in report.figures.cells:
        if sided.changed:
            cell = sided.one
            where = (reader.perspective(cell.perspective).text, reader.group(cell.group).text)
            yield Row(", ".join((*where, reader.label(cell.alternative))), _cell(sided.before), _cell(sided.after))
    for checklist, account in report.figures.accounts:
        if account.changed:
            title = _title(account.one, report, checklist, reader)
            yield Row(title, _points(account.before, reader), _points(account.after, reader))


def _cell(cell: Cell | None) -> str:
    """The worst harm / the best benefit, with both ends while answers are open."""
    return NOTHING if cell is None else f"{ends(cell.harm)} / {ends(cell.benefit)}"


def _points(account: AccountResult | None, reader: Reader) -> str:
    if account is None or account.value is None:
        return NOTHING
    value = reader.words.number(account.value)
    if account.low is None or account.high is None or account.low == account.high:
        return value
    return f"{value} [{reader.words.number(account.low)}…{reader.words.number(account.high)}]"


def _findings(report: MigrationReport, reader: Reader, speech: Speech) -> Iterator[Row]:
    """Findings that come or go; those that only read otherwise stay."""
    for sided in report.figures.findings:
        if sided.before is None or sided.after is None:
            title = _finding(sided.one, report, reader, speech)
            yield Row(
                title, *(reader.words.get("changes.there") if one else NOTHING for one in (sided.before, sided.after))
            )


def _finding(finding: Finding, report: MigrationReport, reader: Reader, speech: Speech) -> str:
    groups = reader.vocabulary.population_groups
    names = {
        **{key: reader.text(group.label).text for key, group in groups.items()},
        **{key: reader.text(checklist.title).text for key, checklist in reader.checklists.items()},
        **reader.labels,
    }
    about = f" ({reader.label(finding.alternative)})" if finding.alternative else ""
    return f"{tell(finding, speech, names).title}{about}: {_place(finding.place, report, reader)}"


def _place(place: str, report: MigrationReport, reader: Reader) -> str:
    """The question that a finding is about; the place itself where it is about something else."""
    full_id = place.removeprefix("answers/")
    for checklist in (report.way.new, report.way.old, *reader.checklists.values()):
        if full_id.partition("/")[0] == checklist.id and full_id.rpartition(".")[2] in checklist.by_id:
            return _question(full_id, checklist, reader)
    return place
