"""What rendering gives, and the one thing that writes it to a folder."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Output:
    """A file of the page tree: its path below docs/, its content, the data file it comes from."""

    path: str
    content: str | bytes
    edit: str = "data/resolution.yml"


def write_outputs(outputs: list[Output], folder: Path) -> None:
    """Write the page tree below `folder`."""
    for output in outputs:
        target = folder / output.path
        target.parent.mkdir(parents=True, exist_ok=True)
        content = output.content
        target.write_bytes(content.encode() if isinstance(content, str) else content)
