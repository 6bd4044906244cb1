"""An index and a page an entry for capabilities, documents, bodies, themes and phrases."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from ..edition import Edition, EntryView
from ..entries import claims, kinds
from ..load import ENTRY_KINDS
from ..model import Claim
from ..quotation import quotations
from .page import Page

TITLES = {
    "capabilities": (
        "Capabilities",
        "Databases, systems and other capabilities named in the text.",
    ),
    "references": ("Documents", "Documents that the text cites, by symbol or by name."),
    "bodies": ("Bodies", "Organs, offices and organizations that the text names."),
    "themes": ("Themes", "The paragraphs by subject."),
    "phrases": ("Phrases", "Safeguards, qualifiers and formulas, with every occurrence."),
}

HEADINGS = {
    "purpose": "What it is for",
    "holds": "What it holds",
    "access": "Who may use it, and how",
    "since": "Since when",
    "about": "What it is",
    "adoption": "Adoption",
    "relations": "Relations with the other party",
    "followed": "What followed",
    "changes": "What has changed",
}

_PLURALS = {
    "analysis": "analysis",
    "body": "bodies",
    "constitution": "constitution",
    "entity": "entities",
    "states": "groups of States",
    "training": "training",
}


def pages(edition: Edition) -> Iterator[Page]:
    for kind, (title, description) in TITLES.items():
        entries = edition.of_kind(kind)
        groups: dict[str, list[EntryView]] = defaultdict(list)
        for entry in entries:
            groups[getattr(entry.record, "kind", "")].append(entry)
        ordered = [(k, plural(k), groups[k]) for k in kinds(ENTRY_KINDS[kind]) if k in groups]
        values: dict[str, Any] = {"kind": kind, "groups": ordered, "openings": ()}
        if kind == "phrases":
            values["openings"] = [(o, edition.opened_by(o)) for o in edition.openings]
        yield Page(f"/{kind}/", title, "index.md", description, values, boost=1.5)
        for entry in entries:
            yield _entry(edition, entry)


def plural(kind: str) -> str:
    """The heading of the entries of one kind."""
    words = _PLURALS.get(kind, f"{kind}s")
    return words[0].upper() + words[1:]


def _entry(edition: Edition, entry: EntryView) -> Page:
    record = entry.record
    grouped: dict[str, list[Claim]] = defaultdict(list)
    for heading, _, claim in claims(record):
        grouped[heading].append(claim)
    ids = [
        *getattr(record, "sources", ()),
        *(s for c in grouped.values() for x in c for s in x.sources),
    ]
    values = {
        "entry": entry,
        "record": record,
        "claims": [(HEADINGS[heading], found) for heading, found in grouped.items()],
        "quotes": list(quotations(edition, entry)),
        "official": edition.official_address(entry),
    }
    keys = ("name", "acronym", "symbol")
    names = (*(getattr(record, key, None) for key in keys), *getattr(record, "names", ()))
    search = dict.fromkeys(n for n in (*names, *getattr(record, "search", ())) if n)
    return Page(
        entry.address,
        record.name,
        "entry.md",
        record.description,
        values,
        search=tuple(search),
        boost=3,
        edit=f"data/{entry.kind}/{record.id}.yml",
        sources=tuple(ids),
    )
