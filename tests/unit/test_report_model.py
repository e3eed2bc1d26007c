"""The report as a whole: what it says once instead of many times."""

from dataclasses import replace
from datetime import date

import pytest

from eva.report_model import Basis, Better, Order
from eva.report_parts import Gaps, Text
from tests.reports import report_of

STRICT = (("VE0",), ("VE2",), ("VE1",))
PAIRS = (("VE0", "VE2"), ("VE0", "VE1"), ("VE2", "VE1"))


def order(*pairs: tuple[str, str], certain: bool = False, high: tuple[tuple[str, ...], ...] = STRICT) -> Order:
    """VE0 before VE2 before VE1, with what may dominate what."""
    return Order(STRICT, STRICT, high, settled=certain, dominances=tuple(Better(*pair, certain) for pair in pairs))


@pytest.mark.parametrize(
    ("told", "once"),
    [
        (order(*PAIRS), True),
        (order(*PAIRS[1:]), False),
        (order(*PAIRS, certain=True), False),
        (order(*PAIRS, high=(("VE1",), ("VE2",), ("VE0",))), False),
        (order(), False),
    ],
)
def test_one_sentence_says_that_each_may_be_as_good_as_all_after_it(told: Order, *, once: bool) -> None:
    assert told.each_may_dominate is once


def test_that_no_basis_was_checked_is_known_of_the_whole_list() -> None:
    report = report_of("otava_library")
    basis = Basis(Text("Kuntalaki", "fi"), None, None, date(2026, 1, 1))
    assert report.any_basis_checked is False
    assert replace(report, bases=(*report.bases, basis)).any_basis_checked is True


def test_a_template_branches_on_what_is_several_without_counting() -> None:
    report = report_of("otava_library")
    one = replace(report, alternatives=report.alternatives[:1], events=report.events[:1])
    assert (report.compares, report.columns, report.several_days) == (True, 4, True)
    assert (one.compares, one.columns, one.several_days) == (False, 2, False)
    gaps = Gaps("Puuttuu", (), count=2, more=0)
    assert gaps.several
    assert not replace(gaps, count=1).several
