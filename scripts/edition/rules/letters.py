"""What can be printed: every letter of the data is in a font."""

import unicodedata
from collections.abc import Iterator

from ..fonts import lacking
from ..load import Corpus
from ..problems import Problem


def check_letters(corpus: Corpus) -> Iterator[Problem]:
    """Every letter is one that some font has, so that the PDFs print what the data say."""
    foreign = [found for found in corpus.strings if not found[2].isascii()]
    used = {letter for _, _, text in foreign for letter in text if not letter.isascii()}
    missing = set(lacking("".join(sorted(used))))
    for located, path, text in foreign:
        for letter in dict.fromkeys(x for x in text if x in missing):
            named = unicodedata.name(letter, "a letter without a name")
            at = text.index(letter)
            where = text[max(0, at - 20) : at + 20].strip()
            point = f"U+{ord(letter):04X}, {named}"
            message = f"no font has the letter '{letter}' ({point}), in “{where}”"
            yield located.problem(path, message)
