import pytest

from lesart.exporters.registry import EXPORTERS, exporter


def test_every_format_is_found_by_its_name():
    assert [exporter(one.name) for one in EXPORTERS] == list(EXPORTERS)


def test_names_are_unique():
    assert len({one.name for one in EXPORTERS}) == len(EXPORTERS)


def test_an_unknown_format_names_those_that_there_are():
    with pytest.raises(KeyError, match="jsonl"):
        exporter("papyrus")
