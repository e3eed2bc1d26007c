"""The list of checklists, and what is wrong in their files."""

from pathlib import Path

from eva.checklist import Checklist
from eva.desk import LibraryFiles
from eva.errors import Problem
from eva.library import Library
from eva.locale import words
from eva.ui.present.library import file_problems, rows
from tests.builders import a_checklist, a_vocabulary, choice, impact
from tests.builders import words as text

SHIPPED, HERE = Path("/program/checklists"), Path("/somewhere/checklists")
ERROR = Problem("E104", {"value": "acts"}, f"{HERE}/ngo/sections/premises.yaml", 14, 3)
WARNING = Problem("W601", {"id": "idle"}, f"{HERE}/parks.yaml", 7, 1, "warning")


def files(*problems: Problem) -> LibraryFiles:
    return LibraryFiles((SHIPPED, HERE), (), problems)


def library(*checklists: Checklist) -> Library:
    return Library(a_vocabulary(), {each.key: each for each in checklists})


def test_a_row_tells_version_questions_sources_and_languages() -> None:
    asked = a_checklist(
        impact("life", cites=["act"], depth="light"), choice("only", "yes", depth="full"), text("story", depth="full")
    )
    (row,) = rows(library(asked), words("fi"))
    assert row.id == asked.id
    assert f"Versio {asked.version} · 1 kysymys kevyessä, 3 laajassa arvioinnissa · 1 lähde ·" in row.detail


def test_rows_stand_in_the_order_of_their_titles_and_the_newest_version_alone() -> None:
    titles = {"b": ("1.0.0", "Äänestys"), "a": ("1.0.0", "alue"), "c": ("2.0.0", "Kieli")}
    made = [
        a_checklist(text("story"), id=name, version=version, title={"fi": title})
        for name, (version, title) in titles.items()
    ]
    older = a_checklist(text("story"), id="c", version="1.9.0", title={"fi": "Vanha"})
    assert [row.title for row in rows(library(*made, older), words("fi"))] == ["alue", "Kieli", "Äänestys"]


def test_what_a_checklist_is_for_is_shown_as_typed() -> None:
    (row,) = rows(library(a_checklist(text("story"), purpose={"sv": "<b>Syfte</b>"})), words("fi"))
    assert '<span lang="sv">&lt;b&gt;Syfte&lt;/b&gt;</span>' in row.detail


def test_files_without_mistakes_say_so() -> None:
    assert "Tiedostoissa ei ole virheitä." in file_problems(files(), "", words("fi"))


def test_a_mistake_has_its_file_and_line_and_a_warning_does_not_keep_the_library_back() -> None:
    told = file_problems(files(ERROR, WARNING), "", words("fi"))
    assert "2 havaintoa tiedostoissa" in told
    assert '<span class="pill flag">Virhe</span> <code>ngo/sections/premises.yaml:14</code>' in told
    assert '<span class="pill quiet">Huomautus</span> <code>parks.yaml:7</code>' in told
    assert "kunnes ne on korjattu" in told.lower()
    assert "kunnes" not in file_problems(files(WARNING), "", words("fi")).lower()


def test_advice_on_the_shipped_files_stands_beside_its_checklist_alone_and_their_mistakes_everywhere() -> None:
    advice = Problem("W601", {"id": "idle"}, f"{SHIPPED}/ngo/checklist.yaml", 3, 1, "warning")
    mistake = Problem("E104", {"value": "acts"}, f"{SHIPPED}/ngo/checklist.yaml", 9, 1)
    assert "W601" not in file_problems(files(advice), "", words("fi"))
    assert "W601" in file_problems(files(advice), "ngo", words("fi"))
    assert "E104" in file_problems(files(advice, mistake), "", words("fi"))


def test_beside_a_checklist_stand_the_problems_of_its_own_files() -> None:
    both = files(ERROR, WARNING)
    assert "premises.yaml" in file_problems(both, "ngo", words("fi"))
    assert "parks.yaml" not in file_problems(both, "ngo", words("fi"))
    assert "parks.yaml:7" in file_problems(both, "parks", words("fi"))


def test_a_mistake_elsewhere_is_mentioned_beside_a_checklist_too() -> None:
    told = file_problems(files(ERROR), "parks", words("fi"))
    assert "Kunnes ne on korjattu" in told
    assert "Tiedostoissa ei ole virheitä" not in told
