"""MkDocs's door: hands it the rendered pages as generated files, and mends what it builds."""

from __future__ import annotations

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

sys.path.insert(0, str(Path(__file__).parent))

from built_page import headers_file, mend, script_hashes, with_policy
from edition.build import build_outputs
from edition.output import Kept
from edition.problems import DataError


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and data file made from data/ to what MkDocs builds."""
    root = Path(config.config_file_path).parent
    try:
        mark, outputs = build_outputs(root / "data", config.site_url or "")
        kept = Kept(root / ".cache", f"{mark} {config.site_url}")
        with ThreadPoolExecutor() as pool:
            contents = list(pool.map(lambda output: output.content(kept), outputs))
    except DataError as error:
        raise PluginError(str(error)) from None
    for output, content in zip(outputs, contents, strict=True):
        file = File.generated(config, output.path, content=content)
        file.edit_uri = f"../{output.edit}"
        files.append(file)
    return files


def on_pre_build(config: MkDocsConfig) -> None:
    """Forget the scripts of the build before."""
    _hashes.clear()


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Mend the theme's markup and let the page run nothing but what the site serves."""
    return _finished(output)


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """The same for 404.html, the only page among the templates."""
    return _finished(output) if template_name == "404.html" else output


def on_post_build(config: MkDocsConfig) -> None:
    """Write the headers for servers that read a file of them."""
    headers = headers_file(sorted(_hashes))
    (Path(config.site_dir) / "_headers").write_text(headers, "utf-8")


_hashes: set[str] = set()


def _finished(html: str) -> str:
    mended = mend(html)
    hashes = script_hashes(mended)
    _hashes.update(hashes)
    return with_policy(mended, hashes)
