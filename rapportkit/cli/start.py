"""`rapportkit start`: the lessons in a folder of the learner's, and JupyterLab open on the first of them."""

from __future__ import annotations

import os
import secrets
import sys
import warnings
import webbrowser
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import quote

import typer

from rapportkit.cli.locked_home import find_room_for_jupyter
from rapportkit.cli.pages import INDEX, check_installed, pages_server
from rapportkit.errors import RapportError
from rapportkit.lessons import WORKBOOK, put_lessons

WORKBOOK_VARIABLE = "RAPPORTKIT_WORKBOOK"
"""The environment variable by which lessons, and every other command, find the workbook."""

LAST_PORT = 65535

LARGEST_MESSAGE = 256 * 1024 * 1024
"""
Bytes that a lesson may send its kernel at once: the files that somebody brings. A Jupyter server takes 10 MB unless
told otherwise, and closes the connection at more, of which nobody on the page hears.
"""


def start(
    folder: Annotated[Path, typer.Option(help="Where your lessons and your workbook live.")] = Path("~/rapportkit"),
    port: Annotated[int, typer.Option(min=1, max=LAST_PORT, help="The next free one is used if it is taken.")] = 8888,
    no_browser: Annotated[bool, typer.Option("--no-browser", help="Only print the address to open.")] = False,
    app: Annotated[
        bool, typer.Option("--app", help="Show the lessons as plain pages, with no notebook around.")
    ] = False,
) -> None:
    """Put the lessons into a folder (your own work is never overwritten) and open the first one."""
    check_installed() if app else check_jupyterlab()
    placed = put_lessons(folder)
    for sentence in placed.sentences():
        typer.echo(sentence)
    named = os.environ.get(WORKBOOK_VARIABLE, "").strip()
    # Lessons run in the learner's folder: a name that counts from here would mean another file there.
    workbook = str(Path(named).expanduser().absolute() if named else placed.folder / WORKBOOK)
    os.environ[WORKBOOK_VARIABLE] = workbook
    notebook = "" if app else placed.first.name
    serve(placed.folder, notebook, port, no_browser, f"Your answers are saved in {workbook}")


def check_jupyterlab() -> None:
    """
    Look whether notebooks can be shown here.

    Raises:
        RapportError: JupyterLab is not installed.
    """
    if find_spec("jupyterlab") is None:
        raise RapportError(
            'JupyterLab, which shows the lessons, is not installed. Install it with: pip install "rapportkit[lab]"'
        )


def serve(folder: Path, notebook: str, port: int, no_browser: bool, kept: str) -> None:
    """
    Run JupyterLab on *folder*, open on the *notebook* in it, until somebody stops it; *kept* says what stays.

    Without a *notebook* the lessons are shown as pages, beginning with their list.
    """
    os.environ["PYTHONSAFEPATH"] = "1"  # a kernel runs what is installed, and no file beside a lesson
    opens = not no_browser and can_open_a_browser()
    page = f"doc/tree/{quote(notebook)}" if notebook else INDEX
    token = secrets.token_hex(24)
    if told := find_room_for_jupyter(folder, os.environ):
        typer.echo(told)
    arguments = jupyter_arguments(folder, page, port, opens, token)
    server = _held(_server if notebook else pages_server, arguments, port)
    let_files_through(server.web_app.settings)

    def announce() -> None:
        typer.echo("\nYour browser opens by itself. If not, go to:" if opens else "\nOpen this address in a browser:")
        typer.echo(f"  {server.connection_url}{page}?token={token}")
        typer.echo(f"\nPress Ctrl-C here to stop. {kept}")

    # The server takes its port at the first turn of its loop, and this comes after: the address works once printed.
    server.io_loop.add_callback(announce)
    server.start()
    typer.echo("Stopped. To go on another day, start again in the same way.")


def jupyter_arguments(folder: Path, page: str, port: int, opens: bool, token: str) -> list[str]:
    """
    What JupyterLab is told, in words that outrank the learner's own Jupyter configuration.

    They never stand on a command line that others on the machine could see: the server runs in this process.
    """
    import zmq

    arguments: dict[str, object] = {
        "ServerApp.root_dir": str(folder),
        "ServerApp.ip": "127.0.0.1",
        "ServerApp.port": port,
        # Jupyter tries others as far off as twice this number, and beyond the last there is it takes any, unsaid.
        "ServerApp.port_retries": max(0, min(50, (LAST_PORT - port) // 2 - 1)),
        "ServerApp.open_browser": opens,
        "ServerApp.answer_yes": True,  # Ctrl-C stops at once, it asks nothing
        "ServerApp.log_level": "ERROR",
        "ServerApp.default_url": f"/{page}",
        "LabApp.log_level": "ERROR",
        "LabApp.default_url": f"/{page}",
        "LabApp.extension_manager": "readonly",  # the other one looks things up on the network
        "IdentityProvider.token": token,
        # Each lesson is a kernel. One whose page was closed is of no use to anybody after this many seconds.
        "MappingKernelManager.cull_idle_timeout": 20 * 60,
        "MappingKernelManager.cull_interval": 60,
    }
    if zmq.has("curve"):
        # What a lesson and its kernel tell each other is nobody else's business, on a shared machine either.
        arguments["KernelManager.transport_encryption"] = "auto"
    if is_root():
        arguments["ServerApp.allow_root"] = True
    return [f"--{name}={value}" for name, value in arguments.items()]


def let_files_through(settings: dict[str, Any]) -> None:
    """
    Let a server with these *settings* take messages of `LARGEST_MESSAGE`, and its page know (`uploads.js` asks).

    It has no option for that: what it is told at its start, it takes for text, and then compares text with a number.
    """
    settings["websocket_max_message_size"] = LARGEST_MESSAGE
    settings.setdefault("page_config_data", {})["rapportkitLargestMessage"] = str(LARGEST_MESSAGE)


def can_open_a_browser() -> bool:
    """Whether there is a browser with a window: one that draws into this terminal would hide the address."""
    if sys.platform.startswith("linux") and not any(map(os.environ.get, ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"))):
        return False
    try:
        webbrowser.get()
    except webbrowser.Error:
        return False
    return True


def is_root() -> bool:
    """Whether we are the superuser, under whom Jupyter starts only when told to."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def _held(make: Callable[[list[str]], Any], arguments: list[str], port: int) -> Any:
    """The server that *make* makes; Jupyter leaves without an error that one could catch where it finds no port."""
    try:
        # Jupyter's parts warn of one another: nothing that a learner could mend.
        with warnings.catch_warnings(record=True):
            return make(arguments)
    except SystemExit:
        raise RapportError(
            f"No port is free for the lessons from {port} on, or none that you may use. Choose another: --port 8888."
        ) from None


def _server(arguments: list[str]) -> Any:
    """A Jupyter server that holds its port and serves nothing yet."""
    from jupyterlab.labapp import LabApp  # type: ignore[import-untyped] # it has no types

    return LabApp.initialize_server(argv=arguments)
