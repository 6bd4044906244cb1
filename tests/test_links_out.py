"""Links out: every outside address is asked once, with patience, and the report says by whom."""

import re
import socket
import subprocess
import sys
import threading
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import pytest
from edition.edition import Edition
from links_out import AGENT, Answer, Pace, ask_all, outside_addresses, report

ROOT = Path(__file__).parent.parent
FAST = Pace(pause=0.1, back_off=0.05, time_out=0.4)


class Elsewhere(BaseHTTPRequestHandler):
    """An outside server; its paths say how it behaves."""

    asked: defaultdict[str, list[float]]
    agents: set[str]

    def do_GET(self) -> None:
        before = len(self.asked[self.path])
        self.asked[self.path].append(time.monotonic())
        self.agents.add(self.headers["User-Agent"])
        match self.path:
            case "/moved":
                self.status(301, Location="/well")
            case "/round":
                self.status(302, Location="/round")
            case "/gone":
                self.status(404)
            case "/busy":
                self.status(429, **{"Retry-After": "1"}) if not before else self.status(200)
            case "/ill":
                self.status(500) if before < 2 else self.status(200)
            case "/always-ill":
                self.status(503)
            case "/hangs":
                time.sleep(1)
            case _:
                self.status(200)

    def status(self, code: int, **headers: str) -> None:
        self.send_response(code)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        pass


@pytest.fixture
def elsewhere() -> Iterator[str]:
    Elsewhere.asked, Elsewhere.agents = defaultdict(list), set()
    server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_address[1]}"
    server.shutdown()


def ask(*addresses: str) -> list[Answer]:
    return ask_all(list(addresses), FAST)


@pytest.mark.parametrize(
    ("path", "status", "times"),
    [
        ("/well", 200, 1),
        ("/gone", 404, 1),
        ("/busy", 200, 2),
        ("/ill", 200, 3),
        ("/always-ill", 503, 3),
        ("/hangs", None, 3),
    ],
)
def test_an_address_is_asked_as_often_as_may_help_and_no_more(
    elsewhere: str, path: str, status: int | None, times: int
) -> None:
    [answer] = ask(elsewhere + path)
    assert (answer.status, answer.moved_to) == (status, None)
    assert len(Elsewhere.asked[path]) == times
    assert Elsewhere.agents == {AGENT}


def test_a_redirect_is_followed_and_reported(elsewhere: str) -> None:
    moved, circle = ask(f"{elsewhere}/moved", f"{elsewhere}/round")
    assert moved.well and moved.moved_to == f"{elsewhere}/well"
    assert str(circle).startswith("Exceeded 30 redirects.") and not circle.well


def test_a_server_is_given_the_time_it_asks_for(elsewhere: str) -> None:
    ask(f"{elsewhere}/busy")
    first, second = Elsewhere.asked["/busy"]
    assert second - first >= 1


def test_the_requests_to_one_host_come_one_after_another_with_a_pause(elsewhere: str) -> None:
    ask(*(f"{elsewhere}/{number}" for number in range(4)))
    times = sorted(at for asked in Elsewhere.asked.values() for at in asked)
    assert len(times) == 4
    assert all(b - a >= FAST.pause for a, b in pairwise(times))


def test_a_closed_port_and_an_address_that_is_none_are_answers_too() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        closed = f"http://127.0.0.1:{taken.getsockname()[1]}/"
    bad = "http://127.0.0.1:port/"
    found = {a.address: a for a in ask(closed, bad)}
    assert found[closed].status is None and "refused" in found[closed].reason
    assert found[bad].status is None and found[bad].reason


def test_the_report_goes_by_page_and_by_source(elsewhere: str) -> None:
    gone, moved, well = (f"{elsewhere}/{path}" for path in ("gone", "moved", "well"))
    uses = {gone: ["source a", "page /x/"], moved: ["page /y/"], well: ["page /x/"]}
    assert list(report(ask(*uses), uses)) == [
        "3 addresses, 1 without a good answer, 1 moved",
        "no good answer: page /x/",
        f"  404 Not Found {gone}",
        "no good answer: source a",
        f"  404 Not Found {gone}",
        "moved: page /y/",
        f"  200 OK {moved} -> {well}",
    ]


def test_every_outside_link_of_every_page_is_asked(site: Path, edition: Edition) -> None:
    uses = outside_addresses(edition)
    links: Counter[str] = Counter()
    for page in site.rglob("*.html"):
        links.update(re.findall(r'href="(https?://[^"#]+)', page.read_text()))
    assert len(uses) > 100
    assert {link.replace("&amp;", "&") for link in links} - {
        "https://creativecommons.org/licenses/by/4.0/"
    } == uses.keys()


def test_bad_data_is_told_as_by_the_check(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    command = [sys.executable, str(ROOT / "scripts/links_out.py")]
    result = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True)
    assert result.returncode == 1
    assert result.stderr.startswith("data/") and "Traceback" not in result.stderr
