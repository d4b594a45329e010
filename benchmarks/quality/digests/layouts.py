"""Layouts: the ways in which a digest prints its items. Each returns the head, the items' texts and the foot.

The splitter was developed on `DEVELOPED`. Errors made on `FURTHER` were read and their causes mended. `HELD_OUT` was
written later and only scored: whoever reads its errors, or mends the splitter for its sake, moves the layout to `FURTHER`.
`UNSEEN` was written before the splitter learned labelled times, letters, Roman numbers and titles that run into the text;
it too is only scored.
"""

import random
import textwrap
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from digests.items import Item


@dataclass(frozen=True, slots=True)
class Page:
    """The parts of a digest: `head` and `foot` belong to no item; `between` stands between two items."""

    items: list[str]
    between: str = "\n\n"
    head: str = ""
    foot: str = ""


Layout = Callable[[Sequence[Item], random.Random], Page]

MORE = {
    "de": ["[Hier weiterlesen]", "Weiterlesen »", "[Weiterlesen]", "» Mehr dazu", "→ Zum Artikel"],
    "en": ["Read more", "[Continue reading]", "Read the full story »", "» Full story", "Keep reading →"],
    "ru": ["Читать далее", "[Читать полностью]", "Подробнее »", "Читать дальше →"],
    "uk": ["Читати далі", "[Читати повністю]", "Детальніше »", "Докладніше →"],
}
BY = {"de": "Von ", "en": "By ", "ru": "Автор: ", "uk": "Автор: "}
SOURCE = {"de": "Quelle: ", "en": "Source: ", "ru": "Источник: ", "uk": "Джерело: "}
REMARK = {
    "de": ("Anmerkung: ", ["Das hatten wir schon im Frühjahr vermutet.", "Man darf gespannt sein, was daraus wird. Wir bleiben dran."]),
    "en": ("Editor's note: ", ["We said as much in spring.", "We shall see what comes of it. More next week."]),
    "ru": ("Примечание редакции: ", ["Мы писали об этом весной.", "Посмотрим, чем это кончится."]),
    "uk": ("Примітка редакції: ", ["Ми писали про це навесні.", "Побачимо, чим це закінчиться."]),
}  # fmt: skip
SAYS = {
    "de": ["Die Zeitung {outlet} aus {city} schreibt: „{text}“", "Der {outlet} aus {city} meint: „{text}“", "Im Kommentar des Blattes {outlet} ({city}) heißt es: „{text}“"],
    "en": ["The {outlet} of {city} writes: “{text}”", "The paper {outlet} ({city}) comments: “{text}”"],
    "ru": ["Газета «{outlet}» ({city}) пишет: «{text}»", "«{outlet}» из города {city} отмечает: «{text}»"],
    "uk": ["Газета «{outlet}» ({city}) пише: «{text}»", "«{outlet}» з міста {city} зазначає: «{text}»"],
}  # fmt: skip
FOOT = {
    "de": "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.\nAbmelden",
    "en": "You are receiving this newsletter because you signed up for it.\nUnsubscribe",
    "ru": "Вы получили это письмо, потому что подписаны на рассылку.\nОтписаться",
    "uk": "Ви отримали цей лист, бо підписані на розсилку.\nВідписатися",
}
MASTHEAD = {"de": "Presseschau", "en": "Press review", "ru": "Обзор прессы", "uk": "Огляд преси"}
OVERVIEW = {"de": "Inhalt", "en": "In this issue", "ru": "Содержание", "uk": "Зміст"}


def body(item: Item, most: int = 99) -> str:
    return "\n\n".join(item.paragraphs[:most])


def byline_and_stub(items: Sequence[Item], rng: random.Random) -> Page:
    dash = rng.choice([" – ", " - ", " -", "- ", " — "])
    dated = rng.random() < 0.75
    more = rng.choice(MORE[items[0].language])

    def shown(item: Item) -> str:
        line = BY[item.language] + item.author + (dash + item.date if dated else "")
        return f"{item.title}\n\n{line}\n\n{body(item, 4)}\n\n{more}"

    return Page([shown(i) for i in items])


