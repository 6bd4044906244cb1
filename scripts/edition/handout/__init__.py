"""The PDFs under /handout/: what each is, and on which paper."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from ..edition import Edition
from ..output import Output


@dataclass(frozen=True)
class Paper:
    """A PDF: its name, the template that sets it, the sheet, what its first page shows."""

    name: str
    template: str
    sheet: str
    title: str
    about: str
    picture: str


_KINDS = (
    (
        "handout",
        "Handout",
        "Two pages: who does what, and the glossary.",
        "The front of the handout: the operative paragraphs as a table.",
    ),
    (
        "edition",
        "Printed edition",
        "The text with notes, tables, glossary, sources, index.",
        "The title page of the printed edition.",
    ),
    (
        "meeting",
        "Meeting copy",
        "The bare text with numbered lines and room to write.",
        "The first page of the meeting copy: numbered lines beside a wide margin.",
    ),
)
PAPERS = tuple(
    Paper(f"{kind}-{suffix}.pdf", f"{kind}.typ", sheet, title, about, picture)
    for kind, title, about, picture in _KINDS
    for suffix, sheet in (("a4", "a4"), ("letter", "us-letter"))
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
