"""Expression: a query tree as an FTS5 expression, every word of it quoted."""

from collections.abc import Mapping, Sequence

from lesart.store.search.tree import And, Near, Node, Not, Or, Term

PREFIX_LETTERS = 4  # shorter words are found as they are: `Rat` shall not find `Rathaus`, nor `in` half the index
COMPOUND_LETTERS = 5

Compounds = Mapping[str, Sequence[str]]  # a word and the longer words of the vocabulary that contain it further in


def expression(node: Node, compounds: Compounds) -> str:
    """Return the FTS5 expression; with `compounds`, words are also found inside those."""
    match node:
        case Term():
            return _in_field(node.field, _term(node, compounds))
        case Near():
            inside = " ".join(_phrase(term) for term in node.terms)
            return _in_field(node.terms[0].field, f"NEAR({inside}, {node.distance})")
        case Or():
            return _joined(" OR ", [expression(part, compounds) for part in node.nodes])
        case And():
            wanted = [expression(part, compounds) for part in node.nodes if not isinstance(part, Not)]
            unwanted = [expression(part.node, {}) for part in node.nodes if isinstance(part, Not)]
            together = _joined(" AND ", wanted)
            return f"({together} NOT {_joined(' OR ', unwanted)})" if unwanted else together
    raise TypeError(f"{type(node).__name__} cannot be searched alone")


def _joined(operator: str, parts: Sequence[str]) -> str:
    return parts[0] if len(parts) == 1 else f"({operator.join(parts)})"


def _in_field(field: str | None, inside: str) -> str:
    return inside if field is None else f"({{{field}}} : {inside})"


def _term(term: Term, compounds: Compounds) -> str:
    whole = _quoted(term.words)
    if not found_as_prefix(term):
        return _phrase(term)
    if term.prefix:
        return f"{whole} *"
    inside = [_quoted((compound,)) for compound in compounds.get(term.words[0], ())] if len(term.words) == 1 else []
    return _joined(" OR ", [whole, f"{whole} *", *inside])  # the word itself counts twice, so it ranks first


def _phrase(term: Term) -> str:
    return f"{_quoted(term.words)} *" if found_as_prefix(term) else _quoted(term.words)


def _quoted(words: Sequence[str]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


def found_as_prefix(term: Term) -> bool:
    """Say whether words that begin like the last one of a term are found too."""
    if term.exact or term.field == "lang":
        return False
    return term.prefix or (len(term.words[-1]) >= PREFIX_LETTERS and term.words[-1].isalpha())


def found_in_compounds(term: Term) -> bool:
    """Say whether a term is looked for inside longer words."""
    word = term.words[0]
    plain = not term.exact and not term.prefix and term.field in (None, "title", "outlet")
    return plain and len(term.words) == 1 and len(word) >= COMPOUND_LETTERS and word.isalpha()


def wanted_terms(node: Node | None) -> list[Term]:
    """Return the terms that shall occur, in the order of the query."""
    match node:
        case Term():
            return [node]
        case Near():
            return list(node.terms)
        case And() | Or():
            return [term for part in node.nodes for term in wanted_terms(part)]
    return []
