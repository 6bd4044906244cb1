"""The records of things that have a page of their own: what the text names, and how it speaks."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from pydantic import Field

from .model import Address, Brief, Claim, Date, Record, Slug, Symbol, Text


class Entry(Record):
    """Anything that has a page of its own and names by which the text may call it."""

    id: Slug
    name: Text
    acronym: Text | None = None
    names: tuple[Text, ...]
    named: bool = True
    linked: bool = True
    description: Text
    sources: tuple[Slug, ...] = ()
    official: Address | None = None
    search: tuple[Text, ...] = ()
    related: tuple[Slug, ...] = ()


class CapabilityBackground(Record):
    purpose: tuple[Claim, ...] = ()
    holds: tuple[Claim, ...] = ()
    access: tuple[Claim, ...] = ()
    since: tuple[Claim, ...] = ()
    changes: tuple[Claim, ...] = ()


class Capability(Entry):
    """A database, system or other means that the text tells its readers to use."""

    kind: Literal[
        "database",
        "system",
        "notice",
        "analysis",
        "network",
        "body",
        "programme",
        "training",
        "product",
    ]
    present_name: Text | None = None
    brief: Brief
    background: CapabilityBackground = CapabilityBackground()


class ReferenceBackground(Record):
    about: tuple[Claim, ...] = ()
    adoption: tuple[Claim, ...] = ()
    followed: tuple[Claim, ...] = ()


class Reference(Entry):
    """A document that the text cites."""

    kind: Literal[
        "resolution",
        "decision",
        "report",
        "agreement",
        "instrument",
        "plan",
        "declaration",
        "conference",
        "constitution",
    ]
    symbol: Symbol | None = None
    title: Text | None = None
    date: Date | None = None
    body: Slug | None = None
    why: Text | None = None
    background: ReferenceBackground = ReferenceBackground()


class BodyBackground(Record):
    about: tuple[Claim, ...] = ()
    relations: tuple[Claim, ...] = ()
    changes: tuple[Claim, ...] = ()


class Body(Entry):
    """An organ, office, organization or group of States."""

    kind: Literal[
        "organ",
        "office",
        "department",
        "directorate",
        "entity",
        "programme",
        "group",
        "organization",
        "states",
        "union",
    ]
    part: Text | None = None
    background: BodyBackground = BodyBackground()


class Theme(Record):
    """A subject under which paragraphs are gathered."""

    id: Slug
    name: Text
    description: Text
    search: tuple[Text, ...] = ()


class Phrase(Record):
    """A safeguard, qualifier or formula; every occurrence of `names` is found by code."""

    id: Slug
    name: Text
    names: tuple[Text, ...] = Field(min_length=1)
    kind: Literal["safeguard", "qualifier", "formula"]
    description: Text


def claims(entry: Record) -> Iterator[tuple[str, int, Claim]]:
    """Every background claim of an entry with the heading it stands under and its place there."""
    background = getattr(entry, "background", None)
    for heading in type(background).model_fields if background else ():
        for index, claim in enumerate(getattr(background, heading)):
            yield heading, index, claim
