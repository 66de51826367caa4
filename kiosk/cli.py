"""The command line of the contract: one thin function a command.

Each command imports only what it needs, so that one without a window imports no Qt and starts in
well under half a second.
"""

from __future__ import annotations

import logging
import sys
from pathlib import Path
from typing import Literal

import click

from kiosk import __version__, answers, logs, paths
from kiosk.domain.errors import KioskError
from kiosk.inner_commands import probe_qt, speak
from kiosk.options import (
    FILE,
    Worded,
    be_ready_for_windows,
    data_folder,
    data_option,
    event_option,
    json_option,
    make_folder,
    map_option,
    open_event,
    settings_options,
    take_text,
)
from kiosk.pin_command import pin
from kiosk.printers_command import doctor_checks, printers
from kiosk.templates_command import templates

log = logging.getLogger(__name__)


@click.group(cls=Worded, invoke_without_command=True)
@click.version_option(__version__, prog_name="kiosk")
@data_option
@click.pass_context
def kiosk(ctx: click.Context) -> None:
    """Check people in at a seminar: scan, badge, export. With no command, open the program."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(run, face="desk", event_id=None)


for command in (pin, printers, probe_qt, speak, templates):
    kiosk.add_command(command)


@kiosk.command()
@data_option
@event_option
@click.option(
    "--face", type=click.Choice(["self", "desk", "organiser"]), default="desk", show_default=True
)
@click.option("--full-screen/--window", default=None, help="Fill the screen (default for self).")
@settings_options
def run(
    face: str, event_id: str | None, *, full_screen: bool | None = None, **told: object
) -> None:
    """Open the program."""
    be_ready_for_windows()
    from kiosk.app import open_windows
    from kiosk.services import desk_settings

    if given := {name: value for name, value in told.items() if value is not None}:
        desk_settings.change(data_folder(), given)
    wide = face == "self" if full_screen is None else full_screen
    sys.exit(open_windows(data_folder(), event_id, [face], full_screen=wide))


@kiosk.command()
@data_option
@json_option
@click.option("--people", default=214, show_default=True, type=click.IntRange(1, 200_000))
@click.option("--seed", default=1, show_default=True, type=click.IntRange(0))
@click.option("--no-gui", is_flag=True, help="Make the sample event and open no window.")
@click.option(
    "--face", type=click.Choice(["self", "desk", "both"]), default="both", show_default=True
)
def demo(people: int, seed: int, face: str, *, no_gui: bool, json_wanted: bool) -> None:
    """Make a complete sample event of invented people, and open it."""
    from kiosk.services.demo_event import demo_folder, make_demo

    chosen = click.get_current_context().find_root().obj
    folder = Path(chosen) if chosen else demo_folder(paths.data_folder(), people, seed)
    make_folder(folder)
    logs.write_into(folder / "logs")
    if not no_gui:
        be_ready_for_windows()
    made = make_demo(folder, people, seed)
    told = {"data": str(folder), "event": made.event, "registrations": made.registrations}
    answers.answer(
        told,
        json_wanted=json_wanted,
        lines=[
            f"Sample event {made.event} with {made.registrations} invented people is in {folder}",
            f"Codes to scan: {made.tickets}",
        ],
    )
    if not no_gui:
        from kiosk.app import open_windows

        faces = ["desk", "self"] if face == "both" else [face]
        sys.exit(open_windows(folder, made.event, faces, full_screen=False))


@kiosk.group(cls=Worded)
def event() -> None:
    """Create, change and list events."""


@event.command("apply")
@data_option
@json_option
@click.argument("file", type=FILE)
def event_apply(file: Path, *, json_wanted: bool) -> None:
    """Create or change an event from an event file."""
    from kiosk.services import events
    from kiosk.services.open_desk import open_store

    store = open_store(data_folder(create=True), create=True)
    click.get_current_context().call_on_close(store.close)
    done = events.apply(store, file)
    told = {"event": done.event.id, "created": done.created, "changes": list(done.changes)}
    changed = f"{len(done.changes)} changes" if done.changes else "unchanged"
    word = "created" if done.created else changed
    answers.answer(told, json_wanted=json_wanted, lines=[f"{done.event.id}: {word}"])


@event.command("list")
@data_option
@json_option
def event_list(*, json_wanted: bool) -> None:
    """List the events of this data folder."""
    from kiosk.services import events
    from kiosk.services.open_desk import open_store

    store = open_store(data_folder())
    click.get_current_context().call_on_close(store.close)
    known = events.everything(store)
    rows = [
        {"event": one.id, "title": one.title.text("ko"), "starts_at": one.starts_at}
        for one in known
    ]
    lines = [f"{one.id}  {answers.moment(one.starts_at)}  {one.title.text('ko')}" for one in known]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


@event.command("show")
@data_option
@json_option
@event_option
def event_show(event_id: str | None, *, json_wanted: bool) -> None:
    """Show one event: its sessions and its numbers."""
    from kiosk.services import show_event

    told = show_event.show(open_event(event_id))
    answers.answer(told, json_wanted=json_wanted, lines=show_event.lines(told))


@kiosk.group(cls=Worded)
def roster() -> None:
    """Import the list of people."""


@roster.command("import")
@data_option
@json_option
@event_option
@click.argument("file", type=FILE)
@map_option
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
def roster_import(
    file: Path, mapping: dict[str, str], event_id: str | None, *, dry_run: bool, json_wanted: bool
) -> None:
    """Import a CSV or XLSX file; a bad row is reported and the others go in."""
    from kiosk.services.import_report import document, lines
    from kiosk.services.roster_import import import_roster

    done = import_roster(open_event(event_id), file, mapping, dry_run=dry_run)
    answers.answer(document(done), json_wanted=json_wanted, lines=lines(done, dry_run=dry_run))


@kiosk.command()
@data_option
@json_option
@event_option
@click.option("--out", "folder", type=FILE, required=True)
@click.option(
    "--format", "form", type=click.Choice(["png", "pdf"]), default="png", show_default=True
)
def tickets(
    folder: Path, form: Literal["png", "pdf"], event_id: str | None, *, json_wanted: bool
) -> None:
    """Write each person's QR code, and an index of them."""
    from kiosk.services.tickets import write

    written, index = write(open_event(event_id), folder, form)
    told = {"written": written, "index": str(index)}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{written} codes; index: {index}"])


