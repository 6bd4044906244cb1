"""The PDFs: pages, tags, words; what is too long or has no letter fails; sheets of one's own."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
from edition.edition import Edition
from edition.handout import PAPERS, Paper, typeset
from edition.problems import DataError
from playwright.sync_api import Page, expect

SHEETS = {"a4": (595, 842), "us-letter": (612, 792)}


@pytest.fixture(scope="module")
def papers(edition: Edition) -> dict[str, bytes]:
    return {paper.name: typeset.pdf(edition, paper) for paper in PAPERS}


def paper(name: str) -> Paper:
    return next(p for p in PAPERS if p.name == name)


def characters(pdf: bytes) -> list[tuple[str, float]]:
    """Every character of a PDF in reading order, with its size in points."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for i in range(text.count_chars()):
            size = pdfium.FPDFText_GetFontSize(text, i)
            found.append((chr(pdfium.FPDFText_GetUnicode(text, i)), size))
    return found


def words(pdf: bytes, sizes: range | None = None) -> str:
    kept = (
        c for c, size in characters(pdf) if sizes is None or c.isspace() or round(size * 2) in sizes
    )
    joined = "".join(kept)
    # A hyphen at the end of a line is read as one of these; nothing here is hyphenated by program.
    return " ".join(joined.replace("\ufffe", "-").replace("\x02", "-").split())


def test_the_handout_is_two_pages_on_both_sheets(papers: dict[str, bytes]) -> None:
    for p in PAPERS:
        document = pypdfium2.PdfDocument(papers[p.name])
        assert tuple(round(side) for side in document[0].get_size()) == SHEETS[p.sheet]
        if p.name.startswith("handout"):
            assert len(document) == 2
        assert len(papers[p.name]) < 600_000


def test_nothing_on_the_handout_is_under_seven_and_a_half_points(papers: dict[str, bytes]) -> None:
    for name in ("handout-a4.pdf", "handout-letter.pdf"):
        assert min(size for c, size in characters(papers[name]) if c.strip()) >= 7.49


def test_the_handout_has_every_operative_paragraph_capability_and_document(
    papers: dict[str, bytes], edition: Edition
) -> None:
    text = words(papers["handout-a4.pdf"])
    for unit in edition.top_level("operative"):
        assert f"{unit.number} {unit.opening}" in text
    for entry in (*edition.of_kind("capabilities"), *edition.of_kind("references")):
        if entry.mentions:
            assert entry.record.name in text
    assert edition.mark in text and edition.resolution.official in text
    assert "Unofficial edition" in text


def test_all_pdfs_are_tagged_with_title_language_and_outline(papers: dict[str, bytes]) -> None:
    for name, content in papers.items():
        with pikepdf.open(io.BytesIO(content)) as document:
            root = document.Root
            assert root.MarkInfo.Marked and "/StructTreeRoot" in root, name
            assert str(root.Lang).startswith("en")
            assert root.ViewerPreferences.DisplayDocTitle
            assert "unofficial" in str(document.docinfo["/Title"])
            assert b"pdfuaid:part" in root.Metadata.read_bytes()
            assert "/Outlines" in root
            kinds = {str(o.S) for o in document.objects if _is_tag(o)}
            if not name.startswith("meeting"):
                assert {"/Table", "/TH", "/TD"} <= kinds
            figures = [o for o in document.objects if _is_tag(o) and o.S == "/Figure"]
            assert all("/Alt" in figure for figure in figures)


