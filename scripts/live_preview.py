"""Live preview: what is slow to make waits until a browser asks for it, and no reload waits."""

from __future__ import annotations

import logging
import mimetypes
from collections.abc import Callable, Iterable
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from edition.problems import DataError

_log = logging.getLogger("mkdocs.plugins.preview")


class Waiting:
    """The slow files of the build that is shown: path -> what makes the content."""

    def __init__(self) -> None:
        self.files: dict[str, Callable[[], str | bytes]] = {}

    def before(self, site: WSGIApplication, mount_path: str) -> WSGIApplication:
        """`site`, mounted at `mount_path`, with these files made when they are asked for.

        A mistake in the data that only making them shows is logged and answered as such.
        """

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = str(environ["PATH_INFO"]).removeprefix(mount_path)
            make = self.files.get(path)
            if make is None:
                return site(environ, start_response)
            status, media = "200 OK", mimetypes.guess_type(path)[0] or "application/octet-stream"
            try:
                content = make()
            except DataError as error:
                _log.error(str(error))
                status, media, content = "500 Mistake in the data", "text/plain", str(error)
            body = content.encode() if isinstance(content, str) else content
            start_response(status, [("Content-Type", media), ("Content-Length", str(len(body)))])
            return [body]

        return answer
