"""`rapportkit rehearse`, `scene` and `kitchen-table`: practising with a partner made of rules, or with a friend."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any

import typer

from rapportkit.cli.files import replace_page
from rapportkit.cli.output import answer_lines, file_bytes
from rapportkit.disk import write_whole
from rapportkit.errors import InvalidValue, RapportError
from rapportkit.talk.debrief import debrief
from rapportkit.talk.memory import Talk
from rapportkit.talk.proof import faults_of
from rapportkit.talk.rehearsal import answer, begin, start
from rapportkit.talk.scene import Scene, built_in_scenes, read_scene, scene_called

app = typer.Typer(help="Practice scenes: check one that you wrote, begin a new one.", no_args_is_help=True)

SceneName = Annotated[str, typer.Option("--scene", metavar="FILE", help="A scene file, or the id of a built-in scene.")]


def rehearse(
    scene: SceneName = "chatty",
    seed: Annotated[int, typer.Option("--seed", help="The same seed gives the same talk.")] = 1,
    jsonl: Annotated[
        bool, typer.Option("--jsonl", help='Read {"say"} a line, answer {"reply", "reason", "over"} a line.')
    ] = False,
) -> None:
    """
    Practise with an interviewer made of rules. One reply to each line; it ends after the goodbye.

    The interviewer speaks first: begin with an empty line ({"say": ""}), or with a greeting. Scenes: see `scene list`.
    """
    played = scene_named(scene)
    if not jsonl:
        _at_the_terminal(played, seed)
        return
    raise typer.Exit(answer_lines(replies(played, seed), lambda reply: bool(reply.get("over"))))


def replies(scene: Scene, seed: int) -> Callable[[Mapping[str, Any]], Mapping[str, Any]]:
    """What answers each line of a talk in the shape of the contract; it remembers the talk from line to line."""
    talk: Talk | None = None

    def reply(request: Mapping[str, Any]) -> Mapping[str, Any]:
        nonlocal talk
        said = _said(request)
        talk = begin(scene, seed, said) if talk is None else answer(talk, said)
        return {"reply": talk.reply, "reason": talk.reason, "over": talk.over}

    return reply


def scene_named(wanted: str) -> Scene:
    """
    The scene in a file of that name, or the built-in one of that id.

    Raises:
        UnreadableFile: the file cannot be read.
        InvalidValue: it is no scene, or neither a file nor a built-in scene; the sentence lists these.
    """
    path = Path(wanted)
    if wanted in built_in_scenes() or not (path.suffix or path.exists()):
        return scene_called(wanted)
    return read_scene(path.name, file_bytes(path))


@app.command("list")
def list_scenes() -> None:
    """The scenes that come with rapportkit."""
    for scene in built_in_scenes().values():
        typer.echo(f"{scene.id:16} {scene.title}")


@app.command()
def check(file: Annotated[Path, typer.Argument(metavar="FILE", help="The scene that you wrote.")]) -> None:
    """Check a scene: that it can be read, that every talk comes to an end, that no reply comes twice in a row."""
    scene = read_scene(file.name, file_bytes(file))
    faults = faults_of(scene)
    if faults:
        raise InvalidValue(f"{file.name}: {'; '.join(faults)}. Give it more lines of its own, or fewer questions.")
    typer.echo(
        f"'{file}' can be played: twenty practice learners came to its end, and none heard a reply twice in a row."
    )


@app.command()
def new(
    scene_id: Annotated[str, typer.Argument(metavar="ID", help="Small letters, digits, hyphens: night-shift.")],
) -> None:
    """Begin a scene: writes ID.toml into this folder, with everything in it explained. Nothing is overwritten."""
    text = (files("rapportkit") / "data" / "new_scene.toml").read_text(encoding="utf-8").replace("my-scene", scene_id)
    read_scene(f"{scene_id}.toml", text.encode("utf-8"))
    path = Path(f"{scene_id}.toml")
    if path.exists():
        raise RapportError(f"'{path}' is there already. Choose another id, or move it away.")
    write_whole(path, text.encode("utf-8"))
    typer.echo(f"'{path}' is there. Change its lines in any editor, then: rapportkit scene check {path}")


@app.command()
def schema() -> None:
    """The JSON Schema of a scene, for editors that complete and check while you type."""
    typer.echo(json.dumps(Scene.model_json_schema(), indent=2, ensure_ascii=False))


def kitchen_table(
    scene: Annotated[str, typer.Argument(metavar="SCENE", help="A scene file, or the id of a built-in scene.")],
    html: Annotated[
        Path, typer.Option("--html", metavar="FILE", help="Where to write the page. An older one is replaced.")
    ],
    seed: Annotated[int, typer.Option("--seed", help="Another seed gives another order.")] = 1,
) -> None:
    """Print the interviewer's part for a friend to play, with a tally to tick."""
    from rapportkit.brief.kitchen_page import KITCHEN_MARK, kitchen_page
    from rapportkit.talk.kitchen_table import kitchen_table as script_of

    page = kitchen_page(script_of(scene_named(scene), seed)).encode("utf-8")
    replace_page(html, page, KITCHEN_MARK, "page")
    typer.echo(f"The interviewer's part is in '{html}'. Print it, and give it to a friend.")


def _at_the_terminal(scene: Scene, seed: int) -> None:
    """A talk to be read and typed; the end of the input ends it too."""
    talk = start(scene, seed)
    typer.echo(f"{scene.title}. {scene.setting}\n\n{talk.reply}")
    while not talk.over:
        typer.echo("\n> ", nl=False)
        sys.stdout.flush()
        line = sys.stdin.readline()
        talk = answer(talk, line.strip() if line else "let's stop")
        typer.echo(f"\n{talk.reply}")
    shown = debrief(talk)
    for sentence in (*shown.strengths, *(f"{one.about}: {one.says}" for one in shown.crossed)):
        typer.echo(f"- {sentence}")
    if shown.try_next:
        typer.echo(f"To try: {shown.try_next}")


def _said(request: Mapping[str, Any]) -> str:
    if "say" not in request:
        raise InvalidValue('say is missing. Each line is an object such as {"say": "Good morning."}.')
    said = request["say"]
    if not isinstance(said, str):
        raise InvalidValue("say should be text in quotation marks.")
    return said
