"""The engine can change: Zensical builds the same site from the page tree and mkdocs.yml."""

import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from lxml import html

ROOT = Path(__file__).parent.parent
# What an engine brings of its own, or what the hook adds for servers.
OF_THE_ENGINE = ("assets/images/", "assets/javascripts/", "assets/stylesheets/", "search")
METADATA = "//meta[@name!='generator' or @property]/@content"
OF_THE_HOOK = {"_headers", "sitemap.xml", "sitemap.xml.gz"}


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site as the README says to build it with another engine."""
    lines = re.search(r"(?m)^    mkdir next.*\n(?:    .*\n)+", (ROOT / "README.md").read_text())
    assert lines
    folder = tmp_path_factory.mktemp("other")
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    (folder / ".venv").symlink_to(sys.prefix)
    (folder / ".cache").symlink_to(ROOT / ".cache")
    result = subprocess.run(["sh", "-ec", lines[0]], cwd=folder, capture_output=True, text=True)
    assert result.returncode == 0, result.stdout + result.stderr
    return folder / "next/site"


def files(site: Path) -> set[str]:
    found = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    return {name for name in found - OF_THE_HOOK if not name.startswith(OF_THE_ENGINE)}


def says(site: Path, name: str) -> dict[str, Any]:
    """What a page says to readers and to machines, without what an engine adds."""
    whole = html.parse(str(site / name)).getroot()
    article = whole.find(".//article")
    body = whole if article is None else article
    for hidden in body.xpath(".//nav[@hidden]"):
        hidden.drop_tree()
    links = [urljoin(f"/{name}", link) for _, _, link, _ in body.iterlinks()]
    return {
        "title": whole.findtext(".//title"),
        "words": " ".join(body.text_content().split()),
        "anchors": {i for i in body.xpath(".//@id") if not i.startswith("__")},
        "links": links,
        "for machines": whole.xpath("//script[@type='application/ld+json']/text()"),
        "metadata": [content.removeprefix("./") for content in whole.xpath(METADATA)],
    }


def test_another_engine_gives_the_same_addresses(site: Path, other: Path) -> None:
    assert files(other) == files(site)


def test_another_engine_gives_the_same_words_anchors_and_links(site: Path, other: Path) -> None:
    pages = sorted(name for name in files(site) if name.endswith(".html"))
    assert len(pages) > 200
    for name in pages:
        assert says(other, name) == says(site, name), name


def test_another_engine_gives_the_same_data_files(site: Path, other: Path) -> None:
    for name in sorted(name for name in files(site) if not name.endswith(".html")):
        assert (other / name).read_bytes() == (site / name).read_bytes(), name
