"""The records: what a data file may say. These models are the only schema."""

from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from .forms import (
    Address,
    Date,
    DateOrNone,
    Day,
    Letter,
    Passage,
    Path,
    Slug,
    Symbol,
    Text,
    UnitId,
    Voice,
    Work,
)


class Record(BaseModel):
    """Whatever is read from YAML: fixed once read, and nothing in it that is not described."""

    model_config = ConfigDict(frozen=True, extra="forbid", coerce_numbers_to_str=True)

    @field_validator("*")
    @classmethod
    def _nothing_twice(cls, value: object) -> object:
        if isinstance(value, tuple):
            seen: set[object] = set()
            for number, item in enumerate(value, 1):
                if item in seen:
                    raise PydanticCustomError("twice", f"has item {number} twice: remove it")
                seen.add(item)
        return value


class Claim(Record):
    """A background fact: always with a source, and with a date where it holds a figure."""

    text: Text = Field(description="the fact, in the editors' own words")
    sources: tuple[Slug, ...] = Field(min_length=1, description="ids in sources.yml")
    as_of: Date | None = Field(None, description="the day, month or year for which it holds")


class Note(Record):
    """An editors' note on words of a paragraph; `on` occurs in it exactly once."""

    on: Text = Field(description="the words noted, which occur once in the paragraph")
    voice: Voice = Field(
        description="text: the text itself supports it; background: it needs sources"
    )
    text: Text = Field(description="the note")
    sources: tuple[Slug, ...] = Field((), description="ids in sources.yml")
    as_of: Date | None = Field(None, description="the day, month or year for which it holds")


class Action(Record):
    """Who is to do what, for whom, through what; conditions are verbatim quotations.

    `actor` is left out where the text names no one; `partners` act together with the actor.
    `governed_by` quotes what governs the act, where the opening words alone do not tell it.
    """

    actor: Slug | None = None
    partners: tuple[Slug, ...] = ()
    governed_by: Text | None = None
    act: Text
    addressee: Slug | None = None
    what: Text | None = None
    purpose: Text | None = None
    through: tuple[Slug, ...] = ()
    conditions: tuple[Text, ...] = ()


class Overrule(Record):
    """A decision that the words `on` in this paragraph mean `to`, or (without `to`) nothing."""

    on: Text
    to: Slug | None = None


class Provision(Record):
    """What a paragraph and a point have in common."""

    text: Text
    summary: Text
    themes: tuple[Slug, ...] = Field(min_length=1)
    actions: tuple[Action, ...] = ()
    notes: tuple[Note, ...] = ()
    overrule: tuple[Overrule, ...] = ()


class Point(Provision):
    """A lettered point of an operative paragraph, on a line of its own."""

    letter: Letter


class Paragraph(Provision):
    """A preambular (pp) or operative (op) paragraph, opening words included in its text."""

    id: UnitId
    opening: Text
    inline: tuple[Letter, ...] = ()
    points: tuple[Point, ...] = ()


class Source(Record):
    """Where a background fact comes from."""

    id: Slug = Field(description="by which notes and claims name it")
    title: Text = Field(description="as the page or document has it")
    publisher: Text = Field(description="who publishes it")
    address: Address = Field(description="where it was read")
    date: DateOrNone = Field(description="when it was published, or undated")
    consulted: Day = Field(description="the day on which it was read")
    kind: Literal["official", "institution", "press"] = Field(description="who speaks")


class Emendation(Record):
    """A place where the edition departs from the received text.

    In each block of `at` the words `edition` occur once; the received text has `received` there,
    in which {fnN} stands for footnote N with its mark and {job} for the job number.
    """

    id: Slug = Field(description="the paragraph and what was done, in a few words")
    at: tuple[Slug, ...] = Field(
        min_length=1, description="ids of the paragraphs or parts of the masthead"
    )
    category: Literal["layout", "lost character", "punctuation"] = Field(
        description="what went wrong"
    )
    edition: Passage = Field(description="the words as the edition has them")
    received: Passage = Field(description="the words as received")
    official: Literal["possible", "no"] = Field(
        description="whether the slip could be in the official document"
    )
    note: Text = Field(description="what was done and why")


class Adoption(Record):
    symbol: Symbol
    reference: Slug
    date: Day
    manner: Text


class Footnote(Record):
    number: int
    text: Text


class Resolution(Record):
    """The document's particulars and what this edition is."""

    symbol: Symbol
    title: Text
    short_title: Text
    organization: Text
    organ: Text
    distribution: Text
    date: Day
    language: Text
    session: Text
    agenda_item: Text
    agenda_title: Text
    job_number: Text
    sponsors: tuple[Text, ...] = Field(min_length=1)
    enacting: Text
    official: Address
    eid_work: Work
    version: Text
    as_of: Day
    adoption: Adoption
    footnotes: tuple[Footnote, ...] = ()


class Opening(Record):
    """The words that open a paragraph, and the editors' class of them ; no scale is published."""

    verb: Text
    words: tuple[Text, ...] = Field(min_length=1)
    kind: Literal["position", "appeal", "request or decision"]
    says: Text


class Moment(Record):
    """A dated event of the timeline."""

    date: Date
    event: Text
    voice: Voice
    paragraphs: tuple[UnitId, ...] = ()
    sources: tuple[Slug, ...] = ()


class Absent(Record):
    """Words that readers look for and that the text does not contain, except in names."""

    id: Slug
    words: tuple[Text, ...] = Field(min_length=1)
    except_in: tuple[Text, ...] = ()
    reason: Text
    paragraphs: tuple[UnitId, ...] = ()


class Change(Record):
    """What was changed in the edition, in which version of it, and why."""

    date: Day
    version: Text
    what: Text
    why: Text


class Redirect(Record):
    """An address that moved, and where it is now; both begin and end with a slash."""

    old: Path
    new: Path


class NotEstablished(Record):
    statement: Text
