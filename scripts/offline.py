"""The copy that opens from a folder by double click: the built site as a zip, without a server.

Run by `make offline`. A browser that reads files looks up no index.html, loads no module and
fetches nothing: links name their files, modules become scripts, and offline.js gives the data.
"""

import json
import re
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

_SHIM = Path(__file__).with_suffix(".js")
# What only a server or another program has a use for.
_LEFT_OUT = re.compile(
    r"_headers|404\.html|sitemap\.xml.*|.*\.map|search/.*|assets/(cards|javascripts/lunr)/.*"
)
_FETCHED = re.compile(r"assets/[^/]+\.json|data/edition\.json|assets/javascripts/workers/.*\.js")
_LINK = re.compile(r'((?:href|data-address)="|content="0; url=)([^"]*)"')
_DIRECTORY = re.compile(r"(?:[^/:?#]*/)*(?:|\.|\.\.)(?=$|[?#])")


def named(address: str) -> str:
    """An address with the file it means: ../op/9/#notes is ../op/9/index.html#notes."""
    path = urlsplit(address).path
    if not path or not _DIRECTORY.match(address):
        return address
    return f"{path.rstrip('/')}/index.html{address[len(path) :]}"


def page(html: str, up: str) -> str:
    """A page as a file; `up` leads from it to the folder of the copy."""
    html = _LINK.sub(lambda link: f'{link[1]}{named(link[2])}"', html)
    html = html.replace("worker-src 'self'", "worker-src blob:").replace("'self'", "file:")
    if "<script" not in html:
        return html
    html = html.replace('type="module"', "defer")
    return html.replace("</head>", f'<script src="{up}assets/offline.js"></script></head>', 1)


def script(module: str) -> str:
    """A module as a script. Raises ValueError where it imports or exports."""
    if re.search(r"^\s*(import|export)\b", module, re.MULTILINE):
        raise ValueError("a module that imports or exports cannot run from a folder")
    return f"(() => {{\n{module.replace('import.meta.url', 'document.currentScript.src')}}})();\n"


def copy(site: Path) -> Iterator[tuple[str, bytes]]:
    """Name and content of every file of the copy, made from the built site."""
    yield "assets/offline.js", _SHIM.read_bytes()
    index = json.loads((site / "search/search_index.json").read_text("utf-8"))
    for found in index["docs"]:
        found["location"] = named(found["location"] or "./")
    yield "search/search_index.js", f"var __index = {json.dumps(index)};\n".encode()
    for file in sorted(path for path in site.rglob("*") if path.is_file()):
        name = file.relative_to(site).as_posix()
        if _LEFT_OUT.fullmatch(name):
            continue
        content = file.read_bytes()
        if name.endswith(".html"):
            content = page(content.decode(), "../" * name.count("/")).encode()
        elif re.fullmatch(r"assets/[^/]+\.js", name):
            content = script(content.decode()).encode()
        yield name, content
        if _FETCHED.fullmatch(name):
            text = content.decode()
            if name.startswith("assets/") and name.endswith(".json"):
                text = json.dumps(_named_in(json.loads(text)))
            yield f"{name}.js", f"given({json.dumps(text)});\n".encode()


def _named_in(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _named_in(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [_named_in(inner) for inner in value]
    return named(value) if isinstance(value, str) and value.startswith("/") else value


def write(site: Path, target: Path) -> None:
    """The copy as a zip: one folder, named by the symbol, dated by the data; always the same."""
    resolution = json.loads((site / "data/edition.json").read_text("utf-8"))["resolution"]
    folder = re.sub(r"[^a-z0-9]+", "-", resolution["symbol"].lower())
    day = date.fromisoformat(resolution["as_of"])
    with ZipFile(target, "w") as archive:
        for name, content in sorted(copy(site)):
            entry = ZipInfo(f"{folder}/{name}", (day.year, day.month, day.day, 0, 0, 0))
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, content, ZIP_DEFLATED, 9)


if __name__ == "__main__":
    write(Path(sys.argv[1]), Path(sys.argv[2]))
