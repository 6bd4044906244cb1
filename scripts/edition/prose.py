"""The editors' sentences as they are printed."""

from __future__ import annotations

import re


def curly(text: str) -> str:
    """The editors' straight quotation marks as typographic ones; the data keep the plain sort."""
    text = re.sub(r'(^|[\s(\[“])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'", "’", text)
