"""The records of things that have a page of their own: what the text names, and how it speaks."""

from collections.abc import Iterator
from typing import Literal, get_args

from pydantic import Field

from .forms import Address, Brief, Date, Slug, Symbol, Text
from .model import Claim, Record


class Entry(Record):
    """Anything that has a page of its own and names by which the text may call it."""

    id: Slug = Field(description="also the file's name and the last part of the address; it stays")
    name: Text = Field(description="the heading of the page")
    acronym: Text | None = Field(None, description="in capitals, as it is used")
    names: tuple[Text, ...] = Field(
        description="every way in which the text writes it, word for word"
    )
    named: bool = Field(True, description="false if the text does not name it")
    linked: bool = Field(True, description="false to leave its names in the text unlinked")
    description: Text = Field(description="one or two sentences that say what it is")
    sources: tuple[Slug, ...] = Field(
        (), description="ids in sources.yml on which the description rests"
    )
    official: Address | None = Field(None, description="its official page")
    search: tuple[Text, ...] = Field((), description="other words under which readers look for it")
    related: tuple[Slug, ...] = Field((), description="ids of other entries to look at")


class CapabilityBackground(Record):
    purpose: tuple[Claim, ...] = Field((), description="what it is for")
    holds: tuple[Claim, ...] = Field((), description="what is in it")
    access: tuple[Claim, ...] = Field((), description="who may use it, and how")
    since: tuple[Claim, ...] = Field((), description="since when")
    changes: tuple[Claim, ...] = Field((), description="what has changed since the text was issued")


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
    ] = Field(description="what it is")
    present_name: Text | None = Field(None, description="its name today, if another")
    brief: Brief = Field(description="what it is in 75 characters")
    background: CapabilityBackground = Field(
        CapabilityBackground(), description="facts from elsewhere, under headings"
    )


class ReferenceBackground(Record):
    about: tuple[Claim, ...] = Field((), description="what the document says")
    adoption: tuple[Claim, ...] = Field((), description="how and when it came about")
    followed: tuple[Claim, ...] = Field((), description="what came after it")


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
    ] = Field(description="what it is")
    symbol: Symbol | None = Field(None, description="the United Nations' symbol, as A/RES/51/1")
    title: Text | None = Field(None, description="its full title")
    date: Date | None = Field(None, description="when it was adopted or issued")
    body: Slug | None = Field(None, description="id of the body that issued it")
    why: Text | None = Field(None, description="where and why the text cites it")
    background: ReferenceBackground = Field(
        ReferenceBackground(), description="facts from elsewhere, under headings"
    )


class BodyBackground(Record):
    about: tuple[Claim, ...] = Field((), description="what it is and does")
    relations: tuple[Claim, ...] = Field(
        (), description="its dealings with the others that the text names"
    )
    changes: tuple[Claim, ...] = Field((), description="what has changed since the text was issued")


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
    ] = Field(description="what it is")
    part: Text | None = Field(None, description="where the text names it, and what it is to do")
    background: BodyBackground = Field(
        BodyBackground(), description="facts from elsewhere, under headings"
    )


class Theme(Record):
    """A subject under which paragraphs are gathered."""

    id: Slug = Field(description="also the file's name and the last part of the address; it stays")
    name: Text = Field(description="the heading of the page")
    description: Text = Field(description="where the text treats of it")
    search: tuple[Text, ...] = Field((), description="other words under which readers look for it")


class Phrase(Record):
    """A safeguard, qualifier or formula; every occurrence of `names` is found by code."""

    id: Slug = Field(description="also the file's name and the last part of the address; it stays")
    name: Text = Field(description="the heading of the page")
    names: tuple[Text, ...] = Field(
        min_length=1, description="every way in which the text writes it, word for word"
    )
    kind: Literal["safeguard", "qualifier", "formula"] = Field(
        description="what it does to the sentence"
    )
    description: Text = Field(description="what it does, in one or two sentences")


def kinds(record: type[Record]) -> tuple[str, ...]:
    """What an entry may be, in the order in which its model names it; none for a theme."""
    field = record.model_fields.get("kind")
    return get_args(field.annotation) if field else ("",)


def claims(entry: Record) -> Iterator[tuple[str, int, Claim]]:
    """Every background claim of an entry with the heading it stands under and its place there."""
    background = getattr(entry, "background", None)
    for heading in type(background).model_fields if background else ():
        for index, claim in enumerate(getattr(background, heading)):
            yield heading, index, claim
