"""Which pages there are: a module a kind of page, each with `pages(edition)`; listed here."""

from . import actors, entries, front, paragraphs, tables
from .page import Page

PAGES = (front, paragraphs, entries, actors, tables)

__all__ = ["PAGES", "Page"]
