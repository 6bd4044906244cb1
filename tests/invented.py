"""An invented corpus of any size, shaped like a real resolution; the benchmark uses it."""

import json
from pathlib import Path

PREAMBULAR, OPERATIVE, ENTRIES = 21, 21, 60


def _write(path: Path, value: object) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(value, indent=1, ensure_ascii=False) + "\n")  # JSON is YAML


def write_corpus(data: Path, times: int) -> None:
    """Write a corpus with `times` times as many paragraphs and entries as a resolution has."""
    entries = ENTRIES * times
    texts: list[str] = []
    for kind, opening, count in (("pp", "Noting", PREAMBULAR), ("op", "Calls upon", OPERATIVE)):
        for n in range(1, count * times + 1):
            names = [(n * 3 + i) % entries for i in range(3)]
            words = " ".join(f"the Register Number {i} of the lakes," for i in names)
            text = (
                f"{opening} members to keep in good order, as appropriate, {words} "
                + ("with a view to the care of fish and water in all their forms, " * 6)
                + f"in the year {n};"
            )
            texts.append(text if kind == "pp" else f"{n}. {text}")
            record: dict[str, object] = {
                "id": f"{kind}{n}",
                "opening": opening,
                "text": text,
                "summary": "It names registers.",
                "themes": ["fish"],
                "actions": [{"actor": "members", "act": "keep registers"}],
            }
            _write(data / "paragraphs" / f"{kind}{n:02}.yml", record)
    # Every register is named, whatever the size: the last paragraph names the rest.
    used = {
        (n * 3 + i) % entries
        for c in (PREAMBULAR, OPERATIVE)
        for n in range(1, c * times + 1)
        for i in range(3)
    }
    for i in range(entries):
        named = i in used
        register: dict[str, object] = {
            "id": f"register-{i}",
            "name": f"Register Number {i}",
            "kind": "database",
            "names": [f"Register Number {i}"] if named else [],
            "named": named,
            "brief": "A register.",
            "description": "A register of lakes.",
        }
        _write(data / "capabilities" / f"register-{i}.yml", register)
    _write(
        data / "references/charter.yml",
        {
            "id": "charter",
            "name": "Charter",
            "kind": "constitution",
            "names": [],
            "named": False,
            "description": "The charter.",
        },
    )
    _write(
        data / "bodies/members.yml",
        {
            "id": "members",
            "name": "Members",
            "kind": "states",
            "names": ["members"],
            "linked": False,
            "description": "The members.",
        },
    )
    _write(data / "themes/fish.yml", {"id": "fish", "name": "Fish", "description": "Fish."})
    _write(
        data / "phrases/as-appropriate.yml",
        {
            "id": "as-appropriate",
            "name": "as appropriate",
            "names": ["as appropriate"],
            "kind": "qualifier",
            "description": "It leaves room.",
        },
    )
    resolution = {
        "symbol": "CL/9/L.9",
        "title": "Registers",
        "short_title": "Registers",
        "organization": "Council",
        "organ": "Council",
        "distribution": "General",
        "date": "2019-05-02",
        "language": "English",
        "session": "Ninth session",
        "agenda_item": "4",
        "agenda_title": "Lakes",
        "job_number": "19-009",
        "sponsors": ["Aland", "Borland"],
        "enacting": "The Council,",
        "official": "https://example.org/en/CL/9/L.9",
        "eid_work": "/akn/example/2019-05-02/CL-9-L.9",
        "version": "1",
        "as_of": "2019-06-01",
        "adoption": {
            "symbol": "CL/RES/9",
            "reference": "charter",
            "date": "2019-05-09",
            "manner": "adopted by consensus",
        },
    }
    openings = [
        {"verb": "Noting", "words": ["Noting"], "kind": "position", "says": "It notes."},
        {"verb": "Calls upon", "words": ["Calls upon"], "kind": "appeal", "says": "It asks."},
    ]
    _write(data / "openings.yml", openings)
    _write(data / "resolution.yml", resolution)
    blocks = [
        "Council CL/9/L.9",
        "Distr.: General 2 May 2019",
        "Original: English",
        "Ninth session",
        "Agenda item 4",
        "Lakes",
        "Aland and Borland: draft resolution",
        "Registers",
        "The Council,",
        *texts,
    ]
    (data / "source").mkdir(parents=True)
    (data / "addresses.lock").touch()
    (data / "source/received.txt").write_text("\n\n".join(blocks))
    emendations = [
        {
            "id": "start",
            "at": ["symbol"],
            "category": "layout",
            "edition": "\n\nCouncil",
            "received": "Council",
            "official": "no",
            "note": "No blank line.",
        },
        {
            "id": "end",
            "at": ["end"],
            "category": "layout",
            "edition": "\n\n",
            "received": "",
            "official": "no",
            "note": "No line at the end.",
        },
    ]
    for name, value in (
        ("emendations", emendations),
        ("sources", []),
        ("timeline", []),
        ("absent", []),
        ("changes", []),
        ("redirects", []),
        ("not-established", []),
    ):
        _write(data / f"{name}.yml", value)
