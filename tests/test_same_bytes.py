"""The same data give the same site, byte for byte, whenever and wherever it is built."""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import libfaketime
import pytest
from building import build_site
from edition.edition import Edition

ROOT = Path(__file__).parent.parent
DAYS = 400


@pytest.fixture(scope="module")
def elsewhere() -> dict[str, str]:
    """An environment in which it is later, another zone, another language, another hash seed."""
    _, clock = libfaketime.get_reload_information()
    return {
        **{name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"},
        **clock,
        "FAKETIME": f"+{DAYS}d",
        "TZ": "Pacific/Kiritimati",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
    }


def checksums(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_the_clock_of_the_second_build_is_ahead(elsewhere: dict[str, str]) -> None:
    command = [sys.executable, "-c", "import time; print(time.time())"]
    told = subprocess.run(command, env=elsewhere, capture_output=True, text=True, check=True)
    assert float(told.stdout) > time.time() + (DAYS - 1) * 24 * 3600


def test_a_build_on_another_day_in_another_folder_gives_the_same_bytes(
    site: Path, elsewhere: dict[str, str], tmp_path: Path
) -> None:
    project, target = tmp_path / "another folder", tmp_path / "built"
    for name in ("data", "docs", "scripts"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copy(ROOT / "mkdocs.yml", project)
    build_site(project, target, elsewhere)
    assert list(project.glob(".cache/*/handout/*.pdf")), "the PDFs were set anew"
    assert checksums(target) == checksums(site)


def test_the_dates_that_the_site_carries_are_those_of_its_data(
    site: Path, edition: Edition
) -> None:
    packed = (site / "sitemap.xml.gz").read_bytes()
    day = datetime.fromtimestamp(int.from_bytes(packed[4:8], "little"), UTC)
    assert day.date().isoformat() == edition.resolution.as_of
    assert gzip.decompress(packed) == (site / "sitemap.xml").read_bytes()
