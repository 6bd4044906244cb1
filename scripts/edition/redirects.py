"""Addresses that moved, and short forms that people type, as pages that send the reader on."""

from collections.abc import Iterator

from .edition import Edition
from .links import relative
from .output import Output
from .templates import environment


def render_redirects(edition: Edition) -> Iterator[Output]:
    """A page at each old address, which leads to the new one by itself and by a link."""
    template = environment().get_template("redirect.html")
    for old, new, title in redirects(edition):
        page = template.render(title=title, target=relative(old, new))
        yield Output(f"{old.strip('/')}/index.html", f"{page}\n")


def redirects(edition: Edition) -> Iterator[tuple[str, str, str]]:
    """Old address, new address, title: what moved, and each unit at its id without dashes."""
    for moved in edition.redirects:
        yield moved.old, moved.new, f"Moved to {moved.new}"
    for unit in edition.units.values():
        yield f"/{unit.id.replace('-', '')}/", unit.address, unit.label
