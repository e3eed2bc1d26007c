"""Every code has a file that provokes it, alone and at its line, and a message in every language."""

from pathlib import Path

import pytest

from eva.catalog.code_table import code_table
from eva.catalog.codes import CODES
from eva.catalog.messages import problem_line
from eva.locale import words
from eva.text import LANGUAGES, Language
from tests.unit.catalog.samples import (
    ASSESSMENT,
    FILES,
    assessment_problems,
    broken,
    codes,
    library_problems,
    lint_problems,
    written,
)

ROOT = Path(__file__).parents[3]

LIBRARY = [
    ("E101", "ngo", "- id: uses", "- id: only"),
    ("E102", "ngo", "- id: moved", "- id: old_question"),
    ("E103", "ngo", "perspective: ngo\n", "perspective: nga\n"),
    ("E104", "ngo", "languages: [fi]\ncites: [act]", "languages: [fi]\ncites: [acts]"),
    ("E105", "ngo", "groups: [associations]", "groups: [association]"),
    ("E106", "ngo", "flag: only_place", "flag: only_places"),
    ("E107", "ngo", "sum: [raw, net]", "sum: [raw, nett]"),
    ("E108", "ngo", "groups: [associations]\n        cites: [act]", "groups: [associations]"),
    ("E109", "ngo", "    perspective: ngo\n", ""),
    ("E110", "ngo", "- {id: no_other, label: {fi: ei}}", "- {id: no_other, label: {fi: ei}, exclusive: true}"),
    (
        "E111",
        "ngo",
        (
            "          - {id: meetings, label: {fi: kokouksiin}, points: {raw: 1}}\n"
            "          - {id: clubs, label: {fi: kerhoihin}}\n"
            "          - {id: nothing, label: {fi: ei mihinkään}, exclusive: true}\n"
        ),
        "          []\n",
    ),
    ("E112", "ngo", "kind: multi_choice", "kind: multi_choice\n        scope: alternative"),
    ("E115", "ngo", "id: ngo\nversion", "id: nga\nversion"),
    ("E116", "ngo", "checklists: [ngo]", "checklists: [ngoo]"),
    ("E201", "ngo", "decimals: 0", "decimls: 0"),
    ("E202", "ngo", "        kind: date\n", ""),
    ("E203", "ngo", "title: {fi: Pisteet}", "title: Pisteet"),
    ("E204", "ngo", "severity: red", "severity: rd"),
    ("E205", "ngo", "{fi: Mitä muuta?}", "{fi: " + "x" * 100_001 + "}"),
    ("E206", "ngo", "- id: story", "- id: Story"),
    ("E207", "ngo", "version: 1.0.0", "version: 1.0"),
    ("E210", "ngo", "at_most: 1}", "at_most: 1e3}"),
    ("E213", "ngo", "exclusive: true", "exclusive: yes"),
    ("E214", "ngo", "at_most: -1}", "at_most: -4}"),
    ("E215", "ngo", "title: {fi: Tarve}", "title: {fi: [Tarve]}"),
    ("E216", "ngo", "kind: text\n", 'kind: text\n        sdg: ["123"]\n'),
    ("E217", "ngo", "checklists: [ngo]", "checklists: ngo"),
    ("E218", "ngo", "decimals: 0", "decimals: none"),
    ("E219", "ngo", "decimals: 0", "decimals: 7"),
    ("E220", "ngo", "title: {fi: Ainoa paikka}", "title: {}"),
    ("E221", "ngo", "title: {fi: Ainoa paikka}", "title: {sv: Enda stället}"),
    ("E301", "ngo", "{question: lost, at_most: -1}", "{question: lost}"),
    ("E302", "ngo", "{question: lost, at_most: -1}", "{question: lost, account: raw, at_most: -1}"),
    ("E303", "ngo", "group_tag: small", "group_tag: small, group: associations"),
    ("E304", "ngo", "accept: {at_least: 1}", "accept: {question: members, at_least: 1}"),
    ("E305", "ngo", "{question: lost, at_most: -1}", "{at_most: -1}"),
    ("E310", "ngo", "{question: lost, at_most: -1}", "{question: loss, at_most: -1}"),
    ("E311", "ngo", "{perspective: ngo, group_tag: small, at_most: -3}", "{perspective: economy, at_most: -3}"),
    ("E312", "ngo", "case: alternatives.count", "case: alternative.count"),
    ("E313", "ngo", "group_tag: small", "group_tag: smal"),
    ("E314", "ngo", "{question: lost, at_most: -1}", "{question: members, group: youth, at_most: 1}"),
    ("E320", "ngo", "{question: lost, at_most: -1}", "{question: uses, at_most: 1}"),
    ("E321", "ngo", "{question: lost, at_most: -1}", "{question: uses, count: {at_least: one}}"),
    ("E322", "ngo", "accept: {at_least: 1}", "accept: {at_least: {of: raw}}"),
    ("E323", "ngo", "{question: lost, at_most: -1}", "{question: uses, any_of: [clubs, meeting]}"),
    ("E330", "ngo", "{question: lost, at_most: -1}", "{account: raw, at_most: 1}"),
    ("E332", "ngo", "{question: lost, at_most: -1}", "{question: only, is: yes_only}"),
    ("E401", "ngo", "value: {of: raw}", "value: {of: raw, of_max: raw}"),
    ("E402", "ngo", "sum: [raw, net]", "sum: [raw, net]\n    cases: [{value: 1}]"),
    ("E403", "ngo", "value: {of: raw}", "value: {of: both}"),
    ("E404", "ngo", "- {id: high, label: {fi: korkea}}", "- {id: high, label: {fi: korkea}, at_most: 3}"),
    ("E405", "ngo", "label: {fi: matala}, at_most: 1}", "label: {fi: matala}}"),
    ("E406", "ngo", "label: {fi: keskitaso}, at_most: 2}", "label: {fi: keskitaso}, at_most: 1}"),
    ("E407", "ngo", "- {value: 0}", "- {value: 0}\n      - {value: 1}"),
    ("E408", "ngo", "points: {raw: 1}", "points: {net: 1}"),
    ("W601", "ngo", "flags:\n", "flags:\n  - {id: idle, title: {fi: Joutilas}, severity: amber}\n"),
    ("W603", "ngo", "{question: lost, at_most: -1}", "{not: {question: uses, any_of: [clubs]}}"),
]
"""A code, the stem of a sample file, and the piece of text whose change brings exactly this problem."""

