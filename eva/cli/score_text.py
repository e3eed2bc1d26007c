"""What an assessment comes to, as text for a terminal: `eva score`."""

from collections.abc import Callable, Iterable, Iterator

from eva.cli.names import Names
from eva.cli.order_text import order_lines, red_flags
from eva.cli.table import Table
from eva.evaluation import Evaluation
from eva.finding import SEVERITIES, Finding
from eva.outcomes import OutcomeResult, RaisedFlag
from eva.points import AccountResult
from eva.progress import Tally
from eva.scorecard import ALL, Cell, Scorecard
from eva.scoring import by_angle
from eva.sides import ends
from eva.vocabulary import ANGLES

INDENT = "  "


def score_lines(evaluation: Evaluation, names: Names) -> Iterator[str]:
    """The lines, part by part: the case, progress, heat map, outcomes, points, red flags, findings."""
    yield from _case(evaluation, names)
    yield from part("cli.score.progress", _progress(evaluation, names), names)
    yield from part("cli.score.heat_map", _heat_map(evaluation.scorecard, names), names)
    yield from part("angle.title", _angles(evaluation.scorecard, names), names)
    yield from part("cli.score.order", _order(evaluation, names), names)
    yield from part("cli.score.outcomes", _outcomes(evaluation, names), names)
    yield from part("cli.score.points", _points(evaluation, names), names)
    yield from part("cli.score.flags", [_flag(each, names) for each in evaluation.flags], names)
    yield from part("cli.score.findings", _findings(evaluation.findings, names), names)


def part(title: str, lines: Iterable[str], names: Names) -> Iterator[str]:
    """A part under its title; one that has nothing to say is left out."""
    for at, line in enumerate(lines):
        if at == 0:
            yield ""
            yield names.words.get(title)
        yield INDENT + line if line else ""


def _case(evaluation: Evaluation, names: Names) -> Iterator[str]:
    words, assessment = names.words, names.case.assessment
    yield names.free(assessment.case.title)
    yield words.get("cli.score.complete" if evaluation.complete else "cli.score.incomplete")
    for each in assessment.alternatives:
        yield f"{INDENT}{each.id}  {names.alternative(each.id)}"


def _progress(evaluation: Evaluation, names: Names) -> Iterator[str]:
    progress, words = evaluation.progress, names.words
    if not progress.total.asked:
        return
    rows = [(names.section(section), *_tally(tally)) for section, tally in progress.sections.items()]
    columns = [words.get(f"cli.score.{each}") for each in ("asked", "answered", "unknown", "unanswered")]
    total = (words.get("cli.score.total"), *_tally(progress.total))
    yield from Table(("", *columns), (*rows, total)).lines()


def _tally(tally: Tally) -> tuple[str, ...]:
    return tuple(str(count) for count in (tally.asked, tally.answered, tally.unknown, tally.unanswered))


def _heat_map(card: Scorecard, names: Names) -> Iterator[str]:
    if not card.cells:
        return
    yield from _map(card, names.perspective, names)
    yield ""
    yield from names.words.get("cli.score.legend").split("\n")


def _angles(card: Scorecard, names: Names) -> Iterator[str]:
    """The same map by Kuntaliitto's four perspectives, and those of them under which nothing is asked."""
    if not card.cells:
        return
    read = by_angle(card, names.case.vocabulary)
    yield from _map(read, names.angle, names)
    missing = [names.angle(angle) for angle in ANGLES if angle not in read.perspectives]
    if missing:
        yield names.words.get("angle.missing", names=", ".join(missing))


def _map(card: Scorecard, title: Callable[[str], str], names: Names) -> Iterator[str]:
    rows: list[tuple[str, ...]] = []
    for perspective in card.perspectives:
        rows.append((title(perspective),))
        for group in card.groups:
            cells = [card.cell(perspective, group, each) for each in card.alternatives]
            if group == ALL or not all(cell.inherited for cell in cells):
                rows.append((INDENT + names.group(group), *(cell_text(cell) for cell in cells)))
    yield from Table(("", *card.alternatives), tuple(rows)).lines()


def cell_text(cell: Cell) -> str:
    """A cell: the worst harm / the best benefit, `…` between the ends where answers are open, `→` what measures leave.

    What a group inherits from everyone stands in brackets.
    """
    harm = ends(cell.harm)
    if cell.mitigated:
        harm += f" → {ends(cell.residual_harm)}"
    text = f"{harm} / {ends(cell.benefit)}"
    return f"({text})" if cell.inherited else text


def _order(evaluation: Evaluation, names: Names) -> Iterator[str]:
    if len(evaluation.scorecard.alternatives) > 1 and evaluation.scorecard.cells:
        red = red_flags(evaluation, names.case)
        yield from order_lines(evaluation.comparison, red, names.words)
        if red.open:
            yield names.words.get("compare.flags.legend")


def _outcomes(evaluation: Evaluation, names: Names) -> Iterator[str]:
    for checklist, found in evaluation.outcomes.items():
        for result in found:
            yield from _outcome(checklist, result, names)


def _outcome(checklist: str, result: OutcomeResult, names: Names) -> Iterator[str]:
    outcome = next(each for each in names.case.checklists[checklist].outcomes if each.id == result.id)
    labels = {each.id: names.text(each.label) for each in outcome.levels}
    reached = labels[result.level] if result.level else names.words.get("cli.score.open")
    yield f"{names.text(outcome.title)}: {reached}{_possible(result.level, result.possible_levels, labels, names)}"
    reasons = {reason.id: names.text(reason.text) for level in outcome.levels for reason in level.reasons}
    for reason in result.reasons:
        yield f"{INDENT}{reasons[reason]}"


def _points(evaluation: Evaluation, names: Names) -> Iterator[str]:
    for checklist, found in evaluation.accounts.items():
        for result in found.values():
            yield _account(checklist, result, names)


def _account(checklist: str, result: AccountResult, names: Names) -> str:
    words = names.words
    account = next(each for each in names.case.checklists[checklist].accounts if each.id == result.id)
    labels = {each.id: names.text(each.label) for each in account.levels}
    value = words.get("cli.score.open") if result.value is None else words.number(result.value)
    if result.low is not None and result.high is not None and result.low != result.high:
        value += f" [{words.number(result.low)}…{words.number(result.high)}]"
    level = f", {labels[result.level]}" if result.level else ""
    possible = _possible(result.level, result.possible_levels, labels, names)
    return f"{names.text(account.title)}: {value}{level}{possible}"


def _possible(reached: str | None, possible: tuple[str, ...], labels: dict[str, str], names: Names) -> str:
    """The other levels that open answers may still lead to."""
    others = [labels[each] for each in possible if each != reached]
    return f" ({names.words.get('cli.score.possible', levels=', '.join(others))})" if others else ""


def _flag(flag: RaisedFlag, names: Names) -> str:
    state = names.words.get("cli.score.flag_answered" if flag.answered else "cli.score.flag_open")
    whom = f" [{flag.alternative}]" if flag.alternative else ""
    return f"{state}: {names.flag(flag.checklist, flag.flag)}{whom}"


def _findings(findings: tuple[Finding, ...], names: Names) -> Iterator[str]:
    for severity in SEVERITIES:
        for finding in findings:
            if finding.severity == severity:
                told = names.told(finding)
                whom = f" [{finding.alternative}]" if finding.alternative else ""
                label = names.words.get(f"finding.severity.{severity}")
                yield f"{label}: {told.title}{whom}: {names.place(finding.place)}"
                yield f"{INDENT}{told.remedy}"
