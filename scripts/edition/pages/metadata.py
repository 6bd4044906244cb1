"""What a page says of itself to programs: schema.org, citation managers, other data forms."""

import json
from typing import Any
from urllib.parse import urlencode

from ..cards import card, path
from ..citations import Citation, of_reference, of_resolution, of_unit
from ..edition import Edition, EntryView, Unit
from ..entries import Reference
from ..exports import exports
from ..links import Link
from . import Page, site_pages

_TERMS = ("capabilities", "bodies", "themes")
Json = dict[str, Any]


def head(edition: Edition, page: Page, link: Link) -> Json:
    """`jsonld` (a list), `metas` (name -> content), `alternates` (href, type, title), `card`."""
    about = _about(edition, page, link)
    unit = page.values.get("unit")
    metas: dict[str, str] = {}
    if isinstance(unit, Unit):
        metas = _report(of_unit(edition, unit))
    elif page.address in ("/", "/resolution/"):
        metas = _report(of_resolution(edition))
    return {
        "jsonld": [_script(x) for x in (*about, _breadcrumbs(edition, page, link))],
        "metas": metas,
        "alternates": _alternates(edition, page, link),
        "card": {"path": path(page), "alt": card(edition, page).alt},
    }


def coins(citation: Citation) -> str:
    """A ContextObject, from which citation managers read one paragraph of several on a page."""
    return urlencode(
        {
            "ctx_ver": "Z39.88-2004",
            "rft_val_fmt": "info:ofi/fmt:kev:mtx:book",
            "rft.genre": "report",
            "rft.btitle": f"{citation.title} ({citation.genre} {citation.number})",
            "rft.date": citation.date,
            "rft.aucorp": citation.author,
            "rft.pub": citation.institution,
            "rft_id": citation.address,
        }
    )


