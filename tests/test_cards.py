"""The picture of a shared link: on every page, of the right size, made anew only where needed."""

import os
import re
from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest
from building import build_site
from edition.cards import card
from edition.edition import Edition
from edition.output import Kept, Output
from edition.pages import site_pages
from PIL import Image

ROOT = Path(__file__).parent.parent


def properties(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:property|name)="([^"]+)" content="([^"]*)"', html)
    return {name: unescape(content) for name, content in found}


def test_every_page_has_a_card_of_the_size_it_states(site: Path, edition: Edition) -> None:
    seen = set()
    for page in site_pages(edition):
        folder = site / page.address.strip("/")
        said = properties((folder / "index.html").read_text())
        file = (folder / said["og:image"]).resolve()
        with Image.open(file) as image:
            assert image.size == (1200, 630)
        assert (said["og:image:width"], said["og:image:height"]) == ("1200", "630")
        assert said["twitter:card"] == "summary_large_image"
        assert said["og:image:alt"].startswith("draft resolution A/75/L.20")
        assert file.stat().st_size <= 42_000, file
        seen.add(file)
    assert len(seen) == len(site_pages(edition))


def test_a_paragraphs_card_shows_its_citation_and_its_first_words(edition: Edition) -> None:
    cards = {page.address: card(edition, page) for page in site_pages(edition)}
    for unit in edition.units.values():
        shown = cards[unit.address]
        assert shown.place == f"draft resolution {unit.citation}"
        assert shown.opening == unit.opening
        words = (shown.opening + shown.words).removesuffix(" …")
        assert unit.text.startswith(words) and len(words) > 60
        assert shown.foot.endswith("unofficial edition")
    assert cards["/capabilities/sltd/"].title == "Stolen and Lost Travel Document Database"
    assert cards["/capabilities/sltd/"].words.endswith(".")


def test_a_card_is_kept_until_it_shows_something_else(edition: Edition, tmp_path: Path) -> None:
    made: list[str] = []

    def content(mark: str, shows: str) -> str | bytes:
        def make() -> str:
            made.append(shows)
            return f"a picture of {shows}"

        return Output("a.png", make, shows=shows).content(
            Kept(tmp_path / "data", replace(edition, mark=mark))
        )

    assert content("data 1", "some words") == b"a picture of some words"
    assert content("data 2", "some words") == b"a picture of some words"
    assert made == ["some words"]
    assert content("data 2", "other words") == b"a picture of other words"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small invented resolution built for an address of its own."""
    folder = tmp_path_factory.mktemp("published")
    environment = {**os.environ, "SITE_URL": "https://example.org/cl3/"}
    build_site(ROOT / "tests/small", folder, environment)
    return folder


def test_a_site_that_knows_its_address_gives_absolute_links(published: Path) -> None:
    html = (published / "op/2/b/index.html").read_text()
    said = properties(html)
    assert said["og:image"] == "https://example.org/cl3/assets/cards/op/2/b.png"
    assert said["og:url"] == "https://example.org/cl3/op/2/b/"
    assert '<link rel="canonical" href="https://example.org/cl3/op/2/b/">' in html
    sitemap = (published / "sitemap.xml").read_text()
    assert "<loc>https://example.org/cl3/op/2/b/</loc>" in sitemap
    assert 'href="/cl3/assets/' in (published / "404.html").read_text()
