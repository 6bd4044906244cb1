"""What readers come for: each answer within two clicks of the home page, each search first."""

import pytest
from playwright.sync_api import Page, expect


def test_a_brief_on_firearms_tracing(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Small arms and light weapons").click()
    quotes = page.locator("dl.quotes")
    expect(quotes).to_contain_text("INTERPOL capabilities for tracing weapons")
    page.locator("dl.quotes a.unit", has_text="para. 9").click()
    expect(page.locator("table.actions")).to_contain_text("iARMS, IBIN, IFRT")
    expect(page.locator("#notes ~ details .note").first).to_be_visible()


def test_which_databases_border_police_are_to_connect_to_and_on_what_terms(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="Acknowledges").click()
    rows = page.locator("table.actions")
    expect(rows).to_contain_text("extend real-time access to the I-24/7 system")
    expect(rows).to_contain_text("FIND")
    expect(rows).to_contain_text("that are also member countries of INTERPOL")
    page.goto("/")
    page.get_by_role("link", name="Border security and travel").click()
    expect(page.locator("dl.quotes a.unit", has_text="para. 7")).to_be_visible()


def test_what_the_secretary_general_is_to_do(page: Page) -> None:
    page.goto("/")
    page.get_by_role("link", name="actors", exact=True).click()
    page.get_by_role("link", name="Secretary-General", exact=True).click()
    rows = page.locator("table.actions tbody tr")
    expect(rows).to_have_count(1)
    expect(rows).to_contain_text("submit a report on the implementation of the present resolution")


SEARCHES = {
    "SLTD": "/capabilities/sltd/",
    "iARMS": "/capabilities/iarms/",
    "ICSE": "/capabilities/icse/",
    "TDAWN": "/capabilities/tdawn/",
    "CTED": "/bodies/cted/",
    "ICAT": "/bodies/icat/",
    "stolen passports": "/capabilities/sltd/",
    "fingerprints": "/capabilities/fingerprints/",
    "gun tracing": "/themes/small-arms/",
    "airport checks": "/themes/border-security/",
    "missing children": "/themes/trafficking-in-persons/",
    "refugees": "/themes/human-rights/",
    "op 9": "/op/9/",
    "para. 9": "/op/9/",
    "para 13 b": "/op/13/b/",
    "73/187": "/references/a-res-73-187/",
    "A/RES/73/187": "/references/a-res-73-187/",
    "72/284": "/references/a-res-72-284/",
    "Red Notice": "/not-in-the-text/",
    "extradition": "/not-in-the-text/",
    "encryption": "/not-in-the-text/",
    "child abuse images": "/capabilities/icse/",
    "passport database": "/capabilities/sltd/",
    "interpol constitution": "/references/interpol-constitution/",
    "article 3 neutrality": "/references/interpol-constitution/",
    "1997 agreement": "/references/agreement-1997/",
    "2030 agenda": "/references/agenda-2030/",
    "SDG": "/references/agenda-2030/",
    "gun database": "/themes/small-arms/",
    "money laundering": "/themes/transnational-organized-crime/",
    "gender": "/themes/gender-equality/",
    "covid": "/themes/covid-19/",
    "cybercrime": "/themes/cybercrime/",
    "peacekeeping": "/bodies/dpo/",
    "secretary general report": "/themes/mandates-and-reporting/",
    "wanted persons": "/capabilities/notices/",
    "red notices": "/not-in-the-text/",
    "lyon": "/capabilities/general-secretariat/",
    "singapore": "/capabilities/igci/",
    "who voted": "/references/a-res-75-10/",
    "para 14": "/op/14/",
    "operative 2": "/op/2/",
    "preambular 17": "/pp/17/",
    "footnote 7": "/op/9/",
    "human rights": "/themes/human-rights/",
    "Interpol firearms": "/capabilities/ifrt/",
    "Interpol database": "/capabilities/databases/",
    "OP13b": "/op/13/b/",
    "13(b)": "/op/13/b/",
}


@pytest.mark.parametrize("typed", SEARCHES)
def test_a_search_finds_the_right_page_first(searching: Page, typed: str) -> None:
    results = searching.locator(".md-search-result__link")
    searching.keyboard.press("Control+A")
    searching.keyboard.press("Delete")
    expect(results).to_have_count(0)
    searching.keyboard.type(typed)
    expect(results.first).to_be_visible(timeout=30_000)
    found: list[str] = []
    # What was found for the first letters typed may stand there for a moment.
    while found != (found := results.evaluate_all("l => l.map(a => new URL(a.href).pathname)")):
        searching.wait_for_timeout(120)
    assert found[0] == SEARCHES[typed], found[:4]
