"""The case page when the library has gone on: a quiet line, the report, taking the version, and the way back."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

from eva import desk
from eva.catalog import load_library
from eva.library import Library
from tests.pages.conftest import OTAVA, Visit

Update = Callable[[], None]


@pytest.fixture
def update(monkeypatch: pytest.MonkeyPatch) -> Update:
    """Installs a program whose checklist for NGOs is a newer version, in which a flag is less severe."""

    def newer(folder: Path) -> Library:
        library = load_library(folder)
        old = library.newest()["ngo"]
        flags = tuple(flag.model_copy(update={"severity": "amber"}) for flag in old.flags)
        new = old.model_copy(update={"version": "9.0.0", "flags": flags})
        checklists = {key: each for key, each in library.checklists.items() if each.id != "ngo"}
        return replace(library, checklists={**checklists, new.key: new})

    def updating() -> None:
        monkeypatch.setattr(desk.opening, "load_library", newer)
        monkeypatch.setenv("EVA_DEMO", "false")
        st.cache_resource.clear()

    return updating


def said(app: AppTest) -> str:
    return "\n".join(str(each.proto.body) for each in app.get("html"))


def versions(app: AppTest) -> list[str]:
    return [button.key or "" for button in app.button if (button.key or "").startswith("version-")]


def test_nothing_is_said_while_the_library_has_nothing_newer(visit: Visit) -> None:
    app = visit("case", a=OTAVA, lang="fi")
    assert versions(app) == []


@pytest.mark.parametrize(
    ("language", "words"), [("fi", "uudempi versio"), ("sv", "en nyare version"), ("en", "a newer version")]
)
def test_a_newer_version_is_offered_with_its_report(visit: Visit, update: Update, language: str, words: str) -> None:
    visit("register")
    update()
    app = visit("case", a=OTAVA, lang=language)
    assert words in said(app)
    assert "9.0.0" in said(app)
    assert versions(app) == ["version-ngo@9.0.0"]
    assert len(app.expander) == 1


def test_the_version_is_taken_and_taken_back(visit: Visit, update: Update) -> None:
    visit("register")
    update()
    app = visit("case", a=OTAVA, lang="en")
    app.button(key="version-ngo@9.0.0").click().run()
    assert not app.exception, app.exception
    assert versions(app) == ["version-back"]
    assert "was moved from version" in said(app)
    app.button(key="version-back").click().run()
    assert not app.exception, app.exception
    assert versions(app) == ["version-ngo@9.0.0"]
