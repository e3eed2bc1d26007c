"""The script of the charts."""

import gzip
from importlib.metadata import version

from eva.desk.plotting import ADDRESS, packed_script, script


def test_the_address_changes_with_the_version_and_is_no_page() -> None:
    assert f"/plotly-{version('plotly')}.min.js" == ADDRESS


def test_the_packed_script_is_the_script_in_half_of_its_bytes_or_less() -> None:
    assert gzip.decompress(packed_script()) == script()
    assert len(packed_script()) < len(script()) / 2
