"""Edition -> the page tree. Templates hold words and markup, pages/ say which page shows what."""

import json
from functools import partial
from html import escape
from typing import Any

from jinja2 import Environment

from .citations import of_unit
from .edition import Edition, Unit
from .links import relative
from .markup import text_html
from .output import Output
from .pages import Page, site_pages
from .pages.metadata import coins, head
from .templates import environment


def render_site(edition: Edition) -> list[Output]:
    """Every page of the site as Markdown for the site's engine, ready to be written."""
    made = environment()
    return [_output(made, edition, page) for page in site_pages(edition)]


def _output(made: Environment, edition: Edition, page: Page) -> Output:
    return Output(page.path, partial(_markdown, made, edition, page), page.edit)


def _markdown(made: Environment, edition: Edition, page: Page) -> str:
    link = partial(relative, page.address)
    # The theme writes title, description and tags as they are.
    meta: dict[str, Any] = {
        "title": escape(page.title),
        "description": escape(page.description),
        "head": head(edition, page, link),
        # Tags are for the search: MkDocs shows them only where a plugin asks, others always.
        "hide": ["navigation", *([] if page.toc else ["toc"]), "tags"],
    }
    if page.search:
        meta["tags"] = [escape(words) for words in page.search]
    if page.boost:
        meta["search"] = {"boost": page.boost}
    if not page.searched:
        meta["search"] = {"exclude": True}

    def text(unit: Unit, notes: bool = True) -> str:
        return text_html(edition, unit, link, notes)

    body = made.get_template(page.template).render(
        edition=edition,
        page=page,
        link=link,
        text=text,
        coins=lambda unit: coins(of_unit(edition, unit)),
        **page.values,
    )
    sources = [edition.sources[s] for s in dict.fromkeys(page.sources)]
    body += made.get_template("_sources.html").render(edition=edition, sources=sources)
    # Not in the body: it names the edition mark, and any edit would change every body.
    meta["standing"] = made.get_template("_standing.html").render(edition=edition, page=page)
    front = json.dumps(meta, ensure_ascii=False, sort_keys=True)  # JSON is YAML, and quick to write
    return f"---\n{front}\n---\n\n{body}"
