"""Dates: nothing comes before what it follows from, and nothing after the day of the data."""

from collections.abc import Iterator
from itertools import pairwise

from ..load import Corpus, key_of
from ..problems import Problem

FIRST, LAST = "1980-01-01", "2099-12-31"  # what zip and gzip can write


def check_dates(corpus: Corpus) -> Iterator[Problem]:
    """No fact and no source is later than the data's own `as_of`; no draft than its adoption."""
    resolution = corpus.resolution.record
    today = resolution.as_of
    if not FIRST <= today <= LAST:
        message = f"{today} is not between {FIRST} and {LAST}, as a date of a file must be"
        yield corpus.resolution.problem(("as_of",), message)
    later = f"is later than 'as_of' of the resolution, {today}: correct one of the two"
    for located, path, day in corpus.strings:
        if key_of(path) == "as_of" and day > today:
            yield located.problem(path, f"{day} {later}")
    for located in corpus.lists["sources"]:
        source = located.record
        if source.consulted > today:
            yield located.problem(("consulted",), f"{source.consulted} {later}")
        if source.date != "undated" and source.date > source.consulted:
            message = f"{source.date} is later than the day on which the source was consulted"
            yield located.problem(("date",), message)
    if resolution.adoption.date < resolution.date:
        message = f"the draft is of {resolution.date}: it was not adopted before that"
        yield corpus.resolution.problem(("adoption", "date"), message)


def check_order(corpus: Corpus) -> Iterator[Problem]:
    """The timeline runs from the oldest event, the changes from the newest."""
    for before, located in pairwise(corpus.lists["timeline"]):
        if located.record.date < before.record.date:
            message = f"stands after {before.record.date}: put the oldest event first"
            yield located.problem(("date",), message)
    for before, located in pairwise(corpus.lists["changes"]):
        if located.record.date > before.record.date:
            message = f"stands after {before.record.date}: put the newest change first"
            yield located.problem(("date",), message)
