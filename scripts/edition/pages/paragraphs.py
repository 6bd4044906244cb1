"""One page a paragraph, and one a point."""

from __future__ import annotations

from collections.abc import Iterator

from ..edition import Edition, Unit
from .page import Page


def pages(edition: Edition) -> Iterator[Page]:
    units = list(edition.units.values())
    for i, unit in enumerate(units):
        before = units[i - 1] if i else None
        after = units[i + 1] if i + 1 < len(units) else None
        yield Page(
            unit.address,
            unit.label,
            "paragraph.md",
            f"{unit.citation}: {unit.record.summary}",
            {"unit": unit, "before": before, "after": after, "alike": _alike(edition, unit)},
            search=_spoken(unit),
            boost=2,
            edit=_file(unit),
        )


def _alike(edition: Edition, unit: Unit) -> list[tuple[str, list[Unit]]]:
    """Other units that name the same linked entries, entry by entry."""
    found = []
    for entry in dict.fromkeys(m.entry for m in unit.mentions):
        view = edition.entries[entry]
        others = [edition.units[u] for u in view.paragraphs if u != unit.id]
        if view.linked and others:
            found.append((entry, others))
    return found


def _file(unit: Unit) -> str:
    top = unit.parent or unit.id
    return f"data/paragraphs/{top[:2]}{int(top[2:]):02}.yml"


def _spoken(unit: Unit) -> tuple[str, ...]:
    """What people type or say for a unit: op13b, op 13 b, para. 13 (b)."""
    joined = unit.number.replace(" (", "").replace(")", "")
    if unit.kind == "preambular":
        return (f"pp{joined}", f"pp {joined}", f"preambular {joined}")
    spaced = unit.number.replace("(", "").replace(")", "")
    forms = (f"op{joined}", f"op {spaced}", f"para. {unit.number}", f"para {spaced}")
    return tuple(dict.fromkeys(forms))