def numbered_with_overview(items: Sequence[Item], rng: random.Random) -> Page:
    language = items[0].language
    mark = rng.choice(["{}. ", "{}) "])
    overview = "\n".join(mark.format(n) + item.title for n, item in enumerate(items, 1))

    def shown(number: int, item: Item) -> str:
        start, remarks = REMARK[language]
        remark = f"\n\n{start}{rng.choice(remarks)}" if rng.random() < 0.6 else ""
        return f"{mark.format(number)}{item.title}\n\n{body(item, 3)}\n\n{SOURCE[language]}{item.outlet}{remark}"

    return Page([shown(n, i) for n, i in enumerate(items, 1)], head=f"{OVERVIEW[language]}\n\n{overview}\n\n")


def press_review(items: Sequence[Item], rng: random.Random) -> Page:
    masthead = f"{MASTHEAD[items[0].language]}\n\n" if rng.random() < 0.5 else ""
    quotes = str.maketrans('„“”«»"', "''''''")

    def shown(item: Item) -> str:
        text = item.paragraphs[0].translate(quotes)
        return rng.choice(SAYS[item.language]).format(outlet=item.outlet, city=item.city, text=text)

    return Page([shown(i) for i in items], head=masthead)


def newsletter(items: Sequence[Item], rng: random.Random) -> Page:
    rule = rng.choice(["-----", "* * *", "===============", "________", "***", "~~~~~", "———"])
    more = rng.choice(MORE[items[0].language])
    link = rng.random() < 0.5

    def shown(item: Item) -> str:
        return f"{item.title}\n\n{body(item, 2)}\n\n{more}{' ' + item.address if link else ''}"

    foot = f"\n\n{rule}\n\n{FOOT[items[0].language]}" if rng.random() < 0.7 else ""
    return Page([shown(i) for i in items], between=f"\n\n{rule}\n\n", foot=foot)


def agency(items: Sequence[Item], rng: random.Random) -> Page:
    name = {"de": "agy", "en": "NPA", "ru": "АГН", "uk": "НІА"}[items[0].language]
    form = rng.choice(["{CITY} ({name}) – {text}", "{city} ({name}) - {text}", "{city}, {date} ({name}) – {text}"])
    titled = rng.random() < 0.6

    def shown(item: Item) -> str:
        short = item.date.rsplit(" ", 1)[0]
        lead = form.format(CITY=item.city.upper(), city=item.city, name=name, date=short, text=item.paragraphs[0])
        return "\n\n".join([item.title] * titled + [lead, *item.paragraphs[1:4]])

    return Page([shown(i) for i in items])


def ticker(items: Sequence[Item], rng: random.Random) -> Page:
    times = sorted((rng.randint(5, 22), rng.randint(0, 59)) for _ in items)
    form = rng.choice(["+++ {h:02}:{m:02} Uhr +++ {title} +++", "{h:02}:{m:02} Uhr – {title}", "+++ {title} +++"])
    name = rng.choice(["agy", "NPA"])

    def shown(time: tuple[int, int], item: Item) -> str:
        title = form.format(h=time[0], m=time[1], title=item.title)
        return f"{title}\n\n{item.city} ({name}) – {body(item, 2)}"

    return Page([shown(t, i) for t, i in zip(times, items, strict=True)])


def capitals(items: Sequence[Item], rng: random.Random) -> Page:
    between = rng.choice(["\n\n", "\n\n\n"])
    return Page([f"{i.title.upper()}\n\n{body(i)}" for i in items], between=between)


def blank_runs(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.title}\n\n{body(i)}" for i in items], between="\n" * rng.randint(3, 6))


def markdown(items: Sequence[Item], rng: random.Random) -> Page:
    mark = rng.choice(["# ", "## ", "### "])
    emphasis = rng.choice(["*", "_", "**", ""])

    def shown(item: Item) -> str:
        return (
            f"{mark}{item.title}\n\n{emphasis}{BY[item.language]}{item.author}, {item.date}{emphasis}\n\n{body(item)}"
        )

    return Page([shown(i) for i in items])


def dated_kicker(items: Sequence[Item], rng: random.Random) -> Page:
    mark = rng.choice([" | ", " · ", " – "])
    return Page([f"{i.date}{mark}{i.author}\n\n{i.title}\n\n{body(i)}" for i in items])


def signature(items: Sequence[Item], rng: random.Random) -> Page:
    """readers' letters, each with title and the writer's name and town under it."""
    return Page([f"{i.title}\n\n{body(i, 3)}\n\n{i.author}, {i.city}" for i in items])


