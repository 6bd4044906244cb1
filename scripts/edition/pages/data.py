"""The page about the data files: what each is, how large, a sample, three lines that use it."""

from collections.abc import Iterator

from ..edition import Edition
from ..exports import exports
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    found = {export.name: export for export in exports(edition)}
    akn = next(name for name in found if name.endswith(".akn.xml"))
    yield Page(
        "/data/",
        "Data",
        "data.md",
        f"Draft resolution {edition.resolution.symbol}, annotated, as data for programs.",
        {"exports": found, "akn": akn},
    )
