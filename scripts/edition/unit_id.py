"""A paragraph's permanent id and its other spellings: op13-b, 13 (b), /op/13/b/, para_13__…"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import Literal

Kind = Literal["preambular", "operative", "subparagraph"]
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = "twent thirt fort fift sixt sevent eight ninet".split()


def ordinal(number: int) -> str:
    """17 -> "seventeenth"; from 100 on "101st", as figures."""
    if number < 20:
        return _ORDINALS[number - 1]
    tens, ones = divmod(number, 10)
    if number >= 100:
        ending = "th" if tens % 10 == 1 else {1: "st", 2: "nd", 3: "rd"}.get(ones, "th")
        return f"{number}{ending}"
    return f"{_TENS[tens - 2]}y-{_ORDINALS[ones - 1]}" if ones else f"{_TENS[tens - 2]}ieth"


@dataclass(frozen=True, order=True)
class UnitId:
    """The structure that an id spells out; every other spelling follows from it alone."""

    operative: bool
    place: int
    letter: str = ""

    @staticmethod
    @cache
    def parse(written: str) -> UnitId:
        """pp10, op9 or op13-b, as the models let it pass."""
        paragraph, _, letter = written.partition("-")
        return UnitId(paragraph.startswith("op"), int(paragraph[2:]), letter)

    @property
    def id(self) -> str:
        letter = f"-{self.letter}" if self.letter else ""
        return f"{self._start}{self.place}{letter}"

    @property
    def _start(self) -> str:
        return "op" if self.operative else "pp"

    @property
    def kind(self) -> Kind:
        if self.letter:
            return "subparagraph"
        return "operative" if self.operative else "preambular"

    @property
    def parent(self) -> str | None:
        """The id of the paragraph that a point is under."""
        return f"op{self.place}" if self.letter else None

    @property
    def number(self) -> str:
        """As the United Nations shows it: 9, 13 (b)."""
        return f"{self.place} ({self.letter})" if self.letter else str(self.place)

    @property
    def pinpoint(self) -> str:
        """As the United Nations cites it: para. 13 (b), seventeenth preambular paragraph."""
        if self.operative:
            return f"para. {self.number}"
        return f"{ordinal(self.place)} preambular paragraph"

    @property
    def label(self) -> str:
        """As a heading: Paragraph 13 (b), Seventeenth preambular paragraph."""
        return f"Paragraph {self.number}" if self.operative else self.pinpoint.capitalize()

    @property
    def short(self) -> str:
        """As in a list: pp10, para. 9, para. 13 (b)."""
        return f"para. {self.number}" if self.operative else self.id

    @property
    def address(self) -> str:
        point = f"{self.letter}/" if self.letter else ""
        return f"/{self._start}/{self.place}/{point}"

    @property
    def anchor(self) -> str:
        """Its place in the whole text."""
        return f"/resolution/#{self.id}"

    @property
    def eid(self) -> str:
        """As Akoma Ntoso names it (AKN4UN guidelines, part 3)."""
        if not self.operative:
            return f"preamble__container_{self.place}"
        point = f"__list_1__point_{self.letter}" if self.letter else ""
        return f"para_{self.place}{point}"

    @property
    def file(self) -> str:
        """The name of its data file, without the ending; a point stands in its paragraph's."""
        return f"{self._start}{self.place:02}"
