"""Addresses as seen from a page, so that the site may stand anywhere."""

from collections.abc import Callable

Link = Callable[[str], str]


def relative(page: str, target: str) -> str:
    """The address `target` as seen from the page at address `page`; both begin with a slash."""
    if target.startswith("#"):
        return target
    here = page.strip("/").split("/") if page.strip("/") else []
    path, _, anchor = target.partition("#")
    there = path.strip("/").split("/") if path.strip("/") else []
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    up = "../" * (len(here) - common)
    down = "/".join(there[common:])
    address = (up + down) or "./"
    if down and path.endswith("/"):
        address += "/"
    return address + (f"#{anchor}" if anchor else "")
