"""The lessons as pages without a notebook around them: Voilà, with our templates, for `rapportkit start --app`."""

from __future__ import annotations

import json
import os
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import unquote

from rapportkit.errors import RapportError
from rapportkit.lessons import lessons
from rapportkit.manifest import shipped_sums, sum_of

INDEX = "voila"
"""Where the list of the lessons is, below the server's address."""

TEMPLATES = Path(__file__).resolve().parent.parent / "app"
"""Holds `voila/templates/rapportkit`, as a folder of Jupyter's data does."""

_NOT_AS_SHIPPED = (
    "is not as it came with rapportkit, so it does not run by itself. Your answers are in your workbook all the same. "
    "To see it as it is: rapportkit start, without --app. To put the lesson back, and keep this one beside it:"
)

_EXTENSIONS = ("@jupyter-widgets/jupyterlab-manager", "@voila-dashboards/widgets-manager8", "rapportkit")
"""Widgets, and ours, which sees to it that a press waits for what was typed before it."""

_ONLY_INSTALLED = "import sys\nsys.path[:] = [place for place in sys.path if place not in ('', '.')]\ndel sys"
"""Run first, as in JupyterLab (`remoteEntry.js`): a module that lies beside a lesson is not taken for one of ours."""


class Listed(NamedTuple):
    """A lesson in the list: its file, its title, and what one leaves it with."""

    file: str
    title: str
    promise: str


def check_installed() -> None:
    """
    Say what to install where Voilà is missing.

    Raises:
        RapportError: it is.
    """
    if find_spec("voila") is None:
        raise RapportError(
            "Voilà, which shows the lessons as pages, is not installed. "
            'Install it with: pip install "rapportkit[app]" (or start without --app, in JupyterLab).'
        )


def pages_server(arguments: list[str]) -> Any:
    """A Jupyter server that holds its port, knows Voilà and nothing else, and serves nothing yet."""
    os.environ["JUPYTER_PATH"] = os.pathsep.join(filter(None, (str(TEMPLATES), os.environ.get("JUPYTER_PATH"))))
    from jupyter_server.serverapp import ServerApp
    from traitlets.config import Config
    from voila.server_extension import load_jupyter_server_extension  # type: ignore[import-untyped] # it has no types

    shows = {
        "template": "rapportkit",
        "prelaunch_hook": only_as_shipped,
        "page_config_hook": without_the_network,
        "classic_tree": True,  # a page of our own; the other one is a file browser
        "allow_template_override": "NO",
        "allow_theme_override": "NO",
        "show_tracebacks": False,
        "http_keep_alive_timeout": 30,
        "extension_allowlist": list(_EXTENSIONS),
    }
    server = ServerApp.instance(config=Config(VoilaConfiguration=shows))
    server.initialize(argv=arguments, find_extensions=False)
    load_jupyter_server_extension(server)
    server.web_app.settings["voila_jinja2_env"].globals["lessons"] = listed()
    return server


def only_as_shipped(handler: Any, notebook: Any, cwd: str) -> Any:  # noqa: ARG001 - Voilà calls it with all three
    """
    The notebook to show: a lesson as it was shipped, without the advice on what to do in JupyterLab.

    Voilà runs whatever it is asked for. What a stranger has put into the folder must not run, and the name of a file
    is no proof, so the sums of the shipped lessons decide, as in JupyterLab.

    Raises:
        tornado.web.HTTPError: it is none.
    """
    from tornado.web import HTTPError

    name = unquote(handler.request.path.rpartition("/")[2])
    if sum_of(notebook) not in shipped_sums():
        raise HTTPError(403, f"'{name}' {_NOT_AS_SHIPPED} rapportkit reset {name.partition('_')[0]}")
    first = next(cell for cell in notebook["cells"] if cell["cell_type"] == "code")
    first["source"] = f"{_ONLY_INSTALLED}\n{first['source']}"
    for cell in notebook["cells"]:
        if cell["cell_type"] == "markdown":
            parts = cell["source"].split("\n\n")
            cell["source"] = "\n\n".join(part for part in parts if "Run All Cells" not in part)
    notebook["metadata"]["title"] = notebook["metadata"].get("rapportkit", {}).get("title", name)
    return notebook


def without_the_network(page_config: dict[str, Any], **_: Any) -> dict[str, Any]:
    """What Voilà tells its page, with the formulas' script left where it is: else it comes from another machine."""
    return page_config | {"fullMathjaxUrl": "null", "mathjaxConfig": "null"}


def listed() -> tuple[Listed, ...]:
    """All lessons in their order, each with what its first cell promises."""
    return tuple(_listed(lesson) for lesson in lessons())


def _listed(lesson: Path) -> Listed:
    notebook = json.loads(lesson.read_text(encoding="utf-8"))
    promise = "".join(notebook["cells"][0]["source"]).split("\n\n")[1].strip("*")
    return Listed(lesson.name, str(notebook["metadata"]["rapportkit"]["title"]), promise)
