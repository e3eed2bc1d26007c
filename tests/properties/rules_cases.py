"""Random small checklists with conditions, accounts, outcomes and flags; random answers to them, and completions."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from hypothesis import strategies as st

from eva.answers import Answer
from eva.applicability import Verdicts, all_places, applicability
from eva.assessment import Assessment
from eva.checklist import Checklist
from eva.conditions import Fact
from eva.outcomes import OutcomeResult, judged_flags, outcomes
from eva.points import AccountResult, accounts
from eva.ternary import Ternary
from tests.builders import a_vocabulary, an_assessment, by_checklist_id, text

Given = Mapping[tuple[str, str | None], Any]
"""What is answered, by question id and alternative: a value, or rows of (groups, impact)."""

OPTIONS = ("a", "b", "c", "unknown")
NUMBERS = ("-1", "0", "2.5")
GROUPS = (("everyone",), ("children",), ("young",), ("older",), ("children", "older"))
VOCABULARY = a_vocabulary()

Said = list[dict[str, Any]]

impacts = st.integers(-3, 3)
small = st.integers(-3, 3).map(str)


@dataclass(frozen=True)
class Summary:
    """Everything that the rules say of one set of answers."""

    verdicts: Verdicts
    accounts: Mapping[str, AccountResult]
    outcomes: Mapping[str, OutcomeResult]
    raised: Mapping[tuple[str, str | None], Ternary]
    possible: frozenset[tuple[str, str | None]]


def answers_of(data: Mapping[str, Any], given: Given) -> dict[str, Answer]:
    """The answers of an assessment, in the order in which they were given."""
    found: dict[str, dict[str, Any]] = {}
    for (question, alternative), value in given.items():
        full_id = next(
            f"rules/{section['id']}.{question}"
            for section in data["sections"]
            if any(each["id"] == question for each in section["questions"])
        )
        answer = found.setdefault(full_id, {})
        if alternative is None:
            answer["value"] = value
        elif isinstance(value, list):
            answer["gate"] = "effects"
            answer.setdefault("alternatives", {})[alternative] = {"ratings": [_row(*row) for row in value]}
        else:
            answer.setdefault("alternatives", {})[alternative] = {"value": value}
    return {full_id: Answer.model_validate(answer) for full_id, answer in found.items()}


def _row(groups: tuple[str, ...], impact: int | str) -> dict[str, Any]:
    return {"impact": impact, **({"group": groups[0]} if len(groups) == 1 else {"groups": groups})}


def summary_of(assessment: Assessment, checklist: Checklist, facts: Mapping[str, Fact]) -> Summary:
    """What the rules say of an assessment."""
    which = applicability(assessment, by_checklist_id(checklist), VOCABULARY)
    counted = accounts(assessment, checklist, which, facts)
    concluded = outcomes(assessment, checklist, which, counted, facts)
    raised, possible = judged_flags(assessment, checklist, which, counted, facts)
    return Summary(
        which.verdicts,
        counted,
        {each.id: each for each in concluded},
        {(each.flag, each.alternative): each.certain for each in raised},
        frozenset((each.flag, each.alternative) for each in possible),
    )


def summary(data: Mapping[str, Any], given: Given, facts: Mapping[str, Fact]) -> Summary:
    """What the rules of a checklist say of some answers."""
    checklist = Checklist.model_validate(data)
    return summary_of(an_assessment(checklist, answers_of(data, given)), checklist, facts)


def renamed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The same checklist with other ids of questions and sections, which sort the other way round."""
    found = re.sub(r'"([qs])(\d)"', lambda m: f'"{m[1]}{9 - int(m[2])}_new"', json.dumps(data))
    return dict(json.loads(found))


def new_name(question: str) -> str:
    """The id that `renamed` gives to a question."""
    return f"q{9 - int(question[1])}_new"


