"""The life cycle: a drawing to scale and a table of every dated event."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from ..edition import Edition
from ..model import Moment
from .page import Page

_WIDTH, _STEP, _AXIS_ROOM = 1000, 15, 22
_LEFT, _RIGHT = 20, 20
# The years before this share of the events are drawn in the first tenth, or they fill the page.
_EARLY_SHARE, _EARLY_WIDTH = 0.15, 0.12


@dataclass(frozen=True)
class Drawing:
    """Where things stand, in units of the drawing's own grid."""

    width: int
    height: int
    axis: int
    years: tuple[tuple[int, str], ...]
    dots: tuple[tuple[int, int, int, Moment], ...]
    to_scale_from: int


def pages(edition: Edition) -> Iterator[Page]:
    short = f"draft resolution {edition.resolution.symbol}"
    yield Page(
        "/timeline/",
        "Timeline",
        "timeline.md",
        f"The dates named in {short} and those of its own history.",
        {"moments": edition.timeline, "drawn": draw(edition.timeline)},
        edit="data/timeline.yml",
        toc=False,
        sources=tuple(s for moment in edition.timeline for s in moment.sources),
    )


def draw(moments: tuple[Moment, ...]) -> Drawing:
    """Dots above the axis for what the text names, below it for background, never overlapping."""
    days = [_day(moment.date) for moment in moments]
    pivot = sorted(days)[int(len(days) * _EARLY_SHARE)] if days else 0
    first, last = min(days, default=0), max(days, default=1)
    room = _WIDTH - _LEFT - _RIGHT

    def x(day: int) -> int:
        if day < pivot:
            return _LEFT + round(room * _EARLY_WIDTH * (day - first) / max(pivot - first, 1))
        share = (day - pivot) / max(last - pivot, 1)
        return _LEFT + round(room * (_EARLY_WIDTH + (1 - _EARLY_WIDTH) * share))

    # Of each side: where the last dot of each level stands; moments come from the oldest on.
    last_dots: dict[str, list[int]] = {"text": [], "background": []}
    placed = []
    for index, (day, moment) in enumerate(zip(days, moments, strict=True), 1):
        at, levels = x(day), last_dots[moment.voice]
        free = (i for i, last_dot in enumerate(levels) if at - last_dot >= _STEP)
        level = next(free, len(levels))
        levels[level : level + 1] = [at]
        placed.append((at, level, index, moment))
    above, below = (max(len(levels), 1) for levels in last_dots.values())
    axis = above * _STEP + 8
    dots = tuple(
        (at, axis - (level + 1) * _STEP if m.voice == "text" else axis + (level + 1) * _STEP, i, m)
        for at, level, i, m in placed
    )
    return Drawing(
        width=_WIDTH,
        height=axis + below * _STEP + _AXIS_ROOM + 6,
        axis=axis,
        years=tuple(_years(days, x)),
        dots=dots,
        to_scale_from=date.fromordinal(max(pivot, 1)).year,
    )


def _years(days: list[int], x) -> Iterator[tuple[int, str]]:  # type: ignore[no-untyped-def]
    shown = -100
    for year in sorted({date.fromordinal(day).year for day in days}):
        at = x(date(year, 1, 1).toordinal()) if date(year, 1, 1).toordinal() >= min(days) else _LEFT
        if at - shown >= 45:
            shown = at
            yield at, str(year)


def _day(written: str) -> int:
    """2018, 2018-06 or 2018-06-29 as a day; the first where it is not given."""
    parts = [int(part) for part in written.split("-")]
    return date(*[*parts, 1, 1][:3]).toordinal()
