"""Revision 0002: full-text search, the vocabulary, and counts by facet."""

import sqlalchemy as sa
from alembic import op

from lesart.store.dialects import fulltext
from lesart.store.rebuilding import rebuild

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "counts",
        sa.Column("field", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("field", "value", name=("pk_counts")),
    )
    op.create_table(
        "vocabulary",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("term", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("pk_vocabulary")),
        sa.UniqueConstraint("term", name=("uq_vocabulary_term")),
    )
    for statement in fulltext.CREATE:
        op.execute(statement)
    rebuild(op.get_bind())


def downgrade() -> None:
    for statement in fulltext.DROP:
        op.execute(statement)
    op.drop_table("vocabulary")
    op.drop_table("counts")
