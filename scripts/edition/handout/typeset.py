"""Setting the PDFs with Typst: the content goes in as JSON, so that nothing in it is markup."""

import io
import json
import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

import pikepdf
import segno
import typst

from ..edition import Edition
from ..fonts import FONTS
from ..picture import packed
from ..problems import DataError, Problem
from . import Paper
from .content import code, content

_TEMPLATES = Path(__file__).parent


def pdf(edition: Edition, paper: Paper) -> bytes:
    """The PDF (PDF/UA-1); the same bytes for the same edition. Raises DataError if too long."""
    return _packed(_compile(edition, paper, "pdf")[0])


def first_page(edition: Edition, paper: Paper) -> bytes:
    """The first page as PNG, 90 dots an inch. Raises DataError if the paper is too long."""
    return packed(_compile(edition, paper, "png")[0])


def _packed(whole: bytes) -> bytes:
    """The same PDF in a third of the bytes: Typst writes each tag as an object on its own."""
    small = io.BytesIO()
    with pikepdf.open(io.BytesIO(whole)) as document:
        document.save(
            small, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True
        )
    return small.getvalue()


def _compile(edition: Edition, paper: Paper, form: Literal["pdf", "png"]) -> list[bytes]:
    day = datetime.fromisoformat(edition.resolution.as_of).replace(tzinfo=UTC)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for template in _TEMPLATES.glob("*.typ"):
            shutil.copy(template, folder)
        values = {**content(edition), "sheet": paper.sheet}
        (folder / "content.json").write_text(json.dumps(values, ensure_ascii=False), "utf-8")
        segno.make(code(edition), error="m").save(
            str(folder / "code.svg"), border=0, xmldecl=False, svgns=True
        )
        try:
            result = typst.compile(
                str(folder / f"{paper.kind}.typ"),
                root=str(folder),
                font_paths=FONTS,
                timestamp=int(day.timestamp()),
                format=form,
                ppi=90.0 if form == "png" else None,
                pdf_standards=["ua-1"] if form == "pdf" else None,
            )
        except typst.TypstError as error:
            problem = Problem(f"handout/{paper.name}", 1, 1, _plain(error))
            raise DataError([problem]) from None
    return result if isinstance(result, list) else [result]


def _plain(error: typst.TypstError) -> str:
    """One line of what Typst says: by how much a sheet is too long."""
    message = getattr(error, "message", None) or str(error)
    return " ".join(str(message).removeprefix("panicked with: ").strip('"').split())
