"""assets/lookup.json: what readers type or point at, and where it leads; the browser reads it."""

import json
import re
from collections.abc import Iterator
from unicodedata import normalize

from .edition import Edition, EntryView, Unit
from .output import Output

PATH = "assets/lookup.json"


def render_lookup(edition: Edition) -> Output:
    """Keys (letters and digits only, lower case) -> place; a place: address, title, text, where."""
    places: dict[str, tuple[str, str, str, str]] = {}
    keys: dict[str, str] = {}
    for place, typed in _places(edition):
        places[place[0]] = place
        for words in typed:
            keys.setdefault(key(words), place[0])
    keys.pop("", None)
    order = {address: index for index, address in enumerate(places)}
    whole = {"keys": {k: order[a] for k, a in keys.items()}, "places": list(places.values())}
    content = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
    return Output(PATH, content + "\n")


def key(words: str) -> str:
    """What is compared: A/RES/73/187 and "a res 73-187" are one."""
    return re.sub(r"[^a-z0-9]", "", normalize("NFKD", words).lower())


_Place = tuple[tuple[str, str, str, str], list[str]]


def _places(edition: Edition) -> Iterator[_Place]:
    for unit in edition.units.values():
        yield (unit.address, unit.label, unit.record.summary, ""), spoken(unit)
        for _, letter in unit.inline:
            typed = [f"{start}{unit.number}{letter}" for start in _STARTS[unit.kind]]
            label = f"{unit.label} ({letter})"
            yield (f"{unit.address}#{unit.id}-{letter}", label, unit.record.summary, ""), typed
    for footnote in edition.resolution.footnotes:
        typed = [f"{start}{footnote.number}" for start in ("fn", "footnote", "note")]
        label = f"Footnote {footnote.number}"
        yield (f"/resolution/#fn{footnote.number}", label, footnote.text, ""), typed
    entries = list(edition.entries.values())
    for entry in entries:
        yield _entry(edition, entry, names(entry))
    # Everyday words come last: a name is never overruled by another entry's.
    for entry in entries:
        yield _entry(edition, entry, list(getattr(entry.record, "search", ())))


def _entry(edition: Edition, entry: EntryView, typed: list[str]) -> _Place:
    shown = [edition.units[u].short for u in entry.paragraphs]
    where = f"Named in {', '.join(shown)}" if shown else ""
    return (entry.address, entry.record.name, entry.record.description, where), typed


_STARTS = {
    "preambular": ("pp", "preambular", "preambularparagraph"),
    "operative": ("op", "", "para", "paragraph", "operative", "operativeparagraph"),
    "subparagraph": ("op", "", "para", "paragraph", "subparagraph"),
}


def spoken(unit: Unit) -> list[str]:
    """What people type or say for a unit: OP13b, 13 (b), para. 13 (b), its label, its citation."""
    bare = unit.number.replace("(", "").replace(")", "")
    numbers = dict.fromkeys((unit.number, bare, bare.replace(" ", "")))
    typed = [f"{start} {number}".strip() for start in _STARTS[unit.kind] for number in numbers]
    # The search takes words apart at spaces: it must know what is typed without.
    joined = [unit.id.replace("-", ""), unit.number.replace(" ", "")]
    return [*dict.fromkeys([*typed, *joined]), unit.label, unit.citation]


def names(entry: EntryView) -> list[str]:
    """What an entry is called: id, name, acronym, symbol and the names in the text."""
    record = entry.record
    extra = [getattr(record, key, None) for key in ("acronym", "symbol", "present_name", "title")]
    return [entry.id, record.name, *(x for x in extra if x), *getattr(record, "names", ())]
