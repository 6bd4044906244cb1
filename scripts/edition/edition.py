"""The resolved edition: one immutable value from which everything is rendered."""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import quote

from . import model
from .entries import Entry, Phrase, Theme
from .forms import Voice
from .unit_id import UnitId

_LANGUAGES = {"ar": "Arabic", "zh": "Chinese", "fr": "French", "ru": "Russian", "es": "Spanish"}


@dataclass(frozen=True)
class Mention:
    """An entry named at [start:end] of a unit's plain text, or of a footnote that it calls."""

    entry: str
    unit: str
    start: int
    end: int
    footnote: int | None = None


@dataclass(frozen=True, kw_only=True)
class Unit(UnitId):
    """A paragraph or point: its plain text and what stands in it."""

    opening: str
    text: str
    calls: tuple[tuple[int, int], ...]
    inline: tuple[tuple[int, str], ...]
    points: tuple[str, ...]
    citation: str
    record: model.Provision
    mentions: tuple[Mention, ...]
    phrases: tuple[Mention, ...]

    @property
    def checksum(self) -> str:
        """SHA-256 of the plain text."""
        return hashlib.sha256(self.text.encode()).hexdigest()

    @property
    def footnotes(self) -> tuple[int, ...]:
        return tuple(number for _, number in self.calls)


@dataclass(frozen=True)
class EntryView:
    """An entry with its kind, its address and every place that names it, in document order."""

    record: Entry | Theme | Phrase
    kind: str
    address: str
    mentions: tuple[Mention, ...]
    paragraphs: tuple[str, ...]

    @property
    def id(self) -> str:
        return self.record.id

    @property
    def linked(self) -> bool:
        return getattr(self.record, "linked", True)

    @property
    def voice(self) -> Voice:
        """Whose the description is: a fact from elsewhere has its sources."""
        return "background" if getattr(self.record, "sources", ()) else "text"

    @property
    def short(self) -> str:
        return getattr(self.record, "acronym", None) or self.record.name


@dataclass(frozen=True, eq=False)
class Edition:
    """Everything that the site, the PDFs and the data say; `site` is its address, if known.

    What is made of an edition is kept for this very object, hence no comparison of its fields.
    """

    resolution: model.Resolution
    units: Mapping[str, Unit]
    entries: Mapping[str, EntryView]
    sources: Mapping[str, model.Source]
    emendations: tuple[model.Emendation, ...]
    timeline: tuple[model.Moment, ...]
    openings: tuple[model.Opening, ...]
    absent: tuple[model.Absent, ...]
    not_established: tuple[model.NotEstablished, ...]
    changes: tuple[model.Change, ...]
    redirects: tuple[model.Redirect, ...]
    mark: str
    site: str = ""

    def of_kind(self, kind: str) -> tuple[EntryView, ...]:
        """The entries of one kind, in the order of their names."""
        found = [e for e in self.entries.values() if e.kind == kind]
        return tuple(sorted(found, key=lambda e: (e.record.name.casefold(), e.id)))

    def named_in(self, unit: Unit, kind: str) -> tuple[EntryView, ...]:
        """The entries of a kind that a unit names, each once, in the order of the text."""
        ids = dict.fromkeys(m.entry for m in unit.mentions)
        return tuple(self.entries[i] for i in ids if self.entries[i].kind == kind)

    def footnote(self, number: int) -> model.Footnote:
        return next(f for f in self.resolution.footnotes if f.number == number)

    def official_address(self, entry: EntryView) -> str | None:
        """Where the entry is officially found; that of a document follows from its symbol."""
        symbol = getattr(entry.record, "symbol", None)
        start, _, _ = self.resolution.official.partition("/en/")
        return getattr(entry.record, "official", None) or (
            symbol and f"{start}/en/{quote(symbol, safe='/()')}"
        )

    def translations(self, entry: EntryView) -> Iterator[tuple[str, str, str]]:
        """Code, name and address of the other official languages of a document with a symbol."""
        official = self.official_address(entry)
        if official and getattr(entry.record, "symbol", None):
            for code, name in _LANGUAGES.items():
                yield code, name, official.replace("/en/", f"/{code}/")

    def opening_of(self, unit: Unit) -> model.Opening:
        """The record of the words that open a unit; a point has those of its paragraph."""
        words = self.units[unit.parent or unit.id].opening
        return next(o for o in self.openings if words in o.words)

    def opened_by(self, opening: model.Opening) -> tuple[Unit, ...]:
        """The paragraphs that begin with the words of `opening`."""
        return tuple(u for u in self.units.values() if u.opening in opening.words)

    def top_level(self, kind: str) -> tuple[Unit, ...]:
        return tuple(u for u in self.units.values() if u.kind == kind)
