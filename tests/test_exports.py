"""The data files, each read back by a program that is not ours."""

import csv
import io
import json
import re
from pathlib import Path

import akn
import jsonschema
import pytest
import rdflib
import rispy
from akn import AKN
from bibtexparser.entrypoint import parse_string
from citeproc import (
    Citation,
    CitationItem,
    CitationStylesBibliography,
    CitationStylesStyle,
    formatter,
)
from citeproc.source.json import CiteProcJSON
from edition.edition import Edition
from edition.exports import exports
from edition.exports.tables import cell
from lxml import etree
from pydantic import ValidationError
from reading_back import read_edition

CONTRACT = {
    "edition.json",
    "edition.schema.json",
    "paragraphs.csv",
    "capabilities.csv",
    "references.csv",
    "actions.csv",
    "a-75-l-20.akn.xml",
    "glossary.ttl",
    "glossary.jsonld",
    "citations.bib",
    "citations.ris",
    "citations.csl.json",
    "addresses.json",
}


@pytest.fixture(scope="module")
def files(edition: Edition) -> dict[str, str]:
    return {export.name: export.render(edition) for export in exports(edition)}


def test_every_file_of_the_contract_is_published_and_described(
    files: dict[str, str], site: Path
) -> None:
    assert set(files) == CONTRACT
    page = (site / "data/index.html").read_text()
    for name, content in files.items():
        assert (site / "data" / name).read_bytes() == content.encode()
        assert f'href="{name}"' in page or f"href={name}" in page
        assert content.endswith("\n") and not content.endswith("\n\n")


def test_edition_json_is_valid_by_its_schema_and_a_changed_field_is_not(
    files: dict[str, str],
) -> None:
    schema = json.loads(files["edition.schema.json"])
    data = json.loads(files["edition.json"])
    validator = jsonschema.Draft202012Validator(schema)
    validator.check_schema(schema)
    validator.validate(data)
    data["paragraphs"][3]["notes"][0]["voice"] = "rumour"
    with pytest.raises(jsonschema.ValidationError):
        validator.validate(data)


def test_edition_json_keeps_the_contract(files: dict[str, str]) -> None:
    data = json.loads(files["edition.json"])
    assert {
        *("resolution", "paragraphs", "footnotes", "capabilities", "references"),
        *("bodies", "themes", "phrases", "sources", "emendations"),
    } <= set(data)
    point = next(p for p in data["paragraphs"] if p["id"] == "op13-a")
    assert (point["kind"], point["parent"], point["address"]) == (
        "subparagraph",
        "op13",
        "/op/13/a/",
    )
    ninth = next(p for p in data["paragraphs"] if p["id"] == "op9")
    assert ninth["footnotes"] == [7] and "[^" not in ninth["text"]
    ids = [p["id"] for p in data["paragraphs"]]
    assert ids[ids.index("op13") + 1] == "op13-a"


def test_an_edition_read_back_equals_the_one_that_wrote_it(
    files: dict[str, str], edition: Edition
) -> None:
    assert vars(read_edition(files["edition.json"])) == vars(edition)
    with pytest.raises(ValidationError):
        read_edition(files["edition.json"].replace('"voice": "text"', '"voice": "rumour"', 1))


