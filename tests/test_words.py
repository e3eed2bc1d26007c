"""The words of the interface: whole in every language, and exactly those that the program uses."""

import ast
import re
from functools import cache
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from eva import errors
from eva.locale import FOLDER, words
from eva.text import LANGUAGES, Language

ROOT = Path(__file__).parent.parent
KEY = re.compile(r"[a-z][a-z0-9_]*(?:\.[a-z0-9_+-]+)+")
FILE_ENDINGS = (".css", ".html", ".j2", ".js", ".json", ".pdf", ".po", ".py", ".sqlite3", ".ttf", ".typ", ".yaml")
PLACEHOLDER = re.compile(r"(?<!{){([^{}]*)}")
PARTS = sorted({file.name for language in LANGUAGES for file in (FOLDER / language).glob("*.po")})


def test_there_are_words() -> None:
    assert PARTS
    assert words("fi").forms


@pytest.mark.parametrize("part", PARTS)
def test_a_part_has_the_same_keys_in_every_language(part: str) -> None:
    keys = {language: messages(language, part).keys() for language in LANGUAGES}
    assert {language: keys["fi"] ^ keys[language] for language in LANGUAGES if keys["fi"] ^ keys[language]} == {}


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_there_and_nothing_is_guessed(language: Language, part: str) -> None:
    assert [key for key in messages(language, part) if key not in words(language).forms] == []


def test_a_word_has_the_same_placeholders_in_every_language() -> None:
    for key in words("fi").forms:
        found = {language: placeholders(language, key) for language in LANGUAGES}
        assert found == dict.fromkeys(LANGUAGES, found["fi"]), key
        assert all(place.isidentifier() for place in found["fi"]), key


def test_a_plural_has_two_forms_in_every_language() -> None:
    for key, texts in words("fi").forms.items():
        assert {len(words(language).forms[key]) for language in LANGUAGES} == {len(texts)}, key
        assert len(texts) <= 2, key


def test_every_key_in_the_code_exists() -> None:
    assert sorted(whole_keys() - words("fi").forms.keys()) == []


def test_every_code_of_an_error_has_its_message() -> None:
    assert sorted(f"error.{code}" for code in codes_of_errors() if f"error.{code}" not in words("fi").forms) == []


def test_no_word_is_unused() -> None:
    assert sorted(key for key in words("fi").forms if key not in whole_keys() and not is_built(key)) == []


def is_built(key: str) -> bool:
    """Whether the code puts a key together while it runs: f"finding.{code}.title", or `sheet.` for the browser.

    Then every piece of the key stands somewhere in the code.
    """
    if not key.startswith(beginnings()):
        return False
    if key.startswith("sheet."):
        return is_in_the_browser(key.removeprefix("sheet."))
    return all(is_written(piece) for piece in key.split("."))


def is_written(piece: str) -> bool:
    """Whether a piece of a key stands in the code, whole or in two parts: "red" ~ "_open"."""
    cuts = [at for at, sign in enumerate(piece) if sign == "_"]
    return piece in pieces() or any({piece[:at], piece[at:]} <= pieces() for at in cuts)


def is_in_the_browser(name: str) -> bool:
    """Whether the JavaScript of the sheet reads a word, by its name or by the beginning of it: `gate_${gate}`."""
    beginnings = re.findall(r"`([a-z_]+_)\$\{", javascript())
    return re.search(rf"\b{re.escape(name)}\b", javascript()) is not None or name.startswith(tuple(beginnings))


def placeholders(language: Language, key: str) -> set[str]:
    return {place for text in words(language).forms[key] for place in PLACEHOLDER.findall(text)}


def messages(language: Language, part: str) -> dict[str, object]:
    """The keys of one catalogue with what they stand for."""
    file = FOLDER / language / part
    if not file.exists():
        return {}
    with file.open("rb") as source:
        return {each.id if isinstance(each.id, str) else each.id[0]: each.string for each in read_po(source) if each.id}


def families() -> set[str]:
    return {key.split(".")[0] for key in words("fi").forms}


@cache
def whole_keys() -> set[str]:
    """The string literals of the code and of the report templates that are keys."""
    texts = {node.value for node in literals() if isinstance(node.value, str)}
    texts |= {found[1] for found in re.findall(rf"(['\"])((?:{KEY.pattern}))\1", templates())}
    return {
        text
        for text in texts
        if KEY.fullmatch(text) and text.split(".")[0] in families() and not text.endswith(FILE_ENDINGS)
    }


@cache
def beginnings() -> tuple[str, ...]:
    """The beginnings of keys that are completed while the program runs."""
    texts = {node.value for node in literals() if isinstance(node.value, str) and node.value.rstrip(".") in families()}
    built = [node.values[0] for node in nodes() if isinstance(node, ast.JoinedStr) and node.values]
    texts |= {each.value for each in built if isinstance(each, ast.Constant) and isinstance(each.value, str)}
    texts |= set(re.findall(r"['\"]([a-z_.]+\.)['\"] *~", templates()))
    return tuple(text for text in texts if text.endswith((".", "_")) and text.split(".")[0] in families())


def codes_of_errors() -> set[str]:
    """The codes that the code gives to the errors and problems that people meet."""
    kinds = {name for name, kind in vars(errors).items() if isinstance(kind, type)}
    calls = [node for node in nodes() if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in kinds]
    first = [call.args[0] for call in calls if call.args]
    return {each.value for each in first if isinstance(each, ast.Constant) and isinstance(each.value, str)}


@cache
def nodes() -> tuple[ast.AST, ...]:
    files = [ROOT / "app.py", *(ROOT / "eva").rglob("*.py")]
    return tuple(
        node for file in files if file.exists() for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    )


def literals() -> list[ast.Constant]:
    return [node for node in nodes() if isinstance(node, ast.Constant)]


@cache
def pieces() -> set[str]:
    code = [file.read_text(encoding="utf-8") for file in (ROOT / "eva").rglob("*.py")]
    return {piece for text in [templates(), *code] for piece in re.findall(r"[A-Za-z0-9_]+", text)}


@cache
def templates() -> str:
    files = [file for file in (ROOT / "report_templates").rglob("*") if file.is_file()]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


@cache
def javascript() -> str:
    return "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "eva/ui/sheet").rglob("*.js"))