@st.composite
def tests_of(draw: st.DrawFn, kind: str) -> dict[str, Any]:
    match kind:
        case "choice":
            found: dict[str, Any] = {"is": draw(st.sampled_from(OPTIONS))}
        case "multi_choice":
            some = draw(st.lists(st.sampled_from(OPTIONS), max_size=3, unique=True))
            name = draw(st.sampled_from(["any_of", "contains", "only", "count"]))
            found = {name: {"at_least": len(some)} if name == "count" else some}
        case _:
            found = {draw(st.sampled_from(["at_least", "at_most", "more_than", "less_than", "is"])): draw(small)}
    return draw(st.sampled_from([found, {"answered": True}, {"answered": False}]))


@st.composite
def leaf(draw: st.DrawFn, readable: Said, others: Said) -> dict[str, Any]:
    if others and draw(st.sampled_from([True, False])):
        return draw(st.sampled_from(others))
    question = draw(st.sampled_from(readable))
    found = {"question": question["id"], **draw(tests_of(question["kind"]))}
    if question["kind"] == "impact":
        found |= draw(st.sampled_from([{}, {}, {"group": "children"}, {"group_tag": "children"}, {"group": "older"}]))
    return found


def conditions(readable: Said, others: Said | None = None) -> st.SearchStrategy[Any]:
    """Conditions on these questions, nested at most twice."""
    leaves = leaf(readable, others or [])
    inner = leaves | leaves.map(lambda each: {"not": each})
    return inner | st.sampled_from(["all", "any"]).flatmap(
        lambda name: st.lists(inner, min_size=1, max_size=3).map(lambda parts: {name: parts})
    )


@st.composite
def questions(draw: st.DrawFn) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for number in range(draw(st.integers(2, 6))):
        kind = draw(st.sampled_from(["choice", "choice", "multi_choice", "number", "impact"]))
        scope = "alternative" if kind == "impact" else draw(st.sampled_from(["case", "case", "alternative"]))
        question: dict[str, Any] = {"id": f"q{number}", "kind": kind, "text": text("?"), "scope": scope}
        question["depth"] = draw(st.sampled_from(["light"] * 5 + ["full"]))
        if kind in ("choice", "multi_choice"):
            question["options"] = [draw(option(each, counted=scope == "case")) for each in OPTIONS]
        if made and draw(st.sampled_from([True, False])):
            question["when"] = draw(conditions(made))
        made.append(question)
    return made


@st.composite
def option(draw: st.DrawFn, option_id: str, *, counted: bool) -> dict[str, Any]:
    found: dict[str, Any] = {"id": option_id, "label": text(option_id)}
    carries = st.dictionaries(st.sampled_from(["raw", "other"]), small, max_size=2)
    if counted and (option_id != "unknown" or draw(st.integers(0, 3)) == 0):
        found["points"] = draw(carries)
    if draw(st.integers(0, 5)) == 0:
        found["flag"] = "named"
    return found


@st.composite
def checklists(draw: st.DrawFn) -> dict[str, Any]:
    """The data of a checklist: a second section may depend on the first."""
    asked = draw(questions())
    cut = draw(st.integers(1, len(asked)))
    sections: list[dict[str, Any]] = [{"id": "s0", "questions": asked[:cut]}, {"id": "s1", "questions": asked[cut:]}]
    if draw(st.booleans()):
        sections[1]["when"] = draw(conditions(asked[:cut]))
    on_points: Said = [{"account": "raw", "at_least": draw(small)}, {"account": "other", "is": draw(small)}]
    on_all: Said = [
        *on_points,
        {"account": "cases", "more_than": {"of_max": "raw", "percent": "40"}},
        {"account": "cases", "answered": False},
        {"case": "best_for_children", "is": "true"},
    ]
    return {
        "id": "rules",
        "version": "1.0.0",
        "title": text("rules"),
        "sections": [{"title": text("s"), **each} for each in sections],
        "accounts": draw(derived_accounts(conditions(asked, on_points))),
        "outcomes": [{"id": "out", "title": text("o"), "levels": draw(outcome_levels(conditions(asked, on_all)))}],
        "flags": [
            {"id": "named", "title": text("f"), "severity": "red"},
            {"id": "ruled", "title": text("f"), "severity": "red", "when": draw(conditions(asked, on_all))},
        ],
    }


