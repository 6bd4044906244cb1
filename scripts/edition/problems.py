"""What is wrong with the data, and where."""

from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake: file as the reader would type it, line and column counted from 1."""

    file: str
    line: int
    column: int
    message: str

    def __str__(self) -> str:
        """One line that can be printed, whatever stands in the file's name or in the data."""
        message = self.message if len(self.message) <= 500 else f"{self.message[:500]}…"
        whole = f"{self.file}:{self.line}:{self.column}: {message}"
        return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in whole)


class DataError(Exception):
    """The data cannot be used; carries every problem found, in the order of files and lines."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return " (did you mean 'x'?)" for the known word nearest to `word`, or an empty string."""
    near = get_close_matches(word, list(known), n=1)
    return f" (did you mean '{near[0]}'?)" if near else ""
