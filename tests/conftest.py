"""How the tests share the machine."""

from pathlib import Path

import pytest
from hypothesis import settings
from xdist.scheduler import LoadScopeScheduling

TESTS = Path(__file__).parent

settings.register_profile("untimed", deadline=None)  # a busy machine is no mistake of the program
settings.load_profile("untimed")


MEASURED = TESTS / "unit"
"""The folder whose own files test the pure files, one for each; only they count for coverage.

All other tests reach lines that nobody meant to test there, and the measuring doubles what they cost.
"""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Takes the measure of coverage off the tests elsewhere."""
    for item in items:
        if item.path.parent != MEASURED:
            item.add_marker("no_cover")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Lets a person accept what the program makes of the examples now: `pytest tests/golden --update-golden`."""
    parser.addoption("--update-golden", action="store_true", help="write the expected files of the examples anew")


LOOKED_AT = ("journey_author", "journey_pages", "journey_trustee", "overview", "report_file", "sheet_access")
"""The files of tests in the browser that look at pages; the others count seconds and clicks."""

PREPARED_ONCE = ("conformance/test_archival_pdf.py", "unit/cli/test_batch.py")
"""The files whose tests share what takes long to prepare."""


class _BrowserTogether(LoadScopeScheduling):  # type: ignore[misc]  # xdist ships no types
    """Deals the tests to the processes one by one, those in the browser in two parts, each to one process.

    Those of a file that prepares once go to one process too. So no more than two browsers run at once, and only one of
    them where seconds and clicks are counted.
    """

    def _split_scope(self, nodeid: str) -> str:
        folder, _, rest = nodeid.partition("tests/e2e/test_")
        if folder or not rest:
            file = nodeid.partition("::")[0]
            return file if file.endswith(PREPARED_ONCE) else nodeid
        return "looked at" if rest.partition(".py")[0] in LOOKED_AT else "counted"


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> LoadScopeScheduling:
    """Has the tests in the browser run first, since they are the largest groups."""
    return _BrowserTogether(config, log)
