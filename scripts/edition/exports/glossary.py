"""The glossary as SKOS; addresses are relative, so that they hold wherever the site is."""

import json
from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from rdflib import DCTERMS, SKOS, Graph

from ..edition import Edition, EntryView
from ..entries import claims

_KINDS = ("capabilities", "bodies", "themes")
_SCHEME = "glossary.ttl"
_BASE = "https://edition.invalid/data/"


def glossary_ttl(edition: Edition) -> str:
    """The triples of the JSON-LD as Turtle, subjects in order."""
    graph = Graph().parse(data=glossary_jsonld(edition), format="json-ld", base=_BASE)
    text = graph.serialize(format="turtle", base=_BASE)
    lines = [line for line in text.splitlines() if not line.startswith("@base")]
    return "\n".join(lines).replace(f"<{_BASE.removesuffix('data/')}", "<../").strip() + "\n"


def glossary_jsonld(edition: Edition) -> str:
    """JSON-LD: the scheme, then every capability, body and theme as a concept."""
    r = edition.resolution
    entries = [entry for kind in _KINDS for entry in edition.of_kind(kind)]
    title = f"Glossary of draft resolution {r.symbol}"
    scheme = {
        "@id": _SCHEME,
        "@type": "skos:ConceptScheme",
        "dcterms:title": _english(title),
        "skos:prefLabel": _english(title),
        "dcterms:source": {"@id": r.official},
        "dcterms:modified": r.as_of,
        "skos:hasTopConcept": _links(entry.address for entry in entries),
    }
    related = _related(edition, entries)
    concepts = [_concept(edition, entry, related[entry.id]) for entry in entries]
    context = {"skos": str(SKOS), "dcterms": str(DCTERMS)}
    whole = {"@context": context, "@graph": [scheme, *concepts]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def _concept(edition: Edition, entry: EntryView, related: set[str]) -> dict[str, Any]:
    record = entry.record
    called = {getattr(record, key, None) for key in ("acronym", "present_name")}
    labels = {*getattr(record, "names", ()), *called} - {record.name, None}
    used = {*getattr(record, "sources", ()), *(s for _, _, c in claims(record) for s in c.sources)}
    units = [edition.units[unit] for unit in entry.paragraphs]
    concept = {
        **_links([entry.address])[0],
        "@type": "skos:Concept",
        "skos:prefLabel": _english(record.name),
        "skos:altLabel": [_english(label) for label in sorted(labels)],
        "skos:definition": _english(record.description),
        "skos:scopeNote": _english(part) if (part := getattr(record, "part", None)) else None,
        "skos:related": _links(sorted(related)),
        "skos:inScheme": {"@id": _SCHEME},
        "skos:topConceptOf": {"@id": _SCHEME},
        "dcterms:source": [{"@id": a} for a in sorted({edition.sources[s].address for s in used})],
        "dcterms:isReferencedBy": _links(unit.address for unit in units),
    }
    return {key: value for key, value in concept.items() if value}


def _related(edition: Edition, entries: list[EntryView]) -> dict[str, set[str]]:
    """Id -> addresses of the concepts that it is related to: said of one, it holds of both."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in entries:
        for other in (edition.entries[i] for i in getattr(entry.record, "related", ())):
            if other.kind in _KINDS:
                found[entry.id].add(other.address)
                found[other.id].add(entry.address)
    return found


def _english(words: str) -> dict[str, str]:
    return {"@language": "en", "@value": words}


def _links(addresses: Iterable[str]) -> list[dict[str, str]]:
    return [{"@id": f"..{address}"} for address in addresses]
