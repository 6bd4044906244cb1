"""Names: each belongs to one entry, occurs in the text, and absent words really are absent."""

import re
from collections.abc import Iterator

from ..load import Corpus
from ..mentions import NameFinder, occurrences
from ..problems import Problem
from .provisions import provisions

_NAMING = ("capabilities", "references", "bodies")


def _texts(corpus: Corpus) -> list[str]:
    footnotes = [f.text for f in corpus.resolution.record.footnotes]
    return [*(p.text for p in provisions(corpus)), *footnotes]


def _nowhere(name: str, texts: list[str]) -> str:
    if any(occurrences(name, text) for text in texts):
        return f"'{name}' stands only inside longer names: remove it"
    return f"'{name}' occurs nowhere in the text: correct or remove it"


def check_names_unique(corpus: Corpus) -> Iterator[Problem]:
    """No two entries answer to the same name, and no two phrases."""
    for kinds in (_NAMING, ("phrases",)):
        owner: dict[str, str] = {}
        for located in (entry for kind in kinds for entry in corpus.entries[kind]):
            for i, name in enumerate(located.record.names):
                if name in owner:
                    message = f"'{name}' is already a name of '{owner[name]}': keep one"
                    yield located.problem(("names", i), message)
                owner.setdefault(name, located.record.id)


def check_names_occur(corpus: Corpus) -> Iterator[Problem]:
    """Every name occurs in the text as a mention of its own; an entry without one says so."""
    owner = {
        name: located.record.id
        for kind in _NAMING
        for located in corpus.entries[kind]
        for name in located.record.names
    }
    finder = NameFinder(owner)
    texts = _texts(corpus)
    found = {text[f.start : f.end] for text in texts for f in finder.find(text)}
    found |= {rule.on for p in provisions(corpus) for rule in p.record.overrule}
    for kind in _NAMING:
        for located in corpus.entries[kind]:
            record = located.record
            for i, name in enumerate(record.names):
                if name not in found:
                    yield located.problem(("names", i), _nowhere(name, texts))
            if record.named and not record.names:
                yield located.problem(("names",), "no name; say 'named: false' if that is meant")
            if not record.named and record.names:
                yield located.problem(
                    ("named",), "'named: false', and yet there are names: remove one"
                )
    for located in corpus.entries["phrases"]:
        for i, name in enumerate(located.record.names):
            if not any(occurrences(name, text) for text in texts):
                yield located.problem(("names", i), _nowhere(name, texts))


def check_absent_words(corpus: Corpus) -> Iterator[Problem]:
    """Words listed as not in the text occur in no paragraph and no footnote, in either case.

    A name in which they may occur is in the text.
    """
    texts = _texts(corpus)
    for located in corpus.lists["absent"]:
        names = re.compile("|".join(map(re.escape, located.record.except_in)) or r"(?!)")
        for i, name in enumerate(located.record.except_in):
            if not any(name in text for text in texts):
                yield located.problem(("except_in", i), _nowhere(name, texts))
        left = [names.sub("", text).lower() for text in texts]
        for i, words in enumerate(located.record.words):
            if any(occurrences(words.lower(), text) for text in left):
                message = (
                    f"'{words}' does occur in the text: remove it, or put its name in except_in"
                )
                yield located.problem(("words", i), message)
