"""The checklists that docs/method.md shows as examples of points, at every threshold and one point either side."""

import re
from collections.abc import Iterator, Mapping
from fractions import Fraction
from itertools import chain, combinations, product
from pathlib import Path

import pytest

from eva.answers import Answer
from eva.applicability import applicability
from eva.catalog.cases import case_files, case_problems
from eva.catalog.checklists import read_checklist
from eva.catalog.messages import problem_line
from eva.checklist import Checklist, ChoiceQuestion
from eva.ledger import share
from eva.locale import words
from eva.points import AccountResult, accounts
from eva.rules import Condition, Figure, Leaf
from eva.vocabulary import Vocabulary
from tests.builders import an_assessment, by_checklist_id, chosen, selected

ROOT = Path(__file__).parents[2]
EXAMPLES = ROOT / "docs" / "examples"
NAMES = ("algorithmic_impact", "points")
CASES = [file for name in NAMES for file in case_files(EXAMPLES / name)]
SHOWN = re.findall(
    r"^`(docs/examples/[\w/]+\.yaml)`:\n\n```yaml\n(.+?)```",
    (ROOT / "docs" / "method.md").read_text(encoding="utf-8"),
    re.DOTALL | re.MULTILINE,
)


def loaded(name: str) -> Checklist:
    """An example without any problem, warnings included."""
    read = read_checklist(EXAMPLES / name, Vocabulary())
    assert [problem_line(problem, words("en")) for problem in read.problems] == []
    assert read.checklist is not None
    return read.checklist


AIA = loaded("algorithmic_impact")


@pytest.mark.parametrize("file", CASES, ids=lambda file: f"{file.parts[-3]}/{file.stem}")
def test_a_case_of_an_example_comes_out_as_it_says(file: Path) -> None:
    found = case_problems(file, loaded(file.parts[-3]), Vocabulary(), run=True)
    assert [problem_line(problem, words("en")) for problem in found] == []


def test_every_example_has_cases_and_is_shown_on_the_page() -> None:
    assert {file.parts[-3] for file in CASES} == set(NAMES)
    assert {Path(file).parent.name for file, _ in SHOWN} == set(NAMES)


@pytest.mark.parametrize(("file", "text"), SHOWN, ids=[text.split("\n")[0] for _, text in SHOWN])
def test_what_the_page_shows_of_an_example_stands_in_it(file: str, text: str) -> None:
    held = [line.strip() for line in (ROOT / file).read_text(encoding="utf-8").splitlines()]
    shown = [line.strip() for line in text.splitlines()]
    assert any(held[at : at + len(shown)] == shown for at in range(len(held)))


def worth(checklist: Checklist, account: str, first: Mapping[str, Answer]) -> Mapping[int, Mapping[str, Answer]]:
    """Answers to all questions of an account that apply, by the points that they are worth together."""
    found: dict[int, Mapping[str, Answer]] = {0: first}
    for section, question in checklist.walk():
        if isinstance(question, ChoiceQuestion) and any(account in option.points for option in question.options):
            then: dict[int, Mapping[str, Answer]] = {}
            for points, answers in found.items():
                asked = _holds(section.when, answers) and _holds(question.when, answers)
                for more, answer in _answers(question, account) if asked else [(0, {})]:
                    then.setdefault(points + more, {**answers, **answer})
            found = then
    return found


def _holds(when: Condition | None, answers: Mapping[str, Answer]) -> bool:
    if not isinstance(when, Leaf):
        return True
    return answers[str(when.question)].value in {when.is_, *(when.any_of or ())}


def _answers(question: ChoiceQuestion, account: str) -> Iterator[tuple[int, Mapping[str, Answer]]]:
    points = {option.id: int(option.points.get(account, 0)) for option in question.options if not option.exclusive}
    if question.kind == "choice":
        yield from ((points[name], {question.id: chosen(name)}) for name in points)
        return
    for names in chain.from_iterable(combinations(points, n) for n in range(len(points) + 1)):
        yield sum(points[name] for name in names), {question.id: selected(*names)}


LEVELS = {1: "i", 2: "ii", 3: "iii", 4: "iv"}
RAW = worth(AIA, "raw", {})
CARE = {stage: worth(AIA, "mitigation", {"stage": chosen(stage)}) for stage in ("design", "implementation")}


def told(*figures: object) -> tuple[object, ...]:
    """Figures to be compared with numbers as a person writes them."""
    return figures


def impact_of(raw: int, care: int, stage: str = "design") -> AccountResult:
    """The account `current` of answers that are worth so many raw points and so many points of care."""
    assessment = an_assessment(AIA, {**RAW[raw], **CARE[stage][care]})
    found = accounts(assessment, AIA, applicability(assessment, by_checklist_id(AIA)), {})
    assert told(found["raw"].value, found["mitigation"].value) == (raw, care)
    return found["current"]


def test_the_answers_reach_every_number_of_points() -> None:
    assert sorted(RAW) == list(range(41))
    assert [sorted(found) for found in CARE.values()] == [list(range(11))] * 2


