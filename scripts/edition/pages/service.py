"""What serves the reader: what has changed, and whether a sheet or a quotation is right."""

import json
from collections.abc import Iterator

from ..citations import of_unit, styles
from ..edition import Edition
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    short = f"draft resolution {edition.resolution.symbol}"
    yield Page(
        "/changes/",
        "Changes",
        "changes.md",
        f"What was changed in this edition of {short}, and why.",
        edit="data/changes.yml",
    )
    examples = [
        edition.top_level(kind)[-1:] for kind in ("preambular", "operative", "subparagraph")
    ]
    units = [unit for found in examples for unit in found]
    yield Page(
        "/cite/",
        "Link and cite",
        "cite.md",
        f"How to link to a paragraph of {short}, and how to cite it.",
        {"examples": [(unit, styles(of_unit(edition, unit), edition)) for unit in units]},
        search=("citation", "permalink", "Bluebook", "OSCOLA", "Chicago", "BibTeX", "Zotero"),
    )
    changes = [change.model_dump() for change in edition.changes]
    yield Page(
        "/check/",
        "Check a quotation or a sheet",
        "check.md",
        f"Whether a passage is word for word in {short}, and whether a printed sheet is current.",
        {"known": json.dumps({"mark": edition.mark, "changes": changes}, ensure_ascii=False)},
        toc=False,
    )
