"""Credit lines: `Von A – 3. Mai 2024`, `Text: B | Übersetzung: C`, read word for word or not at all.

A line is a credit line only if every part of it is a name with a role, a date, a place, an outlet, an agency or a word
of the kind that such lines hold (`4 Min. Lesezeit`). One word left over, and it is running text.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from lesart.articles.date_expressions import TIME, WEEKDAY, DateExpression, dates_in
from lesart.articles.names import agency, is_outlet, person
from lesart.articles.vocabulary import any_of, value_of, whole
from lesart.text.article import Role
from lesart.text.span import Span

LONGEST_LINE = 220  # code points; longer lines are text


@dataclass(frozen=True, slots=True)
class Credit:
    """A name with its role. `labelled`: a word such as „Von“ says so; else the place beside a date does."""

    name: str
    role: Role
    span: Span
    labelled: bool


@dataclass(frozen=True, slots=True)
class DateCredit:
    expression: DateExpression
    label: Literal["published", "modified"] | None


@dataclass(slots=True)
class CreditLine:
    """What one line credits. Spans are code points into the document."""

    span: Span
    credits: list[Credit] = field(default_factory=list)
    dates: list[DateCredit] = field(default_factory=list)
    agencies: list[tuple[str, Span]] = field(default_factory=list)
    outlets: list[tuple[str, Span]] = field(default_factory=list)
    places: list[tuple[str, Span]] = field(default_factory=list)

    desks: list[tuple[str, Span]] = field(default_factory=list)
    language: str | None = None
    sourced: bool = False  # a word such as „Quelle:“ stands before the outlet

    @property
    def labelled(self) -> bool:
        return self.sourced or bool(self.desks) or any(credit.labelled for credit in self.credits)

    @property
    def plain_date(self) -> bool:
        """Whether the line is a date, perhaps with a place, and nothing says what the date is of."""
        return (
            not self.labelled and not any(date.label for date in self.dates) and not self.agencies and not self.credits
        )


_MASK = "\ue000"
_SEPARATOR = re.compile(rf"[|·•;()\[\]{_MASK}–—]|(?<=\s)[-/](?=\s|{_MASK})|-(?=\s*{_MASK})|(?<=\s)-(?=\s)|\.\s*$")
_BETWEEN_NAMES = re.compile(r"\s*(?:,|/|&|\bund\b|\band\b|\bsowie\b|(?<=\s)[иіта]+(?=\s))\s*")
_EDGE = " \t\u00a0*_#>-–—:,|•·.+"


@cache
def _label() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({any_of('date_labels')})\s*:?\s*$", re.IGNORECASE)


@cache
def _around_date() -> tuple[re.Pattern[str], re.Pattern[str]]:
    before = re.compile(rf"(?:(?<!\w)(?:am\s+)?{WEEKDAY}\s*,?\s*(?:den\s+|the\s+)?)$", re.IGNORECASE)
    after = re.compile(rf"^(?:\s*(?:,|um|at|\||-|–|/|в|о)?\s*{TIME}(?!\w))", re.IGNORECASE)
    return before, after


@cache
def _role_marker() -> re.Pattern[str]:
    role = any_of("roles")
    joint = rf"{role}(?:\s*(?:/|,|&|und|and|и|та|і)\s*{role})*"
    return re.compile(rf"^\s*({joint})(?:\s*:\s*|\s+|$)", re.IGNORECASE)


@cache
def _role_split() -> re.Pattern[str]:
    return re.compile(r"\s*(?:/|,|&|\bund\b|\band\b|(?<=\s)(?:и|та|і)(?=\s))\s*", re.IGNORECASE)


def credit_line(text: str, span: Span) -> CreditLine | None:
    """Read one line of a text; None where it is no credit line."""
    line = span.of(text)
    if not line.strip() or len(line) > LONGEST_LINE or _MASK in line or line.rstrip().endswith(":"):
        return None
    found = CreditLine(span)
    masked = _with_dates_taken(line, span.start, found)
    for start, end in _segments(masked):
        if not _read_segment(text, Span(span.start + start, span.start + end), found):
            return None
    if not (found.labelled or found.dates or found.agencies):
        return None
    if not found.dates and not found.labelled and (found.places or found.outlets or found.credits):
        return None
    return found


def names_alone(text: str, span: Span) -> list[Credit]:
    """Read a line that is nothing but personal names of two to four words, as authors; empty where it is not."""
    if len(span) > LONGEST_LINE or span.of(text).rstrip().endswith((".", ":", "!", "?")):
        return []
    found = []
    for part in _parts(text, span):
        name = person(text, part)
        if name is None or not 2 <= len(name.of(text).split()) <= 4 or is_outlet(name.of(text)):
            return []
        found.append(Credit(name.of(text), Role.AUTHOR, name, False))
    return found


def _with_dates_taken(line: str, base: int, found: CreditLine) -> str:
    before, after = _around_date()
    masked = line
    for expression in dates_in(line):
        if expression.value.startswith("-"):
            continue
        start, end = expression.span.start, expression.span.end
        if time := after.match(masked[end:]):
            end += time.end()
        if day := before.search(masked[:start]):
            start = day.start()
        label = None
        if words := _label().search(masked[:start]):
            label = value_of("date_labels", "field", words.group(1))
            start = words.start()
        masked = masked[:start] + _MASK * (end - start) + masked[end:]
        found.dates.append(DateCredit(DateExpression(expression.span.shifted(base), expression.value), _known(label)))
    return masked


def _known(label: str | None) -> Literal["published", "modified"] | None:
    return "modified" if label == "modified" else "published" if label == "published" else None


def _segments(masked: str) -> list[tuple[int, int]]:
    cuts = [(match.start(), match.end()) for match in _SEPARATOR.finditer(masked)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(masked)]
    return [(s, e) for s, e in zip(starts, ends, strict=True) if masked[s:e].strip(_EDGE + _MASK)]


def _read_segment(text: str, span: Span, found: CreditLine) -> bool:
    span = _without_edges(text, span)
    words = span.of(text)
    if whole("credit_fillers").match(words) or re.fullmatch(TIME, words, re.IGNORECASE) or words.startswith("@"):
        return True
    if source := _source_label().match(words):
        return _read_source(text, Span(span.start + source.end(), span.end), found)
    if marker := _role_marker().match(words):
        roles = [role for part in _role_split().split(marker.group(1)) if (role := _role(part))] or [
            role for role in [_role(marker.group(1))] if role
        ]
        rest = Span(span.start + marker.end(), span.end)
        if len(rest):
            return _read_names(text, rest, roles, found)
        return _give_role(roles, found)
    return _read_unlabelled(text, span, found)


@cache
def _source_label() -> re.Pattern[str]:
    return re.compile(rf"^\s*{any_of('source_labels')}\s*:\s*", re.IGNORECASE)


LONGEST_SOURCE = 6  # words


def _reads_as_language(words: str, found: CreditLine) -> bool:
    """Read „(ukrainisch)“ behind a source as the language of what was taken from it."""
    if code := value_of("language_names", "code", words):
        found.language = code
    return code is not None


def _read_source(text: str, span: Span, found: CreditLine) -> bool:
    if _read_signature(text, _without_edges(text, span), found):
        found.sourced = True
        return True
    for part in _parts(text, span):
        words = part.of(text)
        if known := agency(words):
            found.agencies.append((known, part))
        elif len(words.split()) <= LONGEST_SOURCE:
            quoted = _quoted(text, part) or part
            found.outlets.append((quoted.of(text), quoted))
        else:
            return False
    found.sourced = len(span) > 0
    return found.sourced


def _without_edges(text: str, span: Span) -> Span:
    start, end = span.start, span.end
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE and not re.search(r"(?<!\w)[^\W\d_]\.$", text[max(0, end - 3) : end]):
        end -= 1
    return Span(start, end)


def _role(words: str) -> Role | None:
    value = value_of("roles", "role", words)
    return Role(value) if value else None


def _give_role(roles: list[Role], found: CreditLine) -> bool:
    """Read a role that stands behind its name, in brackets: `A. Name (Übersetzung)`."""
    if not found.credits:
        return False
    last = found.credits.pop()
    found.credits.extend(Credit(last.name, role, last.span, True) for role in roles)
    return True


_IN_PLACE = re.compile(r"\s+(?:in|aus|from|at|в|из|у|з|в м\.)\s+[^\W\d_][\w’'-]*(?:\s[^\W\d_][\w’'-]*)?$")


def _read_names(text: str, span: Span, roles: list[Role], found: CreditLine) -> bool:
    several = 0
    for part in _parts(text, span):
        words = part.of(text)
        if (place := _IN_PLACE.search(words)) and words[place.start() :].split()[1][0].isupper():
            part = Span(part.start, part.start + place.start())
            words = part.of(text)
        if known := agency(words):
            found.agencies.append((known, part))
        elif outlet := _quoted(text, part):
            found.outlets.append((outlet.of(text), outlet))
        elif whole("desks").match(words):
            found.desks.append((words, part))
        elif several and _is_place(words):
            found.places.append((words, part))
        elif name := person(text, part):
            single = " " not in name.of(text)
            if is_outlet(name.of(text)) and Role.AUTHOR in roles:
                found.outlets.append((name.of(text), name))
            elif single and several:
                found.places.append((name.of(text), name))
            else:
                several += not single
                found.credits.extend(Credit(" ".join(name.of(text).split()), role, name, True) for role in roles)
        elif is_outlet(words) and words[:1].isupper() and len(words.split()) <= 5:
            found.outlets.append((words, part))
        else:
            return False
    return True


_QUOTED = re.compile(r"^[„“\"«»‚'‹](?P<words>[^„“”\"«»]{2,60})[“”\"»«‘'›]$")


def _quoted(text: str, part: Span) -> Span | None:
    match = _QUOTED.match(part.of(text))
    return Span(part.start + match.start("words"), part.start + match.end("words")) if match else None


def _is_place(words: str) -> bool:
    """Say whether several words begin like the name of a town (Bad, New, Нижний)."""
    first = words.split()[0] if words.split() else ""
    return bool(whole("place_starts").match(first))


_SHORTHAND = re.compile(r"^[a-zäöü]{1,4}$")


def _read_signature(text: str, part: Span, found: CreditLine) -> bool:
    """Read an agency's signature: `dpa/abc`, `rb/AFP`; beside a shorthand even an unknown agency is one."""
    words = part.of(text)
    tokens = re.split(r"\s*/\s*", words)
    if len(tokens) < 2 or len(words) > 40:
        return False
    names = [(token, agency(token)) for token in tokens]
    unknown = [token for token, known in names if known is None]
    if any(known for _, known in names) and all(_SHORTHAND.match(token) for token in unknown):
        found.agencies.extend((known, part) for _, known in names if known)
        return True
    capitals = [token for token in unknown if re.fullmatch(r"[^\W\d_]{4,}", token) and token[0].isupper()]
    if found.dates and len(capitals) == 1 and all(_SHORTHAND.match(t) or t in capitals for t in unknown):
        found.agencies.append((capitals[0], part))
        return True
    return False


