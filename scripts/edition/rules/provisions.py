"""Paragraphs and points alike, each with the path to it inside its file."""

from collections.abc import Iterator
from dataclasses import dataclass

from ..load import Corpus, Located
from ..mentions import plain_text
from ..model import Paragraph, Provision
from ..problems import Problem
from ..yaml_source import KeyPath


@dataclass(frozen=True)
class Placed:
    """A paragraph or point, its id and plain text; `above` is the text that a point is under."""

    id: str
    record: Provision
    text: str
    above: str
    owner: Located[Paragraph]
    path: KeyPath

    def problem(self, path: KeyPath, message: str) -> Problem:
        return self.owner.problem((*self.path, *path), message)


def provisions(corpus: Corpus) -> Iterator[Placed]:
    """Every paragraph and point in document order."""
    for owner in corpus.paragraphs:
        paragraph = owner.record
        text = plain_text(paragraph.text)[0]
        yield Placed(paragraph.id, paragraph, text, "", owner, ())
        for i, point in enumerate(paragraph.points):
            unit_id = f"{paragraph.id}-{point.letter}"
            yield Placed(unit_id, point, plain_text(point.text)[0], text, owner, ("points", i))
