"""The picture that a shared link shows: one card a page, made anew only where it shows more."""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from functools import partial
from importlib.metadata import version
from pathlib import Path

from ..edition import Edition, EntryView, Unit
from ..output import Output
from ..pages import Page, site_pages
from ..prose import curly

_TEMPLATE = Path(__file__).parent / "card.typ"
_MOST = 240  # characters of running words


@dataclass(frozen=True)
class Card:
    """What a card shows, from top to bottom; `opening` is set in italics before `words`."""

    place: str
    title: str
    opening: str
    words: str
    foot: str

    @property
    def alt(self) -> str:
        """The card in words, for those who do not see it."""
        named = f"{self.title}. " if self.title else ""
        return f"{self.place}: {named}{self.opening}{self.words}"


def path(page: Page) -> str:
    """Where the card of a page stands in the page tree."""
    return f"assets/cards/{page.address.strip('/') or 'index'}.png"


def card(edition: Edition, page: Page) -> Card:
    """What the card of a page shows: the first words of a unit, or title and first sentence."""
    whole = f"draft resolution {edition.resolution.symbol}"
    foot = f"{edition.resolution.symbol}, annotated · unofficial edition"
    unit = page.values.get("unit")
    if isinstance(unit, Unit):
        words = _first(unit.text)[len(unit.opening) :]
        return Card(f"draft resolution {unit.citation}", "", unit.opening, words, foot)
    said = page.description
    if isinstance(page.values.get("entry"), EntryView):
        said = re.split(r"(?<=\.) (?=[A-Z])", said, maxsplit=1)[0]
    return Card(whole, _first(page.title), "", _first(curly(said)), foot)


def render_cards(edition: Edition) -> Iterator[Output]:
    """The card of every page, a PNG of 1200 × 630 pixels; set only when asked for."""
    made_with = [_TEMPLATE.read_text("utf-8"), version("typst"), version("pillow")]
    for page in site_pages(edition):
        shown = json.dumps(asdict(card(edition, page)), ensure_ascii=False, sort_keys=True)
        shows = "\n".join([shown, *made_with])
        yield Output(path(page), partial(_png, shown), page.edit, shows)


def _first(text: str) -> str:
    """The first words of a text, with dots where there is more."""
    return text if len(text) <= _MOST else text[:_MOST].rsplit(" ", 1)[0].rstrip(",;:") + " …"


def _png(shown: str) -> bytes:
    # Imported when a card is set: a check of the data, and most builds, set none.
    import typst

    from ..fonts import FONTS
    from ..picture import packed

    inputs = {"card": shown}
    return packed(
        typst.compile(str(_TEMPLATE), format="png", ppi=144.0, font_paths=FONTS, sys_inputs=inputs)
    )
