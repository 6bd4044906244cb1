"""The PDFs: pages, tags, words; what is too long or has no letter fails; sheets of one's own."""

import io
import json
import re
import shutil
from collections import defaultdict
from collections.abc import Callable, Container, Sequence
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pikepdf
import pypdfium2
import pypdfium2.raw as pdfium
import pytest
import typst
from building import build_site
from edition.build import build_edition, build_outputs
from edition.edition import Edition
from edition.fonts import FONTS
from edition.handout import PAPERS, Paper, typeset
from edition.handout.content import content
from edition.model import Action
from edition.problems import DataError
from playwright.sync_api import Browser, Page, expect

KINDS = ("capabilities", "references", "bodies", "themes", "phrases")
SHEETS = {"a4": (595, 842), "us-letter": (612, 792)}
ROOT = Path(__file__).parent.parent
# Markup of Typst, Markdown and HTML; words from right to left; letters beyond the alphabet.
AWKWARD = "#let $x$ *b* @y <z> _i_ \\ \"q\" 'r' `c` [d] // שלום شرطة 条约"


@pytest.fixture(scope="module")
def papers(edition: Edition) -> dict[str, bytes]:
    return {paper.name: typeset.pdf(edition, paper) for paper in PAPERS}


def paper(name: str) -> Paper:
    return next(p for p in PAPERS if p.name == name)


def characters(pdf: bytes) -> list[list[tuple[str, float]]]:
    """Every character of each page of a PDF in reading order, with its size in points."""
    pages = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        pages.append(
            [
                (chr(pdfium.FPDFText_GetUnicode(text, i)), pdfium.FPDFText_GetFontSize(text, i))
                for i in range(text.count_chars())
            ]
        )
    return pages


def words_of_pages(pdf: bytes, sizes: Container[int] | None = None) -> list[str]:
    """The words of each page; of `sizes`, in half points, or all."""
    found = []
    for page in characters(pdf):
        kept = (c for c, s in page if sizes is None or c.isspace() or round(s * 2) in sizes)
        # A hyphen at the end of a line is read as one of these; nothing is hyphenated by program.
        joined = "".join(kept).replace("\ufffe", "-").replace("\x02", "-")
        found.append(" ".join(joined.split()))
    return found


def words(pdf: bytes, sizes: Container[int] | None = None) -> str:
    return " ".join(words_of_pages(pdf, sizes))


