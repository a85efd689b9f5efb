"""
The workbook as a site without a server: JupyterLite, Python in the browser, the lessons and rapportkit.

`make site` makes it in `dist/site`: a folder of plain files for any web host. Whatever a lesson
asks for lies in that folder; once it is open, nothing is fetched from anywhere else.
"""

from __future__ import annotations

import hashlib
import json
import shutil
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from jupyterlite_pyodide_kernel.constants import PYODIDE_KERNEL_PLUGIN_ID, PYODIDE_PYTHON_VERSION, PYODIDE_VERSION
from packaging.utils import parse_wheel_filename

from rapportkit.lessons import lessons

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
SITE = ROOT / "dist" / "site"
PINS = HERE / "requirements.txt"
COMPILE = HERE / "compile.mjs"
KEPT = ROOT / "build" / "site"
"""Where stays what came from a registry: a second build asks for nothing."""

INSTALLED = Path(sys.prefix) / "share" / "jupyter" / "labextensions"
KERNEL = INSTALLED / "@jupyterlite" / "pyodide-kernel-extension"
EXTENSIONS = (INSTALLED / "@jupyter-widgets" / "jupyterlab-manager", KERNEL)
OURS = ROOT / "rapportkit" / "labextension"
CORE = ("pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm")
LIBRARY = "python_stdlib.zip"
SPEC = {"display_name": "Python (Pyodide)", "language": "python", "name": "python"}
SURROUNDINGS = {"RAPPORTKIT_WORKBOOK": "/home/pyodide/workbook.sqlite3", "RAPPORTKIT_KEPT": "/drive/workbook.sqlite3"}
"""A lesson works on the workbook in memory; what it saves is kept on the drive, which is the browser's storage."""

STAND_INS: dict[str, dict[str, str]] = {
    "jedi": {},
    "micropip": {},
    # Imported before anything else: from here on no import asks the drive, which takes a request to the page each time.
    "piplite": {"piplite/__init__.py": "import sys\nsys.path.remove('')\n", "piplite/piplite.py": ""},
}
SPED_UP = "markupsafe==3.0.4"
"""jinja2, with which pages are made, needs it; only its compiled part, which it does without, is for no browser."""
LOCK = "pyodide-lock.json"
WORKBOOK = {"name": "workbook", "extensions": [".sqlite3"], "fileFormat": "base64", "mimeTypes": ["application/sqlite"]}


def main() -> int:
    """Make the site; the exit status."""
    try:
        make()
    except OutOfReach as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


class OutOfReach(Exception):
    """What a registry, or a command of this machine's, would have to give, and does not."""


def make() -> None:
    """Make the site anew."""
    began = time.monotonic()
    room = KEPT / "room"
    shutil.rmtree(room, ignore_errors=True)
    shutil.rmtree(SITE, ignore_errors=True)
    names = put_python(room / "static" / "pyodide")
    put_lessons(room)
    put_settings(room, names)
    run("-m", "jupyter", "lite", "build", "--lite-dir", str(room), "--output-dir", str(SITE), here=room)
    # In the room, or it would remember an earlier build, and leave out what it then had done.
    if f"./static/pyodide/{CORE[0]}" not in (SITE / "jupyter-lite.json").read_text(encoding="utf-8"):
        raise RuntimeError("The site would fetch Python from elsewhere: jupyter-lite.json does not say where it lies.")
    put_door(SITE)
    size = sum(file.stat().st_size for file in SITE.rglob("*") if file.is_file())
    sys.stdout.write(f"The site is in {SITE}: {size / 1e6:.0f} MB, made in {time.monotonic() - began:.0f} s.\n")


