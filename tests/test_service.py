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
    if not page.url.endswith("/check/"):
        page.goto("/check/")
    result = page.locator("[data-check=quotation] .result")
    result.evaluate("r => r.replaceChildren()")
    page.get_by_label("Paste a passage").fill(passage)
    page.get_by_role("button", name="Check the passage").click()
    expect(result).not_to_be_empty()
    return result.inner_text()


def test_a_passage_that_is_word_for_word_is_found_with_its_citation(
    shared_page: Page, edition: Edition
) -> None:
    said = ask(shared_page, "INTERPOL databases, by populating, updating and querying them")
    assert said.startswith("Word for word in the resolution: Paragraph 13 (b).")
    assert f"draft resolution {edition.units['op13-b'].citation}" in said


def test_what_copy_as_quotation_gives_is_word_for_word(copying: Page, edition: Edition) -> None:
    copied = {}
    for unit in edition.units.values():
        copying.goto(unit.address, wait_until="domcontentloaded")
        copying.locator("[data-copy=quotation]").dispatch_event("click")
        copying.get_by_text("Copied.").wait_for(state="attached")
        copied[unit.id] = copying.evaluate("navigator.clipboard.readText()")
    for id, quotation in copied.items():
        said = ask(copying, quotation)
        assert said.startswith("Word for word in the resolution: "), (quotation, said)
        assert said.endswith(f"Cite: draft resolution {edition.units[id].citation}."), said


@pytest.mark.parametrize(
    "around", ["%s (A/75/L.20, para. 15)", "“%s” (A/75/L.20, para. 15).", "‘%s’", "«%s»;"]
)
def test_quotation_marks_and_a_citation_around_a_passage_do_not_count(
    shared_page: Page, around: str
) -> None:
    said = ask(shared_page, around % "a report on the implementation of the present resolution")
    assert said.startswith("Word for word in the resolution: Paragraph 15.")


@pytest.mark.parametrize(
    ("first", "last", "cited"),
    [
        ("op13", "op13-a", "para. 13"),
        ("op13-b", "op13-c", "para. 13 (b)–(c)"),
        ("op8", "op9", "paras. 8–9"),
        ("op12", "op13-a", "paras. 12–13 (a)"),
        ("op13-e", "op14", "paras. 13 (e)–14"),
        ("pp8", "pp9", "eighth preambular paragraph to ninth preambular paragraph"),
        ("pp21", "op1", "twenty-first preambular paragraph to para. 1"),
    ],
)
@pytest.mark.parametrize("numbered", [True, False])
def test_a_quotation_that_runs_on_is_cited_as_a_range(
    shared_page: Page, edition: Edition, first: str, last: str, cited: str, numbered: bool
) -> None:
    units = list(edition.units.values())
    ids = [unit.id for unit in units]
    number = {"op9": "9. ", "op13": "13. ", "op14": "14. ", "op1": "1. "}
    said = ask(
        shared_page,
        "\n".join(
            (number.get(u.id, f"({u.letter}) " if u.letter else "") if numbered else "") + u.text
            for u in units[ids.index(first) : ids.index(last) + 1]
        ),
    )
    assert said.startswith(f"Word for word in the resolution: {edition.units[first].label} to ")
    assert said.endswith(f"Cite: draft resolution {edition.resolution.symbol}, {cited}.")


def test_calls_of_footnotes_may_stand_in_a_passage(shared_page: Page) -> None:
    for call in ("1", "¹", ""):
        said = ask(shared_page, f"the United Nations and INTERPOL{call} and all other")
        assert said.startswith("Word for word in the resolution: Second preambular paragraph.")


@pytest.mark.parametrize(
    ("passage", "named"),
    [
        (
            "The General Assembly,",
            "Enacting words. Cite: draft resolution A/75/L.20, enacting words",
        ),
        ("See resolution 72/284.", "Footnote 3. Cite: draft resolution A/75/L.20, footnote 3"),
    ],
)
def test_enacting_words_and_footnotes_are_named(
    shared_page: Page, passage: str, named: str
) -> None:
    assert ask(shared_page, passage).startswith(f"Word for word in the resolution: {named}.")


def test_the_title_is_named(shared_page: Page, edition: Edition) -> None:
    said = ask(shared_page, edition.resolution.title)
    assert (
        "Word for word in the resolution: Title. Cite: draft resolution A/75/L.20, title." in said
    )


@pytest.mark.parametrize("ellipsis", ["…", "...", "[…]", "[...]"])
def test_parts_around_an_ellipsis_must_stand_in_their_order(
    shared_page: Page, ellipsis: str
) -> None:
    first, last = "INTERPOL databases, by populating", "through full access to them"
    said = ask(shared_page, f"“{first} {ellipsis} {last}”")
    assert said.startswith(
        "Word for word in the resolution, in 2 parts in this order: Paragraph 13 (b)."
    )
    said = ask(shared_page, f"{last} {ellipsis} {first}")
    assert said == "Each part is in the resolution, but not in this order."


def test_part_of_a_word_is_not_word_for_word(shared_page: Page) -> None:
    assert "Not " in ask(shared_page, "ublication of INTERPOL notices and diffusion")


def test_white_space_does_not_count(shared_page: Page) -> None:
    assert ask(shared_page, "notices\nand   diffusions").startswith("Word for word")


def test_differences_that_are_forgiven_are_named_and_no_others(shared_page: Page) -> None:
    forgiven = "In the resolution, if one forgives "
    said = ask(shared_page, "“the I‐24/7 Global Police\nsecure communications system”")
    assert said.startswith(f"{forgiven}hyphens and dashes, capital letters: ")
    assert "Paragraph 13 (a)" in said or "Paragraph 14" in said
    within = f"{forgiven}hyphens and spaces within words: "
    for passage in ("optimal co-operation between", "training and capacity building programmes"):
        assert ask(shared_page, passage).startswith(within)
    quoted = "under the item entitled ‘Cooperation between"
    assert ask(shared_page, quoted).startswith(f"{forgiven}the kind of quotation marks")


def test_words_that_differ_from_the_nearest_passage_are_marked_in_runs(shared_page: Page) -> None:
    said = ask(
        shared_page, "Requests the Secretary-General to submit to the Security Council a report"
    )
    assert "Not word for word" in said and "para. 15." in said
    assert "submit to the [Security Council] a report" in said
    assert "submit to the [General Assembly at its seventy-seventh session] a report" in said


def test_the_nearest_passage_is_about_as_long_as_what_was_pasted(shared_page: Page) -> None:
    said = ask(shared_page, "readily available INTERPOL tools, such as the International Child")
    assert "para. 6." in said
    assert said.endswith(
        "The resolution: readily available INTERPOL [capabilities,] such as the International Child"
    )


def test_hyphens_are_no_difference_from_the_nearest_passage(shared_page: Page) -> None:
    said = ask(
        shared_page, "Urges them to deepen their co-operation through capacity building programmes"
    )
    assert "[co-operation]" not in said and "[capacity" not in said
    assert "co-operation" in said and "capacity building programmes" in said


def test_a_passage_from_elsewhere_is_not_in_the_resolution(shared_page: Page) -> None:
    words = "Four score and seven years ago our fathers brought forth"
    assert (
        ask(shared_page, words) == f"Not in the resolution, and nothing in it is near: “{words}”."
    )


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
