"""What the real data do not have, and another edition may: the small one, changed in a place."""

import shutil
from collections.abc import Callable
from pathlib import Path

import akn
import pytest
from akn import AKN
from edition.build import build_edition
from edition.edition import Edition
from edition.exports.akoma_ntoso import akoma_ntoso
from edition.links import relative
from edition.markup import text_html
from edition.pages import timeline
from lxml import etree

ROOT = Path(__file__).parent.parent
SOURCE = "source/received.txt"
ASKING = "members to use the Lake Register;"
Change = Callable[..., Edition]


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "tests/small/data", tmp_path / "data"))


@pytest.fixture
def changed(data: Path) -> Change:
    """The edition after changes, each a file with words there and what replaces them."""

    def change(*changes: tuple[str, str, str]) -> Edition:
        for file, old, new in changes:
            text = (data / file).read_text()
            assert old in text
            (data / file).write_text(text.replace(old, new))
        return build_edition(data)

    return change


def asking(words: str) -> tuple[tuple[str, str, str], ...]:
    """The changes by which the first operative paragraph asks something else."""
    return ("paragraphs/op01.yml", ASKING, words), (SOURCE, ASKING, words)


def html(edition: Edition, unit: str) -> str:
    return text_html(edition, edition.units[unit], lambda target: relative("/op/1/", target))


def words(element: etree._Element) -> str:
    return " ".join(str(element.xpath("string()")).split())


def test_another_order_of_records_is_another_edition(changed: Change) -> None:
    one, other = "- statement: How deep it is.\n", "- statement: How wide it is.\n"
    old = "- statement: The depth of the lake was not established.\n"
    before = changed(("not-established.yml", old, one + other))
    after = changed(("not-established.yml", one + other, other + one))
    assert before.mark != after.mark


def test_a_name_that_runs_over_the_opening_words_is_a_link_in_both_pieces(changed: Change) -> None:
    name = ("bodies/members.yml", "names: [members]", "names: [Calls upon members]")
    edition = changed(name, ("bodies/members.yml", "linked: false", "linked: true"))
    assert html(edition, "op1").count('href="../../bodies/members/"') == 2


def test_a_part_is_where_its_letter_stands_alone_and_its_letter_is_not_doubled(
    changed: Change,
) -> None:
    text = "members to use(a) the (a) Lake Register;"
    inline = ("paragraphs/op01.yml", "themes: [fish]", "themes: [fish]\ninline: [a]")
    on = ("paragraphs/op01.yml", "on: members", "on: use(a) the (a)")
    edition = changed(*asking(text), inline, on)
    assert '<span id="op1-a"' in html(edition, "op1").partition("use(a) the ")[2][:20]
    point = next(akn.read(akoma_ntoso(edition)).iter(f"{AKN}point"))
    assert words(point) == "(a)Lake Register;"


def test_words_that_look_like_markup_of_the_theme_are_not_mended_away(changed: Change) -> None:
    text = 'members to use x tabindex="" for="__toc" y the Lake Register;'
    shown = html(changed(*asking(text)), "op1")
    assert 'tabindex=""' not in shown
    assert text.partition(" to ")[2] in words(etree.HTML(shown))


def test_ids_of_entries_are_not_those_of_the_document_itself(changed: Change, data: Path) -> None:
    (data / "bodies/members.yml").rename(data / "bodies/un-ga.yml")
    renamed = [
        (file, "actor: members", "actor: un-ga")
        for file in ("paragraphs/op01.yml", "paragraphs/op02.yml", "paragraphs/op03.yml")
    ]
    edition = changed(("bodies/un-ga.yml", "id: members", "id: un-ga"), *renamed)
    akn.read(akoma_ntoso(edition))


def test_an_edition_without_notes_is_good_akoma_ntoso(changed: Change, data: Path) -> None:
    path = data / "paragraphs/op01.yml"
    path.write_text(path.read_text().partition("notes:")[0])
    root = akn.read(akoma_ntoso(changed()))
    assert not list(root.iter(f"{AKN}notes"))


def test_a_symbol_with_a_space_has_an_address_without(changed: Change) -> None:
    symbol = ("references/decision-2-7.yml", "name:", "symbol: CL/RES/7 (S-II)\nname:")
    edition = changed(symbol)
    address = edition.official_address(edition.entries["decision-2-7"])
    assert address == "https://example.org/en/CL/RES/7%20(S-II)"


def test_dots_of_a_timeline_stand_apart_however_many_there_are(edition: Edition) -> None:
    moments = tuple(m for m in edition.timeline for _ in range(100))
    drawn = timeline.draw(moments)
    assert len({(x, y) for x, y, _, _ in drawn.dots}) == len(moments)
