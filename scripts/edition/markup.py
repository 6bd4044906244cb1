"""The resolution's words as HTML: opening words, links, anchors of parts, footnote calls, notes."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

from .edition import Edition, Mention, Unit
from .marks import Call, NoteCall, Part, Token, tokens

Link = Callable[[str], str]


def text_html(edition: Edition, unit: Unit, link: Link, notes: bool = True) -> str:
    """The text of a unit with its links; `link` makes an address relative to the page."""

    def html(token: Token) -> str:
        match token:
            case Part(letter):
                eid = f"{unit.eid}__list_1__point_{letter}"
                return f'<span id="{unit.id}-{letter}" data-eid="{eid}"></span>'
            case Call(number):
                opened = f'<a href="#fn{number}" aria-label="Footnote {number}">'
                return f'<sup class="fn" id="fnref{number}">{opened}{number}</a></sup>'
            case NoteCall(letter):
                if not notes:
                    return ""
                opened = f'<a href="#note-{unit.id}-{letter}" aria-label="Note {letter}">'
                return f'<sup class="note-call">{opened}{letter}</a></sup>'
        words = escape(token.text, quote=False)
        if token.opening:
            words = f'<em class="opening">{words}</em>'
        if token.mention is None:
            return words
        view = edition.entries[token.mention.entry]
        return f'<a class="mention" data-kind="{view.kind}" href="{link(view.address)}">{words}</a>'

    return "".join(html(token) for token in tokens(edition, unit))


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
