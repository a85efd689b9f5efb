"""What every command on an assignment asks for: its folder, and whether the answer is to be JSON."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object.")]
DeskFolder = Annotated[Path, typer.Argument(metavar="DIR", help="The folder that `coach assign` made.")]
