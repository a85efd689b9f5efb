"""`rapportkit start`: lessons, settings and the page are really there, and Ctrl-C stops it all."""

from __future__ import annotations

import json
import os
import re
import signal
import socket
import subprocess
import sys
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import psutil
import pytest

from rapportkit.cli import start as module
from rapportkit.errors import RapportError
from rapportkit.views.bring_file import MOST_UPLOADED

ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/\S+")


def listen_for_ctrl_c() -> None:
    """Whoever runs the tests in the background has Ctrl-C switched off for all that they start."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


class Server:
    """A `rapportkit start` in a process of its own, asked over HTTP."""

    def __init__(
        self, folder: Path, home: Path, *options: str, python: Path | str = sys.executable, **env: str
    ) -> None:
        # Nothing of the person who runs the tests gets in: no settings, no workbook of theirs.
        own = {"HOME": str(home), "USERPROFILE": str(home), "JUPYTER_CONFIG_DIR": str(home / "jupyter")}
        inherited = {name: value for name, value in os.environ.items() if name != module.WORKBOOK_VARIABLE}
        command = [str(python), "-c", "from rapportkit.cli import main; main()", "start", "--no-browser"]
        self.process = subprocess.Popen(
            [*command, "--folder", str(folder), *options],
            env=inherited | own | env | {"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            preexec_fn=listen_for_ctrl_c if os.name == "posix" else None,  # noqa: PLW1509 - no threads here
        )
        self.said = ""
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.said += line
            if "Ctrl-C" in line:
                break
        found = ADDRESS.search(self.said)
        assert found, self.said + self.stop(signal.SIGTERM)
        self.address = found[0]
        self.base = self.address.partition("/doc/")[0]
        self.token = parse_qs(urlsplit(self.address).query)["token"][0]

    def get(self, path: str) -> bytes:
        request = urllib.request.Request(self.base + path, headers={"Authorization": f"token {self.token}"})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return bytes(answer.read())

    def setting(self, plugin: str, name: str) -> object:
        return json.loads(self.get(f"/lab/api/settings/{plugin}"))["schema"]["properties"][name]["default"]

    def stop(self, how: signal.Signals) -> str:
        """Stop it; what it still said, errors too."""
        self.process.send_signal(how)
        out, err = self.process.communicate(timeout=90)
        return out + err


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("home")


@pytest.fixture(scope="module")
def folder(home: Path) -> Path:
    return home / "Zoé's interviews"


@pytest.fixture(scope="module")
def server(folder: Path, home: Path) -> Iterator[Server]:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        server = Server(folder, home, "--port", str(taken.getsockname()[1]))
        yield server
    if server.process.poll() is None:
        server.stop(signal.SIGTERM)


def test_it_says_where_the_lessons_are_and_where_answers_go(server: Server, folder: Path) -> None:
    assert f"Your lessons are in {folder}" in server.said
    assert f"Your answers are saved in {folder / 'workbook.sqlite3'}" in server.said
    assert (folder / "00_welcome.ipynb").is_file()


def test_the_address_opens_the_first_lesson_in_its_own_page(server: Server) -> None:
    assert urlsplit(server.address).path == "/doc/tree/00_welcome.ipynb"
    with urllib.request.urlopen(server.address, timeout=20) as page:
        assert page.status == 200
        assert b"JupyterLab" in page.read()


def test_a_port_that_is_taken_gives_way_to_a_free_one(server: Server) -> None:
    assert "version" in json.loads(server.get("/api"))


def test_nobody_without_the_token_sees_the_folder(server: Server) -> None:
    with pytest.raises(urllib.error.HTTPError, match="403"):
        urllib.request.urlopen(server.base + "/api/contents", timeout=20)


def test_no_news_pops_up_and_the_lesson_saves_itself_every_twenty_seconds(server: Server) -> None:
    assert server.setting("@jupyterlab/apputils-extension:notification", "fetchNews") == "false"
    assert server.setting("@jupyterlab/apputils-extension:notification", "checkForUpdates") is False
    assert server.setting("@jupyterlab/docmanager-extension:plugin", "autosaveInterval") == 20


def test_it_leaves_the_learners_own_jupyter_settings_alone(server: Server, home: Path) -> None:
    assert server.process.poll() is None
    assert [path for path in home.rglob("*.json") if "settings" in path.name or "config" in path.name] == []


@pytest.fixture
def proxy() -> Iterator[socket.socket]:
    """A proxy that would notice if anybody came."""
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        listening.setblocking(False)
        yield listening


@pytest.mark.skipif(
    sys.platform == "win32", reason="a home there is made of many folders, and locking them is another tale"
)
def test_a_second_one_beside_it_with_a_locked_home_behind_a_proxy_in_a_folder_that_is_synchronised(
    server: Server, tmp_path: Path, proxy: socket.socket
) -> None:
    folder = tmp_path / "OneDrive - Müller & Søn" / "Mes leçons #1 100% (été)"
    locked = tmp_path / "locked"
    locked.write_text("a file where a home should be: nobody, not even the superuser, can write in there")
    through = f"http://127.0.0.1:{proxy.getsockname()[1]}"
    proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "HTTPS_PROXY", "https_proxy", "ALL_PROXY"), through)
    own = {"JUPYTER_CONFIG_DIR": "", "JUPYTER_DATA_DIR": "", "JUPYTER_RUNTIME_DIR": "", "IPYTHONDIR": ""}
    port = str(urlsplit(server.address).port)
    second = Server(folder, locked, "--port", port, **proxies, **own)
    try:
        assert f"Jupyter keeps its own files in '{folder / '.jupyter'}'" in second.said
        assert second.base != server.base
        assert json.loads(second.get("/api/contents/03_common_ground.ipynb"))["content"]["cells"]
        headers = {"Authorization": f"token {second.token}"}
        request = urllib.request.Request(second.base + "/api/kernels", data=b'{"name": "python3"}', headers=headers)
        with urllib.request.urlopen(request, timeout=20) as answer:
            assert answer.status == 201
        assert "version" in json.loads(server.get("/api")), "the first one goes on"
        with pytest.raises(BlockingIOError):
            proxy.accept()
    finally:
        rest = second.stop(signal.SIGTERM)
    assert "Warning" not in rest


@pytest.mark.skipif(sys.platform == "win32", reason="Windows sends no signals to another process")
def test_ctrl_c_stops_everything_and_is_no_failure(server: Server) -> None:
    headers = {"Authorization": f"token {server.token}"}
    request = urllib.request.Request(server.base + "/api/kernels", data=b'{"name": "python3"}', headers=headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        assert answer.status == 201
    kernels = psutil.Process(server.process.pid).children()
    assert kernels

    rest = server.stop(signal.SIGINT)

    assert server.process.returncode == 0
    assert "Stopped." in rest
    assert "Traceback" not in rest
    assert "eavesdropping" not in rest, "what a kernel says to its lesson is encrypted"
    _gone, left = psutil.wait_procs(kernels, timeout=10)
    assert left == []


def test_without_jupyterlab_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_spec", lambda _name: None)

    with pytest.raises(RapportError, match=re.escape('pip install "rapportkit[lab]"')):
        module.start(folder=tmp_path / "lessons")
    assert not (tmp_path / "lessons").exists()


def test_without_voila_it_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("rapportkit.cli.pages.find_spec", lambda _name: None)

    with pytest.raises(RapportError, match=re.escape('pip install "rapportkit[app]"')):
        module.start(folder=tmp_path / "lessons", app=True)
    assert not (tmp_path / "lessons").exists()


def test_where_no_port_is_free_it_is_one_sentence(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))
    monkeypatch.setattr(module, "_server", lambda _arguments: sys.exit(1))

    with pytest.raises(RapportError, match="No port is free for the lessons from 80 on"):
        module.start(folder=tmp_path / "lessons", port=80, no_browser=True)


@pytest.mark.parametrize("port", [1, 8888, 65500, 65534, 65535])
def test_jupyter_tries_no_port_beyond_the_last(tmp_path: Path, port: int) -> None:
    told = module.jupyter_arguments(tmp_path, "doc/tree/00_welcome.ipynb", port, opens=False, token="t")
    retries = next(int(one.partition("=")[2]) for one in told if one.startswith("--ServerApp.port_retries="))

    assert 0 <= retries <= 50
    assert retries == 0 or port + 2 * (retries + 1) <= module.LAST_PORT


class FakeServer:
    """A server whose loop makes one turn, in which it would have taken its port, and stops."""

    connection_url = "http://127.0.0.1:8889/"

    def __init__(self) -> None:
        self.io_loop = self.web_app = self
        self.settings: dict[str, object] = {}
        self.waiting: list[Callable[[], None]] = []

    def add_callback(self, callback: Callable[[], None]) -> None:
        self.waiting.append(callback)

    def start(self) -> None:
        for callback in self.waiting:
            callback()


def started(monkeypatch: pytest.MonkeyPatch, folder: Path, **options: object) -> list[str]:
    """What JupyterLab would have been told."""
    told: list[str] = []
    for how in ("_server", "pages_server"):
        monkeypatch.setattr(module, how, lambda arguments: told.extend(arguments) or FakeServer())
    module.start(folder=folder, **options)  # type: ignore[arg-type]
    return told


def test_a_workbook_named_in_the_environment_is_used(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))

    started(monkeypatch, tmp_path / "lessons", no_browser=True)

    assert os.environ[module.WORKBOOK_VARIABLE] == str(tmp_path / "mine.sqlite3")
    assert f"saved in {tmp_path / 'mine.sqlite3'}" in capsys.readouterr().out


def test_a_workbook_is_named_so_that_lessons_find_it_from_their_own_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, "mine.sqlite3")

    started(monkeypatch, tmp_path / "lessons", no_browser=True)

    assert os.environ[module.WORKBOOK_VARIABLE] == str(tmp_path / "mine.sqlite3")


def test_a_browser_opens_only_where_there_is_one_with_a_window(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))
    monkeypatch.setattr(module, "can_open_a_browser", lambda: True)
    assert "--ServerApp.open_browser=True" in started(monkeypatch, tmp_path / "lessons")
    assert "Your browser opens by itself" in capsys.readouterr().out
    assert "--ServerApp.open_browser=False" in started(monkeypatch, tmp_path / "lessons", no_browser=True)

    monkeypatch.setattr(module, "can_open_a_browser", lambda: False)
    assert "--ServerApp.open_browser=False" in started(monkeypatch, tmp_path / "lessons")
    assert "Open this address in a browser" in capsys.readouterr().out


def test_a_terminal_without_windows_opens_no_browser(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "BROWSER"):
        monkeypatch.delenv(name, raising=False)

    assert not module.can_open_a_browser()


def test_pages_are_opened_on_the_list_of_lessons_in_the_same_safety(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))

    pages = started(monkeypatch, tmp_path / "lessons", no_browser=True, app=True)

    assert "http://127.0.0.1:8889/voila?token=" in capsys.readouterr().out
    assert "--ServerApp.ip=127.0.0.1" in pages
    token = next(one for one in pages if one.startswith("--IdentityProvider.token="))
    assert len(token.partition("=")[2]) == 48
    lab = started(monkeypatch, tmp_path / "lessons", no_browser=True)
    assert [one.partition("=")[0] for one in pages] == [one.partition("=")[0] for one in lab]


@pytest.mark.parametrize("app", [False, True])
def test_a_large_file_gets_through_to_a_lesson_and_to_a_page(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, app: bool
) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))
    server = FakeServer()
    for how in ("_server", "pages_server"):
        monkeypatch.setattr(module, how, lambda _arguments: server)

    module.start(folder=tmp_path / "lessons", no_browser=True, app=app)

    most = server.settings["websocket_max_message_size"]
    assert isinstance(most, int)
    assert most > MOST_UPLOADED
    assert server.settings["page_config_data"] == {"rapportkitLargestMessage": str(most)}


def test_a_kernel_whose_page_was_closed_is_stopped_after_twenty_minutes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(module.WORKBOOK_VARIABLE, str(tmp_path / "mine.sqlite3"))
    told = started(monkeypatch, tmp_path / "lessons", no_browser=True)

    assert "--MappingKernelManager.cull_idle_timeout=1200" in told
    assert not [one for one in told if "cull_connected" in one], "not one whose page is open"


def test_only_the_superuser_is_allowed_to_be_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> list[str]:
        return module.jupyter_arguments(tmp_path, "doc/tree/00_welcome.ipynb", 8888, opens=False, token="t")

    monkeypatch.setattr(module, "is_root", lambda: False)
    assert "--ServerApp.allow_root=True" not in told()
    monkeypatch.setattr(module, "is_root", lambda: True)
    assert "--ServerApp.allow_root=True" in told()
    assert "--ServerApp.ip=127.0.0.1" in told()
