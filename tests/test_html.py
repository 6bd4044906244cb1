"""The HTML of every page, the theme's included, as the W3C's Nu checker judges it."""

import shutil
import subprocess
from pathlib import Path

import pytest

JAR = Path(__file__).parent / "node_modules/vnu-jar/build/dist/vnu.jar"
JAVA = shutil.which("java")


def errors(folder: Path) -> list[str]:
    """The errors in every HTML file below `folder`, a line each."""
    assert JAVA
    command = [JAVA, "-jar", str(JAR), "--errors-only", "--skip-non-html", str(folder)]
    return subprocess.run(command, capture_output=True, text=True).stderr.splitlines()


needs_checker = pytest.mark.skipif(
    not (JAVA and JAR.exists()), reason="needs Java, and npm to install vnu-jar (tests/install.sh)"
)


@needs_checker
def test_the_checker_sees_a_fault(site: Path, tmp_path: Path) -> None:
    html = (site / "op/9/index.html").read_text()
    (tmp_path / "index.html").write_text(html.replace("<h1", "<h1 for=x", 1))
    found = errors(tmp_path)
    assert len(found) == 1 and "Attribute “for” not allowed on element “h1”" in found[0]


@needs_checker
def test_no_page_has_an_error(site: Path) -> None:
    assert errors(site) == []
