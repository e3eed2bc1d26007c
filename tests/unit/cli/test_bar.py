"""The bar of a long command: drawn over itself on a terminal, lines anywhere else, never in the result."""

import io
import os
import shutil
import sys

import pytest

from eva.cli.bar import Bar


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_where_there_is_no_terminal_each_step_is_a_line_beside_the_result(capsys: pytest.CaptureFixture[str]) -> None:
    bar = Bar(2)
    bar.step("otava")
    bar.clear()
    bar.step("mikkeli")
    said = capsys.readouterr()
    assert (said.out, said.err) == ("", "1/2 otava\n2/2 mikkeli\n")


def test_on_a_terminal_the_bar_is_drawn_over_itself_and_taken_away(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size((40, 20)))
    bar = Bar(4)
    bar.step("a case with a name that is longer than any line")
    bar.clear()
    drawn = terminal.getvalue()
    start, step, blank, rest = drawn.split("\r")[1:]
    assert start.startswith("[........................] 0/4")
    assert step.startswith("[######..................] 1/4 a case")
    assert (blank.strip(), rest) == ("", "")
    assert {len(each) for each in (start, step, blank)} == {39}
    assert "\n" not in drawn


def test_nothing_to_do_is_no_division_by_zero(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", Terminal())
    Bar(0).clear()
