"""``kiosk printers``: which printers this desk has, how they are, and the queue of badges."""

# Imports stand within the commands: one that is not called costs nothing.
# ruff: noqa: PLC0415

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from kiosk import answers
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.options import (
    Worded,
    data_folder,
    data_option,
    event_option,
    json_option,
    open_event,
    take_text,
)
from kiosk.ui.messages import error_text

if TYPE_CHECKING:
    from kiosk.domain.badge_line import BadgeLine
    from kiosk.domain.printer import Printer, PrinterState
    from kiosk.storage.store import Store

_NAME = click.argument("name", callback=take_text)
_JOB_ACTS = {
    "hold": "hold", "release": "let_go", "cancel": "cancel", "retry": "retry",
    "printed": "confirm", "move": "move",
}  # fmt: skip


@click.group(cls=Worded)
def printers() -> None:
    """Set up this desk's badge printers, and steer what waits for them."""


def _store(*, create: bool = False) -> Store:
    from kiosk.services.open_desk import open_store

    store = open_store(data_folder(create=create), create=create)
    click.get_current_context().call_on_close(store.close)
    return store


def _document(one: Printer, *, is_default: bool) -> dict[str, object]:
    return {
        "name": one.label, "address": one.address,
        "categories": sorted(category.value for category in one.categories),
        "default": is_default, "held": one.is_held, "labels_left": one.left if one.roll else None,
        "roll": one.roll,
    }  # fmt: skip


def _line(told: Mapping[str, object]) -> str:
    left = told["labels_left"]
    notes = [
        "default" if told["default"] else "",
        ", ".join(told["categories"]) if isinstance(told["categories"], list) else "",
        "on hold" if told["held"] else "",
        "" if left is None else f"{left} labels left",
    ]
    return "  ".join([f"{told['name']}: {told['address']}", *filter(None, notes)])


def _answer(store: Store, *, json_wanted: bool) -> None:
    from kiosk.services.printers import known

    rows = [_document(one, is_default=at == 0) for at, one in enumerate(known(store))]
    lines = [_line(row) for row in rows] or ["No printer is set: kiosk printers add NAME ADDRESS"]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


