"""Files that pages need: the plain text for the quotation check, the feed of changes."""

import json
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from .edition import Edition, Unit
from .output import Output
from .templates import environment


def render_assets(edition: Edition) -> Iterator[Output]:
    yield Output("assets/text.json", _text(edition))
    yield Output("changes/feed.xml", _feed(edition), "data/changes.yml")


def _text(edition: Edition) -> str:
    """Every text in its order; what a quotation may leave out, a number or a call, in braces."""
    r = edition.resolution
    texts = [
        ("Title", "title", "/resolution/", r.title),
        ("Enacting words", "enacting words", "/resolution/#preamble", r.enacting),
        *((u.label, u.pinpoint, u.address, _called(u)) for u in edition.units.values()),
        *(
            (f"Footnote {f.number}", f"footnote {f.number}", f"/resolution/#fn{f.number}", f.text)
            for f in r.footnotes
        ),
    ]
    names = ("label", "place", "address", "text")
    return json.dumps([dict(zip(names, t, strict=True)) for t in texts], ensure_ascii=False) + "\n"


def _called(unit: Unit) -> str:
    text = unit.text
    for offset, number in reversed(unit.calls):
        text = f"{text[:offset]}{{{number}}}{text[offset:]}"
    if unit.kind == "preambular":
        return text
    return f"{{({unit.letter})}} {text}" if unit.letter else f"{{{unit.place}.}} {text}"


def _feed(edition: Edition) -> str:
    """Atom; ids come from what was changed, so that the site's address may change."""
    template = environment().get_template("feed.xml")
    return template.render(edition=edition, urn=_urn) + "\n"


def _urn(words: str) -> str:
    return uuid5(NAMESPACE_URL, words).urn
