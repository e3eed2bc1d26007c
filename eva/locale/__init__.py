"""The words of the interface (käyttöliittymän sanat) in three languages, and how each writes numbers, dates and money.

A word has a dotted key such as `finding.unanswered.title`: the msgid in `eva/locale/<language>/<part>.po`.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

from babel import Locale
from babel.dates import format_date, format_datetime, format_time
from babel.messages.pofile import read_po
from babel.numbers import format_currency, format_decimal

from eva.text import Language

FOLDER = Path(__file__).parent

_REGIONS: Mapping[Language, str] = {"fi": "fi_FI", "sv": "sv_FI", "en": "en_GB"}
_DATES: Mapping[Language, str] = {"fi": "d.M.y", "sv": "d.M.y", "en": "d MMMM y"}
_MOMENTS: Mapping[Language, str] = {"fi": "d.M.y 'klo' H.mm", "sv": "d.M.y 'kl.' H.mm", "en": "d MMMM y, HH:mm"}
_TIMES: Mapping[Language, str] = {"fi": "H.mm.ss", "sv": "H.mm.ss", "en": "HH:mm:ss"}
_ZONE = ZoneInfo("Europe/Helsinki")


@dataclass(frozen=True, slots=True)
class Words:
    """The words and the number formats of one language.

    `forms` holds the text of each key: one form, or one for a single thing and one for any other number (the plural
    rule of all three). A key that the language does not have, or a placeholder without a value, raises KeyError.
    """

    language: Language
    forms: Mapping[str, tuple[str, ...]]

    def get(self, key: str, **params: object) -> str:
        """The text of `key`, its placeholders filled."""
        return self.template(key).format_map(params)

    def template(self, key: str) -> str:
        """The text of `key` with its placeholders as they stand, for a reader who fills them (the browser)."""
        return self.forms[key][0]

    def plural(self, key: str, n: int, **params: object) -> str:
        """The text of `key` in the form that `n` asks for; `{n}` in it is the number as this language writes it."""
        return self.forms[key][n != 1].format_map({"n": self.number(n), **params})

    def number(self, value: Decimal | int) -> str:
        """A number with all the decimals that it has: `−1 234,5`."""
        return _minus(format_decimal(value, locale=self._locale, decimal_quantization=False))

    def euros(self, value: Decimal | int) -> str:
        """An amount of euros, with cents only where there are some: `−32 000 €`."""
        pattern = self._locale.currency_formats["standard"].pattern
        shown = pattern.replace("0.00", "0") if value == int(value) else pattern
        return _minus(format_currency(value, "EUR", format=shown, locale=self._locale, currency_digits=False))

    def date(self, day: dt.date) -> str:
        """A day: `22.11.2026`."""
        return format_date(day, _DATES[self.language], locale=self._locale)

    def datetime(self, moment: dt.datetime) -> str:
        """A moment with its time zone, as the clock shows it in Finland: `22.11.2026 klo 10.42`."""
        return format_datetime(_aware(moment), _MOMENTS[self.language], tzinfo=_ZONE, locale=self._locale)

    def time(self, moment: dt.datetime) -> str:
        """The time of a moment with its time zone, to the second, as the clock shows it in Finland: `10.42.03`."""
        return format_time(_aware(moment), _TIMES[self.language], tzinfo=_ZONE, locale=self._locale)

    @property
    def _locale(self) -> Locale:
        return Locale.parse(_REGIONS[self.language])


@cache
def words(language: Language) -> Words:
    """The words of `language`, read once from all its catalogues; a key that two catalogues define is a ValueError."""
    forms: dict[str, tuple[str, ...]] = {}
    for key, texts in _messages(language):
        if key in forms:
            problem = f"two catalogues of {language!r} define {key!r}"
            raise ValueError(problem)
        forms[key] = texts
    return Words(language, forms)


def _messages(language: Language) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Each key of a language with its forms; what is empty or only guessed (fuzzy) counts as missing."""
    for file in sorted((FOLDER / language).glob("*.po")):
        with file.open("rb") as source:
            catalog = read_po(source, locale=_REGIONS[language])
        for message in catalog:
            key = message.id if isinstance(message.id, str) else message.id[0]
            texts = (message.string,) if isinstance(message.string, str) else tuple(message.string or ())
            if key and all(texts) and not message.fuzzy:
                yield key, texts


def _minus(number: str) -> str:
    """A number with a real minus sign, which stands as wide as the plus sign and never breaks a line."""
    return number.replace("-", "−")


def _aware(moment: dt.datetime) -> dt.datetime:
    if moment.tzinfo is None:
        problem = "a moment without a time zone cannot be shown"
        raise ValueError(problem)
    return moment
