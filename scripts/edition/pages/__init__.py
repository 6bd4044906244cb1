"""Which pages there are: a module a kind of page, each with `pages(edition)`; listed here."""

from functools import lru_cache

from ..edition import Edition
from . import actors, data, entries, front, handout, paragraphs, service, tables, timeline
from .page import Page

_KINDS = (front, paragraphs, entries, actors, tables, timeline, service, data, handout)

__all__ = ["Page", "site_pages"]


@lru_cache(maxsize=1)
def site_pages(edition: Edition) -> tuple[Page, ...]:
    """Every page of the site before it is rendered."""
    return tuple(page for kind in _KINDS for page in kind.pages(edition))
