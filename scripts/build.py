"""The one command: check · lock · new · report · schemas · tree · place. No logic of its own."""

import argparse
import os
import signal
import sys
from pathlib import Path

from edition.build import build_edition, build_outputs
from edition.output import Kept, put_in_place, write_outputs
from edition.problems import DataError
from edition.published import LOCK, addresses
from edition.report import report
from edition.schemas import write_schemas
from edition.skeleton import KINDS, UnusableRequest, add_skeleton


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=Path("data"), help="the data folder")
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("check", help="hold the data against itself and the received text")
    commands.add_parser("lock", help="add the addresses that are new to addresses.lock")
    commands.add_parser("report", help="say what the editors' layer covers")
    new = commands.add_parser("new", help="write the skeleton of a new record, to be filled in")
    new.add_argument("kind", help=", ".join(KINDS))
    new.add_argument("id")
    schemas = commands.add_parser("schemas", help="write the JSON Schemas of the data files")
    schemas.add_argument("folder", type=Path)
    tree = commands.add_parser("tree", help="write the page tree to a folder")
    tree.add_argument("folder", type=Path)
    place = commands.add_parser("place", help="put a built folder where another stands")
    place.add_argument("new", type=Path)
    place.add_argument("site", type=Path)
    arguments = parser.parse_args()
    try:
        if arguments.command == "check":
            edition = build_edition(arguments.data)
            print(f"{len(edition.units)} units, {len(edition.entries)} entries: nothing wrong")
        elif arguments.command == "lock":
            found = addresses(build_edition(arguments.data))
            lock = arguments.data / LOCK
            kept = lock.read_text().split() if lock.exists() else []
            lock.write_text("\n".join(sorted({*kept, *found})) + "\n")
        elif arguments.command == "report":
            print(*report(build_edition(arguments.data)), sep="\n")
        elif arguments.command == "new":
            print(add_skeleton(arguments.data, arguments.kind, arguments.id))
        elif arguments.command == "schemas":
            write_schemas(arguments.folder)
        elif arguments.command == "place":
            put_in_place(arguments.new, arguments.site)
        else:
            site = os.environ.get("SITE_URL", "")  # as in mkdocs.yml
            edition, outputs = build_outputs(arguments.data, site)
            kept = Kept(arguments.data, edition)
            write_outputs(outputs, arguments.folder, kept)
    except (DataError, UnusableRequest, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    signal.signal(signal.SIGPIPE, signal.SIG_DFL)  # `report | head` ends it without a traceback
    sys.exit(main())
