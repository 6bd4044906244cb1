"""The site behind a real nginx: every published address, odd paths, headers, compression."""

import gzip
import http.client
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.parse import urljoin, urlsplit

import pytest
from edition.edition import Edition
from edition.exports import exports
from nginx_server import NGINX, serving
from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
ADDRESSES = (ROOT / "data/addresses.lock").read_text().split()
pytestmark = pytest.mark.skipif(NGINX is None, reason="there is no nginx on this machine")


class Answer(NamedTuple):
    status: int
    headers: http.client.HTTPMessage
    body: bytes


Ask = Callable[..., Answer]


@pytest.fixture(scope="module")
def ready(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the site, made ready as `make nginx` does."""
    copy = tmp_path_factory.mktemp("nginx") / "site"
    shutil.copytree(site, copy)
    subprocess.run([sys.executable, ROOT / "scripts/for_nginx.py", copy], check=True)
    return copy


@pytest.fixture(scope="module")
def address(ready: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(ready, tmp_path_factory.mktemp("nginx") / "own") as address:
        yield address


@pytest.fixture(scope="module")
def ask(address: str) -> Ask:
    def answer(path: str, method: str = "GET", **headers: str) -> Answer:
        connection = http.client.HTTPConnection(urlsplit(address).netloc, timeout=10)
        connection.putrequest(method, path, skip_accept_encoding=True)
        for name, value in headers.items():
            connection.putheader(name.replace("_", "-"), value)
        connection.endheaders()
        response = connection.getresponse()
        found = Answer(response.status, response.headers, response.read())
        connection.close()
        return found

    return answer


def is_our_404(answer: Answer) -> bool:
    return answer.status == 404 and b"<h1>No such page</h1>" in answer.body


def test_every_published_address_answers(ask: Ask) -> None:
    for address in ADDRESSES:
        path, _, anchor = address.partition("#")
        answer = ask(path)
        moved = re.search(rb'http-equiv="refresh" content="0; url=([^"]+)"', answer.body)
        if moved:
            answer = ask(urljoin(path, moved[1].decode()).partition("#")[0])
        assert answer.status == 200 and answer.body, address
        assert not anchor or f'id="{anchor}"'.encode() in answer.body, address


def test_an_address_without_its_slash_is_sent_on_within_the_site(ask: Ask) -> None:
    for address in (a for a in ADDRESSES if a != "/" and a.endswith("/")):
        answer = ask(address.rstrip("/"))
        assert (answer.status, answer.headers["Location"]) == (301, address)


@pytest.mark.parametrize(
    "path",
    "/nothing /op/99/ /OP/9/ /.git/ /.git/config /assets/ /404.html /_headers /_headers.nginx"
    " /%ff /op/9/%0d%0aX:y /data/edition.yml".split(),
)
def test_what_is_not_there_is_answered_with_the_page_that_helps(ask: Ask, path: str) -> None:
    assert is_our_404(ask(path))


@pytest.mark.parametrize(
    "path", ["/../", "/%2e%2e/", "/op/../../etc/passwd", "/..%2f..%2fetc/passwd", "/%00"]
)
def test_a_path_out_of_the_site_is_refused(ask: Ask, path: str) -> None:
    assert ask(path).status == 400


def test_a_path_longer_than_any_is_refused(ask: Ask) -> None:
    assert ask("/" + 20_000 * "a").status == 414


@pytest.mark.parametrize(
    "path", "/op/9/index.html //op//9/ /op/8/../9/ /op/%39/ /op/9/?print=1".split()
)
def test_other_spellings_of_an_address_give_its_page(ask: Ask, path: str) -> None:
    assert ask(path).body == ask("/op/9/").body


def test_a_doubled_slash_sends_no_one_to_another_host(ask: Ask) -> None:
    assert ask("//op/9").headers["Location"] == "/op/9/"
    assert is_our_404(ask("//example.org/op"))


@pytest.mark.parametrize(
    ("path", "status"),
    [
        *((address, 200) for address in ADDRESSES[::25]),
        ("/assets/edition.css", 200),
        ("/changes/feed.xml", 200),
        ("/data/glossary.ttl", 200),
        ("/op/9", 301),
        ("/%00", 400),
        ("/nothing", 404),
        ("/" + 20_000 * "a", 414),
    ],
)
def test_every_kind_of_answer_carries_the_headers_of_the_site(
    ask: Ask, site: Path, path: str, status: int
) -> None:
    lines = (site / "_headers").read_text().splitlines()
    assert lines[0] == "/*" and len(lines) > 4
    answer = ask(path.partition("#")[0])
    assert answer.status == status
    for name, value in (line.strip().split(": ", 1) for line in lines[1:]):
        assert answer.headers.get_all(name) == [value]
    assert len(answer.headers.get_all("Cache-Control", [])) == 1
    assert answer.headers["Server"] == "nginx"


def test_each_file_is_sent_compressed_to_those_who_take_it_and_whole_to_others(
    ask: Ask, site: Path
) -> None:
    packed = 0
    for path in (p for p in sorted(site.rglob("*")) if p.is_file() and p.name != "_headers"):
        address = "/" + path.relative_to(site).as_posix()
        if address == "/404.html":
            continue
        whole, content = ask(address), path.read_bytes()
        assert whole.body == content and "Content-Encoding" not in whole.headers, address
        small = ask(address, Accept_Encoding="gzip, br")
        if small.headers["Content-Encoding"] == "gzip":
            packed += 1
            assert gzip.decompress(small.body) == content, address
            assert small.headers["Vary"] == whole.headers["Vary"] == "Accept-Encoding", address
            assert small.headers["Content-Type"] == whole.headers["Content-Type"]
        else:
            assert small.body == content
            assert path.suffix in (".gz", ".pdf", ".png", ".zip", ".js"), address
    assert packed > 250


def test_the_page_that_helps_is_sent_compressed_too(ask: Ask, site: Path) -> None:
    answer = ask("/nothing", Accept_Encoding="gzip")
    assert answer.status == 404
    assert gzip.decompress(answer.body) == (site / "404.html").read_bytes()


def test_every_file_has_a_type_and_text_its_encoding(ask: Ask, site: Path) -> None:
    for path in site.rglob("*.*"):
        kind = ask("/" + path.relative_to(site).as_posix(), method="HEAD").headers["Content-Type"]
        assert kind and "octet-stream" not in kind, path
        binary = ("image/png", "application/pdf", "application/gzip", "application/zip")
        assert kind.endswith("; charset=utf-8") != (kind in binary), (path, kind)


def test_data_files_have_the_type_that_the_data_page_tells(ask: Ask, edition: Edition) -> None:
    for export in exports(edition):
        told = ask(f"/data/{export.name}").headers["Content-Type"]
        assert told == f"{export.media}; charset=utf-8", export.name


def test_only_what_has_a_checksum_in_its_name_is_kept_without_asking(ask: Ask, site: Path) -> None:
    kept = set()
    for path in (p for p in site.rglob("*.*") if p.suffix in (".css", ".js", ".html", ".json")):
        address = "/" + path.relative_to(site).as_posix()
        caching = ask(address, method="HEAD").headers["Cache-Control"]
        assert caching in ("no-cache", "public, max-age=31536000, immutable")
        if caching != "no-cache":
            kept.add(address)
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", address) for address in kept} == {
        "/assets/stylesheets/main.min.css",
        "/assets/stylesheets/palette.min.css",
        "/assets/javascripts/workers/search.min.js",
    }
    # A name that looks so and is not there must not be remembered as missing for a year.
    assert ask("/assets/stylesheets/x.0123abcd.min.css").headers["Cache-Control"] == "no-cache"


def test_a_page_that_is_the_same_is_not_sent_again(ask: Ask) -> None:
    for encoding in ("gzip", "identity"):
        first = ask("/op/9/", Accept_Encoding=encoding)
        again = ask("/op/9/", Accept_Encoding=encoding, If_None_Match=first.headers["ETag"])
        assert (again.status, again.body) == (304, b"")


def test_the_compressed_copies_are_the_same_bytes_each_time(ready: Path) -> None:
    copies = {path: path.read_bytes() for path in ready.rglob("*.gz")}
    subprocess.run([sys.executable, ROOT / "scripts/for_nginx.py", ready], check=True)
    assert {path: path.read_bytes() for path in ready.rglob("*.gz")} == copies
    dated = {path.name for path, content in copies.items() if content[4:8] != b"\0\0\0\0"}
    assert dated <= {"sitemap.xml.gz"}  # MkDocs's own, of the day of the data


def test_pages_work_in_a_browser_under_the_policy_of_the_server(
    browser: Browser, address: str
) -> None:
    page = browser.new_page(base_url=address)
    faults: list[str] = []
    page.on("console", lambda message: faults.append(message.text))
    page.on("requestfailed", lambda request: faults.append(request.url))
    page.goto("/op9/")
    page.wait_for_url("**/op/9/")
    page.wait_for_load_state("networkidle")
    page.locator("[data-md-component='search-query']").click()
    page.keyboard.type("stolen passports")
    page.locator(".md-search-result__link").first.wait_for()
    page.goto("/handout/?select=op9,iarms&notes=0")
    page.locator(".chosen-unit").first.wait_for()
    page.close()
    assert not faults
