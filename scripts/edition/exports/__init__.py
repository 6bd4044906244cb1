"""The data files under /data/: what each is, how it is used, and what renders it."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from importlib import import_module

from ..citations import bibtex, citations, csl, ris
from ..edition import Edition
from ..output import Output


@dataclass(frozen=True)
class Export:
    """A file under /data/: its name, media type, what it is, three lines that use it."""

    name: str
    media: str
    about: str
    use: str
    render: Callable[[Edition], str]


def render_exports(edition: Edition) -> Iterator[Output]:
    """Every export of the edition."""
    for export in exports(edition):
        yield Output(f"data/{export.name}", partial(export.render, edition))


def exports(edition: Edition) -> list[Export]:
    """All of them, in the order of the page that describes them."""
    symbol = re.sub(r"\W+", "-", edition.resolution.symbol.lower())
    return [
        Export(
            "edition.json",
            "application/json",
            "Everything that the site says: text, notes, actions, entries, sources, emendations.",
            _python(
                "json",
                "json.load(open('edition.json'))",
                "data['paragraphs'][0]['text']",
            ),
            _later("document", "edition_json"),
        ),
        Export(
            "edition.schema.json",
            "application/schema+json",
            "The JSON Schema (2020-12) of edition.json, made from the models that read the data.",
            _python(
                "json, jsonschema",
                "json.load(open('edition.json'))",
                "jsonschema.validate(data, json.load(open('edition.schema.json')))",
            ),
            _later("document", "edition_schema"),
        ),
        *(
            Export(
                f"{name}.csv",
                "text/csv",
                f"{about} UTF-8, with a header; several values in a cell are parted by “ | ”.",
                _python(
                    "csv",
                    f"list(csv.DictReader(open('{name}.csv', encoding='utf-8-sig')))",
                    "data[0]",
                ),
                render,
            )
            for name, about, render in (
                ("paragraphs", "A row a paragraph or point.", _later("tables", "paragraphs_csv")),
                (
                    "capabilities",
                    "A row a capability.",
                    _later("tables", "entries_csv", kind="capabilities"),
                ),
                (
                    "references",
                    "A row a cited document.",
                    _later("tables", "entries_csv", kind="references"),
                ),
                (
                    "actions",
                    "A row an act: who, what, for whom, through what, on what terms.",
                    _later("tables", "actions_csv"),
                ),
            )
        ),
        Export(
            f"{symbol}.akn.xml",
            "application/akn+xml",
            "The text in Akoma Ntoso 3.0, profile of the United Nations system, with the notes.",
            _python(
                "xml.etree.ElementTree as xml",
                f"xml.parse('{symbol}.akn.xml')",
                "[p.get('eId') for p in data.iter('{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}paragraph')]",
            ),
            _later("akoma_ntoso", "akoma_ntoso"),
        ),
        Export(
            "glossary.ttl",
            "text/turtle",
            "Capabilities, bodies and themes as a SKOS concept scheme.",
            _python("rdflib", "rdflib.Graph().parse('glossary.ttl')", "len(data)"),
            _later("glossary", "glossary_ttl"),
        ),
        Export(
            "glossary.jsonld",
            "application/ld+json",
            "The same concept scheme as JSON-LD.",
            _python("rdflib", "rdflib.Graph().parse('glossary.jsonld')", "len(data)"),
            _later("glossary", "glossary_jsonld"),
        ),
        Export(
            "citations.bib",
            "application/x-bibtex",
            "The draft, each of its paragraphs and each cited document with a symbol, as BibTeX.",
            "\\bibliography{citations}\n\\cite[para.~9]{KEY}\n% KEY as in the file",
            lambda edition: "\n\n".join(map(bibtex, citations(edition))) + "\n",
        ),
        Export(
            "citations.ris",
            "application/x-research-info-systems",
            "The same for reference managers, as RIS.",
            _python("rispy", "rispy.load(open('citations.ris'))", "data[0]['title']"),
            lambda edition: "\n".join(map(ris, citations(edition))) + "\n",
        ),
        Export(
            "citations.csl.json",
            "application/vnd.citationstyles.csl+json",
            "The same for citation processors, as CSL-JSON.",
            _python("json", "json.load(open('citations.csl.json'))", "data[0]['number']"),
            lambda edition: (
                json.dumps(list(map(csl, citations(edition))), ensure_ascii=False, indent=1) + "\n"
            ),
        ),
        Export(
            "addresses.json",
            "application/json",
            "Id, address and title of every paragraph and entry, for tools that make links.",
            _python("json", "json.load(open('addresses.json'))", "data['op1']['address']"),
            _later("addresses", "addresses_json"),
        ),
    ]


def _python(modules: str, load: str, use: str) -> str:
    return f"import {modules}\ndata = {load}\nprint({use})"


def _later(module: str, name: str, **options: str) -> Callable[[Edition], str]:
    """The renderer `name` of a module here, which is loaded only when it is called."""

    def render(edition: Edition) -> str:
        text: str = getattr(import_module(f".{module}", __package__), name)(edition, **options)
        return text

    return render
