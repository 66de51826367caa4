"""Which hand scanners a desk listens to, as a setting says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

KEYBOARD, AUTO, _SERIAL = "keyboard", "auto", "serial:"

BAUD_RATES = (1200, 2400, 4800, 9600, 19200, 38400, 57600, 115200)

_USB = re.compile(r"(?:usb:)?([0-9a-fA-F]{4}):([0-9a-fA-F]{4})(?::(.+))?")


class Suffix(StrEnum):
    """What a serial scanner sends after a code."""

    ANY = "any"  # carriage return, line feed, both, or nothing for a while
    CR = "cr"
    LF = "lf"
    CRLF = "crlf"
    NONE = "none"  # silence alone; for codes of several lines


@dataclass(frozen=True, slots=True)
class Port:
    """A serial port that is plugged in; ``usb`` is its ``vendor:product``, "" for no USB port."""

    name: str
    location: str
    usb: str = ""
    serial_number: str = ""


@dataclass(frozen=True, slots=True)
class PortChoice:
    """A port by name or by what is plugged into it; one that names nothing is any on USB.

    ``usb`` finds a scanner again that was plugged in elsewhere and has another number now.
    """

    name: str = ""
    usb: str = ""
    serial_number: str = ""

    def fits(self, port: Port) -> bool:
        """Tell whether a port is meant."""
        if self.name:
            return self.name in (port.name, port.location)
        if not self.usb:
            return bool(port.usb)
        is_same = not self.serial_number or self.serial_number == port.serial_number
        return is_same and self.usb == port.usb

    def among(self, ports: Iterable[Port]) -> list[Port]:
        """Return the ports that are meant, in order."""
        return [port for port in ports if self.fits(port)]

    def __str__(self) -> str:
        return self.name or ":".join(part for part in (self.usb, self.serial_number) if part)


def read_choices(text: str) -> tuple[PortChoice, ...]:
    """Return the serial ports of a setting, none for a keyboard scanner alone.

    Several are separated by ``;``. Raises ValueError with what it must be.
    """
    choices = []
    for part in text.split(";"):
        told = part.strip()
        if told in ("", KEYBOARD):
            continue
        choices.append(PortChoice() if told == AUTO else _choice(told))
    return tuple(dict.fromkeys(choices))


def _choice(told: str) -> PortChoice:
    place = told.removeprefix(_SERIAL)
    if place == told or not place or not place.isprintable():
        raise ValueError("must be keyboard, auto, serial:PORT or serial:VENDOR:PRODUCT[:NUMBER]")
    usb = _USB.fullmatch(place)
    if usb is None:
        return PortChoice(name=place)
    return PortChoice(usb=f"{usb[1]}:{usb[2]}".lower(), serial_number=usb[3] or "")


def serial_choice(port: Port) -> str:
    """Return the setting that means a port: what is plugged in where that is known, else its name.

    Without a number two scanners of one make are both meant, which is no harm.
    """
    if not port.usb:
        return _SERIAL + port.name
    return _SERIAL + ":".join(part for part in (port.usb, port.serial_number.strip()) if part)
