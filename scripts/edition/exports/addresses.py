"""addresses.json: id -> address, title and, for a paragraph, the SHA-256 of its text."""

import json

from ..edition import Edition


def addresses_json(edition: Edition) -> str:
    """The published index of addresses, in document order, then entries by id."""
    found: dict[str, dict[str, str]] = {
        unit.id: {"address": unit.address, "title": unit.label, "sha256": unit.checksum}
        for unit in edition.units.values()
    }
    for entry in sorted(edition.entries.values(), key=lambda e: e.id):
        found[entry.id] = {"address": entry.address, "title": entry.record.name}
    return json.dumps(found, ensure_ascii=False, indent=2) + "\n"
