"""Edition -> the page tree. Templates hold words and markup, pages/ say which page shows what."""

from __future__ import annotations

import json
import re
from functools import partial
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from .citations import of_unit
from .edition import Edition, Unit
from .links import relative
from .marks import note_letter
from .markup import text_html
from .output import Output
from .pages import PAGES, Page
from .pages.metadata import coins, head
from .prose import curly
from .received import long_date

_TEMPLATES = Path(__file__).parent / "templates"


def render_site(edition: Edition) -> list[Output]:
    """Every page of the site as Markdown for the site's engine, ready to be written."""
    environment = _environment()
    pages = [page for module in PAGES for page in module.pages(edition)]
    return [_output(environment, edition, page) for page in pages]


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(_TEMPLATES),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["day"] = long_date
    environment.filters["md"] = plain_heading
    environment.filters["prose"] = curly
    environment.filters["without"] = without
    environment.filters["note_letter"] = note_letter
    return environment


def plain_heading(text: str) -> str:
    """Text for a Markdown heading: whatever might be markup becomes a character reference."""
    return re.sub(r"[^\w ,.;:()/'’–-]", lambda m: f"&#{ord(m.group())};", text).replace(
        "_", "&#95;"
    )


def without(summary: str, opening: str) -> str:
    """A summary without the opening words that stand before it already."""
    return summary.removeprefix(f"{opening} ")


def _output(environment: Environment, edition: Edition, page: Page) -> Output:
    make = partial(_markdown, environment, edition, page)
    return Output(page.path, make if page.slow else make(), page.edit, page.slow)


def _markdown(environment: Environment, edition: Edition, page: Page) -> str:
    link = partial(relative, page.address)
    # The theme writes title, description and tags as they are.
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "head": head(edition, page, link),
    }
    if page.search:
        meta["tags"] = [escape(words) for words in page.search]
    if page.hide:
        meta["hide"] = list(page.hide)
    if page.boost:
        meta["search"] = {"boost": page.boost}
    if not page.searched:
        meta["search"] = {"exclude": True}

    def text(unit: Unit, notes: bool = True) -> str:
        return text_html(edition, unit, link, notes)

    body = environment.get_template(page.template).render(
        edition=edition,
        page=page,
        link=link,
        text=text,
        coins=lambda unit: coins(of_unit(edition, unit)),
        **page.values,
    )
    sources = [edition.sources[s] for s in dict.fromkeys(page.sources)]
    body += environment.get_template("_foot.html").render(
        edition=edition, link=link, sources=sources
    )
    front = json.dumps(meta, ensure_ascii=False, sort_keys=True)  # JSON is YAML, and quick to write
    return f"---\n{front}\n---\n\n{body}"
