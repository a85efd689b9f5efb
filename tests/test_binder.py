"""What Binder makes of this repository: the recipe, an environment made by it, and the lesson that opens there."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import stat
import subprocess
import sys
import time
import tomllib
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from rapportkit.lessons import lessons

ROOT = Path(__file__).resolve().parent.parent
BINDER = ROOT / "binder"
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
ROUTE = "doc/tree/notebooks/00_welcome.ipynb"
PYTHON = BINDER.joinpath("runtime.txt").read_text(encoding="utf-8").strip().removeprefix("python-")

on_linux = pytest.mark.skipif(sys.platform != "linux", reason="Binder is Linux: its pins and its recipe are for that")


def newest_tag() -> str:
    """The tag of the newest release that the changelog tells of; the newest state of all until there is one."""
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    released = re.findall(r"^## v?([0-9]+\.[0-9]+\.[0-9]+)", changelog, re.MULTILINE)
    assert not released or released[0] == PROJECT["version"]
    return f"v{released[0]}" if released else "HEAD"


def test_readmes_badge_leads_to_the_public_address_at_the_newest_release() -> None:
    repository = urlsplit(PROJECT["urls"]["Repository"]).path.strip("/")
    shown = re.findall(r"\(https://mybinder\.org/v2/gh/([^)]*)\)", (ROOT / "README.md").read_text(encoding="utf-8"))

    assert shown == [f"{repository}/{newest_tag()}?urlpath={ROUTE}"]
    assert (ROOT / ROUTE.removeprefix("doc/tree/")).is_file()


def test_what_binder_installs_are_pins_and_no_hosts() -> None:
    lines = BINDER.joinpath("requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if not line.startswith("#")]

    assert all(re.fullmatch(r"[a-z0-9][a-z0-9-]*==[0-9][0-9a-z.]*", pin) for pin in pins)
    assert not [line for line in lines if "://" in line]


def test_the_page_for_a_class_names_the_tag_and_the_buttons_that_are_there() -> None:
    page = BINDER.joinpath("README.md").read_text(encoding="utf-8")

    assert f"`{newest_tag()}`" in page
    panels = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "rapportkit" / "views").glob("*.py"))
    for button in re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", page):
        assert button == "Welcome" or f'press("{button}"' in panels or f'upload("{button}"' in panels, button


@on_linux
def test_repo2docker_takes_the_python_the_pins_and_the_last_step_and_in_an_order_that_it_can_keep() -> None:
    """`--no-build --debug` prints the Dockerfile that Binder would build, and builds nothing."""
    command = [sys.executable, "-m", "repo2docker", "--no-build", "--debug", str(ROOT)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, timeout=120)
    assert done.returncode == 0, done.stderr
    recipe = done.stdout + done.stderr

    steps = [
        'pip install --no-cache-dir -r "binder/requirements.txt"',
        "# Copy stuff.",
        "RUN chmod +x binder/postBuild",
        "RUN ./binder/postBuild",
    ]
    assert sorted(steps, key=recipe.index) == steps
    assert f"python={PYTHON}" in recipe


class Session:
    """A fresh environment with what Binder would have put into it, and a copy of the repository."""

    def __init__(self, folder: Path) -> None:
        self.repository, self.bin = folder / "rapportkit", folder / "env" / "bin"
        ignored = shutil.ignore_patterns(".git", ".venv", ".*_cache", "__pycache__", "dist", "build", "tests")
        shutil.copytree(ROOT, self.repository, ignore=ignored)
        self.env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "RAPPORTKIT"))}
        self.env |= {"HOME": str(folder), "BINDER_SERVICE_HOST": "192.0.2.1"}
        self.env["PATH"] = f"{self.bin}{os.pathsep}{os.environ['PATH']}"
        cache = subprocess.check_output([sys.executable, "-m", "uv", "cache", "dir"], text=True).strip()
        self.env["UV_CACHE_DIR"] = cache
        self.do(sys.executable, "-m", "uv", "venv", "--quiet", "--seed", "--python", _python(), folder / "env")
        # Named, since uv otherwise takes the environment that it was itself installed in.
        self.here = ("--python", self.bin / "python")
        self.do(sys.executable, "-m", "uv", "pip", "install", "--quiet", *self.here, "-r", "binder/requirements.txt")
        self.do("binder/postBuild")

    def do(self, *command: str | Path) -> str:
        done = subprocess.run(
            list(map(str, command)),
            cwd=self.repository,
            env=self.env,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=280,
        )
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout


def _python() -> str:
    """The Python that Binder takes; where this machine has none, our own, which the pins are for as well."""
    found = subprocess.run(
        [sys.executable, "-m", "uv", "python", "find", "--no-python-downloads", PYTHON],
        capture_output=True,
        text=True,
        check=False,
    )
    return found.stdout.strip() or sys.executable


@pytest.fixture(scope="module")
def session(tmp_path_factory: pytest.TempPathFactory) -> Session:
    return Session(tmp_path_factory.mktemp("binder"))


@pytest.fixture
def address(session: Session) -> Iterator[str]:
    """JupyterLab as Binder starts it: over the whole repository, with a token."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    options = ["--ip=127.0.0.1", f"--port={port}", "--no-browser", "--IdentityProvider.token=t", "--allow-root"]
    with (session.repository.parent / "server.txt").open("w") as said:
        server = subprocess.Popen(
            [session.bin / "jupyter", "lab", *options],
            cwd=session.repository,
            env=session.env,
            stdout=said,
            stderr=said,
        )
        try:
            yield f"http://127.0.0.1:{port}"
        finally:
            server.terminate()
            server.wait(timeout=30)


