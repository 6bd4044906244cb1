"""Where names occur in a text: the longest first, on word boundaries, never one inside another."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

CALL = re.compile(r"\[\^([1-9][0-9]{0,3})\]")  # of a footnote


def plain_text(text: str) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text without footnote marks, and where the marks stood: (offset, number)."""
    calls: list[tuple[int, int]] = []
    removed = 0
    for match in CALL.finditer(text):
        calls.append((match.start() - removed, int(match.group(1))))
        removed += len(match.group())
    return CALL.sub("", text), tuple(calls)


@dataclass(frozen=True)
class Found:
    """A name of `key` at [start:end]."""

    key: str | None
    start: int
    end: int


class NameFinder:
    """Finds the names of one set of entries."""

    def __init__(self, names: Mapping[str, str]) -> None:
        """`names`: name -> key of the entry that it belongs to."""
        self.names = names

    def find(self, text: str, overrule: Iterable[Found] = ()) -> Iterator[Found]:
        """Yield every name in `text`, in order; words that `overrule` covers mean what it says."""
        taken = tuple(overrule)
        found = [f for f in taken if f.key is not None]
        spans = (span for name in self.names if name in text for span in occurrences(name, text))
        at = 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start < at:
                continue
            at = end
            if not any(o.start < end and start < o.end for o in taken):
                found.append(Found(self.names[text[start:end]], start, end))
        yield from sorted(found, key=lambda f: f.start)


def occurrences(words: str, text: str) -> list[tuple[int, int]]:
    """Every [start:end] of `words` in `text` on word boundaries, case as written."""
    found = []
    start = text.find(words)
    while start >= 0:
        end = start + len(words)
        if not (_within_word(text, start) or _within_word(text, end)):
            found.append((start, end))
            start = end - 1
        start = text.find(words, start + 1)
    return found


def _within_word(text: str, at: int) -> bool:
    return 0 < at < len(text) and all(c.isalnum() or c == "_" for c in text[at - 1 : at + 1])
