"""`rapportkit coach late`: who is late, and what the coach makes of it."""

from __future__ import annotations

from typing import Annotated

import typer

from rapportkit.cli.desk_options import AsJson, DeskFolder
from rapportkit.cli.output import print_json, say


def late(
    *,
    folder: DeskFolder,
    who: Annotated[list[str] | None, typer.Argument(metavar="[ID...]", help="Whose; all who are late if none.")] = None,
    on_time: Annotated[
        bool | None, typer.Option("--on-time/--keep-late", help="Count them as on time, or keep them as late.")
    ] = None,
    json: AsJson = False,
) -> None:
    """List who is late. With --on-time or --keep-late, decide; it stands in the report and on the learners' pages."""
    from rapportkit.coaching.collect import late_ones
    from rapportkit.coaching.desk import open_desk
    from rapportkit.coaching.lateness import decide, late_told

    desk = open_desk(folder)
    if on_time is not None:
        decide(folder, late_ones(folder, desk), who or (), on_time=on_time)
    there = [one for one in late_ones(folder, desk) if not who or one.learner.id in who]
    if json:
        print_json({"late": [{"id": one.learner.id, "made_at": one.made_at.isoformat(), "on_time": one.on_time}
                             for one in there]})  # fmt: skip
        return
    say(*(f"{one.learner.name} ({one.learner.id}): {late_told(desk, one)}." for one in there))
    if not there:
        say("Nobody is late.")
    say(f'Then: rapportkit coach report "{folder}"')
