"""Margin: what is known about an article, each statement with its basis and the words it rests on."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from lesart.store.rows import ArticleDetail
from lesart.text.article import Article, Basis, Byline, Evidence, Extent, Provenance, Publication, Role, Statement
from lesart.text.span import Span
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.findings import in_words
from lesart.web.presenters.wording import (
    BASES,
    BASIS_EXPLANATIONS,
    EXTENTS,
    FIELDS,
    RELATIONS,
    ROLES,
)

QUOTE_SHOWN = 200  # code points of evidence that the margin shows; the rest stands in the text


@dataclass(frozen=True, slots=True)
class Ground:
    """A piece of evidence; `anchor` is its id in the text, None where it stands outside."""

    quote: str
    source: str
    anchor: str | None

    @property
    def shown(self) -> str:
        """The quotation as far as the margin shows it; the rest stands in the text."""
        return self.quote if len(self.quote) <= QUOTE_SHOWN else self.quote[: QUOTE_SHOWN - 1].rstrip() + "…"


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the margin: `field` is the name under which it can be corrected, None where it cannot be."""

    name: str
    value: str | None
    field: str | None = None
    basis: Basis | None = None
    basis_word: str = ""
    basis_explanation: str = ""
    note: str = ""
    grounds: tuple[Ground, ...] = ()
    corrected: bool = False
    lang: str | None = None

    @property
    def own_anchor(self) -> str | None:
        """Where the value itself stands in the text, letter for letter; such evidence needs no second line."""
        value = " ".join((self.value or "").split())
        whole = (ground.anchor for ground in self.grounds if ground.anchor and ground.quote == value)
        return next(whole, None)


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of the provenance chain."""

    relation: str
    who: str
    when: str
    tongue: str
    confidence: str
    ground: Ground


def margin(detail: ArticleDetail, language: Language) -> list[Entry]:
    """List what is known of an article, in the order in which a reader asks."""
    article, within = detail.article, detail.article.span
    known = [
        *_bylines(article.bylines, language, within),
        _date(article.published, language, within),
        _statement("outlet", article.outlet, language, within),
        _language(article.language, language, within),
        _extent(detail, language),
    ]
    if article.subtitle:
        known.append(_statement("subtitle", article.subtitle, language, within, lang=detail.row.language))
    if article.topics:
        known.append(_topics(article.topics, language, within))
    if article.url:
        known.append(_address(article.url, language, within))
    return [_with_correction(entry, detail) for entry in known]


def chain(article: Article, language: Language) -> list[ChainLink]:
    """Return the provenance chain, nearest step first, as the text states it."""
    return [_link(step, language, article.span) for step in article.provenance]


def _link(step: Provenance, language: Language, within: Span) -> ChainLink:
    return ChainLink(
        language.say(RELATIONS[step.relation]),
        " · ".join(part for part in (step.author, step.outlet) if part),
        language.date(step.date) if step.date else "",
        language.language_name(step.language) if step.language else "",
        language.percent(step.confidence),
        ground(step.evidence, language, within),
    )


def ground(evidence: Evidence, language: Language, within: Span) -> Ground:
    """Show a piece of evidence; only a place inside the article can be jumped to."""
    span = evidence.span
    anchor = "e-" + addresses.span_text(span) if span and len(span) and within.contains(span) else None
    quote = " ".join(evidence.quote.split())
    source = "" if evidence.source == "text" else in_words(language, evidence.source)
    return Ground(quote, source, anchor)


def _statement(
    field: str, statement: Statement | None, language: Language, within: Span, lang: str | None = None
) -> Entry:
    if statement is None:
        return _entry(field, None, Basis.UNKNOWN, (), language, within)
    return _entry(field, statement.value, statement.basis, (statement.evidence,), language, within, lang=lang)


def _bylines(bylines: Sequence[Byline], language: Language, within: Span) -> Iterator[Entry]:
    if not any(byline.role is Role.AUTHOR for byline in bylines):
        yield _entry("authors", None, Basis.UNKNOWN, (), language, within)
    for role in Role:
        of_role = [byline for byline in bylines if byline.role is role]
        if of_role:
            names = ", ".join(byline.name for byline in of_role)
            grounds = tuple(ground(byline.evidence, language, within) for byline in of_role)
            field = {Role.AUTHOR: "authors", Role.TRANSLATOR: "translators"}.get(role)
            name = FIELDS["authors"] if role is Role.AUTHOR else ROLES[role]
            yield Entry(language.say(name).capitalize(), names, field, grounds=_distinct(grounds))


def _distinct(grounds: Iterable[Ground]) -> tuple[Ground, ...]:
    return tuple(dict.fromkeys(grounds))


def _date(published: Publication, language: Language, within: Span) -> Entry:
    value = language.date(published.date) if published.date else None
    notes = [
        date_range(published.earliest, published.latest, language) if not published.date else "",
        in_words(language, published.rule),
    ]
    note = " — ".join(note for note in notes if note)
    return _entry("date", value, published.basis, published.evidence, language, within, note=note)


def date_range(earliest: str | None, latest: str | None, language: Language) -> str:
    """Say within which days something lies, as far as anything bounds it."""
    if earliest and latest:
        return language.say(
            "between %(earliest)s and %(latest)s", earliest=language.date(earliest), latest=language.date(latest)
        )
    if earliest:
        return language.say("not before %(earliest)s", earliest=language.date(earliest))
    return language.say("not after %(latest)s", latest=language.date(latest)) if latest else ""


def _language(statement: Statement | None, language: Language, within: Span) -> Entry:
    value = language.language_name(statement.value) if statement else None
    basis = statement.basis if statement else Basis.UNKNOWN
    evidence = (statement.evidence,) if statement and statement.evidence.source != "text" else ()
    return _entry("language", value, basis, evidence, language, within)


def _extent(detail: ArticleDetail, language: Language) -> Entry:
    article: Article = detail.article
    words = language.count("%(num)s word", "%(num)s words", detail.row.words)
    value = f"{language.say(EXTENTS[Extent(article.extent)])}, {words}"
    evidence = (article.extent_evidence,) if article.extent_evidence else ()
    entry = _entry("extent", value, None, evidence, language, article.span)
    return entry


def _topics(topics: Sequence[Statement], language: Language, within: Span) -> Entry:
    values = ", ".join(topic.value for topic in topics)
    return _entry("topics", values, None, tuple(topic.evidence for topic in topics), language, within)


def _address(statement: Statement, language: Language, within: Span) -> Entry:
    grounds = (ground(statement.evidence, language, within),) if statement.evidence.quote != statement.value else ()
    return Entry(language.say("Address"), statement.value, None, grounds=grounds)


def _entry(
    field: str,
    value: str | None,
    basis: Basis | None,
    evidence: Sequence[Evidence],
    language: Language,
    within: Span,
    *,
    note: str = "",
    lang: str | None = None,
) -> Entry:
    return Entry(
        language.say(FIELDS[field]),
        value,
        field,
        basis,
        language.say(BASES[basis]) if basis else "",
        language.say(BASIS_EXPLANATIONS[basis]) if basis else "",
        note,
        _distinct(ground(e, language, within) for e in evidence),
        lang=lang,
    )


def _with_correction(entry: Entry, detail: ArticleDetail) -> Entry:
    """Say of a corrected line that a person decided, in place of the machine's basis."""
    if entry.field not in corrected_fields(detail):
        return entry
    return Entry(entry.name, entry.value, entry.field, note=entry.note, grounds=entry.grounds, corrected=True)


def corrected_fields(detail: ArticleDetail) -> frozenset[str]:
    """Name the fields that a person's standing decision determines."""
    return frozenset(
        row.field for row in detail.judgements if row.kind == "corrected" and row.field and row.undone_at is None
    )
