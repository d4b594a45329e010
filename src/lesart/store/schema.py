"""Schema: the tables of a collection, each with what it holds; `docs/schema.md` is made from these comments."""

from sqlalchemy import (
    Boolean,
    Column,
    Float,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)

REVISION = "0002"  # the newest revision in migrations/versions; a test compares the two
NUMBER = 2  # the same as a number, for tools that look at SQLite's user_version

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _reference(target: str) -> ForeignKey:
    return ForeignKey(target, ondelete="CASCADE")


properties = Table(
    "properties",
    metadata,
    Column("name", Text, primary_key=True, comment="what is stated: created_at, created_by"),
    Column("value", Text, nullable=False, comment="the statement"),
    comment="Facts about the collection itself.",
)

runs = Table(
    "runs",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column("started_at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("finished_at", Text, comment="UTC, ISO 8601; empty while it runs or was interrupted"),
    Column("state", Text, nullable=False, comment="running, finished or interrupted"),
    Column("sources", Text, nullable=False, comment="JSON list of the arguments of add"),
    Column("options", Text, nullable=False, comment="JSON of the options of add"),
    Column("captures", Integer, nullable=False, default=0, comment="captures that this run brought in"),
    Column("documents", Integer, nullable=False, default=0, comment="documents it wrote, new or anew"),
    Column("articles", Integer, nullable=False, default=0, comment="articles it wrote, new or anew"),
    Column("skipped", Integer, nullable=False, default=0, comment="sources that were done already"),
    Column("failures", Integer, nullable=False, default=0, comment="failures it met"),
    comment="One row for each add.",
)

captures = Table(
    "captures",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column("sha256", Text, nullable=False, unique=True, comment="of the bytes, 64 hex digits"),
    Column("size", Integer, nullable=False, comment="bytes as obtained"),
    Column("media_type", Text, comment="as declared or recognised"),
    Column("first_obtained_at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("run_id", Integer, _reference("runs.id"), nullable=False, comment="the run that brought it in"),
    comment="Bytes as obtained, never changed: files, pages, and the members of containers.",
)

capture_chunks = Table(
    "capture_chunks",
    metadata,
    Column("capture_id", Integer, _reference("captures.id"), nullable=False, comment="whose bytes"),
    Column("number", Integer, nullable=False, comment="place in the order, from 0"),
    Column("codec", Text, nullable=False, comment="raw, or zlib"),
    Column("data", LargeBinary, nullable=False, comment="at most 4 MiB of the bytes, encoded"),
    PrimaryKeyConstraint("capture_id", "number"),
    comment="The bytes of the captures.",
)

origins = Table(
    "origins",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column("capture_id", Integer, _reference("captures.id"), nullable=False, comment="what came in"),
    Column("uri", Text, nullable=False, comment="absolute path, URL, -, or outer!/member"),
    Column("kind", Text, nullable=False, comment="file, url, member or stdin"),
    Column("obtained_at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("parent_sha256", Text, comment="of the container, for a member"),
    Column("headers", Text, nullable=False, comment="JSON object: headers of HTTP or of a WARC record"),
    UniqueConstraint("capture_id", "uri"),
    Index("ix_origins_uri", "uri"),
    comment="The ways by which captures came in; the same bytes from two places have two.",
)

documents = Table(
    "documents",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column(
        "key", Text, nullable=False, unique=True, comment="12 hex digits of the capture, and .n for its n-th record"
    ),
    Column("capture_id", Integer, _reference("captures.id"), nullable=False, comment="what it was read from"),
    Column("ordinal", Integer, nullable=False, comment="number of the record in the capture"),
    Column("reader", Text, nullable=False, comment="name and version of the reader; empty where not told"),
    Column("articles_version", Text, nullable=False, comment="version of splitting, cleaning, description"),
    Column("media_type", Text, nullable=False, comment="format as the reader took it"),
    Column("unjudged", Boolean, nullable=False, default=False, comment="read anew, judgements not yet applied again"),
    Column("text", Text, nullable=False, comment="the text; every offset counts its code points"),
    Column("encoding", Text, comment="in which the bytes were decoded"),
    Column("locator", Text, comment="where in the capture the text stands"),
    Column("blocks", Text, nullable=False, comment="JSON list: span, kind, level, furniture"),
    Column("links", Text, nullable=False, comment="JSON list: span, url"),
    Column("clues", Text, nullable=False, comment="JSON list: field, value, source, evidence"),
    Column("repairs", Text, nullable=False, comment="JSON list: span, replacement, reason, confidence"),
    Column("warnings", Text, nullable=False, comment="JSON list of what the reader noticed"),
    UniqueConstraint("capture_id", "ordinal"),
    Index("ix_documents_unjudged", "unjudged"),
    comment="Texts as read from captures.",
)

# Each order of the list carries the columns that filters ask for, so that a filtered list is read off one index.
FILTERED = ("language", "outlet", "extent", "date_basis", "date_earliest", "date_latest")

articles = Table(
    "articles",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up in the order of adding"),
    Column("key", Text, nullable=False, unique=True, comment="document key, -, start"),
    Column("document_id", Integer, _reference("documents.id"), nullable=False, comment="where it stands"),
    Column("position", Integer, nullable=False, comment="place among the articles of the document, from 0"),
    Column("start", Integer, nullable=False, comment="first code point"),
    Column("end", Integer, nullable=False, comment="code point after the last"),
    Column("title", Text, comment="corrected where a person did"),
    Column("outlet", Text, comment="corrected where a person did"),
    Column("date", Text, comment="ISO 8601 as precise as known"),
    Column("date_basis", Text, nullable=False, comment="stated, inferred or unknown"),
    Column("date_earliest", Text, comment="ISO day, bound of the date"),
    Column("date_latest", Text, comment="ISO day, bound of the date"),
    Column("language", Text, comment="ISO 639-1"),
    Column("extent", Text, nullable=False, comment="full or teaser"),
    Column("format", Text, nullable=False, comment="media type of the document"),
    Column("words", Integer, nullable=False, comment="words of the reading view"),
    Column("removed", Integer, nullable=False, comment="passages left out of the reading view"),
    Column("corrected", Boolean, nullable=False, comment="whether a judgement changed it"),
    Column("sort_date", Text, comment="first day that the date allows"),
    Column("sort_title", Text, nullable=False, comment="title, folded"),
    Column("sort_outlet", Text, nullable=False, comment="outlet, folded"),
    Column("search_row", Integer, comment="its row in the full-text index"),
    Index("ix_articles_document_id", "document_id", "position"),
    Index("ix_articles_by_date", "sort_date", "id", *FILTERED),
    Index("ix_articles_by_title", "sort_title", "id", *FILTERED),
    Index("ix_articles_by_outlet", "sort_outlet", "sort_title", "id", *FILTERED),
    Index("ix_articles_search_row", "search_row"),
    comment="Articles as listed, sorted and filtered: the values that hold now, corrections applied.",
)

article_contents = Table(
    "article_contents",
    metadata,
    Column("article_id", Integer, _reference("articles.id"), primary_key=True, comment="which article"),
    Column("proposed", Text, nullable=False, comment="JSON of the article as the machine proposed it, with evidence"),
    Column("corrected", Text, comment="JSON of the article with the judgements applied; empty where none apply"),
    comment="Articles in full.",
)

bylines = Table(
    "bylines",
    metadata,
    Column("article_id", Integer, _reference("articles.id"), nullable=False, comment="which article"),
    Column("position", Integer, nullable=False, comment="place in the order, from 0"),
    Column("name", Text, nullable=False, comment="as read, without titles of honour"),
    Column("role", Text, nullable=False, comment="author, translator, editor, introduction, …"),
    PrimaryKeyConstraint("article_id", "position"),
    Index("ix_bylines_name", "name", "article_id"),
    comment="Who is named as responsible for an article.",
)

topics = Table(
    "topics",
    metadata,
    Column("article_id", Integer, _reference("articles.id"), nullable=False, comment="which article"),
    Column("topic", Text, nullable=False, comment="as the source names it"),
    PrimaryKeyConstraint("article_id", "topic"),
    Index("ix_topics_topic", "topic", "article_id"),
    comment="Topics that the sources name.",
)

provenance = Table(
    "provenance",
    metadata,
    Column("article_id", Integer, _reference("articles.id"), nullable=False, comment="which article"),
    Column("position", Integer, nullable=False, comment="place in the chain, from 0"),
    Column("relation", Text, nullable=False, comment="translation_of, republished_from, agency, …"),
    Column("outlet", Text, comment="of the text that it comes from"),
    Column("author", Text, comment="of the text that it comes from"),
    Column("date", Text, comment="of the text that it comes from, ISO 8601"),
    Column("language", Text, comment="of the text that it comes from"),
    PrimaryKeyConstraint("article_id", "position"),
    Index("ix_provenance_relation", "relation", "article_id"),
    comment="The texts from which articles come, as they state it.",
)

annotations = Table(
    "annotations",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column("document_id", Integer, _reference("documents.id"), nullable=False, comment="whose text it marks"),
    Column("type", Text, nullable=False, comment="name of the body"),
    Column("start", Integer, nullable=False, comment="first code point of the first span"),
    Column("end", Integer, nullable=False, comment="code point after the first span"),
    Column("spans", Text, nullable=False, comment="JSON list of all spans"),
    Column("quotes", Text, nullable=False, comment="JSON list: what stood under each span"),
    Column("body", Text, nullable=False, comment="JSON of the body"),
    Column("maker", Text, nullable=False, comment="analyser or person"),
    Column("version", Text, comment="of the analyser"),
    Column("model", Text, comment="hash of the model"),
    Column("confidence", Float, nullable=False, comment="0 to 1"),
    Column("reasons", Text, nullable=False, comment="JSON list"),
    Column("status", Text, nullable=False, comment="proposed, accepted, rejected or corrected"),
    Index("ix_annotations_document_id", "document_id", "start"),
    comment="Findings about spans of documents.",
)

failures = Table(
    "failures",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up"),
    Column("uri", Text, nullable=False, comment="what failed"),
    Column("stage", Text, nullable=False, comment="obtain, open, read, articles, or an analyser's name"),
    Column("reason", Text, nullable=False, comment="what is wrong, for a person"),
    Column("advice", Text, nullable=False, comment="what to do about it"),
    Column("at", Text, nullable=False, comment="UTC, ISO 8601; of the newest attempt"),
    Column("run_id", Integer, _reference("runs.id"), nullable=False, comment="the newest run that met it"),
    Column("resolved_at", Text, comment="UTC, ISO 8601; when a later attempt succeeded"),
    Index("ix_failures_uri", "uri"),
    comment="What could not be read or analysed.",
)

checkpoints = Table(
    "checkpoints",
    metadata,
    Column("capture_id", Integer, _reference("captures.id"), nullable=False, comment="what was done"),
    Column("batch", Integer, nullable=False, comment="number of the batch of its records, from 0"),
    Column("reader", Text, nullable=False, comment="name and version"),
    Column("articles_version", Text, nullable=False, comment="of splitting, cleaning, description"),
    Column("analysers", Text, nullable=False, comment="JSON list of name and version"),
    Column("last", Boolean, nullable=False, comment="whether no batch follows"),
    PrimaryKeyConstraint("capture_id", "batch"),
    comment="What has been done under which versions; written together with what was done.",
)

judgements = Table(
    "judgements",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up; judgements apply in this order"),
    Column("kind", Text, nullable=False, comment="cut_added, cut_moved, cut_removed, restored, removed or corrected"),
    Column("document_key", Text, nullable=False, comment="the document judged"),
    Column("article_key", Text, comment="the article judged, as it was keyed then"),
    Column("field", Text, comment="the field corrected"),
    Column("before", Text, comment="what was there"),
    Column("after", Text, comment="what the person put"),
    Column("anchors", Text, nullable=False, comment="JSON list of selectors: span, exact, prefix, suffix"),
    Column("person", Text, nullable=False, comment="who"),
    Column("made_at", Text, nullable=False, comment="UTC, ISO 8601"),
    Column("undone_at", Text, comment="UTC, ISO 8601; empty while it holds"),
    Column("note", Text, comment="why, in the person's words"),
    Index("ix_judgements_document_key", "document_key"),
    comment="Decisions of persons; rows are added, none is changed but for undone_at.",
)

counts = Table(
    "counts",
    metadata,
    Column("field", Text, nullable=False, comment="language, outlet, author, extent, basis, month, relation, …"),
    Column("value", Text, nullable=False, comment="a value of it"),
    Column("articles", Integer, nullable=False, comment="articles that have it"),
    PrimaryKeyConstraint("field", "value"),
    comment="How many articles have which value: kept up at each write, so that no list must count all of them.",
)

vocabulary = Table(
    "vocabulary",
    metadata,
    Column("id", Integer, primary_key=True, comment="counts up in the order of first appearance"),
    Column("term", Text, nullable=False, unique=True, comment="folded, eight letters or more"),
    comment="Long words of all articles, for finding compounds by their parts.",
)
