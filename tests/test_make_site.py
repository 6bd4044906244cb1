"""`make site` gives a whole new site or leaves the old one as it is."""

import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
# The environment is there already; -o keeps make from setting it up again.
MAKE = ("make", "--silent", "-o", ".venv/site", "site")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """The invented resolution as a project of its own, with an old site."""
    for name in ("docs", "scripts"):
        shutil.copytree(ROOT / name, tmp_path / name)
    shutil.copytree(ROOT / "tests/small/data", tmp_path / "data")
    for name in ("Makefile", "mkdocs.yml"):
        shutil.copy(ROOT / name, tmp_path / name)
    (tmp_path / ".venv").symlink_to(ROOT / ".venv")
    (tmp_path / "site").mkdir()
    (tmp_path / "site/index.html").write_text("the old site")
    return tmp_path


def make(project: Path) -> subprocess.Popen[str]:
    pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    return subprocess.Popen(MAKE, cwd=project, text=True, start_new_session=True, **pipes)  # type: ignore[call-overload,no-any-return]


def assert_old_site(project: Path) -> None:
    assert [p.name for p in (project / "site").rglob("*")] == ["index.html"]
    assert (project / "site/index.html").read_text() == "the old site"
    assert not list(project.glob(".build*"))


@pytest.mark.parametrize(
    ("name", "old", "new", "told"),
    [
        ("data/themes/fish.yml", "id:", "idd:", "data/themes/fish.yml:1:1: unknown key 'idd'"),
        ("docs/overrides/main.html", "{%", "{% nothing %}{%", "nothing"),
    ],
    ids=["the data", "a template"],
)
def test_a_mistake_leaves_the_old_site(
    project: Path, name: str, old: str, new: str, told: str
) -> None:
    path = project / name
    path.write_text(path.read_text().replace(old, new, 1))
    process = make(project)
    output, _ = process.communicate(timeout=120)
    assert process.returncode != 0
    assert told in output
    assert_old_site(project)


def test_an_interruption_leaves_the_old_site(project: Path) -> None:
    process = make(project)
    while not list(project.glob(".build*/site")):
        assert process.poll() is None
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    process.communicate(timeout=60)
    assert process.returncode != 0
    assert_old_site(project)


def test_two_at_once_give_one_whole_site(project: Path) -> None:
    # An id that MkDocs would leave out, were it a folder of the docs.
    table = (project / "data/capabilities/net-table.yml").rename(
        project / "data/capabilities/overrides.yml"
    )
    table.write_text(table.read_text().replace("id: net-table", "id: overrides"))
    processes = [make(project) for _ in range(2)]
    for process in processes:
        output, _ = process.communicate(timeout=180)
        assert process.returncode == 0, output
    there = {p.relative_to(project / "site") for p in (project / "site").rglob("*.html")}
    assert {Path("index.html"), Path("op/2/b/index.html"), Path("404.html")} <= there
    assert Path("capabilities/overrides/index.html") in there
    assert Path("site/index.html") not in there
    assert "the old site" not in (project / "site/index.html").read_text()
    assert not list(project.glob(".build*"))


def test_bad_data_are_told_by_the_sites_engine_without_a_traceback(project: Path) -> None:
    (project / "data/themes/fish.yml").write_text("id: fish\nname: no\nnames: [x]\n")
    command = [".venv/bin/python", "-m", "mkdocs", "build", "--quiet", "--strict"]
    result = subprocess.run(command, cwd=project, capture_output=True, text=True)
    assert result.returncode == 1
    assert "data/themes/fish.yml:3:1: unknown key 'names' (did you mean 'name'?)" in result.stderr
    assert "data/themes/fish.yml:1:1: the key 'description' is missing" in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.parametrize(
    "command", [("place", "nosuch", "site"), ("schemas", "no/such"), ("tree", "Makefile")]
)
def test_a_folder_that_cannot_be_used_is_told_in_one_line(
    project: Path, command: tuple[str, ...]
) -> None:
    call = [sys.executable, "scripts/build.py", *command]
    result = subprocess.run(call, cwd=project, capture_output=True, text=True)
    assert result.returncode == 1 and result.stderr.count("\n") == 1
    assert_old_site(project)
