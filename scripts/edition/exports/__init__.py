"""The data files under /data/: the name, media type and renderer of each."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from importlib import import_module

from ..citations import Citation, bibtex, citations, csl, ris
from ..edition import Edition
from ..output import Output


@dataclass(frozen=True)
class Export:
    """A file under /data/; the template of the page /data/ says what it is and how it is used."""

    name: str
    media: str
    render: Callable[[Edition], str]


def render_exports(edition: Edition) -> Iterator[Output]:
    """Every export of the edition."""
    for export in exports(edition):
        yield Output(f"data/{export.name}", partial(export.render, edition))


@lru_cache(maxsize=1)
def exports(edition: Edition) -> tuple[Export, ...]:
    """All of them, the whole edition first; each is made once, for its file and its page."""
    symbol = re.sub(r"\W+", "-", edition.resolution.symbol.lower())
    capabilities = _later("tables", "entries_csv", kind="capabilities")
    references = _later("tables", "entries_csv", kind="references")
    return (
        Export("edition.json", "application/json", _later("document", "edition_json")),
        Export(
            "edition.schema.json", "application/schema+json", _later("document", "edition_schema")
        ),
        Export("paragraphs.csv", "text/csv", _later("tables", "paragraphs_csv")),
        Export("capabilities.csv", "text/csv", capabilities),
        Export("references.csv", "text/csv", references),
        Export("actions.csv", "text/csv", _later("tables", "actions_csv")),
        Export(f"{symbol}.akn.xml", "application/akn+xml", _later("akoma_ntoso", "akoma_ntoso")),
        Export("glossary.ttl", "text/turtle", _later("glossary", "glossary_ttl")),
        Export("glossary.jsonld", "application/ld+json", _later("glossary", "glossary_jsonld")),
        Export("citations.bib", "application/x-bibtex", _cited(bibtex, "\n\n")),
        Export("citations.ris", "application/x-research-info-systems", _cited(ris, "\n")),
        Export("citations.csl.json", "application/vnd.citationstyles.csl+json", _csl),
        Export("addresses.json", "application/json", _later("addresses", "addresses_json")),
    )


def _cited(style: Callable[[Citation], str], between: str) -> Callable[[Edition], str]:
    return lambda edition: between.join(map(style, citations(edition))) + "\n"


def _csl(edition: Edition) -> str:
    return json.dumps(list(map(csl, citations(edition))), ensure_ascii=False, indent=1) + "\n"


def _later(module: str, name: str, **options: str) -> Callable[[Edition], str]:
    """The renderer `name` of a module here, which is loaded only when it is called."""

    @lru_cache(maxsize=1)
    def render(edition: Edition) -> str:
        text: str = getattr(import_module(f".{module}", __package__), name)(edition, **options)
        return text

    return render
