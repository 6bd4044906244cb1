"""What the project is built from: few things, pinned, needed, and workflows that are careful."""

import re
import subprocess
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

import pytest
import yaml
from packaging.markers import default_environment
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
WORKFLOWS = sorted((ROOT / ".github/workflows").glob("*.yml"))
PYTHONS = ("3.11", "3.12", "3.13")
BIN = Path(sys.executable).parent


@dataclass(frozen=True)
class Pin:
    version: str
    hashes: int
    asked_by: tuple[str, ...]


def pins(lock: str) -> dict[str, Pin]:
    """Each pinned package of a lock file."""
    found: dict[str, Pin] = {}
    for block in re.split(r"(?m)^(?=[a-z0-9])", (ROOT / lock).read_text())[1:]:
        first = Requirement(block.split("\\")[0].split("#")[0].strip())
        (exact,) = first.specifier
        assert exact.operator == "=="
        asked = re.findall(r"(?m)^ +#(?: via)? +(\S.*)$", block)
        hashes = len(re.findall(r"--hash=sha256:[0-9a-f]{64}\b", block))
        found[canonicalize_name(first.name)] = Pin(exact.version, hashes, tuple(asked))
    return found


def asked(name: str) -> list[Requirement]:
    """The requirements of a .in file."""
    lines = (ROOT / name).read_text().splitlines()
    return [Requirement(x) for x in lines if x and not x.startswith(("#", "-"))]


def needed(roots: Iterable[Requirement], python: str) -> set[str]:
    """Everything that the requirements need on Linux under a Python, by what is installed."""
    environment = {k: str(v) for k, v in default_environment().items()} | {
        "python_version": python,
        "python_full_version": f"{python}.9",
    }
    found: set[tuple[str, str]] = set()
    waiting = [(r, extra) for r in roots for extra in ("", *r.extras)]
    while waiting:
        requirement, extra = waiting.pop()
        name = canonicalize_name(requirement.name)
        if (name, extra) in found:
            continue
        found.add((name, extra))
        try:
            requires = distribution(name).requires or []
        except PackageNotFoundError:
            continue
        for line in requires:
            inner = Requirement(line)
            if inner.marker is None or inner.marker.evaluate({**environment, "extra": extra}):
                waiting += [(inner, e) for e in ("", *inner.extras)]
    return {name for name, _ in found}


RUN, TEST = pins("requirements.lock"), pins("requirements-test.lock")


@pytest.mark.parametrize(("name", "locked"), [("requirements", RUN), ("requirements-test", TEST)])
def test_the_lock_satisfies_the_requirements_with_hashes(name: str, locked: dict[str, Pin]) -> None:
    for requirement in asked(f"{name}.in"):
        pin = locked[canonicalize_name(requirement.name)]
        assert requirement.specifier.contains(pin.version), requirement
        assert any(f"{name}.in" in by for by in pin.asked_by), requirement
    assert [n for n, pin in locked.items() if not pin.hashes] == []


@pytest.mark.parametrize(("name", "locked"), [("requirements", RUN), ("requirements-test", TEST)])
def test_nothing_is_locked_that_nothing_asks_for(name: str, locked: dict[str, Pin]) -> None:
    direct = {canonicalize_name(r.name) for r in asked(f"{name}.in")}
    claimed = {n for n, pin in locked.items() if any(f"{name}.in" in by for by in pin.asked_by)}
    assert claimed == direct
    wanted = set().union(*(needed(asked(f"{name}.in"), python) for python in PYTHONS))
    assert locked.keys() - wanted == set()


@pytest.mark.parametrize("python", PYTHONS)
def test_the_locks_hold_all_that_is_needed(python: str) -> None:
    assert needed(asked("requirements.in"), python) - RUN.keys() == set()
    both = RUN.keys() | TEST.keys()
    assert needed(asked("requirements-test.in"), python) - both == set()


def test_the_two_locks_agree() -> None:
    assert {n: (RUN[n].version, TEST[n].version) for n in RUN.keys() & TEST.keys()} == {
        n: (RUN[n].version,) * 2 for n in RUN.keys() & TEST.keys()
    }


def test_workflows_are_linted() -> None:
    commands: tuple[list[str | Path], ...] = (
        [BIN / "actionlint", *WORKFLOWS],
        [BIN / "zizmor", "--offline", "--no-progress", ROOT / ".github"],
    )
    for command in commands:
        result = subprocess.run(command, cwd=ROOT, capture_output=True, text=True)
        assert result.returncode == 0, result.stdout + result.stderr


def test_the_linters_see_a_fault(tmp_path: Path) -> None:
    text = WORKFLOWS[-1].read_text()
    careless = tmp_path / ".github/workflows/careless.yml"
    careless.parent.mkdir(parents=True)
    careless.write_text(re.sub(r"@[0-9a-f]{40}.*", "@v4", text).replace("runs-on", "run-on", 1))
    commands: tuple[list[str | Path], ...] = (
        [BIN / "actionlint", careless],
        [BIN / "zizmor", "--offline", careless],
    )
    for command in commands:
        assert subprocess.run(command, capture_output=True).returncode != 0


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_a_workflow_may_do_little_and_not_for_long(path: Path) -> None:
    workflow: dict[str, Any] = yaml.safe_load(path.read_text())
    assert workflow["permissions"] == {"contents": "read"}
    assert workflow["concurrency"]
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w./-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
            if step.get("uses", "").startswith("actions/checkout@"):
                assert step["with"]["persist-credentials"] is False


def test_every_licence_and_the_way_to_report_are_there() -> None:
    data = (ROOT / "LICENSE-DATA.md").read_text()
    assert "LICENSE" in (readme := (ROOT / "README.md").read_text()) and "LICENSE-DATA.md" in readme
    assert "document of the United Nations" in data and "claims no right" in data
    for named in re.findall(r"`([a-z]+/[a-z/]*|LICENSE|[a-z/]+\.yml)`", data):
        assert (ROOT / named).exists(), named
    assert (ROOT / "SECURITY.md").exists()
