"""Who acts, or is acted for: an index, and a sheet for each with all that concerns it."""

from collections.abc import Callable, Iterator

from ..edition import Edition, Unit
from ..model import Action
from .page import Page

Row = tuple[Unit, Action]


def pages(edition: Edition) -> Iterator[Page]:
    rows = action_rows(edition)
    sheets = {actor: _sheet(rows, actor) for actor in actors(edition)}
    yield Page(
        "/actors/",
        "Actors",
        "actors.md",
        "Who is asked to act, who acts, and for whom, in the text.",
        {"sheets": sheets, "unnamed": [row for row in rows if not row[1].actor]},
        edit="data/paragraphs/op01.yml",
    )
    for actor, sheet in sheets.items():
        view = edition.entries[actor]
        yield Page(
            f"/actors/{actor}/",
            f"What concerns: {view.record.name}",
            "actor.md",
            f"Every act of, for or through {view.record.name} in the operative paragraphs.",
            {"view": view, **sheet, "named": [edition.units[u] for u in view.paragraphs]},
            edit=f"data/{view.kind}/{actor}.yml",
            sources=getattr(view.record, "sources", ()),
        )


def action_rows(edition: Edition) -> list[Row]:
    """Every act with its paragraph or point, in document order."""
    return [(unit, action) for unit in edition.units.values() for action in unit.record.actions]


def actors(edition: Edition) -> list[str]:
    """Ids of those who act, alone or as partners, and of bodies for or through whom others act."""
    found: set[str] = set()
    for _, action in action_rows(edition):
        found |= {action.actor, action.addressee, *action.partners} - {None}  # type: ignore[arg-type]
        found |= {i for i in action.through if _is_body(edition, i)}
    return sorted(found, key=lambda i: edition.entries[i].record.name.casefold())


def _is_body(edition: Edition, entry: str) -> bool:
    view = edition.entries[entry]
    return view.kind == "bodies" or getattr(view.record, "kind", "") == "body"


def _sheet(rows: list[Row], actor: str) -> dict[str, list[Row]]:
    parts: dict[str, Callable[[Action], bool]] = {
        "own": lambda a: actor in (a.actor, *a.partners),
        "for_it": lambda a: a.addressee == actor,
        "through_it": lambda a: actor in a.through,
    }
    return {part: [row for row in rows if chosen(row[1])] for part, chosen in parts.items()}
