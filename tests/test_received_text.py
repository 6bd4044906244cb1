"""The text is proved against the received source."""

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


def test_an_empty_file_and_a_wrong_encoding_are_both_reported_at_once(data: Path) -> None:
    (data / "bodies/unodc.yml").write_bytes(b"")
    (data / "bodies/oct.yml").write_bytes("id: oct\nname: caf\xe9".encode("latin-1"))
    result = check(data)
    assert result.returncode == 1
    assert "data/bodies/unodc.yml:1:1: the file is empty" in result.stderr
    assert "data/bodies/oct.yml:2:10: not UTF-8" in result.stderr
