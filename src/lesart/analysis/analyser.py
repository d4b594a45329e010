"""Analyser: a description, a `load` once a worker, and a pure function from an article to annotations."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

from lesart.text.annotation import Annotation, Maker
from lesart.text.article import Article
from lesart.text.document import Document

Resources = TypeVar("Resources")


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What an analyser is given: one article and the document it stands in."""

    document: Document
    article: Article


@dataclass(frozen=True, slots=True)
class Analyser(Generic[Resources]):
    """One analysis of single articles.

    `load` reads models and lexicons, once a worker; `find` is pure: the same article twice gives the same annotations,
    with spans inside the article and only of the `types` declared. A new `version` replaces the unreviewed
    annotations of the older one and no others.
    """

    name: str
    version: str
    types: tuple[str, ...]
    load: Callable[[], Resources]
    find: Callable[[ArticleText, Resources], list[Annotation]]

    @property
    def maker(self) -> Maker:
        return Maker(self.name, self.version)
