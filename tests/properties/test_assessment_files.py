"""An assessment written and read again is the same assessment, whatever people wrote in it."""

import json
from datetime import UTC, timedelta, timezone
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.catalog import dump_assessment, load_assessment, read_assessment

calm = settings(max_examples=50)

WORDS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"], exclude_characters="\ufeff\ufffe\uffff",
                              include_characters="\n\t\r"), max_size=150)  # fmt: skip
FREE = WORDS | st.fixed_dictionaries(
    {"fi": WORDS.filter(bool)}, optional={"sv": WORDS.filter(bool), "en": WORDS.filter(bool)}
)
SLUG = st.from_regex(r"[a-z][a-z0-9_]{0,12}", fullmatch=True)
QUESTION = st.from_regex(r"[a-z][a-z0-9_]{0,5}/[a-z][a-z0-9_]{0,5}\.[a-z][a-z0-9_]{0,5}", fullmatch=True)
DAY = st.dates().map(str)
MOMENT = st.datetimes(timezones=st.sampled_from([UTC, timezone(timedelta(hours=2))])).map(lambda at: at.isoformat())
NUMBER = st.decimals(-(10**9), 10**9, places=2).map(str)
IMPACT = st.integers(-3, 3) | st.just("unknown")
VALUE = WORDS | st.lists(SLUG, max_size=3)


def some(required: dict[str, Any], **optional: Any) -> st.SearchStrategy[dict[str, Any]]:
    """A mapping with what is required, and some of the rest."""
    return st.fixed_dictionaries(required, optional=optional)


RATING = some(
    {"impact": IMPACT}, horizon=st.sampled_from(["budget_year", "beyond_term"]), residual=IMPACT, measure=SLUG
)
ROWS = st.lists(
    RATING.map(lambda row: row | {"group": "everyone"}), max_size=2, unique_by=lambda row: row.get("horizon")
)
ANSWER = some(
    {},
    gate=st.sampled_from(["none", "effects", "unknown"]),
    gated=st.lists(SLUG, max_size=2),
    value=VALUE,
    rationale=FREE,
    evidence=st.sampled_from("ABCD"),
    alternatives=st.dictionaries(SLUG, some({}, ratings=ROWS, value=VALUE, rationale=FREE), max_size=2),
)
ASSESSMENT = some(
    {
        "format": st.just(1),
        "id": st.from_regex(r"[0-9A-Za-z_-]{1,12}", fullmatch=True),
        "case": some(
            {"title": FREE}, decision_date=DAY, summary=FREE, body=WORDS, depth=st.sampled_from(["light", "full"])
        ),
    },
    status=st.sampled_from(["draft", "ready", "published", "decided"]),
    history=st.lists(some({"status": st.just("draft"), "at": MOMENT}, by=WORDS), max_size=2),
    alternatives=st.lists(
        some({"id": SLUG, "title": FREE}, zero=st.booleans(), costs=some({}, per_year=NUMBER, note=FREE)), max_size=2
    ),
    answers=st.dictionaries(QUESTION, ANSWER, max_size=3),
    measures=st.lists(some({"id": SLUG}, text=FREE, due=DAY, no_cost=st.booleans()), max_size=2),
    flags=st.dictionaries(WORDS, st.dictionaries(SLUG, some({}, justification=FREE), max_size=2), max_size=2),
    section_reasons=st.dictionaries(WORDS, FREE, max_size=2),
    conclusion=some({}, recommended=SLUG, at=MOMENT, text=FREE),
).map(Assessment.model_validate)


@calm
@given(ASSESSMENT, st.sampled_from(["yaml", "json"]))
def test_what_is_written_reads_back_as_it_was(assessment: Assessment, form: Any) -> None:
    read, problems = read_assessment(dump_assessment(assessment, form))
    shape = [problem for problem in problems if problem.code < "E5"]
    assert read == assessment, shape
    assert dump_assessment(read, form) == dump_assessment(assessment, form)


@calm
@given(ASSESSMENT)
def test_yaml_and_json_are_the_same_document(assessment: Assessment) -> None:
    assert json.loads(dump_assessment(assessment, "json")) == assessment.document()


def test_a_draft_loads_as_it_was_saved() -> None:
    draft = Assessment.model_validate({"format": 1, "id": "a", "case": {"title": "Otava"}})
    assert load_assessment(dump_assessment(draft)) == draft
