"""Every rule that the data must keep; this list is the table of contents."""

from ..load import Corpus
from ..problems import DataError
from ..received import check_received_text
from .dates import check_dates, check_order
from .letters import check_letters
from .names import check_absent_words, check_names_occur, check_names_unique
from .openings import check_openings
from .quotations import (
    check_inline_parts,
    check_notes_in_order,
    check_opening_words,
    check_quotations,
)
from .references import check_footnotes, check_ids_unique, check_partners, check_references
from .sourcing import check_claims, check_notes, check_sources, check_summaries

RULES = (
    check_ids_unique,
    check_references,
    check_partners,
    check_footnotes,
    check_opening_words,
    check_openings,
    check_inline_parts,
    check_quotations,
    check_notes_in_order,
    check_names_unique,
    check_names_occur,
    check_absent_words,
    check_summaries,
    check_notes,
    check_claims,
    check_sources,
    check_dates,
    check_order,
    check_letters,
    check_received_text,
)


def check_corpus(corpus: Corpus) -> None:
    """Apply every rule. Raises DataError with all problems found."""
    problems = [problem for rule in RULES for problem in rule(corpus)]
    if problems:
        raise DataError(problems)
