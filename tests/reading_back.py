"""The way back: the Edition that wrote an edition.json, which holds all that there is to know."""

import json
from pathlib import Path
from typing import Any

from edition import model
from edition.edition import Edition
from edition.exports.document import EditionData
from edition.load import ENTRY_KINDS, LISTS, Corpus, Located
from edition.resolve import resolve_edition
from edition.yaml_source import Document


def read_edition(text: str) -> Edition:
    """The Edition that wrote `text`. Raises pydantic.ValidationError for anything else."""
    whole = json.loads(text)
    EditionData.model_validate(whole)
    document = Document("edition.json", whole)

    def located(record: type[model.Record], value: dict[str, Any]) -> Located[Any]:
        known = {key: v for key, v in value.items() if key in record.model_fields}
        return Located(record.model_validate(known), document)

    lists = {
        name: [located(record, value) for value in whole[name.replace("-", "_")]]
        for name, record in LISTS.items()
    }
    entries = {
        kind: [located(record, value) for value in whole[kind]]
        for kind, record in ENTRY_KINDS.items()
    }
    resolution = located(model.Resolution, {**whole["resolution"], "footnotes": whole["footnotes"]})
    paragraphs = [located(model.Paragraph, value) for value in _nested(whole["paragraphs"])]
    corpus = Corpus(Path(document.file), "", "", resolution, paragraphs, entries, lists)
    return resolve_edition(corpus)


def _nested(units: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Paragraphs with their points inside, as the data files have them."""
    nested: list[dict[str, Any]] = []
    for unit in units:
        value = {**unit, "text": unit["marked_text"]}
        if unit["parent"] is None:
            nested.append({**value, "points": []})
        else:
            letter = unit["id"].rpartition("-")[2]
            known = {k: v for k, v in value.items() if k in model.Provision.model_fields}
            nested[-1]["points"].append({"letter": letter, **known})
    return nested
