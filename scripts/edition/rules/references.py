"""Ids: used once, and what points to one finds it."""

from collections.abc import Iterator
from itertools import groupby

from ..load import Corpus, key_of
from ..mentions import plain_text
from ..problems import Problem, did_you_mean
from .provisions import provisions

RESERVED = {"index", "sources", "not-in-the-text", "textual-notes"}


def check_ids_unique(corpus: Corpus) -> Iterator[Problem]:
    """No id stands twice among entries, sources, emendations; paragraphs count without a gap.

    None is called as a paragraph is, as the page of its kind or as a heading of the page it is on.
    """
    taken = {*RESERVED, *(p.id for p in provisions(corpus))}
    for group in (
        [x for found in corpus.entries.values() for x in found],
        *(corpus.lists[kind] for kind in ("sources", "emendations", "absent")),
    ):
        seen: set[str] = set()
        for located in group:
            if located.record.id in taken:
                message = f"the id '{located.record.id}' is taken: choose another"
                yield located.problem(("id",), message)
            if located.record.id in seen:
                yield located.problem(("id",), f"the id '{located.record.id}' stands twice")
            seen.add(located.record.id)
    for kind, members in groupby(corpus.paragraphs, key=lambda p: p.record.id[:2]):
        for number, located in enumerate(members, 1):
            if located.record.id != f"{kind}{number}":
                message = f"'{located.record.id}' stands where {kind}{number} is expected"
                yield located.problem(("id",), message)


def check_references(corpus: Corpus) -> Iterator[Problem]:
    """What a record says under a key that names something is the id of something of that kind."""
    kinds = {kind: {x.record.id for x in found} for kind, found in corpus.entries.items()}
    actors = kinds["bodies"] | kinds["capabilities"]
    sources = {x.record.id for x in corpus.lists["sources"]}
    named = {
        "themes": ("theme", kinds["themes"]),
        "actor": ("body or capability", actors),
        "addressee": ("body or capability", actors),
        "partners": ("body or capability", actors),
        "through": ("capability", actors),
        "to": ("entry", actors | kinds["references"]),
        "related": ("entry", set().union(*kinds.values())),
        "body": ("body", kinds["bodies"]),
        "reference": ("document", kinds["references"]),
        "sources": ("source", sources),
        "paragraphs": ("paragraph", {p.id for p in provisions(corpus)}),
    }
    for located, path, value in corpus.strings:
        if (key := key_of(path)) not in named:
            continue
        what, known = named[key]
        if value not in known:
            yield located.problem(path, f"no {what} '{value}'{did_you_mean(value, known)}")
        if key == "related" and value == located.record.id:
            yield located.problem(path, "an entry is not related to itself")


def check_partners(corpus: Corpus) -> Iterator[Problem]:
    """Partners act with an actor, who is not one of them."""
    for placed in provisions(corpus):
        for i, action in enumerate(placed.record.actions):
            if action.partners and not action.actor:
                message = "partners of no one: make the first of them the actor"
                yield placed.problem(("actions", i, "partners"), message)
            if action.actor in action.partners:
                message = f"'{action.actor}' is the actor: remove it here"
                yield placed.problem(("actions", i, "partners"), message)


def check_footnotes(corpus: Corpus) -> Iterator[Problem]:
    """Footnotes are called once each, in their order."""
    numbers = [f.number for f in corpus.resolution.record.footnotes]
    called: list[int] = []
    for placed in provisions(corpus):
        for _, number in plain_text(placed.record.text)[1]:
            called.append(number)
            if number not in numbers:
                yield placed.problem(("text",), f"there is no footnote {number}")
            elif number != len(called):
                message = f"calls footnote {number} where {len(called)} is expected"
                yield placed.problem(("text",), message)
    for i, number in enumerate(numbers):
        if number != i + 1:
            message = f"footnote {number} stands where {i + 1} is expected"
            yield corpus.resolution.problem(("footnotes", i), message)
        if number not in called:
            message = f"footnote {number} is called nowhere"
            yield corpus.resolution.problem(("footnotes", i), message)
