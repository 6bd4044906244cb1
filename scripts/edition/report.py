"""What the editors' layer covers: notes, sources, the age of claims, missing addresses."""

from collections import Counter
from collections.abc import Iterator

from .edition import Edition
from .entries import claims

MAX_MONTHS = 24


def report(edition: Edition) -> Iterator[str]:
    """The report line by line; ages are counted in months up to the day of the data."""
    yield from _notes(edition)
    yield from _sources(edition)
    yield from _ages(edition)
    yield from _addresses(edition)


def _notes(edition: Edition) -> Iterator[str]:
    for kind in ("preambular", "operative", "subparagraph"):
        units = edition.top_level(kind)
        voices = Counter(note.voice for unit in units for note in unit.record.notes)
        bare = [unit.id for unit in units if not unit.record.notes]
        yield (
            f"{kind}: {len(units)} units, {voices['text']} notes from the text, "
            f"{voices['background']} of background; without a note: {', '.join(bare) or 'none'}"
        )


def _sources(edition: Edition) -> Iterator[str]:
    kinds = Counter(source.kind for source in edition.sources.values())
    listed = ", ".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
    yield f"sources: {len(edition.sources)} ({listed})"


def _ages(edition: Edition) -> Iterator[str]:
    found = list(_dated_claims(edition))
    ages = Counter(min(months // 12, 5) for _, months, _ in found if months is not None)
    undated = sum(months is None for _, months, _ in found)
    by_year = ", ".join(f"{'5 or more' if y == 5 else y}: {n}" for y, n in sorted(ages.items()))
    yield f"claims: {len(found)}; by age in years: {by_year}; from undated sources: {undated}"
    old: dict[str, list[str]] = {}
    for place, months, sources in found:
        if months is not None and months > MAX_MONTHS:
            for source in sources:
                old.setdefault(source, []).append(place)
    for source, places in sorted(old.items()):
        where = ", ".join(dict.fromkeys(places))
        yield f"warning: facts of '{source}' are older than {MAX_MONTHS} months: {where}"


def _dated_claims(edition: Edition) -> Iterator[tuple[str, int | None, tuple[str, ...]]]:
    """Each background claim and note: where, its age in months if dated, its sources."""
    for unit in edition.units.values():
        for note in unit.record.notes:
            if note.voice == "background":
                yield unit.id, _age(edition, note.as_of, note.sources), note.sources
    for entry in edition.entries.values():
        for _, _, claim in claims(entry.record):
            yield entry.id, _age(edition, claim.as_of, claim.sources), claim.sources


def _age(edition: Edition, as_of: str | None, sources: tuple[str, ...]) -> int | None:
    dates = [edition.sources[s].date for s in sources]
    day = as_of or max((d for d in dates if d != "undated"), default=None)
    return None if day is None else _months(edition.resolution.as_of) - _months(day)


def _months(day: str) -> int:
    year, *rest = day.split("-")
    return int(year) * 12 + (int(rest[0]) if rest else 6)


def _addresses(edition: Edition) -> Iterator[str]:
    kinds = ("capabilities", "references", "bodies")
    for view in (view for kind in kinds for view in edition.of_kind(kind)):
        if edition.official_address(view) is None:
            yield f"no official address: {view.kind}/{view.id}"
