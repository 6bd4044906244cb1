"""edition.json: everything the edition says, fields as in the models."""

from __future__ import annotations

import json
from typing import Any

from ..edition import Edition, EntryView, Unit

PATH = "edition.json"
_KINDS = ("capabilities", "references", "bodies", "themes", "phrases")


def render(edition: Edition) -> str:
    """The whole edition as JSON: stable order, UTF-8, one trailing newline."""
    resolution = edition.resolution.model_dump(mode="json", exclude={"footnotes"})
    whole: dict[str, Any] = {
        "resolution": {**resolution, "mark": edition.mark},
        "paragraphs": [_paragraph(edition, unit) for unit in edition.units.values()],
        "footnotes": [f.model_dump(mode="json") for f in edition.resolution.footnotes],
    }
    for kind in _KINDS:
        whole[kind] = [_entry(entry) for entry in edition.of_kind(kind)]
    whole["sources"] = [s.model_dump(mode="json") for s in edition.sources.values()]
    whole["emendations"] = [e.model_dump(mode="json") for e in edition.emendations]
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _paragraph(edition: Edition, unit: Unit) -> dict[str, Any]:
    named = {kind: [e.id for e in edition.named_in(unit, kind)] for kind in _KINDS[:3]}
    return {
        "id": unit.id,
        "kind": unit.kind,
        "number": unit.number,
        "parent": unit.parent,
        "opening": unit.opening,
        "text": unit.text,
        "footnotes": list(unit.footnotes),
        "address": unit.address,
        **named,
        "themes": list(unit.record.themes),
        "phrases": list(dict.fromkeys(m.entry for m in unit.phrases)),
        "summary": unit.record.summary,
        "actions": [a.model_dump(mode="json") for a in unit.record.actions],
        "notes": [n.model_dump(mode="json") for n in unit.record.notes],
    }


def _entry(entry: EntryView) -> dict[str, Any]:
    own = entry.record.model_dump(mode="json")
    head = {"id": own.pop("id"), "name": own.pop("name"), "names": own.pop("names", [])}
    return {**head, "paragraphs": list(entry.paragraphs), "address": entry.address, **own}
