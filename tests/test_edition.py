"""What the resolved edition holds, on the real data."""

import re

from edition.edition import Edition
from edition.entries import Entry
from edition.report import report


def test_every_paragraph_point_and_footnote_is_there(edition: Edition) -> None:
    assert [u.id for u in edition.top_level("preambular")] == [f"pp{n}" for n in range(1, 22)]
    assert [u.id for u in edition.top_level("operative")] == [f"op{n}" for n in range(1, 17)]
    assert [u.id for u in edition.top_level("subparagraph")] == [f"op13-{x}" for x in "abcde"]
    assert [f.number for f in edition.resolution.footnotes] == list(range(1, 8))
    assert len(edition.resolution.sponsors) == 15


def test_documents_of_a_footnote_count_for_the_paragraph_that_calls_it(edition: Edition) -> None:
    assert "op9" in edition.entries["a-conf-192-15"].paragraphs
    assert "pp17" in edition.entries["a-60-88"].paragraphs
    assert "pp10" in edition.entries["a-res-72-284"].paragraphs


def test_a_longer_name_is_not_also_a_mention_of_what_it_contains(edition: Edition) -> None:
    assert "op6" not in edition.entries["notices"].paragraphs
    assert "op2" not in edition.entries["criminal-analysis-files"].paragraphs


def test_a_title_that_contains_another_title_names_both(edition: Edition) -> None:
    for document in ("revcon3", "poa-salw", "iti"):
        assert "pp17" in edition.entries[document].paragraphs
    for document in ("a-res-72-1", "gpa-trafficking"):
        assert "pp16" in edition.entries[document].paragraphs


def test_the_stolen_documents_database_is_named_in_paragraphs_2_6_and_7(edition: Edition) -> None:
    assert edition.entries["sltd"].paragraphs == ("op2", "op6", "op7")


def test_every_entry_is_named_or_says_that_it_is_not(edition: Edition) -> None:
    for kind in ("capabilities", "references", "bodies"):
        for entry in edition.of_kind(kind):
            assert isinstance(entry.record, Entry)
            assert bool(entry.mentions) == entry.record.named, entry.id


def test_the_report_counts_notes_and_names_old_facts_and_missing_addresses(
    edition: Edition,
) -> None:
    lines = list(report(edition))
    notes = sum(len(u.record.notes) for u in edition.top_level("preambular"))
    text, background = map(int, re.findall(r"(\d+) (?:notes|of)", lines[0]))
    assert text + background == notes
    assert f"sources: {len(edition.sources)} (" in lines[3]
    old = [line for line in lines if "facts of 'interpol-marks-25-years-lyon'" in line]
    assert old and "regional-bureaux" in old[0]
    assert "no official address: references/a-dec-60-519" in lines
    assert not any("no official address: capabilities/sltd" in line for line in lines)
