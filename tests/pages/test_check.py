"""Checking, freezing and reopening as Streamlit runs the page."""

from eva.ui import state
from tests.pages.conftest import OTAVA, Visit
from tests.pages.markup import html


def test_freezing_keeps_a_version_which_reopening_leaves_to_be_printed_and_takes_from_the_public(visit: Visit) -> None:
    app = visit("check", a=OTAVA, lang="fi")
    assert "Lukitut versiot" not in html(app)
    app.button(key="move-ready").click().run()
    assert not app.exception
    assert state.office().open(OTAVA).assessment.status == "ready"
    assert {button.key for button in app.button} == {"move-published", "move-draft"}
    app.button(key="move-published").click().run()
    assert not app.exception
    assert f'href="/published/{OTAVA}?lang=sv"' in html(app)
    app.button(key="move-draft").click().run()
    assert "/published/" not in html(app)
    assert state.office().open(OTAVA).assessment.status == "draft"
    assert "Lukitut versiot" in html(app)
    assert f"/report/{OTAVA}.pdf?lang=fi&amp;frozen=" in html(app)
