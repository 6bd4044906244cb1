"""The one stage that reads data/: files into records, each knowing its file, line and column."""

import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import chain
from pathlib import Path
from typing import Any, Generic, TypeVar

from pydantic import BaseModel, ValidationError

from . import model
from .entries import Body, Capability, Phrase, Reference, Theme
from .form_problems import MOST, form_problems
from .problems import DataError, Problem, did_you_mean
from .unit_id import UnitId
from .yaml_source import Document, KeyPath, load_document, read_text

R = TypeVar("R", bound=BaseModel)

ENTRY_KINDS: dict[str, type[model.Record]] = {
    "capabilities": Capability,
    "references": Reference,
    "bodies": Body,
    "themes": Theme,
    "phrases": Phrase,
}
LISTS: dict[str, type[model.Record]] = {
    "emendations": model.Emendation,
    "sources": model.Source,
    "timeline": model.Moment,
    "openings": model.Opening,
    "absent": model.Absent,
    "not-established": model.NotEstablished,
    "changes": model.Change,
    "redirects": model.Redirect,
}


@dataclass(frozen=True)
class Located(Generic[R]):
    """A record and where it stands; `prefix` is its path inside its document."""

    record: R
    document: Document
    prefix: KeyPath = ()

    def problem(self, path: KeyPath, message: str) -> Problem:
        """A problem at a field of this record."""
        return self.document.problem((*self.prefix, *path), message)


@dataclass
class Corpus:
    """All records of one data folder, as read; nothing is held against anything yet."""

    root: Path
    received: str
    received_name: str
    resolution: Located[model.Resolution]
    paragraphs: list[Located[model.Paragraph]]
    entries: dict[str, list[Located[Any]]]
    lists: dict[str, list[Located[Any]]]
    addresses: list[str] = field(default_factory=list)

    @property
    def records(self) -> Iterator[Located[Any]]:
        """Every record, the resolution first."""
        kinds = (self.paragraphs, *self.entries.values(), *self.lists.values())
        return chain([self.resolution], *kinds)

    @cached_property
    def strings(self) -> list[tuple[Located[Any], KeyPath, str]]:
        """Every string that stands in a record, and its path there."""
        return [(x, *found) for x in self.records for found in _strings(x.record.model_dump(), ())]


def _strings(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _strings(item, (*path, key))
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _strings(item, (*path, index))


def key_of(path: KeyPath) -> str:
    """The key under which a value stands, by itself or in a list."""
    return next((part for part in reversed(path) if isinstance(part, str)), "")


def folder_name(root: Path) -> str:
    """How messages call a data folder, even one given as "." or by a way round."""
    return os.path.basename(os.path.abspath(root))


def load_corpus(root: Path) -> Corpus:
    """Read the data folder `root`. Raises DataError with every problem of form, all at once."""
    return _Loader(root).corpus()


class _Loader:
    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems: list[Problem] = []

    def name(self, path: Path) -> str:
        inside = path.relative_to(self.root).as_posix()
        return f"{folder_name(self.root)}/{inside}".removesuffix("/.")

    def corpus(self) -> Corpus:
        self.no_strangers()
        resolution = list(self.records(self.root / "resolution.yml", model.Resolution))
        paragraphs = self.folder("paragraphs", model.Paragraph, lambda p: UnitId.parse(p.id).file)
        entries = {k: self.folder(k, m, lambda r: str(r.id)) for k, m in ENTRY_KINDS.items()}
        lists = {k: list(self.records(self.root / f"{k}.yml", m)) for k, m in LISTS.items()}
        if not self.files(self.root / "paragraphs"):
            self.bad(self.root / "paragraphs", "must hold a paragraph")
        source = self.files(self.root / "source")
        if [path.suffix for path in source] != [".txt"]:
            self.bad(self.root / "source", "must hold one .txt and nothing else: the received text")
        received = self.text(source[0]) if source else ""
        addresses = self.text(self.root / "addresses.lock").splitlines()
        if self.problems:
            raise DataError(self.problems)
        paragraphs.sort(key=lambda p: UnitId.parse(p.record.id))
        return Corpus(
            self.root,
            received,
            self.name(source[0]),
            resolution[0],
            paragraphs,
            entries,
            lists,
            addresses,
        )

    def bad(self, path: Path, message: str) -> None:
        self.problems.append(Problem(self.name(path), 1, 1, message))

    def text(self, path: Path) -> str:
        text = read_text(path, self.name(path))
        if isinstance(text, Problem):
            self.problems.append(text)
            return ""
        return text

    def files(self, folder: Path) -> list[Path]:
        """What stands in a folder, in order; hidden files are an editor's own. None if missing."""
        if folder.is_symlink() and folder != self.root:
            self.bad(folder, "a symbolic link: put the folder itself here")
            return []
        try:
            return sorted(path for path in folder.iterdir() if not path.name.startswith("."))
        except FileNotFoundError:
            return []
        except OSError as error:
            self.bad(folder, f"cannot be read as a folder: {error.strerror}")
            return []

    def no_strangers(self) -> None:
        """Nothing stands in the data folder that nothing reads."""
        names = {"resolution.yml", "addresses.lock", *(f"{name}.yml" for name in LISTS)}
        known = {*names, "source", "paragraphs", *ENTRY_KINDS}
        for path in self.files(self.root):
            if path.name not in known:
                self.bad(path, f"nothing reads this{did_you_mean(path.name, known)}")

    def folder(self, kind: str, of: type[R], stem: Callable[[Any], str]) -> list[Located[R]]:
        found: list[Located[R]] = []
        for path in self.files(self.root / kind):
            if path.suffix != ".yml":
                self.bad(path, "not a .yml file: rename or remove it")
                continue
            for located in self.records(path, of):
                found.append(located)
                if stem(located.record) != path.stem:
                    wanted = f"{stem(located.record)}.yml"
                    message = f"the id belongs in a file named {wanted}"
                    self.problems.append(located.problem(("id",), message))
        return found

    def records(self, path: Path, of: type[R]) -> Iterator[Located[R]]:
        document = load_document(path, self.name(path))
        self.problems += document.problems[:MOST]
        if document.problems:
            return
        is_list = path.stem in LISTS and path.parent == self.root
        if is_list and not isinstance(document.value, list):
            self.problems.append(
                document.problem((), "must be a list of records: begin each with '- '")
            )
            return
        values = list(enumerate(document.value)) if is_list else [((), document.value)]
        for key, value in values:
            if len(self.problems) > MOST:
                return
            prefix: KeyPath = (key,) if isinstance(key, int) else ()
            try:
                yield Located(of.model_validate(value), document, prefix)
            except ValidationError as error:
                self.problems += form_problems(error, document, prefix, of)
