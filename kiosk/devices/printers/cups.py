"""The queues of this machine's CUPS, which speaks IPP itself and knows the truth of each job."""

from __future__ import annotations

import os
from urllib.parse import quote

from kiosk.devices.printers.ipp import IppPrinter
from kiosk.devices.printers.ipp_link import PORT, Address
from kiosk.domain.errors import KioskError

_HERE = "localhost"


def server() -> tuple[str, int]:
    """Return where CUPS listens: CUPS_SERVER as its own programs read it, else this machine.

    A path there is a local socket, beside which CUPS listens on the usual port.
    """
    told = os.environ.get("CUPS_SERVER", "")
    if told.startswith("/") or not told:
        return _HERE, PORT
    host, _, port = told.partition("/")[0].rpartition(":")
    return (host, int(port)) if port.isdecimal() else (port, PORT)


def cups_queue(name: str) -> IppPrinter | None:
    """Return CUPS' queue of a name; None where there is no CUPS, or it has no such queue.

    Raises KioskError PRINTER_UNCLEAR where it answers otherwise.
    """
    host, port = server()
    made = IppPrinter(Address(host, port, f"/printers/{quote(name)}"), name, is_queue=True)
    try:
        made.look()
    except KioskError as error:
        if error.code not in ("PRINTER_MISSING", "PRINTER_OFFLINE"):
            raise
        return None
    return made
