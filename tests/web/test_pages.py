"""The pages in a real Chromium: quiet, at home, accessible, in both languages, light, dark and narrow."""

import pytest

pytestmark = pytest.mark.browser

NARROW = {"width": 360, "height": 740}


def addresses(keys: dict[str, str]) -> list[str]:
    article, digest = keys["Ein"], keys["Die"].rpartition("-")[0]
    return [
        "/",
        "/articles",
        "/articles?q=Fähre",
        f"/articles/{article}",
        f"/articles/{article}?layers=removed,repairs,repeats&passage=90-140",
        f"/articles/{article}/correct",
        f"/documents/{digest}",
        f"/documents/{digest}?move=0",
        "/failures",
        "/runs",
    ]


def test_every_page_is_accessible_in_light_dark_and_narrow(look, desk, keys, axe):
    window = look(desk)
    found = []
    for address in addresses(keys):
        page = window.at(address)
        found += [f"light {address} {violation}" for violation in axe(page)]
        page.emulate_media(color_scheme="dark")
        found += [f"dark {address} {violation}" for violation in axe(page)]
        page.emulate_media(color_scheme="light")
        wide = page.viewport_size
        page.set_viewport_size(NARROW)
        found += [f"narrow {address} {violation}" for violation in axe(page)]
        if page.evaluate("document.documentElement.scrollWidth") > NARROW["width"]:
            found.append(f"narrow {address} scrolls sideways")
        page.set_viewport_size(wide)
    assert found == []


def test_the_pages_of_an_empty_collection_are_accessible_and_teach_how_to_add(look, empty_desk, axe):
    window = look(empty_desk)
    for address in ("/", "/articles", "/failures", "/runs"):
        assert axe(window.at(address)) == [], address
    assert "lesart add" in window.at("/").inner_text("main")


@pytest.mark.parametrize(("language", "heading"), [("de", "Artikel"), ("en", "Articles")])
def test_every_page_speaks_the_chosen_language(look, desk, keys, language, heading):
    window = look(desk)
    window.prefer(lang=language)
    for address in addresses(keys):
        page = window.at(address)
        assert page.get_attribute("html", "lang") == language
        assert heading in page.inner_text("nav.rooms")


def test_the_language_and_the_theme_are_chosen_by_links(look, desk):
    window = look(desk)
    page = window.at("/articles?q=Fähre")
    page.click("text=English")
    assert page.get_attribute("html", "lang") == "en"
    assert "q=" in page.url
    assert "lang=" not in page.url
    page.click("footer >> text=dark")
    assert page.get_attribute("html", "data-theme") == "dark"


def test_a_statement_lights_the_words_it_rests_on_and_leads_there(look, desk, keys):
    page = look(desk).at(f"/articles/{keys['Ein']}")
    statement = page.locator(".chain a.ground", has_text="Russischen")
    anchor = statement.get_attribute("data-evidence")
    place = page.locator(f"#{anchor}")
    assert not place.is_visible()  # the note on the origin is a removed line
    statement.hover()
    assert "lit" in place.get_attribute("class")
    statement.click()
    assert place.is_visible()
    assert place.inner_text() == "Übersetzt aus dem Russischen."


def test_a_repaired_word_shows_its_original_on_focus(look, desk, keys):
    page = look(desk).at(f"/articles/{keys['Ein']}")
    word = page.locator(".repair").first
    assert "zunichte" in word.inner_text()
    word.focus()
    assert word.locator(".original").is_visible()
    assert "zu-nichte" in word.locator(".original").inner_text()


def test_a_passage_that_stands_twice_leads_to_its_other_place(look, desk, keys):
    page = look(desk).at(f"/articles/{keys['Ein']}")
    links = page.locator(".repeat-link")
    assert links.count() == 2
    links.first.click()
    assert page.locator(".repeat").nth(1).evaluate("element => element.matches(':target')")


def test_text_of_the_press_runs_nothing(look, desk, keys):
    window = look(desk)
    for address in ("/articles", "/articles?q=Kessrin", f"/articles/{keys['<script>window.broken']}?layers=removed"):
        page = window.at(address)
        assert page.evaluate("window.broken") is None
        assert page.locator("main script, main img, main style, main b").count() == 0
        assert page.locator("a[href^='javascript'], a[href*='evil']").count() == 0


def test_the_keys_lead_through_the_desk(look, desk, keys):
    page = look(desk).at("/articles")
    page.keyboard.press("j")
    page.keyboard.press("j")
    page.keyboard.press("k")
    first = page.locator("[data-step]").first
    assert first.evaluate("element => element === document.activeElement")
    page.keyboard.press("/")
    assert page.evaluate("document.activeElement.id") == "search"
    page.keyboard.type("?j")
    assert page.input_value("#search") == "?j"
    page.keyboard.press("Tab")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("?")
    assert page.locator("#keys").is_visible()
    page.keyboard.press("Escape")
    assert not page.locator("#keys").is_visible()


def test_j_and_k_go_to_the_next_and_the_previous_article_and_r_shows_what_was_removed(look, desk, keys):
    page = look(desk).at(f"/articles/{keys['Die']}")
    page.keyboard.press("j")
    page.wait_for_url(f"**/articles/{keys['Das']}*")
    page.keyboard.press("k")
    page.wait_for_url(f"**/articles/{keys['Die']}*")
    page.keyboard.press("r")
    page.wait_for_url("**layers=*removed*")
    page.locator(".reading.with-removed").wait_for()
    page.keyboard.press("r")
    page.locator(".reading:not(.with-removed)").wait_for()
    page.keyboard.press("d")
    page.wait_for_url("**/documents/**")


def test_tab_reaches_the_skip_link_first_and_it_leads_to_the_content(look, desk):
    page = look(desk).at("/articles")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"


def test_print_leaves_out_what_can_only_be_clicked(look, desk, keys):
    page = look(desk).at(f"/articles/{keys['Ein']}")
    page.emulate_media(media="print")
    assert not page.locator("header.masthead").is_visible()
    assert not page.locator(".layers").is_visible()
    assert page.locator(".entries").is_visible()
