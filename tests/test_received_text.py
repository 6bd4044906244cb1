"""The text is proved against the received source."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from edition.load import load_corpus
from edition.model import Paragraph
from edition.received import check_received_text

ROOT = Path(__file__).parent.parent


def check(data: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, str(ROOT / "scripts/build.py"), "--data", "data", "check"]
    return subprocess.run(command, cwd=data.parent, capture_output=True, text=True)


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """A copy of the real data that a test may break."""
    return Path(shutil.copytree(ROOT / "data", tmp_path / "data"))


def test_one_changed_letter_of_any_paragraph_or_point_is_found() -> None:
    corpus = load_corpus(ROOT / "data")
    assert not list(check_received_text(corpus))
    for located in corpus.paragraphs:
        record = located.record
        for changed in _with_one_letter_changed(record):
            paragraphs = [
                replace(p, record=changed) if p is located else p for p in corpus.paragraphs
            ]
            problems = list(check_received_text(replace(corpus, paragraphs=paragraphs)))
            assert [p.file for p in problems] == [located.document.file], record.id


def _with_one_letter_changed(record: Paragraph) -> Iterator[Paragraph]:
    middle = len(record.text) // 2
    yield record.model_copy(update={"text": _swapped(record.text, middle)})
    for i, point in enumerate(record.points):
        changed = point.model_copy(update={"text": _swapped(point.text, len(point.text) // 2)})
        yield record.model_copy(
            update={"points": (*record.points[:i], changed, *record.points[i + 1 :])}
        )


def _swapped(text: str, at: int) -> str:
    return f"{text[:at]}{'x' if text[at] != 'x' else 'y'}{text[at + 1 :]}"


def test_the_real_data_pass(data: Path) -> None:
    assert check(data).returncode == 0


@pytest.mark.parametrize("unit", ["pp01", "pp14", "pp21", "op01", "op09", "op13", "op16"])
def test_one_changed_letter_fails_with_file_and_place(data: Path, unit: str) -> None:
    path = data / "paragraphs" / f"{unit}.yml"
    text = path.read_text()
    path.write_text(text.replace("ooperation", "ooperatian", 1))
    result = check(data)
    assert result.returncode == 1
    assert f"data/paragraphs/{unit}.yml:" in result.stderr
    assert "not the received text" in result.stderr
    assert "data/source/a-75-l-20.txt:" in result.stderr


BROKEN = {
    "unknown key": (
        "paragraphs/op09.yml",
        "opening:",
        "openning:",
        "unknown key 'openning' (did you mean 'opening'?)",
    ),
    "missing key": (
        "paragraphs/op09.yml",
        "opening: Encourages\n",
        "",
        "the key 'opening' is missing",
    ),
    "wrong type": ("paragraphs/op09.yml", "themes:", "themes: none\nthemez:", "'themes'"),
    "duplicate key": (
        "paragraphs/op09.yml",
        "id: op9\n",
        "id: op9\nid: op9\n",
        "the key 'id' stands twice",
    ),
    "broken reference": ("paragraphs/op09.yml", "iarms", "iarmz", "(did you mean 'iarms'?)"),
    "bad YAML": ("paragraphs/op09.yml", "id: op9", "id: [op9", "not YAML"),
    "tab": ("paragraphs/op09.yml", "id: op9", "id: op9\t", "a tab"),
    "duplicate id": (
        "emendations.yml",
        "- id: op2-number",
        "- id: pp8-full-stop",
        "the id 'pp8-full-stop' stands twice",
    ),
    "id and file that differ": (
        "capabilities/ibin.yml",
        "id: ibin",
        "id: iarms",
        "the id belongs in a file named iarms.yml",
    ),
    "summary too long": (
        "paragraphs/op05.yml",
        "summary: >-\n",
        f"summary: >-\n  {'word ' * 40}\n",
        "words; a summary has at most 40",
    ),
    "quotation that is not one": (
        "paragraphs/op05.yml",
        "  - on: create synergies",
        "  - on: create many synergies",
        "'create many synergies' occurs 0 times in op5, not once",
    ),
    "condition that is no quotation": (
        "paragraphs/op05.yml",
        "      - within their respective mandates",
        "      - within all mandates",
        "'within all mandates' does not occur in op5",
    ),
    "figure without a date": (
        "capabilities/databases.yml",
        "      as_of: 2018-04-06\n",
        "",
        "a figure needs 'as_of'",
    ),
    "background without a source": (
        "paragraphs/op09.yml",
        "    sources: [interpol-iarms-modules-user-access]\n",
        "",
        "a background note has at least one source",
    ),
    "absent name": (
        "capabilities/ibin.yml",
        "INTERPOL Ballistic Information Network",
        "INTERPOL Ballistics Network",
        "occurs nowhere in the text",
    ),
}


@pytest.mark.parametrize("fault", BROKEN)
def test_a_mistake_is_one_line_with_file_line_and_column(data: Path, fault: str) -> None:
    name, old, new, message = BROKEN[fault]
    path = data / name
    text = path.read_text()
    assert old in text
    path.write_text(text.replace(old, new))
    result = check(data)
    assert result.returncode == 1
    assert "Traceback" not in result.stderr
    lines = [line for line in result.stderr.splitlines() if message in line]
    assert lines, result.stderr
    assert lines[0].startswith(f"data/{name}:")
    assert all(part.isdigit() for part in lines[0].split(":")[1:3])


def test_an_empty_file_and_a_wrong_encoding_are_both_reported_at_once(data: Path) -> None:
    (data / "bodies/unodc.yml").write_bytes(b"")
    (data / "bodies/oct.yml").write_bytes("id: oct\nname: caf\xe9".encode("latin-1"))
    result = check(data)
    assert result.returncode == 1
    assert "data/bodies/unodc.yml:1:1: the file is empty" in result.stderr
    assert "data/bodies/oct.yml:2:10: not UTF-8" in result.stderr
