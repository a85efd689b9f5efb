"""
The browser that the tests drive: one that is here, or one that is installed now.

`python -m tests.browser_here` prints its path, after installing one where there is none.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
PLACES = (
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def find_browser() -> Path | None:
    """The Chromium, Chrome or Edge of this machine, else Playwright's own; None where there is neither."""
    for name in NAMES:
        if found := shutil.which(name):
            return Path(found)
    places = [Path(place) for place in PLACES]
    return next((place for place in [*places, *playwrights_own()] if place.is_file()), None)


def playwrights_own() -> list[Path]:
    """Where Playwright keeps the Chromium that it downloads."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        return [Path(playwright.chromium.executable_path)]


def install_commands() -> list[list[str]]:
    """How to get a browser here: Debian's own where we may install packages, else Playwright's download."""
    if is_debian() and hasattr(os, "geteuid") and os.geteuid() == 0:
        install = ["apt-get", "install", "-qq", "-y", "--no-install-recommends", "chromium", "fonts-liberation"]
        return [["apt-get", "update", "-qq"], install]
    return [[sys.executable, "-m", "playwright", "install", "chromium"]]


def is_debian(os_release: Path = Path("/etc/os-release")) -> bool:
    """Whether packages of Debian's own can be had; Ubuntu's `chromium` is a snap, which no container runs."""
    return os_release.is_file() and "ID=debian" in os_release.read_text().splitlines() and bool(shutil.which("apt-get"))


def main() -> int:
    """Find or install a browser; the exit status."""
    if not find_browser():
        for command in install_commands():
            subprocess.run(command, env={**os.environ, "DEBIAN_FRONTEND": "noninteractive"}, check=False)
    found = find_browser()
    if not found:
        sys.stderr.write("There is no browser for the tests. Install Chromium or Chrome, then try again.\n")
        return 1
    sys.stdout.write(f"The tests' browser is {found}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
