"""A page of the app as Streamlit's own test runs it, over a data folder of its own with the example cases."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import streamlit as st
from streamlit.testing.v1 import AppTest

MAIN = Path(__file__).parents[2] / "eva" / "ui" / "main.py"
OTAVA = "otava-library-2022"

Visit = Callable[..., AppTest]


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder of an installation whose user is known; what Streamlit keeps of others is forgotten."""
    (tmp_path / "name.txt").write_text("Anna Virkanen", encoding="utf-8")
    monkeypatch.setenv("EVA_DATA_FOLDER", str(tmp_path))
    monkeypatch.setenv("EVA_DEMO", "true")
    st.cache_resource.clear()
    yield tmp_path
    st.cache_resource.clear()


@pytest.fixture
def visit(data: Path) -> Visit:
    """Opens a page by its name and the query of its address."""

    def visiting(page: str, **query: str) -> AppTest:
        assert data.exists()
        app = AppTest.from_file(str(MAIN), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        app.run()
        if page != "register":
            app.switch_page(f"pages/{page}.py").run()
        assert not app.exception, app.exception
        return app

    return visiting


def in_language(app: AppTest, language: str) -> AppTest:
    """The same page after its address was given another language."""
    app.query_params["lang"] = language
    app.run()
    assert not app.exception, app.exception
    return app
