"""Shelf: the list of articles with its facets, its orders and its pages, every state as an address."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import get_args

from lesart.store.rows import ArticleFilter, ArticleOrder, ArticleRow, Facet, Hit, Page
from lesart.text.article import Basis, Extent
from lesart.text.span import Span
from lesart.web import addresses
from lesart.web.languages import Language
from lesart.web.presenters.margin import date_range
from lesart.web.presenters.wording import BASES, BASIS_EXPLANATIONS, FACETS, ORDERS, facet_value

PAGE = 50
HITS = 20
FACET_VALUES = 12  # values of a facet that are shown at once
SENTENCE_ENDS = '.!?…“”"»«'
FILTERS = tuple(field.name for field in fields(ArticleFilter) if field.name != "words")


@dataclass(frozen=True, slots=True)
class Wish:
    """What a reader asks of the list; read from the address and written back to it."""

    where: ArticleFilter
    order: ArticleOrder
    page: int = 1

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Wish":
        """Read an address; what cannot be meant is left out."""
        given = {name: query[name].strip()[:300] or None for name in FILTERS if name in query}
        words = query.get("q", "").strip()[:1000] or None
        order = query.get("order", "")
        return cls(
            ArticleFilter(**given, words=words),
            order if order in get_args(ArticleOrder) else ("relevance" if words else "-date"),  # type: ignore[arg-type]  # checked at its left
            addresses.page_of(query.get("page")),
        )

    @property
    def limit(self) -> int:
        return HITS if self.where.words else PAGE

    @property
    def offset(self) -> int:
        return (self.page - 1) * self.limit

    @property
    def state(self) -> list[tuple[str, str]]:
        """The parameters that are set, as an address or a form carries them; without the page."""
        usual = "relevance" if self.where.words else "-date"
        order = self.order if self.order != usual else None
        named = [("q", self.where.words), *((name, getattr(self.where, name)) for name in FILTERS), ("order", order)]
        return [(name, value) for name, value in named if value]

    def address(self, **changes: object) -> str:
        """Return the address of this list with some parameters changed; back on its first page."""
        return addresses.with_query("/articles", **(dict(self.state) | changes))


@dataclass(frozen=True, slots=True)
class Choice:
    """Something that can be clicked: a facet's value, an order."""

    label: str
    address: str
    chosen: bool
    count: str = ""


@dataclass(frozen=True, slots=True)
class FacetBox:
    name: str
    choices: tuple[Choice, ...]
    more: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Fragment:
    """A piece of a passage; `found` is one of the words searched for."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class Line:
    """One article of the list; `passage` only where words were searched for."""

    key: str
    address: str
    title: str
    untitled: bool
    authors: str
    outlet: str
    date: str
    date_range: str
    basis: Basis
    basis_word: str
    basis_explanation: str
    language: str
    language_name: str
    teaser: bool
    words: str
    corrected: bool
    passage: tuple[Fragment, ...] = ()


@dataclass(frozen=True, slots=True)
class Pages:
    """Where the reader is in a long list."""

    first: str
    last: str
    total: int
    total_text: str
    before: str | None
    after: str | None


def line(row: ArticleRow, language: Language, **state: object) -> Line:
    """Describe an article in one line of the list."""
    basis = Basis(row.date_basis)
    return Line(
        row.key,
        addresses.article(row.key, **state),
        row.title or language.say("Without a title"),
        row.title is None,
        ", ".join(row.authors),
        row.outlet or "",
        language.date(row.date) if row.date else "",
        "" if row.date else date_range(row.date_earliest, row.date_latest, language),
        basis,
        language.say(BASES[basis]),
        language.say(BASIS_EXPLANATIONS[basis]),
        row.language or "",
        language.language_name(row.language) if row.language else "",
        row.extent == Extent.TEASER,
        language.count("%(num)s word", "%(num)s words", row.words),
        row.corrected,
    )


def hit_line(hit: Hit, language: Language, words: str) -> Line:
    """Describe a search result; its address opens the article at the passage."""
    described = line(hit.article, language, mark=addresses.span_text(hit.passage_source), q=words)
    return replace(described, address=described.address + "#hit", passage=fragments(hit.passage, hit.marks))


def fragments(text: str, marks: Sequence[Span]) -> tuple[Fragment, ...]:
    """Cut a passage at the words found."""
    pieces: list[Fragment] = []
    position = 0
    for mark in sorted(marks):
        if mark.start < position or mark.end > len(text):
            continue
        pieces += [Fragment(text[position : mark.start], False), Fragment(mark.of(text), True)]
        position = mark.end
    goes_on = text and text[-1] not in SENTENCE_ENDS
    pieces.append(Fragment(text[position:] + (" …" if goes_on else ""), False))
    return tuple(piece for piece in pieces if piece.text)


def facet_boxes(facets: Sequence[Facet], wish: Wish, language: Language) -> list[FacetBox]:
    """Return the facets that can narrow the list further, or are narrowing it."""
    boxes = [_facet_box(facet, wish, language) for facet in facets if facet.field in FACETS and facet.field in FILTERS]
    return [box for box in boxes if len(box.choices) > 1 or any(choice.chosen for choice in box.choices)]


def _facet_box(facet: Facet, wish: Wish, language: Language) -> FacetBox:
    chosen = getattr(wish.where, facet.field)
    values = sorted(facet.values, key=lambda pair: (pair[0] != chosen, -pair[1], pair[0]))
    choices = tuple(
        Choice(
            facet_value(language, facet.field, value),
            wish.address(**{facet.field: None if value == chosen else value}),
            value == chosen,
            language.number(count),
        )
        for value, count in values
    )
    return FacetBox(language.say(FACETS[facet.field]), choices[:FACET_VALUES], choices[FACET_VALUES:])


def narrowings(wish: Wish, language: Language) -> list[Choice]:
    """Return what narrows the list now; each choice takes one away."""
    named = [(name, getattr(wish.where, name)) for name in FILTERS if getattr(wish.where, name)]
    return [
        Choice(
            f"{language.say(FACETS[name])}: {facet_value(language, name, value)}"
            if name in FACETS
            else date_range(value if name == "since" else None, value if name == "until" else None, language),
            wish.address(**{name: None}),
            True,
        )
        for name, value in named
    ]


def orders(wish: Wish, language: Language) -> list[Choice]:
    """Return the orders that make sense for this list."""
    names = [name for name in ORDERS if name != "relevance" or wish.where.words]
    usual = "relevance" if wish.where.words else "-date"
    return [
        Choice(language.say(ORDERS[name]), wish.address(order=None if name == usual else name), name == wish.order)
        for name in names
    ]


def pages(page: Page[ArticleRow] | Page[Hit], wish: Wish, language: Language) -> Pages:
    """Describe which part of the list this is."""
    last = page.offset + len(page.items)
    return Pages(
        language.number(page.offset + 1),
        language.number(last),
        page.total,
        language.number(page.total),
        wish.address(page=wish.page - 1 if wish.page > 2 else None) if wish.page > 1 else None,
        wish.address(page=wish.page + 1) if last < page.total else None,
    )
