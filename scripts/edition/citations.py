"""How the document, a paragraph and a cited document are cited; one record for every style."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .dates import long_date
from .edition import Edition, EntryView, Unit
from .entries import Reference

_SHORT_MONTHS = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split()


@dataclass(frozen=True)
class Citation:
    """What every style needs. `place` is the paragraph as the United Nations cites it, or empty."""

    key: str
    title: str
    author: str
    institution: str
    genre: str
    symbol: str
    date: str
    address: str
    place: str = ""

    @property
    def number(self) -> str:
        """Symbol and place, as the United Nations cites them: A/RES/51/1, para. 1."""
        return f"{self.symbol}, {self.place}" if self.place else self.symbol


def citations(edition: Edition) -> Iterator[Citation]:
    """The resolution, each paragraph and point, each cited document that has a symbol."""
    yield of_resolution(edition)
    for unit in edition.units.values():
        yield of_unit(edition, unit)
    for entry in edition.of_kind("references"):
        if getattr(entry.record, "symbol", None):
            yield of_reference(edition, entry)


def of_resolution(edition: Edition) -> Citation:
    r = edition.resolution
    return Citation(
        key=re.sub(r"[^A-Za-z0-9.]+", "-", r.symbol),
        title=r.title,
        author=f"{r.organization} {r.organ}",
        institution=r.organization,
        genre="draft resolution",
        symbol=r.symbol,
        date=r.date,
        address=r.official,
    )


def of_unit(edition: Edition, unit: Unit) -> Citation:
    whole = of_resolution(edition)
    place = unit.citation.removeprefix(f"{edition.resolution.symbol}, ")
    return Citation(**{**vars(whole), "key": f"{whole.key}-{unit.id}", "place": place})


def of_reference(edition: Edition, entry: EntryView) -> Citation:
    record = entry.record
    assert isinstance(record, Reference) and record.symbol
    r = edition.resolution
    body = edition.entries[record.body].record.name if record.body else ""
    return Citation(
        key=entry.id,
        title=record.title or record.name,
        author=f"{r.organization} {body}".strip(),
        institution=r.organization,
        genre=record.kind,
        symbol=record.symbol,
        date=record.date or "",
        address=edition.official_address(entry) or "",
    )


def styles(citation: Citation, edition: Edition) -> dict[str, str]:
    """A paragraph of the draft in each style, ready to paste; "draft" stands in all of them."""
    r = edition.resolution
    day = long_date(citation.date)
    organ = f"{r.organization} {r.organ}"
    unga = "".join(word[0] for word in organ.split())
    year, month, number = citation.date.split("-")
    us_day = f"{_SHORT_MONTHS[int(month) - 1]} {int(number)}, {year}"
    chicago_day = f"{day.split()[1]} {int(number)}, {year}"
    place = citation.place
    bare = place.replace("para. ", "")
    pinpoint = f"¶ {bare}, " if place.startswith("para.") else f"{bare}, " if bare else ""
    after = f", {place}" if place else ""
    return {
        "United Nations": citation.number,
        "Chicago": (
            f"{organ}, “{citation.title},” draft resolution, UN Doc. {citation.symbol} "
            f"({chicago_day}){after}, {citation.address}."
        ),
        "OSCOLA": (
            f"{unga} Draft Resolution ‘{citation.title}’ ({day}) UN Doc {citation.symbol}"
            f"{after.replace('para.', 'para')}"
        ),
        "Bluebook": (
            f"{'.'.join(word[0] for word in r.organ.split())}. Draft Res., {pinpoint}"
            f"U.N. Doc. {citation.symbol} ({us_day})"
        ),
        "BibTeX": bibtex(citation),
        "RIS": ris(citation),
    }


def bibtex(citation: Citation) -> str:
    """One @techreport; the author in double braces, since it is a corporate name."""
    year, *rest = citation.date.split("-")
    fields = {
        "author": f"{{{_tex(citation.author)}}}",
        "title": f"{{{_tex(citation.title)}}}",
        "type": _tex(citation.genre.capitalize()),
        "number": _tex(citation.symbol),
        "institution": f"{{{_tex(citation.institution)}}}",
        "year": year,
        "month": str(int(rest[0])) if rest else "",
        "day": str(int(rest[1])) if len(rest) > 1 else "",
        "note": _tex(citation.place),
        "url": citation.address,
    }
    lines = [f"  {name} = {{{value}}}," for name, value in fields.items() if value]
    return "\n".join([f"@techreport{{{citation.key},", *lines, "}"])


# A brace is named, since BibTeX counts braces also where a backslash stands before them.
_TEX = str.maketrans(
    {c: f"\\{c}" for c in "&%$#_"}
    | {"\\": "\\textbackslash ", "~": "\\textasciitilde ", "^": "\\textasciicircum "}
    | {"{": "\\textbraceleft ", "}": "\\textbraceright "}
)


def _tex(text: str) -> str:
    return text.translate(_TEX)


def ris(citation: Citation) -> str:
    """One GOVDOC; the symbol as its number, the paragraph as a note."""
    fields = [
        ("TY", "GOVDOC"),
        ("ID", citation.key),
        ("AU", citation.author),
        ("TI", citation.title),
        ("M3", citation.genre),
        ("SN", citation.symbol),
        ("PB", citation.institution),
        ("PY", citation.date[:4]),
        ("DA", citation.date.replace("-", "/")),
        ("N1", citation.place),
        ("UR", citation.address),
        ("LA", "en"),
    ]
    lines = [f"{tag}  - {value}" for tag, value in fields if value]
    return "\n".join([*lines, "ER  - "])


def csl(citation: Citation) -> dict[str, object]:
    """One item of CSL-JSON: a report, since the legal types lose the symbol."""
    item: dict[str, object] = {
        "id": citation.key,
        "type": "report",
        "title": citation.title,
        "author": [{"literal": citation.author}],
        "genre": f"{citation.genre}, UN Doc.",
        "number": citation.number,
        "publisher": citation.institution,
        "language": "en",
        "URL": citation.address,
    }
    if citation.date:
        item["issued"] = {"date-parts": [[int(part) for part in citation.date.split("-")]]}
    return item
