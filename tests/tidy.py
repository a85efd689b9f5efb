"""
The one committed form of a lesson.

`python -m tests.tidy` brings all lessons into it, `--run` first runs those that promise an output and
keeps what they print, `--check` only names those that are not in it. The list of lessons that JupyterLab
runs by itself is derived from them here as well.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import nbformat

from rapportkit.manifest import MANIFEST, manifest_of

FOLDER = Path(__file__).resolve().parent.parent / "notebooks"
PROMISE = "nbval-check-output"
KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}
SECONDS = 30


def shipped() -> list[Path]:
    """Every notebook: the lessons, and the coach's desk."""
    return sorted([*FOLDER.glob("*.ipynb"), *FOLDER.glob("coach/*.ipynb")])


def tidy(notebook: dict[str, Any]) -> dict[str, Any]:
    """
    The committed form of *notebook*: ids kept, metadata reduced to what a lesson means, outputs stripped.

    A cell that promises its output keeps it, with count 1: nbval fails a cell that has an output and no count,
    and compares nothing where there is no output.
    """
    metadata = {"kernelspec": KERNEL}
    if "rapportkit" in notebook["metadata"]:
        metadata["rapportkit"] = notebook["metadata"]["rapportkit"]
    return {
        "cells": [_tidy_cell(cell) for cell in notebook["cells"]],
        "metadata": metadata,
        "nbformat": 4,
        "nbformat_minor": 5,
    }


def _tidy_cell(cell: dict[str, Any]) -> dict[str, Any]:
    metadata = {name: cell["metadata"][name] for name in ("deletable", "editable", "tags") if name in cell["metadata"]}
    if cell["metadata"].get("jupyter", {}).get("source_hidden"):
        metadata["jupyter"] = {"source_hidden": True}
    tidied = {"id": cell["id"], "cell_type": cell["cell_type"], "metadata": metadata, "source": cell["source"].rstrip()}
    if cell["cell_type"] == "code":
        promised = PROMISE in metadata.get("tags", []) and cell["outputs"]
        tidied["execution_count"] = 1 if promised else None
        tidied["outputs"] = [_tidy_output(output) for output in cell["outputs"]] if promised else []
    return tidied


def _tidy_output(output: dict[str, Any]) -> dict[str, Any]:
    counted = {"execution_count": 1} if output["output_type"] == "execute_result" else {}
    return {name: value for name, value in output.items() if name != "transient"} | counted


def written(notebook: dict[str, Any]) -> str:
    """The text of a notebook's file, always the same for the same notebook."""
    return nbformat.writes(nbformat.from_dict(notebook)) + "\n"  # type: ignore[no-untyped-call]


def read(path: Path) -> dict[str, Any]:
    """The notebook in a file, checked against the format."""
    notebook: dict[str, Any] = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    nbformat.validate(notebook)  # type: ignore[no-untyped-call]
    return notebook


def is_tidy(path: Path) -> bool:
    """Whether a file has the committed form, to the letter."""
    return path.read_text(encoding="utf-8") == written(tidy(read(path)))


def run(notebook: dict[str, Any]) -> dict[str, Any]:
    """The notebook with the outputs that it has on a workbook of nobody's, made for this run."""
    from nbclient import NotebookClient

    with tempfile.TemporaryDirectory() as folder:
        os.environ["RAPPORTKIT_WORKBOOK"] = str(Path(folder) / "workbook.sqlite3")
        ran = nbformat.from_dict(notebook)  # type: ignore[no-untyped-call]
        return dict(NotebookClient(ran, timeout=SECONDS, kernel_name=KERNEL["name"]).execute(cwd=folder))


def promises(notebook: dict[str, Any]) -> bool:
    """Whether a cell of the notebook promises its output."""
    return any(PROMISE in cell["metadata"].get("tags", []) for cell in notebook["cells"])


def main(arguments: list[str] | None = None, lessons: Iterable[Path] | None = None) -> int:
    """Tidy, or check, the lessons; the exit status."""
    parser = argparse.ArgumentParser(description="Bring the lessons into their committed form.")
    parser.add_argument("--check", action="store_true", help="change nothing, name what is not tidy")
    parser.add_argument("--run", action="store_true", help="run lessons that promise an output, and keep it")
    options = parser.parse_args(arguments)
    untidy = 0
    for path in shipped() if lessons is None else lessons:
        if options.check:
            if not is_tidy(path):
                sys.stderr.write(f"{path.name} is not tidy. Run: make tidy\n")
                untidy = 1
            continue
        notebook = read(path)
        if options.run and promises(notebook):
            notebook = run(notebook)
        path.write_text(written(tidy(notebook)), encoding="utf-8", newline="\n")
    return untidy if lessons is not None else untidy | _list_lessons(check=options.check)


def _list_lessons(*, check: bool) -> int:
    """Write, or check, the manifest of the lessons; the exit status."""
    manifest = manifest_of(shipped())
    if not check:
        MANIFEST.write_text(manifest, encoding="utf-8", newline="\n")
    elif not MANIFEST.is_file() or MANIFEST.read_text(encoding="utf-8") != manifest:
        sys.stderr.write(f"{MANIFEST.name} is not the list of the lessons as they are. Run: make tidy\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
