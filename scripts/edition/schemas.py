"""JSON Schemas of the data files for editors' tools, made from the records."""

import json
import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import core_schema

from .load import ENTRY_KINDS, LISTS
from .model import Paragraph, Resolution

FOLDERS: dict[str, type[BaseModel]] = {"paragraphs": Paragraph, **ENTRY_KINDS}


class _AsRead(GenerateJsonSchema):
    """The dialect that editors know, and a whole number wherever the loader takes it for text."""

    schema_dialect = "http://json-schema.org/draft-07/schema#"

    def str_schema(self, schema: core_schema.StringSchema) -> JsonSchemaValue:
        made = super().str_schema(schema)
        if re.match(made.get("pattern", ""), "1923"):
            made["type"] = ["string", "integer"]
        return made


def schemas() -> dict[str, str]:
    """File name -> JSON Schema, for every kind of data file."""
    files = {name: _schema(record) for name, record in FOLDERS.items()}
    files["resolution"] = _schema(Resolution)
    files |= {name: _schema(record, of_list=True) for name, record in LISTS.items()}
    return {
        f"{name}.json": json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
        for name, schema in files.items()
    }


def _schema(record: type[BaseModel], *, of_list: bool = False) -> dict[str, Any]:
    made = record.model_json_schema(schema_generator=_AsRead)
    head = {"$schema": _AsRead.schema_dialect}
    if not of_list:
        return head | made
    definitions = made.pop("$defs", {})
    return head | {"type": "array", "items": made, "$defs": definitions}


def write_schemas(folder: Path) -> None:
    """Write every schema into `folder`."""
    folder.mkdir(exist_ok=True)
    for name, text in schemas().items():
        (folder / name).write_text(text, "utf-8")
