"""A page before it is rendered."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Page:
    """Address (begins and ends with a slash), title, template and the values it shows.

    `sources` are the ids of the sources that the page rests on, listed at its foot; `toc` says
    whether its headings are listed beside it.
    """

    address: str
    title: str
    template: str
    description: str
    values: dict[str, Any] = field(default_factory=dict)
    search: tuple[str, ...] = ()
    edit: str = "data/resolution.yml"
    boost: float = 0
    searched: bool = True
    toc: bool = True
    sources: tuple[str, ...] = ()

    @property
    def path(self) -> str:
        """Where the page stands in the page tree: /op/9/ is op/9/index.md, / is index.md.

        So links are the same from the file and from the address: engines differ on which counts.
        """
        return f"{self.address}index.md".lstrip("/")
