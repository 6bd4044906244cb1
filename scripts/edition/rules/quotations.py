"""Quotations: what an entry says that the text says, the text says."""

from collections.abc import Iterator
from itertools import pairwise

from ..load import Corpus
from ..mentions import occurrences, plain_text
from ..problems import Problem
from ..yaml_source import KeyPath
from .provisions import provisions


def check_quotations(corpus: Corpus) -> Iterator[Problem]:
    """`on` of a note or an overrule occurs exactly once in its paragraph.

    What an action quotes occurs too; a point's in it or in the paragraph above, which governs it.
    """
    for placed in provisions(corpus):
        record = placed.record
        for key in ("notes", "overrule"):
            for i, item in enumerate(getattr(record, key)):
                count = placed.text.count(item.on)
                if count != 1:
                    message = f"'{item.on}' occurs {count} times in {placed.id}, not once"
                    yield placed.problem((key, i, "on"), message)
                elif key == "overrule" and not occurrences(item.on, placed.text):
                    message = f"'{item.on}' cuts a word: quote whole words"
                    yield placed.problem((key, i, "on"), message)
        for i, action in enumerate(record.actions):
            quoted: list[tuple[KeyPath, str]] = [(("governed_by",), action.governed_by or "")]
            quoted += ((("conditions", j), words) for j, words in enumerate(action.conditions))
            for key_path, words in quoted:
                if words not in placed.text and words not in placed.above:
                    message = f"'{words}' does not occur in {placed.id}: quote its words"
                    yield placed.problem(("actions", i, *key_path), message)


def check_notes_in_order(corpus: Corpus) -> Iterator[Problem]:
    """Notes stand in the order of their words, so that their letters follow in the text."""
    for placed in provisions(corpus):
        ends = [placed.text.find(note.on) + len(note.on) for note in placed.record.notes]
        for i, (before, after) in enumerate(pairwise(ends), 1):
            if after < before:
                message = "its words come before those of the note above: put it first"
                yield placed.problem(("notes", i, "on"), message)


def check_opening_words(corpus: Corpus) -> Iterator[Problem]:
    """A paragraph begins with its opening words, in which no footnote is called.

    Enacting words end with the comma after which the paragraphs go on.
    """
    if not corpus.resolution.record.enacting.endswith(","):
        yield corpus.resolution.problem(("enacting",), "must end with a comma")
    for located in corpus.paragraphs:
        if not plain_text(located.record.text)[0].startswith(f"{located.record.opening} "):
            message = f"the text does not begin with '{located.record.opening}'"
            yield located.problem(("opening",), message)


def check_inline_parts(corpus: Corpus) -> Iterator[Problem]:
    """A part run into the text, (a), stands in it exactly once; letters of points run from a.

    Only an operative paragraph has points, and none has parts of both sorts.
    """
    for located in corpus.paragraphs:
        record = located.record
        if record.points and (record.inline or record.id.startswith("pp")):
            message = "points belong to an operative paragraph without 'inline': remove them"
            yield located.problem(("points",), message)
        for i, letter in enumerate(record.inline):
            if plain_text(record.text)[0].count(f" ({letter}) ") != 1:
                message = f"' ({letter}) ' does not occur exactly once"
                yield located.problem(("inline", i), message)
        for i, point in enumerate(record.points):
            if ord(point.letter) != ord("a") + i:
                message = f"point {i + 1} has the letter '{point.letter}'"
                yield located.problem(("points", i, "letter"), message)
