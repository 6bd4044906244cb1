"""The built site, shared by all workers; a server for it and a browser, shared by one's tests."""

import fcntl
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from building import build_site
from chromium import chromium
from edition.build import build_edition
from edition.edition import Edition
from playwright.sync_api import Browser, Page

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="session")
def edition() -> Edition:
    return build_edition(ROOT / "data")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Path:
    """The site, built anew, once for all workers. No test may change it."""
    base = tmp_path_factory.getbasetemp()
    shared = base if worker_id == "master" else base.parent
    folder, new = shared / "site", shared / "new-site"
    with (shared / "site.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            build_site(ROOT, new)
            new.rename(folder)
    return folder


@pytest.fixture(scope="session")
def server(site: Path) -> Iterator[str]:
    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, format: str, *args: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        def handle_error(self, request: object, client_address: object) -> None:
            """A browser that left the page no longer wants the rest of it."""

    httpd = Server(("127.0.0.1", 0), partial(Quiet, directory=str(site)))
    threading.Thread(target=httpd.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{httpd.server_address[1]}"
    httpd.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with chromium() as launched:
        yield launched


@contextmanager
def watched(browser: Browser, server: str) -> Iterator[Page]:
    """A page on which a console error, a failed request or a foreign request fails the test."""
    context = browser.new_context(base_url=server)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("console", lambda m: faults.append(m.text) if m.type == "error" else None)
    opened.on("pageerror", lambda e: faults.append(str(e)))
    opened.on(
        "request",
        lambda r: (
            faults.append(r.url) if not r.url.startswith((server, "data:", "blob:")) else None
        ),
    )
    yield opened
    context.close()
    assert not faults


@pytest.fixture
def copying(browser: Browser, server: str) -> Iterator[Page]:
    """A page that may read and write the clipboard."""
    with watched(browser, server) as opened:
        opened.context.grant_permissions(["clipboard-read", "clipboard-write"])
        yield opened


@pytest.fixture
def page(browser: Browser, server: str) -> Iterator[Page]:
    """A page of its own for a test."""
    with watched(browser, server) as opened:
        yield opened


@pytest.fixture(scope="module")
def shared_page(browser: Browser, server: str) -> Iterator[Page]:
    """A page for those tests of a module that leave nothing behind in it."""
    with watched(browser, server) as opened:
        yield opened


@pytest.fixture(scope="module")
def searching(browser: Browser, server: str) -> Iterator[Page]:
    """The home page with its search open, for all the searches of a module."""
    with watched(browser, server) as opened:
        opened.goto("/")
        opened.locator("[data-md-component='search-query']").click()
        yield opened
