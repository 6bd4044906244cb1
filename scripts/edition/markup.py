"""The resolution's words as HTML: opening words, links, anchors of parts, footnote calls, notes."""

from html import escape

from .edition import Edition, Unit
from .links import Link
from .marks import Call, NoteCall, Part, Token, tokens


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
                called = f'<sup class="note-call" id="call-{unit.id}-{letter}">'
                return f"{called}{opened}{letter}</a></sup>"
        words = escape(token.text)
        if token.opening:
            words = f'<em class="opening">{words}</em>'
        if token.mention is None:
            return words
        view = edition.entries[token.mention.entry]
        return f'<a class="mention" data-kind="{view.kind}" href="{link(view.address)}">{words}</a>'

    return "".join(html(token) for token in tokens(edition, unit))
