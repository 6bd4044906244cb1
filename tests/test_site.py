"""The built site in a real browser."""

from pathlib import Path

import pytest
from edition.edition import Edition
from playwright.sync_api import Page, expect

PAGES = [
    "/",
    "/resolution/",
    "/op/9/",
    "/op/13/",
    "/op/13/b/",
    "/pp/17/",
    "/capabilities/",
    "/capabilities/sltd/",
    "/references/a-res-72-284/",
    "/bodies/unodc/",
    "/themes/terrorism/",
    "/phrases/",
    "/actions/",
    "/actors/secretary-general/",
    "/matrix/",
    "/timeline/",
    "/textual-notes/",
    "/not-in-the-text/",
    "/about/",
]


@pytest.mark.parametrize("address", PAGES)
def test_a_page_opens_without_errors_or_foreign_requests(page: Page, address: str) -> None:
    response = page.goto(address)
    assert response is not None and response.ok
    expect(page.locator("h1")).to_have_count(1)


def test_every_paragraph_of_the_text_is_on_its_page_word_for_word(
    site: Path, page: Page, edition: Edition
) -> None:
    page.goto("/resolution/")
    for unit in edition.units.values():
        box = page.locator(f"[id='{unit.id}'] > p")
        shown = box.evaluate(
            "e => { const c = e.cloneNode(true); c.querySelectorAll('sup, .number, .ordinal,"
            " .pilcrow')"
            ".forEach(x => x.remove()); return c.textContent.trim() }"
        )
        assert shown == unit.text


def test_a_paragraphs_page_quotes_every_other_place_of_what_it_links(
    page: Page, edition: Edition
) -> None:
    unit = edition.units["op2"]
    page.goto(unit.address)
    for entry in dict.fromkeys(m.entry for m in unit.mentions):
        view = edition.entries[entry]
        others = [m for m in view.mentions if m.unit != unit.id]
        if not view.linked or not others:
            continue
        quoted = page.locator(f"#else-{entry} + dl mark").all_inner_texts()
        assert quoted == [
            (edition.footnote(m.footnote) if m.footnote else edition.units[m.unit]).text[
                m.start : m.end
            ]
            for m in others
        ]


@pytest.mark.parametrize(
    ("address", "first", "last"),
    [("/capabilities/", "Databases", "Products"), ("/phrases/", "Safeguards", "Opening words")],
)
def test_groups_stand_in_the_order_of_what_readers_look_for(
    shared_page: Page, address: str, first: str, last: str
) -> None:
    shared_page.goto(address)
    heads = shared_page.locator("h2[id]:not(.foot h2)").all_inner_texts()
    assert (heads[0][: len(first)], heads[-1][: len(last)]) == (first, last)


def test_what_an_entry_is_stands_under_its_voice(site: Path, edition: Edition) -> None:
    for entry in edition.entries.values():
        lead = (site / entry.address.strip("/") / "index.html").read_text()
        lead = lead.partition('<p class="lead">')[2].partition("</p>")[0]
        voice = "background" if getattr(entry.record, "sources", ()) else "text"
        assert f'data-voice="{voice}"' in lead, entry.id
        assert ("#source-" in lead) == (voice == "background"), entry.id


def test_anchors_and_eids_stand_in_the_whole_text(page: Page) -> None:
    page.goto("/resolution/")
    for anchor in ("pp1", "op9", "op13-a", "op1-a", "op1-b", "fn7"):
        assert page.locator(f"[id='{anchor}']").get_attribute("data-eid")


def test_every_link_inside_the_site_leads_somewhere(site: Path) -> None:
    import re
    from urllib.parse import unquote, urljoin, urlsplit

    ids: dict[Path, set[str]] = {}
    missing = []
    for path in site.rglob("*.html"):
        if path.name == "404.html":
            continue
        ids[path] = set(re.findall(r'\sid="?([^"\s>]+)', path.read_text()))
    for path in ids:
        here = "/" + path.relative_to(site).as_posix().removesuffix("index.html")
        for href in re.findall(r'<a [^>]*href="([^"]+)"', path.read_text()):
            target = urlsplit(urljoin(f"http://site{here}", href))
            if target.netloc != "site":
                continue
            file = site / unquote(target.path).strip("/")
            file = file / "index.html" if file.is_dir() else file
            if not file.exists() or (
                target.fragment and file in ids and unquote(target.fragment) not in ids[file]
            ):
                missing.append((here, href))
    assert not missing


@pytest.mark.parametrize(
    ("short", "address"), [("/op9/", "/op/9/"), ("/op13b/", "/op/13/b/"), ("/pp10/", "/pp/10/")]
)
def test_a_short_form_leads_to_the_paragraph(page: Page, short: str, address: str) -> None:
    page.goto(short)
    page.wait_for_url(f"**{address}")
