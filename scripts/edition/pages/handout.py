"""The page of the PDFs, and of sheets that readers choose for themselves."""

from collections.abc import Iterator

from ..edition import Edition
from ..handout import PAPERS
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        "/handout/",
        "Print",
        "handout.md",
        f"Draft resolution {edition.resolution.symbol} on paper: handout, edition, own selection.",
        {"papers": PAPERS},
        search=("print", "PDF", "handout", "paper", "A4", "Letter"),
        toc=False,
    )
