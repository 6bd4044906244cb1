"""What rendering gives, and what writes it to a folder and puts a built folder in place."""

from __future__ import annotations

import errno
import hashlib
import shutil
import signal
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from importlib.metadata import distributions
from itertools import count
from pathlib import Path

from .edition import Edition

_CODE = Path(__file__).parent
_BUILDS = 8  # that many are kept: another may still read the last ones


@dataclass(frozen=True)
class Output:
    """A file of the page tree: its path below docs/, its content, the data file it comes from.

    What is made by a function of no arguments is kept until data or code change; one that says all
    that it `shows` is kept as long as it shows the same.
    """

    path: str
    made: str | bytes | Callable[[], str | bytes]
    edit: str = "data/resolution.yml"
    shows: str = ""

    def content(self, kept: Kept | None = None) -> str | bytes:
        """The content; what a function makes comes from `kept` if it is there."""
        if isinstance(self.made, (str, bytes)):
            return self.made
        return kept.get(self, self.made) if kept else self.made()


class Kept:
    """Outputs of earlier builds; a change of data or code makes most of them anew."""

    def __init__(self, data: Path, edition: Edition) -> None:
        """They are in .cache beside the folder `data`, of which `edition` is made."""
        libraries = sorted(f"{found.name} {found.version}" for found in distributions())
        digest = hashlib.sha256(f"{edition.mark} {edition.site} {libraries}".encode())
        for path in sorted(_CODE.rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts:
                digest.update(path.read_bytes())
        self.folder = data.absolute().parent / ".cache"
        self.mark = digest.hexdigest()[:16]
        builds = sorted(self.folder.glob("[0-9a-f]*/"), key=lambda build: build.stat().st_mtime)
        for old in builds[:-_BUILDS]:
            shutil.rmtree(old, ignore_errors=True)

    def get(self, output: Output, make: Callable[[], str | bytes]) -> bytes:
        """The content of `output`, made if it is not kept yet."""
        kept = self.folder / self.mark / output.path
        if output.shows:
            kept = self.folder / "shown" / hashlib.sha256(output.shows.encode()).hexdigest()
        try:
            return kept.read_bytes()
        except FileNotFoundError:
            content = make()
        kept.parent.mkdir(parents=True, exist_ok=True)
        # Two builds may run at once: each writes a file of its own and puts it in place whole.
        with tempfile.NamedTemporaryFile(dir=kept.parent, delete=False) as new:
            new.write(content.encode() if isinstance(content, str) else content)
        Path(new.name).replace(kept)
        return kept.read_bytes()


def write_outputs(outputs: list[Output], folder: Path, kept: Kept) -> None:
    """Write the page tree below `folder`, once all of it is made."""
    contents = {output.path: output.content(kept) for output in outputs}
    for path, content in contents.items():
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content.encode() if isinstance(content, str) else content)


def put_in_place(new: Path, site: Path) -> None:
    """Put the folder `new` where `site` stands, by renames; the old one goes beside `new`.

    Neither an interruption nor another build that does the same leaves a mixture or nothing.
    Raises OSError if there is no folder `new`.
    """
    new.resolve(strict=True)
    held = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGHUP, signal.SIGINT, signal.SIGTERM})
    try:
        for number in count():
            with suppress(FileNotFoundError):
                site.rename(new.with_name(f"old-{number}"))
            try:
                new.rename(site)
                return
            except OSError as error:
                if error.errno not in (errno.ENOTEMPTY, errno.EEXIST):
                    raise
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, held)
