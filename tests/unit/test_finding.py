"""The words of the findings: every code that the rules can give has its title and its remedy."""

import re
from decimal import Decimal
from pathlib import Path
from typing import get_args

import pytest

from eva.finding import SEVERITIES, Finding, Severity, tell
from eva.locale import words
from eva.text import LANGUAGES, Language

EVA = Path(__file__).parents[2] / "eva"
RULES = "".join(
    (EVA / f"{name}.py").read_text(encoding="utf-8") for name in ("findings", "findings_answers", "findings_case")
)
CODES = sorted(
    {
        *re.findall(r'(?:Finding|_each|_once)\(\s*"([a-z_]+)"', RULES),
        *re.findall(r'missing = "(\w+)" if .* else', RULES),
        "unanswered",
    }
)
PARAMS = {
    "missing": "…", "groups": "…", "closed": 5, "total": 5, "checklist": "…", "other": "…", "saving": "…",
    "internal": "…", "external": "…", "path": "…",
}  # fmt: skip


def test_the_codes_are_found_in_the_rules() -> None:
    assert {"unanswered", "required", "harm_without_group", "flag_open", "zero_missing", "withheld_nothing"} <= set(
        CODES
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("code", CODES)
def test_every_code_says_what_it_is_and_what_to_do(code: str, language: Language) -> None:
    said = words(language)
    assert said.get(f"finding.{code}", **PARAMS)
    assert said.get(f"finding.{code}.remedy", **PARAMS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_word_is_kept_for_a_code_that_no_rule_gives(language: Language) -> None:
    keys = {key.split(".")[1] for key in words(language).forms if key.startswith("finding.")}
    assert keys - {"severity", "missing"} == set(CODES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_severities_have_their_words(language: Language) -> None:
    assert all(words(language).get(f"finding.severity.{severity}") for severity in SEVERITIES)
    assert get_args(Severity) == SEVERITIES


def test_a_finding_without_figures_has_none() -> None:
    assert Finding("unanswered", "error", "answers/a/b.c").params == {}


@pytest.mark.parametrize(
    ("finding", "title"),
    [
        (
            Finding("saving_internal", "warning", "alternatives/ve1", "ve1", {
                "saving": Decimal(32000), "internal": Decimal(21600), "external": Decimal(10400),
            }),
            "Säästöstä (32\xa0000\xa0€ vuodessa) 21\xa0600\xa0€ on sisäisiä veloituksia",
        ),
        (
            Finding("measure_incomplete", "warning", "measures/m1", params={"missing": ("owner", "due")}),
            "Lieventämistoimi ei ole valmis. Puuttuu: vastuutaho, määräaika",
        ),
        (
            Finding("mostly_no_effect", "warning", "answers", params={"closed": 5, "total": 6}),
            "Lähes kaikki on merkitty vaikutuksettomaksi: 5 / 6 kysymystä",
        ),
        (
            Finding("alternatives_alike", "warning", "alternatives/ve2", "ve2", {"other": "ve1"}),
            "Vaihtoehto on arvioitu samoin kuin Lakkautus",
        ),
        (
            Finding("unknown_group", "warning", "answers/a/b.c", params={"groups": ("martians", "older")}),
            "Väestöryhmää ei ole sanastossa: martians, older",
        ),
    ],
    ids=lambda value: value.code if isinstance(value, Finding) else "",
)  # fmt: skip
def test_a_finding_is_told_with_its_figures_and_names(finding: Finding, title: str) -> None:
    told = tell(finding, words("fi"), {"ve1": "Lakkautus"})
    assert told.title == title
    assert told.remedy