@printers.command("list")
@data_option
@json_option
def list_all(*, json_wanted: bool) -> None:
    """List the printers, the default one first."""
    _answer(_store(), json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
@click.argument("address", callback=take_text)
@click.option(
    "--for", "categories", multiple=True, type=click.Choice([one.value for one in Category]),
    help="Whose badges it prints (default: everybody's for whom no other is set).",
)  # fmt: skip
@click.option("--labels", default=0, type=click.IntRange(0, 100_000), help="On a full roll.")
@click.option("--default", "is_default", is_flag=True, help="Print what no other is set for.")
def add(
    name: str, address: str, categories: tuple[str, ...], labels: int, *, is_default: bool,
    json_wanted: bool,
) -> None:  # fmt: skip
    """Add a printer, or change the one of that NAME.

    ADDRESS is folder:PATH, ipp://HOST, ipps://HOST, zebra://HOST[?dpi=300] or a queue's name.
    """
    from kiosk.devices.printers import check_address
    from kiosk.services import printers as service

    check_address(address)
    store = _store(create=True)
    made = service.add(store, name, address.strip(), map(Category, categories), labels)
    if is_default:
        service.make_default(store, made.name)
    _answer(store, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
def remove(name: str, *, json_wanted: bool) -> None:
    """Forget a printer; what waits for it goes to the others."""
    _change("remove", name, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
def default(name: str, *, json_wanted: bool) -> None:
    """Have a printer print every badge that no other is set for."""
    _change("make_default", name, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
def hold(name: str, *, json_wanted: bool) -> None:
    """Send a printer nothing until it is released."""
    _change("hold", name, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
def release(name: str, *, json_wanted: bool) -> None:
    """Let a printer that was held print again."""
    _change("let_go", name, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
@_NAME
@click.argument("labels", type=click.IntRange(0, 100_000))
def labels(name: str, labels: int, *, json_wanted: bool) -> None:
    """Say how many LABELS the roll just put in has; 0 counts none."""
    _change("count_labels", name, labels, json_wanted=json_wanted)


def _change(act: str, *arguments: object, json_wanted: bool) -> None:
    from kiosk.services import printers as service

    store = _store()
    getattr(service, act)(store, *arguments)
    _answer(store, json_wanted=json_wanted)


@printers.command()
@data_option
@json_option
def status(*, json_wanted: bool) -> None:
    """Ask every printer how it is."""
    from kiosk.services.printers import known

    rows = [_asked(one) for one in known(_store())]
    lines = [f"{row['state']:12} {row['name']}: {row['message']}" for row in rows]
    answers.answer(rows, json_wanted=json_wanted, lines=lines or ["No printer is set."])
    if any(row["error"] for row in rows):
        click.get_current_context().exit(1)


def _asked(one: Printer) -> dict[str, object]:
    state, error = _look(one)
    message = error_text(error) if error else f"{one.address} is {state}."
    return {
        "name": one.label, "address": one.address, "state": state.value,
        "error": error.code if error else "", "message": message,
    }  # fmt: skip


def _look(one: Printer) -> tuple[PrinterState, KioskError | None]:
    """Return how a printer is, and the error that a badge would meet there."""
    from kiosk.console_printer import open_here
    from kiosk.domain.printer import TROUBLES, state_of

    try:
        state = open_here(one.address).look()
    except KioskError as error:
        return state_of(error.code), error
    code = TROUBLES.get(state)
    return state, KioskError(code, printer=one.label) if code else None


@printers.command()
@data_option
@json_option
@_NAME
def test(name: str, *, json_wanted: bool) -> None:
    """Print one test badge, and wait until it is out."""
    from kiosk.console_printer import open_here
    from kiosk.devices.printers.finishing import print_to_end
    from kiosk.services.badge_template import load_template
    from kiosk.services.printers import count_off, find
    from kiosk.services.trial_badge import drawn_test
    from kiosk.storage.settings import load

    store = _store()
    one, template = find(store, name), store.read(load).badge_template
    printer = open_here(one.address)
    card = load_template(template, store.path.parent)
    pages, job_id = drawn_test(one.label, card, printer.dpi, colour=printer.has_colour)
    print_to_end(printer, pages, job_id)
    count_off(store, one.name)
    told = {"printer": one.label, "job": job_id, "printed": True}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{one.label}: the test badge is out."])


@printers.command()
@data_option
@json_option
@event_option
def queue(event_id: str | None, *, json_wanted: bool) -> None:
    """Show the badges that wait, are under way, failed or may have come out."""
    from kiosk.services.badge_jobs import queue as lines_of

    rows = [_job_document(one) for one in lines_of(open_event(event_id))]
    lines = [
        "  ".join(filter(None, (str(row[key]) for key in ("job", "state", "name", "printer",
                                                          "problem"))))
        for row in rows
    ]  # fmt: skip
    answers.answer(rows, json_wanted=json_wanted, lines=lines or ["No badge waits."])


def _job_document(one: BadgeLine) -> dict[str, object]:
    return {
        "job": one.job, "registration": one.registration, "name": one.name,
        "state": "held" if one.is_held else one.state.value, "printer": one.printer,
        "attempts": one.attempts, "problem": one.problem,
    }  # fmt: skip


@printers.command()
@data_option
@json_option
@event_option
@click.argument("act", type=click.Choice(list(_JOB_ACTS)))
@click.argument("badge_job", callback=take_text, metavar="JOB")
@click.argument("printer", required=False, callback=take_text)
def job(
    act: str, badge_job: str, printer: str | None, event_id: str | None, *, json_wanted: bool
) -> None:
    """Steer one badge of the queue: hold, release, cancel, retry, move JOB PRINTER, or printed.

    "printed" says of a badge that may have come out that somebody saw it.
    """
    from kiosk.services import badge_jobs

    if (act == "move") != (printer is not None):
        raise click.UsageError("Name a printer with move, and with nothing else.")
    more = (printer,) if printer is not None else ()
    made = getattr(badge_jobs, _JOB_ACTS[act])(open_event(event_id), badge_job, *more)
    told = {"job": made or badge_job, "done": act}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{told['job']}: {act}"])


def doctor_checks(folder: Path) -> Iterable[dict[str, str]]:
    """Return a finding for each badge printer of a data folder, with its remedy."""
    from kiosk.services.open_desk import open_store
    from kiosk.services.printers import known

    try:
        store = open_store(folder)
    except KioskError:
        return []  # the store's own finding says why
    try:
        found = known(store)
    except KioskError:
        return []
    finally:
        store.close()
    if not found:
        return [_finding("badge printer", "warn", "No badge printer is set. Add one: kiosk"
                         " printers add NAME ADDRESS")]  # fmt: skip
    return [_printer_finding(one) for one in found]


def _printer_finding(one: Printer) -> dict[str, str]:
    state, error = _look(one)
    check = f"badge printer {one.label}"
    if error is not None:
        return _finding(check, "fail", error_text(error))
    if one.is_held:
        words = f"It is on hold. Release it: kiosk printers release {one.label}"
        return _finding(check, "warn", words)
    if one.is_running_low:
        words = f"{one.left} labels are left. Have the next roll at hand, then: kiosk printers"
        return _finding(check, "warn", f"{words} labels {one.label} NUMBER")
    return _finding(check, "ok", f"{one.address} is {state}.")


def _finding(check: str, state: str, words: str) -> dict[str, str]:
    """Return a finding; of a fault's sentence, what follows its first stop is the remedy."""
    message, _, remedy = words.partition(". ") if state != "ok" else (words, "", "")
    ended = f"{message}." if remedy else message
    return {"check": check, "state": state, "message": ended, "remedy": remedy}
