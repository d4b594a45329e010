"""Whole documents: digests are cut, single pieces stay whole."""

import itertools
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lesart.articles.prepare import prepare
from lesart.articles.splitting import split
from lesart.text.article import Cut
from lesart.text.blocks import Block, BlockKind, blocks_of_plain_text
from lesart.text.document import Document
from lesart.text.span import Span, trimmed

TITLES = ("Rat von Niederau beschließt Haushalt", "Fähre nach Seeburg fällt aus", "Хор співає далі 🙂 é")
BODIES = (
    "Am Dienstag hat der Rat von Niederau nach langer Aussprache den Haushalt mit großer Mehrheit gebilligt.",
    "Die Reederei sucht seit Monaten nach Ersatz für den morschen Anleger, doch die Werften winken ab.",
    "Навіть без опалення церковний хор Озерного збирається щочетверга, люди стають ближче одне до одного.",
)


def document(text: str) -> Document:
    return Document(text, tuple(blocks_of_plain_text(text)))


def cuts_of(text: str) -> list[Cut]:
    return split(document(text))


def titles(text: str) -> list[str | None]:
    return [cut.title.of(text) if cut.title else None for cut in cuts_of(text)]


LAYOUTS = {
    "byline and stub": "{title}\n\nVon Anna Berg – 3. Mai 2025\n\n{body}\n\n[Hier weiterlesen]",
    "byline without a date": "{title}\n\nVon Prof. Anna von Berg\n\n{body}",
    "translator in brackets": "{title}\n\nVon Anna Berg (Übersetzung/Einleitung: Uwe Sander) -3. Mai 2025\n\n{body}",
    "English stub": "{title}\n\n{body}\n\nRead more »\n\n* * *",
    "Russian stub": "{title}\n\n{body}\n\nЧитать далее",
    "Ukrainian stub": "{title}\n\n{body}\n\n[Читати далі]",
    "dateline": "{title}\n\nSEEBURG (agy) – {body}",
    "address under the title": "{title}\nhttps://kurier.example/a\n\n{body}",
    "labelled fields": "Titel: {title}\nDatum: 03.05.2025\nMedium: Hafenkurier\n\n{body}",
    "signed letters": "{title}\n\n{body}\n\nAnna Berg, Seeburg",
    "date above the title": "3. Mai 2025 | Anna Berg\n\n{title}\n\n{body}",
    "teaser before the byline": "{title}\n\n{body}\n\nVon Anna Berg\n\n{body} Mehr ist nicht bekannt.",
}


@pytest.mark.parametrize("layout", LAYOUTS.values(), ids=LAYOUTS.keys())
def test_what_recurs_around_the_titles_begins_an_item(layout: str) -> None:
    text = "\n\n".join(layout.format(title=title, body=body) for title, body in zip(TITLES, BODIES, strict=True))
    cuts = cuts_of(text)
    assert len(cuts) == 3
    for cut, title in zip(cuts, TITLES, strict=True):
        assert title in cut.span.of(text)
        assert cut.title is not None
        assert title in cut.title.of(text)
        assert cut.confidence > 0.6


def test_items_under_an_overview_end_with_their_source_and_remark() -> None:
    overview = "Inhalt\n\n" + "\n".join(f"{n}. {title}" for n, title in enumerate(TITLES, 1))
    items = [
        f"{n}. {title}\n\n{body}\n\nQuelle: Blatt {n}\n\nAnmerkung: Das sehen wir anders."
        for n, (title, body) in enumerate(zip(TITLES, BODIES, strict=True), 1)
    ]
    text = overview + "\n\n" + "\n\n".join(items)
    ends = [cut.span.of(text).endswith("anders.") for cut in cuts_of(text)]
    assert ends == [True, True, True]
    assert "overview" in cuts_of(text)[1].reason


