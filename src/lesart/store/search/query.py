"""Query: the search language, read into a tree; docs/search.md describes it for users."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import NoReturn

from lesart.store.errors import QuerySyntaxError
from lesart.store.search.tree import And, Dates, Near, Node, Not, Or, Query, Term
from lesart.store.search.words import folded_words

MAX_CHARACTERS = 2_000
MAX_WORDS = 64
MAX_DEPTH = 40
NEAR_WORDS = 10  # words that may stand between, where the query does not say
MAX_NEAR = 1_000
PREFIX_LETTERS = 3  # before an asterisk; two letters begin a tenth of all words

FIELDS = {
    "title": "title",
    "titel": "title",
    "author": "author",
    "autor": "author",
    "outlet": "outlet",
    "medium": "outlet",
    "lang": "lang",
    "sprache": "lang",
    "date": "date",
    "datum": "date",
}


@dataclass(frozen=True, slots=True)
class _Token:
    kind: str  # (, ), and, or, not, near, -, field, word, phrase, end
    text: str
    position: int


_TOKEN = re.compile(
    rf"""(?P<space>\s+)|(?P<open>\()|(?P<close>\))
    |(?P<phrase>["„“”«»]([^"„“”«»]*)(?P<ended>["„“”«»]?))
    |(?P<near>(?:NEAR|NAHE)(?:/(?P<distance>\d{{1,6}}))?(?=[\s()]|$))
    |(?P<operator>(?:AND|UND|OR|ODER|NOT|NICHT)(?=[\s()]|$))
    |(?P<minus>[-−](?=[^\s()-]))
    |(?P<field>(?i:{"|".join(FIELDS)})):(?=[^\s:])
    |(?P<word>[^\s()"„“”«»]+)""",
    re.VERBOSE,
)
_OPERATORS = {"AND": "and", "UND": "and", "OR": "or", "ODER": "or", "NOT": "not", "NICHT": "not"}
_DAY = r"\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?"
_DATES = re.compile(rf"(?P<since>{_DAY})?(?P<to>\.\.)?(?P<until>{_DAY})?")


def parse(query: str) -> Query:
    """Read a query; QuerySyntaxError with the position where it cannot be read."""
    if len(query) > MAX_CHARACTERS:
        raise QuerySyntaxError(f"the query is longer than {MAX_CHARACTERS} characters", MAX_CHARACTERS)
    tokens = _tokens(query)
    if sum(token.kind in ("word", "phrase") for token in tokens) > MAX_WORDS:
        raise QuerySyntaxError(f"the query has more than {MAX_WORDS} words", 0)
    tree = _Parser(tokens).whole()
    return _with_dates_apart(tree)


def _tokens(query: str) -> list[_Token]:
    found: list[_Token] = []
    position = 0
    while position < len(query):
        match = _TOKEN.match(query, position)
        assert match is not None, "every character begins some token"
        token = _token(match, position)
        if token is not None:
            found.append(token)
        position = match.end()
    return [*found, _Token("end", "", len(query))]


def _token(match: re.Match[str], position: int) -> _Token | None:
    text = match.group()
    if match["space"]:
        return None
    if match["open"] or match["close"]:
        return _Token(text, text, position)
    if match["phrase"]:
        if not match["ended"]:
            raise QuerySyntaxError("a quotation mark is not closed", position, 'Close the phrase with ".')
        return _Token("phrase", text[1:-1], position)
    if match["near"]:
        return _Token("near", match["distance"] or str(NEAR_WORDS), position)
    if match["operator"]:
        return _Token(_OPERATORS[text], text, position)
    if match["minus"]:
        return _Token("not", text, position)
    if match["field"]:
        return _Token("field", FIELDS[match["field"].lower()], position)
    return _Token("word", text, position)


class _Parser:
    """Reads tokens by recursive descent: OR binds loosest, then AND (also unwritten), NOT, NEAR."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.tokens = tokens
        self.at = 0
        self.depth = 0
        self.field: str | None = None

    @property
    def token(self) -> _Token:
        return self.tokens[self.at]

    def whole(self) -> Node:
        if self.token.kind == "end":
            raise QuerySyntaxError("the query is empty", 0, "Write at least one word.")
        tree = self.alternatives()
        if self.token.kind == ")":
            self.fail("a parenthesis is closed that was not opened")
        if tree is None:
            raise QuerySyntaxError("the query holds no word", 0, "Write at least one word of letters or digits.")
        return tree

    def alternatives(self) -> Node | None:
        position = self.token.position
        return self.joined("or", self.conjunction, lambda nodes: Or(nodes, position))

    def joined(
        self, operator: str, part: Callable[[], Node | None], join: Callable[[tuple[Node, ...]], Node]
    ) -> Node | None:
        nodes = [part()]
        while self.token.kind == operator:
            self.at += 1
            nodes.append(part())
        kept = tuple(node for node in nodes if node is not None)
        return join(kept) if len(kept) > 1 else (kept[0] if kept else None)

    def conjunction(self) -> Node | None:
        position = self.token.position
        nodes = [self.negation()]
        while self.token.kind not in ("or", ")", "end"):
            if self.token.kind == "and":
                self.at += 1
            nodes.append(self.negation())
        kept = tuple(node for node in nodes if node is not None)
        return And(kept, position) if len(kept) > 1 else (kept[0] if kept else None)

    def negation(self) -> Node | None:
        if self.token.kind != "not":
            return self.nearness()
        position = self.token.position
        self.at += 1
        if self.token.kind == "not":
            self.fail("two negations follow one another")
        node = self.nearness()
        return None if node is None else Not(node, position)

    def nearness(self) -> Node | None:
        first = self.atom()
        position, terms, distance = self.tokens[self.at - 1].position, [first], 0
        while self.token.kind == "near":
            distance = max(distance, int(self.token.text))
            self.at += 1
            terms.append(self.atom())
        if len(terms) == 1:
            return first
        near = tuple(term for term in terms if isinstance(term, Term))
        if len(near) < len(terms) or len({term.field for term in near}) > 1:
            raise QuerySyntaxError("NEAR stands between words or phrases of one field only", position)
        return Near(near, min(distance, MAX_NEAR), position)

    def atom(self) -> Node | None:
        token = self.token
        if token.kind == "end":
            self.fail("the query ends where a word is missing")
        if token.kind not in ("(", "field", "word", "phrase"):
            self.fail(f"a word is missing before {token.text}")
        self.at += 1
        if token.kind == "(":
            return self.group(token)
        return self.with_field(token) if token.kind == "field" else self.term(token)

    def group(self, opening: _Token) -> Node | None:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise QuerySyntaxError("parentheses are nested too deeply", opening.position)
        inside = self.alternatives()
        if self.token.kind != ")":
            raise QuerySyntaxError("a parenthesis is not closed", opening.position, "Close it with ).")
        self.at += 1
        self.depth -= 1
        return inside

    def with_field(self, token: _Token) -> Node | None:
        if self.field is not None:
            raise QuerySyntaxError("a field stands inside another", token.position)
        if token.text == "date":
            return self.dates(token)
        self.field = token.text
        node = self.atom()
        self.field = None
        return node

    def dates(self, field: _Token) -> Node:
        token = self.token
        match = _DATES.fullmatch(token.text) if token.kind in ("word", "phrase") else None
        if match is None or not (match["since"] or match["until"]):
            advice = "Write date:2026, date:2026-01, date:2025-12..2026-01 or date:2026-01-15.."
            raise QuerySyntaxError("the date cannot be read", field.position, advice)
        self.at += 1
        until = match["until"] if match["to"] else match["since"]
        return Dates(match["since"], until, field.position)

    def term(self, token: _Token) -> Term | None:
        words = tuple(folded_words(token.text))
        if not words:
            return None
        is_phrase = token.kind == "phrase"
        is_prefix = not is_phrase and token.text.endswith("*")
        if is_prefix and len(words[-1]) < PREFIX_LETTERS:
            raise QuerySyntaxError(f"fewer than {PREFIX_LETTERS} letters stand before *", token.position)
        return Term(words, token.position, is_phrase, is_prefix, self.field)

    def fail(self, message: str) -> NoReturn:
        raise QuerySyntaxError(message, self.token.position)


def _with_dates_apart(tree: Node) -> Query:
    """Take the dates out of the outermost conjunction, and see that every other part can be searched."""
    parts = tree.nodes if isinstance(tree, And) else (tree,)
    dates = [part for part in parts if isinstance(part, Dates)]
    rest = tuple(part for part in parts if not isinstance(part, Dates))
    since = max((d.since for d in dates if d.since), default=None)
    until = min((d.until for d in dates if d.until), default=None)
    if not rest:
        return Query(None, since, until)
    whole = rest[0] if len(rest) == 1 else And(rest, tree.position)
    _check(whole)
    return Query(whole, since, until)


def _check(node: Node) -> None:
    """See that something must occur in every alternative, and that dates stand at the outermost level only."""
    if isinstance(node, Dates):
        advice = "Write it once, beside the words: (a OR b) date:2026"
        raise QuerySyntaxError("a date narrows the whole query, it cannot stand inside a part", node.position, advice)
    if isinstance(node, Not):
        raise QuerySyntaxError("something must occur beside what must not", node.position, "Add a word to look for.")
    if isinstance(node, Or):
        for part in node.nodes:
            _check(part)
    if isinstance(node, And):
        positive = [part for part in node.nodes if not isinstance(part, Not)]
        if not positive:
            _check(node.nodes[0])
        for part in node.nodes:
            _check(part.node if isinstance(part, Not) else part)
