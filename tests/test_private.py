"""Nothing foreign, nothing inline, nothing kept but the reader's own switches."""

import base64
import hashlib
import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

_OWN = {"'self'", "'none'", "data:"}


def policies(site: Path) -> dict[Path, str]:
    """The policy in the head of every HTML file."""
    found = {}
    for path in sorted(site.rglob("*.html")):
        tag = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', path.read_text())
        assert tag, path
        found[path] = tag[1]
    return found


def directives(policy: str) -> dict[str, list[str]]:
    parts = (part.split() for part in policy.split(";"))
    return {name: sources for name, *sources in parts}


def header(site: Path) -> dict[str, list[str]]:
    line = re.search(r"^  Content-Security-Policy: (.+)$", (site / "_headers").read_text(), re.M)
    assert line
    return directives(line[1])


def test_every_policy_allows_the_site_itself_and_hashed_scripts_alone(site: Path) -> None:
    sent = header(site)
    for policy in [*map(directives, policies(site).values()), sent]:
        assert policy["default-src"] == ["'none'"]
        for name, sources in policy.items():
            for source in sources:
                hashed = name == "script-src" and source.startswith("'sha256-")
                assert source in _OWN or hashed, (name, source)
                assert source != "data:" or name == "img-src"
    assert sent["frame-ancestors"] == ["'none'"]


def test_what_a_tag_cannot_say_stands_in_the_header_alone(site: Path) -> None:
    for path, policy in policies(site).items():
        assert not {"frame-ancestors", "report-uri", "sandbox"} & set(directives(policy)), path


def test_the_header_and_the_page_name_every_inline_script(site: Path) -> None:
    sent = header(site)["script-src"]
    for path, policy in policies(site).items():
        for script in re.findall(r"<script>(.*?)</script>", path.read_text(), re.DOTALL):
            digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in directives(policy)["script-src"], path
            assert f"'sha256-{digest}'" in sent, path


def test_a_browser_refuses_what_is_foreign_or_inline(browser: Browser, server: str) -> None:
    page = browser.new_page(base_url=server)
    answered: list[str] = []
    page.on("response", lambda r: answered.append(r.url))
    page.route("https://example.org/**", lambda route: route.fulfill(body="reached"))
    page.goto("/op/9/")
    refused = page.evaluate(
        """async () => {
          const refused = [];
          document.addEventListener("securitypolicyviolation",
            (e) => refused.push(e.effectiveDirective));
          const add = (tag, properties) =>
            document.body.append(Object.assign(document.createElement(tag), properties));
          add("script", { textContent: "window.ran = true" });
          add("style", { textContent: "body { display: none }" });
          add("script", { src: "https://example.org/a.js" });
          add("img", { src: "https://example.org/a.png" });
          await fetch("https://example.org/").catch(() => {});
          await new Promise((done) => setTimeout(done, 300));
          return { directives: refused.sort(), ran: window.ran ?? false };
        }"""
    )
    page.close()
    assert refused == {
        "directives": [
            "connect-src",
            "img-src",
            "script-src-elem",
            "script-src-elem",
            "style-src-elem",
        ],
        "ran": False,
    }
    assert answered and all(url.startswith(server) for url in answered)


def test_only_the_readers_switches_are_kept(page: Page) -> None:
    kept = "Object.keys(localStorage).sort()"
    page.goto("/resolution/")
    assert set(page.evaluate(kept)) <= {"/.__palette"}
    page.locator("form.view").get_by_label("text only", exact=False).first.check()
    page.goto("/actions/")
    page.goto("/op/9/")
    page.goto("/handout/?select=op9&notes=1")
    assert page.evaluate(kept) == ["/.__palette", "view"]
    assert page.evaluate("sessionStorage.length") == 0
    assert page.evaluate("indexedDB.databases()") == []
    assert page.evaluate("document.cookie") == "" and page.context.cookies() == []


def test_an_address_stays_as_it_was_given(page: Page, server: str) -> None:
    page.goto("/resolution/")
    page.locator("form.view").get_by_label("text only", exact=False).first.check()
    page.goto("/resolution/#op13-b")
    assert page.url == f"{server}/resolution/#op13-b"
    expect(page.locator("#op13-b")).to_be_in_viewport()
    page.goto("/op/9/", wait_until="networkidle")
    page.keyboard.press("/")
    page.keyboard.type("stolen passports")
    page.locator(".md-search-result__link").first.click()
    page.wait_for_url("**/capabilities/sltd/")
    assert page.url == f"{server}/capabilities/sltd/"