ADVICE = [
    ("W701", "ngo", "{question: lost, at_most: -1}", "{question: lost, at_most: -1, at_least: 1}"),
    (
        "W702",
        "ngo",
        "{perspective: ngo, group_tag: small, at_most: -3}",
        "{any: [{question: members, answered: true}, {question: members, answered: false}]}",
    ),
    (
        "W703",
        "ngo",
        "accounts:\n",
        (
            "  - id: late\n    title: {fi: Myöhemmin}\n    when: {question: only, is: yes_only}\n    questions:\n"
            "      - {id: never, kind: text, text: {fi: Miksi?}, when: {question: only, is: no_other}}\naccounts:\n"
        ),
    ),
    ("W704", "ngo", "- id: story", "- id: q7"),
    ("W705", "ngo", "{fi: Mitä muuta?}", "{fi: Mitä muuta?, sv: Mitä muuta?}"),
    ("W706", "ngo", "{fi: Mitä muuta?}", "{fi: " + "x" * 171 + "}"),
    ("W707", "references", "checked: 2024-11-25", "checked: 2024-11-24"),
    ("W708", "references", "act: ", "guide: {title: {fi: Ohje}, kind: guidance, checked: 2026-11-25}\nact: "),
    ("W709", "ngo", "accounts:\n", "accounts:\n  - {id: idle, title: {fi: Tyhjä}}\n"),
]
"""The same of what the linter alone tells."""

