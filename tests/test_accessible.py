"""Every kind of page: nothing for axe to find, in both schemes and widths; policy in force."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import Page, expect

KINDS = [
    "/",
    "/resolution/",
    "/op/9/",
    "/op/13/b/",
    "/pp/17/",
    "/capabilities/",
    "/capabilities/sltd/",
    "/references/a-res-72-284/",
    "/bodies/unodc/",
    "/themes/terrorism/",
    "/phrases/",
    "/phrases/upon-request/",
    "/actions/",
    "/actors/",
    "/actors/member-states/",
    "/matrix/",
    "/timeline/",
    "/textual-notes/",
    "/not-in-the-text/",
    "/changes/",
    "/cite/",
    "/data/",
    "/handout/",
    "/check/",
    "/about/",
    "/404.html",
]


# What a reader prefers, and what the theme then sets.
SCHEMES: dict[Literal["light", "dark"], str] = {"light": "default", "dark": "slate"}


def violations(page: Page, **options: object) -> list[tuple[str, str]]:
    """What axe finds on a page into which its script was put: rule and the first place."""
    found: list[tuple[str, str]] = page.evaluate(
        "options => axe.run(options).then(r => r.violations.map(v => [v.id, v.nodes[0].html]))",
        {"resultTypes": ["violations"], **options},
    )
    return found


@pytest.mark.parametrize("address", KINDS)
def test_axe_finds_nothing_light_or_dark_and_on_a_phone_nothing_scrolls_sideways(
    shared_page: Page, address: str
) -> None:
    page, found = shared_page, {}
    for scheme, body in SCHEMES.items():
        page.emulate_media(color_scheme=scheme, reduced_motion="reduce")
        page.set_viewport_size({"width": 1440, "height": 900})
        page.goto(address)
        page.evaluate("localStorage.clear()")  # the theme keeps what it set the first time
        page.reload()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", body)
        page.evaluate(AXE_SCRIPT)
        for width in (1440, 390):
            page.set_viewport_size({"width": width, "height": 900})
            found[scheme, width] = violations(page)
    assert not any(found.values()), found
    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 700})
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_axe_finds_nothing_in_an_open_list_of_places(page: Page) -> None:
    page.goto("/op/2/")
    page.locator(".text a.mention").first.hover()
    page.get_by_role("button", name="Each place, quoted").click()
    expect(page.locator(".preview dt").first).to_be_visible()
    page.evaluate(AXE_SCRIPT)
    assert not violations(page)


@pytest.mark.parametrize("address", ["/", "/resolution/", "/op/9/", "/actions/", "/handout/"])
def test_whatever_has_focus_shows_it(page: Page, address: str) -> None:
    page.goto(address)
    unseen = []
    for _ in range(60):
        page.keyboard.press("Tab")
        unseen += page.evaluate(
            "() => { const e = document.activeElement, s = getComputedStyle(e);"
            " return e === document.body || parseFloat(s.outlineWidth) && s.outlineStyle !== 'none'"
            " ? [] : [e.outerHTML.slice(0, 120)] }"
        )
    assert not unseen


def test_the_first_tab_offers_to_skip_to_the_content(page: Page) -> None:
    page.goto("/op/9/")
    page.keyboard.press("Tab")
    expect(page.locator(":focus")).to_have_text("Skip to content")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('article').contains(document.activeElement)")


def test_headings_stand_in_order(site: Path) -> None:
    for path in site.rglob("*.html"):
        levels = [int(x) for x in re.findall(r"<h([1-6])[ >]", path.read_text())]
        assert not levels or levels[0] == 1, path
        assert all(after <= before + 1 for before, after in pairwise(levels)), (path, levels)


def test_every_page_has_a_policy_that_forbids_what_is_foreign_or_inline(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text()
        if "http-equiv=refresh" in html or 'http-equiv="refresh"' in html:
            continue
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        assert "unsafe" not in policy[1] and "http" not in policy[1]
        assert not re.search(r"<[^>]+\son[a-z]+=|<[^>]+\sstyle=", html), path
