"""A new record to fill in: its keys, what each is for and what it may be, as the model says."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from .forms import UNIT, Slug
from .load import ENTRY_KINDS, LISTS
from .model import Record
from .problems import did_you_mean
from .rules.references import RESERVED
from .yaml_source import Document, load_document, parse

# What an editor calls a kind -> its folder, or the file that lists its records.
KINDS = {
    "capability": "capabilities",
    "reference": "references",
    "body": "bodies",
    "theme": "themes",
    "phrase": "phrases",
    "source": "sources",
    "emendation": "emendations",
}
_NO_IDS = {*RESERVED, "true", "false", "null"}
_HEAD = "Fill in what stands after the colons; take the # off a key to use it."


class UnusableRequest(Exception):
    """There is no such kind, or the id cannot be that of a new record; one line says why."""


def add_skeleton(data: Path, kind: str, new_id: str) -> Path:
    """Write the skeleton of a new record and return its file.

    Raises UnusableRequest if there is no such kind, or the id is malformed or taken.
    """
    if kind not in KINDS:
        raise UnusableRequest(f"no kind '{kind}'{did_you_mean(kind, KINDS)}: {', '.join(KINDS)}")
    try:
        TypeAdapter(Slug).validate_python(new_id)
    except ValidationError:
        form = "small letters and digits, with single dashes between, 60 characters at most"
        raise UnusableRequest(f"'{new_id}' is no id: {form}") from None
    if new_id in _NO_IDS or re.match(UNIT, new_id):
        raise UnusableRequest(f"'{new_id}' is no id: it has a meaning of its own")
    place = KINDS[kind]
    if place in LISTS:
        return _add_to_list(data / f"{place}.yml", LISTS[place], new_id)
    for folder in ENTRY_KINDS:
        if (taken := data / folder / f"{new_id}.yml").exists():
            raise UnusableRequest(f"the id '{new_id}' is taken: {taken}")
    path = data / place / f"{new_id}.yml"
    path.parent.mkdir(exist_ok=True)
    path.write_text("\n".join(_skeleton(ENTRY_KINDS[place], new_id)) + "\n", "utf-8")
    return path


def _add_to_list(path: Path, record: type[Record], new_id: str) -> Path:
    """Into a list that is sorted by id at its place there, otherwise at its end."""
    document = load_document(path, str(path))
    ids = _ids(document)
    if new_id in ids:
        line = document.place((ids.index(new_id),))[0]
        raise UnusableRequest(f"the id '{new_id}' is taken: {path}:{line}")
    after = [i for i, known in enumerate(ids) if known > new_id] if ids == sorted(ids) else []
    lines = [line for line in path.read_text("utf-8").splitlines() if line != "[]"]
    at = document.place((after[0],))[0] - 1 if after else len(lines)
    made = list(_skeleton(record, new_id))
    start = made.index(f"id: {new_id}")
    lines[at:at] = [*made[:start], f"- {made[start]}", *(f"  {x}" for x in made[start + 1 :])]
    text = "\n".join(lines) + "\n"
    whole = parse(text, str(path))
    if whole.problems or sorted(_ids(whole)) != sorted([*ids, new_id]):
        form = "a record does not begin with '- ' at the left edge: add the new one by hand"
        raise UnusableRequest(f"{path}: {form}")
    path.write_text(text, "utf-8")
    return path


def _ids(document: Document) -> list[str]:
    """The ids in a list of records. Raises UnusableRequest if it is none."""
    records = document.value
    if document.problems:
        raise UnusableRequest(str(document.problems[0]))
    if not (isinstance(records, list) and all(isinstance(record, dict) for record in records)):
        raise UnusableRequest(f"{document.file}: not a list of records")
    return [str(record.get("id")) for record in records]


def _skeleton(record: type[BaseModel], new_id: str) -> Iterator[str]:
    about = (record.__doc__ or "").split("\n\n")[0]
    yield from (f"# {line}" for line in (*about.splitlines(), _HEAD))
    for name, field in record.model_fields.items():
        yield f"# {name}: {_meaning(field)}"
        if name == "id":
            yield f"id: {new_id}"
        else:
            mark = "" if field.is_required() else "#"
            yield from (mark + line for line in _key(name, field.annotation))


def _meaning(field: FieldInfo) -> str:
    options = [
        str(o)
        for part in _parts(field.annotation)
        if get_origin(part) is Literal
        for o in get_args(part)
    ]
    said = [field.description or "", " | ".join(options)]
    return "; ".join(filter(None, said))


def _key(name: str, annotation: Any) -> Iterator[str]:
    """The line of a key with a place for its value; for records, the lines of all their keys."""
    listed = get_origin(annotation) is tuple
    inner = get_args(annotation)[0] if listed else annotation
    if not (isinstance(inner, type) and issubclass(inner, BaseModel)):
        yield f"{name}: []" if listed else f"{name}:"
        return
    yield f"{name}:"
    lines = [
        line for key, field in inner.model_fields.items() for line in _key(key, field.annotation)
    ]
    for number, line in enumerate(lines):
        yield f"  {'' if not listed else '  ' if number else '- '}{line}"


def _parts(annotation: Any) -> Iterator[Any]:
    yield annotation
    if get_origin(annotation) is not Literal:
        for part in get_args(annotation):
            yield from _parts(part)
