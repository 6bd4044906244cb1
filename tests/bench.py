"""Measures in one run: check, PDFs, build, plain MkDocs on the same tree, preview, growth, nginx.

Run by `make bench`. Times are medians of RUNS in seconds, by the clock and of the processor (what
others do on the machine shows in their difference); memory is the peak of the process in MiB.
"""

import os
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

import nginx_server
from chromium import chromium
from invented import write_corpus
from preview import serving
from weight import first_view

ROOT = Path(__file__).parent.parent
RUNS = 3
# Setting the handout and the edition, each on both sheets.
SET = """
import sys
from pathlib import Path
sys.path.insert(0, "scripts")
from edition.build import build_edition
from edition.handout import PAPERS, typeset
edition = build_edition(Path("data"))
for paper in PAPERS:
    if not paper.name.startswith("meeting"):
        typeset.pdf(edition, paper)
"""
# The corpus is built without what Typst sets: no two-page handout holds ten times the text.
WITHOUT_TYPST = """
import edition.handout
edition.handout.PAPERS = ()
import edition.build
edition.build.render_cards = lambda edition: ()
"""


@dataclass(frozen=True)
class Cost:
    """What a command took: seconds by the clock, seconds of the processor, peak MiB."""

    clock: float
    processor: float
    memory: float

    def __str__(self) -> str:
        return f"{self.clock:7.2f} s  {self.processor:7.2f} s cpu  {self.memory:5.0f} MiB"


def run(command: list[str | Path], folder: Path) -> Cost:
    """The cost of one command, which must succeed."""
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
    clock = time.perf_counter() - started
    return Cost(clock, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def measure(command: list[str | Path], folder: Path, cold: Path | None = None) -> Cost:
    """Median times and highest memory of RUNS runs; `cold` is a folder emptied before each."""
    costs = []
    for _ in range(RUNS):
        if cold:
            shutil.rmtree(cold, ignore_errors=True)
        costs.append(run(command, folder))
    return middle(costs)


def middle(costs: list[Cost]) -> Cost:
    """Median times and highest memory."""
    return Cost(
        statistics.median(c.clock for c in costs),
        statistics.median(c.processor for c in costs),
        max(c.memory for c in costs),
    )


def mkdocs(project: Path, target: Path) -> list[str | Path]:
    configuration = project / "mkdocs.yml"
    return [sys.executable, "-m", "mkdocs", "build", "-q", "-f", configuration, "-d", target]


def copy(folder: Path, *names: str) -> Path:
    """The project's folders and its mkdocs.yml in a new folder, with a cache of their own."""
    for name in names:
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    return folder


def plain_tree(folder: Path) -> Path:
    """The page tree on disk and a mkdocs.yml without our hook."""
    copy(folder, "docs")
    run([sys.executable, ROOT / "scripts/build.py", "tree", folder / "docs"], ROOT)
    lines = (folder / "mkdocs.yml").read_text().splitlines()
    kept = [line for line in lines if not line.startswith(("hooks:", "watch:"))]
    (folder / "mkdocs.yml").write_text("\n".join(kept) + "\n")
    return folder


def corpus(folder: Path, times: int) -> Path:
    """An invented corpus `times` times the size of a resolution, ready to be built."""
    copy(folder, "docs", "scripts")
    write_corpus(folder / "data", times)
    hook = folder / "scripts/mkdocs_hook.py"
    line = "from built_page import"
    hook.write_text(hook.read_text().replace(line, f"{WITHOUT_TYPST}{line}", 1))
    return folder


def follow(folder: Path) -> None:
    """Print how long `make serve` takes to show an edit, from the save to the page that has it."""
    edits = {
        "data": ("data/paragraphs/op09.yml", "summary: >-\n  ", "summary: >-\n  {} ", "/op/9/"),
        "docs": ("docs/assets/edition.css", "\n", "\n.{} {{}}\n", "/assets/edition.css"),
        "template": ("scripts/edition/templates/paragraph.md", "\n", "\n{}\n\n", "/op/9/"),
    }
    with serving(folder) as preview:
        for kind, (path, old, new, page) in edits.items():
            times = []
            for number in range(RUNS):
                with preview.reload():
                    (preview.project / path).write_bytes((ROOT / path).read_bytes())
                preview.edit(path, old, new.format(f"edited{number}"))
                started = time.perf_counter()
                while f"edited{number}" not in preview.get(page):
                    time.sleep(0.01)
                times.append(time.perf_counter() - started)
            median = statistics.median(times)
            print(f"an edit of {kind:9} shown   {median:7.2f} s  (at most 2)")


def serve(site: Path, folder: Path) -> None:
    """Print what nginx answers in a second on loopback, compressed, asked by wrk."""
    if not (nginx_server.NGINX and shutil.which("wrk")):
        print("nginx, wrk                not on this machine")
        return
    run([sys.executable, ROOT / "scripts/for_nginx.py", site], ROOT)
    with nginx_server.serving(site, folder / "nginx") as address:
        for path in ("/op/9/", "/resolution/", "/data/edition.json"):
            wrk = ["wrk", "-t1", "-c16", "-d5s", "-H", "Accept-Encoding: gzip", address + path]
            told = subprocess.run(wrk, capture_output=True, text=True, check=True).stdout
            rate = re.search(r"Requests/sec: +([\d.]+)", told)
            assert rate and "Non-2xx" not in told, told
            print(f"nginx {path:19} {float(rate[1]):8.0f} requests a second")
        weigh(address)


def weigh(address: str) -> None:
    """Print the compressed bytes of a first view, over all requests."""
    with chromium() as browser:
        for path in ("/op/9/", "/resolution/"):
            weights = first_view(browser, address + path)
            print(f"first view {path:14} {sum(weights.values()):8} bytes, {len(weights)} requests")


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        print(f"load of the machine       {os.getloadavg()[0]:7.2f}")
        print("check                    ", run([sys.executable, "scripts/build.py", "check"], ROOT))
        print("four PDFs, check included", measure([sys.executable, "-c", SET], ROOT))
        ours = copy(folder / "ours", "data", "docs", "scripts")
        theirs = plain_tree(folder / "plain")
        cold = measure(mkdocs(ours, folder / "site"), ours, ours / ".cache")
        # In turns: what slows the machine for a while slows both.
        turns = [
            (
                run(mkdocs(ours, folder / "site"), ours),
                run(mkdocs(theirs, folder / "theirs"), theirs),
            )
            for _ in range(2 * RUNS)
        ]
        warm, plain = (middle(list(costs)) for costs in zip(*turns, strict=True))
        print("full build, cold cache   ", cold, "  PDFs and pictures set anew")
        print("full build, warm cache   ", warm)
        print("plain MkDocs, same pages ", plain, "  PDFs and pictures given")
        print(f"warm / plain              {warm.clock / plain.clock:7.2f}    (at most 1.25)")
        (folder / "preview").mkdir()
        follow(folder / "preview")
        sizes = {}
        for times in (1, 10):
            project = corpus(folder / f"x{times}", times)
            sizes[times] = measure(mkdocs(project, project / "site"), project, project / ".cache")
            print(f"invented corpus at {times:3}x  ", sizes[times], "  pages and data files")
        growth = sizes[10].clock / sizes[1].clock
        print(f"10x / 1x                  {growth:7.2f}    (at most 10.5; at most 400 MiB at 10x)")
        serve(folder / "site", folder)


if __name__ == "__main__":
    main()
