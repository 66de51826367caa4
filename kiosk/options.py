"""What every command of the command line shares: its options, its data, its worded failures."""

from __future__ import annotations

import logging
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kiosk import answers, logs, paths, pre_flight
from kiosk.domain.errors import KioskError
from kiosk.domain.settings import read as read_setting

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

log = logging.getLogger(__name__)

FILE = click.Path(path_type=Path)
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


def take_text(_: click.Context, __: click.Parameter, value: Any) -> Any:
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


data_option = click.option(
    "--data", type=FILE, expose_value=False, callback=_take_data, is_eager=True,
    help="The data folder (default: KIOSK_DATA, else the user's).",
)  # fmt: skip
json_option = click.option(
    "--json", "json_wanted", is_flag=True, callback=_take_json, is_eager=True,
    help="Answer with one JSON document.",
)  # fmt: skip
event_option = click.option(
    "--event", "event_id", callback=take_text, help="Which event, where several are open."
)


def _take_mapping(_: click.Context, __: click.Parameter, value: tuple[str, ...]) -> dict[str, str]:
    """Return what ``--map`` names, heading by field."""
    pairs = [one.partition("=") for one in value]
    if not all(equals for _, equals, _ in pairs):
        raise click.BadParameter("write FIELD=HEADING")
    return {field.strip(): heading.strip() for field, _, heading in pairs}


map_option = click.option(
    "--map", "mapping", multiple=True, callback=_take_mapping, metavar="FIELD=HEADING",
    help="Name a column.",
)  # fmt: skip


def _take_setting(_: click.Context, parameter: click.Parameter, value: str | None) -> object:
    """Return a setting's value, read by the same rule as the store's."""
    if value is None:
        return None
    try:
        return read_setting(parameter.name or "", take_text(_, parameter, value))
    except ValueError as error:
        raise click.BadParameter(str(error)) from None


_SETTINGS = (
    click.option("--printer", help="folder:PATH, ipp://HOST, zebra://HOST or a queue; kept."),
    click.option("--badge", "badge_template", help="A template of `kiosk templates`; kept."),
    click.option("--language", type=click.Choice(["ko", "en"]), help="Of this desk; kept."),
    click.option("--desk-name", help="How the log names this desk; kept."),
    click.option(
        "--desk-side", type=click.Choice(["left", "right", "behind"]),
        help="Where the staffed desk stands, seen from the touchscreen; kept.",
    ),
    click.option("--panel-inch", callback=_take_setting, metavar="INCHES",
                 help="The touchscreen's diagonal, by which millimetres are told; kept."),
    click.option("--mount-mm", callback=_take_setting, metavar="MM",
                 help="How high its lower edge hangs above the floor; kept."),
    click.option("--low-view/--no-low-view", default=None,
                 help="Keep all that is touched in the screen's lower part; kept."),
    click.option("--monitor", callback=_take_setting,
                 help="The touchscreen's name or number, '' for the first; kept."),
    click.option("--volume", callback=_take_setting, metavar="0-100", help="Of sounds; kept."),
    click.option("--scanner", callback=_take_setting, metavar="keyboard|auto|serial:PORT",
                 help="Serial scanners beside keyboard ones: a port, VENDOR:PRODUCT, or auto for"
                 " every one on USB; kept."),
    click.option("--scanner-baud", callback=_take_setting, metavar="RATE",
                 help="Of serial scanners; kept."),
    click.option("--scanner-suffix", callback=_take_setting, metavar="any|cr|lf|crlf|none",
                 help="What serial scanners send after a code; kept."),
    click.option("--sounds/--no-sounds", default=None, help="Whether verdicts sound; kept."),
    click.option("--theme", type=click.Choice(["light", "dark"]), help="Of the front desk; kept."),
)  # fmt: skip


def settings_options(command: Callable[..., Any]) -> Callable[..., Any]:
    """Add the options that change this desk's settings; a command takes them as ``**told``."""
    for option in reversed(_SETTINGS):
        command = option(command)
    return command


def data_folder(*, create: bool = False) -> Path:
    """Return the data folder that this call names, and log into it; see ``make_folder``."""
    chosen = click.get_current_context().find_root().obj
    folder = paths.data_folder(chosen)
    if create:
        make_folder(folder)
    logs.write_into(folder / "logs")
    return folder


def make_folder(folder: Path) -> None:
    """Make a data folder; raises KioskError STORE_NOT_WRITABLE."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise KioskError("STORE_NOT_WRITABLE", path=str(folder), detail=error.strerror) from error


def be_ready_for_windows() -> None:
    """Refuse in words what Qt would abort over; call it before Qt is imported."""
    missing = pre_flight.missing_packages(window=not os.environ.get("QT_QPA_PLATFORM"))
    if missing:
        raise KioskError("QT_LIBRARIES_MISSING", remedy=pre_flight.remedy(missing))
    if not pre_flight.has_display():
        raise KioskError("NO_DISPLAY")


def open_event(event_id: str | None) -> OpenDesk:
    """Open a desk that serves an event, until the command ends; raises as ``open_desk``."""
    from kiosk.services.open_desk import open_desk  # noqa: PLC0415 - not for every command

    desk = open_desk(data_folder(), event_id)
    click.get_current_context().call_on_close(desk.close)
    return desk
