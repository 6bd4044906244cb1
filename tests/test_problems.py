"""Each folder below problems/ is a mistake: files over those of small/, and what is told."""

import shutil
from collections.abc import Callable, Iterable
from functools import partial
from pathlib import Path

import pytest
from edition.build import build_edition
from edition.load import Corpus, load_corpus
from edition.problems import DataError, Problem
from edition.published import check_published, check_redirects
from edition.resolve import resolve_edition
from edition.rules import RULES

ROOT = Path(__file__).parent.parent
PROBLEMS = Path(__file__).parent / "problems"
CASES = sorted(path.parent for path in PROBLEMS.rglob("expected.txt"))


def by_name(corpus: Corpus) -> dict[str, Callable[[], Iterable[Problem]]]:
    """Every rule by the name of its folder."""
    rules: dict[str, Callable[[], Iterable[Problem]]] = {
        rule.__name__: partial(rule, corpus) for rule in RULES
    }
    rules["check_published"] = lambda: check_published(
        resolve_edition(corpus), corpus.addresses, corpus.root.name
    )
    rules["check_redirects"] = lambda: check_redirects(
        resolve_edition(corpus), corpus.lists["redirects"]
    )
    return {name.removeprefix("check_"): rule for name, rule in rules.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_a_mistake_is_told_where_it_is_and_by_its_rule(case: Path, tmp_path: Path) -> None:
    data = tmp_path / "data"
    shutil.copytree(ROOT / "tests/small/data", data)
    shutil.copytree(case, data, dirs_exist_ok=True, ignore=lambda *_: ["expected.txt"])
    with pytest.raises(DataError) as error:
        build_edition(data)
    expected = (case / "expected.txt").read_text()
    assert f"{error.value}\n" == expected
    if case.parent.name != "form":
        told = list(by_name(load_corpus(data))[case.parent.name]())
        assert told and all(str(problem) in expected for problem in told)


def test_every_rule_has_a_case_and_every_case_a_rule() -> None:
    corpus = load_corpus(ROOT / "tests/small/data")
    assert {case.parent.name for case in CASES} == {"form", *by_name(corpus)}
