"""`eva check PATH…`: every mistake of checklists, vocabularies and assessments, and the findings of assessments."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from eva.catalog import read_assessment
from eva.catalog.libraries import VOCABULARY
from eva.catalog.linter import lint_checklist, lint_library, lint_vocabulary
from eva.catalog.messages import problem_text
from eva.catalog.vocabularies import read_vocabulary
from eva.cli.arguments import Request
from eva.cli.case_file import case_of, has_errors, shipped_library
from eva.cli.console import problem_lines, problems_data, say, say_json
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
    """A target with the problems of its files and, for an assessment that can be read, its findings."""

    target: Target
    problems: tuple[Problem, ...]
    findings: tuple[Finding, ...] = ()
    names: Names | None = None

    @property
    def failed(self) -> bool:
        """Whether a mistake or a gap is in the way; warnings and notes are not."""
        return has_errors(self.problems) or any(finding.severity == "error" for finding in self.findings)


def run(request: Request, words: "Words") -> int:
    """Prints what is wrong with everything named, and returns 1 if anything is."""
    targets = dict.fromkeys(target for operand in request.operands for target in targets_of(operand))
    checked = [_checked(target, words) for target in targets]
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


def _checked(target: Target, words: "Words") -> Checked:
    today = datetime.now(UTC).date()
    match target.kind:
        case "library":
            return Checked(target, lint_library(target.path, today))
        case "vocabulary":
            return Checked(target, lint_vocabulary(target.path, today))
        case "checklist":
            return Checked(target, _problems_of_checklist(target))
        case "assessment":
            return _assessment(target, words)


def _problems_of_checklist(target: Target) -> tuple[Problem, ...]:
    """The problems of a checklist by the vocabulary beside it, else by the one that comes with the program."""
    beside = target.path.absolute().parent / VOCABULARY
    if not beside.is_dir():
        return lint_checklist(target.path, _shipped().vocabulary)
    read = read_vocabulary(beside)
    return (*read.problems, *lint_checklist(target.path, None if read.problems else read.vocabulary))


def _assessment(target: Target, words: "Words") -> Checked:
    assessment, problems = read_assessment(target.path, _shipped())
    if assessment is None or has_errors(problems):
        return Checked(target, problems)
    case = case_of(assessment, _shipped())
    evaluation = evaluate(assessment, case.checklists, case.vocabulary)
    return Checked(target, problems, evaluation.findings, Names(case, words))


_shipped = cache(shipped_library)


def _lines(checked: Iterable[Checked], words: "Words") -> Iterable[str]:
    kinds: list[Kind] = []
    problems: list[Problem] = []
    findings: list[Finding] = []
    for each in checked:
        yield from problem_lines(each.problems, words)
        yield from _finding_lines(each, words)
        kinds.append(each.target.kind)
        problems += each.problems
        findings += each.findings
    errors = sum(problem.severity == "error" for problem in problems)
    yield ", ".join(
        (
            words.plural("cli.check.checked", len(kinds)),
            words.plural("cli.check.errors", errors),
            words.plural("cli.check.warnings", len(problems) - errors),
            words.plural("cli.check.findings", len(findings)),
        )
    )


def _remarks(checked: Checked, words: "Words") -> Iterable[Remark]:
    """What was found, for other programs."""
    for one in checked.problems:
        yield Remark(one.code, one.severity, problem_text(one, words), one.file, one.line, one.column)
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
        "findings": list(findings_data(checked.findings, checked.names)) if checked.names else [],
    }
