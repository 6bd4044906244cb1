"""What the benchmark compares: plain MkDocs builds the same pages, the corpus grows as it says."""

from pathlib import Path

import bench
import pytest


def pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def test_plain_mkdocs_builds_the_pages_that_we_build(site: Path, tmp_path: Path) -> None:
    folder = bench.plain_tree(tmp_path / "plain")
    cost = bench.run(bench.mkdocs(folder, tmp_path / "theirs"), folder)
    assert cost.processor > 0 and cost.memory > 0
    assert pages(tmp_path / "theirs") == pages(site)


def test_the_corpus_has_as_many_times_the_paragraphs_and_entries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bench, "RUNS", 1)
    folder = bench.corpus(tmp_path / "twice", 2)
    bench.measure(bench.mkdocs(folder, folder / "site"), folder, folder / ".cache")
    built = pages(folder / "site")
    assert {"op/42/index.html", "pp/42/index.html", "capabilities/register-119/index.html"} <= built
    assert not {"op/43/index.html", "capabilities/register-120/index.html"} & built
