"""The advice of the linter, apart from what its codes show one by one."""

from datetime import date
from pathlib import Path

import pytest

from eva.catalog.libraries import open_shelves
from eva.catalog.lint.ids import id_flaws
from eva.catalog.lint.references import age_flaws, unused_flaws
from eva.catalog.lint.texts import SCREEN, alike_words, copy_flaws, length_flaws, may_be_alike
from eva.catalog.linter import lint_checklist, lint_shelves, lint_vocabulary
from eva.catalog.shipped import folder
from tests.builders import a_checklist, a_section, a_vocabulary, choice, option, text, words
from tests.unit.catalog.samples import CHECKLIST, REFERENCES, TODAY, broken, codes, lint_problems, written

POSITIONS = ("q1", "q_12", "question_3", "kysymys2", "fraga_4", "s1", "section_2", "osio_1", "a1_2", "q1_2", "option_3")
NAMES = (
    "older_75", "co2", "covid_19", "section_9_checked", "act_410_2015", "level_1", "ve1", "e18", "m12", "sote100",
    "first_year", "plan_2030", "under_18", "question", "q_fever", "m2",
)  # fmt: skip


@pytest.mark.parametrize("name", POSITIONS)
def test_an_id_that_counts_is_told_wherever_it_stands(name: str) -> None:
    checklists = (
        a_checklist(words(name)),
        a_checklist(choice("why", option(name))),
        a_checklist(a_section(words("story"), id=name)),
        a_checklist(flags=[{"id": name, "title": text("alarm"), "severity": "red"}]),
    )
    assert [[flaw.code for flaw in id_flaws(each)] for each in checklists] == [["W704"]] * 4


@pytest.mark.parametrize("name", NAMES)
def test_an_id_that_tells_what_it_is_may_hold_a_number(name: str) -> None:
    assert list(id_flaws(a_checklist(words(name), choice("why", option(name))))) == []


@pytest.mark.parametrize(
    ("said", "alike"),
    [
        ("Internet", True),
        ("350 €", True),
        ("1–3 %", True),
        ("Järvi-Pohjanmaan Yrityspalvelu", True),
        ("Information, service", True),
        ("Kyllä", False),
        ("Ei tiedetä", False),
        ("Mitä muuta?", False),
        ("Palvelee Oulua hyvin", False),
        ("The effect is not known", False),
    ],
)
def test_names_numbers_and_listed_words_alone_may_be_the_same_in_two_languages(said: str, *, alike: bool) -> None:
    assert may_be_alike(said, alike_words(Path("nowhere"))) is alike


def test_an_own_library_lists_the_names_of_its_villages(tmp_path: Path) -> None:
    library = written(tmp_path) / "library"
    main = library / "ngo.yaml"
    main.write_text(
        main.read_text(encoding="utf-8").replace("{fi: Mitä muuta?}", "{fi: Kälviä, sv: Kälviä}"), encoding="utf-8"
    )
    assert codes(lint_checklist(main, None)) == codes(lint_shelves(open_shelves(library), TODAY)) == ["W705"]
    (library / "vocabulary" / "alike.txt").write_bytes("# villages\r\nKälviä\r\n".encode())
    assert codes(lint_checklist(main, None)) == codes(lint_shelves(open_shelves(library), TODAY)) == []


def test_a_list_that_nobody_may_read_silences_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "alike.txt").write_text("Kälviä", encoding="utf-8")
    shipped = alike_words(Path("nowhere"))

    def refused(*_: object) -> object:
        raise PermissionError

    assert "kälviä" in alike_words(tmp_path)
    monkeypatch.setattr(Path, "open", refused)
    assert alike_words(tmp_path) == shipped


def test_a_copied_text_is_told_once_at_its_copy() -> None:
    copied = {"fi": "Ei tiedetä vielä", "sv": "Ei tiedetä vielä", "en": "Ei tiedetä vielä"}
    flaws = list(copy_flaws({"label": copied, "url": copied}, ()))
    assert [(flaw.code, flaw.path, flaw.params) for flaw in flaws] == [
        ("W705", ("label", "sv"), {"language": "sv", "source": "fi"})
    ]


def test_a_checklist_in_one_language_is_as_good_as_one_in_three(tmp_path: Path) -> None:
    assert "languages: [fi]" in CHECKLIST
    assert lint_problems(written(tmp_path)) == ()


