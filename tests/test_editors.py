"""Editors' help: schemas for their tools, skeletons of new records, the guide done as written."""

import json
import re
import shutil
import subprocess
import sys
from fnmatch import fnmatchcase
from pathlib import Path

import jsonschema
import pytest
from edition.build import build_edition
from edition.load import ENTRY_KINDS
from edition.problems import DataError
from edition.redirects import render_redirects
from edition.schemas import schemas
from edition.skeleton import KINDS, add_skeleton
from edition.yaml_source import load_document

ROOT = Path(__file__).parent.parent
DATA = sorted((ROOT / "data").rglob("*.yml"))
MAPPED: dict[str, str] = json.loads((ROOT / ".vscode/settings.json").read_text())["yaml.schemas"]


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A copy of what an editor works in, that a test may change."""
    for name in ("data", "scripts", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("Makefile", "requirements.lock"):
        shutil.copy2(ROOT / name, tmp_path / name)
    return tmp_path


def run(repository: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "scripts/build.py", *arguments]
    return subprocess.run(command, cwd=repository, capture_output=True, text=True)


def schema_of(path: Path) -> dict[str, object]:
    """The schema that the editors' settings give to a data file; there is exactly one."""
    name = path.relative_to(ROOT).as_posix()
    found = [schema for schema, pattern in MAPPED.items() if fnmatchcase(name, pattern)]
    assert len(found) == 1, name
    made: dict[str, object] = json.loads((ROOT / found[0]).read_text())
    return made


def test_the_schemas_are_those_of_the_records() -> None:
    written = {path.name: path.read_text() for path in (ROOT / "schemas").iterdir()}
    assert written == schemas(), "run `make schemas`"


def test_every_schema_is_a_good_one_and_used() -> None:
    assert {f"schemas/{name}" for name in schemas()} == MAPPED.keys()
    for text in schemas().values():
        jsonschema.Draft7Validator.check_schema(json.loads(text))


@pytest.mark.parametrize("path", DATA, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_data_file_keeps_to_the_schema_that_editors_hold_it_to(path: Path) -> None:
    document = load_document(path, path.name)
    jsonschema.Draft7Validator(schema_of(path)).validate(document.value)


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("capabilities/ibin.yml", {"breif": "x"}),
        ("capabilities/ibin.yml", {"kind": "databse"}),
        ("capabilities/ibin.yml", {"official": "www.example.org"}),
        ("references/a-res-51-1.yml", {"date": "17 November"}),
        ("paragraphs/op09.yml", {"themes": []}),
        ("resolution.yml", {"symbol": None}),
    ],
)
def test_the_schemas_show_a_mistake(name: str, change: dict[str, object]) -> None:
    path = ROOT / "data" / name
    value = load_document(path, name).value | change
    assert not jsonschema.Draft7Validator(schema_of(path)).is_valid(value)


# What an editor would put after the colons of each kind's required keys, and into the text.
FILLED: dict[str, dict[str, str]] = {
    "capability": {
        "name": "Advance passenger information",
        "names": "[advance passenger information]",
        "description": "Data on travellers that carriers send ahead.",
        "kind": "system",
        "brief": "Data on travellers that are sent ahead.",
    },
    "reference": {
        "name": "The draft that followed",
        "names": "[]\nnamed: false",
        "description": "A later draft.",
        "kind": "resolution",
    },
    "body": {
        "name": "Peacekeeping missions",
        "names": "[peacekeeping missions]",
        "description": "The missions of the United Nations.",
        "kind": "group",
    },
    "theme": {"name": "Wildlife", "description": "Named in paragraph 1 (a)."},
    "phrase": {
        "name": "thereby",
        "names": "[thereby]",
        "kind": "formula",
        "description": "Names a result.",
    },
    "source": {
        "title": "A page",
        "publisher": "A publisher",
        "address": "https://www.example.org/page",
        "date": "undated",
        "consulted": "2026-11-23",
        "kind": "press",
    },
    "emendation": {
        "at": "[op5]",
        "category": "layout",
        "edition": "to create synergies",
        "received": "to create  synergies",
        "official": "no",
        "note": "Two spaces.",
    },
}


def mistakes(data: Path) -> list[str]:
    """What the check says of a data folder."""
    try:
        build_edition(data)
    except DataError as error:
        return str(error).splitlines()
    return []


@pytest.mark.parametrize("kind", KINDS)
def test_a_skeleton_fails_key_by_key_until_it_is_filled_in(repository: Path, kind: str) -> None:
    data = repository / "data"
    path = add_skeleton(data, kind, "zz-new")
    name = path.relative_to(repository).as_posix()
    empty = mistakes(data)
    assert empty and all(line.startswith(f"{name}:") for line in empty)
    before, _, skeleton = path.read_text().rpartition("id: zz-new")
    for key, value in FILLED[kind].items():
        skeleton, count = re.subn(rf"(?m)^( *){key}:.*$", rf"\g<1>{key}: {value}", skeleton)
        assert count == 1, key
    path.write_text(f"{before}id: zz-new{skeleton}")
    if kind == "source":
        note = data / "bodies/oct.yml"
        note.write_text(note.read_text().replace("sources: [", "sources: [zz-new, "))
    if kind == "emendation":
        received = next((data / "source").iterdir())
        text = received.read_text()
        start = text.index("\n- 5. ")
        received.write_text(
            text[:start] + text[start:].replace("to create syn", "to create  syn", 1)
        )
    assert not mistakes(data)


