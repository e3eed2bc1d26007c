"""`eva check PATH…`: every mistake of checklists, overlays, words and assessments, and the findings of assessments."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from eva.catalog import load_library, read_assessment, read_checklist, read_library
from eva.catalog.libraries import VOCABULARY, is_whole, overlay_problems
from eva.catalog.shipped import folder
from eva.catalog.vocabularies import load_vocabulary
from eva.cli.arguments import Request
from eva.cli.case_file import case_of, has_errors, installed_folders
from eva.cli.console import problem_lines, problems_data, say, say_json
from eva.cli.names import Names
from eva.cli.score_data import findings_data
from eva.cli.targets import Kind, Target, targets_of
from eva.errors import Problem, ProblemsFound
from eva.evaluation import evaluate
from eva.finding import Finding
from eva.library import Library
from eva.vocabulary import Vocabulary

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
    if request.flag("json"):
        say_json({"ok": not failed, "checked": [_data(each, words) for each in checked]})
    else:
        for line in _lines(checked, words):
            say(line)
    return int(failed)


def _checked(target: Target, words: "Words") -> Checked:
    match target.kind:
        case "library":
            return Checked(target, read_library(*_folders(target.path))[1])
        case "overlay":
            return Checked(target, overlay_problems(target.path, *_folders(target.path.parent)))
        case "vocabulary":
            return Checked(target, _problems_of_vocabulary(target))
        case "checklist":
            return Checked(target, _problems_of_checklist(target))
        case "assessment":
            return _assessment(target, words)


def _problems_of_vocabulary(target: Target) -> tuple[Problem, ...]:
    try:
        _vocabulary(target.path)
    except ProblemsFound as found:
        return found.problems
    return ()


def _problems_of_checklist(target: Target) -> tuple[Problem, ...]:
    """The problems of a checklist by the vocabulary beside it, else by the one that comes with the program."""
    beside = target.path.absolute().parent / VOCABULARY
    if not beside.is_dir():
        return read_checklist(target.path, _installed().vocabulary).problems
    try:
        vocabulary = _vocabulary(beside)
    except ProblemsFound as found:
        return (*found.problems, *read_checklist(target.path, None).problems)
    return read_checklist(target.path, vocabulary).problems


def _folders(library: Path) -> tuple[Path, ...]:
    """A folder of checklists as it is read: by itself, or on top of the shipped ones."""
    return (library,) if is_whole(library) else (folder("checklists"), library)


def _vocabulary(path: Path) -> Vocabulary:
    """The vocabulary of a folder, by itself or on top of the shipped one; raises ProblemsFound."""
    under = None if is_whole(path.absolute().parent) else load_library(folder("checklists")).vocabulary
    return load_vocabulary(path, under)


def _assessment(target: Target, words: "Words") -> Checked:
    assessment, problems = read_assessment(target.path, _installed())
    if assessment is None or has_errors(problems):
        return Checked(target, problems)
    case = case_of(assessment, _installed())
    evaluation = evaluate(assessment, case.checklists, case.vocabulary)
    return Checked(target, problems, evaluation.findings, Names(case, words))


def _installed() -> Library:
    return _loaded(installed_folders())


@cache
def _loaded(folders: tuple[Path, ...]) -> Library:
    return load_library(*folders)


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
