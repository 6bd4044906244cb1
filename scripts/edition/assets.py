"""Files that pages need: the plain text for the quotation check, the feed of changes."""

import json
from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from .edition import Edition
from .output import Output
from .templates import environment


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
    template = environment().get_template("feed.xml")
    return template.render(edition=edition, urn=_urn) + "\n"


def _urn(words: str) -> str:
    return uuid5(NAMESPACE_URL, words).urn
