"""Going over to another version and back again restores any document to the letter, and on the way nothing is lost."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from eva.assessment import Assessment
from eva.carrying import Way
from eva.catalog import dump_assessment, load_assessment
from eva.checklist import Checklist
from eva.library import Library
from eva.migration import Versions, last_migration, migrated, taken_back
from eva.snapshots import snapshot_of
from tests.builders import a_checklist, a_vocabulary, an_assessment, impact, text

calm = settings(max_examples=60)
OTHER = a_checklist(impact("harm"), id="other")
IDS = ("a", "b", "c", "d")
WORDS = a_vocabulary()


@st.composite
def questions(draw: st.DrawFn, name: str) -> dict[str, Any]:
    """A question of some kind, asked once or for each alternative."""
    kind = draw(st.sampled_from(["impact", "choice", "multi_choice", "number", "text"]))
    said: dict[str, Any] = {"id": name, "kind": kind, "text": text(f"{name}?"), "depth": "light"}
    if kind == "impact":
        return {**said, "cites": ["source"]}
    said["scope"] = draw(st.sampled_from(["case", "alternative"]))
    if kind == "number":
        said["unit"] = draw(st.sampled_from(["eur", "eur_per_year"]))
    if kind in ("choice", "multi_choice"):
        options = draw(st.lists(st.sampled_from(["yes", "no", "unknown"]), min_size=1, unique=True))
        said["options"] = [{"id": each, "label": text(each)} for each in options]
    return said


@st.composite
def checklists(draw: st.DrawFn, version: str) -> Checklist:
    """A version: some of the questions in one of two sections, and some of two flags."""
    names = draw(st.lists(st.sampled_from(IDS), min_size=1, unique=True))
    drawn = [draw(questions(name)) for name in names]
    homes = [draw(st.sampled_from(["here", "there"])) for _ in names]
    sections = [
        {"id": home, "title": text(home), "perspective": "wellbeing",
         "questions": [each for each, at in zip(drawn, homes, strict=True) if at == home]}
        for home in dict.fromkeys(homes)
    ]  # fmt: skip
    flags = [
        {"id": flag, "title": text(flag), "severity": "red", "when": {"question": names[0], "answered": "true"}}
        for flag in draw(st.lists(st.sampled_from(["red", "dark"]), unique=True))
    ]
    return a_checklist(id="ngo", version=version, sections=sections, flags=flags)


@st.composite
def documents(draw: st.DrawFn, checklist: Checklist) -> Assessment:
    """A draft with answers to some of the questions, between those to another checklist."""
    answers: dict[str, Any] = {}
    for _, question in checklist.walk():
        if draw(st.booleans()):
            answers[checklist.full_id(question.id)] = draw(answer(question))
    if draw(st.booleans()):
        answers["other/everyday.harm"] = {"gate": "none", "gated": ["ve0"]}
    keys = draw(st.permutations(list(answers)))
    aside = [
        {"question": checklist.full_id(question.id), "reason": draw(st.sampled_from(["hidden", "gate"])),
         "answer": draw(answer(question)), **draw(st.sampled_from([{}, {"from": "ngo@1.0.0"}]))}
        for _, question in checklist.walk() if draw(st.booleans())
    ]  # fmt: skip
    places = [
        "/case/summary",
        *(f"/answers/{key.replace('/', '~1')}{end}" for key in keys for end in ("", "/rationale")),
    ]
    return an_assessment(
        [checklist, OTHER],
        {key: answers[key] for key in keys},
        aside=aside,
        flags={f"ngo/{flag.id}": {"case": {"justification": flag.id}} for flag in checklist.flags},
        section_reasons={f"ngo/{section.id}": section.id for section in checklist.sections},
        hidden_from_public=[
            {"path": place, "ground": "JulkL 24 §"} for place in draw(st.lists(st.sampled_from(places), max_size=4))
        ],
    )


@st.composite
def answer(draw: st.DrawFn, question: Any) -> dict[str, Any]:
    """An answer that fits the question."""
    if question.kind == "impact":
        rows = {"ratings": [{"group": "everyone", "impact": draw(st.integers(-3, 3))}]}
        return {"gate": "effects", "rationale": "Matka pitenee.", "alternatives": {"ve1": rows}}
    value = draw(value_of(question))
    if question.scope == "case":
        return {"value": value, "rationale": "Näin on."}
    return {"alternatives": {"ve1": {"value": value}, "ve0": {"value": draw(value_of(question))}}}


def value_of(question: Any) -> st.SearchStrategy[Any]:
    if question.kind in ("choice", "multi_choice"):
        options = st.sampled_from([option.id for option in question.options])
        return options if question.kind == "choice" else st.lists(options, unique=True)
    return st.sampled_from(["12", "350"])


@st.composite
def cases(draw: st.DrawFn) -> tuple[Assessment, Versions]:
    old, new = draw(checklists("1.0.0")), draw(checklists("2.0.0"))
    versions = Versions(snapshot_of(old, WORDS), snapshot_of(new, WORDS), inside=draw(st.booleans()))
    return draw(documents(old)), versions


def library(versions: Versions) -> Library:
    held = (versions.old.checklist, versions.new.checklist, OTHER)
    return Library(WORDS, {checklist.key: checklist for checklist in held})


@calm
@given(cases())
def test_there_and_back_again_is_the_same_document(case: tuple[Assessment, Versions]) -> None:
    before, versions = case
    kept = dump_assessment(before)
    there = load_assessment(dump_assessment(migrated(before, versions, by="Anna", at=None)), library(versions))
    record = last_migration(there)
    assert record is not None
    back = taken_back(there, record, versions.way)
    assert dump_assessment(back) == kept
    assert back == before


@calm
@given(cases())
def test_every_answer_is_carried_or_aside(case: tuple[Assessment, Versions]) -> None:
    before, versions = case
    after = migrated(before, versions, by="Anna", at=None)
    way = Way(versions.old.checklist, versions.new.checklist)
    for full_id, said in before.answers.items():
        to = way.fate(full_id, said).to if way.owns(full_id) else full_id
        waiting = [each.answer for each in after.aside if each.question == full_id and each.reason == "migration"]
        assert after.answers[to] == said if to is not None else said in waiting
    assert len(after.answers) + len(after.aside) == len(before.answers) + len(before.aside)


@calm
@given(st.data(), cases())
def test_what_is_answered_in_between_is_kept_too(data: st.DataObject, case: tuple[Assessment, Versions]) -> None:
    before, versions = case
    after = migrated(before, versions, by="Anna", at=None)
    new = data.draw(documents(versions.new.checklist), "answers in between")
    edited = after.model_copy(update={"answers": {**after.answers, **new.answers}})
    record = last_migration(edited)
    assert record is not None
    back = taken_back(edited, record, versions.way)
    load_assessment(dump_assessment(back), library(versions))
    kept = [*back.answers.values(), *(each.answer for each in back.aside)]
    assert all(said in kept for said in edited.answers.values())
    assert set(before.answers) <= set(back.answers)
    assert last_migration(back) is None


@calm
@given(cases())
def test_what_was_migrated_loads_and_its_private_places_are_still_named(case: tuple[Assessment, Versions]) -> None:
    before, versions = case
    after = migrated(before, versions, by="Anna", at=None)
    load_assessment(dump_assessment(after), library(versions))
    way = versions.way
    answered = {place.path.split("/")[2] for place in before.hidden_from_public if place.path.startswith("/answers/")}
    marked = {place.path.split("/")[2] for place in after.hidden_from_public if place.path.startswith("/answers/")}
    targets = {
        way.target(name.replace("~1", "/")) if name.startswith("ngo") else "other/everyday.harm" for name in answered
    }
    assert marked == {target.replace("/", "~1") for target in targets if target is not None}


@calm
@given(cases())
def test_going_over_to_the_same_version_changes_nothing(case: tuple[Assessment, Versions]) -> None:
    before, versions = case
    same = Versions(versions.old, versions.old, inside=True)
    assert migrated(before, same, by="Anna", at=None) is before
