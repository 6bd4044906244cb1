"""Akoma Ntoso 3.0 in the United Nations profile (AKN4UN guidelines, parts 1 to 3)."""

from __future__ import annotations

import re
from xml.etree import ElementTree as xml

from ..edition import Edition, EntryView, Unit
from ..entries import Reference
from ..marks import Call, NoteCall, Part, Token, Words, tokens
from ..received import long_date

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
_EDITORS = "editors"


def akoma_ntoso(edition: Edition) -> str:
    """The resolution as `statement`: every word of the edition, each link as a reference."""
    return _Writer(edition).document()


def work_address(edition: Edition, entry: EntryView) -> str:
    """The AKN address of a cited document; without a symbol, by its kind, date and id."""
    record = entry.record
    assert isinstance(record, Reference)
    date = record.date or "undated"
    if record.kind in ("resolution", "decision"):
        organ = f"un-{'ecosoc' if (record.symbol or '').startswith('E/') else 'ga'}"
        number = (
            re.split(r"/RES/", record.symbol)[-1]
            if record.symbol
            else (*record.names, record.id)[0].split()[-1]
        )
        return f"/akn/un/statement/deliberation/{organ}/{date}/{number.replace('/', '-')}"
    number = record.symbol.replace("/", "-") if record.symbol else record.id
    return f"/akn/un/doc/{record.kind}/{date}/{number}"