ASSESSMENTS = [
    ("E010", "{recommended: ve0}", "&x {recommended: ve0}"),
    ("E011", "id: otava", "id: !!str otava"),
    ("E013", "id: otava", "id: otava\nformat: 1"),
    ("E014", "conclusion: {recommended: ve0}", "conclusion: {recommended: ve0, ~: x}"),
    ("E015", "{recommended: ve0}", "{recommended: ~}"),
    ("E101", "- {id: ve1, title: Lakkaa", "- {id: ve0, title: Lakkaa"),
    ("E105", "groups: [associations, youth]", "groups: [associations, youths]"),
    ("E201", "title: Kirjasto,", "titel: Kirjasto,"),
    ("E208", "version: 1.0.0}", "version: 1.0.0, meaning: sha256:abc}"),
    ("E209", "ngo/premises.story:", "ngo.story:"),
    ("E210", 'value: "12"', "value: 12 jäsentä"),
    ("E211", "decision_date: 2022-11-07", "decision_date: 7.11.2022"),
    ("E212", "at: 2022-11-01T09:00:00+02:00", "at: 2022-11-01"),
    ("E214", "impact: -3", "impact: -4"),
    ("E323", "{value: yes_only}", "{value: yes}"),
    ("E501", "- {id: ngo, version: 1.0.0}", "- {id: ngo, version: 1.0.0}\n  - {id: nga, version: 1.0.0}"),
    ("E502", "- {id: ngo, version: 1.0.0}", "- {id: ngo, version: 2.0.0}"),
    ("E503", "version: 1.0.0}", f"version: 1.0.0, meaning: 'sha256:{'0' * 64}'}}"),
    ("E505", "ngo/premises.story:", "nga/premises.story:"),
    ("E506", "ngo/premises.story:", "ngo/premises.stories:"),
    ("E511", "title: Jatkuu, zero: true", "title: Jatkuu"),
    ("E512", "conclusion: {recommended: ve0}", "conclusion: {recommended: ve2}"),
    ("E513", "impact: -3, measure: m1", "impact: -3, measure: m2"),
    ("E514", "sources: [s1]", "sources: [s1, s2]"),
    ("E515", "ngo/only_place:", "ngo/only_places:"),
    ("E516", "ngo/premises: Ei", "ngo/premise: Ei"),
    ("W606", "/measures/0/text", "/measures/1/text"),
    ("E520", "{group: everyone, impact: -1}", "{impact: -1}"),
    ("E521", "groups: [associations, youth]", "groups: [youth, youth]"),
    ("E522", "{groups: [associations, youth], impact: -3", "{group: everyone, impact: -3"),
    ("E530", "    gate: effects\n", "    gate: effects\n    value: paljon\n"),
    ("E531", "{value: yes_only}", "{value: yes_only, gate: none}"),
    ("E532", "    gate: effects\n", "    gate: none\n    gated: [ve0]\n"),
    ("E533", "{value: yes_only}", "{value: [yes_only]}"),
    ("E534", "{value: [meetings, clubs]}", "{value: clubs}"),
    ("E536", "{value: yes_only}", "{alternatives: {ve1: {value: yes_only}}}"),
    ("E537", '{alternatives: {ve1: {value: "350"}}}', '{value: "350"}'),
    ("W604", "{value: [meetings, clubs]}", "{value: [clubs, nothing]}"),
    ("W605", "version: 1.0.0}", f"version: 1.0.0, wording: 'sha256:{'0' * 64}'}}"),
]

WHOLE_FILES = [
    ("E002", b"x" * (4 * 1024 * 1024 + 1)),
    ("E003", b"format: 1\nid: \xff"),
    ("E004", b"format: 1\x00"),
    ("E005", b'id: "\\ud800"'),
    ("E006", b"id: |\n text\n\ttext"),
    ("E007", b"title: Otava: kirjasto"),
    ("E008", b"- a\nb: c"),
    ("E009", b"id: 'otava"),
    ("E016", b"format: 1\n---\nformat: 1"),
    ("E017", b"[" * 200_000),
    ("E018", b"- a\n" * 200_001),
    ("E019", b"# nothing yet\n"),
]

ELSEWHERE = {"E001", "E020", "E113", "E114", "E409", "E410", "E504", "E518", "W602"} | {
    code for code in CODES if code.startswith(("E7", "E8", "E9", "W9"))
}
"""Codes whose examples stand with the tests of the module that finds them, as they need more than one change.

Those of cases stand in `test_cases.py`, those of overlays and own folders in `test_overlays.py` and
`test_libraries_own.py`, those of templates and themes in `unit/desk/test_proofreading.py`.
"""