def test_a_press_review_is_cut_where_another_paper_is_given_the_word() -> None:
    text = (
        "Die NIEDERAUER ZEITUNG schreibt: „Spät, aber nicht zu spät hat sie gehandelt.“\n\n"
        "Im Kommentar des Hafenkurier aus Seeburg heißt es: „Der Rücktritt löst nichts.“\n\n"
        "Газета «Вісник Залісся» зауважує: «Тут жертвують однією жінкою»."
    )
    assert [cut.span.of(text)[:3] for cut in cuts_of(text)] == ["Die", "Im ", "Газ"]


SINGLE_PIECES = {
    "interview": "Ein Gespräch\n\nWie kam es dazu?\n\n{0}\n\nUnd wer zahlt?\n\n{1}\n\nWas nun?\n\n{2}",
    "speakers": "Ein Gespräch\n\nBerg: Ja.\n\nPelz: Nein.\n\nBerg: {0}\n\nPelz: {1}\n\nBerg: {2}\n\nPelz: Nun ja.",
    "live report": "Liveticker: Sturm\n\n06:12 Uhr – Alarm\n\n{0}\n\n07:40 Uhr – Schule zu\n\n{1}\n\n08:05 Uhr – Stau\n\n{2}",
    "list of reasons": "3 Gründe zu bleiben\n\n1. Der Rat\n\n{0}\n\n2. Die Fähre\n\n{1}\n\n3. Der Chor\n\n{2}",
    "headings": "Ein Ort\n\nVon Anna Berg – 3. Mai 2025\n\n{0}\n\nDer Rat\n\n{0}\n\nWie es weitergeht\n\n{1}",
    "chronicle": "Ein Jahr\n\n3. Mai 2024\n\n{0}\n\n4. Juni 2024\n\n{1}\n\n5. Juli 2024\n\n{2}",
    "one source for all charts": "Zahlen\n\n{0}\n\nQuelle: Amt\n\nDer Rat\n\n{0}\n\nQuelle: Amt\n\nNoch mehr\n\n{0}\n\nQuelle: Amt",
    "asterisks": "{0}\n\n* * *\n\n{1}\n\n* * *\n\n{2}",
}


@pytest.mark.parametrize("piece", SINGLE_PIECES.values(), ids=SINGLE_PIECES.keys())
def test_a_single_piece_stays_whole(piece: str) -> None:
    assert len(cuts_of(piece.format(*BODIES))) == 1


def test_headings_inside_an_item_are_no_cuts() -> None:
    item = "{title}\n\nVon Anna Berg – 3. Mai 2025\n\n{body}\n\nWer zahlt am Ende\n\n{body}\n\n[Hier weiterlesen]"
    text = "\n\n".join(item.format(title=title, body=body) for title, body in zip(TITLES, BODIES, strict=True))
    assert titles(text) == list(TITLES)


def test_furniture_makes_no_cut_and_stays_with_its_neighbour() -> None:
    text = "\n\n".join(f"{t}\n\nVon Anna Berg\n\n{b}\n\nVon Karla Menü" for t, b in zip(TITLES, BODIES, strict=True))
    blocks = tuple(
        Block(b.span, b.kind, b.level, "navigation" if "Menü" in b.span.of(text) else None)
        for b in blocks_of_plain_text(text)
    )
    cuts = split(Document(text, blocks))
    assert [cut.span.of(text).splitlines()[0] for cut in cuts] == list(TITLES)
    assert all(cut.span.of(text).endswith("Menü") for cut in cuts)


def test_headings_of_a_page_count_as_titles() -> None:
    text = "\n".join(f"{title}.\nVon Anna Berg\n{body}" for title, body in zip(TITLES, BODIES, strict=True))
    blocks = tuple(
        Block(b.span, BlockKind.HEADING, 2) if b.span.of(text)[:-1] in TITLES else b for b in blocks_of_plain_text(text)
    )
    assert len(split(Document(text, blocks))) == 3


def test_a_reason_names_the_signs() -> None:
    text = "\n\n".join(f"{t}\n\nVon Anna Berg\n\n{b}\n\n[Weiterlesen]" for t, b in zip(TITLES, BODIES, strict=True))
    reason = cuts_of(text)[1].reason
    assert "byline" in reason
    assert "full text" in reason


