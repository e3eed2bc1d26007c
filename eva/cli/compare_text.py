"""How the alternatives compare, as text for a terminal: `eva compare`."""

from collections.abc import Iterator

from eva.cli.compare_overtaking import overtaking_lines
from eva.cli.compare_weights import swing_lines, weight_parts
from eva.cli.compared import Compared
from eva.cli.criteria_text import criteria_text
from eva.cli.names import Names
from eva.cli.order_text import order_lines
from eva.cli.score_text import INDENT, part
from eva.cli.table import Table
from eva.comparison import Dominance
from eva.sides import ends
from eva.ternary import Ternary


def compare_lines(found: Compared, names: Names) -> Iterator[str]:
    """The lines, part by part; an open red flag stands wherever the name of its alternative does."""
    yield names.free(names.case.assessment.case.title)
    for each in found.scorecard.alternatives:
        yield f"{INDENT}{found.red.marked(each)}  {names.alternative(each)}"
    yield from part("compare.flags", _flags(found, names), names)
    if len(found.scorecard.alternatives) < 2 or not found.scorecard.cells:
        yield ""
        yield names.words.get("compare.nothing")
        return
    yield from part("compare.dominance", _dominances(found, names), names)
    yield from part("cli.score.order", order_lines(found.comparison, found.red, names.words), names)
    yield from _differences(found, names)
    yield from part("compare.overtaking", overtaking_lines(found, names), names)
    if found.weighing:
        yield from weight_parts(found.weighing, found, names)
        yield from part("compare.swing", swing_lines(found.weighing, found, names), names)


def _flags(found: Compared, names: Names) -> Iterator[str]:
    for flag in found.red.open:
        whom = flag.alternative or names.words.get("compare.flags.all")
        yield f"{whom}: {names.flag(flag.checklist, flag.flag)}"
    if found.red.open:
        yield names.words.get("compare.flags.legend")


def _dominances(found: Compared, names: Names) -> Iterator[str]:
    # Where each of two may still turn out better than the other, there is nothing to tell.
    pairs = {(each.dominating, each.dominated) for each in found.comparison.dominances}
    told = [each for each in found.comparison.dominances if (each.dominated, each.dominating) not in pairs]
    for each in told:
        yield _dominance(each, found, names)
    if not told:
        yield names.words.get("compare.dominance.none")


def _dominance(each: Dominance, found: Compared, names: Names) -> str:
    words, reasons = names.words, criteria_text(each.better, names)
    both = {"better": found.red.marked(each.dominating), "worse": found.red.marked(each.dominated)}
    if each.certain is Ternary.YES:
        # It may be certain only together with answers that are still open: then nothing is better so far.
        if not reasons:
            return words.get("compare.dominance.sure", **both)
        return words.get("compare.dominance.certain", reasons=reasons, **both)
    so_far = f" {words.get('compare.dominance.so_far', reasons=reasons)}" if reasons else ""
    return words.get("compare.dominance.possible", **both) + so_far


def _differences(found: Compared, names: Names) -> Iterator[str]:
    if not found.differences or found.zero is None:
        return
    by_cell: dict[tuple[str, tuple[str, ...]], list[str]] = {}
    for each in found.differences:
        text = f"{ends(each.harm)} / {ends(each.benefit)}"
        by_cell.setdefault((each.perspective, each.group), []).append(text)
    rows: list[tuple[str, ...]] = []
    for perspective in found.scorecard.perspectives:
        rows.append((names.perspective(perspective),))
        rows += [(INDENT + names.group(group), *row) for (of, group), row in by_cell.items() if of == perspective]
    others = tuple(found.red.marked(each) for each in found.scorecard.alternatives if each != found.zero)
    yield ""
    yield names.words.get("compare.differences", zero=found.red.marked(found.zero))
    yield from (INDENT + line for line in Table(("", *others), tuple(rows)).lines())
    yield INDENT + names.words.get("compare.differences.legend")
