"""The whole edition as one document: its models, its JSON, its JSON Schema."""

import json
from typing import Any

from pydantic import create_model

from .. import forms, model
from ..edition import Edition, EntryView, Unit
from ..load import ENTRY_KINDS, LISTS

_IDS = tuple[forms.Slug, ...]


class UnitData(model.Record):
    """A paragraph or point: what the text has, what is derived from it, what editors add."""

    id: forms.UnitId
    kind: str
    number: str
    parent: forms.UnitId | None
    opening: str
    text: forms.Text
    marked_text: forms.Text
    footnotes: tuple[int, ...]
    inline: tuple[forms.Letter, ...]
    address: str
    citation: str
    eid: str
    capabilities: _IDS
    references: _IDS
    bodies: _IDS
    themes: _IDS
    phrases: _IDS
    summary: forms.Text
    actions: tuple[model.Action, ...]
    notes: tuple[model.Note, ...]
    overrule: tuple[model.Overrule, ...]


class ResolutionData(model.Resolution):
    """The particulars, and the mark of the data."""

    mark: str


def _with_place(record: type[model.Record]) -> type[model.Record]:
    """The model of an entry together with where it is named and where its page is."""
    return create_model(
        f"{record.__name__}Data",
        __base__=record,
        paragraphs=(tuple[forms.UnitId, ...], ...),
        address=(str, ...),
    )


_PARTS: dict[str, type[model.Record]] = {
    **{kind: _with_place(record) for kind, record in ENTRY_KINDS.items()},
    **{name.replace("-", "_"): record for name, record in LISTS.items()},
}


def _fields(parts: dict[str, type[model.Record]]) -> dict[str, Any]:
    return {name: (tuple[record, ...], ...) for name, record in parts.items()}  # type: ignore[valid-type]


EditionData = create_model(
    "EditionData",
    __base__=model.Record,
    __doc__="An annotated edition of a resolution.",
    resolution=(ResolutionData, ...),
    paragraphs=(tuple[UnitData, ...], ...),
    footnotes=(tuple[model.Footnote, ...], ...),
    **_fields(_PARTS),
)


def edition_json(edition: Edition) -> str:
    """The whole edition as JSON: stable order, UTF-8, one trailing newline."""
    return json.dumps(edition_data(edition), ensure_ascii=False, indent=1) + "\n"


def edition_data(edition: Edition) -> dict[str, Any]:
    """The whole edition as plain values, in the shape of `EditionData`."""
    whole: dict[str, Any] = {
        "resolution": {**_plain(edition.resolution), "mark": edition.mark},
        "paragraphs": [unit_data(edition, unit) for unit in edition.units.values()],
        "footnotes": [_plain(f) for f in edition.resolution.footnotes],
    }
    for kind in ENTRY_KINDS:
        whole[kind] = [entry_data(entry) for entry in edition.of_kind(kind)]
    for name in LISTS:
        records = getattr(edition, name.replace("-", "_"))
        values = records.values() if name == "sources" else records
        whole[name.replace("-", "_")] = [_plain(record) for record in values]
    return whole


def unit_data(edition: Edition, unit: Unit) -> dict[str, Any]:
    """One paragraph or point as plain values, in the shape of `UnitData`."""
    own = _plain(unit.record)
    own["marked_text"] = own.pop("text")
    derived = {
        "id": unit.id,
        "kind": unit.kind,
        "number": unit.number,
        "parent": unit.parent,
        "opening": unit.opening,
        "text": unit.text,
        "footnotes": list(unit.footnotes),
        "inline": [letter for _, letter in unit.inline],
        "address": unit.address,
        "citation": unit.citation,
        "eid": unit.eid,
        "phrases": list(dict.fromkeys(m.entry for m in unit.phrases)),
    }
    for kind in ("capabilities", "references", "bodies"):
        derived[kind] = [entry.id for entry in edition.named_in(unit, kind)]
    return {key: (derived | own)[key] for key in UnitData.model_fields}


def entry_data(entry: EntryView) -> dict[str, Any]:
    """One entry as plain values: its own fields, where it is named, its address."""
    own = _plain(entry.record)
    head = {"id": own.pop("id"), "name": own.pop("name"), "names": own.pop("names", [])}
    if "names" not in type(entry.record).model_fields:
        head.pop("names")
    return {**head, "paragraphs": list(entry.paragraphs), "address": entry.address, **own}


def edition_schema(edition: Edition) -> str:
    """The JSON Schema (2020-12) of edition.json, made from the models."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema"}
    schema |= EditionData.model_json_schema()
    schema["title"] = f"Annotated edition of {edition.resolution.symbol}"
    return json.dumps(schema, ensure_ascii=False, indent=1) + "\n"


def _plain(record: model.Record) -> dict[str, Any]:
    value: dict[str, Any] = record.model_dump(mode="json")
    value.pop("footnotes", None)
    value.pop("points", None)
    return value
