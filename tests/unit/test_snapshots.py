"""The two hashes of a checklist: a new wording is a note, a new meaning asks for a migration."""

import pytest

from eva.checklist import Checklist
from eva.snapshots import meaning, snapshot_of, wording
from tests.builders import a_checklist, a_vocabulary, choice, impact, option, text


def hashes(checklist: Checklist, **vocabulary: object) -> tuple[str, str]:
    snapshot = snapshot_of(checklist, a_vocabulary(**vocabulary))
    return meaning(snapshot), wording(snapshot)


BASE = a_checklist(impact("journey", groups=("children",)), choice("premises"))


@pytest.mark.parametrize(
    "changed",
    [
        a_checklist(impact("journey", groups=("children",), help=text("Help")), choice("premises")),
        a_checklist(impact("journey", groups=("children",), cites=["other"]), choice("premises")),
        a_checklist(impact("journey", groups=("children",), sdg=["4.1"]), choice("premises")),
        a_checklist(impact("journey", groups=("children",)), choice("premises"), title=text("Another title")),
    ],
    ids=["help", "cites", "sdg", "title"],
)
def test_words_and_sources_change_the_wording_alone(changed: Checklist) -> None:
    assert hashes(changed)[0] == hashes(BASE)[0]
    assert hashes(changed)[1] != hashes(BASE)[1]


@pytest.mark.parametrize(
    "changed",
    [
        a_checklist(impact("journey", groups=("older",)), choice("premises")),
        a_checklist(choice("premises"), impact("journey", groups=("children",))),
        a_checklist(
            impact("journey", groups=("children",)), choice("premises", option("yes", points={}), "no", "maybe")
        ),
        a_checklist(
            impact("journey", groups=("children",), when={"question": "premises", "is": "yes"}), choice("premises")
        ),
    ],
    ids=["groups", "order", "options", "condition"],
)
def test_what_an_answer_means_changes_the_meaning(changed: Checklist) -> None:
    assert hashes(changed)[0] != hashes(BASE)[0]


def test_the_version_number_is_in_neither_hash() -> None:
    assert hashes(BASE.model_copy(update={"version": "9.9.9"})) == hashes(BASE)


def test_another_tag_of_a_group_in_use_changes_the_meaning() -> None:
    groups = {"children": {"label": text("children"), "tags": ["young"]}}
    assert hashes(BASE, population_groups=groups)[0] != hashes(BASE)[0]


def test_a_snapshot_holds_the_words_that_its_checklist_uses_and_no_others() -> None:
    snapshot = snapshot_of(BASE, a_vocabulary())
    assert set(snapshot.vocabulary.population_groups) == {"everyone", "children"}
    assert set(snapshot.vocabulary.references) == {"source"}
    assert set(snapshot.vocabulary.perspectives) == {"wellbeing"}


def test_a_group_named_only_by_a_tag_in_a_condition_is_in_the_snapshot() -> None:
    flag = {
        "id": "harm",
        "title": text("Harm"),
        "severity": "red",
        "when": {"question": "journey", "group_tag": "older", "at_most": "-2"},
    }
    snapshot = snapshot_of(a_checklist(impact("journey"), flags=[flag]), a_vocabulary())
    assert set(snapshot.vocabulary.population_groups) == {"everyone", "older"}


def test_the_hash_survives_saving_and_loading() -> None:
    loaded = Checklist.model_validate(BASE.model_dump(mode="json", exclude_defaults=True))
    assert hashes(loaded) == hashes(BASE)
