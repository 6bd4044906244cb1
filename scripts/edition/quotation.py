"""What the text says of an entry: the words around each mention, with the mention marked."""

from collections.abc import Iterator
from dataclasses import dataclass

from .edition import Edition, EntryView, Mention, Unit

WIDTH = 90


@dataclass(frozen=True)
class Quote:
    """Runs of words, each with whether it is the mention; `footnote` if it stands in one."""

    runs: tuple[tuple[str, bool], ...]
    footnote: int | None = None


Quoted = tuple[Unit, list[Quote]]


def quotations(edition: Edition, entry: EntryView, besides: str | None = None) -> Iterator[Quoted]:
    """Every unit that names the entry, with its quotations; a theme's units have none.

    The unit with the id `besides` is left out. A phrase is quoted with the whole sentence, which
    in a resolution is the paragraph.
    """
    for unit_id in entry.paragraphs:
        if unit_id == besides:
            continue
        unit = edition.units[unit_id]
        mentions = [m for m in entry.mentions if m.unit == unit_id]
        if entry.kind == "themes":
            yield unit, []
        elif entry.kind == "phrases":
            yield unit, [Quote(tuple(_whole(unit.text, mentions)))]
        else:
            yield unit, [_around(edition, mention) for mention in mentions]


def _whole(text: str, mentions: list[Mention]) -> Iterator[tuple[str, bool]]:
    at = 0
    for mention in mentions:
        if mention.start >= at:
            yield text[at : mention.start], False
            yield text[mention.start : mention.end], True
            at = mention.end
    yield text[at:], False


def _around(edition: Edition, mention: Mention) -> Quote:
    unit = edition.units[mention.unit]
    text = unit.text if mention.footnote is None else edition.footnote(mention.footnote).text
    first, last = max(mention.start - WIDTH, 0), min(mention.end + WIDTH, len(text))
    if first:
        first = text.find(" ", first, mention.start) + 1 or mention.start
    if last < len(text):
        last = max(text.rfind(" ", mention.end, last), mention.end)
    # A no-break space keeps an ellipsis on the line of the words beside it.
    before = ("…\u00a0" if first else "") + text[first : mention.start]
    after = text[mention.end : last] + ("\u00a0…" if last < len(text) else "")
    runs = ((before, False), (text[mention.start : mention.end], True), (after, False))
    return Quote(runs, mention.footnote)
