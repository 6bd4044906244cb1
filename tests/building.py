"""Building a site as the tests need it: another folder, another target, another environment."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path


def build_site(project: Path, target: Path, environment: Mapping[str, str] = os.environ) -> None:
    """Build the site of the folder that holds mkdocs.yml into `target`; fails if that fails."""
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--strict", "-d", str(target)]
    result = subprocess.run(command, cwd=project, env=environment, capture_output=True, text=True)
    assert result.returncode == 0, result.stderr