def _parts(text: str, span: Span) -> list[Span]:
    words = span.of(text)
    cuts = [(match.start(), match.end()) for match in _BETWEEN_NAMES.finditer(words)]
    starts = [0, *(end for _, end in cuts)]
    ends = [*(start for start, _ in cuts), len(words)]
    spans = [Span(span.start + s, span.start + e) for s, e in zip(starts, ends, strict=True)]
    return [trimmed for part in spans if len(trimmed := _without_edges(text, part))]


def _read_unlabelled(text: str, span: Span, found: CreditLine) -> bool:
    if _read_signature(text, span, found) or (found.sourced and _reads_as_language(span.of(text), found)):
        return True
    for part in _parts(text, span):
        words = part.of(text)
        if whole("credit_fillers").match(words):
            continue
        if known := agency(words):
            found.agencies.append((known, part))
        elif outlet := _quoted(text, part):
            found.outlets.append((outlet.of(text), outlet))
        elif whole("desks").match(words):
            found.desks.append((words, part))
        elif _is_place(words) and person(text, part):
            found.places.append((words, part))
        elif (found.labelled and len(words.split()) in range(2, 6) and person(text, part)) or (
            is_outlet(words) and words[:1].isupper() and len(words.split()) <= 5
        ):
            found.outlets.append((words, part))
        elif name := person(text, part):
            if len(name.of(text).split()) == 1:
                found.places.append((words, part))
            elif len(name.of(text).split()) <= 4:
                found.credits.append(Credit(" ".join(name.of(text).split()), Role.AUTHOR, name, False))
            else:
                return False
        else:
            return False
    return True
