"""`make serve` follows edits, says a mistake, and recovers with the next good save."""

import io
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect
from preview import SOON, Preview, serving

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def preview(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """One for all: each test leaves behind edits of its own, and no mistake."""
    with serving(tmp_path_factory.mktemp("preview")) as served:
        yield served


def test_an_open_page_follows_edits_and_after_a_mistake_recovers(
    preview: Preview, browser: Browser
) -> None:
    page = browser.new_page()
    page.set_default_timeout(SOON * 1000)
    page.goto(f"{preview.address}/op/9/")
    body = page.locator("body")

    preview.edit("data/paragraphs/op09.yml", "summary: >-\n  ", "summary: >-\n  Edited words: ")
    expect(body).to_contain_text("Edited words: ", timeout=SOON * 1000)
    preview.edit("scripts/edition/templates/paragraph.md", "\n", "\nA line of the template.\n\n")
    expect(body).to_contain_text("A line of the template.", timeout=SOON * 1000)
    preview.edit("docs/assets/edition.css", "\n", "\nbody { counter-reset: edited }\n")
    page.wait_for_function("getComputedStyle(document.body).counterReset.startsWith('edited')")

    preview.edit("data/paragraphs/op09.yml", "actor: united-nations", "actor: united-notions")
    assert preview.says("data/paragraphs/op09.yml:")
    assert "no body or capability 'united-notions'" in preview.log.read_text()
    assert "no body or capability &#x27;united-notions&#x27;" in preview.get("/op/9/")
    expect(body).to_contain_text("Edited words: ")
    page.reload()
    expect(body).to_contain_text("data/paragraphs/op09.yml:")
    preview.edit("data/paragraphs/op09.yml", "actor: united-notions", "actor: united-nations")
    preview.edit("data/paragraphs/op09.yml", "Edited words: ", "Mended words: ")
    expect(body).to_contain_text("Mended words: ", timeout=SOON * 1000)
    page.close()


def test_a_pdf_is_set_when_it_is_asked_for_and_not_by_a_reload(preview: Preview) -> None:
    with preview.reload():
        preview.edit("data/capabilities/sltd.yml", "\nbrief: ", "\nbrief: Edited ")
    assert not list(preview.project.glob(".cache/**/*.pdf"))
    with urllib.request.urlopen(f"{preview.address}/handout/handout-a4.pdf", timeout=60) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        text = "".join(
            p.get_textpage().get_text_range()
            for p in pypdfium2.PdfDocument(io.BytesIO(answer.read()))
        )
    assert "Edited For checking" in text


def test_a_mistake_that_only_the_pdf_shows_is_answered_in_its_place(preview: Preview) -> None:
    long = f"act: {'again ' * 900}coordinate"
    with preview.reload():
        preview.edit("data/paragraphs/op05.yml", "act: coordinate", long)
    assert "too long" in preview.get("/handout/handout-a4.pdf")
    with preview.reload():
        preview.edit("data/paragraphs/op05.yml", long, "act: coordinate")
    assert "handout/handout-a4.pdf:1:1: " in preview.log.read_text()


def test_after_an_edit_the_preview_is_what_a_new_one_would_be(
    preview: Preview, tmp_path: Path
) -> None:
    with preview.reload():
        preview.edit("data/capabilities/ibin.yml", "\nbrief: ", "\nbrief: Edited ")
    with preview.reload():
        preview.edit("data/paragraphs/op02.yml", "summary: >-\n  ", "summary: >-\n  Edited: ")
    (tmp_path / "anew").mkdir()
    with serving(tmp_path / "anew", preview.project) as anew:
        published = (ROOT / "data/addresses.lock").read_text().split()
        pages = [address for address in published if address.endswith("/")]
        for address in (*pages, "/search/search_index.json"):
            assert preview.get(address) == anew.get(address), address
