"""Makes a built site ready for deploy/nginx.conf: compressed copies, and its headers for nginx.

Run by `make nginx`. The same site gives the same bytes.
"""

import gzip
import sys
from pathlib import Path


def compress(site: Path) -> None:
    """Write FILE.gz beside each file that is at least a tenth smaller so."""
    for path in sorted(site.rglob("*")):
        if path.is_file() and path.suffix != ".gz":
            whole = path.read_bytes()
            packed = gzip.compress(whole, mtime=0)
            if len(packed) < 0.9 * len(whole):
                path.with_name(f"{path.name}.gz").write_bytes(packed)


def headers(text: str) -> str:
    """The headers of a _headers file, which is for all addresses, as nginx reads them."""
    pairs = (line.strip().split(": ", 1) for line in text.splitlines() if line.startswith(" "))
    return "".join(f'add_header {name} "{value}" always;\n' for name, value in pairs)


if __name__ == "__main__":
    site = Path(sys.argv[1])
    (site / "_headers.nginx").write_text(headers((site / "_headers").read_text("utf-8")), "utf-8")
    compress(site)
