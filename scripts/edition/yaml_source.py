"""YAML read without YAML's surprises, every value with its line and column.

Strings stay strings (a bare NO is Norway's code, not false; 1:20 is not 80); only true, false and
plain integers become something else. Duplicate keys, aliases, tags and merge keys are refused.
"""

import re
import stat
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
# What a plain value is taken for; a tag that someone wrote may be anything.
_TAGS = {"str", "int", "float", "bool", "null", "timestamp", "map", "seq", "value", "merge"}
# Control and formatting characters, half pairs, unassigned ones, separators of lines.
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}


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
    text = read_text(path, name)
    if isinstance(text, Problem):
        document.problems.append(text)
        return document
    for number, words in enumerate(text.split("\n"), 1):
        for place, message in _forbidden(words):
            document.problems.append(Problem(name, number, place, message))
    if document.problems:
        return document
    try:
        node = yaml.compose(text, Loader=yaml.CSafeLoader)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        document.problems.append(Problem(name, line, column, f"not YAML: {reason}"))
        return document
    if node is None:
        document.problems.append(Problem(name, 1, 1, "the file is empty"))
        return document
    document.value = _Walk(document).value(node, (), 0)
    return document


def read_text(path: Path, name: str) -> str | Problem:
    """The text of a plain file in UTF-8; anything else is a problem."""
    try:
        status = path.lstat()
        if stat.S_ISLNK(status.st_mode):
            return Problem(name, 1, 1, "a symbolic link: put the file itself here")
        if not stat.S_ISREG(status.st_mode):
            return Problem(name, 1, 1, "not a file: a file of this name belongs here")
        if status.st_size > MAX_BYTES:
            return Problem(name, 1, 1, f"larger than {MAX_BYTES:,} bytes")
        raw = path.read_bytes()
    except OSError as error:
        return Problem(name, 1, 1, f"cannot be read: {error.strerror}")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start]
        column = error.start - (before.rfind(b"\n") + 1) + 1
        line = before.count(b"\n") + 1
        return Problem(name, line, column, "not UTF-8: save it in that encoding")


def _forbidden(line: str) -> Iterator[tuple[int, str]]:
    if line.isascii() and line.isprintable():
        return
    for column, character in enumerate(line, 1):
        if character == "\t":
            yield column, "a tab: indent with spaces"
        elif character == "\r" and column == len(line):
            yield column, "a carriage return: end lines with a line feed alone"
        elif unicodedata.category(character) in _INVISIBLE:
            yield column, f"the invisible character U+{ord(character):04X}: delete it"


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
            return self.bad(node, f"nested more than {MAX_DEPTH} deep: a record is flatter")
        if node.tag.removeprefix("tag:yaml.org,2002:") not in _TAGS:
            self.bad(node, f"the tag {node.tag}: tags are not used here")
        if isinstance(node, yaml.MappingNode):
            return self.mapping(node, path, depth)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(n, (*path, i), depth + 1) for i, n in enumerate(node.value)]
        assert isinstance(node, yaml.ScalarNode)
        return _scalar(node, self.text(node))

    def text(self, node: yaml.ScalarNode) -> str:
        """The words of a node; what an escape such as "\\0" may not bring in is a problem."""
        for line in node.value.split("\n"):
            for _, message in _forbidden(line):
                self.bad(node, message)
        return str(node.value)

    def mapping(self, node: yaml.MappingNode, path: KeyPath, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.bad(key_node, "a key must be a plain word")
                continue
            key = self.text(key_node)
            if key == "<<":
                self.bad(key_node, "a merge key (<<): write the values out")
            elif key in found:
                self.bad(key_node, f"the key '{key}' stands twice")
            else:
                mark = key_node.start_mark
                self.document.places[(*path, key)] = (mark.line + 1, mark.column + 1)
                found[key] = self.value(value_node, (*path, key), depth + 1)
        return found


def _scalar(node: yaml.ScalarNode, text: str) -> Any:
    if not node.style:  # plain: the C loader says ""
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.fullmatch(text):
            return int(text)
        if text in ("", "~", "null"):
            return None
    return text
