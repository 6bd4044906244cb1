"""Reading in the browser: views, going to a place, previews, rows chosen; and without scripts."""

from __future__ import annotations

import re

import pytest
from edition.edition import Edition
from playwright.sync_api import Browser, Page, expect


def test_the_view_is_taken_from_the_address_and_remembered(page: Page) -> None:
    page.goto("/resolution/")
    expect(page.get_by_label("links and notes")).to_be_checked()
    expect(page.locator("#note-op9-a")).to_be_visible()
    page.goto("/resolution/?view=text")
    expect(page.locator("#note-op9-a")).to_be_hidden()
    assert page.locator(".text a.mention[href]").count() == 0
    page.get_by_label("links", exact=True).check()
    expect(page.locator("#note-op9-a")).to_be_hidden()
    assert page.locator(".text a.mention[href]").count() > 50
    page.goto("/resolution/")
    expect(page.get_by_label("links", exact=True)).to_be_checked()


def test_notes_stand_beside_their_words_on_a_wide_screen(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    for address in ("/resolution/", "/op/9/"):
        page.goto(address)
        words = page.locator("#op9 > p").bounding_box()
        note = page.locator("#note-op9-a").bounding_box()
        assert words and note
        assert note["x"] >= words["x"] + words["width"]
        assert abs(note["y"] - words["y"]) < 120


def test_notes_are_folded_on_a_narrow_screen_and_open_for_a_link_to_one(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/resolution/")
    note = page.locator("#note-op9-b")
    expect(note).to_be_hidden()
    page.locator("#call-op9-b a").click()
    expect(note).to_be_visible()


def test_the_paragraph_being_read_is_marked_in_the_contents(page: Page) -> None:
    page.set_viewport_size({"width": 1440, "height": 900})
    page.goto("/resolution/")
    page.evaluate("document.getElementById('op9').scrollIntoView()")
    current = page.locator(".contents [aria-current]")
    expect(current).to_have_count(1)
    expect(current).to_have_attribute("href", "#op9")


@pytest.mark.parametrize(
    ("typed", "address"),
    [
        ("OP13b", "/op/13/b/"),
        ("13 (b)", "/op/13/b/"),
        ("13 b)", "/op/13/b/"),
        ("para. 9", "/op/9/"),
        ("PP10", "/pp/10/"),
        ("preambular 10", "/pp/10/"),
        ("fn 7", "/resolution/#fn7"),
        ("73/187", "/references/a-res-73-187/"),
        ("A/RES/73/187", "/references/a-res-73-187/"),
        ("sltd", "/capabilities/sltd/"),
        ("seventeenth preambular paragraph", "/pp/17/"),
        ("1 a", "/op/1/#op1-a"),
    ],
)
def test_going_to_what_was_typed(page: Page, typed: str, address: str) -> None:
    page.goto("/")
    page.get_by_label("Go to").fill(typed)
    page.get_by_role("button", name="Go", exact=True).click()
    page.wait_for_url(re.compile(re.escape(address) + "$"))


def test_going_nowhere_is_said(page: Page) -> None:
    page.goto("/resolution/")
    page.get_by_label("Go to").fill("para. 99")
    page.keyboard.press("Enter")
    expect(page.locator(".goto output")).to_contain_text("Nothing here is called “para. 99”")


def test_focus_on_a_link_shows_what_it_leads_to_and_escape_closes_it(page: Page) -> None:
    page.goto("/op/9/")
    link = page.locator(".text a.mention[href*='ibin']")
    link.evaluate("a => a.focus({focusVisible: true})")
    preview = page.get_by_role("tooltip")
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("INTERPOL Ballistic Information Network")
    expect(preview).to_contain_text("Named in para. 9")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_hover_shows_a_preview_and_leaving_hides_it(page: Page) -> None:
    page.goto("/resolution/")
    page.locator("#pp2 a.mention").first.hover()
    preview = page.get_by_role("tooltip")
    expect(preview).to_contain_text("Cooperation agreement of 1997")
    page.mouse.move(0, 0)
    expect(preview).to_be_hidden()


def test_rows_are_chosen_and_the_choice_stands_in_the_address(page: Page, edition: Edition) -> None:
    page.goto("/actions/")
    rows = page.locator("table.actions tbody tr")
    total = sum(len(u.record.actions) for u in edition.units.values())
    expect(rows).to_have_count(total)
    page.get_by_label("Who", exact=True).select_option(label="Secretary-General")
    assert page.url.endswith("/actions/?actor=secretary-general")
    assert rows.filter(visible=True).count() == 1
    page.goto("/actions/?theme=small-arms&opening=encourages")
    expect(page.get_by_label("Theme")).to_have_value("small-arms")
    shown = rows.filter(visible=True)
    assert {shown.nth(i).get_attribute("data-opening") for i in range(shown.count())} == {
        "encourages"
    }
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".filter output")).to_have_text(f"{total} of {total} acts")


def test_everything_is_shown_without_scripts(
    browser: Browser, server: str, edition: Edition
) -> None:
    context = browser.new_context(base_url=server, java_script_enabled=False)
    page = context.new_page()
    page.goto("/resolution/")
    expect(page.locator("#note-op9-a")).to_be_visible()
    expect(page.locator("form.view")).to_be_hidden()
    page.goto("/actions/")
    total = sum(len(u.record.actions) for u in edition.units.values())
    assert page.locator("table.actions tbody tr").filter(visible=True).count() == total
    context.close()
