"""Whatever is done to the data: the site is built, or each mistake is told in one line."""

import json
import os
import re
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from edition.build import build_edition, build_outputs
from edition.handout.content import content
from edition.output import Output
from edition.problems import DataError
from edition.yaml_source import load_document
from hypothesis import HealthCheck, Phase, given, seed, settings
from mutations import DATA, FORMS, MOVES, MUTATIONS, ROOT, SOURCE, YAML, Mutation

SHARDS = 6
EXAMPLES = int(os.environ.get("MUTATIONS", "200")) // SHARDS
SECONDS, MEBIBYTES = 10, 500  # seconds of the processor; other work may keep it waiting
LINE = re.compile(r"[^\n]+:\d+:\d+: [^\n]+")


@contextmanager
def mutated(mutation: Mutation) -> Iterator[Path]:
    """A copy of the real data to which the mutation was done."""
    folder = Path(tempfile.mkdtemp())
    data = Path(shutil.copytree(DATA, folder / "data"))
    try:
        mutation.apply(data)
        yield data
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def state(folder: Path) -> dict[str, tuple[int, int, int]]:
    """What would change if anything were written, renamed or removed."""
    found = {str(p): p.lstat() for p in folder.parent.rglob("*")}
    return {name: (s.st_mode, s.st_size, s.st_mtime_ns) for name, s in found.items()}


class TooLong(Exception):
    """Not a TimeoutError, which is an OSError, as an unreadable file gives."""


@contextmanager
def limited(seconds: int) -> Iterator[None]:
    """Stop what takes longer, or waits for ever."""

    def stop(*_: object) -> None:
        raise TooLong(f"more than {seconds} s")

    timers = {signal.ITIMER_PROF: (signal.SIGPROF, seconds)}
    timers[signal.ITIMER_REAL] = (signal.SIGALRM, 6 * seconds)
    for timer, (number, after) in timers.items():
        signal.signal(number, stop)
        # Again each second, since what is raised while memory is swept is lost.
        signal.setitimer(timer, after, 1)
    try:
        yield
    finally:
        for timer in timers:
            signal.setitimer(timer, 0)


def paper(output: Output) -> bool:
    """Whether it is a PDF, or a picture of one, which take a second each."""
    return output.path.endswith((".pdf", ".png"))


def built(data: Path) -> str:
    """Make every page and data file; what is wrong with the data, or nothing."""
    try:
        for output in build_outputs(data)[1]:
            if not paper(output):
                output.content()
    except DataError as error:
        return str(error)
    return ""


def peak() -> float:
    """The most memory that this process had, in MiB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def fault(mutation: Mutation) -> str:
    """What this program does wrong when the data are changed so, in one line; or nothing."""
    with mutated(mutation) as data:
        before, memory = state(data), peak()
        try:
            with limited(SECONDS):
                told = built(data)
        except Exception as error:
            return f"{mutation.what}: {type(error).__name__}: {str(error)[:200]!r}"
        if state(data) != before:
            return f"{mutation.what}: the data were changed"
        if peak() - memory > MEBIBYTES:
            return f"{mutation.what}: took {peak() - memory:.0f} MiB"
        wrong = [line for line in told.split("\n") if told and not LINE.fullmatch(line)]
        return f"{mutation.what}: told {wrong[0]!r}" if wrong else ""


@pytest.mark.parametrize("shard", range(SHARDS))
def test_any_change_gives_a_site_or_one_line_a_mistake(shard: int) -> None:
    @seed(shard)
    @settings(
        max_examples=EXAMPLES,
        deadline=None,
        database=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(MUTATIONS)
    def holds(mutation: Mutation) -> None:
        assert not (found := fault(mutation)), found

    holds()


def commanded() -> Iterator[Mutation]:
    """What is also tried through the command line, as a user would meet it."""

    def formed(file: Path, form: Callable[[bytes], bytes], data: Path) -> None:
        (data / file).write_bytes(form((data / file).read_bytes()))

    def moved(place: Path, move: Callable[[Path, str, Path], object], data: Path) -> None:
        move(data / place, "new\nline.yml", DATA / place)

    for file in (YAML[0], SOURCE, Path("addresses.lock")):
        for name, form in FORMS.items():
            yield Mutation(f"{file}: {name}", partial(formed, file, form))
    for place in (YAML[-1], SOURCE, Path("bodies"), Path(".")):
        for name, move in MOVES.items():
            yield Mutation(f"{place}: {name}", partial(moved, place, move))


# A process of its own between: what is measured of a child begins with the memory of its parent.
MEASURED = """
import resource, subprocess, sys
status = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
used = resource.getrusage(resource.RUSAGE_CHILDREN)
print(used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)
sys.exit(status)
"""


@pytest.mark.parametrize("mutation", list(commanded())[::3], ids=lambda m: m.what)
def test_the_command_tells_each_mistake_in_one_line(mutation: Mutation) -> None:
    check = [sys.executable, str(ROOT / "scripts/build.py"), "--data", "data", "check"]
    with mutated(mutation) as data:
        before = state(data)
        command = [sys.executable, "-c", MEASURED, *check]
        ended = subprocess.run(command, cwd=data.parent, capture_output=True, text=True)
        assert state(data) == before
    seconds, mebibytes = map(float, ended.stdout.split())
    assert seconds < SECONDS
    assert mebibytes < MEBIBYTES
    assert ended.returncode == (1 if ended.stderr else 0), ended.stderr
    assert all(LINE.fullmatch(line) for line in ended.stderr.splitlines()), ended.stderr


def test_keys_in_another_order_and_another_style_give_the_same_bytes(tmp_path: Path) -> None:
    other = Path(shutil.copytree(DATA, tmp_path / "data"))
    for path in other.rglob("*.yml"):
        value = load_document(path, path.name).value
        path.write_text(f"# Another style.\n{json.dumps(backwards(value), indent=3)}\n")
    made = [
        {o.path: o.content() for o in build_outputs(d)[1] if not paper(o)} for d in (DATA, other)
    ]
    assert made[0] == made[1]
    assert content(build_edition(DATA)) == content(build_edition(other))


def backwards(value: object) -> object:
    """The same value with the keys of every mapping in reverse."""
    if isinstance(value, dict):
        return {key: backwards(value[key]) for key in reversed(value)}
    return [backwards(item) for item in value] if isinstance(value, list) else value