FOLLOWED_BY = {"E103": {"E311"}, "E109": {"E311"}, "E115": {"E116"}, "E101": {"E512", "E511"}}
"""What a mistake entails elsewhere in the same files."""

FILE_OF = {Path(name).stem: name for name in FILES}

PERSPECTIVES = "ngo: {label: {fi: Järjestöt}, angle: residents}\neconomy: {label: {fi: Talous}, angle: economy}\n"


@pytest.mark.parametrize(("code", "stem", "old", "new"), LIBRARY, ids=[case[0] for case in LIBRARY])
def test_a_mistake_in_a_library_has_its_code_and_its_line(
    tmp_path: Path, code: str, stem: str, old: str, new: str
) -> None:
    changed = broken(stem, old, new)
    found = library_problems(written(tmp_path, perspectives=PERSPECTIVES, **changed))
    assert set(codes(found)) - FOLLOWED_BY.get(code, set()) == {code}
    told = next(one for one in found if one.code == code)
    assert told.file.endswith(f"{stem}.yaml")
    assert abs(told.line - first_line(changed[stem], FILES["library/ngo.yaml"])) <= 6


@pytest.mark.parametrize(("code", "stem", "old", "new"), ADVICE, ids=[case[0] for case in ADVICE])
def test_advice_has_its_code_and_its_line_and_keeps_nothing_from_loading(
    tmp_path: Path, code: str, stem: str, old: str, new: str
) -> None:
    changed = broken(stem, old, new)
    folder = written(tmp_path, **changed)
    found = lint_problems(folder)
    assert set(codes(found)) == {code}
    assert {one.severity for one in found} == {"warning"}
    assert code not in codes(library_problems(folder))
    told = next(one for one in found if one.code == code)
    assert told.file.endswith(f"{stem}.yaml")
    assert abs(told.line - first_line(changed[stem], FILES[FILE_OF[stem]])) <= 6


@pytest.mark.parametrize(("code", "old", "new"), ASSESSMENTS, ids=[case[0] for case in ASSESSMENTS])
def test_a_mistake_in_an_assessment_has_its_code_and_its_line(tmp_path: Path, code: str, old: str, new: str) -> None:
    changed = broken("assessment", old, new)
    found = assessment_problems(written(tmp_path, **changed))
    assert set(codes(found)) - FOLLOWED_BY.get(code, set()) == {code}
    told = next(one for one in found if one.code == code)
    assert abs(told.line - first_line(changed["assessment"], ASSESSMENT)) <= 6


@pytest.mark.parametrize(("code", "source"), WHOLE_FILES, ids=[case[0] for case in WHOLE_FILES])
def test_a_file_that_is_no_such_file_has_its_code(tmp_path: Path, code: str, source: bytes) -> None:
    folder = written(tmp_path)
    (folder / "assessment.yaml").write_bytes(source)
    assert codes(assessment_problems(folder))[:1] == [code]


def test_every_code_has_an_example() -> None:
    tables = (LIBRARY, ADVICE, ASSESSMENTS, WHOLE_FILES)
    assert {str(case[0]) for table in tables for case in table} | ELSEWHERE == set(CODES)


def test_the_unchanged_sample_has_no_problem(tmp_path: Path) -> None:
    folder = written(tmp_path)
    assert lint_problems(folder) + assessment_problems(folder) == ()


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_message_reads_in_every_language(tmp_path: Path, language: Language) -> None:
    for _, stem, old, new in LIBRARY + ADVICE:
        for problem in lint_problems(written(tmp_path, perspectives=PERSPECTIVES, **broken(stem, old, new))):
            line = problem_line(problem, words(language))
            assert line.startswith(f"{problem.code} {problem.file}:{problem.line} ")
            assert "{" not in line.replace("{…}", "")


def test_the_table_of_codes_in_the_documentation_is_current() -> None:
    assert (ROOT / "docs/problem-codes.md").read_text(encoding="utf-8") == code_table(words("en"))


def first_line(changed: str, original: str) -> int:
    """The first line that differs."""
    pairs = zip(changed.splitlines(), original.splitlines(), strict=False)
    return next(number for number, (new, old) in enumerate(pairs, 1) if new != old)
