"""Languages: everything the desk says is said in German too, dates and numbers in each language's manner."""

import re
from importlib.resources import files
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

from lesart.articles.splitting.signs import SIGNS
from lesart.web.languages import language
from lesart.web.preferences import wished
from lesart.web.presenters import wording
from lesart.web.presenters.findings import in_words

WEB = Path(str(files("lesart.web")))
KEYWORDS = {"_": None, "gettext": None, "ngettext": (1, 2), "N_": None, "say": None, "count": (1, 2)}
PLACES = re.compile(r"%\(\w+\)s")


def messages() -> set[str | tuple[str, ...]]:
    methods = [("**.py", "python"), ("templates/**.html", "jinja2")]
    return {found[2] for found in extract_from_dir(WEB, methods, keywords=KEYWORDS)}


def catalogue() -> dict[str | tuple[str, ...], str | tuple[str, ...]]:
    with (WEB / "translations/de.po").open("rb") as file:
        return {m.id if isinstance(m.id, str) else tuple(m.id): m.string for m in read_po(file) if m.id and not m.fuzzy}


def test_every_message_is_translated_and_no_translation_is_left_over():
    assert len(messages()) > 200
    assert messages() == set(catalogue())
    assert all(all(s) if isinstance(s, tuple) else s for s in catalogue().values())


def test_a_translation_has_the_places_of_its_message():
    for message, translation in catalogue().items():
        one, other = (message[-1], translation[-1]) if isinstance(message, tuple) else (message, translation)
        assert sorted(PLACES.findall(one)) == sorted(PLACES.findall(other)), message


@pytest.mark.parametrize(
    ("iso", "german", "english"),
    [
        ("2024", "2024", "2024"),
        ("2024-05", "Mai 2024", "May 2024"),
        ("2024-05-10", "10. Mai 2024", "May 10, 2024"),
        ("gestern", "gestern", "gestern"),
        ("2024-13", "2024-13", "2024-13"),
        ("вчера", "вчера", "вчера"),
    ],
)
def test_a_date_is_written_as_precisely_as_it_is_known(iso, german, english):
    assert (language("de").date(iso), language("en").date(iso)) == (german, english)


@pytest.mark.parametrize(("share", "written"), [(1.0, "100 %"), (0.999, "99 %"), (0.57, "57 %"), (0.0, "0 %")])
def test_only_certainty_reads_a_hundred_percent(share, written):
    assert language("de").percent(share) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("size", "written"), [(0, "0 B"), (999, "999 B"), (1500, "1,5 kB"), (276_264, "276 kB"), (5 * 10**9, "5 GB")]
)
def test_sizes_are_written_in_the_unit_that_fits(size, written):
    assert language("de").size(size) == written.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("header", "chosen"),
    [
        ("", "de"),
        ("en-GB,en;q=0.9", "en"),
        ("fr,en;q=0.5,de;q=0.8", "de"),
        ("en;q=0,fr", "de"),
        ("ru, uk", "de"),
        ("x;q=?,en", "en"),
        ("🌊", "de"),
    ],
)
def test_the_browsers_wish_is_followed_as_far_as_we_speak_it(header, chosen):
    assert wished(header) == chosen


@pytest.mark.parametrize(
    ("finding", "german"),
    [
        ("a title with a byline of its own, a wider gap", "ein Titel: eigene Autorenzeile, größerer Abstand"),
        ("behind the last sentence: „Подписывайтесь“", "hinter dem letzten Satz: „Подписывайтесь“"),
        ("behind the last sentence: „a rule 🌊 e\u0301“", "hinter dem letzten Satz: „a rule 🌊 e\u0301“"),
        (
            "the date of publication in mail header Date; not before the first publication",
            "das Erscheinungsdatum in: Mail-Kopfzeile Date; nicht vor der Erstveröffentlichung",
        ),
        ("judgement of Ada Ohne, 2026-05-01", "Entscheidung von Ada Ohne, 1. Mai 2026"),
        (
            "Get it anew; if it opens elsewhere, save it from there again.",
            "Besorgen Sie es neu; wenn es sich anderswo öffnen lässt, speichern Sie es von dort noch einmal.",
        ),
        ("the PDF is damaged: xref", "das PDF ist beschädigt: xref"),
        ("something new", "something new"),
    ],
)
def test_reasons_are_said_in_german_and_unknown_ones_as_they_come(finding, german):
    assert in_words(language("de"), finding) == german
    assert in_words(language("en"), finding.replace("2026-05-01", "x")) == finding.replace("2026-05-01", "x")


def test_every_sign_of_a_cut_has_german_words():
    german = language("de")
    assert [
        sign.wording for sign in SIGNS.values() if sign.weight > 0 and in_words(german, sign.wording) == sign.wording
    ] == []


def test_every_value_of_the_text_model_has_a_word():
    from lesart.text.article import Basis, Extent, Relation, RemovalKind, Role

    for kind, words in (
        (Basis, wording.BASES),
        (Extent, wording.EXTENTS),
        (Relation, wording.RELATIONS),
        (RemovalKind, wording.REMOVAL_KINDS),
        (Role, wording.ROLES),
    ):
        assert set(words) == set(kind)
