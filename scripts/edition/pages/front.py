"""Home, the whole text, textual notes, absent words and the page about the edition."""

from collections.abc import Iterator

from ..edition import Edition
from ..entries import claims
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    r = edition.resolution
    short = f"draft resolution {r.symbol}"
    yield Page(
        "/",
        f"{r.symbol}, annotated",
        "home.md",
        f"Unofficial annotated edition of {short}: {r.short_title}.",
        toc=False,
        boost=2,
        sources=_adoption_sources(edition),
    )
    yield Page(
        "/resolution/",
        "The text",
        "resolution.md",
        f"The whole text of {short} with links and notes.",
        boost=1.5,
        toc=False,
        sources=tuple(
            s for u in edition.units.values() for note in u.record.notes for s in note.sources
        ),
    )
    yield Page(
        "/textual-notes/",
        "Textual notes",
        "textual-notes.md",
        f"Every place where this edition of {short} departs from the received text.",
        edit="data/emendations.yml",
        toc=False,
    )
    # A word by which an entry is called or found leads to the entry.
    entries = [e.record for e in edition.entries.values()]
    found = {getattr(r, "acronym", None) for r in entries}
    found |= {w for r in entries for key in ("names", "search") for w in getattr(r, key, ())}
    absent = (w for record in edition.absent for w in record.words)
    words = tuple(w for w in absent if not found.intersection((w, *w.split())))
    yield Page(
        "/not-in-the-text/",
        "Not in the text",
        "not-in-the-text.md",
        f"Words that readers look for and that {short} does not contain.",
        search=words,
        boost=1.2,
        edit="data/absent.yml",
        toc=False,
    )
    yield Page(
        "/about/",
        "About this edition",
        "about.md",
        f"What this unofficial edition of {short} is, how it is made and what is not known.",
        edit="data/not-established.yml",
        sources=_adoption_sources(edition),
    )


def _adoption_sources(edition: Edition) -> tuple[str, ...]:
    """The sources of what is said about the adoption."""
    adopted = edition.entries[edition.resolution.adoption.reference].record
    return tuple(s for _, _, claim in claims(adopted) for s in claim.sources)
