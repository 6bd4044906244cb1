"""`make serve` follows edits, shows a mistake, and recovers with the next good save."""

from __future__ import annotations

import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent


@pytest.fixture
def served(tmp_path: Path) -> Iterator[tuple[Path, str, Path]]:
    """The small resolution being served: its data folder, its address, the server's log."""
    project = tmp_path / "project"
    for name in ("scripts", "docs", "mkdocs.yml"):
        source = ROOT / name
        (shutil.copytree if source.is_dir() else shutil.copy)(source, _made(project) / name)
    shutil.copytree(ROOT / "tests/small/data", project / "data")
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        address = f"127.0.0.1:{free.getsockname()[1]}"
    log = tmp_path / "log"
    command = [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--dev-addr", address]
    with log.open("w") as stream:
        process = subprocess.Popen(command, cwd=project, stdout=stream, stderr=stream)
    yield project / "data", f"http://{address}", log
    process.terminate()
    process.wait()


def _made(folder: Path) -> Path:
    folder.mkdir(exist_ok=True)
    return folder


def within(seconds: float, condition: Callable[[], bool]) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if condition():
            return True
        time.sleep(0.1)
    return False


def shows(address: str, words: str) -> bool:
    try:
        with urllib.request.urlopen(address, timeout=5) as answer:
            return words in answer.read().decode()
    except (urllib.error.URLError, ConnectionError):
        return False


def test_an_edit_is_followed_a_mistake_shown_and_the_next_good_save_recovers(
    served: tuple[Path, str, Path],
) -> None:
    data, address, log = served
    page, entry = f"{address}/capabilities/register/", data / "capabilities/register.yml"
    assert within(60, lambda: shows(page, "A list of lakes."))
    good = entry.read_text()
    entry.write_text(good.replace("A list of lakes.", "A list of large lakes."))
    assert within(20, lambda: shows(page, "A list of large lakes."))
    entry.write_text(good.replace("kind: database", "kind: datebase"))
    assert within(20, lambda: "data/capabilities/register.yml:4:1: 'datebase'" in log.read_text())
    entry.write_text(good.replace("A list of lakes.", "A list of small lakes."))
    assert within(20, lambda: shows(page, "A list of small lakes."))
