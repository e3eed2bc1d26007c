"""Streamlit's own words, replaced by ours in the page that its scripts start from."""

import json
import re

import pytest

from eva.locale import words
from eva.text import LANGUAGES, Language
from eva.web.translating import FOREIGN, translated

PAGE = "<html><head><title>x</title></head><body><noscript><p>You need\nJavaScript</p></noscript></body></html>"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_foreign_text_has_one_of_ours(language: Language) -> None:
    shown = translated(PAGE, words(language))
    found = re.search(r"const said = (\{.*?\});\n", shown)
    assert found is not None
    said = json.loads(found[1])
    assert said == {foreign: words(language).get(key) for foreign, key in FOREIGN.items()}
    assert "<" not in found[1]


def test_without_scripts_the_page_says_what_it_needs_in_the_readers_language() -> None:
    shown = translated(PAGE, words("sv"))
    assert "<noscript><p>EVA behöver JavaScript." in shown
    assert "You need" not in shown
    assert shown.index("<script>") < shown.index("</head>")
