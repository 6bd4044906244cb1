"""The promise that an address, once published, goes on working."""

from __future__ import annotations

from collections.abc import Iterator

from .edition import Edition
from .exports import exports
from .handout import render_papers
from .pages import site_pages
from .problems import Problem, did_you_mean
from .redirects import redirects

LOCK = "addresses.lock"


def addresses(edition: Edition) -> list[str]:
    """Every address there is: pages, short forms, what moved, places in the text, data files."""
    found = [page.address for page in site_pages(edition)]
    found += [old for old, _, _ in redirects(edition)]
    found += [unit.anchor for unit in edition.units.values()]
    found += [
        f"/resolution/#{unit.id}-{letter}"
        for unit in edition.units.values()
        for _, letter in unit.inline
    ]
    found += [f"/resolution/#fn{f.number}" for f in edition.resolution.footnotes]
    found += [f"/data/{export.name}" for export in exports(edition)]
    found += [f"/{output.path}" for output in render_papers(edition)]
    return sorted(set(found))


def check_published(edition: Edition, locked: list[str], folder: str) -> Iterator[Problem]:
    """Every address of the lock is a page, an anchor, a file or a redirect."""
    there = set(addresses(edition))
    for line, address in enumerate(locked, 1):
        if address not in there:
            near = did_you_mean(address, there)
            message = f"nothing is at {address} any more: put it in redirects.yml{near}"
            yield Problem(f"{folder}/{LOCK}", line, 1, message)
