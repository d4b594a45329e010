"""Wording: how the desk calls the values of the text model; every message here stands in the catalogues."""

from collections.abc import Mapping

from lesart.text.article import Basis, Extent, Relation, RemovalKind, Role
from lesart.web.languages import Language


def N_(message: str) -> str:  # noqa: N802 - the name by which gettext tools find messages that are translated later
    """Mark a message for the catalogues."""
    return message


BASES = {
    Basis.STATED: N_("stated"),
    Basis.INFERRED: N_("inferred"),
    Basis.UNKNOWN: N_("unknown"),
}
BASIS_EXPLANATIONS = {
    Basis.STATED: N_("The text says so."),
    Basis.INFERRED: N_("It follows from what the text says."),
    Basis.UNKNOWN: N_("Nothing in the text fixes it."),
}
EXTENTS = {Extent.FULL: N_("full text"), Extent.TEASER: N_("teaser")}
ROLES = {
    Role.AUTHOR: N_("author"),
    Role.TRANSLATOR: N_("translation"),
    Role.EDITOR: N_("editing"),
    Role.INTRODUCTION: N_("introduction"),
    Role.INTERVIEWER: N_("interview"),
    Role.PHOTOGRAPHER: N_("photo"),
}
RELATIONS = {
    Relation.TRANSLATION_OF: N_("translated from"),
    Relation.REPUBLISHED_FROM: N_("first published in"),
    Relation.AGENCY: N_("agency copy from"),
    Relation.EXCERPT_OF: N_("excerpt of"),
    Relation.COLLECTED_IN: N_("collected in"),
    Relation.INTRODUCED_BY: N_("introduced by"),
}
REMOVAL_KINDS = {
    RemovalKind.METADATA_LINE: N_("Byline or date line"),
    RemovalKind.LINK_STUB: N_("Link remains"),
    RemovalKind.AD: N_("Advertisement"),
    RemovalKind.PROMOTION: N_("Promotion"),
    RemovalKind.TAG: N_("Topic tags"),
    RemovalKind.NAVIGATION: N_("Navigation"),
    RemovalKind.SHARE: N_("Share line"),
    RemovalKind.SUBSCRIPTION: N_("Subscription line"),
    RemovalKind.REPEATED_TITLE: N_("Repeated title"),
    RemovalKind.EDITORIAL_NOTE: N_("Editorial note"),
    RemovalKind.FURNITURE: N_("Page furniture"),
}
FIELDS = {
    "title": N_("Title"),
    "subtitle": N_("Subtitle"),
    "authors": N_("Authors"),
    "translators": N_("Translators"),
    "date": N_("Date"),
    "language": N_("Language"),
    "outlet": N_("Outlet"),
    "topics": N_("Topics"),
    "extent": N_("Extent"),
}
FACETS = {
    "language": N_("Language"),
    "outlet": N_("Outlet"),
    "author": N_("Author"),
    "extent": N_("Extent"),
    "basis": N_("Date is"),
    "relation": N_("Provenance"),
    "topic": N_("Topic"),
    "document": N_("Document"),
}
ORDERS = {
    "relevance": N_("best match first"),
    "-date": N_("newest first"),
    "date": N_("oldest first"),
    "title": N_("by title"),
    "outlet": N_("by outlet"),
    "-added": N_("last added first"),
    "added": N_("first added first"),
}
JUDGEMENTS = {
    "cut_added": N_("Cut added"),
    "cut_moved": N_("Cut moved"),
    "cut_removed": N_("Cut removed"),
    "restored": N_("Passage restored"),
    "removed": N_("Passage removed"),
    "corrected": N_("Corrected"),
}
STAGES = {
    "obtain": N_("obtaining"),
    "open": N_("opening"),
    "read": N_("reading"),
    "articles": N_("finding articles"),
}
RUN_STATES = {"running": N_("running"), "finished": N_("finished"), "interrupted": N_("interrupted")}
ORIGIN_KINDS = {
    "file": N_("file"),
    "url": N_("web address"),
    "member": N_("inside another file"),
    "stdin": N_("standard input"),
}
FORMATS = {
    "text/plain": N_("plain text"),
    "text/markdown": "Markdown",
    "text/html": "HTML",
    "application/xhtml+xml": "HTML",
    "application/pdf": "PDF",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "Word",
    "message/rfc822": N_("mail"),
    "application/feed+xml": N_("feed"),
    "application/rss+xml": N_("feed"),
    "application/atom+xml": N_("feed"),
    "application/jsonl": N_("JSON lines"),
    "application/x-ndjson": N_("JSON lines"),
    "text/csv": N_("CSV table"),
    "application/warc": N_("web archive"),
}

CLOSED: dict[str, Mapping[str, str]] = {
    "extent": {str(key): message for key, message in EXTENTS.items()},
    "basis": {str(key): message for key, message in BASES.items()},
    "relation": {str(key): message for key, message in RELATIONS.items()},
}


def facet_value(language: Language, field: str, value: str) -> str:
    """Write the value of a facet: closed sets in words, languages by name, everything else as it is."""
    if field == "language":
        return language.language_name(value)
    return worded(language, CLOSED.get(field, {}), value)


def worded(language: Language, words: Mapping[str, str], value: str) -> str:
    """Translate a value of a closed set; as it is where it is not in the set."""
    return language.say(words[value]) if value in words else value
