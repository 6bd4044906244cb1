"""Ids: used once, and what points to one finds it."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from ..load import Corpus, Located
from ..mentions import plain_text
from ..problems import Problem, did_you_mean
from ..yaml_source import KeyPath
from .provisions import Placed, provisions


def check_ids_unique(corpus: Corpus) -> Iterator[Problem]:
    """No id stands twice among entries, sources, emendations; paragraphs count without a gap.

    An entry is not called as a paragraph is, nor "index", whose page would be that of its kind.
    """
    taken = {"index", *(p.id for p in provisions(corpus))}
    for found in corpus.entries.values():
        for located in found:
            if located.record.id in taken:
                message = f"the id '{located.record.id}' is taken: choose another"
                yield located.problem(("id",), message)
    for group in (
        [x for found in corpus.entries.values() for x in found],
        *(corpus.lists[kind] for kind in ("sources", "emendations", "absent")),
    ):
        seen: set[str] = set()
        for located in group:
            if located.record.id in seen:
                yield located.problem(("id",), f"the id '{located.record.id}' stands twice")
            seen.add(located.record.id)
    for kind, members in groupby(corpus.paragraphs, key=lambda p: p.record.id[:2]):
        for number, located in enumerate(members, 1):
            if located.record.id != f"{kind}{number}":
                message = f"'{located.record.id}' stands where {kind}{number} is expected"
                yield located.problem(("id",), message)


def check_references(corpus: Corpus) -> Iterator[Problem]:
    """Every id that a record names is the id of something of the right kind."""
    units = {p.id for p in provisions(corpus)}
    kinds = {k: {x.record.id for x in found} for k, found in corpus.entries.items()}
    sources = {x.record.id for x in corpus.lists["sources"]}
    actors = kinds["bodies"] | kinds["capabilities"]
    named = actors | kinds["references"]
    anything = set().union(*kinds.values())

    def missing(
        located: Located[Any] | Placed,
        path: KeyPath,
        value: str | None,
        known: set[str],
        what: str,
    ) -> Iterator[Problem]:
        if value is not None and value not in known:
            yield located.problem(path, f"no {what} '{value}'{did_you_mean(value, known)}")

    for placed in provisions(corpus):
        for i, theme in enumerate(placed.record.themes):
            yield from missing(placed, ("themes", i), theme, kinds["themes"], "theme")
        for i, action in enumerate(placed.record.actions):
            at = ("actions", i)
            yield from missing(placed, (*at, "actor"), action.actor, actors, "body or capability")
            yield from missing(
                placed, (*at, "addressee"), action.addressee, actors, "body or capability"
            )
            for j, partner in enumerate(action.partners):
                at_partner = (*at, "partners", j)
                yield from missing(placed, at_partner, partner, actors, "body or capability")
            for j, means in enumerate(action.through):
                yield from missing(placed, (*at, "through", j), means, actors, "capability")
        for i, note in enumerate(placed.record.notes):
            for j, source in enumerate(note.sources):
                yield from missing(placed, ("notes", i, "sources", j), source, sources, "source")
        for i, rule in enumerate(placed.record.overrule):
            yield from missing(placed, ("overrule", i, "to"), rule.to, named, "entry")
    for found in corpus.entries.values():
        for located in found:
            record = located.record
            for i, other in enumerate(getattr(record, "related", ())):
                yield from missing(located, ("related", i), other, anything, "entry")
                if other == record.id:
                    yield located.problem(("related", i), "an entry is not related to itself")
            for i, source in enumerate(getattr(record, "sources", ())):
                yield from missing(located, ("sources", i), source, sources, "source")
            body = getattr(record, "body", None)
            yield from missing(located, ("body",), body, kinds["bodies"], "body")
    for kind in ("timeline", "absent"):
        for located in corpus.lists[kind]:
            for i, unit in enumerate(located.record.paragraphs):
                yield from missing(located, ("paragraphs", i), unit, units, "paragraph")
            for i, source in enumerate(getattr(located.record, "sources", ())):
                yield from missing(located, ("sources", i), source, sources, "source")
    adoption = corpus.resolution.record.adoption.reference
    yield from missing(
        corpus.resolution, ("adoption", "reference"), adoption, kinds["references"], "document"
    )


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
        if number in numbers[:i]:
            message = f"footnote {number} stands twice"
            yield corpus.resolution.problem(("footnotes", i), message)
        if number not in called:
            message = f"footnote {number} is called nowhere"
            yield corpus.resolution.problem(("footnotes", i), message)
