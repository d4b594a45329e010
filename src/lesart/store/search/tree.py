"""Tree: what a query asks for, as a tree of words, and the dates around it."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Term:
    """A word or phrase, folded. `exact`: it was quoted; `prefix`: it ended with an asterisk."""

    words: tuple[str, ...]
    position: int
    exact: bool = False
    prefix: bool = False
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    terms: tuple[Term, ...]
    distance: int
    position: int


@dataclass(frozen=True, slots=True)
class Dates:
    """The days that an article may be of, as precise as they were given; None is open."""

    since: str | None
    until: str | None
    position: int


@dataclass(frozen=True, slots=True)
class Not:
    node: "Node"
    position: int


@dataclass(frozen=True, slots=True)
class And:
    nodes: tuple["Node", ...]
    position: int


@dataclass(frozen=True, slots=True)
class Or:
    nodes: tuple["Node", ...]
    position: int


Node = Term | Near | Dates | Not | And | Or


@dataclass(frozen=True, slots=True)
class Query:
    """What is asked: a tree of words (None where only dates are asked for), and the dates around it."""

    tree: Node | None
    since: str | None = None
    until: str | None = None
