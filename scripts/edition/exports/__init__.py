"""The data files under /data/: a module a format, each with PATH and render(edition)."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from ..output import Output
from . import addresses, edition_json

EXPORTS = (edition_json, addresses)


def render_exports(edition: Edition) -> Iterator[Output]:
    """Every export of the edition."""
    for export in EXPORTS:
        yield Output(f"data/{export.PATH}", export.render(edition))
