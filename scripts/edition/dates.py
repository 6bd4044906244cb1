"""Dates as the United Nations writes them."""

MONTHS = (
    "January February March April May June July August September October November December"
).split()


def long_date(day: str) -> str:
    """2020-11-17 -> 17 November 2020; 2020-11 -> November 2020; 2020 -> 2020."""
    year, *rest = day.split("-")
    words = [str(int(rest[1]))] if len(rest) > 1 else []
    if rest:
        words.append(MONTHS[int(rest[0]) - 1])
    return " ".join([*words, year])
