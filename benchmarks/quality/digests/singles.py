"""Single pieces: texts that have headings, questions, times or numbers and are one article all the same."""

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

from digests.items import AUTHORS, CITIES, MONTHS, OUTLETS

Text = tuple[str, Sequence[str]]

HEADS = {
    "de": ["Hintergrund", "Reaktionen", "Wie es weitergeht", "Kritik von allen Seiten", "Der Stand der Dinge", "Was noch offen ist",
           "Ein Blick zurück", "Streit um die Kosten", "Warten auf das Urteil", "Und jetzt?", "Zur Sache", "Links"],
    "en": ["Background", "What happens next", "Mixed reactions", "Who pays?", "A long story", "Calls for reform", "Looking back"],
    "ru": ["Предыстория", "Что дальше", "Реакция", "Кто заплатит?", "Взгляд назад", "Критика со всех сторон"],
    "uk": ["Передісторія", "Що далі", "Реакція", "Хто заплатить?", "Погляд назад", "Критика з усіх боків"],
}  # fmt: skip
BY = {
    "de": "Von Anna Berg – 3. Mai 2025",
    "en": "By Maud Carrick – 3 May 2025",
    "ru": "Автор: Ирина Лужина – 3 мая 2025",
    "uk": "Автор: Ігор Підлісний – 3 травня 2025",
}


def headed(text: Text, language: str, rng: random.Random) -> str:
    """Put headings between the paragraphs, some of them made of the piece's own words."""
    parts: list[str] = [text[0], BY[language]] if rng.random() < 0.5 else [text[0]]
    for index, paragraph in enumerate(text[1]):
        if index and rng.random() < 0.6:
            parts.append(_head(paragraph, language, rng))
        parts.append(paragraph)
    return rng.choice(["\n\n", "\n"]).join(parts)


def _head(paragraph: str, language: str, rng: random.Random) -> str:
    words = [w.strip('.,:;„“"«»()') for w in paragraph.split()]
    if len(words) > 25 and rng.random() < 0.4:
        start = rng.randrange(8, len(words) - 10)
        taken = " ".join(words[start : start + rng.randint(4, 9)])
        return taken[0].upper() + taken[1:]
    names = [w for w in words if w[:1].isupper() and len(w) > 4]
    if len(names) > 3 and rng.random() < 0.5:
        return (
            f"{rng.choice(names)} und {rng.choice(names)}"
            if language == "de"
            else f"{rng.choice(names)}, {rng.choice(names)}"
        )
    return rng.choice(HEADS[language])


def ticker(text: Text, language: str, rng: random.Random) -> str:
    """Print every paragraph as an entry of a live ticker on one event."""
    word = {"de": " Uhr", "en": "", "ru": "", "uk": ""}[language]
    times = sorted((rng.randint(6, 22), rng.randint(0, 59)) for _ in text[1])
    entries = [f"{h:02}:{m:02}{word} – {p}" for (h, m), p in zip(times, text[1], strict=True)]
    return "\n\n".join([f"{text[0]}", *entries])


def interview(text: Text, language: str, rng: random.Random) -> str:
    """Put a question before every paragraph."""
    questions = {
        "de": ["Wie kam es dazu?", "Was bedeutet das für die Menschen vor Ort?", "Und wer bezahlt das?", "Hat Sie das überrascht?", "Was erwarten Sie nun von der Politik?"],
        "en": ["How did it come to that?", "Were you surprised?", "What does it mean for people there?", "And who pays for it?"],
        "ru": ["Как до этого дошло?", "Вас это удивило?", "Что это значит для людей?", "И кто за это платит?"],
        "uk": ["Як до цього дійшло?", "Вас це здивувало?", "Що це означає для людей?", "І хто за це платить?"],
    }[language]  # fmt: skip
    parts = [text[0]]
    for paragraph in text[1]:
        parts += [rng.choice(questions), paragraph]
    return "\n\n".join(parts)


def plain(text: Text, language: str, rng: random.Random) -> str:
    return rng.choice(["\n\n", "\n", "\n\n\n"]).join([text[0], *text[1]])


def numbered(text: Text, language: str, rng: random.Random) -> str:
    """Number the paragraphs under small titles, as lists of reasons do."""
    parts = [text[0]]
    for number, paragraph in enumerate(text[1], 1):
        parts += [f"{number}. {_head(paragraph, language, rng)}", paragraph]
    return "\n\n".join(parts)


FORMS = (headed, headed, plain, ticker, interview, numbered)


def singles_of(texts: dict[str, list[Text]], rng: random.Random, count: int) -> Iterator[tuple[str, str]]:
    """Yield public texts of three paragraphs or more, each in one of the forms that tempt a splitter."""
    for number in range(count):
        language = rng.choice(["de", "de", "de", "en", "ru", "uk"])
        text = rng.choice([t for t in texts[language] if len(t[1]) >= 3])
        form = FORMS[number % len(FORMS)]
        yield f"{form.__name__} {language}", form(text, language, rng)


def own_singles(rng: random.Random, variants: int = 4) -> Iterator[tuple[str, str]]:
    """Yield every own piece several times, with other names and other spacing."""
    source = (Path(__file__).parent / "single_pieces.txt").read_text(encoding="utf-8")
    for piece in source.split("%%% ")[1:]:
        header, _, text = piece.partition("\n")
        for _ in range(variants):
            yield f"own {header}", _filled(text.strip(), header.split()[0], rng)


def _filled(text: str, language: str, rng: random.Random) -> str:
    one, other = rng.sample(AUTHORS[language], 2)
    day, month = rng.randint(1, 28), rng.choice(MONTHS[language])
    values = {
        "person": one,
        "person2": other,
        "town": rng.choice(CITIES[language]),
        "outlet": rng.choice(OUTLETS[language]),
    }
    for name, value in (values | {"date": f"{day}{'.' if language == 'de' else ''} {month} 2025"}).items():
        text = text.replace(f"{{{name}}}", value)
    return text.replace("\n\n", rng.choice(["\n\n", "\n\n", "\n", "\n\n\n"]))
