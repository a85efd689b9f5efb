"""A running `rapportkit start` in a folder of nobody's, and a Chromium that looks at it."""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from rapportkit.lessons import lessons_folder
from tests.browser.learner import PATIENCE, Learner
from tests.browser_here import find_browser

FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
TALL = 6000
"""Pixels: a lesson as a whole, since JupyterLab leaves out what is far off the screen."""

HOME = "OneDrive - Zoé & Søn, 100% #1"
"""What some people's folder is called; all that is tried in a browser is tried in there."""

EXTENSION = Path(__file__).resolve().parents[2] / "rapportkit" / "labextension"
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")


@dataclass(frozen=True)
class Running:
    """A server: the address that it printed, and the folder with lessons and workbook."""

    address: str
    folder: Path


@pytest.fixture(scope="module")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Running]:
    """`rapportkit start`, once for all tests of a file."""
    with started(tmp_path_factory.mktemp(HOME)) as server:
        yield server


@contextmanager
def started(home: Path, *options: str, program: tuple[str, str] = ("-m", "rapportkit")) -> Iterator[Running]:
    """`rapportkit start` on a free port; nothing of the person who runs the tests gets in."""
    own = {"HOME": str(home), "USERPROFILE": str(home), "JUPYTER_CONFIG_DIR": str(home / "jupyter")}
    own |= {"RAPPORTKIT_WORKBOOK": "", "PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"}
    # Jupyter looks here first: what is installed may have an older copy of the extension that runs lessons.
    there = shutil.copytree(EXTENSION, home / "here" / "labextensions" / "rapportkit")
    shutil.copytree(lessons_folder(), there / "lessons")
    own |= {"JUPYTER_PATH": str(home / "here")}
    command = [sys.executable, *program, "start", "--no-browser", "--port", str(_free_port())]
    with (home / "errors.txt").open("w") as errors:
        process = subprocess.Popen(
            [*command, "--folder", str(home / "lessons"), *options],
            env={**os.environ, **own},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=errors,
            encoding="utf-8",
        )
        try:
            yield Running(_address(process), home / "lessons")
        finally:
            process.send_signal(signal.SIGTERM)
            process.communicate(timeout=30)


def _free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def _address(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    said = ""
    for line in process.stdout:
        said += line
        if "Ctrl-C" in line:
            break
    found = ADDRESS.search(said)
    assert found, f"The server printed no address: {said}"
    return found[0]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A headless Chromium; gone after each file, since Playwright keeps an event loop running while it is open."""
    path = find_browser()
    assert path, "There is no browser here. `python -m tests.browser_here` installs one."
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=list(FLAGS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="module")
def learner(browser: Browser, running: Running) -> Iterator[Learner]:
    """Somebody at a new browser window, with nothing kept from before."""
    with browser.new_context(viewport={"width": 1280, "height": TALL}, accept_downloads=True) as window:
        window.set_default_timeout(PATIENCE)
        yield Learner(window.new_page(), running.address)
