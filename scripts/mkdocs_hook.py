"""MkDocs's door: hands it the rendered pages as generated files, and mends what it builds."""

from __future__ import annotations

import gc
import os
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from fnmatch import fnmatch
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemBytecodeCache
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page

if TYPE_CHECKING:
    from mkdocs.livereload import LiveReloadServer

sys.path.insert(0, str(Path(__file__).parent))

from built_page import headers_file, mend, mend_script, script_hashes, with_policy
from edition.build import build_outputs
from edition.output import Kept, Output
from edition.problems import DataError
from live_preview import Preview

_BUNDLE = "assets/javascripts/bundle.*.min.js"
_hashes: set[str] = set()
_made: list[tuple[Output, str | bytes]] = []
_preview: Preview | None = None


def on_startup(command: str, dirty: bool) -> None:
    """In a preview, let slow files wait until they are asked for, and keep what stays the same."""
    global _preview
    if command == "serve":
        _preview = Preview()
    else:
        gc.disable()  # until everything is made from data/: none of it is garbage


def on_serve(server: LiveReloadServer, config: MkDocsConfig, builder: object) -> LiveReloadServer:
    """Answer for the files that wait, and look for edits ten times a second, not twice."""
    from watchdog.observers.polling import PollingObserver

    assert _preview is not None
    server.set_app(_preview.before(server.serve_request, server.mount_path))
    watched = (config.docs_dir, config.config_file_path)
    for path in watched:
        server.unwatch(path)
    server.observer = PollingObserver(timeout=0.1)
    server.build_delay = 0.05
    for path in watched:
        server.watch(path)
    return server


def on_pre_build(config: MkDocsConfig) -> None:
    """Make every file from data/, before MkDocs empties the site's folder."""
    _hashes.clear()
    try:
        data = Path(config.config_file_path).parent / "data"
        edition, outputs = build_outputs(data, config.site_url or "")
        kept = Kept(data, edition)
        # MkDocs dates the site by this: the same data give the same bytes on any day.
        day = datetime.fromisoformat(edition.resolution.as_of).replace(tzinfo=UTC)
        os.environ["SOURCE_DATE_EPOCH"] = str(int(day.timestamp()))
        if _preview:
            _preview.files = {
                o.path: partial(o.content, kept)
                for o in outputs
                if callable(o.made) and not o.path.endswith(".md")
            }
            outputs = [o for o in outputs if o.path not in _preview.files]
            # Its pages are made anew at each edit: they are not worth keeping.
            contents = [output.content() for output in outputs]
        else:
            with ThreadPoolExecutor(os.cpu_count()) as pool:
                contents = list(pool.map(lambda output: output.content(kept), outputs))
    except DataError as error:
        raise PluginError(str(error)) from None
    _made[:] = zip(outputs, contents, strict=True)
    if not _preview:
        gc.freeze()
        gc.enable()


def on_build_error(error: Exception) -> None:
    """In a preview, say in place of every page what is wrong."""
    if _preview:
        _preview.mistake = str(error)


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and data file made from data/, and mend the theme's script."""
    for output, content in _made:
        file = File.generated(
            config, output.path, content=content, inclusion=InclusionLevel.INCLUDED
        )
        file.edit_uri = f"../{output.edit}"
        files.append(file)
    for file in files:
        if fnmatch(file.src_uri, _BUNDLE):
            file.content_string = mend_script(file.content_string)
    return files


def on_pre_page(page: Page, config: MkDocsConfig, files: Files) -> Page:
    """In a preview, convert only Markdown that an edit changed."""
    if _preview:
        page.render = partial(_preview.converted.render, page)  # type: ignore[method-assign]
    return page


def on_env(env: Environment, config: MkDocsConfig, files: Files) -> Environment:
    """Compile each template of the theme once, not in every build."""
    folder = Path(config.config_file_path).parent / ".cache"
    folder.mkdir(exist_ok=True)
    env.bytecode_cache = FileSystemBytecodeCache(str(folder))
    return env


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend the theme's markup and let the page run nothing but what the site serves."""
    return _finished(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for 404.html, the only page among the templates."""
    return _finished(output) if template_name == "404.html" else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the headers for servers that read a file of them; no mistake stands any more."""
    if _preview:
        _preview.mistake = ""
    headers = headers_file(sorted(_hashes))
    (Path(config.site_dir) / "_headers").write_text(headers, "utf-8")


def _finished(html: str) -> str:
    mended = mend(html)
    hashes = script_hashes(mended)
    _hashes.update(hashes)
    # In a preview MkDocs adds a script of its own to each page, another each time: no policy there.
    return mended if _preview else with_policy(mended, hashes)
