"""Decisions in a real Chromium, with and without JavaScript: each one is made, seen, taken back and made again."""

import pytest

pytestmark = pytest.mark.browser
SCRIPTS = pytest.mark.parametrize("scripts", [True, False], ids=["with JavaScript", "without JavaScript"])


@SCRIPTS
def test_a_removed_passage_is_restored_and_the_decision_taken_back(look, own_desk, keys, scripts):
    page = look(own_desk, java_script_enabled=scripts).at(f"/articles/{keys['Ein']}?layers=removed,repairs,repeats")
    before = page.locator(".removed[role=group]").count()
    page.locator(".removed[role=group] button").first.click()
    page.locator(".history li").wait_for()
    assert page.locator(".removed[role=group]").count() == before - 1
    assert "Ada Ohne" in page.inner_text(".history")
    page.click(".history button")
    page.locator(".history li.undone").wait_for()
    assert page.locator(".removed[role=group]").count() == before
    page.click(".history button")
    page.locator(".history li:not(.undone)").wait_for()
    assert page.locator(".removed[role=group]").count() == before - 1


@SCRIPTS
def test_a_paragraph_is_chosen_and_removed(look, own_desk, keys, scripts):
    page = look(own_desk, java_script_enabled=scripts).at(f"/articles/{keys['Вода']}?layers=removed")
    before = page.locator(".removed[role=group]").count()
    page.locator("a.pick").last.click()
    assert "ещё на метр" in page.inner_text(".picked-form .quote")
    page.select_option("#kind", "promotion")
    page.click(".picked-form button.primary")
    page.locator(".history li").wait_for()
    assert page.locator(".removed[role=group]").count() == before + 1
    assert "ещё на метр" in page.locator(".removed[role=group]").last.inner_text()


def test_a_selection_is_offered_for_removal_with_offsets_in_code_points(look, own_desk, keys):
    page = look(own_desk).at(f"/articles/{keys['Ein']}")
    page.evaluate(
        """() => {
          const run = [...document.querySelectorAll('article.text [data-s]')].find(r => r.textContent.includes('🌊'));
          const at = run.firstChild.data.indexOf('zeigte');
          document.getSelection().setBaseAndExtent(run.firstChild, at, run.firstChild, at + 'zeigte auf'.length);
        }"""
    )
    page.click(".passage-offer")
    assert page.inner_text(".picked-form .quote") == "zeigte auf"


@SCRIPTS
def test_cuts_are_added_moved_and_removed_and_all_of_it_is_taken_back(look, own_desk, keys, scripts):
    page = look(own_desk, java_script_enabled=scripts).at(f"/documents/{keys['Die'].rpartition('-')[0]}")
    assert page.locator(".cut").count() == 3
    page.locator(".slot", has_text="Die Gemeinden wollen").locator("button.slot-button").click()
    page.locator(".cut").nth(3).wait_for()
    page.locator(".slot", has_text="Die Gemeinden wollen").locator(".cut button:has-text('hinauf')").click()
    page.locator(".slot", has_text="Nach elf Wochen").locator(".cut").wait_for()
    page.locator(".slot", has_text="Nach elf Wochen").locator(".cut button:has-text('entfernen')").click()
    page.locator(".history li").nth(2).wait_for()
    assert page.locator(".cut").count() == 3
    page.locator(".history button").first.click()
    page.locator(".history li.undone").wait_for()
    assert page.locator(".cut").count() == 4


@SCRIPTS
def test_a_cut_is_moved_to_any_paragraph_and_its_old_address_says_where_it_went(look, own_desk, keys, scripts):
    window = look(own_desk, java_script_enabled=scripts)
    old = keys["Das"]
    page = window.at(f"/documents/{old.rpartition('-')[0]}?move={old.rpartition('-')[2]}")
    page.locator(".slot", has_text="Die Gemeinden wollen").locator("button.here").click()
    page.locator(".slot", has_text="Die Gemeinden wollen").locator(".cut").wait_for()
    page.goto(f"{own_desk.base}/articles/{old}")
    window.complaints.clear()  # the browser itself remarks that the page is a 404
    assert page.locator("main a").first.get_attribute("href").startswith("/articles/")
    page.locator("main a").first.click()
    assert "Die Gemeinden wollen" in page.text_content("article.text")  # it may count as removed


@SCRIPTS
def test_what_is_known_is_corrected_and_the_correction_taken_back(look, own_desk, keys, scripts):
    window = look(own_desk, java_script_enabled=scripts)
    page = window.at(f"/articles/{keys['Ein']}")
    page.click("text=Berichtigen")
    page.fill("#f-outlet", "Bote von Belunja")
    page.fill("#f-date", "2026-13")
    page.click("button.primary")
    assert page.locator("#f-date[aria-invalid]").count() == 1
    assert page.input_value("#f-date") == "2026-13"
    window.complaints.clear()  # the browser itself remarks that the form was refused
    page.fill("#f-date", "2026-04")
    page.click("button.primary")
    page.wait_for_url(f"**/articles/{keys['Ein']}")
    assert "Bote von Belunja" in page.inner_text(".byline")
    assert "April 2026" in page.inner_text(".byline")
    assert page.locator(".basis-person").count() == 2
    page.locator(".history button").first.click()
    page.locator(".history li.undone").wait_for()
    assert "14. April 2026" in page.inner_text(".byline")
