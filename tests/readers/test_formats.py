"""What each format gives."""

import gzip

import pytest
from tests.readers.samples import CRAWL, PAGE, SAMPLES, SENTENCE, only_document, pdf, read_all, source, warc

from lesart.readers.dates import iso_day
from lesart.readers.feed import TEASER
from lesart.readers.reader import Limits, Member, UnreadableError
from lesart.readers.registry import reader_for
from lesart.text.blocks import BlockKind
from lesart.text.document import ClueField, Document


def sample(name: str) -> Document:
    return only_document(source(*SAMPLES[name]))


def values(document: Document, field: ClueField) -> list[str]:
    return [clue.value for clue in document.clues_for(field)]


def test_a_plain_text_is_the_decoded_file() -> None:
    name, data = SAMPLES["plain"]
    assert sample("plain").text == data.decode()
    assert only_document(source(name, b"\xef\xbb\xbf" + data)).text == data.decode()


def test_a_page_keeps_everything_and_says_what_is_outside() -> None:
    document = only_document(source("a.html", PAGE.encode()))
    outside = {block.span.of(document.text): block.furniture for block in document.blocks if block.furniture}
    assert outside["Politik"] == "navigation of the page"
    assert outside["Impressum und Datenschutz"] == "foot of the page"
    kinds = {block.kind for block in document.blocks}
    assert {BlockKind.HEADING, BlockKind.LIST_ITEM, BlockKind.QUOTE, BlockKind.TABLE_ROW} <= kinds
    assert SENTENCE in document.text
    assert "nie zu sehen" not in document.text


def test_the_clues_of_a_page_name_their_places() -> None:
    document = only_document(source("a.html", PAGE.encode()))
    assert values(document, "title")[0] == "Der Fluss steigt"
    assert values(document, "author") == ["Vera Beispiel", "Tom Muster"]
    (published,) = document.clues_for("published")
    assert (published.value, published.source) == ("2024-05-10", "html meta article:published_time")
    assert published.evidence == "2024-05-10T10:00:00+02:00"
    assert values(document, "outlet") == ["Das Blatt"]


def test_a_page_is_read_in_the_encoding_that_it_declares() -> None:
    page = (
        PAGE.replace("utf-8", "windows-1251")
        .replace("🙂", "")
        .replace("ß", "ss")
        .translate(str.maketrans("äöüÜ„“", 'aouU""'))
    )
    document = only_document(source("a.html", page.encode("cp1251", "replace")))
    assert "из Москви" in document.text


def test_a_page_that_begins_with_a_script_is_a_page_by_its_name() -> None:
    data = b"<noscript></noscript><script>var a = 1; /* nothing to read */</script><p>" + SENTENCE.encode() + b"</p>"
    assert reader_for(source("seite.html", data)).name == "html"
    assert "nothing to read" not in only_document(source("seite.html", data)).text


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match="no text"):
        only_document(source("a.html", b"<html><body><script>x()</script></body></html>"))


def test_words_cut_at_line_ends_are_repairs_and_page_furniture_is_marked() -> None:
    lines = ["Am Morgen stieg der Fluss in der Stadt, und die Regie-", "rung beriet. Die Trump-", "Regierung sah zu."]
    document = only_document(source("a.pdf", pdf([lines, ["Zweite Seite."], ["Dritte Seite."]])))
    assert [(r.span.of(document.text), r.replacement) for r in document.repairs] == [
        ("Regie-\nrung", "Regierung"),
        ("Trump-\nRegierung", "Trump-Regierung"),
    ]
    reasons = [block.furniture for block in document.blocks]
    assert reasons.count("running head") == 3
    assert len([reason for reason in reasons if reason]) == 6


def test_a_word_file_has_its_headings_lists_and_rows() -> None:
    document = sample("docx")
    assert [b.kind for b in document.blocks] == [
        BlockKind.HEADING, BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.TABLE_ROW,
    ]  # fmt: skip
    assert values(document, "author") == ["Vera Beispiel"]


