"""`make serve` in a copy of the project, on a free port of loopback."""

import os
import re
import shutil
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from loopback import free_address

ROOT = Path(__file__).parent.parent
# An edit is shown in under 2 seconds (`make bench` says how long); here others work as well.
SOON = 15


class Preview(NamedTuple):
    """The project that is served, its address, what the server says."""

    project: Path
    address: str
    log: Path

    def says(self, words: str) -> bool:
        """Whether the server says `words` soon."""
        end = time.monotonic() + SOON
        while words not in self.log.read_text() and time.monotonic() < end:
            time.sleep(0.1)
        return words in self.log.read_text()

    @contextmanager
    def reload(self) -> Iterator[None]:
        """Wait until the browsers were told to reload after what is done inside."""
        told = "Reloading browsers"
        before = self.log.read_text().count(told)
        yield
        end = time.monotonic() + SOON
        while self.log.read_text().count(told) == before:
            assert time.monotonic() < end, self.log.read_text()
            time.sleep(0.05)

    def edit(self, path: str, old: str, new: str) -> None:
        """Save a file of the project with `new` where it says `old` first."""
        file = self.project / path
        text = file.read_text()
        assert old in text
        file.write_text(text.replace(old, new, 1))

    def get(self, path: str) -> str:
        """What is served at `path`, without the script that MkDocs adds for this build."""
        with urllib.request.urlopen(self.address + path, timeout=SOON) as answer:
            text: str = answer.read().decode()
        return re.sub(r"livereload\(\d+, \d+\);", "", text).replace(self.address, "")


@contextmanager
def serving(folder: Path, project: Path = ROOT) -> Iterator[Preview]:
    """A preview of a copy of `project` in `folder`, once it is ready; stopped afterwards."""
    copied = folder / "project"
    for name in ("data", "docs", "scripts"):
        shutil.copytree(project / name, copied / name)
    for name in ("mkdocs.yml", "requirements.lock"):
        shutil.copy2(project / name, copied)
    (copied / ".venv").symlink_to(sys.prefix)
    address = free_address()
    targets = (ROOT / "Makefile").read_text()
    assert targets.count("127.0.0.1:8000\n") == 1
    (copied / "Makefile").write_text(targets.replace("127.0.0.1:8000\n", f"{address}\n"))
    log = folder / "log"
    with log.open("w") as stream:
        process = subprocess.Popen(
            ["make", "serve"], cwd=copied, stdout=stream, stderr=stream, start_new_session=True
        )
    served = Preview(copied, f"http://{address}", log)
    try:
        if not served.says("Serving on"):
            raise RuntimeError(log.read_text())
        yield served
    finally:
        os.killpg(process.pid, signal.SIGTERM)
        process.wait()
