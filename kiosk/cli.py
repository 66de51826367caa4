"""The command line of the contract: one thin function a command.

Each command imports only what it needs, so that one without a window imports no Qt and starts in
well under half a second.
"""

from __future__ import annotations

import logging
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

import click

from kiosk import __version__, answers, logs, paths
from kiosk.domain.errors import KioskError

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

log = logging.getLogger(__name__)

_Command = Callable[..., Any]
_READABLE = click.Path(path_type=Path)
_JSON_WANTED = "kiosk.json_wanted"


class Worded(click.Group):
    """A group whose commands answer every failure in words and never with a traceback."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; exit 1 with a worded error where it was refused or failed."""
        try:
            return super().invoke(ctx)
        except KioskError as error:
            failure = error
        except (click.exceptions.Exit, click.Abort, click.ClickException, BrokenPipeError):
            raise
        except Exception as error:
            log.exception("a command failed unexpectedly")
            failure = KioskError("UNEXPECTED", kind=type(error).__name__)
        answers.answer_error(failure, json_wanted=_JSON_WANTED in ctx.meta)
        return ctx.exit(1)


def _take_data(ctx: click.Context, _: click.Parameter, value: Path | None) -> None:
    """Remember the data folder, wherever on the line it stands."""
    if value is not None:
        ctx.find_root().obj = value


def _take_text(_: click.Context, __: click.Parameter, value: Any) -> Any:
    """Refuse bytes that are no text, which a terminal may send: nothing here could be called so."""
    for text in value if isinstance(value, tuple) else (value or "",):
        if any("\ud800" <= char <= "\udfff" for char in text):
            raise click.BadParameter("it holds bytes that are no UTF-8 text")
    return value


def _take_json(ctx: click.Context, _: click.Parameter, value: bool) -> bool:  # noqa: FBT001 - click's
    """Remember that JSON is wanted, for the answer to a failure."""
    if value:
        ctx.meta[_JSON_WANTED] = True
    return value


_data = click.option(
    "--data", type=_READABLE, expose_value=False, callback=_take_data, is_eager=True,
    help="The data folder (default: KIOSK_DATA, else the user's).",
)  # fmt: skip
_json = click.option(
    "--json", "json_wanted", is_flag=True, callback=_take_json, is_eager=True,
    help="Answer with one JSON document.",
)  # fmt: skip
_event = click.option(
    "--event", "event_id", callback=_take_text, help="Which event, where several are open."
)


def _folder(*, create: bool = False) -> Path:
    chosen = click.get_current_context().find_root().obj
    folder = paths.data_folder(chosen)
    if create:
        _make_folder(folder)
    logs.write_into(folder / "logs")
    return folder


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError("STORE_NOT_WRITABLE", path=str(folder), detail=error.strerror) from error


def _be_ready_for_windows() -> None:
    """Refuse in words what Qt would abort over; call it before Qt is imported."""
    from kiosk import pre_flight

    missing = pre_flight.missing_packages(window=not os.environ.get("QT_QPA_PLATFORM"))
    if missing:
        raise KioskError("QT_LIBRARIES_MISSING", remedy=pre_flight.remedy(missing))
    if not pre_flight.has_display():
        raise KioskError("NO_DISPLAY")


def _open(event_id: str | None) -> OpenDesk:
    from kiosk.services.open_desk import open_desk

    desk = open_desk(_folder(), event_id)
    click.get_current_context().call_on_close(desk.close)
    return desk


@click.group(cls=Worded, invoke_without_command=True)
@click.version_option(__version__, prog_name="kiosk")
@_data
@click.pass_context
def kiosk(ctx: click.Context) -> None:
    """Check people in at a seminar: scan, badge, export. With no command, open the program."""
    if ctx.invoked_subcommand is None:
        ctx.invoke(run, face="desk", event_id=None, full_screen=False)


@kiosk.command()
@_data
@_event
@click.option("--face", type=click.Choice(["self", "desk"]), default="desk", show_default=True)
@click.option("--full-screen/--window", default=None, help="Fill the screen (default for self).")
def run(face: str, event_id: str | None, *, full_screen: bool | None) -> None:
    """Open the program."""
    _be_ready_for_windows()
    from kiosk.app import open_windows

    wide = face == "self" if full_screen is None else full_screen
    sys.exit(open_windows(_folder(), event_id, [face], full_screen=wide))


