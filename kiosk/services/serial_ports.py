"""What ``kiosk doctor`` says of serial scanners: found, set, and allowed to be opened."""

from __future__ import annotations

import getpass
import os
import sys

from kiosk.domain.scanner import Port, PortChoice, read_choices

_CHECK = "serial scanner"


def examine(seen: object, setting: str) -> tuple[str, str, str, str]:
    """Return check, state, message and remedy for the ports that Qt saw and the desk's setting.

    ``seen`` is a list of [location, USB ids], or None where Qt's part cannot be loaded.
    """
    choices = read_choices(setting)
    if not isinstance(seen, list):
        state = "fail" if choices else "warn"
        message = "Serial ports cannot be reached: QtSerialPort does not load."
        return _CHECK, state, message, "Install the program again, PySide6-Addons included."
    ports = [Port(str(at).rpartition("/")[2], str(at), str(usb)) for at, usb in seen]
    missing = [str(one) or "auto" for one in choices if not _is_there(one, ports)]
    if missing:
        message = f"Not plugged in: {', '.join(missing)}."
        return _CHECK, "warn", message, "Plug it in, or set another: kiosk run --scanner …"
    meant = [port for one in choices for port in one.among(ports)] or [p for p in ports if p.usb]
    locked = [port.location for port in meant if not _may_open(port.location)]
    if locked:
        return _CHECK, "warn", f"{', '.join(locked)} may not be opened.", _group_remedy(locked[0])
    if not meant:
        message = "No serial scanner was found; one that types as a keyboard needs none."
        return _CHECK, "ok", message, ""
    return _CHECK, "ok", f"Found: {', '.join(port.location for port in meant)}.", ""


def _is_there(choice: PortChoice, ports: list[Port]) -> bool:
    # The probe tells no serial number: its make is enough to say that one is plugged in.
    any_number = PortChoice(choice.name, choice.usb)
    return bool(any_number.among(ports)) or (bool(choice.name) and os.path.exists(choice.name))  # noqa: PTH110


def _may_open(location: str) -> bool:
    is_file = sys.platform != "win32" and os.path.exists(location)  # noqa: PTH110 - may be no path
    return not is_file or os.access(location, os.R_OK | os.W_OK)


def _group_remedy(location: str) -> str:
    import grp  # noqa: PLC0415 - not on Windows, where no file is locked

    try:
        group = grp.getgrgid(os.stat(location).st_gid).gr_name  # noqa: PTH116
    except (OSError, KeyError):
        group = "dialout"
    return f"sudo usermod -aG {group} {getpass.getuser()}, then log in again."
