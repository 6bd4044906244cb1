"""The copy for a folder, unpacked and opened from there without a server."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit
from zipfile import ZipFile

import pytest
from offline import named, script
from playwright.sync_api import Browser, Page, expect

ROOT = Path(__file__).parent.parent


def make(site: Path, target: Path) -> Path:
    subprocess.run([sys.executable, ROOT / "scripts/offline.py", site, target], check=True)
    return target


@pytest.fixture(scope="module")
def folder(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the copy was unpacked."""
    place = tmp_path_factory.mktemp("un packed")
    with ZipFile(make(site, place / "copy.zip")) as archive:
        archive.extractall(place)
    return place / "a-75-l-20"


@pytest.fixture
def opened(browser: Browser, folder: Path) -> Iterator[Page]:
    """A page on which an error or a request for anything but a file fails the test."""
    context = browser.new_context()
    page = context.new_page()
    faults: list[str] = []
    page.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    page.on("pageerror", lambda e: faults.append(str(e)))
    page.on(
        "request",
        lambda r: (
            faults.append(r.url)
            if not r.url.startswith((f"{folder.as_uri()}/", "blob:", "data:"))
            else None
        ),
    )
    page.goto(f"{folder.as_uri()}/index.html")
    yield page
    context.close()
    assert not faults


def at(page: Page, folder: Path, address: str) -> None:
    page.wait_for_url(f"{folder.as_uri()}{address}")
    expect(page.locator("h1")).to_have_count(1)


def test_links_lead_from_file_to_file(opened: Page, folder: Path) -> None:
    opened.get_by_role("link", name="Read the text").first.click()
    at(opened, folder, "/resolution/index.html")
    opened.locator("#op9 a.mention").first.click()
    expect(opened.locator("h1")).to_have_count(1)
    opened.locator(".md-logo").first.click()
    at(opened, folder, "/index.html")


def test_every_link_names_a_file_that_is_there(folder: Path) -> None:
    checked, missing = 0, []
    for page in folder.rglob("*.html"):
        for href in re.findall(r'\shref="([^"]*)"', page.read_text()):
            parts = urlsplit(href)
            if parts.path and not parts.scheme:
                checked += 1
                if not (page.parent / parts.path).is_file():
                    missing.append((page, href))
    assert checked > 5_000
    assert not missing


def test_every_kind_of_page_opens(opened: Page, folder: Path) -> None:
    for address in ("/resolution", "/actions", "/matrix", "/timeline", "/data", "/cite", "/about"):
        opened.goto(f"{folder.as_uri()}{address}/index.html", wait_until="networkidle")
        at(opened, folder, f"{address}/index.html")
        assert "no-js" not in (opened.locator("html").get_attribute("class") or "")


def test_a_short_form_leads_on(opened: Page, folder: Path) -> None:
    opened.goto(f"{folder.as_uri()}/op13b/index.html")
    at(opened, folder, "/op/13/b/index.html")


def test_the_search_finds(opened: Page, folder: Path) -> None:
    opened.goto(f"{folder.as_uri()}/op/13/b/index.html")
    opened.keyboard.press("/")
    opened.keyboard.type("stolen passports")
    first = opened.locator(".md-search-result__link").first
    expect(first).to_be_visible(timeout=30_000)
    first.click()
    at(opened, folder, "/capabilities/sltd/index.html")


def test_what_is_typed_leads_to_its_file(opened: Page, folder: Path) -> None:
    box = opened.locator("form.goto input[name=to]").first
    box.fill("13 (b)")
    box.press("Enter")
    at(opened, folder, "/op/13/b/index.html")


def test_a_link_shows_what_it_leads_to(opened: Page, folder: Path) -> None:
    opened.goto(f"{folder.as_uri()}/op/9/index.html")
    opened.locator("a.mention").first.hover()
    expect(opened.locator(".preview")).to_contain_text("Named in")


def test_a_quotation_is_checked(opened: Page, folder: Path) -> None:
    opened.goto(f"{folder.as_uri()}/check/index.html")
    opened.locator("textarea[name=passage]").fill("populating, updating and querying them")
    opened.locator("form[data-check=quotation] button").first.click()
    found = opened.locator("form[data-check=quotation] .result a")
    expect(found).to_have_text("Paragraph 13 (b)")
    found.click()
    at(opened, folder, "/op/13/b/index.html")


def test_chosen_paragraphs_are_shown(opened: Page, folder: Path) -> None:
    opened.goto(f"{folder.as_uri()}/handout/index.html?select=op9&notes=1")
    expect(opened.locator(".chosen h3")).to_have_text("Draft resolution A/75/L.20, para. 9")


def test_the_bytes_are_the_same_each_time(site: Path, tmp_path: Path) -> None:
    first, second = (make(site, tmp_path / name).read_bytes() for name in ("1.zip", "2.zip"))
    assert first == second
    with ZipFile(tmp_path / "1.zip") as archive:
        assert {entry.date_time[:3] for entry in archive.infolist()} == {(2026, 11, 23)}
        assert archive.namelist() == sorted(archive.namelist())


@pytest.mark.parametrize(
    ("address", "file"),
    [
        ("../op/9/#notes", "../op/9/index.html#notes"),
        ("../..", "../../index.html"),
        (".", "./index.html"),
        ("../actions/?actor=all", "../actions/index.html?actor=all"),
        ("#fn7", "#fn7"),
        ("?view=text", "?view=text"),
        ("../data/edition.json", "../data/edition.json"),
        ("https://docs.un.org/en/", "https://docs.un.org/en/"),
    ],
)
def test_an_address_becomes_a_files(address: str, file: str) -> None:
    assert named(address) == file


def test_a_module_that_imports_is_refused() -> None:
    with pytest.raises(ValueError):
        script('import { key } from "./key.js";\n')
