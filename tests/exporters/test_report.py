import io
from dataclasses import replace
from html.parser import HTMLParser

import pytest
from lxml import html

from lesart.exporters.exported import ExportedCollection, ExportedFailure, ExportedOrigin
from lesart.exporters.report import dated, write_report
from lesart.exporters.wording import ENGLISH, GERMAN, WORDINGS, wording
from lesart.text.article import Basis, Evidence, Extent, Publication, Relation, RemovalKind, Role, Statement

COLLECTION = ExportedCollection("Deich & Fluss", "2031-03-06T12:00:00Z", 3, 2, 1, (("de", 1),))
FAILURE = ExportedFailure("/pile/<script>.pdf", "read", "The file is cut off", "Get it again")


def report(*articles, language="de"):
    out = io.BytesIO()
    assert write_report(COLLECTION, articles, [FAILURE], out, language=language) == len(articles)
    return out.getvalue().decode("utf-8")


@pytest.mark.parametrize("language", WORDINGS)
def test_the_report_says_what_is_known(clipping, language):
    page = html.fromstring(report(clipping, language=language))
    text = page.text_content()
    assert page.get("lang") == language
    for words in ("Deich & Fluss", "Käthe Möller", "2031-03-03", "Furter Post", "ещё на метр", "🌊", "zunichte"):
        assert words in text


def test_evidence_leads_to_the_line_it_rests_on(clipping):
    page = html.fromstring(report(clipping))
    (link,) = page.xpath("//a[contains(., 'Zuerst erschienen')]")
    (place,) = page.xpath(f"//*[@id='{link.get('href')[1:]}']")
    assert place.getparent().text_content().strip().startswith("Zuerst erschienen")


def test_every_link_stays_inside_the_file_and_arrives(clipping):
    page = html.fromstring(report(clipping, clipping))
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    targets = page.xpath("//a/@href")
    assert targets
    assert all(target.startswith("#") and target[1:] in ids for target in targets)


def test_removed_passages_can_be_opened_where_they_stood(clipping):
    page = html.fromstring(report(clipping))
    passages = page.xpath("//div[@class='reading']/details")
    assert [p.xpath("string(summary)") for p in passages] == [
        "Herausgenommen: Zeile mit Angaben",
        "Herausgenommen: Anzeige",
    ]
    assert "Gummistiefel" in passages[1].text_content()


def test_the_title_line_is_shown_once(clipping):
    page = html.fromstring(report(clipping))
    assert page.xpath("string(//article//h2)") == "Der Deich von Hohenfurt hält 🌊"
    assert "Hohenfurt hält" not in page.xpath("string(//div[@class='reading'])")


def test_failures_say_what_to_do(clipping):
    page = html.fromstring(report(clipping))
    assert "Get it again" in page.xpath("string(//*[@id='failures'])")


HOSTILE = "\"><script>alert(1)</script><img src=x onerror=alert(1)>{{7*7}}'--></style>"


class Tags(HTMLParser):
    def __init__(self):
        super().__init__()
        self.seen: list[tuple[str, dict]] = []

    def handle_starttag(self, tag, attrs):
        self.seen.append((tag, dict(attrs)))


def test_hostile_texts_stay_texts(clipping):
    hostile = replace(
        clipping,
        article=replace(
            clipping.article,
            title=Statement(HOSTILE, Evidence(HOSTILE, source=HOSTILE)),
            language=Statement(HOSTILE, Evidence(HOSTILE)),
            url=Statement("javascript:alert(1)", Evidence("x")),
        ),
        origins=(ExportedOrigin(HOSTILE, "url", HOSTILE),),
        key=HOSTILE,
    )
    page = report(hostile)
    tags = Tags()
    tags.feed(page)
    assert not {tag for tag, _ in tags.seen} & {"script", "img", "iframe", "object", "link", "form", "base"}
    assert not [name for _, attributes in tags.seen for name in attributes if name.startswith("on") or name == "style"]
    assert "{{7*7}}" in html.fromstring(page).text_content()
    assert "javascript:" not in " ".join(attributes.get("href") or "" for _, attributes in tags.seen)


def test_the_page_forbids_scripts_and_the_network(clipping):
    page = html.fromstring(report(clipping))
    (policy,) = page.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'")
    assert not page.xpath("//@src | //link")
    assert "url(" not in page.xpath("string(//style)")


@pytest.mark.parametrize("members", [RemovalKind, Role, Relation, Basis, Extent])
def test_every_kind_has_words_in_both_languages(members):
    for words in (GERMAN, ENGLISH):
        assert {str(member) for member in members} <= set(words)


def test_both_languages_have_the_same_words():
    assert set(GERMAN) == set(ENGLISH)


def test_a_language_without_words_is_refused():
    with pytest.raises(ValueError, match="de, en"):
        wording("tlh")


@pytest.mark.parametrize(
    ("published", "said"),
    [
        (Publication("2031-03"), "2031-03"),
        (Publication(earliest="2031-03-01", latest="2031-03-08"), "between 2031-03-01 and 2031-03-08"),
        (Publication(earliest="2031-03-01"), "not before 2031-03-01"),
        (Publication(latest="2031-03-08"), "not after 2031-03-08"),
        (Publication(), "date unknown"),
    ],
)
def test_a_date_is_never_more_than_is_known(published, said):
    assert dated(published, ENGLISH) == said
