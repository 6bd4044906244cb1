"""Whether every outside address that the edition links to still answers; a report, no gate.

Ends with status 1 if one does not, so that a scheduled run is noticed; no build depends on it.
"""

import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from edition.build import build_edition
from edition.edition import Edition
from edition.pages import site_pages
from edition.problems import DataError
from requests import RequestException, Session
from requests.adapters import HTTPAdapter
from urllib3 import Retry

AGENT = "Mozilla/5.0 (compatible; links-out/1.0; checks the links of an unofficial edition)"
TRIES = 3
AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
LONGEST_WAIT = 60  # seconds that a server's Retry-After may ask for


@dataclass(frozen=True)
class Pace:
    """Seconds: between two requests to a host, before the first retry, until an answer."""

    pause: float = 2.0
    back_off: float = 5.0
    time_out: float = 20.0


@dataclass(frozen=True)
class Answer:
    """What an address answered: the last status, or none and why; where it leads in the end."""

    address: str
    status: int | None
    reason: str
    moved_to: str | None = None

    @property
    def well(self) -> bool:
        return self.status is not None and self.status < 300  # redirects were followed

    def __str__(self) -> str:
        said = " ".join(filter(None, [str(self.status or ""), self.reason]))
        return f"{said} {self.address}" + (f" -> {self.moved_to}" if self.moved_to else "")


def outside_addresses(edition: Edition) -> dict[str, list[str]]:
    """Each outside address with what links to it: pages of the site and sources, by id."""
    found: dict[str, list[str]] = defaultdict(list)
    found[edition.resolution.official].append("every page")
    for entry in edition.entries.values():
        official = edition.official_address(entry)
        for address in (official, *(a for _, _, a in edition.translations(entry))):
            if address:
                found[address].append(f"page {entry.address}")
    for source in edition.sources.values():
        found[source.address].append(f"source {source.id}")
    for page in site_pages(edition):
        for source_id in dict.fromkeys(page.sources):
            found[edition.sources[source_id].address].append(f"page {page.address}")
    asked: dict[str, list[str]] = defaultdict(list)
    for address, uses in sorted(found.items()):
        asked[address.partition("#")[0]] += uses
    return asked


def ask_all(addresses: list[str], pace: Pace) -> list[Answer]:
    """Ask each address once; hosts side by side, the addresses of one host one after another."""
    hosts: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        hosts[urlsplit(address).netloc].append(address)
    with ThreadPoolExecutor(max_workers=16) as pool:
        found = pool.map(lambda host: list(_ask_host(host, pace)), hosts.values())
        return sorted((a for answers in found for a in answers), key=lambda a: a.address)


def _ask_host(addresses: list[str], pace: Pace) -> Iterator[Answer]:
    retry = Retry(
        TRIES - 1,
        status_forcelist=AGAIN,
        backoff_factor=pace.back_off,
        raise_on_status=False,
        retry_after_max=LONGEST_WAIT,
    )
    with Session() as session:
        session.headers["User-Agent"] = AGENT
        for scheme in ("http://", "https://"):
            session.mount(scheme, HTTPAdapter(max_retries=retry))
        for number, address in enumerate(addresses):
            if number:
                time.sleep(pace.pause)
            yield _ask(session, address, pace)


def _ask(session: Session, address: str, pace: Pace) -> Answer:
    """The answer to GET, of which no more than the head is read: not every server answers HEAD."""
    try:
        with session.get(address, timeout=pace.time_out, stream=True) as response:
            moved = response.url if response.history else None
            return Answer(address, response.status_code, response.reason, moved)
    except RequestException as error:
        return Answer(address, None, str(error))


def report(answers: list[Answer], uses: dict[str, list[str]]) -> Iterator[str]:
    """By page and by source: what does not answer, then what answers from elsewhere."""
    moved = [a for a in answers if a.well and a.moved_to]
    failed = [a for a in answers if not a.well]
    yield f"{len(answers)} addresses, {len(failed)} without a good answer, {len(moved)} moved"
    for heading, found in (("no good answer", failed), ("moved", moved)):
        places: dict[str, list[Answer]] = defaultdict(list)
        for answer in found:
            for use in uses[answer.address]:
                places[use].append(answer)
        for place, there in sorted(places.items()):
            yield f"{heading}: {place}"
            yield from (f"  {answer}" for answer in there)


def main() -> int:
    try:
        uses = outside_addresses(build_edition(Path("data")))
    except DataError as error:
        print(error, file=sys.stderr)
        return 1
    answers = ask_all(list(uses), Pace())
    print(*report(answers, uses), sep="\n")
    return 0 if all(answer.well for answer in answers) else 1


if __name__ == "__main__":
    sys.exit(main())
