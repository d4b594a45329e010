"""Addresses: which hosts may be asked, by the IP addresses that their names stand for."""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

from lesart.readers.reader import UnreadableError

PORTS = {"http": 80, "https": 443}
_EMBEDDED_V4 = (ipaddress.ip_network("64:ff9b::/96"), ipaddress.ip_network("64:ff9b:1::/48"))
Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Target:
    """A URL taken apart, with the one IP address to which the connection is pinned."""

    scheme: str
    host: str
    port: int
    path: str
    ip: str

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.bracketed}:{self.port}"

    @property
    def bracketed(self) -> str:
        return f"[{self.host}]" if ":" in self.host else self.host

    @property
    def host_header(self) -> str:
        return self.bracketed if PORTS[self.scheme] == self.port else f"{self.bracketed}:{self.port}"


def target_of(url: str, *, allow_private: bool) -> Target:
    """Take a URL apart and resolve its host once.

    UnreadableError for other schemes, credentials, unknown hosts, and hosts of which any address is not public:
    a name with a public and a private address is a trick.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna").decode("ascii") if not _is_ip(parts.hostname) else parts.hostname
    except (ValueError, UnicodeError) as error:
        raise UnreadableError(f"this is no URL: {url[:200]}", "Check the spelling.") from error
    if parts.scheme not in PORTS or not host:
        raise UnreadableError(
            f"only http and https are fetched, not {parts.scheme or 'this'}", "Save the page and add it."
        )
    if parts.username is not None or parts.password is not None:
        raise UnreadableError("the URL holds a name or password", "Leave it out, or save the page and add it.")
    ips = _resolved(host, port or PORTS[parts.scheme])
    if not allow_private and (inner := [ip for ip in ips if not is_public(ip)]):
        raise UnreadableError(
            f"{host} is at {inner[0]}, which is not a public address",
            "If it is a server of your own, allow private addresses for this run.",
        )
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return Target(parts.scheme, host, port or PORTS[parts.scheme], _ascii(path), str(ips[0]))


def _is_ip(host: str | None) -> bool:
    try:
        ipaddress.ip_address(host or "")
    except ValueError:
        return False
    return True


def _ascii(path: str) -> str:
    """Write a path as it goes over the wire: other characters percent-encoded, blanks too."""
    return "".join(c if "!" <= c <= "~" else "".join(f"%{b:02X}" for b in c.encode("utf-8", "replace")) for c in path)


def _resolved(host: str, port: int) -> list[Address]:
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnreadableError(f"the host {host} is not known", "Check the spelling and the network.") from error
    addresses = [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]
    if not addresses:
        raise UnreadableError(f"the host {host} has no address", "Check the spelling and the network.")
    return addresses


def is_public(address: Address) -> bool:
    """Say whether an address is one of the public internet, also where IPv6 wraps an IPv4 address."""
    if isinstance(address, ipaddress.IPv6Address) and (inner := _inner_v4(address)) is not None:
        return is_public(inner)
    return address.is_global and not (
        address.is_multicast
        or address.is_reserved
        or address.is_unspecified
        or address.is_loopback
        or address.is_link_local
        or address.is_private
    )


def _inner_v4(address: ipaddress.IPv6Address) -> ipaddress.IPv4Address | None:
    if address.ipv4_mapped or address.sixtofour:
        return address.ipv4_mapped or address.sixtofour
    if address.teredo:
        return address.teredo[1]
    if any(address in network for network in _EMBEDDED_V4) or int(address) >> 32 == 0:
        return ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)
    return None