def credited_title(items: Sequence[Item], rng: random.Random) -> Page:
    """outlet and date in brackets behind the title."""
    return Page([f"{i.title} ({i.outlet}, {i.short_date})\n\n{body(i)}" for i in items])


def bullets(items: Sequence[Item], rng: random.Random) -> Page:
    """every title behind a bullet, every item closed by its address."""
    mark = rng.choice(["▶ ", "■ ", "• ", "◆ "])
    return Page([f"{mark}{i.title}\n\n{body(i, 3)}\n\n{i.address}" for i in items])


def address_below(items: Sequence[Item], rng: random.Random) -> Page:
    """the address under the title."""
    return Page([f"{i.title}\n{i.address}\n\n{body(i)}" for i in items])


def fields(items: Sequence[Item], rng: random.Random) -> Page:
    """labelled fields, as databases print them."""
    names = {
        "de": ("Titel", "Datum", "Autor", "Medium"),
        "en": ("Title", "Date", "Author", "Publication"),
        "ru": ("Заголовок", "Дата", "Автор", "Издание"),
        "uk": ("Заголовок", "Дата", "Автор", "Видання"),
    }[items[0].language]

    def shown(item: Item) -> str:
        values = (item.title, item.short_date, item.author, item.outlet)
        return "\n".join(f"{n}: {v}" for n, v in zip(names, values, strict=True)) + "\n\n" + body(item)

    return Page([shown(i) for i in items], between=rng.choice(["\n\n", "\n\n\n\n", "\n\n---\n\n"]))


def underlined(items: Sequence[Item], rng: random.Random) -> Page:
    """titles underlined with signs, the byline under them."""
    sign = rng.choice("=-~")
    return Page([f"{i.title}\n{sign * min(60, len(i.title))}\n{i.author}\n\n{body(i)}" for i in items])


def archive_copy(items: Sequence[Item], rng: random.Random) -> Page:
    """the outlet above, date, title, length, as press archives deliver it."""
    words = {"de": "Wörter", "en": "words", "ru": "слов", "uk": "слів"}[items[0].language]

    def shown(item: Item) -> str:
        length = sum(len(p.split()) for p in item.paragraphs)
        return f"{item.outlet}\n{item.date}\n\n{item.title}\n\n{item.author}\n{length} {words}\n\n{body(item)}"

    return Page([shown(i) for i in items])


def counted(items: Sequence[Item], rng: random.Random) -> Page:
    """`[2/7]` before the title, initials at the end."""

    def shown(number: int, item: Item) -> str:
        initials = "".join(part[0] for part in item.author.split()).lower()
        return f"[{number}/{len(items)}] {item.title}\n\n{body(item)} ({initials})"

    return Page([shown(n, i) for n, i in enumerate(items, 1)])


def outlet_before_title(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.outlet}: {i.title}\n\n{body(i)}" for i in items])


def closing_byline(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.title}\n\n{body(i)}\n\n{BY[i.language]}{i.author}" for i in items])


def ruled(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.title}\n\n{body(i)}" for i in items], between="\n\n* * *\n\n")


def source_in_brackets(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.title}\n\n{body(i, 2)} ({SOURCE[i.language]}{i.outlet})" for i in items])


def dated_above(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.short_date}\n{i.title}\n{body(i, 3)}" for i in items])


def credits_with_bars(items: Sequence[Item], rng: random.Random) -> Page:
    """Title, a broken-off teaser, a line of credits with bars."""
    form = "{0.title}\n{0.paragraphs[0]:.90}\n{0.author} | {0.outlet} | {0.short_date}\n\n{1}"
    return Page([form.format(i, body(i)) for i in items])


def mail_headers(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"From: {i.author}\nDate: {i.short_date}\nSubject: {i.title}\n\n{body(i)}" for i in items])


def wrapped(items: Sequence[Item], rng: random.Random) -> Page:
    """Lines broken at 72 columns, as in mail, the byline straight under the title."""

    def shown(item: Item) -> str:
        head = [*textwrap.wrap(item.title, 72), f"{BY[item.language]}{item.author}, {item.date}"]
        return "\n\n".join("\n".join(part) for part in [head, *(textwrap.wrap(p, 72) for p in item.paragraphs[:4])])

    return Page([shown(i) for i in items])


