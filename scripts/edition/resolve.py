"""One immutable Edition from checked records: mentions linked both ways, addresses known."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator
from itertools import chain
from types import MappingProxyType
from typing import Any

from . import model
from .edition import Edition, EntryView, Mention, Unit
from .entries import Entry
from .load import Corpus, Located
from .mentions import Found, NameFinder, occurrences, plain_text
from .unit_id import UnitId


def resolve_edition(corpus: Corpus) -> Edition:
    """Build the Edition; `corpus` has passed every check."""
    units = {u.id: u for u in _Resolver(corpus).units()}
    mentions: dict[str, list[Mention]] = defaultdict(list)
    for unit in units.values():
        for mention in (*unit.mentions, *unit.phrases):
            mentions[mention.entry].append(mention)
        for theme in unit.record.themes:
            mentions[theme].append(Mention(theme, unit.id, 0, 0))
    entries = {
        located.record.id: _view(kind, located.record, tuple(mentions[located.record.id]))
        for kind, all_of_kind in corpus.entries.items()
        for located in all_of_kind
    }
    records = {kind: tuple(x.record for x in found) for kind, found in corpus.lists.items()}
    resolution = corpus.resolution.record
    return Edition(
        resolution=resolution,
        units=MappingProxyType(units),
        entries=MappingProxyType(entries),
        sources=MappingProxyType({s.id: s for s in records["sources"]}),
        emendations=records["emendations"],
        timeline=records["timeline"],
        openings=records["openings"],
        absent=records["absent"],
        not_established=records["not-established"],
        changes=records["changes"],
        redirects=records["redirects"],
        mark=f"{resolution.version}-{_data_checksum(corpus)}",
    )


def _view(kind: str, record: Entry, mentions: tuple[Mention, ...]) -> EntryView:
    paragraphs = tuple(dict.fromkeys(m.unit for m in mentions))
    return EntryView(record, kind, f"/{kind}/{record.id}/", mentions, paragraphs)


def _data_checksum(corpus: Corpus) -> str:
    # The order of a list is part of what it says; the order of files is none.
    files: Iterator[Located[Any]] = chain(
        [corpus.resolution], corpus.paragraphs, *corpus.entries.values()
    )
    dumped = sorted(x.record.model_dump_json() for x in files)
    dumped += (x.record.model_dump_json() for x in chain(*corpus.lists.values()))
    joined = "\n".join(dumped)
    return hashlib.sha256(joined.encode()).hexdigest()[:8]


class _Resolver:
    def __init__(self, corpus: Corpus) -> None:
        self.corpus = corpus
        self.symbol = corpus.resolution.record.symbol
        names: dict[str, str] = {}
        for kind in ("capabilities", "references", "bodies"):
            for located in corpus.entries[kind]:
                names |= dict.fromkeys(located.record.names, located.record.id)
        self.finder = NameFinder(names)
        self.footnotes = {f.number: f.text for f in corpus.resolution.record.footnotes}

    def units(self) -> Iterator[Unit]:
        """Paragraphs in document order, the points of one after it."""
        for located in self.corpus.paragraphs:
            paragraph = located.record
            points = tuple(f"{paragraph.id}-{point.letter}" for point in paragraph.points)
            yield self.unit(paragraph, paragraph.id, paragraph.opening, points)
            for point, unit_id in zip(paragraph.points, points, strict=True):
                yield self.unit(point, unit_id)

    def unit(
        self, record: model.Provision, unit_id: str, opening: str = "", points: tuple[str, ...] = ()
    ) -> Unit:
        text, calls = plain_text(record.text)
        mentions = list(self.mentions(record, unit_id, text))
        for _, n in calls:
            mentions += [
                Mention(str(f.key), unit_id, f.start, f.end, n)
                for f in self.finder.find(self.footnotes[n])
            ]
        letters = getattr(record, "inline", ())
        spelled = UnitId.parse(unit_id)
        return Unit(
            spelled.operative,
            spelled.place,
            spelled.letter,
            opening=opening,
            text=text,
            calls=calls,
            inline=tuple((text.index(f" ({letter}) ") + 1, letter) for letter in letters),
            points=points,
            citation=f"{self.symbol}, {spelled.pinpoint}",
            record=record,
            mentions=tuple(mentions),
            phrases=tuple(self.phrases(unit_id, text)),
        )

    def mentions(self, record: model.Provision, unit_id: str, text: str) -> Iterator[Mention]:
        overrule = [Found(rule.to, *occurrences(rule.on, text)[0]) for rule in record.overrule]
        for found in self.finder.find(text, overrule):
            yield Mention(str(found.key), unit_id, found.start, found.end)

    def phrases(self, unit_id: str, text: str) -> list[Mention]:
        spans = {
            (*span, located.record.id)
            for located in self.corpus.entries["phrases"]
            for name in located.record.names
            for span in occurrences(name, text)
        }
        return [Mention(entry, unit_id, start, end) for start, end, entry in sorted(spans)]
