"""Batches on disk: they come back as they were, and nothing is left behind."""

from hypothesis import given
from hypothesis import strategies as st

from lesart.pipeline.spool import read_records, spool_folder, take_sources, write_records, write_sources
from lesart.readers.reader import Record, Source

payloads = st.recursive(
    st.none() | st.integers(-(2**60), 2**60) | st.text() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=8,
)


@given(payloads=st.lists(payloads, max_size=5))
def test_records_come_back_as_they_were(tmp_path_factory, payloads):
    path = tmp_path_factory.mktemp("spool") / "records"
    records = [Record(n, payload, f"Zeile {n} 🚢") for n, payload in enumerate(payloads)]
    write_records(path, records)
    assert read_records(str(path)) == records


def test_members_come_back_once_and_their_batch_is_gone(tmp_path):
    sources = [Source("Порт cafe\u0301".encode(), "a.zip!/порт 🚢.txt", headers={"x": "ü"})]
    write_sources(tmp_path / "members", sources)
    assert take_sources(str(tmp_path / "members")) == sources
    assert list(tmp_path.iterdir()) == []


def test_the_folder_is_removed_in_the_end_and_those_of_dead_runs_before(tmp_path):
    collection = tmp_path / "pile.lesart"
    dead = tmp_path / ".pile.lesart-spool-999999999-x"
    dead.mkdir()
    (dead / "members-0").write_bytes(b"left behind")
    with spool_folder(collection) as folder:
        assert not dead.exists()
        assert folder.parent == tmp_path
        with spool_folder(collection) as other:  # of a run that lives
            assert folder.exists()
            assert other.exists()
    assert list(tmp_path.iterdir()) == []
