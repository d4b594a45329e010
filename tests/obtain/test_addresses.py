"""Which addresses may be asked."""

import ipaddress

import pytest

from lesart.pipeline.obtain.addresses import is_public, target_of
from lesart.readers.reader import UnreadableError


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0",
        "224.0.0.1", "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1",
        "::1", "::", "fe80::1", "fc00::1", "fd12::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1",
        "2002:7f00:1::", "64:ff9b::7f00:1", "2001:db8::1",
    ],
)  # fmt: skip
def test_inner_addresses_are_not_public(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["93.184.215.14", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "::ffff:8.8.8.8"])
def test_public_addresses_are_public(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/", "http://2130706433/", "http://0x7f.1/", "http://[::1]/", "http://localhost/",
        "http://[::ffff:127.0.0.1]:80/", "http://0/", "https://user@8.8.8.8/", "http://:pw@8.8.8.8/", "ftp://8.8.8.8/",
        "javascript:alert(1)", "http://", "http:///x", "http://8.8.8.8:99999/", "http://[::1", "http://a..b/", "file:///a",
        "http://" + "ä" * 80 + ".example/",
    ],
)  # fmt: skip
def test_places_that_are_refused(url: str) -> None:
    with pytest.raises(UnreadableError) as caught:
        target_of(url, allow_private=False)
    assert caught.value.reason
    assert caught.value.advice


def test_a_target_is_pinned_to_an_address_and_written_in_ascii() -> None:
    target = target_of("http://8.8.8.8:8080/straße und 🙂?q=ё", allow_private=False)
    assert (target.ip, target.port, target.host_header) == ("8.8.8.8", 8080, "8.8.8.8:8080")
    assert target.path == "/stra%C3%9Fe%20und%20%F0%9F%99%82?q=%D1%91"
