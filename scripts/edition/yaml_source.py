"""YAML read without YAML's surprises, every value with its line and column.

Strings stay strings (a bare NO is Norway's code, not false; 1:20 is not 80); only true, false and
plain integers become something else. Duplicate keys, aliases, tags and merge keys are refused.
"""

import re
import stat
import unicodedata
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from .problems import Problem

KeyPath = tuple[str | int, ...]
MAX_BYTES = 500_000
MAX_DEPTH = 12
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,8}")
# Control and formatting characters, half pairs, unassigned ones, separators of lines; and letters
# and marks that show nothing.
_INVISIBLE = {"Cc", "Cf", "Cs", "Cn", "Co", "Zl", "Zp"}
_BLANK = re.compile(
    "[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180f\u2800\u3164\ufe00-\ufe0f\uffa0"
    "\U000e0100-\U000e01ef]"
)


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
    text = read_text(path, name)
    return Document(name, problems=[text]) if isinstance(text, Problem) else parse(text, name)


def parse(text: str, name: str) -> Document:
    """Read what stands in a YAML file, as `load_document`."""
    document = Document(name)
    for number, words in enumerate(text.split("\n"), 1):
        for place, message in _forbidden(words):
            document.problems.append(Problem(name, number, place, message))
    if document.problems:
        return document
    try:
        with suppress(_TooDeepError):
            _Walk(document, yaml.parse(text, Loader=yaml.CSafeLoader)).whole()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        line, column = (mark.line + 1, mark.column + 1) if mark else (1, 1)
        reason = getattr(error, "problem", None) or str(error).splitlines()[0]
        document.problems.append(Problem(name, line, column, f"not YAML: {reason}"))
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
        lines = raw[: error.start].decode("utf-8").split("\n")
        place = len(lines), len(lines[-1]) + 1
        return Problem(name, *place, "not UTF-8: save it in that encoding")


def _forbidden(line: str) -> Iterator[tuple[int, str]]:
    if line.isascii() and line.isprintable():
        return
    for column, character in enumerate(line, 1):
        if character == "\t":
            yield column, "a tab: indent with spaces"
        elif character == "\r" and column == len(line):
            yield column, "a carriage return: end lines with a line feed alone"
        elif unicodedata.category(character) in _INVISIBLE or _BLANK.match(character):
            yield column, f"the invisible character U+{ord(character):04X}: delete it"


class _TooDeepError(Exception):
    """Told already; what follows in the file is not read."""


class _Walk:
    """One walk over the events of one document: no nesting is followed deeper than it may be."""

    def __init__(self, document: Document, events: Iterator[yaml.Event]) -> None:
        self.document = document
        self.events = events

    def whole(self) -> None:
        next(self.events)  # the stream begins
        if isinstance(next(self.events), yaml.StreamEndEvent):
            self.document.problems.append(Problem(self.document.file, 1, 1, "the file is empty"))
            return
        self.document.value = self.value(next(self.events), (), 0)
        next(self.events)  # the document ends
        if isinstance(event := next(self.events), yaml.DocumentStartEvent):
            self.bad(event, "a second document (---): a file has one")

    def bad(self, event: yaml.Event, message: str) -> None:
        self.document.problems.append(Problem(self.document.file, *_place(event), message))

    def value(self, event: yaml.Event, path: KeyPath, depth: int) -> Any:
        self.document.places.setdefault(path, _place(event))
        if isinstance(event, yaml.AliasEvent):
            return self.bad(event, "an alias (*name): write the value out")
        if tag := getattr(event, "tag", None):
            self.bad(event, f"the tag {tag}: tags are not used here")
        if isinstance(event, yaml.ScalarEvent):
            return _scalar(event, self.text(event))
        if depth > MAX_DEPTH:
            self.bad(event, f"nested more than {MAX_DEPTH} deep: a record is flatter")
            raise _TooDeepError
        if isinstance(event, yaml.MappingStartEvent):
            return self.mapping(path, depth)
        return self.sequence(path, depth)

    def text(self, event: yaml.ScalarEvent) -> str:
        """The words of a value; what an escape such as "\\0" may not bring in is a problem."""
        for line in event.value.split("\n"):
            for _, message in _forbidden(line):
                self.bad(event, message)
        return str(event.value)

    def sequence(self, path: KeyPath, depth: int) -> list[Any]:
        found: list[Any] = []
        while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
            found.append(self.value(event, (*path, len(found)), depth + 1))
        return found

    def mapping(self, path: KeyPath, depth: int) -> dict[str, Any]:
        found: dict[str, Any] = {}
        while not isinstance(key_event := next(self.events), yaml.MappingEndEvent):
            if not isinstance(key_event, yaml.ScalarEvent):
                self.bad(key_event, "a key must be a plain word")
                if isinstance(key_event, yaml.CollectionStartEvent):
                    self.value(key_event, (*path, ""), depth + 1)
            elif (key := self.text(key_event)) == "<<":
                self.bad(key_event, "a merge key (<<): write the values out")
            elif key in found:
                self.bad(key_event, f"the key '{key}' stands twice")
            else:
                self.document.places[(*path, key)] = _place(key_event)
                found[key] = self.value(next(self.events), (*path, key), depth + 1)
                continue
            self.value(next(self.events), (*path, ""), depth + 1)
        return found


def _place(event: yaml.Event) -> tuple[int, int]:
    mark = event.start_mark
    assert mark, "the parser gives each event its place"
    return mark.line + 1, mark.column + 1


def _scalar(event: yaml.ScalarEvent, text: str) -> Any:
    if not event.style:  # plain: the C parser says ""
        if text in ("true", "false"):
            return text == "true"
        if _INTEGER.fullmatch(text):
            return int(text)
        if text in ("", "~", "null"):
            return None
    return text