def get(address: str) -> bytes:
    """The page at *address*, as soon as somebody serves it."""
    request = urllib.request.Request(address, headers={"Authorization": "token t"})
    deadline = time.monotonic() + 120
    while True:
        try:
            with urllib.request.urlopen(request, timeout=60) as page:
                return bytes(page.read())
        except urllib.error.HTTPError:
            raise
        except OSError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.2)


@on_linux
@pytest.mark.packaging
@pytest.mark.timeout(420)
def test_the_last_step_installs_rapportkit_itself_and_nothing_is_amiss(session: Session) -> None:
    assert BINDER.joinpath("postBuild").stat().st_mode & stat.S_IXUSR
    assert session.do("rapportkit", "workbook", "--help")
    session.do(sys.executable, "-m", "uv", "pip", "check", *session.here)
    found = session.do(session.bin / "python", "-c", "import rapportkit; print(rapportkit.__file__)")
    assert Path(found.strip()).is_relative_to(session.repository)  # the one of the checkout, where Binder stands


@on_linux
@pytest.mark.packaging
@pytest.mark.timeout(420)
def test_the_address_of_the_badge_opens_the_welcome_lesson(address: str) -> None:
    assert b"JupyterLab" in get(f"{address}/{ROUTE}")
    lesson = json.loads(get(f"{address}/api/contents/{ROUTE.removeprefix('doc/tree/')}"))
    assert lesson["content"]["cells"]
    assert json.loads(get(f"{address}/api/kernelspecs"))["kernelspecs"]["python3"]


@on_linux
@pytest.mark.packaging
@pytest.mark.timeout(420)
def test_every_lesson_runs_there_and_says_that_nothing_is_kept(session: Session) -> None:
    names = [f"notebooks/{lesson.name}" for lesson in lessons()]
    session.do(session.bin / "jupyter", "nbconvert", "--to", "notebook", "--execute", "--output-dir", "ran", *names)
    for name in names:
        ran = json.loads(session.repository.joinpath("ran", Path(name).name).read_text(encoding="utf-8"))
        shown = json.dumps(ran["metadata"]["widgets"])
        assert "Nothing is kept here" in shown
        assert "Real names do not belong here" in shown
        assert "Prepare my download" in shown
