"""A file is written whole, or it is as it was before."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from rapportkit import disk
from rapportkit.disk import write_streamed, write_whole


def test_pieces_become_one_file_and_nothing_lies_beside_it(tmp_path: Path) -> None:
    write_whole(tmp_path / "page.html", b"one ", b"two")

    assert (tmp_path / "page.html").read_bytes() == b"one two"
    assert len(list(tmp_path.iterdir())) == 1


def test_what_breaks_off_leaves_the_older_file_as_it_was(tmp_path: Path) -> None:
    def breaks() -> Iterator[bytes]:
        yield b"half"
        raise KeyboardInterrupt

    (tmp_path / "page.html").write_bytes(b"older")
    with pytest.raises(KeyboardInterrupt):
        write_streamed(tmp_path / "page.html", breaks())

    assert (tmp_path / "page.html").read_bytes() == b"older"
    assert len(list(tmp_path.iterdir())) == 1


def test_where_an_open_file_cannot_be_replaced_it_is_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on Windows, while OneDrive has it open."""
    (tmp_path / "page.html").write_bytes(b"older")
    replace, tried = Path.replace, list[Path]()

    def open_at_first(beside: Path, path: Path) -> None:
        tried.append(path)
        if len(tried) < 3:
            raise PermissionError(13, "Access is denied")
        replace(beside, path)

    monkeypatch.setattr(disk, "PAUSES", (0, 0, 0))
    monkeypatch.setattr(Path, "replace", open_at_first)
    write_whole(tmp_path / "page.html", b"new")

    assert (tmp_path / "page.html").read_bytes() == b"new"
    tried[:] = []
    monkeypatch.setattr(disk, "PAUSES", ())
    with pytest.raises(PermissionError):
        write_whole(tmp_path / "page.html", b"newer")
    assert [path.name for path in tmp_path.iterdir()] == ["page.html"]


def test_a_folder_that_is_not_there_is_the_callers_to_explain(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        write_whole(tmp_path / "none" / "page.html", b"x")
