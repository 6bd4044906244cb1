"""The templates' environment: what is written in them is escaped, what is missing is an error."""

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ..dates import long_date
from ..marks import note_letter
from ..prose import curly, listed


@cache
def environment() -> Environment:
    """One for all builds of a process; a template that was edited since is read anew."""
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["day"] = long_date
    made.filters["md"] = plain_heading
    made.filters["prose"] = curly
    made.filters["listed"] = listed
    made.filters["without"] = without
    made.filters["note_letter"] = note_letter
    return made


def plain_heading(text: str) -> Markup:
    """Text for a Markdown heading: whatever might be markup becomes a character reference."""
    # Marked as safe, or the references would be escaped once more.
    return Markup(re.sub(r"[^\w ,.;:()/'’–-]|_", lambda m: f"&#{ord(m.group())};", text))


def without(summary: str, opening: str) -> str:
    """A summary without the opening words that stand before it already."""
    return summary.removeprefix(f"{opening} ")
