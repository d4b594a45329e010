"""Migrating: an older collection is backed up, brought up to date in one go, and loses nothing."""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from lesart.store import queries, rebuilding
from lesart.store.delivery import Versions
from lesart.store.description import schema_page
from lesart.store.migrating import alembic_config, known_revisions
from lesart.store.schema import NUMBER, REVISION, metadata
from lesart.store.store import Store, open_store
from lesart.store.writing import write

ROOT = Path(__file__).parents[2]


def back_to(store: Store, revision: str) -> None:
    """Make an older collection out of a present one."""
    with store.writing() as connection:
        config = alembic_config()
        config.attributes["connection"] = connection
        command.downgrade(config, revision)
    store.close()


def test_the_newest_revision_is_the_one_the_schema_names() -> None:
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [REVISION]
    assert int(REVISION) == NUMBER
    assert known_revisions() == {"0001", "0002"}


def test_the_revisions_make_the_schema(store: Store) -> None:
    own = {"include_name": lambda name, kind, _: kind != "table" or name in metadata.tables}
    with store.reading() as connection:
        assert compare_metadata(MigrationContext.configure(connection, opts=own), metadata) == []


def test_an_older_collection_is_upgraded_after_a_backup_and_loses_nothing(store: Store, path: Path, add) -> None:
    key = add("Порт закрыт 🏗️\n\nНачальник порта закрыл причал, die Landesregierung schwieg, cafe\u0301.", language="ru")
    before = queries.article(store, key)
    back_to(store, "0001")
    with closing(open_store(path)) as upgraded:
        assert queries.article(upgraded, key) == before
        assert queries.search(upgraded, "причал Regierung").total == 1
        assert dict(queries.facets(upgraded)[0].values) == {"ru": 1}
    (backup,) = path.parent.glob("pile.lesart.backup-*-revision-0001")
    with closing(sqlite3.connect(backup)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert old.execute("SELECT key FROM articles").fetchall() == [(key,)]


def test_a_second_backup_on_one_day_does_not_replace_the_first(store: Store, path: Path) -> None:
    back_to(store, "0001")
    back_to(open_store(path), "0001")
    open_store(path).close()
    assert len(list(path.parent.glob("*backup*"))) == 2


def test_an_upgrade_that_fails_leaves_the_collection_as_it_was(store: Store, path: Path, add, monkeypatch) -> None:
    key = add("Hafen\n\nDer Kai.")
    back_to(store, "0001")

    def fail(_: object) -> int:
        raise RuntimeError("in the midst")

    monkeypatch.setattr(rebuilding, "rebuild", fail)
    with pytest.raises(RuntimeError):
        open_store(path)
    with closing(sqlite3.connect(path)) as old:
        assert old.execute("SELECT version_num FROM alembic_version").fetchone() == ("0001",)
        assert old.execute("SELECT count(*) FROM sqlite_master WHERE name = 'counts'").fetchone() == (0,)
    monkeypatch.undo()
    with closing(open_store(path)) as upgraded:
        assert queries.article(upgraded, key).row.title == "Hafen"


def test_rebuilding_drops_what_no_article_points_to(store: Store, add, delivery) -> None:
    add("Hafen\n\nDer Kai.")
    write(
        store,
        replace(delivery("Hafen\n\nDie Mole.", data=b"Hafen\n\nDer Kai."), versions=Versions("2", "1", ())),
    )
    facets = queries.facets(store)
    with store.writing() as connection:
        assert rebuilding.rebuild(connection) == 1
        assert connection.exec_driver_sql("SELECT count(*) FROM article_search_docsize").scalar_one() == 1
    assert queries.facets(store) == facets
    assert queries.search(store, "Mole").total == 1


def test_the_page_on_the_schema_is_up_to_date() -> None:
    assert (ROOT / "docs" / "schema.md").read_text(encoding="utf-8") == schema_page(), "run scripts/schema-docs"


def test_every_table_and_column_says_what_it_holds() -> None:
    for table in metadata.tables.values():
        assert table.comment, table.name
        assert all(column.comment for column in table.columns), table.name
