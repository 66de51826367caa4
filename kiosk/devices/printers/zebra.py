"""A Zebra label printer on TCP port 9100, which tells by ``~HS`` how it is."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from kiosk.devices.printers import zpl
from kiosk.devices.printers.deadline import CALL_S, Conversation, Deadline, connect, reason
from kiosk.devices.printers.printer import Progress
from kiosk.domain.errors import KioskError
from kiosk.domain.printer import TROUBLES, Fate, PrinterState

if TYPE_CHECKING:
    from PIL.Image import Image

PORT = 9100
DOTS = (203, 300)
_STATUS_BYTES_MOST = 4_096


class ZebraPrinter:
    """Print badges as graphics; done is what the printer no longer holds."""

    has_colour = False

    def __init__(
        self,
        host: str,
        port: int = PORT,
        dpi: int = DOTS[0],
        clock_s: Callable[[], float] = time.monotonic,
    ) -> None:
        self.name = f"zebra://{host}"
        self.dpi = dpi
        self._host, self._port, self._clock_s = host, port, clock_s

    @classmethod
    def of(cls, url: str) -> ZebraPrinter:
        """Return the printer of ``zebra://HOST[:PORT][?dpi=300]``; raises ValueError."""
        parts = urlsplit(url)
        dpi = parse_qs(parts.query).get("dpi", [str(DOTS[0])])[0]
        if not parts.hostname or parts.path not in ("", "/"):
            raise ValueError("must be zebra://HOST[:PORT]")
        if dpi not in map(str, DOTS):
            raise ValueError("must have a dpi of 203 or 300")
        return cls(parts.hostname, parts.port or PORT, int(dpi))

    def look(self) -> PrinterState:
        """Return how the printer says it is."""
        with self._talk("PRINTER_OFFLINE") as talk:
            return self._status(talk).state

    def print_badge(
        self,
        image: Image,
        _width_mm: float,
        _height_mm: float,
        _job_id: str,
        back: Image | None = None,
    ) -> Progress:
        """Send one label once the printer has said that it is well; then ask what it makes of it.

        Raises KioskError: PRINTER_OFFLINE, PRINTER_UNCLEAR, PRINTER_BUSY and the code of a trouble
        before anything was sent, PRINTER_CUT where the connection broke afterwards.
        """
        if back is not None:
            raise KioskError("PRINTER_REFUSED", printer=self.name, detail="a label has one side")
        data = zpl.label(image)
        with self._talk("PRINTER_OFFLINE") as talk:
            before = self._status(talk)
        if not before.state.is_well:
            raise KioskError(TROUBLES[before.state], printer=self.name)
        if before.is_full:
            raise KioskError("PRINTER_BUSY", printer=self.name)
        with self._talk("PRINTER_OFFLINE") as talk, self._cut():
            talk.send(data)
            return _progress(self._status(talk))

    def follow(self, _job_id: str) -> Progress:
        """Return whether the printer still holds a label.

        One that was out of reach meanwhile may have been switched off, and its label with it.
        """
        try:
            with self._talk("PRINTER_OFFLINE") as talk:
                return _progress(self._status(talk))
        except KioskError as error:
            if error.code == "PRINTER_OFFLINE":
                return Progress(Fate.UNSURE, PrinterState.OFFLINE)
            raise

    def give_up(self, _job_id: str) -> Fate:
        """Return that nobody knows: a label that is held may come out yet."""
        return Fate.UNSURE

    def find(self, _job_id: str, _age_s: float) -> Fate:
        """Return that nobody knows: it keeps no list of jobs."""
        return Fate.UNSURE

    @contextmanager
    def _talk(self, code: str) -> Iterator[Conversation]:
        """Hold a conversation whose failure is an error of a code."""
        deadline = Deadline(CALL_S, self._clock_s)
        try:
            talk = Conversation(connect(self._host, self._port, deadline), deadline)
        except (OSError, UnicodeError) as error:
            raise KioskError(code, printer=self.name, detail=reason(error)) from error
        try:
            yield talk
        except OSError as error:
            raise KioskError(code, printer=self.name, detail=reason(error)) from error
        finally:
            talk.close()

    @contextmanager
    def _cut(self) -> Iterator[None]:
        """Tell a failure behind the label's first byte apart: it may come out."""
        try:
            yield
        except OSError as error:
            raise KioskError("PRINTER_CUT", printer=self.name, detail=reason(error)) from error
        except KioskError as error:
            raise KioskError("PRINTER_CUT", printer=self.name, detail=error.code) from error

    def _status(self, talk: Conversation) -> zpl.Status:
        talk.send(zpl.ASK_STATUS)
        data, answer = b"", talk.makefile()
        while not zpl.is_whole(data):
            piece = answer.read1(_STATUS_BYTES_MOST)
            if not piece:
                raise ConnectionResetError("the printer hung up")
            data += piece
            if len(data) > _STATUS_BYTES_MOST:
                break
        try:
            return zpl.status(data)
        except ValueError as error:
            raise KioskError("PRINTER_UNCLEAR", printer=self.name, detail=str(error)) from error


def _progress(status: zpl.Status) -> Progress:
    fate = Fate.PRINTING if status.labels_held else Fate.DONE
    # A stopped printer that holds nothing has lost it, or never had it whole.
    if fate is Fate.DONE and not status.state.is_well:
        fate = Fate.UNSURE
    return Progress(fate, status.state)
