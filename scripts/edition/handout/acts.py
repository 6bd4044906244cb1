"""Who does what on whose terms, as the table of the handout and that of the edition print it."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ..edition import Edition, Unit
from ..model import Action
from ..prose import curly

_ONES = ("", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix")


def action(edition: Edition, act: Action) -> dict[str, str]:
    """One act in words; who and what it names stand by their short names."""

    def short(ids: Iterable[str]) -> list[str]:
        return [edition.entries[i].short for i in ids]

    *first, last = short(i for i in (act.actor, *act.partners) if i) or ["no one named"]
    return {
        "who": f"{', '.join(first)} and {last}" if first else last,
        "whom": edition.entries[act.addressee].short if act.addressee else "",
        "governed_by": act.governed_by or "",
        "act": curly(act.act),
        "what": curly(act.what or ""),
        "purpose": curly(act.purpose or ""),
        "through": ", ".join(short(act.through)),
        "terms": "; ".join(f"“{c}”" for c in act.conditions),
    }


def row(edition: Edition, unit: Unit) -> dict[str, Any]:
    """One operative paragraph for the table of the handout; its points belong to it.

    Acts are told apart by the letters of points, or else by numerals.
    """
    placed = [
        (u, a)
        for i in (unit.id, *unit.points)
        for u in (edition.units[i],)
        for a in u.record.actions
    ]
    letters = [f"({u.letter})" if u.parent else _numeral(i) for i, (u, _) in enumerate(placed, 1)]
    labels = letters if len(placed) > 1 else [""]
    return {
        "number": unit.number,
        "opening": unit.opening,
        "acts": [
            {"label": label, **action(edition, act)}
            for label, (_, act) in zip(labels, placed, strict=True)
        ],
        "terms": _told_apart(labels, [[f"“{c}”" for c in a.conditions] for _, a in placed], "; "),
        "through": _told_apart(
            labels, [[edition.entries[i].short for i in a.through] for _, a in placed], ", "
        ),
    }


def abbreviations(edition: Edition) -> list[dict[str, str]]:
    """What the rows name by its acronym, and neither title nor list of capabilities in full."""
    acts = [a for u in edition.units.values() if u.kind != "preambular" for a in u.record.actions]
    ids = {i for a in acts for i in (a.actor, a.addressee, *a.partners, *a.through) if i}
    named = [edition.entries[i] for i in ids if edition.entries[i].kind != "capabilities"]
    return [
        {"acronym": entry.short, "name": entry.record.name}
        for entry in sorted(named, key=lambda entry: entry.short)
        if entry.short != entry.record.name
        and f"{entry.record.name} ({entry.short})" not in edition.resolution.title
    ]


def _numeral(number: int) -> str:
    return "x" * (number // 10) + _ONES[number % 10]


def _told_apart(labels: list[str], said: list[list[str]], between: str) -> list[dict[str, str]]:
    """What acts have, once each: first what all share, then the rest under labels of acts."""
    having: dict[str, list[str]] = defaultdict(list)
    for label, values in zip(labels, said, strict=True):
        for value in dict.fromkeys(values):
            having[value].append(label)
    groups: dict[str, list[str]] = defaultdict(list)
    for value, of in having.items():
        groups["" if of == labels else ", ".join(of)].append(value)
    ordered = sorted(groups.items(), key=lambda group: group[0] != "")
    return [{"label": label, "text": between.join(values)} for label, values in ordered]