@kiosk.command()
@_data
@_json
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
    _make_folder(folder)
    logs.write_into(folder / "logs")
    if not no_gui:
        _be_ready_for_windows()
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
@_data
@_json
@click.argument("file", type=_READABLE)
def event_apply(file: Path, *, json_wanted: bool) -> None:
    """Create or change an event from an event file."""
    from kiosk.services import events
    from kiosk.services.open_desk import open_store

    store = open_store(_folder(create=True), create=True)
    click.get_current_context().call_on_close(store.close)
    done = events.apply(store, file)
    told = {"event": done.event.id, "created": done.created, "changes": list(done.changes)}
    word = (
        "created"
        if done.created
        else f"{len(done.changes)} changes"
        if done.changes
        else "unchanged"
    )
    answers.answer(told, json_wanted=json_wanted, lines=[f"{done.event.id}: {word}"])


@event.command("list")
@_data
@_json
def event_list(*, json_wanted: bool) -> None:
    """List the events of this data folder."""
    from kiosk.services import events
    from kiosk.services.open_desk import open_store

    store = open_store(_folder())
    click.get_current_context().call_on_close(store.close)
    known = events.everything(store)
    rows = [
        {"event": one.id, "title": one.title.text("ko"), "starts_at": one.starts_at}
        for one in known
    ]
    lines = [f"{one.id}  {answers.moment(one.starts_at)}  {one.title.text('ko')}" for one in known]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


@event.command("show")
@_data
@_json
@_event
def event_show(event_id: str | None, *, json_wanted: bool) -> None:
    """Show one event: its sessions and its numbers."""
    from kiosk.services import show_event

    told = show_event.show(_open(event_id))
    answers.answer(told, json_wanted=json_wanted, lines=show_event.lines(told))


@kiosk.group(cls=Worded)
def roster() -> None:
    """Import the list of people."""


@roster.command("import")
@_data
@_json
@_event
@click.argument("file", type=_READABLE)
@click.option("--map", "mapped", multiple=True, metavar="FIELD=HEADING", help="Name a column.")
@click.option("--dry-run", is_flag=True, help="Say what would happen and write nothing.")
def roster_import(
    file: Path, mapped: tuple[str, ...], event_id: str | None, *, dry_run: bool, json_wanted: bool
) -> None:
    """Import a CSV or XLSX file; a bad row is reported and the others go in."""
    from kiosk.services.import_report import document, lines
    from kiosk.services.roster_import import import_roster

    mapping = {}
    for one in mapped:
        field, equals, heading = one.partition("=")
        if not equals:
            raise click.BadParameter("write FIELD=HEADING", param_hint="--map")
        mapping[field.strip()] = heading.strip()
    done = import_roster(_open(event_id), file, mapping, dry_run=dry_run)
    answers.answer(document(done), json_wanted=json_wanted, lines=lines(done, dry_run=dry_run))


@kiosk.command()
@_data
@_json
@_event
@click.option("--out", "folder", type=_READABLE, required=True)
@click.option(
    "--format", "form", type=click.Choice(["png", "pdf"]), default="png", show_default=True
)
def tickets(
    folder: Path, form: Literal["png", "pdf"], event_id: str | None, *, json_wanted: bool
) -> None:
    """Write each person's QR code, and an index of them."""
    from kiosk.services.tickets import write

    written, index = write(_open(event_id), folder, form)
    told = {"written": written, "index": str(index)}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{written} codes; index: {index}"])


@kiosk.command()
@_data
@_json
@_event
@click.option(
    "--session",
    "session_id",
    callback=_take_text,
    help="Which session (default: the one open now).",
)
def scan(session_id: str | None, event_id: str | None, *, json_wanted: bool) -> None:
    """Be a gate without a screen: one scan a line in, one answer a line out."""
    from kiosk.services.gate import Gate

    gate = Gate(_open(event_id), session_id)
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
@_data
@_json
@_event
@click.argument("entry", callback=_take_text)
@click.option(
    "--reason", callback=_take_text, required=True, help="Why; it is kept with the entry."
)
def void(entry: str, reason: str, event_id: str | None, *, json_wanted: bool) -> None:
    """Undo one entry; it stays in the journal."""
    from kiosk.services.check_in import void as undo

    made = undo(_open(event_id), entry, reason)
    told = {"entry": made, "voids": entry}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{entry} is undone by {made}"])


@kiosk.command()
@_data
@_json
@_event
@click.argument("text")
@click.option("--limit", default=50, show_default=True, type=click.IntRange(1, 1_000))
def find(text: str, limit: int, event_id: str | None, *, json_wanted: bool) -> None:
    """Find people by name, initials, Latin letters, organisation or last four digits."""
    from kiosk.services import lookup

    hits = lookup.find(_open(event_id), text, limit=limit)
    rows = [
        {
            "registration": hit.registration.id,
            "name": hit.registration.name,
            "organisation": hit.registration.organisation,
            "job_title": hit.registration.job_title,
            "category": hit.registration.category.value,
            "presence": hit.presence.state,
        }
        for hit in hits
    ]
    lines = ["  ".join(filter(None, row.values())) for row in rows] or ["Nobody found."]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


