"""`eva check PATH…`: every mistake of checklists, overlays, words, templates and assessments, and their findings.

With `--cases` the cases of the checklists are run, too; with `--against` they are held against what they were.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.catalog import read_assessment
from eva.catalog.cases import case_files
from eva.catalog.checklists import OVERLAY
from eva.catalog.linter import lint_vocabulary
from eva.catalog.messages import problem_text
from eva.cli.arguments import Request
from eva.cli.case_file import case_of, has_errors
from eva.cli.checklist_files import (
    OpenedChecklist,
    installed,
    open_checklist,
    open_library,
    open_overlay,
    under_vocabulary,
)
from eva.cli.console import problem_lines, problems_data, say, say_json
from eva.cli.earlier import version_problems
from eva.cli.names import Names
from eva.cli.remarks import Remark, annotation, sarif
from eva.cli.score_data import findings_data
from eva.cli.targets import Kind, Target, targets_of
from eva.errors import Problem
from eva.evaluation import evaluate
from eva.finding import Finding

if TYPE_CHECKING:
    from eva.locale import Words


@dataclass(frozen=True, slots=True)
class Checked:
    """A target with the problems of its files, the cases that were run and, for an assessment, its findings."""

    target: Target
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    names: Names | None = None
    cases: tuple[Path, ...] = ()

    @property
    def failed(self) -> bool:
        """Whether a mistake or a gap is in the way; warnings and notes are not."""
        return has_errors(self.problems) or any(finding.severity == "error" for finding in self.findings)


def run(request: Request, words: "Words") -> int:
    """Prints what is wrong with everything named, and returns 1 if anything is."""
    targets = dict.fromkeys(target for operand in request.operands for target in targets_of(operand))
    checked = [_checked(target, words, run_cases=request.flag("cases")) for target in targets]
    if request.flag("against"):
        checked = [_held_against(each, request.needed("against")) for each in checked]
    failed = any(each.failed for each in checked)
    match "json" if request.as_json else request.values.get("format"):
        case "json":
            say_json({"ok": not failed, "checked": [_data(each, words) for each in checked]})
        case "sarif":
            say_json(sarif([remark for each in checked for remark in _remarks(each, words)]))
        case "github":
            for remark in (remark for each in checked for remark in _remarks(each, words)):
                say(annotation(remark))
        case _:
            for line in _lines(checked, words):
                say(line)
    return int(failed)


def _checked(target: Target, words: "Words", *, run_cases: bool) -> Checked:
    today = datetime.now(UTC).date()
    match target.kind:
        case "library":
            problems, cases = open_library(target.path, today)
            return _with_cases(target, problems, cases, run=run_cases)
        case "vocabulary":
            return Checked(target, lint_vocabulary(target.path, today, under_vocabulary(target.path)))
        case "checklist" | "overlay":
            opened = open_overlay(target.path) if target.kind == "overlay" else open_checklist(target.path)
            cases = tuple((case, opened) for case in case_files(target.path))
            return _with_cases(target, opened.problems, cases, run=run_cases)
        case "case":
            owner = target.path.absolute().parent.parent
            opened = open_overlay(owner) if (owner / OVERLAY).is_file() else open_checklist(owner)
            problems = opened.problems if opened.checklist is None else ()
            return _with_cases(target, problems, ((target.path, opened),), run=run_cases)
        case "template" | "parts" | "theme":
            return Checked(target, _proofread(target))
        case "assessment":
            return _assessment(target, words)


def _proofread(target: Target) -> tuple[Problem, ...]:
    """What is wrong with what reports are printed on."""
    from eva.desk import proofreading

    match target.kind:
        case "theme":
            return proofreading.theme_problems(target.path)
        case "parts":
            return proofreading.parts_problems(target.path)
        case _:
            return proofreading.template_problems(target.path)


def _held_against(checked: Checked, earlier: str) -> Checked:
    return replace(checked, problems=(*checked.problems, *version_problems(checked.target, earlier)))


def _with_cases(
    target: Target, problems: tuple[Problem, ...], cases: Iterable[tuple[Path, OpenedChecklist]], *, run: bool
) -> Checked:
    """A target with the problems of its cases after its own."""
    ran = []
    for case, opened in cases:
        problems += opened.problems_of(case, run=run)
        ran += [case] if run and opened.checklist is not None else []
    return Checked(target, problems, cases=tuple(ran))


def _assessment(target: Target, words: "Words") -> Checked:
    assessment, problems = read_assessment(target.path, installed())
    if assessment is None or has_errors(problems):
        return Checked(target, problems)
    case = case_of(assessment, installed())
    evaluation = evaluate(assessment, case.checklists, case.vocabulary)
    return Checked(target, problems, evaluation.findings, Names(case, words))


def _lines(checked: Iterable[Checked], words: "Words") -> Iterable[str]:
    kinds: list[Kind] = []
    problems: list[Problem] = []
    findings: list[Finding] = []
    cases: list[Path] = []
    for each in checked:
        yield from problem_lines(each.problems, words)
        yield from _finding_lines(each, words)
        kinds.append(each.target.kind)
        problems += each.problems
        findings += each.findings
        cases += each.cases
    errors = sum(problem.severity == "error" for problem in problems)
    yield ", ".join(
        (
            words.plural("cli.check.checked", len(kinds)),
            *([words.plural("cli.check.cases", len(cases))] if cases else []),
            words.plural("cli.check.errors", errors),
            words.plural("cli.check.warnings", len(problems) - errors),
            words.plural("cli.check.findings", len(findings)),
        )
    )


def _remarks(checked: Checked, words: "Words") -> Iterable[Remark]:
    """What was found, for other programs."""
    for one in checked.problems:
        yield Remark(one.code, one.severity, problem_text(one, words), one.file, one.line, one.column, one.also)
    for finding in checked.findings:
        if checked.names is not None:
            told = checked.names.told(finding)
            whom = f" [{finding.alternative}]" if finding.alternative else ""
            message = f"{finding.place}{whom}: {told.title}. {told.remedy}".replace("?.", "?")
            yield Remark(finding.code, finding.severity, message, checked.target.path.as_posix())


def _finding_lines(checked: Checked, words: "Words") -> Iterable[str]:
    """Findings as lines: `code file place severity: what is found, and what to do`."""
    for finding in checked.findings:
        if checked.names is not None:
            told = checked.names.told(finding)
            whom = f" [{finding.alternative}]" if finding.alternative else ""
            severity = words.get(f"finding.severity.{finding.severity}")
            place = f"{checked.target.path.as_posix()} {finding.place}{whom}"
            yield f"{finding.code} {place} {severity}: {told.title}. {told.remedy}".replace("?.", "?")


def _data(checked: Checked, words: "Words") -> dict[str, Any]:
    return {
        "kind": checked.target.kind,
        "path": checked.target.path.as_posix(),
        "ok": not checked.failed,
        "problems": problems_data(checked.problems, words),
        "cases": [{"path": case.as_posix(), "ok": _passed(case, checked)} for case in checked.cases],
        "findings": list(findings_data(checked.findings, checked.names)) if checked.names else [],
    }


def _passed(case: Path, checked: Checked) -> bool:
    return not has_errors(tuple(each for each in checked.problems if each.file == case.as_posix()))
