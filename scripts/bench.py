"""Measures, in one run: the check, a full build, plain MkDocs on the same tree, and 1x against 10x.

Run by `make bench`. Times are medians of RUNS in seconds; memory is the peak of the process in MiB.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).parent.parent
RUNS = 3
sys.path.insert(0, str(ROOT / "tests"))


def run(command: list[str | Path], folder: Path) -> tuple[float, float]:
    """Wall time in seconds and peak memory in MiB of one command that must succeed."""
    started = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
    )
    assert process.stderr is not None
    errors = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{command} failed:\n{errors}")
    return time.perf_counter() - started, usage.ru_maxrss / 1024


def measure(command: list[str | Path], folder: Path) -> tuple[float, float]:
    """Median time and highest memory of RUNS runs."""
    results = [run(command, folder) for _ in range(RUNS)]
    return statistics.median(t for t, _ in results), max(m for _, m in results)


def mkdocs(configuration: Path, target: Path) -> list[str | Path]:
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", configuration, "-d", target]


def plain_tree(folder: Path) -> Path:
    """The page tree on disk and a mkdocs.yml without our hook."""
    shutil.copytree(ROOT / "docs", folder / "docs")
    run([sys.executable, ROOT / "scripts/build.py", "tree", folder / "docs"], ROOT)
    lines = (ROOT / "mkdocs.yml").read_text().splitlines()
    kept = [line for line in lines if not line.startswith(("hooks:", "watch:"))]
    (folder / "mkdocs.yml").write_text("\n".join(kept) + "\n")
    return folder / "mkdocs.yml"


def corpus(folder: Path, times: int) -> Path:
    """An invented corpus `times` times the size, and its mkdocs.yml."""
    from invented import write_corpus

    write_corpus(folder / "data", times)
    text = (ROOT / "mkdocs.yml").read_text().replace("scripts/", f"{ROOT}/scripts/")
    text = text.replace("docs/overrides", f"{ROOT}/docs/overrides")
    (folder / "mkdocs.yml").write_text(f"{text}docs_dir: {ROOT}/docs\n")
    return folder / "mkdocs.yml"


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        check, _ = measure([sys.executable, ROOT / "scripts/build.py", "check"], ROOT)
        ours, memory = measure(mkdocs(ROOT / "mkdocs.yml", folder / "ours"), ROOT)
        plain, _ = measure(mkdocs(plain_tree(folder / "plain"), folder / "theirs"), ROOT)
        print(f"check                     {check:7.2f} s")
        print(f"full build                {ours:7.2f} s   {memory:5.0f} MiB")
        print(f"plain MkDocs, same pages  {plain:7.2f} s   ratio {ours / plain:.2f} (at most 1.25)")
        sizes = {}
        for times in (1, 10):
            configuration = corpus(folder / f"x{times}", times)
            sizes[times] = measure(mkdocs(configuration, folder / f"s{times}"), folder)
            seconds, memory = sizes[times]
            print(f"invented corpus at {times:3}x   {seconds:7.2f} s   {memory:5.0f} MiB")
        growth = sizes[10][0] / sizes[1][0]
        print(f"10x / 1x                  {growth:7.2f}     (at most 10.5; memory at most 400 MiB)")


if __name__ == "__main__":
    main()