@pytest.mark.parametrize("kind", ["text", "help", "title"])
def test_a_text_may_fill_the_screen_and_no_more(kind: str) -> None:
    long, longer = ({"fi": "x" * (SCREEN[kind] + more)} for more in (0, 1))
    for said, found in ((long, []), (longer, ["W706"])):
        checklist = a_checklist(title=said) if kind == "title" else a_checklist(words("story", **{kind: said}))
        assert [flaw.code for flaw in length_flaws(checklist)] == found


@pytest.mark.parametrize(
    ("checked", "told"),
    [(None, True), ("2024-11-25", False), ("2024-11-24", True), ("2026-11-25", False), ("2026-11-26", True)],
)
def test_a_source_counts_as_looked_up_for_two_years(checked: str | None, told: bool) -> None:
    source = {"title": text("Source"), "kind": "act", **({"checked": checked} if checked else {})}
    vocabulary = a_vocabulary(references={"source": source})
    assert [flaw.code for flaw in age_flaws(vocabulary, TODAY)] == (["W707"] if told else [])


def test_a_source_looked_up_on_a_leap_day_counts_for_two_years() -> None:
    source = {"title": text("Source"), "kind": "act", "checked": "2028-02-29"}
    vocabulary = a_vocabulary(references={"source": source})
    assert list(age_flaws(vocabulary, date(2030, 2, 28))) == []
    assert len(list(age_flaws(vocabulary, date(2030, 3, 1)))) == 1


def test_one_warning_stands_for_forty_sources() -> None:
    sources = {f"act_{n}": {"title": text("Act"), "kind": "act"} for n in range(40)}
    vocabulary = a_vocabulary(references=sources)
    (old,) = age_flaws(vocabulary, TODAY)
    (unused,) = unused_flaws(vocabulary, [a_checklist(cites=["act_0"])])
    assert (old.params["count"], unused.params["count"]) == ("40", "39")
    assert old.params["names"] == "act_0, act_1, act_2, …"


def test_sources_are_called_unused_only_where_the_whole_library_was_read(tmp_path: Path) -> None:
    unused = REFERENCES + "guide: {title: {fi: Ohje}, kind: guidance, checked: 2026-01-01}\n"
    library = written(tmp_path, references=unused) / "library"
    assert codes(lint_shelves(open_shelves(library), TODAY)) == ["W708"]
    assert lint_vocabulary(library / "vocabulary", TODAY) == ()
    (library / "other.yaml").write_text("id: other\n", encoding="utf-8")
    assert "W708" not in codes(lint_shelves(open_shelves(library), TODAY))
    (library / "other.yaml").unlink()
    (library / "ngo.yaml").unlink()
    assert lint_shelves(open_shelves(library), TODAY) == ()


def test_advice_stands_among_the_mistakes_in_the_order_of_the_file(tmp_path: Path) -> None:
    longer = "{fi: " + "x" * 111 + "}"
    changed = broken("ngo", "- id: only\n", "- id: q1\n")["ngo"].replace("{fi: Ainoa paikka}", longer)
    found = lint_problems(written(tmp_path, ngo=changed.replace("flag: only_place", "flag: only_places")))
    assert codes(found) == ["W704", "E106", "W706"]
    assert [one.line for one in found] == sorted(one.line for one in found)


def test_conditions_are_looked_at_when_they_are_free_of_mistakes(tmp_path: Path) -> None:
    never = "{question: only, is: yes_only, answered: false}"
    changed = broken("ngo", "{perspective: ngo, group_tag: small, at_most: -3}", never)["ngo"]
    assert codes(lint_problems(written(tmp_path, ngo=changed))) == ["W701"]
    assert codes(lint_problems(written(tmp_path, ngo=changed.replace("cites: [act]", "cites: [acts]")))) == ["E104"] * 3


def test_a_checklist_is_looked_at_without_a_vocabulary_too(tmp_path: Path) -> None:
    library = written(tmp_path, **broken("ngo", "- id: only\n", "- id: q1\n")) / "library"
    assert codes(lint_checklist(library / "ngo.yaml", None)) == ["W704"]


def test_a_condition_on_a_question_that_nobody_asks_is_passed_over_where_references_are(tmp_path: Path) -> None:
    nowhere = broken("ngo", "{question: lost, at_most: -1}", "{question: loss, at_most: -1}")
    library = written(tmp_path, references="act: {kind: acts}\n", **nowhere) / "library"
    assert lint_checklist(library / "ngo.yaml", None) == ()
    assert set(codes(lint_shelves(open_shelves(library), TODAY))) == {"E202", "E204"}


def test_no_condition_of_the_shipped_checklists_is_idle() -> None:
    assert not {"W701", "W702", "W703"} & set(codes(lint_shelves(open_shelves(folder("checklists")), TODAY)))
