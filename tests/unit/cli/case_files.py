"""A small case as text, for tests that spoil it in one place, and the command line as a test calls it."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from eva import cli

CASE = """\
format: 1
id: case-1
case: {title: Kirjaston lakkauttaminen, language: fi, depth: light}
status: draft
checklists:
  - {id: wellbeing, version: 1.0.0}
alternatives:
  - {id: ve0, title: Nykytila jatkuu, zero: true}
  - {id: ve1, title: Kirjasto lakkautetaan}
answers:
  wellbeing/everyday.access:
    gate: effects
    rationale: Matka pitenee.
    evidence: B
    alternatives:
      ve0: {ratings: [{group: everyone, impact: 0}]}
      ve1: {ratings: [{group: everyone, impact: -1}]}
"""
EMPTY = "format: 1\nid: case-1\ncase: {title: Tyhjä}\n"


@dataclass(frozen=True, slots=True)
class Said:
    """What a command printed, and its exit code."""

    code: int
    out: str
    err: str

    @property
    def data(self) -> Any:
        """The result, where it is JSON."""
        return json.loads(self.out)


def run(arguments: Sequence[str | Path], console: pytest.CaptureFixture[str]) -> Said:
    """Runs a command as the shell would; a traceback anywhere fails the test."""
    console.readouterr()
    code = cli.run([str(each) for each in arguments])
    said = console.readouterr()
    assert "Traceback" not in said.out + said.err
    return Said(code, said.out, said.err)


def written(folder: Path, text: str, name: str = "assessment.yaml") -> Path:
    """A file with this text."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


def spoiled(file: Path, old: str, new: str) -> None:
    """Replaces a piece of a file, which has to be there."""
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
