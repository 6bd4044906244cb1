"""Every kind of page: nothing for axe to find, in both schemes and widths; policy in force."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

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


@pytest.mark.parametrize(("width", "scheme"), [(1440, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Browser, server: str, width: int, scheme: str) -> None:
    context = browser.new_context(
        base_url=server, viewport={"width": width, "height": 900}, color_scheme=scheme
    )
    page = context.new_page()
    found = []
    for address in KINDS:
        page.goto(address)
        for violation in Axe().run(page).response["violations"]:
            found.append((address, violation["id"], violation["nodes"][0]["target"]))
    context.close()
    assert not found


def test_at_320_pixels_no_page_scrolls_sideways(browser: Browser, server: str) -> None:
    context = browser.new_context(base_url=server, viewport={"width": 320, "height": 700})
    page = context.new_page()
    widths = {}
    for address in KINDS:
        page.goto(address)
        widths[address] = page.evaluate("document.documentElement.scrollWidth")
    context.close()
    assert not {a: w for a, w in widths.items() if w > 320}


def test_every_page_has_a_policy_that_forbids_what_is_foreign_or_inline(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text()
        if "http-equiv=refresh" in html or 'http-equiv="refresh"' in html:
            continue
        policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', html)
        assert policy, path
        assert "unsafe" not in policy[1] and "http" not in policy[1]
        assert not re.search(r"<[^>]+\son[a-z]+=|<[^>]+\sstyle=", html), path
