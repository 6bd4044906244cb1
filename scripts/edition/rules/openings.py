"""Opening words: each is classed, once, and no class is left over."""

from collections.abc import Iterator

from ..load import Corpus
from ..problems import Problem, did_you_mean


def check_openings(corpus: Corpus) -> Iterator[Problem]:
    """Opening words stand in one record of openings.yml each, and none there is left over."""
    classed: dict[str, int] = {}
    used = {located.record.opening for located in corpus.paragraphs}
    for index, located in enumerate(corpus.lists["openings"]):
        for i, word in enumerate(located.record.words):
            if word in classed:
                yield located.problem(("words", i), f"'{word}' is classed twice")
            if word not in used:
                near = did_you_mean(word, used)
                yield located.problem(("words", i), f"no paragraph opens with '{word}'{near}")
            classed[word] = index
    for located in corpus.paragraphs:
        opening = located.record.opening
        if opening not in classed:
            near = did_you_mean(opening, classed)
            yield located.problem(("opening",), f"'{opening}' is not in openings.yml{near}")
