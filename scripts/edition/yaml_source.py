"""YAML read without YAML's surprises, every value with its line and column.

Strings stay strings (a bare NO is Norway's code, not false; 1:20 is not 80); only true, false and
plain integers become something else. Duplicate keys, aliases, tags and merge keys are refused.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

KeyPath = tuple[str | int, ...]
MAX_BYTES = 1_000_000
MAX_DEPTH = 12
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,8}")
_DIRECTIONAL = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


@dataclass
class Document:
    """A file's value and the place of everything in it; problems instead if it is bad."""

    file: str
    value: Any = None
    places: dict[KeyPath, tuple[int, int]] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def place(self, path: KeyPath) -> tuple[int, int]:
        """Line and column of the value at `path`, or of the nearest thing that holds it."""
        while path and path not in self.places:
            path = path[:-1]
        return self.places.get(path, (1, 1))

    def problem(self, path: KeyPath, message: str) -> Problem:
        """A problem at the value that `path` leads to."""
        return Problem(self.file, *self.place(path), message)


def load_document(path: Path, name: str) -> Document:
    """Read one YAML file; `name` is how messages call it. Never raises for bad content."""
    document = Document(name)
    text = _read(path, document)
    if text is None:
        return document
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        document.problems.append(Problem(name, line, column, f"not YAML: {error.problem}"))
        return document
    except yaml.YAMLError as error:
        document.problems.append(Problem(name, 1, 1, f"not YAML: {str(error).splitlines()[0]}"))
        return document
    if node is None:
        document.problems.append(Problem(name, 1, 1, "the file is empty"))
        return document
    document.value = _Walk(document).value(node, (), 0)
    return document


def _read(path: Path, document: Document) -> str | None:
    def bad(line: int, column: int, message: str) -> None:
        document.problems.append(Problem(document.file, line, column, message))

    if path.is_symlink():
        return bad(1, 1, "a symbolic link; the data must be plain files")
    try:
        raw = path.read_bytes() if path.stat().st_size <= MAX_BYTES else None
    except OSError as error:
        return bad(1, 1, f"cannot be read: {error.strerror}")
    if raw is None:
        return bad(1, 1, f"larger than {MAX_BYTES:,} bytes")
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        line = before.count(b"\n") + 1
        column = error.start - (before.rfind(b"\n") + 1) + 1
        return bad(line, column, "not UTF-8: save the file in that encoding")
    for number, line in enumerate(text.split("\n"), 1):
        for column, message in _forbidden(line):
            bad(number, column, message)
    return None if document.problems else text


def _forbidden(line: str) -> Iterator[tuple[int, str]]:
    if line.isascii() and line.isprintable():
        return
    for column, character in enumerate(line, 1):
        if character == "\t":
            yield column, "a tab: indent with spaces"
        elif character == "\r" and column == len(line):
            yield column, "a carriage return: end lines with a line feed alone"
        elif character in _DIRECTIONAL or unicodedata.category(character) in ("Cc", "Cs"):
            yield column, f"the invisible character U+{ord(character):04X}"


class _Walk:
    """One walk over the nodes of one document."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.seen: set[int] = set()

    def bad(self, node: yaml.Node, message: str) -> None:
        mark = node.start_mark
        self.document.problems.append(
            Problem(self.document.file, mark.line + 1, mark.column + 1, message)
        )

    def value(self, node: yaml.Node, path: KeyPath, depth: int) -> Any:
        mark = node.start_mark
        self.document.places.setdefault(path, (mark.line + 1, mark.column + 1))
        if id(node) in self.seen:
            return self.bad(node, "an alias (*name): write the value out")
        self.seen.add(id(node))
        if depth > MAX_DEPTH:
            return self.bad(node, f"nested more than {MAX_DEPTH} deep")
        if not node.tag.startswith("tag:yaml.org,2002:") or node.tag.endswith(":binary"):
            self.bad(node, f"the tag {node.tag}: tags are not used here")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(n, (*path, i), depth + 1) for i, n in enumerate(node.value)]
        return _scalar(node)

    def mapping(self, node: yaml.MappingNode, path: KeyPath, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.bad(key_node, "a key must be a plain word")
                continue
            key = key_node.value
            if key == "<<":
                self.bad(key_node, "a merge key (<<): write the values out")
            elif key in found:
                self.bad(key_node, f"the key '{key}' stands twice")
            else:
                mark = key_node.start_mark
                self.document.places[(*path, key)] = (mark.line + 1, mark.column + 1)
                found[key] = self.value(value_node, (*path, key), depth + 1)
        return found


def _scalar(node: yaml.ScalarNode) -> Any:
    text = node.value
    if not node.style:  # plain: the C loader says ""
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.fullmatch(text):
            return int(text)
        if text in ("", "~", "null"):
            return None
    return text
