"""What stands in a unit's text, and where: one stream from which HTML, XML and PDF are made."""

from collections.abc import Iterator
from dataclasses import dataclass

from .edition import Edition, Mention, Unit
from .model import Note


@dataclass(frozen=True)
class Words:
    """A run of the text: opening words, a linked mention, or neither."""

    text: str
    opening: bool = False
    mention: Mention | None = None


@dataclass(frozen=True)
class Part:
    """The place where a part run into the text, (a), begins."""

    letter: str


@dataclass(frozen=True)
class Call:
    """The place where a footnote is called."""

    number: int


@dataclass(frozen=True)
class NoteCall:
    """The place after the words that a note of the editors is on."""

    letter: str
    note: Note


Token = Words | Part | Call | NoteCall


def tokens(edition: Edition, unit: Unit, every: bool = False) -> Iterator[Token]:
    """The unit's text in reading order; the words of all `Words` together are the text.

    `every` mention is marked, or only those of entries that are linked.
    """
    named = [m for m in unit.mentions if m.footnote is None]
    links = [m for m in named if every or edition.entries[m.entry].linked]
    places: list[tuple[int, Token]] = [(offset, Part(letter)) for offset, letter in unit.inline]
    places += [(offset, Call(number)) for offset, number in unit.calls]
    for index, note in enumerate(unit.record.notes, 1):
        end = unit.text.index(note.on) + len(note.on)
        after = next((m.end for m in links if m.start < end < m.end), end)
        places.append((after, NoteCall(note_letter(index), note)))
    places.sort(key=lambda place: place[0])
    cuts = {0, len(unit.opening), len(unit.text), *(offset for offset, _ in places)}
    cuts |= {offset for m in links for offset in (m.start, m.end)}
    ordered = sorted(cuts)
    for start, end in zip(ordered, [*ordered[1:], len(unit.text)], strict=True):
        yield from (token for offset, token in places if offset == start)
        if start < end:
            # A name may be cut where a footnote or a note is called: each piece of it is marked.
            mention = next((m for m in links if m.start <= start < m.end), None)
            yield Words(unit.text[start:end], end <= len(unit.opening), mention)


def note_letter(index: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    index, rest = divmod(index - 1, 26)
    return (note_letter(index) if index else "") + "abcdefghijklmnopqrstuvwxyz"[rest]
