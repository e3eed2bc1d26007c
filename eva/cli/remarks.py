"""Remarks (huomautukset): problems and findings as editors and build servers take them in."""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eva import __version__
from eva.catalog.codes import CODES

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_KINDS = {"error": "error", "warning": "warning", "note": "notice"}


@dataclass(frozen=True, slots=True)
class Remark:
    """One line of the result: `line` and `column` count from 1, 0 where the whole file is meant.

    `also` is the file and line of a second place that has part in it.
    """

    code: str
    severity: str
    message: str
    file: str
    line: int = 0
    column: int = 0
    also: tuple[str, int] | None = None


def annotation(remark: Remark) -> str:
    """A remark as a workflow command of GitHub, which shows it beside the line of the file.

    Source: https://docs.github.com/en/actions/reference/workflow-commands-for-github-actions
    """
    said = {"file": _from_here(remark.file)}
    if remark.line:
        said |= {"line": str(remark.line), "col": str(remark.column)}
    said["title"] = remark.code
    properties = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in said.items())
    return f"::{_KINDS[remark.severity]} {properties}::{_escaped(remark.message)}"


def sarif(remarks: Sequence[Remark]) -> dict[str, Any]:
    """Remarks as a log of SARIF 2.1.0, the standard for results of static analysis.

    Source: https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
    """
    codes = list(dict.fromkeys(remark.code for remark in remarks))
    driver = {"name": "eva check", "version": __version__, "rules": [_rule(code) for code in codes]}
    results = [_result(remark, codes.index(remark.code)) for remark in remarks]
    run = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
    return {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}


def _rule(code: str) -> dict[str, Any]:
    return {"id": code, **({"shortDescription": {"text": CODES[code]}} if code in CODES else {})}


def _result(remark: Remark, rule: int) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": remark.code,
        "ruleIndex": rule,
        "level": remark.severity,
        "message": {"text": remark.message},
        "locations": [_location(remark.file, remark.line, remark.column)],
    }
    if remark.also is not None:
        result["relatedLocations"] = [_location(*remark.also)]
    return result


def _location(file: str, line: int, column: int = 1) -> dict[str, Any]:
    place: dict[str, Any] = {"artifactLocation": {"uri": _address(file)}}
    if line:
        place["region"] = {"startLine": line, "startColumn": column}
    return {"physicalLocation": place}


def _address(file: str) -> str:
    """A file as a URI: relative to where the command runs, else absolute."""
    near = _from_here(file)
    return Path(near).as_uri() if os.path.isabs(near) else quote(near)  # noqa: PTH117  Path says the same


def _from_here(file: str) -> str:
    """A file as seen from where the command runs, if it is below; build servers know no other paths."""
    path, here = Path(file), Path.cwd()
    return path.relative_to(here).as_posix() if path.is_absolute() and path.is_relative_to(here) else file


def _escaped(text: str, more: Iterable[str] = "") -> str:
    for sign in ("%", "\r", "\n", *more):
        text = text.replace(sign, f"%{ord(sign):02X}")
    return text
