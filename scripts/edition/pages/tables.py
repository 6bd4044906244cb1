"""The tables: who does what, and paragraphs by capability."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition
from .actors import action_rows
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        "/actions/",
        "Who does what",
        "actions.md",
        "Every act of the operative paragraphs: actor, act, addressee, means, conditions.",
        {"rows": action_rows(edition)},
        boost=1.5,
        hide=("navigation", "toc"),
    )
    named = [e for e in edition.of_kind("capabilities") if e.mentions]
    units = [u for u in edition.units.values() if edition.named_in(u, "capabilities")]
    yield Page(
        "/matrix/",
        "Paragraphs and capabilities",
        "matrix.md",
        "Which paragraph names which capability.",
        {"columns": units, "lines": named},
        searched=False,
        hide=("navigation", "toc"),
    )
