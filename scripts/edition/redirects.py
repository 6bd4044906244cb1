"""Short forms that people type (/op9/, /op13b/, /pp10/), as pages that send the reader on."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from .edition import Edition
from .output import Output
from .render import relative

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>{title}</title>
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def render_redirects(edition: Edition) -> Iterator[Output]:
    """One page for each paragraph and point, at its id without dashes."""
    for unit in edition.units.values():
        short = unit.id.replace("-", "")
        target = relative(f"/{short}/", unit.address)
        page = _PAGE.format(title=escape(unit.label), target=target)
        yield Output(f"{short}/index.html", page)
