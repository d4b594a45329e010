"""Revision 0001: runs, captures, documents, articles, findings, judgements."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "judgements",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("document_key", sa.Text(), nullable=False),
        sa.Column("article_key", sa.Text(), nullable=True),
        sa.Column("field", sa.Text(), nullable=True),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.Column("anchors", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("undone_at", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=("pk_judgements")),
    )
    op.create_index("ix_judgements_document_key", "judgements", ["document_key"], unique=False)
    op.create_table(
        "properties",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=("pk_properties")),
    )
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("started_at", sa.Text(), nullable=False),
        sa.Column("finished_at", sa.Text(), nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("sources", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("captures", sa.Integer(), nullable=False),
        sa.Column("documents", sa.Integer(), nullable=False),
        sa.Column("articles", sa.Integer(), nullable=False),
        sa.Column("skipped", sa.Integer(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=("pk_runs")),
    )
    op.create_table(
        "captures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=True),
        sa.Column("first_obtained_at", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=("fk_captures_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=("pk_captures")),
        sa.UniqueConstraint("sha256", name=("uq_captures_sha256")),
    )
    op.create_table(
        "failures",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("stage", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("advice", sa.Text(), nullable=False),
        sa.Column("at", sa.Text(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.Column("resolved_at", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=("fk_failures_run_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=("pk_failures")),
    )
    op.create_index("ix_failures_uri", "failures", ["uri"], unique=False)
    op.create_table(
        "capture_chunks",
        sa.Column("capture_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("codec", sa.Text(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=("fk_capture_chunks_capture_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("capture_id", "number", name=("pk_capture_chunks")),
    )
    op.create_table(
        "checkpoints",
        sa.Column("capture_id", sa.Integer(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("articles_version", sa.Text(), nullable=False),
        sa.Column("analysers", sa.Text(), nullable=False),
        sa.Column("last", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["capture_id"], ["captures.id"], name=("fk_checkpoints_capture_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("capture_id", "batch", name=("pk_checkpoints")),
    )
    op.create_table(
        "documents",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("capture_id", sa.Integer(), nullable=False),
        sa.Column("ordinal", sa.Integer(), nullable=False),
        sa.Column("reader", sa.Text(), nullable=False),
        sa.Column("articles_version", sa.Text(), nullable=False),
        sa.Column("media_type", sa.Text(), nullable=False),
        sa.Column("unjudged", sa.Boolean(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("encoding", sa.Text(), nullable=True),
        sa.Column("locator", sa.Text(), nullable=True),
        sa.Column("blocks", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("clues", sa.Text(), nullable=False),
        sa.Column("repairs", sa.Text(), nullable=False),
        sa.Column("warnings", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=("fk_documents_capture_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=("pk_documents")),
        sa.UniqueConstraint("capture_id", "ordinal", name=("uq_documents_capture_id_ordinal")),
        sa.UniqueConstraint("key", name=("uq_documents_key")),
    )
    op.create_index("ix_documents_unjudged", "documents", ["unjudged"], unique=False)
    op.create_table(
        "origins",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("capture_id", sa.Integer(), nullable=False),
        sa.Column("uri", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("obtained_at", sa.Text(), nullable=False),
        sa.Column("parent_sha256", sa.Text(), nullable=True),
        sa.Column("headers", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["capture_id"], ["captures.id"], name=("fk_origins_capture_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=("pk_origins")),
        sa.UniqueConstraint("capture_id", "uri", name=("uq_origins_capture_id_uri")),
    )
    op.create_index("ix_origins_uri", "origins", ["uri"], unique=False)
    op.create_table(
        "annotations",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("spans", sa.Text(), nullable=False),
        sa.Column("quotes", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("maker", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=True),
        sa.Column("model", sa.Text(), nullable=True),
        sa.Column("confidence", sa.Float(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=("fk_annotations_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=("pk_annotations")),
    )
    op.create_index("ix_annotations_document_id", "annotations", ["document_id", "start"], unique=False)
    op.create_table(
        "articles",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("document_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=True),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("date_basis", sa.Text(), nullable=False),
        sa.Column("date_earliest", sa.Text(), nullable=True),
        sa.Column("date_latest", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.Column("extent", sa.Text(), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("words", sa.Integer(), nullable=False),
        sa.Column("removed", sa.Integer(), nullable=False),
        sa.Column("corrected", sa.Boolean(), nullable=False),
        sa.Column("sort_date", sa.Text(), nullable=True),
        sa.Column("sort_title", sa.Text(), nullable=False),
        sa.Column("sort_outlet", sa.Text(), nullable=False),
        sa.Column("search_row", sa.Integer(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=("fk_articles_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=("pk_articles")),
        sa.UniqueConstraint("key", name=("uq_articles_key")),
    )
    op.create_index("ix_articles_document_id", "articles", ["document_id", "position"], unique=False)
    op.create_index("ix_articles_search_row", "articles", ["search_row"], unique=False)
    op.create_index(
        "ix_articles_by_date",
        "articles",
        ["sort_date", "id", "language", "outlet", "extent", "date_basis", "date_earliest", "date_latest"],
        unique=False,
    )
    op.create_index(
        "ix_articles_by_title",
        "articles",
        ["sort_title", "id", "language", "outlet", "extent", "date_basis", "date_earliest", "date_latest"],
        unique=False,
    )
    op.create_index(
        "ix_articles_by_outlet",
        "articles",
        [
            "sort_outlet",
            "sort_title",
            "id",
            "language",
            "outlet",
            "extent",
            "date_basis",
            "date_earliest",
            "date_latest",
        ],
        unique=False,
    )
    op.create_table(
        "article_contents",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("proposed", sa.Text(), nullable=False),
        sa.Column("corrected", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(
            ["article_id"], ["articles.id"], name=("fk_article_contents_article_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("article_id", name=("pk_article_contents")),
    )
    op.create_table(
        "bylines",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("role", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=("fk_bylines_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=("pk_bylines")),
    )
    op.create_index("ix_bylines_name", "bylines", ["name", "article_id"], unique=False)
    op.create_table(
        "provenance",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("relation", sa.Text(), nullable=False),
        sa.Column("outlet", sa.Text(), nullable=True),
        sa.Column("author", sa.Text(), nullable=True),
        sa.Column("date", sa.Text(), nullable=True),
        sa.Column("language", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=("fk_provenance_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "position", name=("pk_provenance")),
    )
    op.create_index("ix_provenance_relation", "provenance", ["relation", "article_id"], unique=False)
    op.create_table(
        "topics",
        sa.Column("article_id", sa.Integer(), nullable=False),
        sa.Column("topic", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["article_id"], ["articles.id"], name=("fk_topics_article_id"), ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("article_id", "topic", name=("pk_topics")),
    )
    op.create_index("ix_topics_topic", "topics", ["topic", "article_id"], unique=False)


def downgrade() -> None:
    op.drop_index("ix_topics_topic", table_name="topics")
    op.drop_table("topics")
    op.drop_index("ix_provenance_relation", table_name="provenance")
    op.drop_table("provenance")
    op.drop_index("ix_bylines_name", table_name="bylines")
    op.drop_table("bylines")
    op.drop_table("article_contents")
    op.drop_index("ix_articles_by_date", table_name="articles")
    op.drop_index("ix_articles_by_title", table_name="articles")
    op.drop_index("ix_articles_by_outlet", table_name="articles")
    op.drop_index("ix_articles_search_row", table_name="articles")
    op.drop_index("ix_articles_document_id", table_name="articles")
    op.drop_table("articles")
    op.drop_index("ix_annotations_document_id", table_name="annotations")
    op.drop_table("annotations")
    op.drop_index("ix_origins_uri", table_name="origins")
    op.drop_table("origins")
    op.drop_index("ix_documents_unjudged", table_name="documents")
    op.drop_table("documents")
    op.drop_table("checkpoints")
    op.drop_table("capture_chunks")
    op.drop_index("ix_failures_uri", table_name="failures")
    op.drop_table("failures")
    op.drop_table("captures")
    op.drop_table("runs")
    op.drop_table("properties")
    op.drop_index("ix_judgements_document_key", table_name="judgements")
    op.drop_table("judgements")
