"""One page a paragraph, and one a point."""

from collections.abc import Iterator

from ..citations import of_unit, styles
from ..edition import Edition, EntryView, Unit
from ..lookup import spoken
from ..quotation import Quoted, quotations
from .page import Page

_NAMED = (("capabilities", "Capabilities"), ("references", "Documents"), ("bodies", "Bodies"))


def pages(edition: Edition) -> Iterator[Page]:
    units = list(edition.units.values())
    for i, unit in enumerate(units):
        points = [edition.units[p] for p in unit.points]
        values = {
            "unit": unit,
            "points": points,
            "styles": styles(of_unit(edition, unit), edition),
            "place": _place(edition, unit),
            "opening": edition.opening_of(unit),
            "opened": edition.units[unit.parent or unit.id].opening,
            "rows": [(u, action) for u in (unit, *points) for action in u.record.actions],
            "named": list(_named(edition, unit)),
            "elsewhere": list(_elsewhere(edition, unit)),
            "emendations": [e for e in edition.emendations if unit.id in e.at],
            "before": units[i - 1] if i else None,
            "after": units[i + 1] if i + 1 < len(units) else None,
        }
        yield Page(
            unit.address,
            unit.label,
            "paragraph.md",
            f"{unit.citation}: {unit.record.summary}",
            values,
            search=(*spoken(unit), *_footnotes(unit)),
            boost=12 if unit.parent else 8,  # a point before its paragraph
            edit=f"data/paragraphs/{unit.file}.yml",
            toc=False,
            sources=tuple(s for note in unit.record.notes for s in note.sources),
        )


def _place(edition: Edition, unit: Unit) -> str:
    """Where a unit stands in the whole: Paragraph 9 of 16."""
    if unit.parent:
        siblings = edition.units[unit.parent].points
        return f"Point ({unit.letter}) of {len(siblings)}"
    count = len(edition.top_level(unit.kind))
    return f"{unit.label}{'' if unit.kind == 'operative' else ', one'} of {count}"


def _named(edition: Edition, unit: Unit) -> Iterator[tuple[str, list[EntryView]]]:
    for kind, title in _NAMED:
        yield title, list(edition.named_in(unit, kind))
    yield "Themes", [edition.entries[i] for i in unit.record.themes]
    phrases = dict.fromkeys(m.entry for m in unit.phrases)
    yield "Phrases", [edition.entries[i] for i in phrases]


def _elsewhere(edition: Edition, unit: Unit) -> Iterator[tuple[EntryView, list[Quoted]]]:
    """Linked entries that the unit names, with what the other units that name them say."""
    for entry in dict.fromkeys(m.entry for m in unit.mentions):
        view = edition.entries[entry]
        others = list(quotations(edition, view, besides=unit.id))
        if view.linked and others:
            yield view, others


def _footnotes(unit: Unit) -> list[str]:
    """What people type for the footnotes that a unit calls."""
    return [f"{word} {number}" for word in ("footnote", "fn") for number in unit.footnotes]