@pytest.mark.parametrize("blank", ["", " \n\n ", "\u00a0\n"])
def test_a_blank_document_has_no_cut(blank: str) -> None:
    assert cuts_of(blank) == []


WORDS = st.sampled_from(
    ["Von Anna Berg – 3. Mai 2025", "[Weiterlesen]", "---", "Ein Titel", "1. Ein Titel", *BODIES, "é 🙂", "Quelle: X"]
)


@given(st.lists(st.tuples(WORDS, st.sampled_from(["\n", "\n\n", "\n\n\n", " "])), max_size=30))
@settings(max_examples=150, deadline=None)
def test_cuts_are_trimmed_in_order_and_do_not_overlap(parts: list[tuple[str, str]]) -> None:
    text = "".join(word + gap for word, gap in parts)
    cuts = cuts_of(text)
    whole = trimmed(text, Span(0, len(text)))
    assert bool(cuts) == bool(len(whole))
    assert all(trimmed(text, cut.span) == cut.span and len(cut.span) for cut in cuts)
    assert all(a.span.end <= b.span.start for a, b in itertools.pairwise(cuts))
    assert not cuts or (cuts[0].span.start, cuts[-1].span.end) == (whole.start, whole.end)
    assert all(cut.title is None or cut.span.contains(cut.title) for cut in cuts)


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_split_twice_alike(text: str) -> None:
    assert cuts_of(text) == cuts_of(text)


def test_time_grows_with_length_only() -> None:
    def seconds(times: int) -> float:
        text = "\n\n".join(f"{TITLES[i % 3]} {i}\n\nVon Anna Berg\n\n{BODIES[i % 3]}" for i in range(times))
        before = time.process_time()
        assert len(cuts_of(text)) == times
        return time.process_time() - before

    seconds(50)
    assert seconds(1600) < 12 * max(seconds(400), 0.05)


def test_a_heading_without_the_byline_of_the_others_is_no_cut() -> None:
    inner = "Museum von Talheim zeigt die Funde aus dem Moor am Südhang"
    about = "Drei Kähne und ein Mantel aus der Eisenzeit sind im Museum von Talheim zu sehen, Funde aus dem Moor am Südhang."
    item = "{title}\n\nVon Anna Berg – 3. Mai 2025\n\n{body}\n\n"
    items = [item.format(title=title, body=body) for title, body in zip(TITLES, BODIES, strict=True)]
    text = items[0] + f"{inner}\n\n{about}\n\n" + items[1] + items[2]
    assert titles(text) == list(TITLES)


def test_a_sign_that_stands_once_is_no_pattern() -> None:
    text = f"Ein Ort\n\n{BODIES[0]}\n\nDer Rat\n\nBERLIN (agy) – {BODIES[0]}\n\nQuelle: Amt"
    assert len(cuts_of(text)) == 1


def page(text: str) -> Document:
    return Document(text, tuple(blocks_of_plain_text(text)), media_type="text/html")


def test_a_page_with_embedded_posts_and_boxes_is_one_piece() -> None:
    posts = "\n\n".join(f"{body}\n\n— Anna Berg (@berg🙂) {day}. September 2025" for day, body in enumerate(BODIES, 3))
    boxes = "\n\n".join(f"{title}\n\n{body}" for title, body in zip(TITLES, BODIES, strict=True))
    assert len(split(page(f"Was die Küste bewegt\n\n{posts}\n\n{boxes}"))) == 1


def test_a_page_whose_items_are_signed_is_a_digest() -> None:
    items = [f"{title}\n\nVon Anna Berg – 3. Mai 2025\n\n{body}" for title, body in zip(TITLES, BODIES, strict=True)]
    assert len(split(page("\n\n".join(items)))) == 3


