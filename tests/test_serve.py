"""`make serve` follows edits, shows a mistake, and recovers with the next good save."""

from __future__ import annotations

import io
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pypdfium2
import pytest
from playwright.sync_api import Browser, expect

ROOT = Path(__file__).parent.parent
# A reload takes under 2 seconds by itself (`make bench` says how long); here others work as well.
SOON = 15


class Preview(NamedTuple):
    """The project that is served, its address, what the server says."""

    project: Path
    address: str
    log: Path

    def says(self, words: str) -> bool:
        """Whether the server says `words` soon."""
        end = time.monotonic() + SOON
        while words not in self.log.read_text() and time.monotonic() < end:
            time.sleep(0.1)
        return words in self.log.read_text()

    def edit(self, path: str, old: str, new: str) -> None:
        file = self.project / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    project = tmp_path / "project"
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=project, stdout=stream, stderr=stream)
    served = Preview(project, f"http://{address}", log)
    assert served.says("Serving on")
    yield served
    process.terminate()
    process.wait()


def test_an_open_page_follows_edits_shows_no_mistake_and_recovers(
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
    preview.edit("data/paragraphs/op09.yml", "actor: united-notions", "actor: united-nations")
    preview.edit("data/paragraphs/op09.yml", "Edited words: ", "Mended words: ")
    expect(body).to_contain_text("Mended words: ", timeout=SOON * 1000)
    page.close()


def test_a_pdf_is_set_when_it_is_asked_for_and_not_by_a_reload(preview: Preview) -> None:
    preview.edit("data/capabilities/sltd.yml", "\nbrief: ", "\nbrief: Edited ")
    assert preview.says("Reloading browsers")
    assert not list(preview.project.glob(".cache/**/*.pdf"))
    with urllib.request.urlopen(f"{preview.address}/handout/handout-a4.pdf", timeout=60) as answer:
        assert answer.headers["Content-Type"] == "application/pdf"
        text = "".join(
            p.get_textpage().get_text_range()
            for p in pypdfium2.PdfDocument(io.BytesIO(answer.read()))
        )
    assert "Edited Travel" in text


def test_a_mistake_that_only_the_pdf_shows_is_answered_in_its_place(preview: Preview) -> None:
    preview.edit("data/paragraphs/op05.yml", "act: coordinate", f"act: {'again ' * 900}coordinate")
    assert preview.says("Reloading browsers")
    with pytest.raises(urllib.error.HTTPError) as caught:
        urllib.request.urlopen(f"{preview.address}/handout/handout-a4.pdf", timeout=60)
    assert caught.value.code == 500
    assert "too long" in caught.value.read().decode()
    assert "handout/handout-a4.pdf:1:1: " in preview.log.read_text()
