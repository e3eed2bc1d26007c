"""Filters and tests (suodattimet) that a template may use, and what each takes.

Those of EVA print what the model holds as a language writes it. Of those that Jinja brings, the ones that only format
are left; the others select, sort, count or change what is printed, which belongs into the Report model.
"""

from collections.abc import Callable, Mapping

from jinja2.filters import FILTERS
from jinja2.tests import TESTS

from eva.desk.proofreading.shapes import Shape, is_day, is_moment, is_number, is_text
from eva.report_parts import AlternativeFacts, HeatRow, Money, PerspectiveRow
from eva.report_timeline import Event
from eva.report_weighed import Weighed

PLAIN_FILTERS = frozenset({"join", "length", "upper", "lower", "capitalize", "first", "last", "e"})
"""Filters of Jinja that only format; all others of Jinja select, sort, count or change what is printed."""

PLAIN_TESTS = frozenset({"none", "defined"})

TAKES: Mapping[str, tuple[str, Callable[[Shape], bool]]] = {
    "said": ("Text", is_text),
    "prose": ("Text", is_text),
    "entry": ("Text", is_text),
    "both": ("list of Text", lambda shape: shape.is_list and is_text(shape.one)),
    "sentences": ("Money", lambda shape: shape.of is Money),
    "money_chart": ("list of AlternativeFacts", lambda shape: shape.is_list and shape.one.of is AlternativeFacts),
    "heat_map": ("list of HeatRow", lambda shape: shape.is_list and shape.one.of is HeatRow),
    "impact_bars": ("list of PerspectiveRow", lambda shape: shape.is_list and shape.one.of is PerspectiveRow),
    "rank_bars": ("Weighed", lambda shape: shape.of is Weighed),
    "timeline": ("list of Event", lambda shape: shape.is_list and shape.one.of is Event),
    "euros": ("Decimal", is_number),
    "number": ("int", is_number),
    "date": ("date", is_day),
    "datetime": ("datetime", is_moment),
    "iso": ("date", is_day),
    "join": ("list of str", lambda shape: shape.is_list and shape.one.of in (str, int)),
    "length": ("list", lambda shape: shape.is_list or shape.of is str),
    "first": ("list", lambda shape: shape.is_list),
    "last": ("list", lambda shape: shape.is_list),
}
"""What filters take: as it is called in messages, and how it is known."""

_REMEDIES = ((is_text, "said"), (is_moment, "datetime"), (is_day, "date"), (is_number, "number"))


def remedy(shape: Shape) -> str:
    """The filter that prints what is no words yet, empty where there is none."""
    return next((name for known, name in _REMEDIES if known(shape)), "")


def own_filters(environment: frozenset[str]) -> frozenset[str]:
    """The filters of EVA among those of an environment."""
    return environment - FILTERS.keys()


def own_tests(environment: frozenset[str]) -> frozenset[str]:
    """The tests of EVA among those of an environment."""
    return environment - TESTS.keys()
