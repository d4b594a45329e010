"""Access: nobody but the person at this machine, with the token of this start, under this desk's own name."""

import re

import httpx
import pytest

from lesart.web.application import serve
from lesart.web.settings import DeskSettings
from lesart.workbench.errors import LesartError


def form_key(client: httpx.Client, path: str) -> str:
    found = re.search(r'name="form_key" value="(\w+)"', client.get(path).text)
    assert found
    return found[1]


@pytest.mark.parametrize("path", ["/", "/articles", "/articles/x.json", "/captures/" + "0" * 64, "/nowhere"])
def test_without_the_token_there_is_only_a_page_that_explains(desk, path):
    answer = httpx.get(desk.base + path)
    assert answer.status_code == 403
    assert "lesart serve" in answer.text
    assert "pile.lesart</h1>" not in answer.text


@pytest.mark.parametrize("token", ["", "wrong", "a-token-for-tests-onl", "ключ", "🗝"])
def test_a_wrong_token_opens_nothing(desk, token):
    answer = httpx.get(desk.base, params={"token": token})
    assert answer.status_code == 403
    assert "set-cookie" not in answer.headers


def test_the_token_is_exchanged_for_a_strict_cookie_and_leaves_the_address(desk):
    answer = httpx.get(desk.opened + "&q=x")
    assert (answer.status_code, answer.headers["location"]) == (303, "/?q=x")
    cookie = answer.headers["set-cookie"].lower()
    assert "httponly" in cookie
    assert "samesite=strict" in cookie
    assert "a-token-for-tests-only" not in cookie


@pytest.mark.parametrize("path", ["//evil.example/x", "/\\evil.example"])
def test_the_exchange_never_leads_to_another_host(desk, path):
    answer = httpx.get(desk.base + path + "?token=a-token-for-tests-only")
    assert not answer.headers.get("location", "/").startswith(("//", "/\\", "http"))


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1", "localhost:1", "127.0.0.1.nip.io:{port}", "[::1]", ""])
def test_a_foreign_host_name_is_refused_even_with_the_session(desk, host):
    with desk.client() as client:
        port = desk.base.rpartition(":")[2]
        assert client.get("/", headers={"Host": host.format(port=port)}).status_code in (400, 421)


def test_the_desk_answers_under_all_names_of_this_machine(desk):
    port = desk.base.rpartition(":")[2]
    with desk.client() as client:
        cookie = "; ".join(f"{name}={value}" for name, value in client.cookies.items())
    for name in ("127.0.0.1", "localhost", "[::1]"):
        answer = httpx.get(desk.base, headers={"Host": f"{name}:{port}", "Cookie": cookie})
        assert answer.status_code == 200, name


@pytest.mark.parametrize(
    "headers",
    [
        {},
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Sec-Fetch-Site": "none"},
        {"Sec-Fetch-Site": "same-origin", "Origin": "https://evil.example"},
    ],
)
def test_a_form_that_was_not_sent_from_the_desk_is_refused(own_desk, keys, headers):
    with own_desk.client() as client:
        data = {"form_key": form_key(client, f"/articles/{keys['Ein']}/correct"), "title": "Anders"}
        answer = client.post(f"/articles/{keys['Ein']}/correct", data=data, headers=headers)
        assert answer.status_code == 403
        assert "Anders" not in client.get(f"/articles/{keys['Ein']}").text


@pytest.mark.parametrize("key", [None, "", "0" * 64, "ключ"])
def test_a_form_without_this_desks_form_key_is_refused(own_desk, keys, key):
    with own_desk.client() as client:
        data = {"title": "Anders"} | ({"form_key": key} if key is not None else {})
        answer = client.post(f"/articles/{keys['Ein']}/correct", data=data, headers={"Sec-Fetch-Site": "same-origin"})
        assert answer.status_code == 403
        assert "Anders" not in client.get(f"/articles/{keys['Ein']}").text


def test_a_form_that_is_too_large_is_not_read(desk, keys):
    with desk.client() as client:
        own = {"Sec-Fetch-Site": "same-origin", "Content-Type": "application/x-www-form-urlencoded"}
        answer = client.post(f"/articles/{keys['Ein']}/correct", content=b"title=" + b"x" * (1 << 20), headers=own)
        assert answer.status_code == 413
        endless = client.post(f"/articles/{keys['Ein']}/correct", content=iter([b"title=x"]), headers=own)
        assert endless.status_code == 411


@pytest.mark.parametrize("path", ["/", "/static/css/tokens.css", "/nowhere", "/articles?q=%22offen"])
def test_every_answer_carries_the_strict_headers(desk, path):
    with desk.client() as client:
        headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "http" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"


def test_two_desks_on_one_machine_have_two_cookies():
    one, other = DeskSettings("a", "first token", 1), DeskSettings("a", "second token", 2)
    assert one.cookie != other.cookie
    assert len({one.session, other.session, one.form_key, other.form_key}) == 4


def test_the_desk_does_not_listen_on_the_network(filled):
    with pytest.raises(LesartError, match="does not listen"):
        serve(str(filled), host="0.0.0.0", open_browser=False)