def _is_tag(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item


def test_the_edition_has_every_paragraph_word_for_word_in_order(
    papers: dict[str, bytes], edition: Edition
) -> None:
    # The words are set in 10.5 points; marks of notes and addresses are smaller.
    text = words(papers["edition-a4.pdf"], sizes=range(21, 22))
    squeezed = re.sub(r"\s", "", text)
    at = 0
    for unit in edition.units.values():
        at = squeezed.find(re.sub(r"\s", "", unit.text), at)
        assert at >= 0, unit.id


def test_the_meeting_copy_has_the_bare_text_with_numbered_lines(
    papers: dict[str, bytes], edition: Edition
) -> None:
    text = re.sub(r"\s", "", words(papers["meeting-a4.pdf"], sizes=range(22, 23)))
    for unit in edition.units.values():
        assert re.sub(r"\s", "", unit.text) in text, unit.id
    numbers = words(papers["meeting-a4.pdf"], sizes=range(15, 16))
    assert {"1", "10", "20"} <= set(numbers.split())


def test_the_same_data_give_the_same_bytes(papers: dict[str, bytes], edition: Edition) -> None:
    for name in ("handout-a4.pdf", "edition-letter.pdf"):
        assert typeset.pdf(edition, paper(name)) == papers[name]


def test_a_sheet_that_is_too_long_fails_and_says_by_how_much(edition: Edition) -> None:
    with pytest.raises(DataError) as caught:
        typeset.pdf(edition, replace(paper("handout-a4.pdf"), pages=1))
    assert "handout/handout-a4.pdf:1:1: has 2 pages, not 1; it is 1 too long" in str(caught.value)


def with_title(edition: Edition, title: str) -> Edition:
    return replace(edition, resolution=edition.resolution.model_copy(update={"title": title}))


def test_markup_in_the_data_is_printed_as_written(edition: Edition) -> None:
    title = '#let $x$ *b* @y <z> _i_ \\ "q" `c` [d] // שלום'
    try:
        text = words(typeset.pdf(with_title(edition, title), paper("handout-a4.pdf")))
    except DataError as error:  # A letter that no font has is named, and is the only fault.
        assert "ש" in str(error) or "שלום" in str(error)
        title = title.removesuffix(" שלום")
        text = words(typeset.pdf(with_title(edition, title), paper("handout-a4.pdf")))
    assert title in text


def test_a_letter_that_no_font_has_is_an_error_that_names_it(edition: Edition) -> None:
    with pytest.raises(DataError) as caught:
        typeset.pdf(with_title(edition, "条约"), paper("handout-a4.pdf"))
    assert "条" in str(caught.value)


def test_the_page_offers_every_pdf(page: Page, site: Path) -> None:
    page.goto("/handout/")
    found = page.locator("ul.papers a").evaluate_all("l => l.map(a => a.getAttribute('href'))")
    assert sorted(found) == sorted(p.name for p in PAPERS)
    assert all((site / "handout" / name).stat().st_size > 10_000 for name in found)


def test_a_selection_is_taken_from_the_address_and_put_into_it(
    page: Page, edition: Edition
) -> None:
    page.goto("/handout/?select=op2,op9,iarms&notes=0")
    sections = page.locator(".chosen-unit")
    expect(sections).to_have_count(3)
    expect(sections.nth(1).locator(".chosen-words")).to_have_text(f"9. {edition.units['op9'].text}")
    expect(page.locator(".chosen-note", has_text="From the text")).to_have_count(0)
    expect(page.locator("form.select output")).to_contain_text("3 chosen, about")
    page.get_by_label("with notes").check()
    expect(page.locator(".chosen-note", has_text="From the text").first).to_be_visible()
    page.locator("[name=select][value=op2]").uncheck()
    page.wait_for_url("**/handout/?select=op9,iarms&notes=1")
    expect(sections).to_have_count(2)


@pytest.mark.parametrize(
    ("address", "most"), [("/op/9/", 3), ("/actions/", 8), ("/handout/?select=op9,iarms", 2)]
)
def test_a_page_prints_without_furniture_and_with_its_mark(
    page: Page, edition: Edition, address: str, most: int
) -> None:
    page.goto(address)
    page.wait_for_load_state("networkidle")
    printed = page.pdf(prefer_css_page_size=True, format="A4")
    text = words(printed)
    assert edition.mark in text
    assert edition.resolution.official in text
    assert "Copy link" not in text and "Back to top" not in text
    assert len(pypdfium2.PdfDocument(printed)) <= most
    if "select" in address:
        assert "Choose what to print" not in text
        assert " ".join(edition.units["op9"].text.split()) in text


def test_the_whole_text_prints_with_its_notes_from_a_narrow_screen(
    page: Page, edition: Edition
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/resolution/")
    text = re.sub(r"\s", "", words(page.pdf(format="Letter")))
    for note in edition.units["op9"].record.notes:
        assert re.sub(r"[\s\"“”'’]", "", note.text) in re.sub(r"[\"“”'’]", "", text)
