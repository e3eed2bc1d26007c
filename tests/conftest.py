"""How the tests share the machine."""

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

settings.register_profile("untimed", deadline=None)  # a busy machine is no mistake of the program
settings.load_profile("untimed")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets a person accept what the program makes of the examples now: `pytest tests/golden --update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files of the examples anew")


class _BrowserTogether(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Deals the tests to the processes one by one, those in the browser all to one: they count seconds and clicks."""

    def _split_scope(self, nodeid: str) -> str:
        return "browser" if nodeid.startswith("tests/e2e/") else nodeid


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Has the tests in the browser run first, since they are the largest group, and in one process."""
    return _BrowserTogether(config, log)
