"""Errors that a user can act on; each carries advice."""


class LesartError(Exception):
    """Base of every error that a user can act on.

    LesartError
    ├── CollectionError      the collection cannot be opened, is locked, is full, or is of a newer Lesart
    ├── UnknownKeyError      no article or document has this key
    ├── JudgementError       the decision does not fit the text (a cut inside a word, a span outside the article)
    └── QueryError           a search query cannot be read; says where
    """

    def __init__(self, message: str, advice: str = "") -> None:
        super().__init__(message)
        self.advice = advice


class CollectionError(LesartError):
    pass


class UnknownKeyError(LesartError):
    pass


class JudgementError(LesartError):
    pass


class QueryError(LesartError):
    pass