@kiosk.command()
@data_option
@json_option
@event_option
@click.option(
    "--session",
    "session_id",
    callback=take_text,
    help="Which session (default: the one open now).",
)
def scan(session_id: str | None, event_id: str | None, *, json_wanted: bool) -> None:
    """Be a gate without a screen: one scan a line in, one answer a line out."""
    from kiosk.services.gate import Gate

    gate = Gate(open_event(event_id), session_id)
    failed = False
    for raw in sys.stdin.buffer:
        try:
            told = gate.answer(raw)
        except KioskError as error:
            told, failed = dict(answers.error_document(error)), True
        except Exception as error:
            # A rule that raises admits nobody, and the next line is answered all the same.
            log.exception("a scan failed unexpectedly")
            unexpected = KioskError("UNEXPECTED", kind=type(error).__name__)
            told, failed = dict(answers.error_document(unexpected)), True
        answers.say(answers.as_json(told) if json_wanted else gate.line(told))
    if failed:
        click.get_current_context().exit(1)


@kiosk.command()
@data_option
@json_option
@event_option
@click.argument("entry", callback=take_text)
@click.option("--reason", callback=take_text, required=True, help="Why; it is kept with the entry.")
def void(entry: str, reason: str, event_id: str | None, *, json_wanted: bool) -> None:
    """Undo one entry; it stays in the journal."""
    from kiosk.services.check_in import void as undo

    made = undo(open_event(event_id), entry, reason)
    told = {"entry": made, "voids": entry}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{entry} is undone by {made}"])


@kiosk.command()
@data_option
@json_option
@event_option
@click.argument("text")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1_000))
def find(text: str, limit: int, event_id: str | None, *, json_wanted: bool) -> None:
    """Find people by name, initials, Latin letters, organisation or last four digits."""
    from kiosk.services import lookup

    hits = lookup.find(open_event(event_id), text, limit=limit)
    rows = [lookup.document(hit) for hit in hits]
    lines = ["  ".join(filter(None, row.values())) for row in rows] or ["Nobody found."]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


