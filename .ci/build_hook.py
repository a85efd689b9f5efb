"""Stops a build whose list of lessons is stale: JupyterLab would then run no lesson by itself, and say nothing."""

from __future__ import annotations

import runpy
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class ManifestHook(BuildHookInterface[Any]):
    """Compares the manifest of the extension with the lessons that are about to be shipped."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling calls it with both
        """Fail unless the manifest lists the lessons as they are; in a checkout it may lag behind while one works."""
        if version == "editable":
            return
        root = Path(self.root)
        manifest = runpy.run_path(str(root / "rapportkit" / "manifest.py"))
        notebooks = root / "notebooks"
        wanted = manifest["manifest_of"]([*notebooks.glob("*.ipynb"), *notebooks.glob("coach/*.ipynb")])
        if manifest["MANIFEST"].read_text(encoding="utf-8") != wanted:
            raise SystemExit(
                "rapportkit/labextension/manifest.json does not list the lessons in notebooks/ as they are. "
                "Run `make tidy`, then build again."
            )
