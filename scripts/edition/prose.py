"""The editors' sentences as they are printed."""

import re
from collections.abc import Sequence


def listed(names: Sequence[str]) -> str:
    """Names as a sentence lists them: Belgium, Brazil and Canada."""
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))


def curly(text: str) -> str:
    """The editors' straight quotation marks as typographic ones; the data keep the plain sort."""
    text = re.sub(r'(^|[\s(\[“])"', r"\1“", text).replace('"', "”")
    return re.sub(r"(?<=\w)'", "’", text)
