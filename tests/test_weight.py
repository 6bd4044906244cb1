"""A first view is light: what a reader's browser fetches, compressed."""

import gzip
import re
import time
from pathlib import Path

import pytest
from edition.edition import Edition
from playwright.sync_api import Browser, Page, Route, expect
from weight import first_view

ROOT = Path(__file__).parent.parent
MOST = 100_000  # bytes


def packed(path: Path) -> int:
    return len(gzip.compress(path.read_bytes()))


def test_the_heaviest_paragraph_is_light(
    browser: Browser, server: str, site: Path, edition: Edition
) -> None:
    addresses = {unit.address for unit in edition.units.values()}
    heaviest = max(addresses, key=lambda a: packed(site / a.strip("/") / "index.html"))
    weights = first_view(browser, server + heaviest)
    assert heaviest in weights and any("edition.css" in path for path in weights)
    assert sum(weights.values()) <= MOST, weights


def test_the_search_index_is_fetched_when_the_search_is_opened(page: Page) -> None:
    fetched: list[str] = []
    page.on("request", lambda request: fetched.append(request.url))
    page.goto("/op/9/", wait_until="networkidle")
    assert not any("search_index" in url for url in fetched)
    page.keyboard.press("/")
    page.keyboard.type("stolen passports")
    expect(page.locator(".md-search-result__link").first).to_be_visible(timeout=30_000)
    assert sum("search_index" in url for url in fetched) == 1


def test_our_own_scripts_are_small() -> None:
    scripts = sorted((ROOT / "docs/assets").glob("*.js"))
    assert scripts and sum(map(packed, scripts)) <= 10_000


@pytest.mark.parametrize("address", ["/", "/resolution/", "/actions/", "/check/", "/handout/"])
def test_nothing_moves_when_scripts_come_late(page: Page, address: str) -> None:
    def late(route: Route) -> None:
        time.sleep(0.5)
        route.continue_()

    page.set_viewport_size({"width": 412, "height": 823})
    page.add_init_script(
        "window.shifts = []; new PerformanceObserver((list) => list.getEntries().forEach("
        "(e) => shifts.push(e.value))).observe({ type: 'layout-shift', buffered: true });"
    )
    page.route(re.compile(r"/assets/(edition|check|select)\.js$"), late)
    page.goto(address, wait_until="networkidle")
    expect(page.locator("article form").first).to_be_visible()
    assert page.evaluate("shifts.reduce((sum, shift) => sum + shift, 0)") < 0.02
