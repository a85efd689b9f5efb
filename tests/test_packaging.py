"""What is shipped is whole, and lessons are found wherever rapportkit was installed from."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement

import rapportkit
from rapportkit.lessons import lessons
from tests.test_start import Server

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
SETTINGS = "share/jupyter/lab/settings/overrides.d/rapportkit.json"
EXTENSION = "share/jupyter/labextensions/rapportkit"
WAYS = ("wheel", "sdist", "editable")


def build(source: Path, kind: str, out: Path) -> Path:
    """What the build backend makes of *source*: a wheel, an sdist, or the wheel of an editable install."""
    from build import ProjectBuilder

    return Path(ProjectBuilder(source, runner=_quietly).build(kind, out))


def _quietly(command: list[str], cwd: str | None = None, extra_environ: dict[str, str] | None = None) -> None:
    subprocess.run(command, cwd=cwd, env={**os.environ, **(extra_environ or {})}, check=True, capture_output=True)


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """The sdist, and the wheels that the three ways of installing come down to."""
    out = tmp_path_factory.mktemp("built")
    archive = build(ROOT, "sdist", out)
    with tarfile.open(archive) as tar:
        tar.extractall(out / "unpacked", filter="data")
    (unpacked,) = (out / "unpacked").iterdir()
    return {
        "archive": archive,
        "unpacked": unpacked,
        "wheel": build(ROOT, "wheel", out / "from-checkout"),
        "sdist": build(unpacked, "wheel", out / "from-sdist"),
        "editable": build(ROOT, "editable", out / "editable"),
    }


class Installed:
    """A fresh environment with rapportkit in it, which borrows what rapportkit needs from the one of the tests."""

    def __init__(self, folder: Path, wheel: Path) -> None:
        venv.create(folder / "env", with_pip=False, symlinks=os.name != "nt")
        self.folder = folder
        self.env = folder / "env"
        self.bin = self.env / ("Scripts" if os.name == "nt" else "bin")
        quiet = ["--quiet", "--disable-pip-version-check", "--no-deps", "--no-index"]
        pip = [sys.executable, "-m", "pip", "--python", str(self.bin / "python")]
        subprocess.run([*pip, "install", *quiet, str(wheel)], check=True, capture_output=True, timeout=120)
        # Borrowed only now: pip must not take the tests' own rapportkit for one that is installed here. A folder that
        # a .pth file names is searched, but its own .pth files are not read: an editable rapportkit stays there.
        (self.site / "borrowed.pth").write_text(sysconfig.get_path("purelib") + "\n", encoding="utf-8")

    @property
    def site(self) -> Path:
        return Path(self._run(self.bin / "python", "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"))

    def python(self, code: str) -> str:
        return self._run(self.bin / "python", "-c", code)

    def rapportkit(self, *arguments: str) -> str:
        return self._run(self.bin / "rapportkit", *arguments)

    def _run(self, *command: str | Path) -> str:
        done = subprocess.run(
            list(map(str, command)),
            cwd=self.folder,
            env={name: value for name, value in os.environ.items() if name != "PYTHONPATH"} | {"PYTHONUTF8": "1"},
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=120,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()


@pytest.fixture(scope="session", params=WAYS)
def installed(
    request: pytest.FixtureRequest, built: dict[str, Path], tmp_path_factory: pytest.TempPathFactory
) -> Installed:
    return Installed(tmp_path_factory.mktemp(request.param), built[request.param])


def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".ipynb_checkpoints" not in name}


@pytest.mark.packaging
def test_the_wheel_has_all_lessons_data_and_settings_and_no_tests(built: dict[str, Path]) -> None:
    there = names(built["wheel"])
    package = {
        path.relative_to(ROOT).as_posix()
        for path in (ROOT / "rapportkit").rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }

    assert package <= there
    assert {f"rapportkit/_lessons/{lesson.name}" for lesson in lessons()} <= there
    assert any(name.startswith("rapportkit/_exercises/") for name in there)
    assert any(name.endswith(f".data/data/{SETTINGS}") for name in there)
    assert any(name.endswith(f".data/data/{EXTENSION}/manifest.json") for name in there)
    assert any(name.endswith("licenses/LICENSE") for name in there)
    assert not [name for name in there if name.startswith("tests/")]


@pytest.mark.packaging
def test_lessons_are_shipped_to_the_letter(built: dict[str, Path]) -> None:
    with zipfile.ZipFile(built["wheel"]) as archive:
        for lesson in lessons():
            assert archive.read(f"rapportkit/_lessons/{lesson.name}") == lesson.read_bytes()


@pytest.mark.packaging
def test_a_build_with_a_stale_list_of_lessons_fails_and_says_what_to_do(built: dict[str, Path], tmp_path: Path) -> None:
    from build import BuildBackendException

    source = shutil.copytree(built["unpacked"], tmp_path / "source")
    lesson = source / "notebooks" / "03_common_ground.ipynb"
    lesson.write_text(lesson.read_text(encoding="utf-8").replace("choose_ground(lesson)", "choose_ground( lesson)"))

    with pytest.raises(BuildBackendException) as failed:
        build(source, "wheel", tmp_path / "out")

    assert isinstance(failed.value.exception, subprocess.CalledProcessError)
    assert b"Run `make tidy`" in failed.value.exception.stderr
    assert not list((tmp_path / "out").glob("*.whl"))


@pytest.mark.packaging
def test_the_sdist_makes_the_same_wheel_and_carries_its_tests(built: dict[str, Path]) -> None:
    assert names(built["sdist"]) == names(built["wheel"])
    assert (built["unpacked"] / "tests" / "test_packaging.py").is_file()
    assert (built["unpacked"] / "LICENSE").is_file()


@pytest.mark.packaging
def test_lessons_and_exercises_are_found(installed: Installed) -> None:
    found = installed.python(
        "import json; from rapportkit.lessons import *; import rapportkit.lessons as l;"
        "print(json.dumps([[p.name for p in l.lessons()], str(l.exercises_folder()), str(l.lessons_folder())]))"
    )

    in_order, exercises, folder = json.loads(found)
    assert in_order == [lesson.name for lesson in lessons()]
    assert Path(exercises).is_dir()
    from_checkout = Path(folder) == ROOT / "notebooks"
    assert from_checkout == ("editable" in str(installed.folder))


@pytest.mark.packaging
def test_a_learners_folder_is_filled(installed: Installed) -> None:
    installed.python("from pathlib import Path; from rapportkit.lessons import put_lessons; put_lessons(Path('mine'))")

    assert {path.name for path in (installed.folder / "mine").glob("*.ipynb")} == {path.name for path in lessons()}


@pytest.mark.packaging
def test_jupyterlab_finds_our_settings(installed: Installed) -> None:
    settings = json.loads((installed.env / SETTINGS).read_text(encoding="utf-8"))

    assert settings == json.loads((ROOT / "rapportkit/labextension/settings.json").read_text(encoding="utf-8"))


@pytest.mark.packaging
def test_jupyterlab_finds_the_extension_that_runs_lessons(installed: Installed) -> None:
    there = {path.name: path.read_bytes() for path in (installed.env / EXTENSION).iterdir() if path.is_file()}
    ours = {path.name: path.read_bytes() for path in (ROOT / "rapportkit/labextension").iterdir()}

    assert there == {name: content for name, content in ours.items() if name != "settings.json"}
    fresh = {path.name: path.read_bytes() for path in (installed.env / EXTENSION / "lessons").glob("*.ipynb")}
    assert fresh == {path.name: path.read_bytes() for path in lessons()}


@pytest.mark.packaging
@pytest.mark.parametrize("installed", ["wheel"], indirect=True)
def test_a_jupyterlab_that_was_there_before_opens_and_serves_all_that_a_lesson_needs(installed: Installed) -> None:
    lab = Path(sysconfig.get_path("data")) / "share" / "jupyter" / "lab"
    home = installed.folder / "home"
    server = Server(home / "lessons", home, python=installed.bin / "python", JUPYTERLAB_DIR=str(lab), JUPYTER_PATH="")
    try:
        page = server.get("/doc/tree/00_welcome.ipynb")
        served = {name: server.get(f"/lab/extensions/rapportkit/{name}") for name in ("manifest.json", "room.js")}
        fresh = server.get("/lab/extensions/rapportkit/lessons/00_welcome.ipynb")
    finally:
        server.stop(signal.SIGTERM)

    assert re.search(rb'"name": "rapportkit"', page), "JupyterLab knows the extension"
    there = installed.env / EXTENSION
    assert served == {name: (there / name).read_bytes() for name in served}
    assert fresh == lessons()[0].read_bytes()


@pytest.mark.packaging
def test_the_command_is_there(installed: Installed) -> None:
    assert "common-ground" in installed.rapportkit("--help")


def test_the_version_is_said_once() -> None:
    assert rapportkit.__version__ == PROJECT["version"]


def test_binder_installs_what_we_require() -> None:
    lines = (ROOT / "binder" / "requirements.txt").read_text(encoding="utf-8").splitlines()
    pins = {name: version for name, _, version in (line.partition("==") for line in lines if not line.startswith("#"))}
    lab = [text for text in PROJECT["optional-dependencies"]["lab"] if not text.startswith("papermill")]
    on_linux = {"platform_system": "Linux", "sys_platform": "linux"}

    for needed in map(Requirement, [*PROJECT["dependencies"], *lab]):
        if needed.marker is None or needed.marker.evaluate(on_linux):
            assert needed.specifier.contains(pins[needed.name.lower()]), needed
    assert all(version and "://" not in version for version in pins.values()), "pins only: anything else is slow there"
