"""The glossary as SKOS; addresses are relative, so that they hold wherever the site is."""

import json
from typing import Any

from rdflib import DCTERMS, RDF, SKOS, Graph, Literal, URIRef

from ..edition import Edition, EntryView
from ..entries import claims

_BASE = "https://edition.invalid/data/"
_KINDS = ("capabilities", "bodies", "themes")


def glossary_ttl(edition: Edition) -> str:
    """Turtle, subjects in order."""
    text = _graph(edition).serialize(format="turtle", base=_BASE)
    lines = [line for line in text.splitlines() if not line.startswith("@base")]
    return "\n".join(lines).replace(f"<{_BASE[:-5]}", "<../").strip() + "\n"


def glossary_jsonld(edition: Edition) -> str:
    """The same triples as JSON-LD."""
    graph = _graph(edition)
    context = {"skos": str(SKOS), "dcterms": str(DCTERMS)}
    text = graph.serialize(format="json-ld", context=context, auto_compact=False)
    return json.dumps(_ordered(_relative(json.loads(text))), ensure_ascii=False, indent=1) + "\n"


def _graph(edition: Edition) -> Graph:
    graph = Graph()
    graph.bind("skos", SKOS)
    graph.bind("dcterms", DCTERMS)
    scheme = URIRef(f"{_BASE}glossary.ttl")
    r = edition.resolution
    graph.add((scheme, RDF.type, SKOS.ConceptScheme))
    title = Literal(f"Glossary of draft resolution {r.symbol}", "en")
    graph.add((scheme, DCTERMS.title, title))
    graph.add((scheme, SKOS.prefLabel, title))
    graph.add((scheme, DCTERMS.source, URIRef(r.official)))
    graph.add((scheme, DCTERMS.modified, Literal(r.as_of)))
    for kind in _KINDS:
        for entry in edition.of_kind(kind):
            _concept(graph, edition, scheme, entry)
    return graph


def _concept(graph: Graph, edition: Edition, scheme: URIRef, entry: EntryView) -> None:
    record, concept = entry.record, _address(entry.address)
    graph.add((concept, RDF.type, SKOS.Concept))
    graph.add((concept, SKOS.inScheme, scheme))
    graph.add((concept, SKOS.topConceptOf, scheme))
    graph.add((scheme, SKOS.hasTopConcept, concept))
    graph.add((concept, SKOS.prefLabel, Literal(record.name, "en")))
    graph.add((concept, SKOS.definition, Literal(record.description, "en")))
    others = [getattr(record, key, None) for key in ("acronym", "present_name")]
    for label in {*getattr(record, "names", ()), *filter(None, others)} - {record.name}:
        graph.add((concept, SKOS.altLabel, Literal(label, "en")))
    if part := getattr(record, "part", None):
        graph.add((concept, SKOS.scopeNote, Literal(part, "en")))
    for related in getattr(record, "related", ()):
        view = edition.entries[related]
        if view.kind in _KINDS:
            graph.add((concept, SKOS.related, _address(view.address)))
            graph.add((_address(view.address), SKOS.related, concept))
    used = {*getattr(record, "sources", ()), *(s for _, _, c in claims(record) for s in c.sources)}
    for source in used:
        graph.add((concept, DCTERMS.source, URIRef(edition.sources[source].address)))
    for unit in entry.paragraphs:
        graph.add((concept, DCTERMS.isReferencedBy, _address(edition.units[unit].address)))


def _address(path: str) -> URIRef:
    return URIRef(f"{_BASE[:-5]}{path.strip('/')}/")


def _relative(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _relative(v) for key, v in value.items()}
    if isinstance(value, list):
        return [_relative(v) for v in value]
    if isinstance(value, str) and value.startswith(_BASE[:-5]):
        return f"../{value[len(_BASE) - 5 :]}"
    return value


def _ordered(value: Any) -> Any:
    """Lists in one order: the graph has none of its own."""
    if isinstance(value, dict):
        return {key: _ordered(value[key]) for key in sorted(value)}
    if isinstance(value, list):
        ordered = [_ordered(v) for v in value]
        return sorted(ordered, key=lambda v: json.dumps(v, ensure_ascii=False, sort_keys=True))
    return value