def end_mark(items: Sequence[Item], rng: random.Random) -> Page:
    mark = rng.choice(["■", "◼", "###", "✻"])
    return Page([f"{i.title}\n\n{body(i)} {mark}" for i in items])


def bibliographic(items: Sequence[Item], rng: random.Random) -> Page:
    """Author, title, outlet and date in one line, as in a reading list."""
    return Page([f"{i.author}: {i.title}. In: {i.outlet}, {i.short_date}\n\n{body(i, 3)}" for i in items])


def clippings(items: Sequence[Item], rng: random.Random) -> Page:
    """A running head `— 3 —`, outlet and page, the title."""

    def shown(number: int, item: Item) -> str:
        return f"— {number} —\n{item.outlet}, {item.short_date}, S. {rng.randint(1, 40)}\n{item.title}\n\n{body(item)}"

    return Page([shown(n, i) for n, i in enumerate(items, 1)])


def channel(items: Sequence[Item], rng: random.Random) -> Page:
    """Posts of a channel: a tag, a bold title, two paragraphs, a link with a sign before it."""
    tags = ["#news", "#kurz", "#world"]
    return Page([f"{rng.choice(tags)}\n**{i.title}**\n{body(i, 2)}\n👉 {i.address}" for i in items])


def paired_languages(items: Sequence[Item], rng: random.Random) -> Page:
    """Title, under it the outlet in italics and in brackets the town."""
    return Page([f"{i.title}\n_{i.outlet}_ ({i.city})\n\n{body(i)}" for i in items])


def roman(items: Sequence[Item], rng: random.Random) -> Page:
    """Roman numbers before the titles, the author's name behind a dash."""
    numbers = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV"]
    return Page([f"{n}. {i.title} – {i.author}\n\n{body(i)}" for n, i in zip(numbers, items, strict=False)])


def run_in_titles(items: Sequence[Item], rng: random.Random) -> Page:
    """Bold titles at the head of the first paragraph, no line of their own."""
    return Page([f"**{i.title}.** {body(i, 2)}" for i in items])


def outlet_below(items: Sequence[Item], rng: random.Random) -> Page:
    """Outlet and date in brackets on a line under the text."""
    return Page([f"{i.title}\n{body(i, 3)}\n({i.outlet}, {i.short_date})" for i in items])


def more_at_the_end(items: Sequence[Item], rng: random.Random) -> Page:
    """The words that lead on stand at the end of the last paragraph."""
    more = rng.choice(MORE[items[0].language]).strip("[]")
    return Page([f"{i.title}\n\n{body(i, 2)} [{more}]" for i in items])


def lettered(items: Sequence[Item], rng: random.Random) -> Page:
    """Letters before the titles."""
    mark = rng.choice(["{}) ", "{}. ", "({}) "])
    letters = "abcdefghijklmno" if rng.random() < 0.6 else "ABCDEFGHIJKLMNO"
    return Page([f"{mark.format(n)}{i.title}\n\n{body(i, 3)}" for n, i in zip(letters, items, strict=False)])


def wire_times(items: Sequence[Item], rng: random.Random) -> Page:
    """Time and town at the head of the text, as a wire prints them."""
    times = sorted((rng.randint(5, 22), rng.randint(0, 59)) for _ in items)
    form = rng.choice(
        ["{h:02}:{m:02} {city} — {text}", "[{h:02}:{m:02}] {city}. {text}", "{h}.{m:02} Uhr, {city}: {text}"]
    )
    shown = [form.format(h=h, m=m, city=i.city, text=body(i, 2)) for (h, m), i in zip(times, items, strict=True)]
    return Page(shown, head=f"{items[0].date}\n\n" if rng.random() < 0.5 else "")


VOICED = {
    "de": ["„{text}“, schreibt der {outlet}.", "Anders sieht es der {outlet}: „{text}“", "Skeptisch ist man beim {outlet} in {city}: „{text}“", "Im {outlet} liest man: „{text}“", "Für den {outlet} steht fest: „{text}“"],
    "en": ["“{text}”, says the {outlet}.", "Not so the {outlet}: “{text}”", "In the {outlet} we read: “{text}”", "The {outlet} of {city} disagrees: “{text}”"],
    "ru": ["«{text}», — пишет «{outlet}».", "Иначе смотрит на это «{outlet}»: „{text}“", "В издании «{outlet}» читаем: „{text}“", "С этим не согласен «{outlet}»: „{text}“"],
    "uk": ["«{text}», — пише «{outlet}».", "Інакше дивиться на це «{outlet}»: „{text}“", "У виданні «{outlet}» читаємо: „{text}“", "З цим не згоден «{outlet}»: „{text}“"],
}  # fmt: skip


