"""Correction: the fields of an article that a person can put right, with what stands there now and what was proposed."""

from collections.abc import Mapping
from dataclasses import dataclass

from lesart.store.rows import ArticleDetail
from lesart.text.article import Article, Extent, Role, Statement
from lesart.web.languages import Language
from lesart.web.presenters.margin import corrected_fields
from lesart.web.presenters.wording import EXTENTS, FIELDS, N_

HINTS = {
    "authors": N_("Several names: put a semicolon between them."),
    "translators": N_("Several names: put a semicolon between them."),
    "date": N_("2024, 2024-05 or 2024-05-10. Leave empty where the text does not fix it."),
    "language": N_("Code such as de, en, ru, uk."),
    "topics": N_("Several topics: put a semicolon between them."),
}


@dataclass(frozen=True, slots=True)
class Field:
    """One field of the form."""

    name: str
    label: str
    value: str
    proposed: str
    corrected: bool
    hint: str
    choices: tuple[tuple[str, str], ...] = ()
    error: str = ""


def correction_fields(
    detail: ArticleDetail,
    language: Language,
    given: Mapping[str, str] | None = None,
    errors: Mapping[str, str] | None = None,
) -> list[Field]:
    """Return the form; `given` are values that could not be taken, `errors` why not, by field."""
    present, proposed = values(detail.article), values(detail.proposed)
    corrected = corrected_fields(detail)
    return [
        Field(
            name,
            language.say(label),
            (given or present).get(name, present[name]),
            proposed[name],
            name in corrected,
            language.say(HINTS[name]) if name in HINTS else "",
            tuple((str(e), language.say(EXTENTS[e])) for e in Extent) if name == "extent" else (),
            (errors or {}).get(name, ""),
        )
        for name, label in FIELDS.items()
    ]


def values(article: Article) -> dict[str, str]:
    """Write what is known of an article as the form takes it; empty where unknown."""
    return {
        "title": _value(article.title),
        "subtitle": _value(article.subtitle),
        "authors": _names(article, Role.AUTHOR),
        "translators": _names(article, Role.TRANSLATOR),
        "date": article.published.date or "",
        "language": _value(article.language),
        "outlet": _value(article.outlet),
        "topics": "; ".join(topic.value for topic in article.topics),
        "extent": str(article.extent),
    }


def _value(statement: Statement | None) -> str:
    return statement.value if statement else ""


def _names(article: Article, role: Role) -> str:
    return "; ".join(byline.name for byline in article.bylines if byline.role is role)


def changes(detail: ArticleDetail, given: Mapping[str, str]) -> dict[str, str | None]:
    """Return the fields that differ from what stands there now, None for those that were emptied."""
    present = values(detail.article)
    tidy = {name: " ".join(given[name].split()) for name in present if name in given}
    return {name: value or None for name, value in tidy.items() if value != " ".join(present[name].split())}
