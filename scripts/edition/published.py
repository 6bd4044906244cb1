"""The promise that an address, once published, goes on working."""

from collections.abc import Iterator

from .edition import Edition
from .exports import exports
from .handout import render_papers
from .load import Located
from .model import Redirect
from .pages import site_pages
from .problems import Problem, did_you_mean
from .redirects import redirects

LOCK = "addresses.lock"


def addresses(edition: Edition) -> list[str]:
    """Every address there is: pages, short forms, what moved, places in the text, data files."""
    return sorted({*_places(edition), *(old for old, _, _ in redirects(edition))})


def _places(edition: Edition) -> list[str]:
    """Addresses at which something stands, and not only a page that sends the reader on."""
    found = [page.address for page in site_pages(edition)]
    found += [unit.anchor for unit in edition.units.values()]
    found += [
        f"/resolution/#{unit.id}-{letter}"
        for unit in edition.units.values()
        for _, letter in unit.inline
    ]
    found += [f"/resolution/#fn{f.number}" for f in edition.resolution.footnotes]
    found += [f"/data/{export.name}" for export in exports(edition)]
    return [*found, *(f"/{output.path}" for output in render_papers(edition))]


def check_published(edition: Edition, locked: list[str], folder: str) -> Iterator[Problem]:
    """Every address of the lock is a page, an anchor, a file or a redirect."""
    there = set(addresses(edition))
    for line, address in enumerate(locked, 1):
        if address and address not in there:
            near = did_you_mean(address, there)
            # A page can lead on to another; a file, or a place in the whole text, cannot.
            remedy = "put it in redirects.yml" if address.endswith("/") else "it must stay"
            message = f"nothing is at {address} any more: {remedy}{near}"
            yield Problem(f"{folder}/{LOCK}", line, 1, message)


def check_redirects(edition: Edition, moved: list[Located[Redirect]]) -> Iterator[Problem]:
    """Nothing stands where something moved from, and something where it moved to."""
    there = set(_places(edition))
    taken = there | {f"/{unit.id.replace('-', '')}/" for unit in edition.units.values()}
    for located in moved:
        old, new = located.record.old, located.record.new
        if old in taken:
            yield located.problem(("old",), f"{old} is in use already: nothing can lead on from it")
        if new not in there:
            yield located.problem(("new",), f"nothing is at {new}{did_you_mean(new, there)}")
        taken.add(old)
