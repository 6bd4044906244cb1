"""The forms that a value may have: a line, a date, an address; how an editor is told of them."""

from datetime import date
from typing import Annotated, Literal

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

UNDATED = "undated"
LONGEST_WORD = 100  # letters: a longer one runs off the paper
_HOST = r"https?://[A-Za-z0-9.-]+(:[0-9]{1,5})?"
# What a pattern asks for, as an editor is told.
FORMS = {
    (LINE := r"^\S(.*\S)?$"): "one line without a space at its ends (>- joins several lines)",
    (SLUG := r"^[a-z0-9]+(-[a-z0-9]+)*$"): "small letters and digits, with single dashes between",
    (UNIT := r"^(pp|op)[1-9][0-9]{0,3}(-[a-z])?$"): "an id of a paragraph or point, as op13-a",
    (DATE := r"^[12][0-9]{3}(-[0-9]{2}(-[0-9]{2})?)?$"): "a date: 2020, 2020-11 or 2020-11-17",
    (
        DATE_OR_NONE := rf"^{UNDATED}$|{DATE}"
    ): "a date, as 2020, 2020-11 or 2020-11-17, or 'undated'",
    (DAY := r"^[12][0-9]{3}-[0-9]{2}-[0-9]{2}$"): "a day, as 2020-11-17",
    (ADDRESS := rf"^{_HOST}([/?#][A-Za-z0-9._~:/?#@!$&'()*+,;=%-]*)?$"): "an address, as https://…",
    (PATH := r"^/([a-z0-9-]+/)+$"): "an address of this site, as /op/9/",
    (SYMBOL := r"^[A-Z0-9][A-Za-z0-9./()-]*( [A-Za-z0-9./()-]+)*$"): "a symbol, as A/RES/51/1",
    (WORK := r"^(/[A-Za-z0-9.@!~:-]+)+$"): "an address as Akoma Ntoso has it, as /akn/un/…",
    (LETTER := r"^[a-z]$"): "one small letter",
}


def _real(written: str) -> str:
    """A date that the calendar has, whole or without its day or month, or none."""
    if written == UNDATED:
        return written
    try:
        date.fromisoformat(f"{written}-01-01"[:10])
    except ValueError:
        raise PydanticCustomError("date", "is a date that the calendar does not have") from None
    return written


def _readable(written: str) -> str:
    """Words that can be set on paper."""
    if (longest := max(map(len, written.split()), default=0)) > LONGEST_WORD:
        message = f"has a word of {longest} letters, where {LONGEST_WORD} are the most"
        raise PydanticCustomError("word", message)
    return written


_Line = Annotated[str, StringConstraints(pattern=LINE, max_length=20_000)]
Text = Annotated[_Line, AfterValidator(_readable)]
Passage = Annotated[str, StringConstraints(max_length=2_000)]
Slug = Annotated[str, StringConstraints(pattern=SLUG, max_length=60)]
UnitId = Annotated[str, StringConstraints(pattern=UNIT)]
DateOrNone = Annotated[str, StringConstraints(pattern=DATE_OR_NONE), AfterValidator(_real)]
Date = Annotated[str, StringConstraints(pattern=DATE), AfterValidator(_real)]
Day = Annotated[str, StringConstraints(pattern=DAY), AfterValidator(_real)]
Address = Annotated[str, StringConstraints(pattern=ADDRESS, max_length=500)]
Path = Annotated[str, StringConstraints(pattern=PATH, max_length=200)]
Symbol = Annotated[str, StringConstraints(pattern=SYMBOL, max_length=60)]
Work = Annotated[str, StringConstraints(pattern=WORK, max_length=200)]
Brief = Annotated[str, StringConstraints(pattern=LINE, max_length=75)]
Letter = Annotated[str, StringConstraints(pattern=LETTER)]
Voice = Literal["text", "background"]
