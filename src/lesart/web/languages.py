"""Languages of the interface: words from the gettext catalogues, dates and numbers in the language's manner."""

import datetime
import gettext
import io
import math
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from babel import Locale
from babel.core import UnknownLocaleError
from babel.dates import format_date, format_datetime, format_skeleton
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

LANGUAGES = {"de": "Deutsch", "en": "English"}


@dataclass(frozen=True, slots=True)
class Language:
    """One language of the interface. Messages are English in the code; English needs no catalogue."""

    code: str
    words: gettext.NullTranslations

    def say(self, message: str, **values: object) -> str:
        """Translate a message and fill in its `%(name)s` places."""
        return self.words.gettext(message) % values if values else self.words.gettext(message)

    def count(self, one: str, many: str, number: int) -> str:
        """Translate a message that depends on a number, which stands in it as `%(num)s`."""
        return self.words.ngettext(one, many, number) % {"num": self.number(number)}

    def number(self, value: float) -> str:
        return format_decimal(value, locale=self.code)

    def percent(self, share: float) -> str:
        """Write a share (0 to 1); rounded down, so that only certainty reads 100 %."""
        return format_percent(math.floor(share * 100 + 1e-9) / 100, locale=self.code)

    def size(self, count: int) -> str:
        """Write a number of bytes."""
        size, unit = float(count), "B"
        for larger in ("kB", "MB", "GB", "TB"):
            if size < 1000:
                break
            size, unit = size / 1000, larger
        return f"{format_decimal(round(size, 1 if size < 10 and unit != 'B' else 0), locale=self.code)}\u00a0{unit}"

    def date(self, iso: str) -> str:
        """Write an ISO date as precisely as it is given (`2024`, `2024-05`, `2024-05-10`); as it is where it is none."""
        try:
            if len(iso) == 4 and iso.isdecimal():
                return iso
            if len(iso) == 7:
                return format_skeleton("yMMMM", datetime.date.fromisoformat(iso + "-01"), locale=self.code)
            return format_date(datetime.date.fromisoformat(iso[:10]), "long", locale=self.code)
        except ValueError:
            return iso

    def moment(self, iso: str) -> str:
        """Write an ISO time stamp in the machine's own time zone."""
        try:
            moment = datetime.datetime.fromisoformat(iso)
        except ValueError:
            return iso
        return format_datetime(moment.astimezone() if moment.tzinfo else moment, "medium", locale=self.code)

    def language_name(self, code: str) -> str:
        """Name a language given as BCP 47 tag; the tag itself where it is unknown."""
        try:
            return Locale.parse(code, sep="-").get_display_name(self.code) or code
        except (ValueError, UnknownLocaleError):
            return code


@cache
def language(code: str) -> Language:
    """Return a language of the interface; KeyError for one that is not in LANGUAGES."""
    if code not in LANGUAGES:
        raise KeyError(code)
    catalogue = files("lesart.web").joinpath("translations", f"{code}.po")
    if not catalogue.is_file():
        return Language(code, gettext.NullTranslations())
    compiled = io.BytesIO()
    write_mo(compiled, read_po(io.BytesIO(catalogue.read_bytes()), locale=code))
    compiled.seek(0)
    return Language(code, gettext.GNUTranslations(compiled))
