"""Which pages there are: a module a kind of page, each with `pages(edition)`; listed here."""

from . import actors, data, entries, front, handout, paragraphs, service, tables, timeline
from .page import Page

PAGES = (front, paragraphs, entries, actors, tables, timeline, service, data, handout)

__all__ = ["PAGES", "Page"]