def rows(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


def test_csv_files_have_a_row_a_record_and_the_words_as_they_are(
    files: dict[str, str], edition: Edition
) -> None:
    for name in ("paragraphs", "capabilities", "references", "actions"):
        assert files[f"{name}.csv"].startswith("\ufeff")
        assert "\r\n" in files[f"{name}.csv"]
    texts = {row["id"]: row["text"] for row in rows(files["paragraphs.csv"])}
    assert texts == {unit.id: unit.text for unit in edition.units.values()}
    assert len(rows(files["capabilities.csv"])) == len(edition.of_kind("capabilities"))
    acts = sum(len(unit.record.actions) for unit in edition.units.values())
    assert len(rows(files["actions.csv"])) == acts


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t"])
def test_a_cell_that_a_spreadsheet_would_run_is_text(start: str) -> None:
    assert cell(f"{start}1+1") == f"'{start}1+1"


def test_akoma_ntoso_is_valid_and_points_nowhere_empty(files: dict[str, str]) -> None:
    root = akn.read(files["a-75-l-20.akn.xml"])
    ids = {e.get("eId") for e in root.iter()}
    pointers = {
        e.get(name, "")
        for e in root.iter()
        for name in ("href", "refersTo", "source", "as")
        if e.get(name, "").startswith("#")
    }
    assert {p[1:] for p in pointers} <= ids
    for reference in root.iter(f"{AKN}ref"):
        assert re.match(r"/akn/un/[a-z/-]+/[^/]+(/[^/]+)?$", reference.get("href", ""))


def test_akoma_ntoso_has_every_word_of_every_paragraph(
    files: dict[str, str], edition: Edition
) -> None:
    root = etree.fromstring(files["a-75-l-20.akn.xml"].encode())
    for note in list(root.iter(f"{AKN}authorialNote")):
        note[:] = []
        note.text = None
    found = {e.get("eId"): e for e in root.iter() if e.get("eId")}
    for unit in edition.units.values():
        element = found[unit.eid]
        if unit.points:
            element = next(element.iter(f"{AKN}intro"))
        words = " ".join(
            etree.tostring(part, method="text", encoding="unicode", with_tail=False)
            for part in element.iter(f"{AKN}num", f"{AKN}p")
        )
        words = re.sub(r"^\d+\. |^\([a-z]\) (?=\w)" if not unit.inline else r"^\d+\. ", "", words)
        assert " ".join(words.split()) == unit.text, unit.id
    named = {m.entry for unit in edition.units.values() for m in unit.mentions if not m.footnote}
    things = {i for i in named if edition.entries[i].kind != "references"}
    marked = {e.get("refersTo") for e in root.iter(f"{AKN}organization", f"{AKN}entity")}
    kinds = {"bodies": "body", "capabilities": "capability"}
    assert marked == {f"#{kinds[edition.entries[i].kind]}_{i}" for i in things}
    sponsors = [e.text for e in root.iter(f"{AKN}docProponent")]
    assert sponsors == list(edition.resolution.sponsors)


def test_both_forms_of_the_glossary_hold_the_same_triples(
    files: dict[str, str], edition: Edition
) -> None:
    base = "https://example.org/data/glossary"
    turtle = rdflib.Graph().parse(data=files["glossary.ttl"], format="turtle", publicID=base)
    jsonld = rdflib.Graph().parse(data=files["glossary.jsonld"], format="json-ld", base=base)
    assert set(turtle) == set(jsonld)
    concepts = set(turtle.subjects(rdflib.RDF.type, rdflib.SKOS.Concept))
    kinds = ("capabilities", "bodies", "themes")
    assert concepts == {
        rdflib.URIRef(f"https://example.org{e.address}") for k in kinds for e in edition.of_kind(k)
    }
    ballistic = rdflib.URIRef("https://example.org/capabilities/ibin/")
    where = set(turtle.objects(ballistic, rdflib.DCTERMS.isReferencedBy))
    assert where == {rdflib.URIRef("https://example.org/op/9/")}


def test_citations_are_read_back_by_other_programs(files: dict[str, str], edition: Edition) -> None:
    library = parse_string(files["citations.bib"])
    assert not library.failed_blocks
    ris = rispy.loads(files["citations.ris"])
    items = json.loads(files["citations.csl.json"])
    assert len(library.entries) == len(ris) == len(items) > len(edition.units)
    keys = [entry.key for entry in library.entries]
    assert keys == [item["id"] for item in items] == [item["id"] for item in ris]
    ninth = library.entries_dict["A-75-L.20-op9"].fields_dict
    assert ninth["number"].value == "A/75/L.20" and ninth["note"].value == "para. 9"


TITLE = (
    "Cooperation Between the United Nations and the International Criminal Police "
    "Organization (INTERPOL)"
)
OBSERVER = (
    "Observer Status for the International Criminal Police Organization (Interpol) in the General "
    "Assembly"
)


@pytest.mark.parametrize(
    ("key", "title", "number", "year"),
    [
        ("A-75-L.20", TITLE, "draft resolution, UN Doc. A/75/L.20", 2020),
        ("A-75-L.20-op13-b", TITLE, "draft resolution, UN Doc. A/75/L.20, para. 13 (b)", 2020),
        ("a-res-51-1", OBSERVER, "resolution, UN Doc. A/RES/51/1", 1996),
    ],
)
def test_the_chicago_form_as_a_citation_processor_sets_it(
    files: dict[str, str], key: str, title: str, number: str, year: int
) -> None:
    source = CiteProcJSON(json.loads(files["citations.csl.json"]))
    style = CitationStylesStyle("chicago-notes-bibliography", validate=False)
    bibliography = CitationStylesBibliography(style, source, formatter.plain)
    citation = Citation([CitationItem(key)])
    bibliography.register(citation)
    symbol = number.split("Doc. ")[1].split(",")[0]
    assert str(bibliography.cite(citation, lambda item: None)) == (
        f"United Nations General Assembly, {title}, {number} (United Nations, {year}), "
        f"https://docs.un.org/en/{symbol}."
    )
