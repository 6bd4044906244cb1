"""MkDocs's door: hands the rendered pages to MkDocs as generated files; nothing else."""

from __future__ import annotations

import sys
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

sys.path.insert(0, str(Path(__file__).parent))

from edition.build import build_outputs
from edition.problems import DataError


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add every page and data file made from data/ to what MkDocs builds."""
    root = Path(config.config_file_path).parent
    try:
        outputs = build_outputs(root / "data")
    except DataError as error:
        raise PluginError(str(error)) from None
    for output in outputs:
        file = File.generated(config, output.path, content=output.content)
        file.edit_uri = f"../{output.edit}"
        files.append(file)
    return files
