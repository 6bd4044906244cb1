"""Addresses that moved, and short forms that people type, as pages that send the reader on."""

from collections.abc import Iterator
from html import escape

from .edition import Edition
from .links import relative
from .output import Output

_PAGE = """<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:">
<title>{title}</title>
<link rel="canonical" href="{target}">
<meta name="robots" content="noindex">
<link rel="icon" href="data:,">
<meta http-equiv="refresh" content="0; url={target}">
</head>
<body><p><a href="{target}">{title}</a></p></body>
</html>
"""


def render_redirects(edition: Edition) -> Iterator[Output]:
    """A page at each old address, which leads to the new one by itself and by a link."""
    for old, new, title in redirects(edition):
        page = _PAGE.format(title=escape(title), target=relative(old, new))
        yield Output(f"{old.strip('/')}/index.html", page)


def redirects(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Old address, new address, title: what moved, and each unit at its id without dashes."""
    for moved in edition.redirects:
        yield moved.old, moved.new, f"Moved to {moved.new}"
    for unit in edition.units.values():
        yield f"/{unit.id.replace('-', '')}/", unit.address, unit.label
