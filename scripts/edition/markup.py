"""The resolution's words as HTML: opening words, links, anchors of parts, footnote calls, notes."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from .edition import Edition, Mention, Unit

Link = Callable[[str], str]


def text_html(
    edition: Edition, unit: Unit, link: Link, prefix: str = "", notes: bool = True
) -> str:
    """The text of a unit with its links; `link` makes an address relative to the page.

    `prefix` goes before the ids of footnote calls and notes, so that a page may hold many units.
    """
    spans = [m for m in unit.mentions if m.footnote is None and edition.entries[m.entry].linked]
    cuts: list[tuple[int, int, str]] = []
    if unit.opening:
        cuts += [(0, 2, '<em class="opening">'), (len(unit.opening), 0, "</em>")]
    for mention in spans:
        view = edition.entries[mention.entry]
        opened = f'<a class="mention" data-kind="{view.kind}" href="{link(view.address)}">'
        cuts += [(mention.start, 2, opened), (mention.end, 0, "</a>")]
    for offset, letter in unit.inline:
        cuts.append(
            (
                offset,
                1,
                f'<span id="{unit.id}-{letter}" '
                f'data-eid="{unit.eid}__list_1__point_{letter}"></span>',
            )
        )
    for offset, number in unit.calls:
        call = (
            f'<sup class="fn" id="{prefix}fnref{number}"><a href="#{prefix}fn{number}" '
            f'aria-label="Footnote {number}">{number}</a></sup>'
        )
        cuts.append((offset, 1, call))
    for index, note in enumerate(unit.record.notes if notes else (), 1):
        end = unit.text.index(note.on) + len(note.on)
        mark = note_letter(index)
        call = (
            f'<sup class="note-call"><a href="#{prefix}note-{unit.id}-{mark}" '
            f'aria-label="Note {mark}">{mark}</a></sup>'
        )
        inside = next((m.end for m in spans if m.start < end < m.end), end)
        cuts.append((inside, 1, call))
    return _join(unit.text, sorted(cuts, key=lambda c: c[:2]))


def note_letter(index: int) -> str:
    """1 -> a, 26 -> z, 27 -> aa."""
    index, rest = divmod(index - 1, 26)
    return (note_letter(index) if index else "") + "abcdefghijklmnopqrstuvwxyz"[rest]


def quotation(edition: Edition, mention: Mention, width: int = 90) -> tuple[str, str, str]:
    """The words around a mention: before, the words themselves, after; cut at spaces."""
    unit = edition.units[mention.unit]
    text = unit.text if mention.footnote is None else edition.footnote(mention.footnote).text
    first, last = max(mention.start - width, 0), min(mention.end + width, len(text))
    if first:
        first = (
            text.index(" ", first, mention.start) + 1
            if " " in text[first : mention.start]
            else mention.start
        )
    if last < len(text):
        last = (
            text.rindex(" ", mention.end, last) if " " in text[mention.end : last] else mention.end
        )
    before = ("… " if first else "") + text[first : mention.start]
    after = text[mention.end : last] + (" …" if last < len(text) else "")
    return before, text[mention.start : mention.end], after


def _join(text: str, cuts: list[tuple[int, int, str]]) -> str:
    pieces, position = [], 0
    for offset, _, markup in cuts:
        pieces += [escape(text[position:offset], quote=False), markup]
        position = offset
    return "".join([*pieces, escape(text[position:], quote=False)])
