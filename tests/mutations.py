"""Changes of the data that a careless editor, a broken disk or an ill-wisher might make."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from edition.yaml_source import load_document
from hypothesis import strategies as st

ROOT = Path(__file__).parent.parent
DATA = ROOT / "data"
FILES = sorted(p.relative_to(DATA) for p in DATA.rglob("*") if p.is_file())
YAML = [f for f in FILES if f.suffix == ".yml" and f.name != "redirects.yml"]
SOURCE = next(f for f in FILES if f.suffix == ".txt")
LOCK = Path("addresses.lock")
FOLDERS = sorted({f.parent for f in FILES} - {Path(".")})

# What YAML, a renderer or a reader of text might take for something else.
SCALARS = (
    *("no", "NO", "on", "~", "null", "true", "75/10", "1:20", "2020-11-17", "2020-13-45", "010"),
    *("0x1F", "1e3", ".inf", ".nan", "-0", "9" * 30, "1_000", "", " ", "''", '""', '"\\0"', "|"),
    *('"\\ud800"', '"\\u202e"', '"\\ufffe"', '"\\n"', '" x"', "x #y", "x: y", "- x", "[x", "{x: y"),
    *(
        "!!python/object/apply:os.system [id]",
        "!!binary aGk=",
        "!!set {a, b}",
        "!x y",
        "&a x",
        "*a",
    ),
    *(
        "{<<: {a: b}}",
        "? x",
        "@x",
        "`x`",
        "%x",
        "<script>alert(1)</script>",
        "{{ 7*7 }}",
        "{%",
        "#eval",
    ),
    *(
        "javascript:alert(1)",
        "https://[",
        "https://a/<b>",
        "../../etc/passwd",
        "/../",
        "/op/9/",
        "op9",
    ),
    *(
        "op1-a",
        "pp1-a",
        "pp99",
        "op" + "9" * 5000,
        "x" * 30_000,
        "{job:>999999999}",
        "{fn1.x}",
        "{0}",
    ),
    *(
        "[" * 200,
        "[" * 5000,
        "'[^" + "9" * 5000 + "]'",
        "9" * 3000,
        "{a: " * 100,
        "é" * 70,
        "𝔘",
        "index",
        "INTERPOL",
        "2",
        "-1",
        "[]",
        "{}",
        "e",
    ),
)
BYTES = (
    *(
        b"\0",
        b"\t",
        b"\r",
        b"\x1b[31m",
        b"\xff",
        b"\xc3",
        b"\xed\xa0\x80",
        b"\xef\xbb\xbf",
        b"\x7f",
    ),
    *(c.encode() for c in "\u202e\u2066\u200b\u2028\u0085\ufffe\u00a0\ue000𝔘é"),
    *(
        b"---\n",
        b"...\n",
        b"%YAML 9.9\n---\n",
        b"%TAG ! x\n",
        b"<<: *x\n",
        b"&x ",
        b"*x",
        b"!!x ",
        b"? ",
    ),
    *(
        b"'",
        b'"',
        b":",
        b": ",
        b"#",
        b" #",
        b"[",
        b"]",
        b"{",
        b"}",
        b"|",
        b">",
        b"- ",
        b"\n",
        b"  ",
        b"@",
    ),
)
NAMES = (
    *(
        "X.yml",
        "a b.yml",
        "new\nline.yml",
        "é.yml",
        "\udcff.yml",
        "op09.YML",
        ".hidden.yml",
        "index.yml",
    ),
    *(
        "con.yml",
        "-rf.yml",
        "a.yml.yml",
        "yml",
        "x.txt",
        "op9.yml",
        "pp00.yml",
        "x" * 240 + ".yml",
        "%s.yml",
    ),
)


@dataclass(frozen=True)
class Mutation:
    """What was done, in one line, and how to do it to a copy of the data."""

    what: str
    apply: Callable[[Path], object] = field(repr=False, compare=False)


@st.composite
def in_a_value(draw: st.DrawFn) -> Mutation:
    """A value, key or item of a file deleted, doubled, renamed, moved or made something else."""
    file = draw(st.sampled_from(YAML))
    tree = load_document(DATA / file, str(file)).value
    places = list(_places(tree))
    holder, key = draw(st.sampled_from(places))
    deed = draw(st.sampled_from(sorted(_DEEDS)))
    what = draw(st.sampled_from(SCALARS)) if deed in ("replaced", "renamed", "added") else ""
    donor = draw(st.sampled_from(places)) if deed == "exchanged" else None
    path = f"{file}: {key!r} of {str(holder)[:60]!r} {deed} {what[:40]!r}"
    _DEEDS[deed](holder, key, what, donor)
    text = json.dumps(tree, ensure_ascii=False).replace(f'"{_HERE}"', what)
    return Mutation(path, lambda data: (data / file).write_text(text))


def _places(tree: Any) -> Any:
    pairs = tree.items() if isinstance(tree, dict) else enumerate(tree)
    for key, value in list(pairs):
        yield tree, key
        if isinstance(value, (dict, list)):
            yield from _places(value)


_HERE = "\ue000"  # holds the place of a scalar that is to stand bare, as YAML has it


def _delete(holder: Any, key: Any, what: str, donor: Any) -> None:
    del holder[key]


def _double(holder: Any, key: Any, what: str, donor: Any) -> None:
    if isinstance(holder, list):
        holder.insert(key, holder[key])
    else:
        holder[f"{key} "] = holder[key]


def _replace(holder: Any, key: Any, what: str, donor: Any) -> None:
    holder[key] = _HERE


def _rename(holder: Any, key: Any, what: str, donor: Any) -> None:
    if isinstance(holder, dict):
        holder[what] = holder.pop(key)
    else:
        holder[key] = {what: holder[key]}


def _add(holder: Any, key: Any, what: str, donor: Any) -> None:
    if isinstance(holder[key], str):
        at = len(holder[key]) // 2
        holder[key] = f"{holder[key][:at]}{what}{holder[key][at:]}"
    elif isinstance(holder[key], list):
        holder[key].append(what)


def _wrap(holder: Any, key: Any, what: str, donor: Any) -> None:
    holder[key] = [holder[key]] if not isinstance(holder[key], list) else {"x": holder[key]}


def _empty(holder: Any, key: Any, what: str, donor: Any) -> None:
    holder[key] = type(holder[key])() if holder[key] is not None else []


def _reverse(holder: Any, key: Any, what: str, donor: Any) -> None:
    if isinstance(holder[key], (str, list)):
        holder[key] = holder[key][::-1]


def _exchange(holder: Any, key: Any, what: str, donor: Any) -> None:
    holder[key] = json.loads(json.dumps(donor[0][donor[1]]))


_DEEDS: dict[str, Callable[[Any, Any, str, Any], None]] = {
    "deleted": _delete,
    "doubled": _double,
    "replaced": _replace,
    "renamed": _rename,
    "added": _add,
    "wrapped": _wrap,
    "emptied": _empty,
    "reversed": _reverse,
    "exchanged": _exchange,
}


@st.composite
def in_the_bytes(draw: st.DrawFn) -> Mutation:
    """Bytes put in or taken out anywhere, a line doubled, lost or moved, a file in another form."""
    file = draw(st.sampled_from((*FILES, SOURCE, LOCK)))
    raw = (DATA / file).read_bytes()
    lines = raw.splitlines(keepends=True)
    deed = draw(st.sampled_from(("put", "put", "cut", "double", "lose", "swap", "form", "scalar")))
    at = draw(st.integers(0, len(raw)))
    line = draw(st.integers(0, len(lines) - 1))
    what: object = line + 1
    if deed == "put":
        what = draw(st.sampled_from(BYTES))
        new = raw[:at] + what + raw[at:]
    elif deed == "cut":
        what = (at, draw(st.integers(1, 40)))
        new = raw[:at] + raw[at + what[1] :]
    elif deed == "double":
        new = b"".join([*lines[:line], lines[line], *lines[line:]])
    elif deed == "lose":
        new = b"".join([*lines[:line], *lines[line + 1 :]])
    elif deed == "swap":
        new = b"".join([*lines[:line], *lines[line : line + 2][::-1], *lines[line + 2 :]])
    elif deed == "scalar":
        scalar = draw(st.sampled_from(SCALARS))
        what = (line + 1, scalar[:40])
        key, colon, _ = lines[line].partition(b":")
        lines[line] = key + colon + b" " + scalar.encode() + b"\n"
        new = b"".join(lines)
    else:
        what = draw(st.sampled_from(sorted(FORMS)))
        new = FORMS[str(what)](raw)
    return Mutation(f"{file}: {deed} {what!r} at {at}", lambda data: (data / file).write_bytes(new))


FORMS: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda raw: b"",
    "blank": lambda raw: b"\n \n",
    "comment": lambda raw: b"# nothing\n",
    "huge": lambda raw: raw + b"#" * 1_000_001,
    "UTF-16": lambda raw: raw.decode().encode("utf-16"),
    "latin-1": lambda raw: raw.decode().encode("latin-1", "replace") + b"# \xe9",
    "BOM": lambda raw: b"\xef\xbb\xbf" + raw,
    "CRLF": lambda raw: raw.replace(b"\n", b"\r\n"),
    "CR": lambda raw: raw.replace(b"\n", b"\r"),
    "tabs": lambda raw: raw.replace(b"  ", b"\t"),
    "indented": lambda raw: raw.replace(b"\n", b"\n "),
    "two documents": lambda raw: raw + b"---\n" + raw,
    "directive": lambda raw: b"%YAML 1.2\n---\n" + raw,
    "in a list": lambda raw: b"- " + raw.replace(b"\n", b"\n  "),
    "no line end": lambda raw: raw.rstrip(b"\n"),
    "cut in half": lambda raw: raw[: len(raw) // 2],
    "binary": lambda raw: bytes(range(256)) * 20,
    "deep": lambda raw: raw + b"deep: " + b"[" * 200_000 + b"]" * 200_000 + b"\n",
    "deep in lines": lambda raw: b"- " * 200_000 + b"\n",
    "records of nothing": lambda raw: b"[" + b"{}, " * 20_000 + b"]\n",
    "alias bomb": lambda raw: (
        raw
        + b"a: &a [x, x, x, x, x, x, x, x, x]\n"
        + b"".join(
            b"%c: &%c [%s]\n" % (i + 1, i + 1, b", ".join([b"*%c" % i] * 9)) for i in range(97, 106)
        )
    ),
    "wide": lambda raw: raw + b"".join(b"k%d: v\n" % i for i in range(50_000)),
    "loop": lambda raw: b"a: &a\n  b: *a\n" + raw,
}


@st.composite
def in_the_folder(draw: st.DrawFn) -> Mutation:
    """A file or folder lost, renamed, copied, linked or made something that it is not."""
    place = draw(st.sampled_from((*FILES, *FOLDERS, *FOLDERS, Path("."))))
    deed = draw(st.sampled_from(sorted(MOVES)))
    name = draw(st.sampled_from(NAMES))
    return Mutation(
        f"{place}: {deed} ({name!r})", lambda data: MOVES[deed](data / place, name, DATA / place)
    )


def _away(path: Path) -> Path:
    shutil.rmtree(path) if path.is_dir() and not path.is_symlink() else path.unlink()
    return path


def _copied(path: Path, name: str, same: Path) -> None:
    if path.is_dir():
        shutil.copytree(DATA / "themes", path / "inner")
    else:
        shutil.copy(path, path.with_name(name))


MOVES: dict[str, Callable[[Path, str, Path], object]] = {
    "lost": lambda path, name, same: _away(path),
    "renamed": lambda path, name, same: path.rename(path.with_name(name)),
    "copied": _copied,
    "a folder": lambda path, name, same: _away(path).mkdir(),
    "a file": lambda path, name, same: _away(path).write_text("x\n"),
    "a pipe": lambda path, name, same: os.mkfifo(_away(path)),
    "a link to itself": lambda path, name, same: _away(path).symlink_to(path.name),
    "a link to nothing": lambda path, name, same: _away(path).symlink_to("nowhere"),
    "a link out": lambda path, name, same: _away(path).symlink_to("/dev/zero"),
    "a link to a folder": lambda path, name, same: _away(path).symlink_to(DATA / "bodies"),
    "a link to the same": lambda path, name, same: _away(path).symlink_to(same),
    "unreadable": lambda path, name, same: path.chmod(0),
}

MUTATIONS = st.one_of(in_a_value(), in_a_value(), in_the_bytes(), in_the_folder())
