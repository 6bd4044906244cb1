"""What can be printed: every letter of the data is in a font."""

import unicodedata
from collections.abc import Iterator
from typing import Any

from ..fonts import lacking
from ..load import Corpus, Located
from ..problems import Problem
from ..yaml_source import KeyPath


def check_letters(corpus: Corpus) -> Iterator[Problem]:
    """Every letter is one that some font has, so that the PDFs print what the data say."""
    records: list[Located[Any]] = [corpus.resolution, *corpus.paragraphs]
    for found in (*corpus.entries.values(), *corpus.lists.values()):
        records += found
    texts = [
        (located, path, text)
        for located in records
        for path, text in _texts(located.record.model_dump(), ())
        if not text.isascii()
    ]
    used = {letter for _, _, text in texts for letter in text if not letter.isascii()}
    missing = set(lacking("".join(sorted(used))))
    for located, path, text in texts:
        for letter in dict.fromkeys(x for x in text if x in missing):
            named = unicodedata.name(letter, "a letter without a name")
            at = text.index(letter)
            where = text[max(0, at - 20) : at + 20].strip()
            point = f"U+{ord(letter):04X}, {named}"
            message = f"no font has the letter '{letter}' ({point}), in “{where}”"
            yield located.problem(path, message)


def _texts(value: Any, path: KeyPath) -> Iterator[tuple[KeyPath, str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _texts(item, (*path, key))
    elif isinstance(value, (list, tuple)):
        for index, item in enumerate(value):
            yield from _texts(item, (*path, index))
