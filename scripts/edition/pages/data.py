"""The page about the data files: what each is, how large, a sample, three lines that use it."""

from collections.abc import Iterator

from ..edition import Edition
from ..exports import exports
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    yield Page(
        "/data/",
        "Data",
        "data.md",
        f"Draft resolution {edition.resolution.symbol}, annotated, as data for programs.",
        {"exports": exports(edition)},
        hide=("navigation",),
    )
