"""Migrations: run the revisions inside the transaction that `lesart.store.migrating` has begun."""

from alembic import context

from lesart.store.schema import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
