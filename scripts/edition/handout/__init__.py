"""The PDFs under /handout/: what each is, and on which paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..edition import Edition
from ..output import Output


@dataclass(frozen=True)
class Paper:
    """A PDF: what it is, and the sheet as Typst calls it."""

    kind: str
    sheet: str

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.sheet.removeprefix('us-')}.pdf"


PAPERS = tuple(
    Paper(kind, sheet)
    for kind in ("handout", "edition", "meeting")
    for sheet in ("a4", "us-letter")
)


def render_papers(edition: Edition) -> Iterator[Output]:
    """Every PDF, and a picture of the first page of each kind; set only when asked for."""
    for paper in PAPERS:
        yield Output(f"handout/{paper.name}", partial(_set, "pdf", edition, paper))
        if paper.sheet == "a4":
            picture = partial(_set, "first_page", edition, paper)
            yield Output(f"handout/{paper.name.removesuffix('.pdf')}.png", picture)


def _set(what: str, edition: Edition, paper: Paper) -> bytes:
    """What `typeset` makes of a paper; its large libraries are loaded only then."""
    from . import typeset

    made: bytes = getattr(typeset, what)(edition, paper)
    return made
