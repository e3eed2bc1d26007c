"""How the tests share the machine."""

from pathlib import Path

import pytest

BROWSER = Path(__file__).parent / "e2e"


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets a person accept what the program makes of the examples now: `pytest tests/golden --update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files of the examples anew")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Runs the tests in the browser first and in one process: they take longest, and count seconds."""
    for item in items:
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.xdist_group("browser"))
    items.sort(key=lambda item: not item.path.is_relative_to(BROWSER))
