"""Every registered reader: what it gives holds together, and broken input ends in UnreadableError and nothing else."""

import random
import time
from contextlib import suppress

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.readers.samples import SAMPLES, read_all, source

from lesart.readers.reader import Limits, Member, Reader, Record, Source, UnreadableError
from lesart.readers.registry import READERS, reader_for
from lesart.text.document import Document

SMALL = Limits(unpacked_bytes=4_000_000, member_bytes=1_000_000, members=50, text_characters=200_000, seconds=5.0)
MUTATIONS = 25  # of each sample
SLOWEST = 10.0  # seconds for one mutated file


def check(document: Document) -> None:
    """Check that spans lie in the text in order, and the text can be stored."""
    document.text.encode("utf-8")
    assert document.text.strip()
    previous = 0
    for block in document.blocks:
        words = block.span.of(document.text)
        assert words == words.strip() != ""
        assert block.span.start >= previous
        previous = block.span.end
    for link in document.links:
        assert link.span.of(document.text)
        assert not link.url.lower().startswith(("javascript:", "data:", "vbscript:"))
    for repair in document.repairs:
        assert repair.span.of(document.text) != repair.replacement
    for clue in document.clues:
        assert clue.value
        assert clue.source
        clue.value.encode("utf-8")


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Damage bytes: cut off, overwrite, insert, remove, repeat, or exchange with noise."""
    out = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(out) + 1)
        size = chance.choice((1, 1, 4, 64, 1000))
        match chance.randrange(6):
            case 0:
                del out[at:]
            case 1:
                out[at : at + size] = chance.randbytes(size)
            case 2:
                out[at:at] = chance.randbytes(size)
            case 3:
                del out[at : at + size]
            case 4:
                out[at:at] = out[at : at + size]
            case _:
                out[at : at + 1] = b"\0\xff<>&\"'{}[]"[: chance.randint(1, 12)]
    return bytes(out)


def try_reading(given_source: Source, readers: tuple[Reader, ...] = ()) -> None:
    started = time.monotonic()
    with suppress(UnreadableError):
        documents, _ = read_all(given_source, SMALL)
        for document in documents:
            check(document)
    for reader in readers:
        with suppress(UnreadableError):
            for part in reader.parts(given_source, SMALL):
                if isinstance(part, Record) and reader.document:
                    check(reader.document(given_source, part, SMALL))
    assert time.monotonic() - started < SLOWEST


@pytest.mark.parametrize("name", SAMPLES)
def test_a_sample_is_recognised_and_gives_sound_documents(name: str) -> None:
    given_source = source(*SAMPLES[name])
    assert reader_for(given_source).name == ("gzip" if name == "bzip2" else name)
    documents, unread = read_all(given_source, Limits())
    assert documents
    assert not unread
    for document in documents:
        check(document)


def test_every_reader_has_a_sample_and_a_name_of_its_own() -> None:
    assert {reader.name for reader in READERS} <= set(SAMPLES)
    assert len({reader.name for reader in READERS}) == len(READERS)


@pytest.mark.parametrize("name", SAMPLES)
def test_the_same_source_gives_the_same_twice(name: str) -> None:
    assert read_all(source(*SAMPLES[name]), Limits()) == read_all(source(*SAMPLES[name]), Limits())


@pytest.mark.parametrize("name", SAMPLES)
def test_damaged_files_end_in_documents_or_a_reason(name: str) -> None:
    chance = random.Random(name)
    file, data = SAMPLES[name]
    readers = tuple(reader for reader in READERS if reader.name == name)
    for _ in range(MUTATIONS):
        try_reading(source(file, mutated(data, chance)), readers)


@pytest.mark.parametrize("name", SAMPLES)
def test_cut_off_files_end_in_documents_or_a_reason(name: str) -> None:
    file, data = SAMPLES[name]
    for share in range(8):
        try_reading(source(file, data[: len(data) * share // 8]), ())


@given(data=st.binary(max_size=400), name=st.sampled_from([name for name, _ in SAMPLES.values()]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_noise_under_any_name_ends_in_documents_or_a_reason(data: bytes, name: str) -> None:
    try_reading(source(name, data), READERS)


@given(text=st.text(max_size=300), name=st.sampled_from(["a.txt", "a.html", "a.csv", "a.json", "a.eml", "a.xml"]))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_under_any_name_ends_in_documents_or_a_reason(text: str, name: str) -> None:
    try_reading(source(name, text.encode("utf-8", "surrogatepass")))


@pytest.mark.parametrize("data", [b"", b"\x89PNG\r\n\x1a\n0000", b"Rar!\x1a\x07", b"{\\rtf1 x}", bytes(range(256)) * 8])
def test_what_no_reader_knows_is_refused_with_advice(data: bytes) -> None:
    with pytest.raises(UnreadableError) as caught:
        reader_for(Source(data, "/presse/x.bin"))
    assert caught.value.reason
    assert caught.value.advice


def test_members_name_where_they_lie() -> None:
    reader = reader_for(source(*SAMPLES["zip"]))
    uris = [part.source.uri for part in reader.parts(source(*SAMPLES["zip"]), Limits()) if isinstance(part, Member)]
    assert uris == ["/presse/a.zip!/a.txt", "/presse/a.zip!/b/c.html"]