def _script(value: Json) -> str:
    """JSON that may stand in a script element: nothing in it can end the element."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True).replace("<", "\\u003c")


def _report(citation: Citation) -> dict[str, str]:
    """No author: a corporate name would be split in two."""
    return {
        "citation_title": citation.title,
        "citation_technical_report_institution": citation.institution,
        "citation_technical_report_number": citation.number,
        "citation_date": citation.date.replace("-", "/"),
        "citation_language": "en",
        "citation_public_url": citation.address,
    }


def _about(edition: Edition, page: Page, link: Link) -> list[Json]:
    values = page.values
    if isinstance(values.get("unit"), Unit):
        return [_provision(edition, values["unit"], link)]
    if page.address in ("/", "/resolution/"):
        return [_resolution(edition, link)]
    if page.address == "/data/":
        return [_dataset(edition, link)]
    if isinstance(entry := values.get("entry"), EntryView):
        return _entry(edition, entry, link)
    if values.get("kind") in _TERMS:
        return [_schema("DefinedTermSet", name=page.title, url=link(page.address))]
    return []


def _schema(kind: str, **fields: Any) -> Json:
    kept = {key: value for key, value in fields.items() if value}
    return {"@context": "https://schema.org", "@type": kind, **kept}


def _resolution(edition: Edition, link: Link) -> Json:
    r = edition.resolution
    unofficial = "https://schema.org/UnofficialLegalValue"
    return _schema(
        "Legislation",
        name=r.title,
        legislationIdentifier=r.symbol,
        legislationType="draft resolution",
        legislationDate=r.date,
        inLanguage="en",
        url=link("/resolution/"),
        sameAs=r.official,
        citation=_cited(edition, edition.of_kind("references")),
        encoding={
            "@type": "LegislationObject",
            "legislationLegalValue": unofficial,
            "inLanguage": "en",
            "url": link("/resolution/"),
        },
    )


def _provision(edition: Edition, unit: Unit, link: Link) -> Json:
    r = edition.resolution
    return _schema(
        "Legislation",
        name=unit.label,
        abstract=unit.record.summary,
        legislationIdentifier=unit.citation,
        legislationType="draft resolution",
        legislationDate=r.date,
        inLanguage="en",
        url=link(unit.address),
        citation=_cited(edition, edition.named_in(unit, "references")),
        isPartOf={
            "@type": "Legislation",
            "name": r.title,
            "legislationIdentifier": r.symbol,
            "url": link("/resolution/"),
        },
    )


def _cited(edition: Edition, entries: tuple[EntryView, ...]) -> list[str]:
    symbols = (getattr(entry.record, "symbol", None) for entry in entries if entry.mentions)
    return [symbol for symbol in symbols if symbol]


def _entry(edition: Edition, entry: EntryView, link: Link) -> list[Json]:
    record = entry.record
    if isinstance(record, Reference):
        if not record.symbol:
            return []
        citation = of_reference(edition, entry)
        kind = "Legislation" if record.kind == "resolution" else "CreativeWork"
        fields = {"name": citation.title, "sameAs": citation.address, "url": link(entry.address)}
        if kind == "Legislation":
            fields["legislationIdentifier"] = record.symbol
        return [_schema(kind, **fields)]
    if entry.kind not in _TERMS:
        return []
    return [
        _schema(
            "DefinedTerm",
            name=record.name,
            alternateName=getattr(record, "acronym", None),
            description=record.description,
            url=link(entry.address),
            inDefinedTermSet=link(f"/{entry.kind}/"),
        )
    ]


def _dataset(edition: Edition, link: Link) -> Json:
    r = edition.resolution
    return _schema(
        "Dataset",
        name=f"{r.symbol}, annotated",
        description=f"An unofficial annotated edition of draft resolution {r.symbol} as data.",
        version=edition.mark,
        dateModified=r.as_of,
        license="https://creativecommons.org/licenses/by/4.0/",
        isAccessibleForFree=True,
        url=link("/data/"),
        distribution=[
            {
                "@type": "DataDownload",
                "name": export.name,
                "encodingFormat": export.media,
                "contentUrl": link(f"/data/{export.name}"),
            }
            for export in exports(edition)
        ],
    )


def _breadcrumbs(edition: Edition, page: Page, link: Link) -> Json:
    """The way down to the page, by the titles of the pages above it; a unit's is the whole text."""
    titles = {there.address: there.title for there in site_pages(edition)}
    parts = page.address.strip("/").split("/")
    above = ["/", *(f"/{'/'.join(parts[:n])}/" for n in range(1, len(parts))), page.address]
    steps = dict.fromkeys(a if a in titles else "/resolution/" for a in above)
    items = [
        {"@type": "ListItem", "position": n, "name": titles[address], "item": link(address)}
        for n, address in enumerate(steps, 1)
    ]
    return _schema("BreadcrumbList", itemListElement=items)


def _alternates(edition: Edition, page: Page, link: Link) -> list[Json]:
    """The data forms of what the page is about."""
    first = page.address.strip("/").split("/")[0]
    wanted = {
        "": ("edition.json",),
        "resolution": ("edition.json", ".akn.xml", "citations.bib", "citations.ris"),
        "pp": ("edition.json", "paragraphs.csv", ".akn.xml"),
        "op": ("edition.json", "paragraphs.csv", ".akn.xml"),
        "capabilities": ("capabilities.csv", "glossary.ttl", "glossary.jsonld"),
        "bodies": ("glossary.ttl", "glossary.jsonld"),
        "themes": ("glossary.ttl", "glossary.jsonld"),
        "references": ("references.csv", "citations.bib", "citations.ris", "citations.csl.json"),
        "actions": ("actions.csv",),
        "actors": ("actions.csv",),
    }.get(first, ())
    return [
        {"href": link(f"/data/{e.name}"), "type": e.media, "title": e.name}
        for e in exports(edition)
        if wanted and e.name.endswith(wanted)
    ]
