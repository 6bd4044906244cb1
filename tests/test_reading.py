"""Reading in the browser: views, going to a place, previews, reports; and without scripts."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from edition.edition import Edition
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parent.parent


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
    page.goto("/resolution/?view=notes")
    expect(page.get_by_label("links and notes")).to_be_checked()
    page.goto("/resolution/?view=links")
    expect(page.get_by_label("links", exact=True)).to_be_checked()
    expect(page.locator("#note-op9-a")).to_be_hidden()


def test_what_is_selected_is_the_words_and_numbers_of_the_text_alone(
    page: Page, edition: Edition
) -> None:
    page.goto("/resolution/")
    for unit in edition.units.values():
        selected = page.locator(f"[id='{unit.id}'] > p").evaluate(
            "p => { getSelection().selectAllChildren(p); return `${getSelection()}`.trim() }"
        )
        words = unit.text
        for at, number in reversed(unit.calls):
            words = f"{words[:at]}{number}{words[at:]}"
        start = {"preambular": "", "operative": f"{unit.number}."}.get(
            unit.kind, f"({unit.id[-1]})"
        )
        assert "".join(selected.split()) == "".join((start + words).split())


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


def test_a_paragraphs_page_shows_its_notes_on_a_narrow_screen(page: Page) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/op/9/")
    expect(page.locator("#note-op9-b")).to_be_visible()


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
def test_going_to_what_was_typed(shared_page: Page, typed: str, address: str) -> None:
    page = shared_page
    page.goto("/")
    page.get_by_label("Go to").fill(typed)
    page.get_by_role("button", name="Go", exact=True).click()
    page.wait_for_url(re.compile(re.escape(address) + "$"))


def test_going_nowhere_is_said(page: Page) -> None:
    page.goto("/resolution/")
    page.get_by_label("Go to").fill("para. 99")
    page.keyboard.press("Enter")
    expect(page.locator(".goto output")).to_contain_text("Nothing here is called “para. 99”")


def test_what_is_no_name_can_be_searched_for_from_there(page: Page) -> None:
    page.goto("/")
    page.get_by_label("Go to").fill("passports reported stolen")
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Search for it").click()
    first = page.locator(".md-search-result__link").first
    expect(first).to_have_attribute("href", re.compile("/capabilities/sltd/"))


def test_a_point_s_page_has_the_words_that_it_continues_and_leads_to_its_paragraph(
    page: Page, edition: Edition
) -> None:
    page.goto("/op/13/b/")
    expect(page.locator(".above")).to_have_text(f"13. {edition.units['op13'].text}")
    page.get_by_role("link", name="paragraph 13", exact=True).click()
    page.wait_for_url("**/op/13/")
    page.locator(".leaf-summary").get_by_role("link", name="(e)").click()
    page.wait_for_url("**/op/13/e/")


def test_the_sheet_of_an_actor_is_previewed_by_the_words_of_its_entry(page: Page) -> None:
    page.goto("/op/15/")
    page.locator("table.actions a[href*='/actors/secretary-general/']").focus()
    expect(page.locator(".preview strong")).to_have_text("Secretary-General")
    expect(page.locator(".preview button")).to_have_count(0)


def test_focus_on_a_link_shows_what_it_leads_to_and_escape_closes_it(page: Page) -> None:
    page.goto("/op/9/")
    link = page.locator(".text a.mention[href*='ibin']")
    link.evaluate("a => a.focus({focusVisible: true})")
    preview = page.locator(".preview")
    expect(preview).to_be_visible()
    expect(preview).to_contain_text("INTERPOL Ballistic Information Network")
    expect(preview).to_contain_text("Named in para. 9")
    page.keyboard.press("Escape")
    expect(preview).to_be_hidden()


def test_hover_shows_a_preview_and_leaving_hides_it(page: Page) -> None:
    page.goto("/resolution/")
    page.locator("#pp2 a.mention").first.hover()
    preview = page.locator(".preview")
    expect(preview).to_contain_text("Cooperation agreement of 1997")
    page.mouse.move(0, 0)
    expect(preview).to_be_hidden()


def test_the_keyboard_reaches_each_place_quoted_and_comes_back(
    page: Page, edition: Edition
) -> None:
    page.goto("/resolution/")
    link = page.locator("#op2 a.mention[href*='sltd']")
    link.evaluate("a => a.focus({focusVisible: true})")
    panel = page.get_by_role("dialog", name="Stolen and Lost Travel Document Database")
    expect(panel).to_be_visible()
    page.keyboard.press("Tab")
    expect(panel.get_by_role("button")).to_be_focused()
    page.keyboard.press("Enter")
    places = edition.entries["sltd"].paragraphs
    expect(panel.locator("dt")).to_have_count(len(places))
    expect(panel.locator("dd").first).to_contain_text("making full use of INTERPOL capabilities")
    expect(panel.get_by_role("link").first).to_be_focused()
    page.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(link).to_be_focused()
    # No trap: Tab goes on to the next paragraph, past each link and the button of its preview.
    for _ in range(2 * page.locator("#op2 :is(a[href], summary)").count()):
        page.keyboard.press("Tab")
    assert not page.locator("#op2 :focus").count()


def test_a_link_in_the_list_of_places_leads_to_the_place(page: Page) -> None:
    page.goto("/op/2/")
    page.locator(".text a.mention[href*='sltd']").hover()
    page.get_by_role("button", name="Each place, quoted").click()
    page.mouse.move(0, 0)
    page.locator(".preview").get_by_role("link", name="para. 7").click()
    page.wait_for_url("**/op/7/")


def test_a_finger_opens_the_page_and_the_mark_beside_the_term_its_places(
    browser: Browser, server: str
) -> None:
    context = browser.new_context(
        base_url=server, has_touch=True, is_mobile=True, viewport={"width": 390, "height": 844}
    )
    page = context.new_page()
    page.goto("/resolution/")
    page.get_by_role("link", name="Where else: Nominal Database").first.tap()
    panel = page.get_by_role("dialog", name="Nominal Database")
    expect(panel.locator("dt")).to_have_count(3)
    panel.get_by_role("button", name="Close").tap()
    expect(panel).to_be_hidden()
    page.locator("#op2 a.mention[href*='nominal']").tap()
    page.wait_for_url("**/capabilities/nominal/")
    context.close()


def test_without_an_address_for_issues_nothing_offers_a_report(page: Page) -> None:
    page.goto("/op/9/")
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#op9 > p'))")
    page.wait_for_timeout(400)
    expect(page.locator(".report, .report-here")).to_have_count(0)


@pytest.fixture(scope="module")
def with_issues(tmp_path_factory: pytest.TempPathFactory) -> str:
    """A page of the small resolution, with the address in mkdocs.yml's comment set."""
    project = tmp_path_factory.mktemp("issues")
    for name in ("scripts", "docs", "tests/small/data"):
        shutil.copytree(ROOT / name, project / Path(name).name)
    settings, changed = re.subn(r"# (issues: )", r"\1", (ROOT / "mkdocs.yml").read_text())
    assert changed == 1
    (project / "mkdocs.yml").write_text(settings)
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict"]
    subprocess.run(command, cwd=project, check=True)
    return (project / "site/op/2/index.html").read_text()


def test_words_selected_go_into_the_report_of_a_mistake(page: Page, with_issues: str) -> None:
    page.route("**/op/2/", lambda route: route.fulfill(body=with_issues, content_type="text/html"))
    page.goto("/op/2/")
    foot = page.get_by_role("link", name="Report a mistake on this page")
    here = page.get_by_role("link", name="Report a mistake here")
    expect(foot).to_be_visible()
    expect(here).to_be_hidden()
    page.evaluate("getSelection().selectAllChildren(document.querySelector('#op2-b > p'))")
    expect(here).to_be_visible()
    for link in (foot, here):
        report = urlsplit(link.get_attribute("href") or "")
        assert report.path.endswith("/issues/new")
        filled = parse_qs(report.query)
        assert filled["title"] == ["Mistake: Paragraph 2"]
        assert f"Page: {page.url}#op2-b\n" in filled["body"][0]
        assert "The Lake Register" in filled["body"][0]
    page.evaluate("getSelection().removeAllRanges()")
    expect(here).to_be_hidden()
    assert "Words" not in (foot.get_attribute("href") or "")


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