def squeezed(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_the_papers_have_their_sheets_and_the_handout_two_pages(papers: dict[str, bytes]) -> None:
    for p in PAPERS:
        document = pypdfium2.PdfDocument(papers[p.name])
        assert tuple(round(side) for side in document[0].get_size()) == SHEETS[p.sheet]
        if p.name.startswith("handout"):
            assert len(document) == 2
        assert len(papers[p.name]) < 600_000


def test_nothing_on_the_handout_is_under_seven_and_a_half_points(papers: dict[str, bytes]) -> None:
    for name in ("handout-a4.pdf", "handout-letter.pdf"):
        sizes = [s for page in characters(papers[name]) for c, s in page if c.strip()]
        assert min(sizes) >= 7.49


@pytest.mark.parametrize("name", ["handout-a4.pdf", "handout-letter.pdf"])
def test_the_handout_says_who_does_what_on_its_front_and_names_things_on_its_back(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    front, back = words_of_pages(papers[name])
    for unit in edition.top_level("operative"):
        assert f"{unit.number} {unit.opening}" in front
        for u in (unit, *(edition.units[p] for p in unit.points)):
            for action in u.record.actions:
                assert squeezed(action.act) in squeezed(front), unit.id
                for condition in action.conditions:
                    assert squeezed(condition) in squeezed(front), unit.id
    for entry in (*edition.of_kind("capabilities"), *edition.of_kind("references")):
        if entry.mentions:
            assert entry.record.name in back
    assert edition.mark in back and edition.resolution.official in back
    assert "Unofficial edition" in back and "Data as of" in back


def test_terms_stand_with_the_acts_that_have_them(edition: Edition) -> None:
    rows = content(edition)["rows"]
    for unit, row in zip(edition.top_level("operative"), rows, strict=True):
        units = [unit, *(edition.units[p] for p in unit.points)]
        actions = [a for u in units for a in u.record.actions]
        for act, action in zip(row["acts"], actions, strict=True):
            mine = [
                t for t in row["terms"] if not t["label"] or act["label"] in t["label"].split(", ")
            ]
            assert {q for t in mine for q in re.findall("“(.+?)”(?:; |$)", t["text"])} == set(
                action.conditions
            )


@pytest.mark.parametrize("name", ["handout-a4.pdf", "handout-letter.pdf"])
def test_every_acronym_of_the_front_is_explained_on_the_sheet(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    front, back = words_of_pages(papers[name])
    short = {e.short: e.record.name for e in edition.entries.values() if e.short != e.record.name}
    used = [s for s in short if re.search(rf"\b{s}\b", front)]
    assert {"UN", "DPO", "SG", "ICAT", "UNODC", "SLTD", "INTERPOL"} <= {*used}
    for s in used:
        explained = f"{s} {short[s]}", f"{short[s]} ({s})", f"{s}, {short[s]}"
        assert any(words in f"{front} {back}" for words in explained), s


@pytest.mark.parametrize("name", ["handout-a4.pdf", "handout-letter.pdf"])
def test_capabilities_stand_under_their_kinds_with_databases_first(
    papers: dict[str, bytes], name: str
) -> None:
    back = words_of_pages(papers[name])[1]
    begun = (
        "Databases DNA",
        "Systems facial",
        "Notices diff",
        "Networks HTEG",
        "Products COVID-19",
    )
    places = [back.index(words) for words in begun]
    assert places == sorted(places)


def test_a_brief_says_more_than_the_name(edition: Edition) -> None:
    for entry in content(edition)["capabilities"]:
        said, name = (
            {word.rstrip("s") for word in re.findall("[a-z]{4,}", entry[key].lower())}
            for key in ("brief", "name")
        )
        assert len(said - name - {"interpol"}) > 2, entry["id"]


@pytest.mark.parametrize("name", ["handout-a4.pdf", "handout-letter.pdf"])
def test_a_symbol_and_the_place_of_a_name_keep_to_one_line(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    lines = [
        line
        for page in pypdfium2.PdfDocument(papers[name])
        for line in page.get_textpage().get_text_range().splitlines()
    ]
    for symbol in ("A/CONF.192/15", "A/60/88", edition.resolution.symbol):
        assert any(symbol in line for line in lines)
    assert not [line for line in lines if line.endswith("/")]
    places = {e["places"] for kind in KINDS for e in content(edition)[kind] if e["places"]}
    assert not places & {line.strip() for line in lines}


def test_a_title_that_begins_with_the_name_is_not_said_again(papers: dict[str, bytes]) -> None:
    back = words_of_pages(papers["handout-a4.pdf"])[1]
    assert back.count("Report of the United Nations Conference") == 1


def test_every_pdf_page_carries_the_mark_and_says_what_to_cite(
    papers: dict[str, bytes], edition: Edition
) -> None:
    official = edition.resolution.official.removeprefix("https://")
    for name, pdf in papers.items():
        for page in words_of_pages(pdf):
            assert edition.mark in page and official in page and "Unofficial" in page, name


def test_all_pdfs_are_tagged_with_title_language_and_outline(papers: dict[str, bytes]) -> None:
    for name, pdf in papers.items():
        with pikepdf.open(io.BytesIO(pdf)) as document:
            assert not document.check_pdf_syntax(), name
            root = document.Root
            assert root.MarkInfo.Marked and "/StructTreeRoot" in root, name
            assert str(root.Lang).startswith("en")
            assert root.ViewerPreferences.DisplayDocTitle
            assert "unofficial" in str(document.docinfo["/Title"])
            assert b"pdfuaid:part" in root.Metadata.read_bytes()
            assert "/Outlines" in root
            kinds = {str(o.S) for o in document.objects if _is_tag(o)}
            if not name.startswith("meeting"):
                assert {"/Table", "/TH", "/TD", "/Figure"} <= kinds
            figures = [o for o in document.objects if _is_tag(o) and o.S == "/Figure"]
            assert all("/Alt" in figure for figure in figures)


def _is_tag(item: object) -> bool:
    return isinstance(item, pikepdf.Dictionary) and "/S" in item and "/P" in item


@pytest.mark.parametrize(
    ("name", "sizes"),
    [
        ("edition-a4.pdf", range(21, 22)),
        ("edition-letter.pdf", range(21, 22)),
        ("meeting-a4.pdf", range(22, 23)),
        ("meeting-letter.pdf", range(22, 23)),
    ],
)
def test_every_paragraph_stands_word_for_word_in_order(
    papers: dict[str, bytes], edition: Edition, name: str, sizes: range
) -> None:
    # The words of the resolution have a size of their own; marks, notes and addresses are smaller.
    text = squeezed(words(papers[name], sizes))
    at = text.index(squeezed(edition.resolution.enacting))
    for unit in edition.units.values():
        number = {"operative": f"{unit.number}.", "subparagraph": f"({unit.id[-1]})"}.get(unit.kind)
        sought = (number or "") + squeezed(unit.text)
        found = text.find(sought, at)
        assert found >= at, unit.id
        at = found + len(sought)


@pytest.mark.parametrize("name", ["edition-a4.pdf", "edition-letter.pdf"])
def test_no_page_of_the_printed_edition_is_nearly_empty(
    papers: dict[str, bytes], name: str
) -> None:
    for number, page in enumerate(pypdfium2.PdfDocument(papers[name]), 1):
        picture = page.render(scale=1).to_pil().convert("L")
        width, height = picture.size
        top, bottom = 68, height - 62  # within the margins, in points
        ink = picture.crop((0, top, width, bottom)).point(lambda v: 255 if v < 200 else 0).getbbox()
        assert ink and ink[3] > (bottom - top) / 5, number


@pytest.mark.parametrize("name", ["edition-a4.pdf", "edition-letter.pdf"])
def test_the_head_of_a_page_names_the_first_and_the_last_entry_that_stand_on_it(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    order = [entry for kind in KINDS for entry in content(edition)[kind]]
    for page in words_of_pages(papers[name]):
        begun = [i for i, entry in enumerate(order) if entry["address"] in squeezed(page)]
        if len(begun) > 1:
            first, before, last = (order[i] for i in (begun[0], begun[0] - 1, begun[-1]))
            head = f": {first['running']} – {last['running']} "
            goes_on = f": {before['running']} – {last['running']} "
            assert head in page or goes_on in page
            assert f"{goes_on}{first['name']}" not in page


def test_what_the_printed_edition_says_of_a_paragraph_or_an_entry_stands_under_its_voice(
    papers: dict[str, bytes], edition: Edition
) -> None:
    whole = squeezed(words(papers["edition-a4.pdf"]))
    values = content(edition)
    for unit in values["units"]:
        assert squeezed(f"From the text. {unit['summary']}"[:60]) in whole, unit["id"]
    for entry in (*values["capabilities"], *values["references"], *values["themes"]):
        said = entry["description"]
        voice = "Background." if said["sources"] else "From the text."
        assert squeezed(f"{voice} {said['text']}"[:60]) in whole, entry["id"]
        # What goes on in the same voice has no second mark.
        assert said["sources"] or squeezed(said["text"][-30:] + entry["why"][:30]) in whole
        for place, group in enumerate(entry["background"]):
            mark = "" if place else "Background. "
            begins = f"{mark}{group['heading']}. {group['claims'][0]['text']}"
            assert squeezed(begins[:50]) in whole, entry["id"]


@pytest.mark.parametrize("name", ["edition-a4.pdf", "edition-letter.pdf"])
def test_a_short_paragraph_stands_on_one_page_with_its_summary(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    pages = [squeezed(page) for page in words_of_pages(papers[name])]
    short = [
        unit for unit in content(edition)["units"] if len(edition.units[unit["id"]].text) < 400
    ]
    assert len(short) > 15
    for unit in short:
        page = next(page for page in pages[2:] if unit["address"] in page)
        assert squeezed(f"From the text. {unit['summary']}") in page, unit["id"]


def test_a_preambular_paragraph_has_its_number_beside_it(papers: dict[str, bytes]) -> None:
    for name in ("edition-a4.pdf", "edition-letter.pdf"):
        assert "pp11 Welcoming further the cooperation" in words(papers[name])


@pytest.mark.parametrize("name", ["edition-a4.pdf", "edition-letter.pdf"])
def test_the_printed_edition_has_notes_addresses_heads_and_an_index_with_pages(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    pages = words_of_pages(papers[name])
    whole = squeezed("".join(pages))
    for unit in edition.units.values():
        assert any(unit.address in page for page in pages), unit.id
    for entry in edition.entries.values():
        assert squeezed(entry.record.name) in whole and entry.address in whole, entry.id
    op9 = next(i for i, page in enumerate(pages) if "/op/9/ a From the text." in page)
    assert "paragraphs" in pages[op9].split(" annotated ", 1)[1][:60]
    iarms = edition.entries["iarms"]
    glossary = next(i for i, page in enumerate(pages) if iarms.address in page)
    index = " ".join(pages).split("Index of names Pages on which", 1)[1]
    listed = re.search(rf"{re.escape(iarms.record.name)} \(iARMS\), ([\d, ]+)", index)
    assert listed
    numbers = [int(n) for n in listed.group(1).replace(",", " ").split()[:2]]
    assert numbers[0] - 1 in (op9, op9 + 1) and numbers[1] == glossary + 1


def test_links_in_the_printed_edition_lead_to_the_entry_in_the_same_book(
    papers: dict[str, bytes], edition: Edition
) -> None:
    inside, outside = 0, set()
    with pikepdf.open(io.BytesIO(papers["edition-a4.pdf"])) as document:
        for page in document.pages:
            for note in page.get("/Annots", []):
                if "/Dest" in note or ("/A" in note and note.A.S == "/GoTo"):
                    inside += 1
                else:
                    outside.add(str(note.A.URI))
    mentions = [m for u in edition.units.values() for m in u.mentions if m.footnote is None]
    assert inside > len(mentions)
    assert {s.address for s in edition.sources.values()} <= outside
    assert edition.resolution.official in outside


def test_the_code_and_the_short_addresses_lead_to_the_site_where_its_address_is_known() -> None:
    site = "https://example.org/draft"
    edition, outputs = build_outputs(ROOT / "data", f"{site}/")
    made = {o.path: o for o in outputs}
    book, handout = (made[f"handout/{n}-a4.pdf"].content() for n in ("edition", "handout"))
    assert isinstance(book, bytes) and isinstance(handout, bytes)
    with pikepdf.open(io.BytesIO(book)) as document:
        uris = {
            str(a.A.URI)
            for p in document.pages
            for a in p.get("/Annots", [])
            if "/URI" in a.get("/A", {})
        }
    assert {f"{site}{u.address}" for u in edition.units.values()} <= uris
    back = words_of_pages(handout)[1]
    assert f"The code leads to this edition: {site}." in back
    assert f"The official document: {edition.resolution.official}." in back


@pytest.mark.parametrize("name", [p.name for p in PAPERS if p.kind != "handout"])
def test_a_footnote_stands_on_the_page_on_which_it_is_called(
    papers: dict[str, bytes], edition: Edition, name: str
) -> None:
    # Without the letters of the notes of the printed edition, which are of 7.5 points.
    pages = [squeezed(page) for page in words_of_pages(papers[name], {*range(40)} - {15})]
    for unit in edition.units.values():
        for place, number in unit.calls:
            called = squeezed(unit.text[:place])[-8:] + str(number)
            page = next(page for page in pages if called in page)
            assert f"{number}{squeezed(edition.footnote(number).text)}" in page, number


@pytest.mark.parametrize("name", ["meeting-a4.pdf", "meeting-letter.pdf"])
def test_the_numbers_of_the_meeting_copy_hang(papers: dict[str, bytes], name: str) -> None:
    texts = [page.get_textpage() for page in pypdfium2.PdfDocument(papers[name])]
    text = next(text for text in texts if "Urges" in text.get_text_range())
    number = text.get_charbox(text.search("4.").get_next()[0])
    begin = text.search("Urges").get_next()[0]
    first, *rest = [text.get_charbox(i) for i in range(begin, begin + 120)]
    turned = next(box for box in rest if box[2] - box[0] > 0 and box[3] < first[1])
    assert number[0] < first[0] - 20 and abs(first[0] - turned[0]) < 2


def test_the_meeting_copy_has_numbered_lines(papers: dict[str, bytes]) -> None:
    for name in ("meeting-a4.pdf", "meeting-letter.pdf"):
        numbers = [int(n) for n in words(papers[name], range(15, 16)).split() if n.isdigit()]
        assert set(range(1, 250)) <= set(numbers)


def test_the_same_data_give_the_same_bytes(papers: dict[str, bytes], edition: Edition) -> None:
    for name in ("handout-a4.pdf", "edition-letter.pdf"):
        assert typeset.pdf(edition, paper(name)) == papers[name]


def with_title(edition: Edition, title: str) -> Edition:
    return replace(edition, resolution=edition.resolution.model_copy(update={"title": title}))


def test_a_sheet_that_is_too_long_fails_and_says_by_how_much(edition: Edition) -> None:
    long = with_title(edition, "Cooperation " * 800)
    with pytest.raises(DataError) as caught:
        typeset.pdf(long, paper("handout-a4.pdf"))
    told = re.fullmatch(
        r"handout/handout-a4\.pdf:1:1: the front is (\d+) mm too long in letters of 7\.5 points",
        str(caught.value),
    )
    assert told and int(told.group(1)) > 10


def with_acts(edition: Edition, unit_id: str, acts: Sequence[Action]) -> Edition:
    unit = edition.units[unit_id]
    changed = replace(unit, record=unit.record.model_copy(update={"actions": tuple(acts)}))
    return replace(edition, units={**edition.units, unit_id: changed})


def test_a_paragraph_may_have_more_acts_than_twelve(edition: Edition) -> None:
    many = with_acts(edition, "op16", edition.units["op16"].record.actions * 14)
    labels = [act["label"] for act in content(many)["rows"][-1]["acts"]]
    assert labels[8:] == ["ix", "x", "xi", "xii", "xiii", "xiv"]
    with pytest.raises(DataError, match=r"the front is \d+ mm too long"):
        typeset.pdf(many, paper("handout-letter.pdf"))


def with_entry(edition: Edition, entry_id: str, like: str, **fields: object) -> Edition:
    """The edition with one more entry, a copy of another with some `fields` of its own."""
    old = edition.entries[like]
    record = old.record.model_copy(update={"id": entry_id, **fields})
    new = replace(old, record=record)
    return replace(edition, entries={**edition.entries, entry_id: new})


@pytest.mark.parametrize("entry_id", ["source-1", "op9"])
def test_an_entry_may_have_an_id_like_that_of_a_source_or_a_paragraph(
    edition: Edition, entry_id: str
) -> None:
    assert typeset.pdf(with_entry(edition, entry_id, "igci"), paper("edition-a4.pdf"))


def beside_the_page(pdf: bytes, margin: float) -> str:
    """The characters that stand within `margin` points of a side of their page, or beyond it."""
    found = ""
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        for i in range(text.count_chars()):
            left, _, right, _ = text.get_charbox(i)
            if left < margin - 1 or right > page.get_width() - margin + 1:
                found += text.get_text_range(i, 1)
    return found.strip()


LONG_WORD = "W" * 100


@pytest.mark.parametrize(("name", "margin"), [("handout-a4.pdf", 28), ("edition-a4.pdf", 56)])
def test_a_long_word_runs_over_no_side_and_no_column(
    edition: Edition, name: str, margin: float
) -> None:
    acts = edition.units["op5"].record.actions
    long = with_acts(edition, "op5", [acts[0].model_copy(update={"act": LONG_WORD})])
    long = with_entry(long, "igci", "igci", name=LONG_WORD, acronym=None, brief=LONG_WORD)
    pdf = typeset.pdf(long, paper(name))
    assert LONG_WORD in squeezed(words(pdf)).replace("\u200b", "")
    assert not beside_the_page(pdf, margin)
    assert not overprinted(pdf, LONG_WORD[0])


def overprinted(pdf: bytes, letter: str) -> list[str]:
    """The pairs of characters of which one is printed on the other, and one is `letter`."""
    found = []
    for page in pypdfium2.PdfDocument(pdf):
        text = page.get_textpage()
        lines = defaultdict(list)
        for i in range(text.count_chars()):
            if c := text.get_text_range(i, 1).strip("\u200b \r\n"):
                left, bottom, right, _ = text.get_charbox(i, loose=True)
                lines[round(bottom)].append((left, right, c))
        neighbours = [pair for line in lines.values() for pair in pairwise(sorted(line))]
        found += [a[2] + b[2] for a, b in neighbours if a[1] - b[0] > 4 and letter in a[2] + b[2]]
    return found


def test_a_card_of_wide_letters_keeps_its_words_on_the_card() -> None:
    shown = {
        "place": "draft resolution A/75/L.20",
        "title": f"{LONG_WORD} {LONG_WORD} 条约",
        "opening": "",
        "words": f"{LONG_WORD} {LONG_WORD}",
        "foot": "A/75/L.20, annotated",
    }
    card = ROOT / "scripts/edition/cards/card.typ"
    pdf = typst.compile(str(card), sys_inputs={"card": json.dumps(shown)}, font_paths=FONTS)
    assert not beside_the_page(pdf, 36) and len(pypdfium2.PdfDocument(pdf)) == 1
    text = pypdfium2.PdfDocument(pdf)[0].get_textpage()
    foot = text.search("annotated").get_next()
    wide = [
        text.get_charbox(i) for i in range(text.count_chars()) if text.get_text_range(i, 1) == "W"
    ]
    assert len(wide) == 400
    assert min(bottom for _, bottom, _, _ in wide) > text.get_charbox(foot[0])[3]


@pytest.mark.parametrize("name", ["handout-a4.pdf", "edition-a4.pdf", "meeting-a4.pdf"])
def test_markup_and_other_scripts_are_printed_as_written(edition: Edition, name: str) -> None:
    found = words(typeset.pdf(with_title(edition, AWKWARD), paper(name)))
    latin, *scripts = re.split(" (?=[^\x00-\x7f])", AWKWARD)
    assert latin in found
    for word in scripts:
        # A program reads words from right to left in the order of writing or of the line.
        assert word in found or word[::-1] in found, word


@pytest.fixture
def changed(tmp_path: Path) -> Callable[[str, str, str], Path]:
    """A copy of the small edition, ready to be changed in one file."""

    def change(file: str, old: str, new: str) -> Path:
        shutil.copytree(ROOT / "tests/small", tmp_path / "small")
        path = tmp_path / "small/data" / file
        text = path.read_text("utf-8")
        assert old in text
        path.write_text(text.replace(old, new), "utf-8")
        return tmp_path / "small"

    return change


def test_markup_and_other_scripts_are_shown_as_written(
    changed: Callable[[str, str, str], Path], browser: Browser
) -> None:
    quoted = AWKWARD.replace("'", "''")
    small = changed("capabilities/net-table.yml", "name: Net Table", f"name: '{quoted}'")
    config = small / "mkdocs.yml"
    config.write_text(config.read_text().replace("../../", f"{ROOT}/"))
    build_site(small, small / "site")
    page = browser.new_page(java_script_enabled=False)
    page.set_content((small / "site/capabilities/net-table/index.html").read_text("utf-8"))
    heading = page.locator("h1").text_content()
    page.close()
    assert heading and heading.removesuffix("¶").strip() == AWKWARD


def test_a_letter_that_no_font_has_is_an_error_at_its_place(
    changed: Callable[[str, str, str], Path],
) -> None:
    file = "capabilities/net-table.yml"
    small = changed(file, "name: Net Table", "name: Net ไTable")
    with pytest.raises(DataError) as caught:
        build_edition(small / "data")
    line = (small / "data" / file).read_text("utf-8").splitlines().index("name: Net ไTable") + 1
    assert str(caught.value) == (
        f"data/{file}:{line}:1: no font has the letter 'ไ' "
        "(U+0E44, THAI CHARACTER SARA AI MAIMALAI), in “Net ไTable”"
    )


FIRST_PAGES = ["The front", "The title page", "The first page"]


def test_the_page_offers_every_pdf_with_a_picture_in_words(page: Page, site: Path) -> None:
    page.goto("/handout/")
    found = page.locator("ul.papers a").evaluate_all("l => l.map(a => a.getAttribute('href'))")
    assert sorted(found) == sorted(p.name for p in PAPERS)
    assert all((site / "handout" / name).stat().st_size > 10_000 for name in found)
    alternatives = page.locator("ul.papers img").evaluate_all("l => l.map(i => i.alt)")
    assert [words.split(" of ")[0] for words in alternatives] == FIRST_PAGES


def test_a_selection_is_taken_from_the_address_and_put_into_it(
    page: Page, edition: Edition
) -> None:
    page.goto("/handout/?select=op2,op9,iarms&notes=0")
    sections = page.locator(".chosen-unit")
    expect(sections).to_have_count(3)
    expect(sections.nth(1).locator(".chosen-words")).to_have_text(f"9. {edition.units['op9'].text}")
    expect(page.locator(".chosen-note", has_text="From the text")).to_have_count(0)
    expect(page.locator("form.select output")).to_contain_text("3 chosen, ")
    page.get_by_label("with notes").check()
    expect(page.locator(".chosen-note", has_text="From the text").first).to_be_visible()
    page.locator("[name=select][value=op2]").uncheck()
    page.wait_for_url("**/handout/?select=op9,iarms&notes=1")
    expect(sections).to_have_count(2)


def test_a_selection_is_made_with_the_keyboard_and_told_to_a_screen_reader(page: Page) -> None:
    page.goto("/handout/")
    group = page.get_by_role("group", name="Operative paragraphs and points")
    group.get_by_role("checkbox", name="13 (b)").focus()
    page.keyboard.press("Space")
    page.wait_for_url("**/handout/?select=op13-b&notes=1")
    expect(page.get_by_role("status").filter(has_text="chosen")).to_have_text("1 chosen, 1 page")
    page.get_by_role("button", name="Choose none").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status").filter(has_text="chosen")).to_have_text("Nothing chosen yet")


def test_a_chosen_point_follows_the_words_that_it_continues_and_a_fact_has_its_source(
    page: Page, edition: Edition
) -> None:
    page.goto("/handout/")
    expect(page.get_by_role("button", name="Print")).to_be_disabled()
    above = f"13. {edition.units['op13'].text}"
    page.goto("/handout/?select=op13-b,op13-c&notes=1")
    words = page.locator(".chosen-words")
    expect(words).to_have_count(3)
    expect(words.first).to_have_text(above)
    expect(page.get_by_role("button", name="Print")).to_be_enabled()
    expect(page.locator(".chosen-note", has_text='"')).to_have_count(0)
    page.goto("/handout/?select=sltd&notes=0")
    told = page.locator(".chosen-note").first
    expect(told).to_contain_text("[B] Background")
    expect(told).to_contain_text("Source: INTERPOL, ")
    page.goto("/handout/?select=op13,op13-b&notes=0")
    expect(words).to_have_count(2)


@pytest.mark.parametrize("sheet", ["A4", "Letter"])
@pytest.mark.parametrize(
    "chosen",
    [
        "op9&notes=0",
        "op2,op9,op13-b,iarms,sltd&notes=1",
        "pp1,pp2,pp3,pp4,pp5,pp6,pp7,pp8,pp9,op1,op2,op3,op4,op5&notes=1",
        "op1,op2,op3,op6,op9,op14,sltd,iarms,dna&notes=0",
    ],
)
def test_the_pages_that_a_selection_promises_are_the_pages_that_it_prints(
    shared_page: Page, edition: Edition, chosen: str, sheet: str
) -> None:
    page = shared_page
    page.set_viewport_size({"width": 390 if sheet == "A4" else 1280, "height": 844})
    page.goto(f"/handout/?select={chosen}")
    output = page.locator("form.select output")
    expect(output).to_contain_text("chosen, ")
    promised = re.findall(r"(\d+) pages?", output.inner_text())
    printed = page.pdf(format=sheet)
    assert len(pypdfium2.PdfDocument(printed)) == int(promised[0 if sheet == "A4" else -1])
    text = words(printed)
    assert "Choose what to print" not in text and "with notes" not in text
    assert edition.mark in text and edition.resolution.official in text


FURNITURE = ("Copy link", "Back to top", "Search", "Go to", "Switch to", "¶")
PRINTED = {
    "/op/9/": 3,
    "/op/13/": 4,
    "/pp/10/": 3,
    "/resolution/": 24,
    "/actions/": 8,
    "/actors/member-states/": 6,
    "/capabilities/sltd/": 4,
    "/matrix/": 2,
    "/timeline/": 6,
    "/phrases/": 6,
    "/textual-notes/": 4,
}


@pytest.mark.parametrize("address", PRINTED)
def test_a_page_prints_without_furniture_and_with_its_foot_on_every_sheet(
    shared_page: Page, edition: Edition, address: str
) -> None:
    page = shared_page
    page.goto(address)
    page.wait_for_load_state("networkidle")
    unit = next((u for u in edition.units.values() if u.address == address), None)
    cited = unit.citation if unit else edition.resolution.symbol
    for sheet in ("A4", "Letter"):
        printed = words_of_pages(page.pdf(format=sheet, prefer_css_page_size=True))
        assert len(printed) <= PRINTED[address]
        for number, text in enumerate(printed, 1):
            assert f"annotated: {address}. Cite {cited}, {edition.resolution.official}." in text
            # The mark may be broken at its hyphen.
            assert edition.mark in squeezed(text) and f"{number} / {len(printed)}" in text
            assert not [w for w in FURNITURE if w in text and address != "/textual-notes/"]


def test_a_page_of_the_dark_scheme_prints_black_on_white(page: Page) -> None:
    page.emulate_media(color_scheme="dark")
    page.goto("/op/13/")
    expect(page.locator("body")).to_have_attribute("data-md-color-scheme", "slate")
    document = pypdfium2.PdfDocument(page.pdf(format="A4", print_background=True))
    for sheet in document:
        picture = sheet.render(scale=1).to_pil().convert("L")
        counts = picture.histogram()
        assert picture.getpixel((3, 3)) == 255
        assert sum(counts[240:]) > sum(counts) * 0.8  # white paper
        assert sum(counts[:90]) > 0  # and black ink


def test_printed_tables_break_between_rows_under_a_repeated_head(
    page: Page, edition: Edition
) -> None:
    page.goto("/actions/")
    printed = words_of_pages(page.pdf(format="A4"))
    rows = [
        squeezed(a.act)
        for u in edition.units.values()
        for a in u.record.actions
        if u.kind != "preambular"
    ]
    assert all(any(row in squeezed(text) for text in printed) for row in rows)
    with_table = [t for t in printed if "Encourages" in t or "Emphasizes" in t]
    assert len(with_table) > 2
    assert all("Does what" in text for text in with_table)


def test_the_whole_text_prints_with_its_notes_from_a_narrow_screen(
    page: Page, edition: Edition
) -> None:
    page.set_viewport_size({"width": 390, "height": 844})
    page.goto("/resolution/")
    text = squeezed(words(page.pdf(format="Letter")))
    for note in edition.units["op9"].record.notes:
        assert re.sub(r"[\s\"“”'’]", "", note.text) in re.sub(r"[\"“”'’]", "", text)


def test_without_javascript_the_page_says_what_to_do(site: Path) -> None:
    html = (site / "handout/index.html").read_text("utf-8")
    assert re.search(r"<noscript><p>Choosing needs JavaScript\. Without it, print", html)
