"""The tables: who does what, and paragraphs by capability."""

from collections.abc import Iterable, Iterator

from ..edition import Edition
from .actors import Row, action_rows
from .page import Page

Options = list[tuple[str, str]]


def pages(edition: Edition) -> Iterator[Page]:
    rows = action_rows(edition)
    yield Page(
        "/actions/",
        "Who does what",
        "actions.md",
        "Every act of the operative paragraphs: actor, act, addressee, means, conditions.",
        {"rows": rows, "filters": list(_filters(edition, rows))},
        boost=1.5,
        toc=False,
    )
    named = [e for e in edition.of_kind("capabilities") if e.mentions]
    units = [u for u in edition.units.values() if edition.named_in(u, "capabilities")]
    yield Page(
        "/matrix/",
        "Paragraphs and capabilities",
        "matrix.md",
        "Which paragraph names which capability.",
        {"columns": units, "lines": named},
        searched=False,
        toc=False,
    )


def _filters(edition: Edition, rows: list[Row]) -> Iterator[tuple[str, str, Options]]:
    """What rows can be chosen by: the name in the address, its title, the values there are."""
    who = (i for _, a in rows for i in (a.actor, *a.partners) if i)
    yield "actor", "Who", [*_names(edition, who), ("none", "no one named")]
    to = (a.addressee for _, a in rows if a.addressee)
    yield "addressee", "For or to whom", _names(edition, to)
    yield "theme", "Theme", _names(edition, (t for u, _ in rows for t in u.record.themes))
    words = dict.fromkeys(edition.units[u.parent or u.id].opening for u, _ in rows)
    yield "opening", "Opening words", [(w.lower().replace(" ", "-"), w) for w in sorted(words)]


def _names(edition: Edition, ids: Iterable[str]) -> Options:
    found = {(i, edition.entries[i].record.name) for i in ids}
    return sorted(found, key=lambda pair: pair[1].casefold())
