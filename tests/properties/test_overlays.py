"""What holds for every overlay over every checklist."""

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eva.catalog.checks.checklist import checklist_flaws
from eva.checklist import Checklist
from eva.overlay import Overlay
from eva.overlay_conflicts import conflicts
from eva.overlaying import overlaid
from tests.builders import a_checklist, a_section, a_vocabulary, impact, text, words

IDS = [f"q{number}" for number in range(8)]
OWN = ["own1", "own2", "q3"]
GROUPS = ["children", "older", "commuters"]
ADDRESSES = [f"questions.{each}.{field}" for each in (*IDS, *OWN) for field in ("text", "help", "kind")]


@st.composite
def checklists(draw: st.DrawFn) -> Checklist:
    """A checklist without mistakes: impact questions and words in two sections, some asked because of earlier ones."""
    questions: list[Any] = []
    for number, name in enumerate(draw(st.lists(st.sampled_from(IDS), min_size=1, max_size=8, unique=True))):
        earlier = draw(st.none() | st.sampled_from([each.id for each in questions])) if number else None
        keys: dict[str, Any] = {"mandatory": draw(st.booleans())}
        if earlier is not None:
            keys["when"] = {"question": earlier, "answered": True}
        questions.append(draw(st.sampled_from([impact, words]))(name, **keys))
    cut = draw(st.integers(1, len(questions)))
    parts = [part for part in (questions[:cut], questions[cut:]) if part]
    return a_checklist(*(a_section(*part, id=f"s{at}") for at, part in enumerate(parts)), id="base")


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[list[Any]]:
    return st.lists(strategy, max_size=4)


@st.composite
def overlay_data(draw: st.DrawFn) -> dict[str, Any]:
    """The data of an overlay, which may conflict with its base in any way."""
    sections, anywhere = st.sampled_from(["s0", "s1", "s2"]), st.sampled_from([*IDS, *OWN])
    question = st.sampled_from(OWN).map(words)
    addition = st.fixed_dictionaries({"section": sections, "question": question}, optional={"after": anywhere})
    parts = {
        "add": some(addition),
        "hide": some(anywhere),
        "reorder": st.dictionaries(sections, some(anywhere), max_size=1),
        "reword": st.dictionaries(st.sampled_from(ADDRESSES), st.just(text("new")), max_size=3),
        "groups": st.dictionaries(anywhere, st.lists(st.sampled_from(GROUPS), unique=True), max_size=2),
    }
    chosen = draw(st.lists(st.sampled_from(sorted(parts)), unique=True, max_size=3))
    head = {"id": "own", "version": "3.1.0", "title": text("Own"), "extends": "base@^1"}
    return {**head, **{name: draw(parts[name]) for name in chosen}}


@given(checklists())
def test_an_empty_overlay_changes_nothing_but_id_version_and_title(base: Checklist) -> None:
    overlay = Overlay.model_validate({"id": "own", "version": "3.1.0", "title": text("Own"), "extends": "base@^1"})
    assert list(conflicts(base, overlay)) == []
    made = overlaid(base, overlay).checklist
    headed = {"id": "own", "version": "3.1.0", "title": text("Own")}
    assert made.model_dump(mode="json") == {**base.model_dump(mode="json"), **headed}


@given(checklists(), overlay_data())
def test_an_overlay_without_conflicts_makes_a_checklist_without_mistakes(base: Checklist, data: dict[str, Any]) -> None:
    overlay = Overlay.model_validate(data)
    made = overlaid(base, overlay)
    if list(conflicts(base, overlay)):
        return
    asked = [question.id for _, question in made.checklist.walk()]
    every = {question.id for _, question in base.walk()} | {each.question.id for each in overlay.add}
    assert sorted(asked) == sorted(every - set(overlay.hide))
    document = made.checklist.model_dump(mode="json", by_alias=True, exclude_none=True)
    flaws = list(checklist_flaws(made.checklist, a_vocabulary(), document))
    assert [flaw for flaw in flaws if flaw.severity == "error"] == []


@given(checklists(), overlay_data(), st.randoms(use_true_random=False))
def test_the_order_in_which_an_overlay_is_written_does_not_matter(
    base: Checklist, data: dict[str, Any], chance: Any
) -> None:
    def shuffled(said: dict[str, Any]) -> dict[str, Any]:
        return dict(chance.sample(sorted(said.items(), key=lambda item: item[0]), len(said)))

    other = shuffled({name: shuffled(each) if name in {"reword", "groups"} else each for name, each in data.items()})
    if "hide" in other:
        other["hide"] = chance.sample(other["hide"], len(other["hide"]))
    one, two = Overlay.model_validate(data), Overlay.model_validate(other)
    assert overlaid(base, one).checklist == overlaid(base, two).checklist
    assert sorted(each.code for each in conflicts(base, one)) == sorted(each.code for each in conflicts(base, two))


@given(checklists(), overlay_data())
def test_every_conflict_has_a_place_that_exists(base: Checklist, data: dict[str, Any]) -> None:
    for conflict in conflicts(base, Overlay.model_validate(data)):
        node: Any = data
        for key in conflict.path:
            node = getattr(node, str(key)) if hasattr(node, "id") else node[key]
        assert conflict.code.startswith("E8")
