"""What the printed pages show, as plain values: a template never reads anything else."""

from collections.abc import Iterable
from itertools import groupby
from operator import itemgetter
from textwrap import shorten
from typing import Any

from ..dates import long_date
from ..edition import Edition, EntryView, Unit
from ..entries import Capability, claims, kinds
from ..load import ENTRY_KINDS
from ..marks import Call, NoteCall, Part, Words, note_letter, tokens
from ..model import Emendation
from ..pages.entries import HEADINGS, plural
from ..prose import curly, listed
from .acts import abbreviations, action, row


def content(edition: Edition) -> dict[str, Any]:
    """Everything that any of the templates prints."""
    r = edition.resolution
    numbers = _source_numbers(edition)
    return {
        "symbol": r.symbol,
        "title": r.title,
        "organ": f"{r.organization} {r.organ}",
        "date": long_date(r.date),
        "particulars": [
            f"Distr.: {r.distribution}",
            long_date(r.date),
            f"Original: {r.language}",
            r.session,
            f"Agenda item {r.agenda_item}: {r.agenda_title}",
        ],
        "sponsors": f"{listed(r.sponsors)}: draft resolution",
        "enacting": r.enacting,
        "status": (
            f"Unofficial edition of a draft; cite the official document. The draft was "
            f"{r.adoption.manner} as {r.adoption.symbol} on {long_date(r.adoption.date)}; "
            "the adopted text was not compared with it."
        ),
        "official": r.official,
        "site": edition.site,
        "code": code(edition),
        "mark": edition.mark,
        "as_of": long_date(r.as_of),
        "units": [_unit(edition, unit, numbers) for unit in edition.units.values()],
        "groups": [{"kind": k, "title": plural(k)} for k in kinds(Capability)],
        "abbreviations": abbreviations(edition),
        "rows": [row(edition, unit) for unit in edition.top_level("operative")],
        **{k: [_entry(edition, e, numbers) for e in edition.of_kind(k)] for k in ENTRY_KINDS},
        "emendations": [_emendation(edition, e) for e in edition.emendations],
        "sources": [
            {
                "number": number,
                "text": f"{s.title}. {s.publisher}, {_when(s.date)}; "
                f"consulted {_when(s.consulted)}.",
                "address": s.address,
            }
            for s, number in ((edition.sources[i], n) for i, n in numbers.items())
        ],
        "not_established": [curly(x.statement) for x in edition.not_established],
    }


def code(edition: Edition) -> str:
    """Where the printed code leads: to the site, or to the official document without one."""
    return edition.site or edition.resolution.official


def _source_numbers(edition: Edition) -> dict[str, int]:
    ordered = sorted(edition.sources.values(), key=lambda s: (s.publisher, s.title, s.id))
    return {source.id: number for number, source in enumerate(ordered, 1)}


def _when(date: str) -> str:
    return date if date == "undated" else long_date(date)


def _unit(edition: Edition, unit: Unit, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "id": unit.id,
        "kind": unit.kind,
        "number": unit.letter or unit.number,
        "whole_number": unit.number,
        "short": unit.short,
        "address": unit.address,
        "opening": edition.units[unit.parent or unit.id].opening,
        "runs": [
            run
            for token in tokens(edition, unit, every=True)
            if (run := _run(edition, unit, token))
        ],
        "summary": curly(unit.record.summary),
        "notes": [
            {
                "letter": note_letter(index),
                "voice": note.voice,
                "text": curly(note.text),
                **_sourced(note.sources, note.as_of, numbers),
            }
            for index, note in enumerate(unit.record.notes, 1)
        ],
        "actions": [action(edition, a) for a in unit.record.actions],
    }


def _sourced(sources: Iterable[str], as_of: str | None, numbers: dict[str, int]) -> dict[str, Any]:
    return {
        "as_of": _when(as_of) if as_of else "",
        "sources": sorted(numbers[s] for s in dict.fromkeys(sources)),
    }


def _run(edition: Edition, unit: Unit, token: object) -> dict[str, Any] | None:
    match token:
        case Words(text, opening, mention):
            return {"words": text, "opening": opening, "entry": mention.entry if mention else None}
        case Call(number):
            cited = dict.fromkeys(m.entry for m in unit.mentions if m.footnote == number)
            return {"call": number, "words": edition.footnote(number).text, "cited": list(cited)}
        case NoteCall(letter):
            return {"note": letter}
        case Part():
            return None
    raise TypeError(token)


def _places(units: Iterable[Unit]) -> str:
    """The paragraphs that name something: pp2, pp9; para. 8 or paras. 8, 13 (a)."""
    found = list(units)
    preambular = [u.short for u in found if u.kind == "preambular"]
    others = [u.number.replace(" ", "\u00a0") for u in found if u.kind != "preambular"]
    word = "paras." if len(others) > 1 else "para."
    operative = [f"{word}\u00a0{', '.join(others)}"] if others else []
    return "; ".join([*filter(None, [", ".join(preambular)]), *operative])


def _entry(edition: Edition, entry: EntryView, numbers: dict[str, int]) -> dict[str, Any]:
    record = entry.record
    date, title, present = (getattr(record, k, None) for k in ("date", "title", "present_name"))
    particulars = [
        getattr(record, "symbol", None),
        title and f"“{curly(title)}”",
        date and long_date(date),
        present and f"Present name: {present}",
    ]
    return {
        "id": entry.id,
        "name": record.name,
        "kind": getattr(record, "kind", ""),
        "running": shorten(entry.short, 44, placeholder=" …"),
        "acronym": getattr(record, "acronym", None) or "",
        "symbol": getattr(record, "symbol", None) or "",
        "title": curly(title or ""),
        "brief": curly(getattr(record, "brief", "")),
        "particulars": [p for p in particulars if p],
        "description": {
            "text": curly(record.description),
            **_sourced(getattr(record, "sources", ()), None, numbers),
        },
        "why": curly(getattr(record, "why", None) or getattr(record, "part", None) or ""),
        "background": [
            {
                "heading": HEADINGS[heading],
                "claims": [
                    {"text": curly(c.text), **_sourced(c.sources, c.as_of, numbers)}
                    for _, _, c in found
                ],
            }
            for heading, found in groupby(claims(record), itemgetter(0))
        ],
        "where": [{"id": u, "short": edition.units[u].short} for u in entry.paragraphs],
        "places": _places(edition.units[u] for u in entry.paragraphs),
        "address": entry.address,
    }


def _emendation(edition: Edition, emendation: Emendation) -> dict[str, str]:
    units = [edition.units[i] for i in emendation.at if i in edition.units]
    where = _places(units) or ", ".join(emendation.at)
    return {"where": where, "category": emendation.category, "note": curly(emendation.note)}