@pytest.mark.parametrize("kind", ["capability", "reference", "body", "theme", "phrase"])
def test_a_skeleton_offers_every_key_that_the_record_has(repository: Path, kind: str) -> None:
    path = repository / run(repository, "new", kind, "zz-new").stdout.strip()
    path.write_text(re.sub(r"(?m)^#(?! )|^#(?=  )", "", path.read_text()))
    written = load_document(path, path.name).value
    assert written.keys() == ENTRY_KINDS[KINDS[kind]].model_fields.keys()


@pytest.mark.parametrize(
    ("kind", "new_id", "said"),
    [
        ("capability", "sltd", "the id 'sltd' is taken: data/capabilities/sltd.yml"),
        ("theme", "unodc", "the id 'unodc' is taken: data/bodies/unodc.yml"),
        ("source", "a-res-51-1", "the id 'a-res-51-1' is taken: data/sources.yml:"),
        ("body", "A_b", "'A_b' is no id: small letters and digits"),
        ("body", "../x", "'../x' is no id: small letters and digits"),
        ("capabilty", "x", "no kind 'capabilty' (did you mean 'capability'?): capability, ref"),
        ("theme", "index", "'index' is no id: it has a meaning of its own"),
        ("theme", "op1", "'op1' is no id: it has a meaning of its own"),
        ("theme", "null", "'null' is no id: it has a meaning of its own"),
        ("", "x", "no kind '': capability, reference, body, theme, phrase, source, emendation"),
    ],
)
def test_an_id_or_kind_that_cannot_be_is_refused_in_one_line(
    repository: Path, kind: str, new_id: str, said: str
) -> None:
    before = {p: p.read_bytes() for p in (repository / "data").rglob("*.yml")}
    result = run(repository, "new", kind, new_id)
    assert result.returncode == 1
    assert result.stderr.startswith(said) and result.stderr.count("\n") == 1
    assert {p: p.read_bytes() for p in (repository / "data").rglob("*.yml")} == before


def test_a_new_source_stands_in_its_place_in_the_order(repository: Path) -> None:
    run(repository, "new", "source", "a-res-60")
    listed = load_document(repository / "data/sources.yml", "sources.yml").value
    ids = [source["id"] for source in listed]
    assert "a-res-60" in ids and ids == sorted(ids)


@pytest.mark.parametrize("written", ["  - id: a\n", "- {id: a}\n...\n", "[{id: a}]\n", "- words\n"])
def test_a_list_written_in_another_way_is_left_as_it_is(repository: Path, written: str) -> None:
    path = repository / "data/sources.yml"
    path.write_text(written)
    result = run(repository, "new", "source", "b")
    assert result.returncode == 1 and result.stderr.count("\n") == 1
    assert path.read_text() == written


def steps() -> dict[str, list[tuple[str, str]]]:
    """The guide's changes: heading -> its blocks, each with its language."""
    guide = (ROOT / "CONTRIBUTING.md").read_text()
    parts = re.split(r"(?m)^##+ (.+)$", guide)
    blocks = {
        heading: re.findall(r"(?ms)^```(\w+)\n(.*?)^```$", body)
        for heading, body in zip(parts[1::2], parts[2::2], strict=True)
    }
    return {heading: found for heading, found in blocks.items() if found}


def console(repository: Path, block: str) -> None:
    """Run what stands after each `$`; every line below it is a line of what is answered."""
    for step in re.split(r"(?m)^\$ ", block)[1:]:
        command, *expected = step.splitlines()
        made = re.sub(r"^make ", f"make -o .venv/site PY={sys.executable} ", command)
        result = subprocess.run(
            ["bash", "-c", made], cwd=repository, capture_output=True, text=True
        )
        answered = result.stdout + result.stderr
        for line in expected:
            pattern = re.escape(line).replace("…", ".*")
            assert re.search(rf"(?m)^{pattern}$", answered), f"{command}: {line}\n{answered}"
        if not expected:
            assert result.returncode == 0, answered


def edit(repository: Path, block: str) -> None:
    """Change files as the block says; the lines that go or stay occur together exactly once."""
    for name, body in re.findall(r"(?ms)^--- (\S+)\n(.*?)(?=^--- |\Z)", block):
        path = repository / name
        for hunk in body.split("@@\n"):
            lines = hunk.splitlines()
            old = "".join(f"\n{line[1:]}" for line in lines if line[0] in " -") + "\n"
            new = "".join(f"\n{line[1:]}" for line in lines if line[0] in " +") + "\n"
            text = f"\n{path.read_text()}"
            assert text.count(old) == 1, f"{name}: {old}"
            path.write_text(text.replace(old, new)[1:])


@pytest.mark.parametrize("change", steps())
def test_the_guide_s_change_goes_as_it_is_written(repository: Path, change: str) -> None:
    for language, block in steps()[change]:
        {"console": console, "diff": edit}[language](repository, block)
    assert run(repository, "check").returncode == 0
    if change == "Rename an entry":
        made = {o.path: o.made for o in render_redirects(build_edition(repository / "data"))}
        assert 'url=../curricula/"' in str(made["capabilities/training-curricula/index.html"])


def test_the_guide_has_the_five_changes() -> None:
    assert len(steps()) == 5


def test_a_data_file_may_carry_the_line_for_its_editor(repository: Path) -> None:
    path = repository / "data/capabilities/ibin.yml"
    (line,) = re.findall(
        r"(?m)^    (# yaml-language-server.*)$", (ROOT / "CONTRIBUTING.md").read_text()
    )
    path.write_text(f"{line}\n{path.read_text()}")
    assert run(repository, "check").returncode == 0
    assert (path.parent / line.partition("=")[2]).resolve().exists()