class _Writer:
    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.resolution = edition.resolution

    def document(self) -> str:
        root = xml.Element("akomaNtoso", xmlns=NAMESPACE)
        statement = _add(root, "statement", name="resolutionDraft", contains="originalVersion")
        self.meta(_add(statement, "meta"))
        self.preface(_add(statement, "preface"))
        self.preamble(_add(statement, "preamble"))
        self.body(_add(statement, "mainBody"))
        return xml.tostring(root, encoding="unicode", xml_declaration=True) + "\n"

    # meta

    def meta(self, meta: xml.Element) -> None:
        self.identification(_add(meta, "identification", source=f"#{_EDITORS}"))
        references = _add(meta, "references", source=f"#{_EDITORS}")
        organ = "un-ga"
        _add(
            references,
            "TLCOrganization",
            eId=organ,
            href=f"/akn/ontology/organization/un/{organ}",
            showAs=f"{self.resolution.organization} {self.resolution.organ}",
        )
        for eid, name in ((_EDITORS, "The editors of this unofficial edition"),):
            _add(
                references,
                "TLCOrganization",
                eId=eid,
                href=f"/akn/ontology/organization/un/{eid}",
                showAs=name,
            )
        for eid, name in (("author", "Author"), ("sponsor", "Sponsor")):
            _add(references, "TLCRole", eId=eid, href=f"/akn/ontology/role/un/{eid}", showAs=name)
        for number, sponsor in enumerate(self.resolution.sponsors, 1):
            slug = re.sub(r"\W+", "-", sponsor.lower())
            _add(
                references,
                "TLCOrganization",
                eId=f"sponsor_{number}",
                href=f"/akn/ontology/organization/un/{slug}",
                showAs=sponsor,
            )
        for kind, element in (("bodies", "TLCOrganization"), ("capabilities", "TLCObject")):
            label = "organization" if kind == "bodies" else "object"
            for entry in self.edition.of_kind(kind):
                if entry.mentions:
                    _add(
                        references,
                        element,
                        eId=entry.id,
                        href=f"/akn/ontology/{label}/un/{entry.id}",
                        showAs=entry.record.name,
                    )
        for theme in self.edition.of_kind("themes"):
            _add(
                references,
                "TLCConcept",
                eId=theme.id,
                href=f"/akn/ontology/concept/un/{theme.id}",
                showAs=theme.record.name,
            )
        self.notes(_add(meta, "notes", source=f"#{_EDITORS}"))

    def identification(self, identification: xml.Element) -> None:
        r = self.resolution
        work, expression = r.eid_work, f"{r.eid_work}/eng@"
        for level, this, uri in (
            ("FRBRWork", f"{work}/!main", work),
            ("FRBRExpression", f"{expression}/!main", expression),
            ("FRBRManifestation", f"{expression}/!main.xml", f"{expression}.xml"),
        ):
            element = _add(identification, level)
            _add(element, "FRBRthis", value=this)
            _add(element, "FRBRuri", value=uri)
            made = level == "FRBRManifestation"
            _add(
                element,
                "FRBRdate",
                date=r.as_of if made else r.date,
                name="edition" if made else "issued",
            )
            _add(element, "FRBRauthor", href=f"#{_EDITORS}" if made else "#un-ga")
            if level == "FRBRWork":
                _add(element, "FRBRcountry", value="un")
                _add(element, "FRBRsubtype", value="deliberation")
                _add(element, "FRBRnumber", value=r.symbol.replace("/", "-"), showAs=r.symbol)
                _add(element, "FRBRname", value=r.title)
            elif level == "FRBRExpression":
                _add(element, "FRBRlanguage", language="eng")
            else:
                _add(element, "FRBRformat", value="application/akn+xml")

    def notes(self, notes: xml.Element) -> None:
        for unit in self.edition.units.values():
            for call in (
                t for t in tokens(self.edition, unit, every=True) if isinstance(t, NoteCall)
            ):
                note = _add(notes, "note", eId=_note_id(unit, call), **{"class": call.note.voice})
                _text(_add(note, "p"), call.note.text)
                if call.note.sources:
                    sources = [self.edition.sources[s] for s in call.note.sources]
                    listed = "; ".join(f"{s.publisher}, {s.title}, {s.address}" for s in sources)
                    _text(_add(note, "p"), f"Source: {listed}")

    # text

    def preface(self, preface: xml.Element) -> None:
        r = self.resolution

        def line(name: str) -> xml.Element:
            return _add(_add(preface, "container", name=name, eId=f"preface__{name}"), "p")

        masthead = line("masthead")
        _text(_add(masthead, "docNumber"), r.symbol)
        _tail(masthead, " ")
        _text(_add(masthead, "docDate", date=r.date), long_date(r.date))
        _text(_add(line("distribution"), "docStage"), f"Distr.: {r.distribution}")
        _text(line("language"), f"Original: {r.language}")
        _text(_add(line("session"), "session"), r.session)
        _text(line("agendaItem"), f"Agenda item {r.agenda_item}: {r.agenda_title}")
        sponsors = line("sponsors")
        for number, sponsor in enumerate(r.sponsors, 1):
            element = _add(sponsors, "docProponent", refersTo=f"#sponsor_{number}")
            element.set("as", "#sponsor")
            _text(element, sponsor)
            last = number >= len(r.sponsors) - 1
            _tail(sponsors, "" if number == len(r.sponsors) else " and " if last else ", ")
        _text(_add(line("docType"), "docType"), "draft resolution")
        _text(_add(line("title"), "docTitle"), r.title)

    def preamble(self, preamble: xml.Element) -> None:
        formula = _add(preamble, "formula", name="enactingFormula", eId="preamble__formula_1")
        _text(_add(formula, "p"), self.resolution.enacting)
        for unit in self.edition.top_level("preambular"):
            name = re.sub(r"\W+(\w)", lambda m: m[1].upper(), unit.opening.lower())
            container = _add(preamble, "container", name=name, eId=unit.eid)
            self.words(_add(container, "p"), unit, tokens(self.edition, unit, every=True))

    def body(self, body: xml.Element) -> None:
        for unit in self.edition.top_level("operative"):
            paragraph = _add(body, "paragraph", eId=unit.eid)
            _text(_add(paragraph, "num", eId=f"{unit.eid}__num_1"), f"{unit.number}.")
            stream = list(tokens(self.edition, unit, every=True))
            if unit.points:
                parts = _add(paragraph, "list", eId=f"{unit.eid}__list_1")
                self.words(
                    _add(_add(parts, "intro", eId=f"{unit.eid}__list_1__intro_1"), "p"),
                    unit,
                    stream,
                )
                for point in (self.edition.units[p] for p in unit.points):
                    self.point(
                        parts,
                        point.eid,
                        f"({point.id[-1]})",
                        point,
                        list(tokens(self.edition, point, every=True)),
                    )
            elif unit.inline:
                self.inline(paragraph, unit, stream)
            else:
                content = _add(paragraph, "content", eId=f"{unit.eid}__content_1")
                self.words(_add(content, "p"), unit, stream)

    def inline(self, paragraph: xml.Element, unit: Unit, stream: list[Token]) -> None:
        """Parts run into the sentence: a list whose points keep their place in it."""
        starts = [i for i, token in enumerate(stream) if isinstance(token, Part)]
        parts = _add(paragraph, "list", eId=f"{unit.eid}__list_1", **{"class": "inline"})
        intro = _add(parts, "intro", eId=f"{unit.eid}__list_1__intro_1")
        self.words(_add(intro, "p"), unit, stream[: starts[0]])
        for start, end in zip(starts, [*starts[1:], len(stream)], strict=True):
            part = stream[start]
            assert isinstance(part, Part)
            mark = f"({part.letter})"
            first = stream[start + 1]
            assert isinstance(first, Words)
            rest = Words(first.text.removeprefix(f"{mark} "), first.opening, first.mention)
            eid = f"{unit.eid}__list_1__point_{part.letter}"
            self.point(parts, eid, mark, unit, [rest, *stream[start + 2 : end]])

    def point(
        self, parts: xml.Element, eid: str, num: str, unit: Unit, stream: list[Token]
    ) -> None:
        point = _add(parts, "point", eId=eid)
        _text(_add(point, "num", eId=f"{eid}__num_1"), num)
        self.words(_add(_add(point, "content", eId=f"{eid}__content_1"), "p"), unit, stream)

    def words(self, p: xml.Element, unit: Unit, stream) -> None:  # type: ignore[no-untyped-def]
        """The words of a unit into `p`, with references, footnotes and calls of notes."""
        for token in stream:
            match token:
                case Words(text, opening, mention):
                    if mention is not None:
                        _text(self.reference(p, self.edition.entries[mention.entry]), text)
                    elif opening:
                        _text(_add(p, "i"), text)
                    else:
                        _tail(p, text)
                case Call(number):
                    note = _add(
                        p,
                        "authorialNote",
                        eId=f"fn_{number}",
                        marker=str(number),
                        placement="bottom",
                    )
                    _text(_add(note, "p"), self.edition.footnote(number).text)
                case NoteCall():
                    _add(p, "noteRef", href=f"#{_note_id(unit, token)}", marker=token.letter)

    def reference(self, p: xml.Element, entry: EntryView) -> xml.Element:
        if entry.kind == "references":
            return _add(p, "ref", href=work_address(self.edition, entry))
        if entry.kind == "bodies":
            return _add(p, "organization", refersTo=f"#{entry.id}")
        return _add(p, "entity", name=entry.record.kind, refersTo=f"#{entry.id}")  # type: ignore[union-attr]


def _note_id(unit: Unit, call: NoteCall) -> str:
    return f"note_{unit.id.replace('-', '_')}_{call.letter}"


def _add(parent: xml.Element, tag: str, /, **attributes: str) -> xml.Element:
    return xml.SubElement(parent, tag, attributes)


def _text(element: xml.Element, text: str) -> None:
    element.text = text


def _tail(parent: xml.Element, text: str) -> None:
    """Add text to `parent` after what it holds already."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