def put_python(folder: Path) -> list[str]:
    """Put Python for the browser and all packages into *folder*, and the list by which it finds them; their names."""
    folder.mkdir(parents=True)
    core = pyodide()
    for name in CORE:
        shutil.copy(core / name, folder)
    lock = json.loads((core / LOCK).read_text(encoding="utf-8"))
    abi = lock["info"]["abi_version"]
    pinned = pinned_wheels(PINS.read_text(encoding="utf-8").split("\n"), f"pyemscripten_{abi}_wasm32")
    plain = [in_plain_python(wheel) for wheel in pinned_wheels([SPED_UP], "manylinux2014_x86_64")]
    wheels = [*pinned, *plain, *kernel_wheels(), *stand_ins(), own_wheel()]
    _, *packages = [Path(shutil.copy(file, folder)) for file in compiled(core, [core / LIBRARY, *wheels])]
    lock["packages"] = dict(map(entry, packages))
    (folder / LOCK).write_text(json.dumps(lock, indent=1), encoding="utf-8")
    return list(lock["packages"])


def pyodide() -> Path:
    """The folder with Python for the browser, in the version that the kernel is made for."""
    folder = KEPT / f"pyodide-{PYODIDE_VERSION}"
    if not folder.is_dir():
        KEPT.mkdir(parents=True, exist_ok=True)
        ask("npm", "pack", "--silent", f"pyodide@{PYODIDE_VERSION}")
        with tarfile.open(KEPT / f"pyodide-{PYODIDE_VERSION}.tgz") as archive:
            archive.extractall(folder, filter="data")
    return folder / "package"


def pinned_wheels(pins: list[str], platform: str) -> list[Path]:
    """The wheels of these pins, for the Python in the browser on a platform."""
    pins = [pin for pin in pins if pin and not pin.startswith("#")]
    folder = KEPT / f"wheels-{platform}-{hashlib.sha256(' '.join(pins).encode()).hexdigest()[:8]}"
    if not folder.is_dir():
        part = folder.with_name(f"{folder.name}.part")
        python = ("--python-version", PYODIDE_PYTHON_VERSION, "--implementation", "cp", "--platform", platform)
        what = ("--only-binary=:all:", "--no-deps", "--dest", str(part), *pins)
        ask(sys.executable, "-m", "pip", "download", "--quiet", *python, *what)
        part.rename(folder)
    return sorted(folder.glob("*.whl"))


def in_plain_python(wheel: Path) -> Path:
    """The wheel without what is compiled for a machine, where its code does without that."""
    name, version, _, _ = parse_wheel_filename(wheel.name)
    plain = KEPT / f"{name}-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel) as all_of_it, zipfile.ZipFile(plain, "w") as rest:
        for file in all_of_it.infolist():
            if not file.filename.endswith((".so", ".pyd")):
                rest.writestr(zipfile.ZipInfo(file.filename), all_of_it.read(file))
    return plain


def kernel_wheels() -> list[Path]:
    """What the kernel brings of its own."""
    return [next((KERNEL / "static" / "pypi").glob(f"{name}-*.whl")) for name in ("pyodide_kernel", "ipykernel")]


def stand_ins() -> list[Path]:
    """
    Wheels in place of packages that the kernel asks for and no lesson needs.

    Nothing is installed here, and nobody completes code: that saves seconds of each start.
    """
    folder = KEPT / "stand-ins"
    folder.mkdir(exist_ok=True)
    wheels = []
    for name, files in STAND_INS.items():
        wheels.append(folder / f"{name}-0-py3-none-any.whl")
        with zipfile.ZipFile(wheels[-1], "w") as wheel:
            for file, text in {f"{name}-0.dist-info/METADATA": f"Name: {name}\nVersion: 0\n", **files}.items():
                wheel.writestr(zipfile.ZipInfo(file), text)
    return wheels