EVENTS = (
    "Ein Feuer hat am Morgen das alte Sägewerk am Fluss zerstört. Verletzt wurde niemand, der Schaden ist hoch.",
    "Der Kreistag hat den Neubau der Berufsschule gebilligt. Baubeginn soll im Frühjahr sein 🙂.",
    "Die Stürmerin wechselt im Sommer zum Meister. Über die Ablöse schweigen beide Vereine.",
    "Навіть без опалення церковний хор збирається щочетверга, люди стають ближче é.",
)
WIRES = {
    "bars": ("08:12 | Altmünde: {}", "09:40 | Lindach: {}", "11:03 | Bad Rottau: {}", "12:00 | Озерне: {}"),
    "dashes": ("14.32 Uhr – BERGSTADT – {}", "14.51 Uhr – LINDACH – {}", "15.10 Uhr – SEEBURG – {}", "16.00 Uhr – ОЗЕРНЕ – {}"),
    "brackets": ("[08:12] Altmünde. {}", "[09:40] Lindach. {}", "[11:03] Bad Rottau. {}", "[12:00] Озерне. {}"),
}  # fmt: skip
REPORTS = {
    "no labels": ("08:12 Uhr: {}", "09:40 Uhr: {}", "11:03 Uhr: {}", "12:00 Uhr: {}"),
    "one place": ("08:12 | Altmünde: {}", "09:40 | Altmünde: {}", "11:03 | Altmünde: {}", "12:00 | Altmünde: {}"),
    "called a ticker": ("Ticker zum Nachlesen\n\n08:12 | Altmünde: {}", "09:40 | Lindach: {}", "11:03 | Озерне: {}", "12:00 | Rottau: {}"),
}  # fmt: skip


def lines_with(form: tuple[str, ...], bodies: tuple[str, ...]) -> str:
    return "\n\n".join(line.format(body) for line, body in zip(form, bodies, strict=True))


@pytest.mark.parametrize("form", WIRES.values(), ids=WIRES.keys())
def test_times_with_places_of_their_own_begin_items(form: tuple[str, ...]) -> None:
    cuts = cuts_of(lines_with(form, EVENTS))
    assert len(cuts) == 4
    assert "place or topic" in cuts[1].reason


@pytest.mark.parametrize("form", REPORTS.values(), ids=REPORTS.keys())
def test_a_live_report_of_one_event_stays_whole(form: tuple[str, ...]) -> None:
    assert len(cuts_of(lines_with(form, EVENTS))) == 1


def test_places_of_one_event_are_no_items() -> None:
    storm = tuple(
        f"Der Sturm hat {what}, die Feuerwehr räumt, der Bahnverkehr ruht."
        for what in ("Bäume", "Dächer", "Masten", "Буря")
    )
    assert len(cuts_of("Sturm legt Bahnverkehr lahm\n\n" + lines_with(WIRES["bars"], storm))) == 1


def test_a_declared_press_review_is_cut_at_every_paper_that_is_quoted() -> None:
    text = (
        "Blick in die Presse\n\nDie NIEDERAUER ZEITUNG schreibt: „Spät, aber nicht zu spät hat sie gehandelt.“\n\n"
        "Themenwechsel. Der Rat hat die Brücke gebilligt. Ganz anders der HAFENKURIER aus Seeburg: „Der Rücktritt löst nichts.“\n\n"
        "„Hier wird eine Frau geopfert, damit drei Männer bleiben dürfen“, meint der MERKBRIEF aus Oberfeld.\n\n"
        "«Вісник Залісся» з Озерного на це: «Тут жертвують однією жінкою 🙂 é»."
    )
    assert [cut.span.of(text)[:3] for cut in cuts_of(text)] == ["Bli", "The", "„Hi", "«Ві"]


def test_an_article_that_quotes_papers_in_passing_stays_whole() -> None:
    text = (
        "Streit um die Brücke\n\nDer Rat hat die Brücke gebilligt. Die NIEDERAUER ZEITUNG schreibt: „Spät, aber nicht zu spät.“\n\n"
        "Die Brücke kostet nach Angaben des Rates vier Millionen. Das Land gibt nichts dazu.\n\n"
        "Gegner der Brücke sprechen im Rat von „Größenwahn“ und kündigen eine Klage an."
    )
    assert len(cuts_of(text)) == 1


