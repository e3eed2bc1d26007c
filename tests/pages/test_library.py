"""The page of the checklists as Streamlit runs it, without any assessment."""

import os
import shutil
from html import unescape
from pathlib import Path

import pytest

from eva.catalog import shipped
from eva.desk import following
from eva.locale import words
from eva.text import LANGUAGES
from eva.ui import state, widgets
from tests.pages.conftest import OTAVA, Visit, in_language
from tests.pages.markup import html


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of checklists to write in, which the app takes for the shipped one."""
    copied = Path(shutil.copytree(shipped.folder("checklists"), tmp_path / "checklists"))
    monkeypatch.setattr(following, "library_folders", lambda _: (copied,))
    return copied


def change(place: Path, old: str, new: str) -> None:
    """Writes the checklist of associations anew, a second later as a person would."""
    file = place / "ngo" / "checklist.yaml"
    text, seen = file.read_text(encoding="utf-8"), file.stat()
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")
    os.utime(file, ns=(seen.st_atime_ns, seen.st_mtime_ns + 1_000_000_000))


def test_a_checklist_in_finnish_alone_says_so_to_a_reader_of_swedish(
    visit: Visit, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("EVA_LIBRARY", str(shipped.folder("examples") / "overlays" / "lehtosaari"))
    links = [link.proto.label for link in visit("library", lang="sv").get("page_link")]
    assert widgets.plain("Hyvinvointi Lehtosaaressa [fi]") in links
    shown = html(visit("library", lang="sv", at="wellbeing_lehtosaari"))
    assert '<h2><span lang="fi">Hyvinvointi Lehtosaaressa</span></h2>' in shown


def test_the_page_lists_the_checklists_in_each_language(visit: Visit) -> None:
    app = visit("library", lang="fi")
    for language in LANGUAGES:
        in_language(app, language)
        assert app.title[0].value == words(language).get("ui.page.library")
        shown = [link.proto.label for link in app.get("page_link")]
        titles = [widgets.plain(each.title.get(language)) for each in state.office().library.newest().values()]
        assert len(titles) >= 5
        assert [title for title in titles if title not in shown] == []
        assert words(language).get("library.problems.none") in html(app)


def test_a_chosen_checklist_is_walked_through_in_each_language(visit: Visit) -> None:
    app = visit("library", at="ngo", lang="fi")
    checklist = state.office().library.newest()["ngo"]
    for language in LANGUAGES:
        shown = unescape(html(in_language(app, language)))
        assert [q.id for _, q in checklist.walk() if q.text.get(language) not in shown] == []
        assert words(language).get("library.when") in shown


def test_a_version_that_assessments_were_answered_in_is_compared_with_that_of_the_library(
    visit: Visit, place: Path
) -> None:
    app = visit("library", at="ngo/versions", a=OTAVA, lang="sv")
    assert "Det finns ännu inget att jämföra" in html(app)
    change(place, "version: 1.0.0", "version: 1.0.1")
    change(place, "sv: Organisationer och civilsamhälle", "sv: Föreningarna")
    app.run()
    shown = html(app.run())
    assert "Från version 1.0.0 till version 1.0.1" in shown
    assert "<td>Organisationer och civilsamhälle</td><td>Föreningarna</td>" in shown
    assert "den öppna bedömningen har fyllts i med den här" in shown
    assert widgets.plain(words("sv").get("library.versions.move")) in [
        widgets.plain(link.proto.label) for link in app.get("page_link")
    ]


def test_a_checklist_that_does_not_exist_leads_to_the_list(visit: Visit) -> None:
    assert "Tiedostoissa ei ole virheitä." in html(visit("library", at="nowhere", lang="fi"))


def test_the_way_back_to_the_open_assessment_stays(visit: Visit) -> None:
    app = visit("library", at="ngo", a=OTAVA, lang="fi")
    assert "Otavan" in html(app)


def test_the_page_follows_its_files(visit: Visit, place: Path) -> None:
    app = visit("library", at="ngo", lang="fi")
    change(place, "fi: Järjestöt ja kansalaisyhteiskunta", "fi: Yhdistykset")
    assert "<h2>Yhdistykset</h2>" in html(app.run())


def test_a_mistake_is_told_with_its_line_and_the_last_good_checklist_stays(visit: Visit, place: Path) -> None:
    app = visit("library", at="ngo", lang="fi")
    change(place, "severity: red", "severity: rd")
    shown = html(app.run())
    assert "<code>ngo/checklist.yaml:" in shown
    assert "Kunnes ne on korjattu" in shown
    assert "Järjestöt ja kansalaisyhteiskunta</h2>" in shown
    change(place, "severity: rd", "severity: red")
    assert "Tiedostoissa ei ole virheitä." in html(app.run())
