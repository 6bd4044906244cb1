"""Akoma Ntoso 3.0 in the United Nations profile (AKN4UN guidelines, parts 1 to 3)."""

import re
from dataclasses import replace

from ..edition import Edition, EntryView, Unit
from ..entries import Reference
from ..marks import Part, Token, Words, tokens
from ..templates import environment

Parts = list[tuple[str, list[Token], Unit]]


def akoma_ntoso(edition: Edition) -> str:
    """The resolution as `statement`: every word of the edition, each link as a reference."""

    def stream(unit: Unit) -> list[Token]:
        return list(tokens(edition, unit, every=True))

    def split(unit: Unit) -> tuple[list[Token], Parts]:
        """What stands before the points of a unit, and each point: letter, tokens, its unit."""
        whole = stream(unit)
        if unit.points:
            points = [edition.units[point] for point in unit.points]
            return whole, [(point.letter, stream(point), point) for point in points]
        starts = [i for i, token in enumerate(whole) if isinstance(token, Part)]
        ends = [*starts[1:], len(whole)]
        cut = [whole[start:end] for start, end in zip(starts, ends, strict=True)]
        return whole[: starts[0]], [(*_run_in(part), unit) for part in cut]

    return (
        environment()
        .get_template("akoma_ntoso.xml")
        .render(
            edition=edition,
            tokens=stream,
            split=split,
            work_address=work_address,
            slug=lambda name: re.sub(r"\W+", "-", name.lower()),
            camel=lambda words: re.sub(r"\W+(\w)", lambda m: m[1].upper(), words.lower()),
        )
        + "\n"
    )


def _run_in(part: list[Token]) -> tuple[str, list[Token]]:
    """The letter of a part run into the sentence, and its tokens without that letter."""
    mark, *rest = part
    assert isinstance(mark, Part)
    left = len(f"({mark.letter}) ")
    kept: list[Token] = []
    for token in rest:
        if left and isinstance(token, Words):
            cut = min(left, len(token.text))
            left -= cut
            token = replace(token, text=token.text[cut:])
        kept.append(token)
    return mark.letter, kept


def work_address(entry: EntryView) -> str:
    """The AKN address of a cited document; without a symbol, by its kind, date and id."""
    record = entry.record
    assert isinstance(record, Reference)
    date = record.date or "undated"
    if record.kind in ("resolution", "decision"):
        organ = f"un-{'ecosoc' if (record.symbol or '').startswith('E/') else 'ga'}"
        written = record.symbol or (*record.names, record.id)[0].split()[-1]
        number = written.split("/RES/")[-1].replace("/", "-")
        return f"/akn/un/statement/deliberation/{organ}/{date}/{number}"
    number = record.symbol.replace("/", "-") if record.symbol else record.id
    return f"/akn/un/doc/{record.kind}/{date}/{number}"
