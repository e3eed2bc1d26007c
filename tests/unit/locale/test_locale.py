"""Words and formats, on the shipped catalogues and on small ones made for the test."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest

from eva import locale
from eva.locale import Words, words
from eva.text import LANGUAGES, Language

MOMENT = datetime(2026, 11, 22, 8, 42, 3, tzinfo=UTC)


@pytest.fixture
def catalogues(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.setattr(locale, "FOLDER", tmp_path)
    (tmp_path / "fi").mkdir()
    words.cache_clear()
    yield tmp_path / "fi"
    words.cache_clear()


def message(key: str, *texts: str) -> str:
    if len(texts) == 1:
        return f'msgid "{key}"\nmsgstr "{texts[0]}"\n\n'
    forms = "".join(f'msgstr[{n}] "{text}"\n' for n, text in enumerate(texts))
    return f'msgid "{key}"\nmsgid_plural "{key}"\n{forms}\n'


def test_a_word_is_found_in_any_part_and_its_placeholders_are_filled(catalogues: Path) -> None:
    (catalogues / "ui.po").write_text(message("ui.hello", "Hei {name}"), encoding="utf-8")
    (catalogues / "report.po").write_text(message("report.title", "Arviointi"), encoding="utf-8")
    assert words("fi").get("ui.hello", name="Åsa {x}") == "Hei Åsa {x}"
    assert words("fi").get("report.title") == "Arviointi"


def test_a_template_keeps_its_placeholders(catalogues: Path) -> None:
    (catalogues / "ui.po").write_text(message("ui.saved", "Tallennettu {time}"), encoding="utf-8")
    assert words("fi").template("ui.saved") == "Tallennettu {time}"


@pytest.mark.parametrize(("n", "text"), [(0, "0 vastausta"), (1, "1 vastaus"), (1200, "1\xa0200 vastausta")])
def test_a_plural_follows_the_number(catalogues: Path, n: int, text: str) -> None:
    (catalogues / "ui.po").write_text(message("ui.answers", "{n} vastaus", "{n} vastausta"), encoding="utf-8")
    assert words("fi").plural("ui.answers", n) == text


@pytest.mark.parametrize("entry", [message("ui.a", ""), "#, fuzzy\n" + message("ui.a", "Arvattu")])
def test_an_empty_or_guessed_word_is_missing(catalogues: Path, entry: str) -> None:
    (catalogues / "ui.po").write_text(entry, encoding="utf-8")
    with pytest.raises(KeyError, match=r"ui\.a"):
        words("fi").get("ui.a")


def test_a_placeholder_without_a_value_is_an_error(catalogues: Path) -> None:
    (catalogues / "ui.po").write_text(message("ui.hello", "Hei {name}"), encoding="utf-8")
    with pytest.raises(KeyError, match="name"):
        words("fi").get("ui.hello")


def test_a_key_in_two_parts_is_an_error(catalogues: Path) -> None:
    for part in ("a", "b"):
        (catalogues / f"{part}.po").write_text(message("ui.x", "Sana"), encoding="utf-8")
    with pytest.raises(ValueError, match=r"ui\.x"):
        words("fi")


@pytest.mark.parametrize(
    ("language", "number", "whole", "cents"),
    [
        ("fi", "−1\xa0234,5", "−32\xa0000\xa0€", "0,50\xa0€"),
        ("sv", "−1\xa0234,5", "−32\xa0000\xa0€", "0,50\xa0€"),
        ("en", "−1,234.5", "−€32,000", "€0.50"),
    ],
)
def test_numbers_and_money_are_written_as_the_language_does(
    language: Language, number: str, whole: str, cents: str
) -> None:
    found = bare(language)
    assert found.number(Decimal("-1234.5")) == number
    assert found.euros(Decimal(-32000)) == whole
    assert found.euros(Decimal("0.5")) == cents


def test_a_number_keeps_every_decimal() -> None:
    assert bare("fi").number(Decimal("0.123456")) == "0,123456"
    assert bare("fi").number(7) == "7"


@pytest.mark.parametrize(
    ("language", "day", "moment", "time"),
    [
        ("fi", "22.11.2026", "22.11.2026 klo 10.42", "10.42.03"),
        ("sv", "22.11.2026", "22.11.2026 kl. 10.42", "10.42.03"),
        ("en", "22 November 2026", "22 November 2026, 10:42", "10:42:03"),
    ],
)
def test_days_and_moments_are_those_of_the_clock_in_finland(
    language: Language, day: str, moment: str, time: str
) -> None:
    found = bare(language)
    assert found.date(date(2026, 11, 22)) == day
    assert found.datetime(MOMENT) == moment
    assert found.time(MOMENT) == time


def test_a_moment_without_a_time_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        bare("fi").time(MOMENT.replace(tzinfo=None))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_shipped_words_load(language: Language) -> None:
    assert words(language).language == language


def bare(language: Language) -> Words:
    return Words(language, {})
