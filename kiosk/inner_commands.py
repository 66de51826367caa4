"""Commands that the program gives itself, in a process of its own that may hang and be ended."""

from __future__ import annotations

import click

from kiosk import answers


@click.command("probe-qt", hidden=True)
@click.argument("part", default="machine", type=click.Choice(["machine", "sound", "speech"]))
def probe_qt(part: str) -> None:
    """Say as JSON what Qt sees of this machine; ``doctor`` asks."""
    from kiosk.devices.probe import PARTS  # noqa: PLC0415 - only here is Qt wanted

    answers.say(answers.as_json(PARTS[part]()))


@click.command("speak", hidden=True)
@click.option("--engine", help="Only this engine of Qt's; default: every one that makes a sound.")
def speak(engine: str | None) -> None:
    """Speak what comes in as lines of JSON, and tell of it in such lines; the windows ask."""
    from kiosk.devices.speech_process import serve  # noqa: PLC0415 - only here is Qt wanted

    serve(engine)
