"""The spellings of a paragraph's id, as a table."""

import pytest
from edition.unit_id import UnitId, ordinal


@pytest.mark.parametrize(
    ("written", "kind", "number", "pinpoint", "label", "address", "eid", "file"),
    [
        (
            "pp17",
            "preambular",
            "17",
            "seventeenth preambular paragraph",
            "Seventeenth preambular paragraph",
            "/pp/17/",
            "preamble__container_17",
            "pp17",
        ),
        ("op9", "operative", "9", "para. 9", "Paragraph 9", "/op/9/", "para_9", "op09"),
        (
            "op13-b",
            "subparagraph",
            "13 (b)",
            "para. 13 (b)",
            "Paragraph 13 (b)",
            "/op/13/b/",
            "para_13__list_1__point_b",
            "op13",
        ),
    ],
)
def test_every_spelling_follows_from_the_id(
    written: str,
    kind: str,
    number: str,
    pinpoint: str,
    label: str,
    address: str,
    eid: str,
    file: str,
) -> None:
    unit = UnitId.parse(written)
    assert (unit.kind, unit.number, unit.pinpoint) == (kind, number, pinpoint)
    assert (unit.label, unit.address, unit.eid, unit.file) == (label, address, eid, file)


def test_ids_are_in_document_order_not_in_that_of_letters() -> None:
    written = ["pp2", "pp10", "op1", "op9", "op13", "op13-a", "op13-b", "op14"]
    assert sorted(reversed(written), key=UnitId.parse) == written


@pytest.mark.parametrize(
    ("number", "word"),
    [(1, "first"), (12, "twelfth"), (20, "twentieth"), (21, "twenty-first"), (100, "100th")],
)
def test_ordinals(number: int, word: str) -> None:
    assert ordinal(number) == word
