"""nginx with deploy/nginx.conf, as an ordinary process on a free port of loopback."""

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from loopback import free_address

ROOT = Path(__file__).parent.parent
NGINX = shutil.which("nginx", path=f"{os.environ['PATH']}:/usr/sbin")
# Everything that nginx writes stays in its own folder; one process, so that no user is changed.
_MAIN = """
daemon off; master_process off; pid {own}/pid; error_log {own}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {own}/1; proxy_temp_path {own}/2; fastcgi_temp_path {own}/3;
    uwsgi_temp_path {own}/4; scgi_temp_path {own}/5;
    include {own}/server.conf;
}}
"""


@contextmanager
def serving(site: Path, own: Path) -> Iterator[str]:
    """The address of `site`, which `make nginx` made ready; `own` is a new folder for nginx."""
    assert NGINX
    own.mkdir()
    address = free_address()
    example = (ROOT / "deploy/nginx.conf").read_text()
    assert example.count("listen 80;") == 1 and example.count("/srv/edition/_headers.nginx;") == 1
    example = example.replace("listen 80;", f"listen {address};")
    (own / "server.conf").write_text(example.replace("/srv/edition", str(site)))
    (own / "nginx.conf").write_text(_MAIN.format(own=own))
    process = subprocess.Popen(
        [NGINX, "-p", own, "-e", own / "error.log", "-c", own / "nginx.conf"],
        stderr=subprocess.PIPE,
        text=True,
    )
    try:
        _wait(process, address)
        yield f"http://{address}"
    finally:
        process.terminate()
        process.communicate()


def _wait(process: subprocess.Popen[str], address: str) -> None:
    host, port = address.split(":")
    end = time.monotonic() + 10
    while True:
        try:
            socket.create_connection((host, int(port))).close()
            return
        except ConnectionRefusedError:
            if process.poll() is not None or time.monotonic() > end:
                raise RuntimeError(process.communicate()[1]) from None
            time.sleep(0.05)
