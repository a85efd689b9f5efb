"""The site as `make site` makes it, served by a host that knows nothing of it; where it cannot be had, no test."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.conftest import FLAGS
from tests.browser_here import find_browser
from tests.site.visitor import PATIENCE

collect_ignore = ["build.py"]
"""It runs in an environment of its own, with packages that the tests do not have."""

ROOT = Path(__file__).resolve().parents[2]
OUT_OF_REACH = "could not be had"


class Files(SimpleHTTPRequestHandler):
    """Plain files, told to a browser as any web host tells them."""

    protocol_version = "HTTP/1.1"
    extensions_map = SimpleHTTPRequestHandler.extensions_map | {".mjs": "text/javascript", ".wasm": "application/wasm"}

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="session")
def origin() -> Iterator[str]:
    """The site, built, and its address; below a folder of the host, as on GitHub Pages."""
    built = subprocess.run(["make", "site"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=380)
    if OUT_OF_REACH in built.stderr:
        pytest.skip(built.stderr.strip().splitlines()[-1])
    assert built.returncode == 0, built.stdout + built.stderr
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Files, directory=str(ROOT / "dist"))) as host:
        threading.Thread(target=host.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{host.server_port}"
        host.shutdown()


@pytest.fixture(scope="module")
def offline() -> Iterator[Browser]:
    """A browser for which there is no other machine."""
    with offline_browser() as chromium:
        yield chromium


@contextmanager
def offline_browser(*flags: str) -> Iterator[Browser]:
    """A Chromium for which there is no other machine."""
    path = find_browser()
    assert path, "There is no browser here. `python -m tests.browser_here` installs one."
    expect.set_options(timeout=PATIENCE)
    nowhere = "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1"
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=[*FLAGS, nowhere, *flags])
        yield chromium
        chromium.close()