def test_a_message_gives_its_text_its_headers_and_its_attachment() -> None:
    given = source(*SAMPLES["eml"])
    message, attached = read_all(given, Limits())[0]
    assert message.text.startswith(SENTENCE)
    assert values(message, "title") == ["Grüße 🙂"]
    assert values(message, "published") == ["2024-05-10"]
    assert attached.media_type == "text/html"
    uris = [part.source.uri for part in reader_for(given).parts(given, Limits()) if isinstance(part, Member)]
    assert uris == ["/presse/a.eml!/seite.html"]


def test_entries_of_a_feed_say_whether_they_are_whole() -> None:
    whole, teaser = read_all(source(*SAMPLES["feed"]), Limits())[0]
    assert whole.text.startswith(f"Erster Titel\n\n{SENTENCE}")
    assert whole.links[0].url == "https://blatt.example/x"
    assert (values(whole, "published"), values(whole, "outlet")) == (["2024-05-10"], ["Das Blatt"])
    assert (whole.warnings, teaser.warnings) == ((), (TEASER,))


@pytest.mark.parametrize("name", ["jsonl", "csv"])
def test_rows_are_documents_with_clues(name: str) -> None:
    document = read_all(source(*SAMPLES[name]), Limits())[0][0]
    assert document.text == f"Ein Titel\n\n{SENTENCE}"
    assert values(document, "published") == ["2024-05-10"]
    assert document.locator in ("line 1", "row 2")


def test_a_table_without_a_known_column_is_refused_and_can_be_told() -> None:
    table = source("a.csv", f"a,b\nx,{SENTENCE.replace(',', '')}\n".encode())
    with pytest.raises(UnreadableError, match="no column holds a text; there are: a, b"):
        read_all(table, Limits())
    document = only_document(table, Limits(columns=(("text", "b"), ("title", "a"))))
    assert document.text.startswith("x\n\nGrüße")
    with pytest.raises(UnreadableError, match="no column 'c'"):
        read_all(table, Limits(columns=(("text", "c"),)))


def test_a_line_that_is_no_object_is_unread_and_the_rest_goes_on() -> None:
    lines = '{"text": "Eins"}\nkaputt\n{"text": "Дві \\ud800"}\n'
    documents, unread = read_all(source("a.jsonl", lines.encode()), Limits())
    assert [document.text for document in documents] == ["Eins", "Дві \ufffd"]
    assert unread[0].uri.endswith("#line=2")


@pytest.mark.parametrize("data", [CRAWL, gzip.compress(CRAWL)])
def test_an_archived_page_keeps_its_address_and_time(data: bytes) -> None:
    given = source("crawl.warc.gz", data)
    (part,) = reader_for(given).parts(given, Limits())
    assert isinstance(part, Member)
    assert part.source.obtained_at == "2024-05-11T06:00:00Z"
    assert part.source.media_type == "text/html; charset=utf-8"
    document = only_document(given)
    assert values(document, "url") == ["https://blatt.example/fluss?a=1"]
    assert document.links[-1].url == "https://blatt.example/fluss"


def test_scripts_in_a_crawl_are_left_out() -> None:
    script = warc("https://blatt.example/a.js", b"x()", b"text/javascript")
    assert len(read_all(source("a.warc", CRAWL + script), Limits())[0]) == 1


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("2024-05-10T23:30:00Z", "2024-05-10"), ("2024-05", "2024-05"), ("2024", "2024"), ("20240510", "2024-05-10"),
        ("10.05.2024", "2024-05-10"), ("10. Mai 2024, 12 Uhr", "2024-05-10"), ("May 10, 2024", "2024-05-10"),
        ("10 мая 2024", "2024-05-10"), ("10 травня 2024 р.", "2024-05-10"), ("Fri, 10 May 2024 08:00:00 +0200", "2024-05-10"),
        ("25/04/2024", "2024-04-25"), ("04/25/2024", "2024-04-25"), ("03/04/2024", None), ("1715328000", "2024-05-10"),
        ("31.02.2024", None), ("", None), ("gestern 🙂", None), ("e\u0301", None), ("0000-00-00", None),
    ],
)  # fmt: skip
def test_dates_are_read_up_to_the_day_or_not_at_all(written: str, day: str | None) -> None:
    assert iso_day(written) == day
