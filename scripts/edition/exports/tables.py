"""CSV as RFC 4180 has it, with a mark by which Excel knows UTF-8, and no cell that can run."""

import csv
import io
from collections.abc import Iterable, Mapping
from typing import Any

from ..edition import Edition
from .document import UnitData, entry_data, unit_data

_RUNS = tuple("=+-@＝＋－＠\t\r")
_NOT_IN_A_CELL = {"actions", "notes", "overrule", "marked_text", "background"}


def paragraphs_csv(edition: Edition) -> str:
    """A row a paragraph or point."""
    rows = [unit_data(edition, unit) for unit in edition.units.values()]
    return _table([f for f in UnitData.model_fields if f not in _NOT_IN_A_CELL], rows)


def entries_csv(edition: Edition, kind: str) -> str:
    """A row an entry of one kind."""
    rows = [entry_data(entry) for entry in edition.of_kind(kind)]
    columns = dict.fromkeys(key for row in rows for key in row)
    return _table([c for c in columns if c not in _NOT_IN_A_CELL], rows)


def actions_csv(edition: Edition) -> str:
    """A row an act, with the paragraph that has it."""
    rows = [
        {"paragraph": unit.id, "opening": edition.units[unit.parent or unit.id].opening}
        | action.model_dump(mode="json")
        for unit in edition.units.values()
        for action in unit.record.actions
    ]
    return _table(list(rows[0]) if rows else ["paragraph"], rows)


def _table(columns: list[str], rows: Iterable[Mapping[str, Any]]) -> str:
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\r\n")
    writer.writerow(columns)
    writer.writerows([[cell(row[column]) for column in columns] for row in rows])
    return "\ufeff" + stream.getvalue()


def cell(value: Any) -> str:
    """A value as text: lists joined by " | "; an apostrophe before what a spreadsheet would run."""
    if isinstance(value, list):
        text = " | ".join(map(str, value))
    else:
        text = "" if value is None else str(value)
    return f"'{text}" if text.startswith(_RUNS) else text