@kiosk.command("read-qr")
@data_option
@json_option
@click.argument("images", nargs=-1, required=True, type=FILE)
def read_qr(images: tuple[Path, ...], *, json_wanted: bool) -> None:
    """Decode the QR codes in pictures, through the camera's own path."""
    from kiosk.read_pictures import lines, read_all

    rows, failure = read_all(images)
    answers.answer(rows, json_wanted=json_wanted, lines=lines(rows))
    if failure is not None:
        click.get_current_context().exit(1)


@kiosk.command()
@data_option
@json_option
@event_option
@click.argument("registrations", nargs=-1, required=True, callback=take_text)
@click.option("--out", "file", type=FILE, help="A .png for one badge, a .pdf for any number.")
@click.option("--template", callback=take_text, help="See `kiosk templates` (default: desk's).")
@click.option("--start", default=1, type=click.IntRange(1), help="The sheet's first free label.")
@click.option("--dpi", default=300, show_default=True, type=click.IntRange(100, 1_200))
@click.option("--print", "on_paper", is_flag=True, help="Send them to this desk's printer.")
@click.option("--printer", help="Another printer, for this call: a queue's name or folder:PATH.")
def badge(  # noqa: PLR0913 - one parameter an option
    registrations: tuple[str, ...],
    file: Path | None,
    template: str | None,
    dpi: int,
    printer: str | None,
    event_id: str | None,
    *,
    start: int,
    on_paper: bool,
    json_wanted: bool,
) -> None:
    """Draw people's badges into a file, or print them."""
    from kiosk import badge_command

    if file is None and not on_paper:
        raise click.UsageError("Say where the badges go: --out FILE or --print.")
    desk = open_event(event_id)
    told: dict[str, object] = {"badges": len(registrations)}
    if file is not None:
        told["file"] = str(badge_command.draw(desk, registrations, file, template, dpi, start))
    if on_paper:
        told["printed"] = badge_command.put_on_paper(desk, registrations, printer)
    answers.answer(
        told, json_wanted=json_wanted, lines=[f"{key}: {value}" for key, value in told.items()]
    )


@kiosk.command()
@data_option
@json_option
@event_option
@click.argument("kind", callback=take_text)
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "pdf"]), default="xlsx", show_default=True
)
@click.option("--out", "file", type=FILE, required=True)
@click.option(
    "--purpose",
    callback=take_text,
    default="",
    help="What the export is for; kept in the access log.",
)
def export(
    kind: str, form: str, file: Path, purpose: str, event_id: str | None, *, json_wanted: bool
) -> None:
    """Export attendance, absentees or the journal."""
    from kiosk.services.exports.export import export as export_table

    done = export_table(open_event(event_id), kind, form, file, purpose=purpose)
    told = {"file": str(done.file), "rows": done.rows, "sha256": done.sha256}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{done.rows} rows: {done.file}"])


@kiosk.command()
@data_option
@json_option
def doctor(*, json_wanted: bool) -> None:
    """Say what this machine has and lacks."""
    from kiosk.services.doctor import examine

    checks = [*examine(data_folder()), *doctor_checks(data_folder())]
    lines = [
        f"{one['state']:4}  {one['check']}: {one['message']} {one['remedy']}".rstrip()
        for one in checks
    ]
    answers.answer(checks, json_wanted=json_wanted, lines=lines)


@kiosk.command()
@json_option
@click.option("--out", "folder", type=FILE, required=True)
@click.option("--language", type=click.Choice(["ko", "en"]), help="Default: both.")
@click.option("--theme", default="light", show_default=True)
@click.option(
    "--size", "sizes", multiple=True, metavar="WxH", help="Default: each face's own sizes."
)
@click.option("--screen", help="Only screens whose name holds this.")
def screens(
    folder: Path,
    language: str | None,
    theme: str,
    sizes: tuple[str, ...],
    screen: str | None,
    *,
    json_wanted: bool,
) -> None:
    """Draw every screen in every state to PNG."""
    from kiosk.screens import draw_all

    rows = draw_all(folder, language=language, theme=theme, sizes=sizes, only=screen or "")
    answers.answer(rows, json_wanted=json_wanted, lines=[str(row["file"]) for row in rows])


@kiosk.command()
@json_option
@click.argument("names", nargs=-1)
def bench(names: tuple[str, ...], *, json_wanted: bool) -> None:
    """Measure this machine against the floors it names, side by side."""
    from kiosk.bench import lines
    from kiosk.bench import run as measure

    rows = measure(names)
    answers.answer(rows, json_wanted=json_wanted, lines=lines(rows))
