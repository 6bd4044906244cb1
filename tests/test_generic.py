"""The scripts know nothing of this resolution: an invented one builds with the same scripts."""

import re
from pathlib import Path

import pytest
from building import build_site

ROOT = Path(__file__).parent.parent
SMALL = ROOT / "tests/small"
SCRIPTS = sorted(p for p in (ROOT / "scripts").rglob("*") if p.suffix in (".py", ".md", ".html"))


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda p: str(p.relative_to(ROOT)))
def test_no_script_or_template_knows_this_resolution(path: Path) -> None:
    text = path.read_text()
    assert "INTERPOL" not in text
    assert not re.search(r"A/75/L\.20|75/10\b|a-75-l-20", text)
    assert not re.search(r"\b(sltd|iarms|ibin|unodc|icat)\b", text, re.IGNORECASE)


def test_an_invented_resolution_builds(tmp_path: Path) -> None:
    build_site(SMALL, tmp_path / "site")
    page = (tmp_path / "site/op/2/b/index.html").read_text()
    assert 'The <a class="mention"' in page
    assert "Lake Register" in page