def own_wheel() -> Path:
    """The wheel of rapportkit as it is here."""
    folder = KEPT / "own"
    shutil.rmtree(folder, ignore_errors=True)
    run("-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT))
    return next(folder.glob("*.whl"))


def compiled(core: Path, wheels: list[Path]) -> list[Path]:
    """The wheels with their code compiled; those that stay as they are from build to build, once."""
    folder = KEPT / f"compiled-{PYODIDE_VERSION}-{hashlib.sha256(COMPILE.read_bytes()).hexdigest()[:8]}"
    folder.mkdir(exist_ok=True)
    places = [folder / hashlib.sha256(wheel.read_bytes()).hexdigest()[:16] / wheel.name for wheel in wheels]
    for place in places:
        place.parent.mkdir(exist_ok=True)
    wanted = [str(path) for pair in zip(wheels, places, strict=True) if not pair[1].exists() for path in pair]
    subprocess.run(["node", str(COMPILE), str(core), *wanted], check=True, timeout=300)
    return places


def entry(wheel: Path) -> tuple[str, dict[str, Any]]:
    """How a wheel stands in the list of packages: all are loaded at once, so none names what it needs."""
    name, version, _, _ = parse_wheel_filename(wheel.name)
    return name, {
        "name": name,
        "version": str(version),
        "file_name": wheel.name,
        "install_dir": "site",
        "sha256": hashlib.sha256(wheel.read_bytes()).hexdigest(),
        "package_type": "package",
        "imports": [],
        "depends": [],
        "unvendored_tests": False,
    }


def put_lessons(room: Path) -> None:
    """
    Put the lessons into the room's drive, each asking for the one kernel that is there, so that nobody is asked.

    Our extension has them too, for whoever takes a fresh one.
    """
    (room / "files").mkdir()
    for lesson in lessons():
        notebook = json.loads(lesson.read_bytes())
        notebook["metadata"]["kernelspec"] = SPEC
        (room / "files" / lesson.name).write_text(json.dumps(notebook, indent=1), encoding="utf-8")
    shutil.copytree(room / "files", shutil.copytree(OURS, room / "extension") / "lessons")


def put_settings(room: Path, packages: Iterable[str]) -> None:
    """Tell JupyterLite what to build, and the page what to load."""
    kernel = {"pyodideUrl": f"./static/pyodide/{CORE[0]}", "disablePyPIFallback": True}
    kernel["loadPyodideOptions"] = {"packages": sorted(packages), "env": SURROUNDINGS}
    page = {"appName": "rapportkit", "litePluginSettings": {PYODIDE_KERNEL_PLUGIN_ID: kernel}}
    build = {
        "apps": ["lab"],
        "ignore_sys_prefix": True,
        "federated_extensions": [str(folder) for folder in (*EXTENSIONS, room / "extension")],
        "no_sourcemaps": True,
        "no_unused_shared_packages": True,
        "extra_file_types": {"workbook": WORKBOOK},
    }
    (room / "lab").mkdir()
    for name, content in {
        "lab/jupyter-lite.json": {"jupyter-lite-schema-version": 0, "jupyter-config-data": {"mode": "single-document"}},
        "jupyter-lite.json": {"jupyter-lite-schema-version": 0, "jupyter-config-data": page},
        "jupyter_lite_config.json": {"LiteBuildConfig": build},
    }.items():
        (room / name).write_text(json.dumps(content, indent=1), encoding="utf-8")
    shutil.copy(ROOT / "rapportkit" / "labextension" / "settings.json", room / "overrides.json")


def put_door(site: Path) -> None:
    """Lead whoever comes to the site's address to the first lesson, and give its pages their name."""
    shutil.copy(HERE / "index.html", site)
    page = site / "lab" / "index.html"
    head = '<title>rapportkit</title><link rel="icon" href="favicon.ico">'
    page.write_text(page.read_text(encoding="utf-8").replace("<title>JupyterLite</title>", head), encoding="utf-8")


def ask(*command: str) -> None:
    """
    Have a package client bring what it is asked for.

    Raises:
        OutOfReach: it is not there, or cannot reach its registry.
    """
    try:
        subprocess.run(command, cwd=KEPT, check=True, timeout=180)
    except (OSError, subprocess.SubprocessError) as error:
        raise OutOfReach(
            f"The packages for the site could not be had ({error}). It needs npm, and the network once."
        ) from None


def run(*arguments: str, here: Path = KEPT) -> None:
    """Run Python with these arguments in a folder."""
    subprocess.run([sys.executable, *arguments], cwd=here, check=True, timeout=300)


if __name__ == "__main__":
    sys.exit(main())
