"""Files that pages need: the plain text for the quotation check, the feed of changes."""

import json
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree as xml

from .edition import Edition
from .output import Output

_ATOM = "http://www.w3.org/2005/Atom"


def render_assets(edition: Edition) -> Iterator[Output]:
    yield Output("assets/text.json", _text(edition))
    yield Output("changes/feed.xml", _feed(edition), "data/changes.yml")


def _text(edition: Edition) -> str:
    texts = [
        {"label": u.label, "citation": u.citation, "address": u.address, "text": u.text}
        for u in edition.units.values()
    ]
    return json.dumps(texts, ensure_ascii=False) + "\n"


def _feed(edition: Edition) -> str:
    """Atom; ids come from what was changed, so that the site's address may change."""
    symbol = edition.resolution.symbol
    days = [edition.resolution.date, *(change.date for change in edition.changes)]
    feed = xml.Element("feed", xmlns=_ATOM)
    _add(feed, "title", f"Changes in the unofficial edition of draft resolution {symbol}")
    _add(feed, "id", uuid5(NAMESPACE_URL, symbol).urn)
    _add(feed, "updated", f"{max(days)}T00:00:00Z")
    xml.SubElement(feed, "link", rel="alternate", href="./")
    _add(xml.SubElement(feed, "author"), "name", f"The editors of {symbol}, annotated")
    for number, change in zip(range(len(edition.changes), 0, -1), edition.changes, strict=True):
        entry = xml.SubElement(feed, "entry")
        _add(entry, "title", f"Version {change.version}, {change.date}")
        _add(entry, "id", uuid5(NAMESPACE_URL, f"{symbol} {change.date} {change.what}").urn)
        _add(entry, "updated", f"{change.date}T00:00:00Z")
        xml.SubElement(entry, "link", rel="alternate", href=f"./#change-{number}")
        _add(entry, "content", f"{change.what} Why: {change.why}")
    xml.indent(feed)
    return xml.tostring(feed, encoding="unicode", xml_declaration=True) + "\n"


def _add(parent: xml.Element, tag: str, text: str) -> None:
    xml.SubElement(parent, tag).text = text
