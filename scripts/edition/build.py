"""The whole flow on one screen: load -> check -> resolve -> render."""

from dataclasses import replace
from pathlib import Path

from .assets import render_assets
from .cards import render_cards
from .edition import Edition
from .exports import render_exports
from .handout import render_papers
from .load import folder_name, load_corpus
from .lookup import render_lookup
from .output import Output
from .problems import DataError
from .published import check_published, check_redirects
from .redirects import render_redirects
from .render import render_site
from .resolve import resolve_edition
from .rules import check_corpus


def build_edition(data: Path, site: str = "") -> Edition:
    """The resolved edition of a data folder; paper names the address `site`, if there is one.

    Raises DataError with every problem found.
    """
    corpus = load_corpus(data)
    check_corpus(corpus)
    edition = replace(resolve_edition(corpus), site=site.rstrip("/"))
    problems = [
        *check_redirects(edition, corpus.lists["redirects"]),
        *check_published(edition, corpus.addresses, folder_name(data)),
    ]
    if problems:
        raise DataError(problems)
    return edition


def build_outputs(data: Path, site: str = "") -> tuple[Edition, list[Output]]:
    """The edition of a data folder, as `build_edition` gives it, and every file made from it."""
    edition = build_edition(data, site)
    return edition, [
        *render_site(edition),
        *render_redirects(edition),
        *render_exports(edition),
        *render_papers(edition),
        *render_cards(edition),
        render_lookup(edition),
        *render_assets(edition),
    ]