def voices(items: Sequence[Item], rng: random.Random) -> Page:
    """Papers quoted in turn, each handed the word in other words."""
    quotes = str.maketrans('„“”«»"', "''''''")

    def shown(item: Item) -> str:
        text = item.paragraphs[0].translate(quotes)
        return rng.choice(VOICED[item.language]).format(outlet=item.outlet, city=item.city, text=text)

    return Page([shown(i) for i in items], head=f"{MASTHEAD[items[0].language]}\n{items[0].date}\n\n")


def worded_numbers(items: Sequence[Item], rng: random.Random) -> Page:
    """A word and a number before the titles."""
    word = {
        "de": ["Nr.", "Thema", "Meldung"],
        "en": ["No.", "Story", "Topic"],
        "ru": ["№", "Тема"],
        "uk": ["№", "Тема"],
    }
    mark = rng.choice(word[items[0].language]) + rng.choice([" {}: ", " {} – "])
    return Page([f"{mark.format(n)}{i.title}\n\n{body(i, 3)}" for n, i in enumerate(items, 1)])


def loud_run_in(items: Sequence[Item], rng: random.Random) -> Page:
    """Titles in capitals or italics that run into the text."""
    form = rng.choice(["{TITLE}. {text}", "{TITLE} – {text}", "_{title}_ — {text}", "*{title}:* {text}"])
    return Page([form.format(title=i.title, TITLE=i.title.upper(), text=body(i, 2)) for i in items])


def outlet_under_text(items: Sequence[Item], rng: random.Random) -> Page:
    """The outlet behind a dash or arrow on a line under the text."""
    mark = rng.choice(["— ", "→ ", "// "])
    return Page([f"{i.title}\n\n{body(i, 2)}\n\n{mark}{i.outlet}, {i.city}" for i in items])


def titles_only(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([f"{i.title}\n\n{body(i)}" for i in items])


def titles_tight(items: Sequence[Item], rng: random.Random) -> Page:
    return Page(["\n".join([i.title, *i.paragraphs]) for i in items], between="\n")


def titles_over_blocks(items: Sequence[Item], rng: random.Random) -> Page:
    return Page(["\n".join([i.title, *i.paragraphs]) for i in items])


def titles_and_inner_heads(items: Sequence[Item], rng: random.Random) -> Page:
    """Items with a heading of their own inside."""

    def shown(item: Item) -> str:
        parts = list(item.paragraphs)
        if len(parts) > 3:
            parts.insert(2, rng.choice(["Hintergrund", "Reaktionen", "Wie es weitergeht", "Kritik von allen Seiten"]))
        return "\n\n".join([item.title, *parts])

    return Page([shown(i) for i in items])


def paragraphs_only(items: Sequence[Item], rng: random.Random) -> Page:
    return Page([body(i) for i in items])


DEVELOPED: tuple[Layout, ...] = (
    byline_and_stub, numbered_with_overview, press_review, newsletter, agency,
    ticker, capitals, blank_runs, markdown, dated_kicker,
)  # fmt: skip
FURTHER: tuple[Layout, ...] = (
    signature, credited_title, bullets, address_below, fields, underlined, archive_copy, counted,
    outlet_before_title, closing_byline, ruled, source_in_brackets, dated_above, credits_with_bars, mail_headers, wrapped,
    bibliographic, clippings, channel, more_at_the_end, roman, run_in_titles,
)  # fmt: skip
HELD_OUT: tuple[Layout, ...] = (end_mark, paired_languages, outlet_below)
UNSEEN: tuple[Layout, ...] = (lettered, wire_times, voices, worded_numbers, loud_run_in, outlet_under_text)
WITHOUT_CUES: tuple[Layout, ...] = (titles_only, titles_tight, titles_over_blocks, titles_and_inner_heads)
BARE: tuple[Layout, ...] = (paragraphs_only,)
