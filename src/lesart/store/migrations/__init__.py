"""Migrations: the revisions of the schema, run by Alembic."""