# Of 40 raw points 25 %, 50 % and 75 % are 10, 20 and 30. Of 20 points of care 40 % are 8.
@pytest.mark.parametrize(
    ("raw", "care", "current", "level"),
    [
        (9, 0, 9, "i"),
        (10, 0, 10, "i"),
        (11, 0, 11, "ii"),
        (19, 0, 19, "ii"),
        (20, 0, 20, "ii"),
        (21, 0, 21, "iii"),
        (29, 0, 29, "iii"),
        (30, 0, 30, "iii"),
        (31, 0, 31, "iv"),
        (40, 0, 40, "iv"),
        # One point of care short of the threshold changes nothing; the threshold counts, and more counts no more.
        (11, 7, 11, "ii"),
        (11, 8, 9, "i"),  # 9.35
        (11, 9, 9, "i"),
        (11, 10, 9, "i"),
        # After the reduction the levels begin at 12, 24 and 36 raw points: 0.85 × 12 = 10.2, × 13 = 11.05, and so on.
        (12, 8, 10, "i"),
        (13, 8, 11, "ii"),
        (24, 8, 20, "ii"),  # 20.4
        (25, 8, 21, "iii"),  # 21.25
        (35, 8, 30, "iii"),  # 29.75
        (36, 8, 31, "iv"),  # 30.6
        # Exact halves go up: 8.5 and 25.5.
        (10, 8, 9, "i"),
        (30, 8, 26, "iii"),
        (40, 10, 34, "iv"),
        (0, 10, 0, "i"),
    ],
)
def test_the_impact_assessment_is_exact_at_its_thresholds_and_beside_them(
    raw: int, care: int, current: int, level: str
) -> None:
    found = impact_of(raw, care)
    assert told(found.value, found.level, found.possible_levels) == (current, level, (level,))
    assert told(found.low, found.high) == (current, current)


@pytest.mark.parametrize("stage", CARE)
def test_the_impact_assessment_follows_its_rule_everywhere(stage: str) -> None:
    """The rule in fractions: 85 % with halves up from 80 % of half of the care, levels at quarters of the maximum."""
    for raw in RAW:
        for care in CARE[stage]:
            enough = Fraction(care) >= Fraction(80, 100) * Fraction(20, 2)
            impact = Fraction(85, 100) * raw if enough else Fraction(raw)
            rounded = (impact + Fraction(1, 2)).__floor__()
            quarter = max(1, (Fraction(rounded, 40) * 4).__ceil__())
            found = impact_of(raw, care, stage)
            assert told(found.value, found.level) == (rounded, LEVELS[quarter])


def test_answers_to_the_other_stage_do_not_count() -> None:
    both = {**RAW[20], **CARE["implementation"][10], **CARE["design"][0]}
    assessment = an_assessment(AIA, both)
    found = accounts(assessment, AIA, applicability(assessment, by_checklist_id(AIA)), {})
    assert told(found["mitigation"].value, found["current"].value) == (0, 20)


def test_the_impact_names_the_answers_that_reduced_it_and_the_open_ones_that_may() -> None:
    reduced = impact_of(20, 8)
    assert "algorithmic_impact/project.stage" in reduced.decided_by
    assert {each for each in reduced.decided_by if "care_in_design" in each}
    assessment = an_assessment(AIA, {**RAW[20], "stage": chosen("design")})
    found = accounts(assessment, AIA, applicability(assessment, by_checklist_id(AIA)), {})["current"]
    assert told(found.value, found.low, found.high) == (20, 17, 20)
    assert {each.rpartition(".")[2] for each in found.open_questions} == {
        "heard_early",
        "will_be_tested",
        "appeal_planned",
    }


# 20 % and 60 % of the 25 points of nuisance that there can be are 5 and 15; half of 6 points of relief is 3.
BOUNDS = [("nuisance", {4: "slight", 5: "slight", 6: "clear", 14: "clear", 15: "clear", 16: "severe"}),
          ("relief", {2: "little", 3: "enough", 4: "enough"})]  # fmt: skip


@pytest.mark.parametrize(("account", "levels"), BOUNDS, ids=[name for name, _ in BOUNDS])
def test_a_level_includes_its_bound_and_ends_one_point_beside_it(account: str, levels: dict[int, str]) -> None:
    works = loaded("points")
    parts = ("noise", "traffic") if account == "nuisance" else (account,)
    reached: dict[int, set[str | None]] = {}
    for one, others in product(worth(works, parts[0], {}).values(), worth(works, parts[-1], {}).values()):
        assessment = an_assessment(works, {**one, **others})
        found = accounts(assessment, works, applicability(assessment, by_checklist_id(works)), {})[account]
        reached.setdefault(int(found.value or 0), set()).add(found.level)
    assert {points: reached[points] for points in levels} == {points: {level} for points, level in levels.items()}


# Half of an odd number of points, by each rounding, as a person works it out.
@pytest.mark.parametrize(
    ("points", "exact", "up", "even"), [(4, "2", 2, 2), (5, "2.5", 3, 2), (6, "3", 3, 3), (7, "3.5", 4, 4)]
)
def test_halves_are_exact_or_rounded_as_the_figure_says(points: int, exact: str, up: int, even: int) -> None:
    works = loaded("points")
    half_of = {"of": "nuisance", "percent": "50"}
    said = [Figure.model_validate({**half_of, **more}) for more in ({}, {"round": "half_up"}, {"round": "half_even"})]
    assert [share(figure, Fraction(points)) for figure in said] == [Fraction(exact), up, even]
    named = {account.id: account for account in works.accounts}
    written = [(named[name].cases or ())[0].value for name in ("half_exact", "half_rounded_up", "half_rounded_even")]
    assert written == said
