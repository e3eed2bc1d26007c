"""Money beside the ratings (raha): costs per alternative, and the order of the alternatives by the worst affected."""

from collections.abc import Callable, Iterator
from decimal import Decimal

from markupsafe import Markup, escape

from eva.locale import Words
from eva.rendering.html import prose
from eva.report_model import Order
from eva.report_parts import AlternativeFacts, Money
from eva.report_scores import order_of
from eva.ui.present import marks
from eva.ui.present.reading import Reading

_ROWS: tuple[tuple[str, Callable[[Money], Decimal | None]], ...] = (
    ("one_off", lambda money: money.one_off),
    ("per_year", lambda money: money.per_year),
    ("internal", lambda money: money.internal),
    ("external", lambda money: money.external),
    ("uncertainty", lambda money: money.uncertainty),
)


def money(reading: Reading) -> Markup:
    """The costs side by side, internal charges apart."""
    words = reading.words
    alternatives = tuple(reading.alternatives.values())
    head = Markup().join(_column(each, words) for each in alternatives)
    rows = Markup().join(_row(key, pick, alternatives, words) for key, pick in _ROWS if _told(pick, alternatives))
    table = Markup(
        '<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="money">'
        '<caption>{}</caption><thead><tr><th scope="col">{}</th>{}</tr></thead><tbody>{}</tbody></table></div>'
    ).format(
        words.get("report.money.title"), words.get("report.money.caption"), words.get("report.money.item"), head, rows
    )
    if not rows:
        table = marks.paragraph(words.get("overview.money.none"), "aside")
    inside = table + _notes(reading) + marks.paragraph(words.get("report.money.note"), "aside")
    return marks.section("money", words.get("report.money.title"), inside)


def _told(pick: Callable[[Money], Decimal | None], alternatives: tuple[AlternativeFacts, ...]) -> bool:
    return any(pick(each.money) is not None for each in alternatives)


def _column(alternative: AlternativeFacts, words: Words) -> Markup:
    return Markup('<th scope="col">{} {}</th>').format(
        marks.name(alternative, words.language), marks.standing(alternative, words)
    )


def _row(
    key: str, pick: Callable[[Money], Decimal | None], alternatives: tuple[AlternativeFacts, ...], words: Words
) -> Markup:
    cells = Markup().join(
        Markup('<td data-label="{}">{}</td>').format(each.label, _amount(pick(each.money), key, words))
        for each in alternatives
    )
    kind = "total" if key == "external" else ""
    return Markup('<tr class="{}"><th scope="row">{}</th>{}</tr>').format(kind, words.get(f"report.money.{key}"), cells)


def _amount(value: Decimal | None, key: str, words: Words) -> Markup:
    if value is None:
        return marks.sub(words.get("report.money.not_told"))
    shown = f"± {words.euros(value)}" if key == "uncertainty" else words.euros(value)
    return Markup('<span class="amount">{}</span>').format(shown)


def _notes(reading: Reading) -> Markup:
    """What the figures rest on, as the official wrote it."""
    language = reading.words.language
    told = (
        Markup("<div><dt>{}</dt><dd>{}</dd></div>").format(each.label, prose(each.money.note, language))
        for each in reading.alternatives.values()
        if each.money.note is not None
    )
    inside = Markup().join(told)
    return Markup('<dl class="notes">{}</dl>').format(inside) if inside else Markup()


def order(reading: Reading) -> Markup:
    """The alternatives by their worst-affected groups, for both ends where open answers decide."""
    if len(reading.alternatives) < 2:
        return Markup()
    words = reading.words
    told = order_of(reading.evaluation.comparison, reading.reader)
    inside = marks.paragraph(words.get("report.order.text"))
    if told.settled:
        inside += _places(reading, told.order)
    else:
        for end, places in (("low", told.low), ("high", told.high)):
            inside += marks.paragraph(words.get(f"report.order.{end}"), "order-end") + _places(reading, places)
        inside += marks.paragraph(words.get("report.order.mixed"))
    if told.each_may_dominate:
        inside += marks.paragraph(words.get("report.order.may_dominate_each"))
    else:
        inside += marks.items(_dominances(reading, told), "compact")
    return marks.section("order", words.get("report.order.title"), inside + _note(words))


def _note(words: Words) -> Markup:
    return marks.paragraph(words.get("report.order.note"), "aside")


def _places(reading: Reading, places: tuple[tuple[str, ...], ...]) -> Markup:
    """The places in their order; the open red flags of an alternative stand beside its label here too."""
    flags = {each.label: marks.open_flags(each, reading.words) for each in reading.alternatives.values()}
    named = {label: Markup("{} {}").format(label, found) if found else escape(label) for label, found in flags.items()}
    inside = Markup().join(
        Markup("<li>{}</li>").format(Markup(" = ").join(named[each] for each in place)) for place in places
    )
    return Markup('<ol class="order">{}</ol>').format(inside)


def _dominances(reading: Reading, told: Order) -> Iterator[Markup]:
    """Who is nowhere worse than whom, and in which perspectives it is better as answered so far."""
    words = reading.words
    for each in told.dominances:
        key = "report.order.dominates" if each.certain else "report.order.may_dominate"
        said_of_it = Markup("{}").format(words.get(key, better=each.better, worse=each.worse))
        if each.reasons:
            named = marks.listed(each.reasons, words.language)
            said_of_it += Markup(" {} {}.").format(words.get("report.order.better_in"), named)
        yield said_of_it
