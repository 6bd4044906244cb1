"""Live preview: what is slow waits until a browser asks for it, what is the same is kept."""

import logging
import mimetypes
from collections.abc import Callable, Iterable
from html import escape
from typing import Any
from wsgiref.types import StartResponse, WSGIApplication, WSGIEnvironment

from edition.problems import DataError
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

_log = logging.getLogger("mkdocs.plugins.preview")


# What `Page.render` sets, but for the links to anchors, which hold files of one build.
_CONVERTED = ("content", "toc", "present_anchor_ids", "_title_from_render")


class Converted:
    """What MkDocs made of each page's Markdown in the build before."""

    def __init__(self) -> None:
        self._pages: dict[str, tuple[object, Page, dict[str, Any]]] = {}

    def render(self, page: Page, config: MkDocsConfig, files: Files) -> None:
        """As `page.render`, but quick where all that it depends on is as it was before."""
        settings = repr((config.markdown_extensions, config.mdx_configs))
        given = (page.markdown, settings, frozenset(files.src_uris))
        before, kept, made = self._pages.get(page.file.src_uri, (None, page, {}))
        if given != before:
            Page.render(page, config, files)
            # A copy, because plugins change the content of the page afterwards.
            kept, made = page, {name: getattr(page, name) for name in _CONVERTED}
            self._pages[page.file.src_uri] = given, kept, made
        for name, value in made.items():
            setattr(page, name, value)
        links = kept.links_to_anchors or {}
        page.links_to_anchors = {files.src_uris[to.src_uri]: links[to] for to in links}


# Asks again by itself, until the next good save.
_MISTAKE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="refresh" content="1">
<title>Mistake</title></head><body><pre>{}</pre></body></html>
"""


class Preview:
    """What the preview answers by itself: slow files (path -> what makes them), and a mistake."""

    def __init__(self) -> None:
        self.files: dict[str, Callable[[], str | bytes]] = {}
        self.mistake = ""
        self.converted = Converted()

    def before(self, site: WSGIApplication, mount_path: str) -> WSGIApplication:
        """`site`, mounted at `mount_path`, with slow files made when they are asked for.

        While a mistake stands, it is what every page says: MkDocs would let the reader wait.
        A mistake in the data that only a slow file shows is logged and said in its place.
        """

        def answer(environ: WSGIEnvironment, start_response: StartResponse) -> Iterable[bytes]:
            path = str(environ["PATH_INFO"]).removeprefix(mount_path)
            if self.mistake and (not path or path.endswith("/")):
                return _said(start_response, _page(self.mistake), "text/html")
            if path not in self.files:
                return site(environ, start_response)
            try:
                content = self.files[path]()
            except DataError as error:
                _log.error(str(error))
                return _said(start_response, _page(str(error)), "text/html")
            media = mimetypes.guess_type(path)[0] or "application/octet-stream"
            return _said(start_response, content, media)

        return answer


def _page(mistake: str) -> str:
    return _MISTAKE.format(escape(mistake))


def _said(start_response: StartResponse, content: str | bytes, media: str) -> list[bytes]:
    """Never with an error's status: MkDocs would log a warning, and count it as the build's."""
    body = content.encode() if isinstance(content, str) else content
    start_response("200 OK", [("Content-Type", media), ("Content-Length", str(len(body)))])
    return [body]
