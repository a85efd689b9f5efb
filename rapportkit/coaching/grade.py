"""A class marked, in chunks over the cores or a cluster; each is kept when it is done, so a run can be stopped."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, ProcessPoolExecutor, wait
from contextlib import AbstractContextManager, contextmanager, nullcontext
from itertools import islice
from multiprocessing import connection, get_context, parent_process
from pathlib import Path
from threading import Thread
from typing import NamedTuple

from rapportkit import __version__
from rapportkit.coaching.collect import Newest, newest
from rapportkit.coaching.desk import Desk, write_streamed, write_whole
from rapportkit.coaching.marking import Marked, Paper, exercises_as_json, mark_chunk
from rapportkit.disk import LEFT_OVER
from rapportkit.errors import RapportError, UnreadableFile

MARKS = "marks.jsonl"
"""The marks of the whole class, one learner a line, in the order of the list."""

PARTS = "marks"
CHUNK = 40
"""Hand-ins: a second or so of work, beside which handing it over is nothing."""

WORTH_A_SECOND_CORE = 600
"""Hand-ins: a worker takes seconds to wake and to read the word lists."""


_AT_ONCE_AWAY = 64
"""Chunks on their way to a cluster, some 20 MB: nobody tells us how many workers it has."""


class Grading(NamedTuple):
    """How many hand-ins the class has, in how many chunks, and how many of these were marked in this run."""

    hand_ins: int
    chunks: int
    marked_now: int


class _Chunk(NamedTuple):
    path: Path
    papers: tuple[Newest, ...]


def grade(
    folder: Path,
    desk: Desk,
    workers: int = 0,
    executor: AbstractContextManager[Executor] | None = None,
    tick: Callable[[int, int], None] = lambda _done, _all: None,
) -> Grading:
    """
    Mark everybody's newest hand-in by the rules; `folder/marks.jsonl` is the same however it is done.

    A chunk that is marked is kept at once: a run that was killed goes on where it was, and one after new hand-ins marks
    only the chunks that they are in. With *workers* 0, the cores decide; *executor* takes the work elsewhere. *tick*
    is told how many chunks are done, and of how many.

    Raises:
        RapportError: the folder cannot be written, or a worker died; what is marked is kept.
    """
    chunks = _chunks(folder, desk)
    todo = [chunk for chunk in chunks if not chunk.path.exists()]
    hand_ins = sum(len(chunk.papers) for chunk in chunks)
    tick(len(chunks) - len(todo), len(chunks))
    count = workers or (min(os.cpu_count() or 1, len(todo)) if len(todo) * CHUNK > WORTH_A_SECOND_CORE else 1)
    away = executor or (_cores(count) if count > 1 and len(todo) > 1 else nullcontext())
    with away as doing:
        done = len(chunks) - len(todo)
        at_once = _AT_ONCE_AWAY if executor else 2 * count
        for _ in _marked(todo, exercises_as_json(desk), doing, at_once):
            done += 1
            tick(done, len(chunks))
    write_streamed(folder / MARKS, (chunk.path.read_bytes() for chunk in chunks))
    parts = folder / PARTS
    for old in {*parts.glob("*.jsonl"), *parts.glob(f"{LEFT_OVER}*")} - {chunk.path for chunk in chunks}:
        old.unlink(missing_ok=True)
    return Grading(hand_ins, len(chunks), len(todo))


def marks(folder: Path) -> Iterator[Marked]:
    """
    The marks of the class by the rules, one learner at a time.

    Raises:
        UnreadableFile: nothing has been marked yet.
    """
    try:
        with (folder / MARKS).open("rb") as file:
            for line in file:
                yield Marked.model_validate_json(line)
    except OSError:
        raise UnreadableFile(f'Nothing is marked yet. First: rapportkit coach grade "{folder}"') from None


def _chunks(folder: Path, desk: Desk) -> list[_Chunk]:
    """The work, in chunks that are named after all that their marks depend on."""
    asked = hashlib.sha256(exercises_as_json(desk)).hexdigest()
    found = []
    there = newest(folder, desk)
    for number, papers in enumerate(iter(lambda: tuple(islice(there, CHUNK)), ())):
        names = [f"{one.learner.id}/{one.path.name}/{one.versions}" for one in papers]
        told = hashlib.sha256("\n".join([__version__, asked, *names]).encode()).hexdigest()[:20]
        found.append(_Chunk(folder / PARTS / f"{number:05}-{told}.jsonl", papers))
    return found


def _marked(todo: Sequence[_Chunk], exercises: bytes, doing: Executor | None, at_once: int) -> Iterator[None]:
    """Mark and keep each chunk; only *at_once* of them are in memory."""
    if doing is None:
        for chunk in todo:
            write_whole(chunk.path, mark_chunk(exercises, _papers(chunk)))
            yield
        return
    waiting: dict[Future[bytes], _Chunk] = {}
    left = iter(todo)
    try:
        while True:
            for chunk in islice(left, at_once - len(waiting)):
                waiting[doing.submit(mark_chunk, exercises, _papers(chunk))] = chunk
            if not waiting:
                return
            for future in wait(waiting, return_when=FIRST_COMPLETED).done:
                write_whole(waiting.pop(future).path, future.result())
                yield
    except BrokenExecutor:
        raise RapportError("A worker of ours was ended from outside. What is marked is kept: grade again.") from None
    finally:
        for future in waiting:
            future.cancel()


def _papers(chunk: _Chunk) -> tuple[Paper, ...]:
    return tuple(Paper(one.learner.id, one.path.name, one.versions, one.path.read_bytes()) for one in chunk.papers)


@contextmanager
def _cores(count: int) -> Iterator[Executor]:
    # Spawned: a forked child of a process with threads (a notebook's kernel) may never wake.
    with ProcessPoolExecutor(count, get_context("spawn"), initializer=_end_with_parent) as pool:
        yield pool


def _end_with_parent() -> None:
    """A worker whose parent was killed would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    connection.wait([sentinel])
    os._exit(1)
