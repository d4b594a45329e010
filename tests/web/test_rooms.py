"""Rooms: what the addresses answer, the good and the hostile ones."""

import hashlib
import json

import pytest

OWN = {"Sec-Fetch-Site": "same-origin"}


@pytest.mark.parametrize(
    "key",
    [
        "nothing", "0", "-", "-1", "a-b", "999999999999-0", "..", "%2e%2e%2fetc", "%00", "é", "ключ", "🌊", "e\u0301",
        "<script>", "' OR 1=1 --", "a" * 3000, "{{7*7}}", "%", "_", "*",
    ],
)  # fmt: skip
@pytest.mark.parametrize(
    "place", ["/articles/{}", "/articles/{}.json", "/articles/{}/correct", "/documents/{}", "/captures/{}"]
)
def test_hostile_keys_find_nothing_and_break_nothing(desk, place, key):
    with desk.client() as client:
        answer = client.get(place.format(key))
    assert answer.status_code in (200, 404)
    assert answer.status_code == 404 or str(answer.url.path) in ("/articles", "/documents") or key in ("..", "%")
    assert "<script>window" not in answer.text
    assert "Traceback" not in answer.text


@pytest.mark.parametrize(
    "query",
    [
        "layers=", "layers=none,x", "mark=1-0", "mark=5-99999999", "mark=²-³", "passage=-1-5", "passage=0-1", "move=x",
        "page=0", "page=99999999999999999999", "order=nonsense", "q=%22", "q=%28%28%28", "q=" + "x" * 5000, "since=gestern",
        "language=%27%3B--", "q=%00", "lang=xx", "theme=neon", "date=%F0%9F%8C%8A",
    ],
)  # fmt: skip
def test_hostile_queries_are_answered(desk, keys, query):
    with desk.client() as client:
        for path in (
            "/",
            "/articles",
            "/failures",
            f"/articles/{keys['Ein']}",
            f"/documents/{keys['Die'].rpartition('-')[0]}",
        ):
            answer = client.get(f"{path}?{query}")
            assert answer.status_code in (200, 400), path
            assert "Traceback" not in answer.text


def test_an_article_begins_with_its_title_and_shows_every_word_of_it(desk, keys):
    with desk.client() as client:
        page = client.get(f"/articles/{keys['Вода']}").text
    assert page.count("<h1>") == 1
    assert 'lang="ru"' in page
    for words in ("Вода вернулась в канал", "После трёх недель", "ещё на метр"):
        assert words in page


def test_the_page_as_json_is_the_row_it_is_made_from(desk, keys):
    with desk.client() as client:
        answer = client.get(f"/articles/{keys['Ein']}.json")
    row = json.loads(answer.text)
    assert answer.headers["content-type"] == "application/json"
    assert row["row"]["key"] == keys["Ein"]
    assert "zu-nichte" in row["document"]["text"]


def test_a_capture_comes_as_a_file_that_no_browser_shows(desk, keys):
    with desk.client() as client:
        sha256 = json.loads(client.get(f"/articles/{keys['Ein']}.json").text)["capture"]["sha256"]
        answer = client.get(f"/captures/{sha256}")
        assert hashlib.sha256(answer.content).hexdigest() == sha256
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment")
        assert answer.headers["content-security-policy"].startswith("sandbox")
        assert client.get("/captures/" + "0" * 64).status_code == 404


def test_search_marks_the_words_and_leads_to_the_passage(desk, keys):
    with desk.client() as client:
        page = client.get("/articles", params={"q": "Messung"}).text
        assert "<mark>Messung</mark>" in page
        assert f"/articles/{keys['Ein']}?mark=" in page
        passage = client.get(
            page.split(f'href="/articles/{keys["Ein"]}')[1]
            .split('"')[0]
            .join([f"/articles/{keys['Ein']}", ""])
            .replace("&amp;", "&")
        )
        assert 'id="hit"' in passage.text


def test_a_query_that_cannot_be_read_says_so_and_keeps_the_words(desk):
    with desk.client() as client:
        answer = client.get("/articles", params={"q": '"offen'})
    assert answer.status_code == 400
    assert 'role="alert"' in answer.text
    assert 'value="&#34;offen"' in answer.text


def test_facets_narrow_the_list_and_can_be_taken_away(desk):
    with desk.client() as client:
        narrowed = client.get("/articles", params={"language": "ru"}).text
    assert "Вода вернулась" in narrowed
    assert "Das Archiv" not in narrowed
    assert 'class="narrowings"' in narrowed


def test_a_failure_stands_with_its_reason_and_its_advice(desk):
    with desk.client() as client:
        page = client.get("/failures").text
    assert "kaputt.pdf" in page
    assert 'class="advice"' in page


def test_the_overview_counts_what_is_there(desk):
    with desk.client() as client:
        page = client.get("/").text
    assert "pile.lesart" in page
    assert "kaputt.pdf" in page
    assert "Deutsch" in page
    assert "Russisch" in page


@pytest.mark.parametrize(
    ("action", "data"),
    [
        ("articles/{article}/restore", {"span": "0-0"}),
        ("articles/{article}/restore", {"span": "x"}),
        ("articles/{article}/remove", {"span": "0-5", "kind": "nonsense"}),
        ("documents/{document}/add", {"at": "²"}),
        ("documents/{document}/add", {"at": "999999"}),
        ("documents/{document}/move", {"move": "0"}),
        ("documents/{document}/move", {"move": "7:9"}),
        ("documents/{document}/remove", {"at": "0"}),
        ("judgements/999/undo", {}),
        ("judgements/999999999999999999999999/redo", {}),
    ],
)
def test_decisions_that_make_no_sense_are_refused_with_words(own_desk, keys, action, data):
    with own_desk.client() as client:
        page = client.get(f"/articles/{keys['Ein']}?layers=removed").text
        data = {"form_key": page.split('name="form_key" value="')[1].split('"')[0]} | data
        path = action.format(article=keys["Ein"], document=keys["Die"].rpartition("-")[0])
        answer = client.post("/" + path, data=data, headers=OWN)
    assert 400 <= answer.status_code < 500
    assert "<h1>" in answer.text


@pytest.mark.parametrize(
    "back", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)", "x\ny"]
)
def test_a_decision_never_sends_the_browser_elsewhere(own_desk, keys, back):
    with own_desk.client() as client:
        page = client.get(f"/articles/{keys['Ein']}?layers=removed").text
        key = page.split('name="form_key" value="')[1].split('"')[0]
        span = page.split('name="span" value="')[1].split('"')[0]
        data = {"form_key": key, "span": span, "back": back}
        client.follow_redirects = False
        answer = client.post(f"/articles/{keys['Ein']}/restore", data=data, headers=OWN)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/articles/{keys['Ein']}")
