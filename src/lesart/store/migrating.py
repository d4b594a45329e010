"""Migrating: bring a collection's schema up to the newest revision, in one transaction, after a backup."""

from importlib.metadata import version
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine

from lesart.store import schema
from lesart.store.clock import now
from lesart.store.dialects import sqlite

MIGRATIONS = Path(__file__).parent / "migrations"


def known_revisions() -> frozenset[str]:
    """Return the names of all revisions that this Lesart knows."""
    return frozenset(script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions())


def upgrade(engine: Engine, path: Path, revision: str | None, to: str = schema.REVISION) -> Path | None:
    """Bring a collection from `revision` (None: an empty file) to `to`; return where the backup lies, if one was made."""
    with sqlite.only_writer(path):
        backup = sqlite.back_up(path, revision) if revision is not None else None
        if revision is None:
            sqlite.use_wal(path)
        with sqlite.writing(engine) as connection:
            config = alembic_config()
            config.attributes["connection"] = connection
            command.upgrade(config, to)
            if revision is None:
                facts = [("created_at", now()), ("created_by", f"Lesart {version('lesart')}")]
                connection.execute(
                    schema.properties.insert(), [{"name": name, "value": value} for name, value in facts]
                )
            sqlite.stamp(connection, int(to))
    return backup


def alembic_config() -> Config:
    """Return Alembic's configuration: where the revisions lie; `attributes['connection']` is to be set."""
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    return config
