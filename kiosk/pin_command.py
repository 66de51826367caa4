"""The command that sets the administration PIN, without showing it or taking it from the line."""

from __future__ import annotations

import sys

import click

from kiosk import answers
from kiosk.options import data_folder, data_option, json_option


@click.command()
@data_option
@json_option
@click.option("--stdin", "from_stdin", is_flag=True, help="Read it once, from standard input.")
def pin(*, from_stdin: bool, json_wanted: bool) -> None:
    """Set the PIN that leads out of the touchscreen; it is asked for twice, and hidden."""
    from kiosk.services.open_desk import open_store  # noqa: PLC0415 - after the usage was checked
    from kiosk.services.pin import keep  # noqa: PLC0415

    typed = sys.stdin.readline().rstrip("\r\n") if from_stdin else _asked()
    store = open_store(data_folder(create=True), create=True)
    try:
        keep(store, typed)
    finally:
        store.close()
    answers.answer({"set": True}, json_wanted=json_wanted, lines=["The PIN is set."])


def _asked() -> str:
    if not is_terminal():
        raise click.UsageError("There is no terminal to ask on. Pipe the PIN in, with --stdin.")
    told = click.prompt("New PIN", hide_input=True, confirmation_prompt="Once more", err=True)
    return str(told)


def is_terminal() -> bool:
    """Tell whether somebody sits at standard input."""
    return sys.stdin.isatty()