NEWSLETTER = (
    "KÜSTENBRIEF AM MORGEN\nDer Newsletter vom Strand 🙂\nMontag, 30. März 2026\n\nGuten Morgen,\n"
    "hier ist, was Sie heute wissen sollten é.\n\n-----\n\n{}\n\n-----\n\n"
    "Sie erhalten diesen Newsletter, weil Sie ihn bestellt haben.\nHier abmelden: https://kurier.example/ab"
)


def test_a_newsletter_begins_with_its_first_item_and_not_with_its_masthead() -> None:
    items = [f"{title}\n\n{body}\n\nWeiterlesen »" for title, body in zip(TITLES, BODIES, strict=True)]
    assert titles(NEWSLETTER.format("\n\n-----\n\n".join(items))) == list(TITLES)


def test_a_greeting_over_signed_items_is_no_item() -> None:
    items = [f"{title}\n\nVon Anna Berg – 3. Mai 2025\n\n{body}" for title, body in zip(TITLES, BODIES, strict=True)]
    text = "Добрый день! 🙂\n\nВот что é произошло за эту неделю в наших городах и селах.\n\n" + "\n\n".join(items)
    assert titles(text) == list(TITLES)


RUN_IN = {
    "bold": "**{title}.** {body}",
    "italics and a dash": "_{title}_ — {body}",
    "capitals": "{TITLE}. {body}",
}


@pytest.mark.parametrize("layout", RUN_IN.values(), ids=RUN_IN.keys())
def test_titles_that_run_into_the_text_begin_items_and_are_their_titles(layout: str) -> None:
    long = (
        "Rat von Niederau billigt Haushalt nach langer Aussprache",
        "Reederei sucht Ersatz für morschen Anleger",
        "Церковний хор Озерного збирається щочетверга 🙂 é",
    )
    items = [layout.format(title=t, TITLE=t.upper(), body=b) for t, b in zip(long, BODIES, strict=True)]
    found = prepare(document("\n\n".join(items)))
    assert [article.title.value.lower() if article.title else "" for article in found] == [t.lower() for t in long]


def test_bold_words_of_two_speakers_are_no_titles() -> None:
    talk = "\n\n".join(f"**Anna Bergmann:** {body}\n\n**Der Hafenkurier:** {body}" for body in BODIES)
    assert len(cuts_of(f"Ein Gespräch\n\n{talk}")) == 1


@pytest.mark.parametrize(
    "marks",
    [("VII. ", "VIII. ", "IX. "), ("a) ", "b) ", "c) "), ("(A) ", "(B) ", "(C) "), ("Nr. 1: ", "Nr. 2: ", "Nr. 3: ")],
)
def test_a_running_mark_before_titles_does_not_hide_them(marks: tuple[str, ...]) -> None:
    long = (
        f"{TITLES[0]} – Prof. Uwe Sander aus Oberfeld an der Lamna",
        f"{TITLES[1]}, weil der Anleger morsch ist",
        TITLES[2],
    )
    items = zip(marks, long, BODIES, strict=True)
    text = "\n\n".join(f"{mark}{title}\n\n{body}\n\n[Weiterlesen]" for mark, title, body in items)
    assert titles(text) == [mark + title for mark, title in zip(marks, long, strict=True)]


def test_a_few_short_notices_on_other_subjects_are_told_apart_by_their_titles() -> None:
    notices = [f"{title}\n{event}" for title, event in zip(SHORT_TITLES, EVENTS, strict=True)]
    assert titles("\n".join(notices)) == list(SHORT_TITLES)


def test_headings_of_one_piece_that_take_up_its_subject_are_no_notices() -> None:
    parts = [
        f"{title}\n{event} Das Sägewerk war 🙂 é gemeint." for title, event in zip(SHORT_TITLES, EVENTS, strict=True)
    ]
    assert len(cuts_of("\n".join(parts))) == 1


SHORT_TITLES = (
    "Feuer zerstört Sägewerk am Fluss",
    "Kreistag gibt Geld für Neubau der Berufsschule",
    "Stürmerin Lea Torn wechselt zum Meister",
    "Церковний хор збирається навіть без опалення",
)
