"""What pages say to citation managers and search engines, and what can be copied from them."""

import json
import re
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

import pytest
from edition.edition import Edition
from playwright.sync_api import Page


def html(site: Path, address: str) -> str:
    return (site / address.strip("/") / "index.html").read_text()


def metas(text: str) -> dict[str, str]:
    return {
        name: unescape(content)
        for name, content in re.findall(r'<meta name="([^"]+)" content="([^"]*)"', text)
    }


def linked_data(text: str) -> dict[str, dict[str, Any]]:
    scripts = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text, re.DOTALL)
    return {data["@type"]: data for data in map(json.loads, scripts)}


def test_a_paragraph_is_a_report_for_citation_managers(site: Path, edition: Edition) -> None:
    for unit in edition.units.values():
        found = metas(html(site, unit.address))
        assert found["citation_technical_report_number"] == unit.citation
        assert found["citation_technical_report_institution"] == "United Nations"
        assert found["citation_date"] == "2020/11/17"
        assert found["citation_title"] == edition.resolution.title
        assert "citation_author" not in found


def test_the_whole_text_offers_each_paragraph(site: Path, edition: Edition) -> None:
    spans = re.findall(r'class="Z3988" title="([^"]+)"', html(site, "/resolution/"))
    titles = [parse_qs(unescape(span))["rft.btitle"][0] for span in spans]
    assert len(titles) == len(edition.units)
    for unit, title in zip(edition.units.values(), titles, strict=True):
        assert title.endswith(f"(draft resolution {unit.citation})")


def test_every_page_says_what_it_is_in_schema_org(site: Path, edition: Edition) -> None:
    ninth = linked_data(html(site, "/op/9/"))["Legislation"]
    assert ninth["legislationIdentifier"] == "A/75/L.20, para. 9"
    assert ninth["isPartOf"]["legislationIdentifier"] == "A/75/L.20"
    assert ninth["citation"] == ["A/CONF.192/15"]
    whole = linked_data(html(site, "/resolution/"))["Legislation"]
    assert "legislationPassedBy" not in whole
    assert whole["encoding"]["legislationLegalValue"].endswith("UnofficialLegalValue")
    term = linked_data(html(site, "/capabilities/sltd/"))["DefinedTerm"]
    assert term["alternateName"] == "SLTD" and term["inDefinedTermSet"] == "../"
    assert "DefinedTermSet" in linked_data(html(site, "/capabilities/"))
    files = linked_data(html(site, "/data/"))["Dataset"]["distribution"]
    assert all((site / "data" / file["contentUrl"]).exists() for file in files)
    steps = linked_data(html(site, "/op/13/b/"))["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps] == [
        "A/75/L.20, annotated",
        "The text",
        "Paragraph 13",
        "Paragraph 13 (b)",
    ]
    steps = linked_data(html(site, "/references/a-60-88/"))["BreadcrumbList"]["itemListElement"]
    assert [step["name"] for step in steps[:2]] == ["A/75/L.20, annotated", "Documents"]


def test_data_forms_of_a_page_exist(site: Path) -> None:
    for address in ("/", "/resolution/", "/op/9/", "/capabilities/sltd/", "/references/iti/"):
        forms = re.findall(r'<link rel="alternate " href="([^"]+)" type', html(site, address))
        assert forms
        for form in forms:
            assert (site / address.strip("/") / form).resolve().exists()


def test_every_page_has_title_and_description_for_shared_links(site: Path) -> None:
    for path in site.rglob("index.html"):
        text = path.read_text()
        if 'http-equiv="refresh"' in text:
            continue
        assert re.search(r'property="og:title" content="[^"]+"', text), path
        assert re.search(r'property="og:description" content="[^"]+"', text), path


@pytest.mark.parametrize(
    ("button", "expected"),
    [
        ("Copy link", "/op/13/b/"),
        ("Copy as quotation", "(draft resolution A/75/L.20, para. 13 (b))"),
        ("Copy the United Nations form", "A/75/L.20, para. 13 (b)"),
        (
            "Copy the Bluebook form",
            "Draft Res., ¶ 13 (b), U.N. Doc. A/75/L.20 (Nov. 17, 2020)",
        ),
        ("Copy the RIS form", "N1  - para. 13 (b)"),
    ],
)
def test_copying(copying: Page, edition: Edition, button: str, expected: str) -> None:
    copying.goto("/op/13/b/")
    copying.locator("details.cite > summary").click()
    copying.get_by_role("button", name=button, exact=True).click()
    copying.get_by_text("Copied.").wait_for()
    copied = copying.evaluate("navigator.clipboard.readText()")
    assert copied.endswith(expected) or expected in copied
    if button == "Copy as quotation":
        assert copied == f"“{edition.units['op13-b'].text}” {expected}"


def test_rich_text_has_a_live_link_and_the_words(
    copying: Page, server: str, edition: Edition
) -> None:
    copying.goto("/op/15/")
    copying.locator("details.cite > summary").click()
    copying.get_by_role("button", name="Copy for Word or mail").click()
    copying.get_by_text("Copied.").wait_for()
    copied = copying.evaluate(
        "navigator.clipboard.read().then(i => i[0].getType('text/html')).then(b => b.text())"
    )
    assert edition.units["op15"].text in unescape(copied)
    assert 'href="' + server + '/op/15/"' in copied
    assert "draft resolution A/75/L.20, para. 15" in copied