@st.composite
def derived_accounts(draw: st.DrawFn, whens: st.SearchStrategy[Any]) -> list[dict[str, Any]]:
    share = {"of": draw(st.sampled_from(["raw", "sum"])), "percent": draw(st.sampled_from(["85", "-50"])),
             "round": "half_up"}  # fmt: skip
    cases = [{"when": draw(whens), "value": share}, {"value": draw(small)}][: draw(st.integers(1, 2))]
    levels = [
        {"id": "low", "label": text("l"), "at_most": {"of_max": "raw", "percent": "40"}},
        {"id": "middle", "label": text("l"), "less_than": {"of": "raw"}},
        {"id": "top", "label": text("l")},
    ]
    found: Said = [
        {"id": "raw"},
        {"id": "other"},
        {"id": "sum", "sum": ["raw", "other"]},
        {"id": "cases", "cases": cases, "levels": levels},
        {"id": "onward", "sum": ["cases", "raw"]},
    ]
    return [{"title": text("a"), **each} for each in found]


@st.composite
def outcome_levels(draw: st.DrawFn, whens: st.SearchStrategy[Any]) -> list[dict[str, Any]]:
    return [
        {
            "id": match,
            "label": text("l"),
            "match": match,
            "reasons": [{"id": f"r{each}", "text": text("r"), "when": draw(whens)} for each in range(2)],
        }
        for match in ("any", "all")
    ]


def values(question: Mapping[str, Any]) -> st.SearchStrategy[Any]:
    """Answers to one question in one alternative."""
    match question["kind"]:
        case "choice":
            return st.sampled_from(OPTIONS)
        case "multi_choice":
            return st.lists(st.sampled_from(OPTIONS), unique=True).map(tuple)
        case "number":
            return st.sampled_from(NUMBERS)
        case "text" | "date":
            return st.sampled_from(["2026-11-25", "2028-02-29", "unknown"])
    row = st.tuples(st.sampled_from(GROUPS), impacts | st.just("unknown"))
    return st.lists(row, min_size=1, max_size=3, unique_by=lambda each: each[0])


@st.composite
def given_to(draw: st.DrawFn, data: Mapping[str, Any]) -> Given:
    """Answers to some of the questions of a checklist, in any order."""
    checklist = Checklist.model_validate(data)
    asked = {each["id"]: each for section in data["sections"] for each in section["questions"]}
    places = [(each.question.id, each.alternative) for each in all_places(an_assessment(checklist), checklist)]
    chosen = draw(st.lists(st.sampled_from(places), unique=True))
    return {place: draw(values(asked[place[0]])) for place in chosen}


@st.composite
def completed(draw: st.DrawFn, data: Mapping[str, Any], given: Given, before: Summary) -> Given:
    """The same answers with some of what is open answered: unanswered, unknown, or hidden and possible."""
    found = dict(given)
    for section in data["sections"]:
        for question in section["questions"]:
            for alternative, (now, finally_) in before.verdicts[f"rules/{section['id']}.{question['id']}"].items():
                place = question["id"], alternative
                if finally_ is Ternary.NO or draw(st.booleans()):
                    continue
                said = given.get(place)
                if said is None or not now or _is_unknown(question, said):
                    found[place] = draw(values(question))
                elif question["kind"] == "impact":
                    found[place] = draw(_resolved(said))
    return found


def _is_unknown(question: Mapping[str, Any], said: Any) -> bool:
    carries = any(each["id"] == "unknown" and each.get("points") for each in question.get("options", ()))
    return question["kind"] in ("choice", "multi_choice") and "unknown" in (said, *said) and not carries


@st.composite
def _resolved(draw: st.DrawFn, rows: list[tuple[tuple[str, ...], int | str]]) -> Any:
    known = [(groups, draw(impacts) if impact == "unknown" else impact) for groups, impact in rows]
    if (("everyone",), "unknown") not in rows:
        return known
    named = {groups for groups, _ in rows}
    others = [groups for groups in GROUPS if groups not in named]
    more = draw(st.lists(st.sampled_from(others), unique=True)) if others else []
    return [*known, *((groups, draw(impacts)) for groups in more)]
