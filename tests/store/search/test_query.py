"""The search language: what it reads, what it refuses and where, and that nothing it reads can harm the database."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.store.errors import QuerySyntaxError
from lesart.store.search.query import MAX_CHARACTERS, parse
from lesart.store.search.tree import And, Near, Not, Or, Query, Term


def shown(node: object) -> str:
    """Write a tree so that its grouping can be read."""
    match node:
        case Query():
            dates = f" @{node.since}..{node.until}" if node.since or node.until else ""
            return (shown(node.tree) if node.tree else "") + dates
        case Term():
            word = " ".join(node.words)
            word = f'"{word}"' if node.exact else f"{word}*" if node.prefix else word
            return f"{node.field}:{word}" if node.field else word
        case Near():
            return f"NEAR/{node.distance}[{' '.join(map(shown, node.terms))}]"
        case Not():
            return f"-{shown(node.node)}"
        case And():
            return f"({' & '.join(map(shown, node.nodes))})"
        case Or():
            return f"({' | '.join(map(shown, node.nodes))})"
    raise AssertionError(node)


@pytest.mark.parametrize(
    ("query", "tree"),
    [
        ("Hafen", "hafen"),
        ("Hafen Kai", "(hafen & kai)"),
        ("Hafen AND Kai UND Mole", "(hafen & kai & mole)"),
        ("Hafen OR Kai ODER Mole", "(hafen | kai | mole)"),
        ("Hafen Kai OR Mole", "((hafen & kai) | mole)"),
        ("(Hafen OR Kai) Mole", "((hafen | kai) & mole)"),
        ("Hafen -Kai", "(hafen & -kai)"),
        ("Hafen NICHT (Kai ODER Mole)", "(hafen & -(kai | mole))"),
        ("Hafen AND NOT Kai", "(hafen & -kai)"),
        ("Müller NEAR Kai", "NEAR/10[mueller kai]"),
        ("Müller NAHE/3 Kai NEAR/5 Mole", "NEAR/5[mueller kai mole]"),
        ('"der Kai" NEAR Mole', 'NEAR/10["der kai" mole]'),
        ("„Der Kai“ »Mole«", '("der kai" & "mole")'),
        ("Haf*", "haf*"),
        ("Kai-Mole", "kai mole"),
        ("Ost-west-Hafen -Kai", "(ost west hafen & -kai)"),
        ("title:Hafen Kai", "(title:hafen & kai)"),
        ("titel:(Hafen OR Kai)", "(title:hafen | title:kai)"),
        ("author:Müller sprache:de", "(author:mueller & lang:de)"),
        ("Hafen date:2025-12..2026-01", "hafen @2025-12..2026-01"),
        ("Hafen datum:2026", "hafen @2026..2026"),
        ("date:2026-01-15..", " @2026-01-15..None"),
        ("date:..2026", " @None..2026"),
        ("Kommentar: Hafen", "(kommentar & hafen)"),
        ("https://blatt.example/hafen", "https blatt example hafen"),
        ("Meier & Söhne", "(meier & soehne)"),
        ("and or near", "(and & or & near)"),
        ("Пу́тин NEAR Москва", "NEAR/10[путин москва]"),
        ("їжак Ё", "(їжак & е)"),
        ("🔥 cafe\u0301", "(🔥 & cafe)"),
        ("Straße STRASSE", "(strasse & strasse)"),
    ],
)
def test_queries_are_read_as_docs_search_says(query: str, tree: str) -> None:
    assert shown(parse(query)) == tree


@pytest.mark.parametrize(
    ("query", "position", "message"),
    [
        ("", 0, "empty"),
        ("  ", 0, "empty"),
        ("–", 0, "no word"),
        ("(Hafen", 0, "not closed"),
        ("Hafen)", 5, "not opened"),
        ('Hafen "Kai', 6, "quotation mark"),
        ("Hafen AND", 9, "ends where a word is missing"),
        ("OR Hafen", 0, "a word is missing"),
        ("Hafen NEAR", 10, "ends"),
        ("Hafen NEAR (Kai OR Mole)", 0, "NEAR stands between"),
        ("title:Hafen NEAR Kai", 6, "one field"),
        ("-Hafen", 0, "something must occur"),
        ("Hafen OR -Kai", 9, "something must occur"),
        ("Hafen NOT NOT Kai", 10, "two negations"),
        ("Hafen OR date:2026", 9, "whole query"),
        ("Hafen date:gestern", 6, "date cannot be read"),
        ("date:2026-13", 0, "date cannot be read"),
        ("Kai їж*", 4, "fewer than 3 letters"),
        ("title:(author:Ada)", 7, "inside another"),
        ("(" * 60 + "Kai" + ")" * 60, 40, "too deeply"),
        ("Кай " * 70, 0, "more than 64"),
        ("é" * (MAX_CHARACTERS + 1), MAX_CHARACTERS, "longer than"),
    ],
)
def test_what_cannot_be_read_says_where(query: str, position: int, message: str) -> None:
    with pytest.raises(QuerySyntaxError, match=message) as caught:
        parse(query)
    assert caught.value.position == position


PIECES = st.sampled_from(
    [
        "AND",
        "ODER",
        "NOT",
        "NEAR/3",
        "-",
        "(",
        ")",
        '"',
        "*",
        "title:",
        "date:2026",
        ":",
        "^",
        "{",
        "+",
        "Кай",
        "é",
        "🔥",
    ]
)


@settings(max_examples=400, deadline=None)
@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=12).map(" ".join), st.lists(PIECES).map("".join)))
def test_any_string_is_a_query_or_a_syntax_error_inside_it(query: str) -> None:
    try:
        position = 0 if isinstance(parse(query), Query) else -1
    except QuerySyntaxError as error:
        position = error.position
    assert 0 <= position <= len(query)
