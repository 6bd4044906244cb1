"""Checking a quotation and a sheet, what has changed, and addresses that must go on working."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as xml

import pytest
from edition.edition import Edition
from playwright.sync_api import Page, expect

ROOT = Path(__file__).parent.parent
ATOM = "{http://www.w3.org/2005/Atom}"


def ask(page: Page, passage: str) -> str:
    page.goto("/check/")
    page.get_by_label("Paste a passage").fill(passage)
    page.get_by_role("button", name="Check the passage").click()
    result = page.locator("[data-check=quotation] .result")
    expect(result).not_to_be_empty()
    return result.inner_text()


def test_a_passage_that_is_word_for_word_is_found_with_its_citation(
    page: Page, edition: Edition
) -> None:
    said = ask(page, "INTERPOL databases, by populating, updating and querying them")
    assert said.startswith("Word for word in the resolution: Paragraph 13 (b).")
    assert f"draft resolution {edition.units['op13-b'].citation}" in said


def test_differences_that_are_forgiven_are_named(page: Page) -> None:
    said = ask(page, "“the I‐24/7 Global Police\nsecure communications system”")
    assert "if one forgives white space, " in said
    assert "capital letters" in said
    assert "Paragraph 13 (a)" in said or "Paragraph 14" in said


def test_words_that_differ_from_the_nearest_passage_are_marked(page: Page) -> None:
    said = ask(page, "Requests the Secretary-General to submit to the Security Council a report")
    assert "Not word for word" in said and "para. 15" in said
    assert "[Security]" in said and "[Council]" in said
    assert "[General]" in said and "[Assembly]" in said


def test_a_passage_from_elsewhere_is_not_in_the_resolution(page: Page) -> None:
    said = ask(page, "Four score and seven years ago our fathers brought forth")
    assert said == "Not in the resolution, and nothing in it is near."


def test_the_mark_of_a_sheet_is_checked_typed_or_linked(page: Page, edition: Edition) -> None:
    page.goto(f"/check/?mark={edition.mark}")
    result = page.locator("[data-check=mark] .result")
    expect(result).to_contain_text("Current")
    page.get_by_label("Edition mark").fill("0.9-00000000")
    page.get_by_role("button", name="Check the mark").click()
    expect(result).to_contain_text("Not current")
    expect(result.locator("li")).to_have_count(len(edition.changes))


def test_the_feed_tells_every_change(site: Path, edition: Edition) -> None:
    feed = xml.parse(site / "changes/feed.xml").getroot()
    told = [entry.findtext(f"{ATOM}content") for entry in feed.iter(f"{ATOM}entry")]
    assert told == [f"{c.what} Why: {c.why}" for c in edition.changes]
    assert len({e.text for e in feed.iter(f"{ATOM}id")}) == len(told) + 1


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def build(data: Path, command: str) -> subprocess.CompletedProcess[str]:
    script = [sys.executable, str(ROOT / "scripts/build.py"), "--data", "data", command]
    return subprocess.run(script, cwd=data.parent, capture_output=True, text=True)


def test_an_address_that_is_gone_fails_until_it_is_redirected(data: Path) -> None:
    lock = data / "addresses.lock"
    lines = lock.read_text().splitlines()
    lock.write_text("\n".join([*lines, "/capabilities/old/"]) + "\n")
    gone = build(data, "check")
    assert gone.returncode == 1
    assert gone.stderr.startswith(f"data/addresses.lock:{len(lines) + 1}:1: nothing is at ")
    (data / "redirects.yml").write_text("- old: /capabilities/old/\n  new: /capabilities/sltd/\n")
    assert build(data, "check").returncode == 0


def test_the_lock_holds_every_address_there_is(data: Path) -> None:
    before = (data / "addresses.lock").read_text()
    assert build(data, "lock").returncode == 0
    assert (data / "addresses.lock").read_text() == before
