"""The received text, rebuilt from the edition's text and its emendations, and compared."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from .dates import long_date
from .load import Corpus, Located
from .mentions import CALL
from .model import Emendation, Paragraph
from .problems import Problem, did_you_mean
from .prose import listed
from .unit_id import UnitId

_MARKS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_PART = re.compile(r"\{([^{}]*)\}")


@dataclass
class Block:
    """A piece of the document on lines of its own; blocks begin with the blank line before them."""

    id: str
    text: str
    owner: Located[Paragraph] | None = None
    key: tuple[str | int, ...] = ("text",)


def edition_blocks(corpus: Corpus) -> list[Block]:
    """The whole document as the edition reads it, in order, before any emendation."""
    r = corpus.resolution.record
    blocks = [
        Block("symbol", f"{r.organization} {r.symbol}"),
        Block("distribution", f"Distr.: {r.distribution} {long_date(r.date)}"),
        Block("language", f"Original: {r.language}"),
        Block("session", r.session),
        Block("agenda-item", f"Agenda item {r.agenda_item}"),
        Block("agenda-title", r.agenda_title),
        Block("sponsors", f"{listed(r.sponsors)}: draft resolution"),
        Block("title", r.title),
        Block("enacting", r.enacting),
    ]
    for located in corpus.paragraphs:
        p = located.record
        unit = UnitId.parse(p.id)
        number = f"{unit.number}. " if unit.operative else ""
        blocks.append(Block(p.id, number + _with_marks(p.text), located))
        for i, point in enumerate(p.points):
            text = f"({point.letter}) {_with_marks(point.text)}"
            blocks.append(Block(f"{p.id}-{point.letter}", text, located, ("points", i, "text")))
    for block in blocks:
        block.text = f"\n\n{block.text}"
    return [*blocks, Block("end", "\n\n")]


def check_received_text(corpus: Corpus) -> Iterator[Problem]:
    """Every character of the received file is text, footnote, page furniture or an emendation."""
    blocks = {block.id: block for block in edition_blocks(corpus)}
    problems = list(_apply(corpus, blocks))
    if problems:
        yield from problems
        return
    rebuilt = "".join(b.text for b in blocks.values())
    if rebuilt == corpus.received:
        return
    at = next(
        (i for i, (a, b) in enumerate(zip(rebuilt, corpus.received, strict=False)) if a != b),
        min(len(rebuilt), len(corpus.received)),
    )
    line = corpus.received.count("\n", 0, at) + 1
    column = at - (corpus.received.rfind("\n", 0, at) + 1) + 1
    ours, theirs = (whole[max(at - 12, 0) : at + 24] for whole in (rebuilt, corpus.received))
    message = (
        f"not the received text ({corpus.received_name}:{line}:{column}): "
        f"the edition gives {ours!r}, the received text has {theirs!r}"
    )
    block = _block_at(list(blocks.values()), at)
    if block.owner is None:
        key = _PARTICULARS.get(block.id, block.id.replace("-", "_"))
        yield corpus.resolution.problem((key,), f"{block.id}: {message}")
    else:
        yield block.owner.problem(block.key, message)


_PARTICULARS = {"end": "job_number"}


def _apply(corpus: Corpus, blocks: dict[str, Block]) -> Iterator[Problem]:
    parts = {
        f"fn{f.number}": f"{str(f.number).translate(_MARKS)} {f.text}"
        for f in corpus.resolution.record.footnotes
    } | {"job": corpus.resolution.record.job_number}
    for located in corpus.lists["emendations"]:
        emendation: Emendation = located.record
        for i, block_id in enumerate(emendation.at):
            block = blocks.get(block_id)
            if block is None:
                yield located.problem(("at", i), f"there is no '{block_id}' in the text")
                continue
            count = block.text.count(emendation.edition)
            if not emendation.edition or count != 1:
                yield located.problem(
                    ("edition",),
                    f"{emendation.edition!r} occurs {count} times in {block_id}, not once",
                )
                continue
            if strangers := [x for x in _PART.findall(emendation.received) if x not in parts]:
                message = f"there is no {{{strangers[0]}}}: use {{job}} or {{fn1}}"
                yield located.problem(
                    ("received",), f"{message}{did_you_mean(strangers[0], parts)}"
                )
                continue
            received = _PART.sub(lambda part: parts[part[1]], emendation.received)
            if received == emendation.edition:
                yield located.problem(("received",), "changes nothing: remove the emendation")
            block.text = block.text.replace(emendation.edition, received)


def _block_at(blocks: list[Block], at: int) -> Block:
    for block in blocks:
        if at < len(block.text):
            return block
        at -= len(block.text)
    return blocks[-1]


def _with_marks(text: str) -> str:
    return CALL.sub(lambda m: m.group(1).translate(_MARKS), text)
