"""Where names occur in a text: the longest first, on word boundaries, never one inside another."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

_CALL = re.compile(r"\[\^(\d+)\]")


def plain_text(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without footnote marks, and where the marks stood: (offset, number)."""
    calls: list[tuple[int, int]] = []
    removed = 0
    for match in _CALL.finditer(text):
        calls.append((match.start() - removed, int(match.group(1))))
        removed += len(match.group())
    return _CALL.sub("", text), tuple(calls)


@dataclass(frozen=True)
class Found:
    """A name of `key` at [start:end]."""

    key: str | None
    start: int
    end: int


class NameFinder:
    """Finds the names of one set of entries; built once, since compiling is the slow part."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names`: name -> key of the entry that it belongs to."""
        self.names = names
        longest_first = sorted(names, key=lambda n: (-len(n), n))
        self.pattern = re.compile(_any_of(longest_first)) if names else None

    def find(self, text: str, overrule: Iterable[Found] = ()) -> Iterator[Found]:
        """Yield every name in `text`, in order; words that `overrule` covers mean what it says."""
        taken = tuple(overrule)
        found = [f for f in taken if f.key is not None]
        for match in self.pattern.finditer(text) if self.pattern else ():
            if not any(o.start < match.end() and match.start() < o.end for o in taken):
                found.append(Found(self.names[match.group()], match.start(), match.end()))
        yield from sorted(found, key=lambda f: f.start)


def bounded(words: str) -> str:
    """A regular expression for `words` where they are not part of a longer word."""
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    return f"{before}{re.escape(words)}{after}"


def _any_of(words: Iterable[str]) -> str:
    return "|".join(map(bounded, words))


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Every [start:end] of `words` in `text` on word boundaries, case as written."""
    return [m.span() for m in re.finditer(bounded(words), text)]
