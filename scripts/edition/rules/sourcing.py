"""What editors add: summaries that are short, claims that have a source, sources that are used."""

import re
from collections.abc import Iterator

from ..entries import claims
from ..load import Corpus, key_of
from ..problems import Problem
from .provisions import provisions

MAX_SUMMARY_WORDS = 40
# A date, a year, a symbol or a paragraph number is not a figure that ages.
_MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = (
    r"paragraphs?|[Aa]rticles?|[Ff]ootnotes?|[Nn]o\.|vol\.|[Ii]tem|[Cc]hap\.|[Pp]art|annex"
    r"|[Rr]esolutions?|[Mm]ission"
)
_NOT_A_FIGURE = re.compile(
    rf"\b\d{{1,2}} ({_MONTHS})( \d{{4}})?|\b(1[89]|20)\d\d\b|\S*\d/\S+|\S*[A-Za-z][-.]?\d\S*"
    rf"|\d+ Committee|[Pp]aras?\. \d+|({_NUMBERED}) \S*\d\S*|\b\d+(st|nd|rd|th)\b"
)
_FIGURE = re.compile(r"\d")


def has_figure(text: str) -> bool:
    """Whether the text holds a number other than a date, a year, a symbol or a paragraph."""
    return bool(_FIGURE.search(_NOT_A_FIGURE.sub("", text)))


def check_summaries(corpus: Corpus) -> Iterator[Problem]:
    """A summary has 40 words at most; an operative paragraph or its points have actions."""
    for placed in provisions(corpus):
        count = len(placed.record.summary.split())
        if count > MAX_SUMMARY_WORDS:
            message = f"{count} words; a summary has at most {MAX_SUMMARY_WORDS}"
            yield placed.problem(("summary",), message)
        has_points = bool(getattr(placed.record, "points", ()))
        if placed.id.startswith("op") and not placed.record.actions and not has_points:
            yield placed.problem((), f"{placed.id} lacks an action: say who is to do what")


def check_notes(corpus: Corpus) -> Iterator[Problem]:
    """A background note has a source, and "as of" with a figure; a note from the text has none."""
    for placed in provisions(corpus):
        for i, note in enumerate(placed.record.notes):
            at = ("notes", i)
            if note.voice == "background" and not note.sources:
                yield placed.problem(at, "a background note has at least one source: name it")
            if note.voice == "text" and note.sources:
                yield placed.problem(
                    (*at, "sources"), "a note from the text has no other source: remove it"
                )
            if note.voice == "background" and has_figure(note.text) and not note.as_of:
                yield placed.problem(at, "a figure needs 'as_of', its date")
    for located in corpus.lists["timeline"]:
        moment = located.record
        if moment.voice == "background" and not moment.sources:
            yield located.problem((), "a background event has at least one source: name it")


def check_claims(corpus: Corpus) -> Iterator[Problem]:
    """A background claim with a figure has "as of"."""
    for found in corpus.entries.values():
        for located in found:
            for heading, i, claim in claims(located.record):
                if has_figure(claim.text) and not claim.as_of:
                    at = ("background", heading, i)
                    yield located.problem(at, "a figure needs 'as_of', its date")


def check_sources(corpus: Corpus) -> Iterator[Problem]:
    """A source that nothing uses is a leftover."""
    used = {value for _, path, value in corpus.strings if key_of(path) == "sources"}
    for located in corpus.lists["sources"]:
        if located.record.id not in used:
            yield located.problem(
                ("id",), f"nothing uses the source '{located.record.id}': remove it"
            )
