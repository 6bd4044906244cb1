"""What the printed pages show, as plain values: a template never reads anything else."""

from __future__ import annotations

from typing import Any

from ..dates import long_date
from ..edition import Edition, EntryView, Unit
from ..entries import Capability, claims
from ..marks import Call, NoteCall, Part, Words, tokens
from ..prose import curly


def content(edition: Edition) -> dict[str, Any]:
    """Everything that any of the templates prints."""
    r = edition.resolution
    return {
        "symbol": r.symbol,
        "title": r.title,
        "organ": f"{r.organization} {r.organ}",
        "particulars": [
            f"Distr.: {r.distribution}",
            long_date(r.date),
            f"Original: {r.language}",
            r.session,
            f"Agenda item {r.agenda_item}: {r.agenda_title}",
        ],
        "sponsors": f"{', '.join(r.sponsors[:-1])} and {r.sponsors[-1]}: draft resolution",
        "enacting": r.enacting,
        "status": (
            f"Unofficial edition of a draft; cite the official document. The draft was "
            f"{r.adoption.manner} as {r.adoption.symbol} on {long_date(r.adoption.date)}; "
            "the adopted text was not compared with it."
        ),
        "official": r.official,
        "mark": edition.mark,
        "as_of": long_date(r.as_of),
        "units": [_unit(edition, unit) for unit in edition.units.values()],
        "rows": [_row(edition, unit) for unit in edition.top_level("operative")],
        "capabilities": [
            {**_entry(edition, entry), "brief": _brief(entry)}
            for entry in edition.of_kind("capabilities")
        ],
        "references": [_entry(edition, entry) for entry in edition.of_kind("references")],
        "bodies": [_entry(edition, entry) for entry in edition.of_kind("bodies")],
        "themes": [_entry(edition, entry) for entry in edition.of_kind("themes")],
        "phrases": [_entry(edition, entry) for entry in edition.of_kind("phrases")],
        "emendations": [_emendation(edition, e) for e in edition.emendations],
        "sources": [
            {
                "id": s.id,
                "text": f"{s.title}. {s.publisher}, {_when(s.date)}; "
                f"consulted {_when(s.consulted)}.",
                "address": s.address,
            }
            for s in sorted(edition.sources.values(), key=lambda s: (s.publisher, s.title))
        ],
        "not_established": [curly(x.statement) for x in edition.not_established],
    }


def _when(date: str) -> str:
    return date if date == "undated" else long_date(date)


def _unit(edition: Edition, unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "kind": unit.kind,
        "number": unit.id[-1] if unit.parent else unit.number,
        "label": unit.label,
        "short": unit.short,
        "address": unit.address,
        "summary": curly(unit.record.summary),
        "runs": [run for token in tokens(edition, unit) if (run := _run(edition, token))],
        "note_start": unit.id.replace("op", "").replace("-", ""),
        "actions": [_action(edition, a) for a in unit.record.actions],
    }


def _run(edition: Edition, token: object) -> dict[str, Any] | None:
    match token:
        case Words(text, opening, mention):
            entry = edition.entries[mention.entry] if mention else None
            return {
                "words": text,
                "opening": opening,
                "entry": entry.id if entry else None,
                "address": entry.address if entry else None,
            }
        case Call(number):
            return {"call": number, "words": edition.footnote(number).text}
        case NoteCall(letter, note):
            sources = [edition.sources[s] for s in note.sources]
            listed = "; ".join(f"{s.publisher}, {_when(s.date)}" for s in sources)
            as_of = f" As of {_when(note.as_of)}." if note.as_of else ""
            return {
                "note": letter,
                "voice": note.voice,
                "words": f"{curly(note.text)}{as_of}{f' Source: {listed}.' if listed else ''}",
            }
        case Part():
            return None
    raise TypeError(token)


def _action(edition: Edition, action: Any) -> dict[str, Any]:
    def short(ids: list[str]) -> str:
        return ", ".join(edition.entries[i].short for i in ids)

    names = [i for i in (action.actor, *action.partners) if i]
    who = " and ".join(edition.entries[i].short for i in names[-2:])
    return {
        "who": (", ".join([*(edition.entries[i].short for i in names[:-2]), who]))
        or "no one named",
        "act": curly(action.act),
        "what": curly(action.what or ""),
        "purpose": curly(action.purpose or ""),
        "whom": edition.entries[action.addressee].short if action.addressee else "",
        "through": short(list(action.through)),
        "terms": "; ".join(f"“{c}”" for c in action.conditions),
    }


def _row(edition: Edition, unit: Unit) -> dict[str, Any]:
    """One operative paragraph for the table of the handout; its points belong to it."""
    units = [unit, *(edition.units[p] for p in unit.points)]
    acts = [_action(edition, a) for u in units for a in u.record.actions]
    conditions = dict.fromkeys(c for u in units for a in u.record.actions for c in a.conditions)
    through = dict.fromkeys(i for u in units for a in u.record.actions for i in a.through)
    return {
        "number": unit.number,
        "opening": unit.opening,
        "acts": acts,
        "terms": "; ".join(f"“{c}”" for c in conditions),
        "through": ", ".join(edition.entries[i].short for i in through),
    }


def _brief(entry: EntryView) -> str:
    assert isinstance(entry.record, Capability)
    return curly(entry.record.brief)


def _entry(edition: Edition, entry: EntryView) -> dict[str, Any]:
    record = entry.record
    return {
        "id": entry.id,
        "name": record.name,
        "acronym": getattr(record, "acronym", None) or "",
        "symbol": getattr(record, "symbol", None) or "",
        "description": curly(record.description),
        "why": curly(getattr(record, "why", None) or getattr(record, "part", None) or ""),
        "background": [curly(claim.text) for _, _, claim in claims(record)],
        "where": ", ".join(edition.units[u].short for u in entry.paragraphs),
        "address": entry.address,
    }


def _emendation(edition: Edition, emendation: Any) -> dict[str, str]:
    units = [edition.units[i] for i in emendation.at if i in edition.units]
    where = ", ".join(u.short for u in units) or ", ".join(emendation.at)
    return {"where": where, "category": emendation.category, "note": curly(emendation.note)}