@kiosk.command("read-qr")
@_data
@_json
@click.argument("images", nargs=-1, required=True, type=_READABLE)
def read_qr(images: tuple[Path, ...], *, json_wanted: bool) -> None:
    """Decode the QR codes in pictures, through the camera's own path."""
    from kiosk.read_pictures import read_all

    rows, failure = read_all(images)
    lines = [
        f"{row['file']}: {', '.join(row['codes']) or 'no code'}" for row in rows if "codes" in row
    ]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)
    if failure is not None:
        answers.answer_error(failure, json_wanted=False)
        click.get_current_context().exit(1)


@kiosk.command()
@_data
@_json
@_event
@click.argument("registrations", nargs=-1, required=True, callback=_take_text)
@click.option("--out", "file", type=_READABLE, help="A .png for one badge, a .pdf for any number.")
@click.option("--template", callback=_take_text, help="100x70 or 86x54 (default: this desk's).")
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
    on_paper: bool,
    json_wanted: bool,
) -> None:
    """Draw people's badges into a file, or print them."""
    from kiosk import badge_command

    if file is None and not on_paper:
        raise click.UsageError("Say where the badges go: --out FILE or --print.")
    desk = _open(event_id)
    told: dict[str, object] = {"badges": len(registrations)}
    if file is not None:
        told["file"] = str(badge_command.draw(desk, registrations, file, template, dpi))
    if on_paper:
        told["printed"] = badge_command.put_on_paper(desk, registrations, printer)
    answers.answer(
        told, json_wanted=json_wanted, lines=[f"{key}: {value}" for key, value in told.items()]
    )


@kiosk.command()
@_data
@_json
@_event
@click.argument("kind", callback=_take_text)
@click.option(
    "--format", "form", type=click.Choice(["csv", "xlsx", "pdf"]), default="xlsx", show_default=True
)
@click.option("--out", "file", type=_READABLE, required=True)
@click.option(
    "--purpose",
    callback=_take_text,
    default="",
    help="What the export is for; kept in the access log.",
)
def export(
    kind: str, form: str, file: Path, purpose: str, event_id: str | None, *, json_wanted: bool
) -> None:
    """Export attendance, absentees or the journal."""
    from kiosk.services.exports.export import export as export_table

    done = export_table(_open(event_id), kind, form, file, purpose=purpose)
    told = {"file": str(done.file), "rows": done.rows, "sha256": done.sha256}
    answers.answer(told, json_wanted=json_wanted, lines=[f"{done.rows} rows: {done.file}"])


@kiosk.command()
@_data
@_json
def doctor(*, json_wanted: bool) -> None:
    """Say what this machine has and lacks."""
    from kiosk.services.doctor import examine

    checks = examine(_folder())
    lines = [
        f"{one['state']:4}  {one['check']}: {one['message']} {one['remedy']}".rstrip()
        for one in checks
    ]
    answers.answer(checks, json_wanted=json_wanted, lines=lines)


@kiosk.command("probe-qt", hidden=True)
def probe_qt() -> None:
    """Say as JSON what Qt sees of this machine; ``doctor`` asks it in a process of its own."""
    from kiosk.devices.probe import seen_by_qt

    answers.say(answers.as_json(seen_by_qt()))


@kiosk.command()
@_json
@click.option("--out", "folder", type=_READABLE, required=True)
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
@_json
@click.argument("names", nargs=-1)
def bench(names: tuple[str, ...], *, json_wanted: bool) -> None:
    """Measure this machine against the floors it names, side by side."""
    from kiosk.bench import run as measure

    rows = measure(names)
    lines = [
        f"{row['name']:9} ours {row['ours_ms']:9.3f} ms  floor {row['floor_ms']:9.3f} ms"
        f"  ratio {row['ratio']:5.2f}  p99 {row['p99_ms']:9.3f} ms  n {row['n']}"
        for row in rows
    ]
    answers.answer(rows, json_wanted=json_wanted, lines=lines)


def run_command() -> None:
    """Run the command line, with UTF-8 on every stream whatever the machine's locale says."""
    logs.keep_off_the_screen()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        kiosk(prog_name="kiosk")
    except BrokenPipeError:
        # The reader went away; nothing more can be said, and the interpreter must not try.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
