"""The kiosk's sounds: never the only sign of anything, so a machine without them goes on.

QtMultimedia is imported late, because without libpulse the import itself fails; and only after a
probe has heard of an output, because a sound server that hangs would hold the window.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.devices.probe_port import ProbePort
from kiosk.devices.sound_recipes import RECIPES

if TYPE_CHECKING:
    from kiosk.devices.sound_port import SoundPort

log = logging.getLogger(__name__)

VOLUME_PERCENT = 70
"""Loudness before anybody sets it."""


def _port(parent: QObject) -> SoundPort:
    from kiosk.devices.sound_port import SoundPort  # noqa: PLC0415 - imports QtMultimedia

    return SoundPort(parent)


class Sounds(QObject):
    """Play the sounds of `sound_recipes` by name.

    Nothing here raises or waits. Where there is no output, ``absent`` comes once and every sound is
    silent; an output pulled out and plugged in again is used again.
    """

    absent = Signal()

    def __init__(
        self,
        *,
        probe: ProbePort | None = None,
        port: Callable[[QObject], SoundPort] = _port,
        parent: QObject | None = None,
    ) -> None:
        """Be silent until ``start``; tests bring a ``probe`` and a ``port``'s maker."""
        super().__init__(parent)
        self._probe = probe or ProbePort("sound", self)
        self._probe.answered.connect(self._open)
        self._make_port = port
        self._port: SoundPort | None = None
        self._volume_percent = VOLUME_PERCENT
        self._is_muted = self._is_started = self._is_told = False

    @property
    def volume_percent(self) -> int:
        """How loud sounds are, 0 to 100."""
        return self._volume_percent

    def start(self) -> None:
        """Make the sounds ready; those asked for before that are not heard."""
        if not self._is_started:
            self._is_started = True
            self._probe.ask()

    def close(self) -> None:
        """Leave no probe behind."""
        self._probe.close()

    def play(self, name: str) -> None:
        """Begin a sound; a name without a recipe is silent, and logged."""
        if name not in RECIPES:
            log.warning("there is no sound %r", name)
        elif self._port is not None and not self._is_muted and self._volume_percent:
            self._port.play(name)

    def set_volume(self, percent: int) -> None:
        """Set the loudness, 0 to 100; what lies outside counts as the nearer end."""
        self._volume_percent = max(0, min(100, percent))
        if self._port is not None:
            self._port.set_volume(self._volume_percent / 100)

    def set_muted(self, is_muted: bool) -> None:  # noqa: FBT001 - a slot
        """Silence every sound, or let them be heard again at the loudness they had."""
        self._is_muted = is_muted

    def _open(self, outputs: list[str]) -> None:
        if not outputs:
            self._say_absent("no output was found")
            return
        try:
            self._port = self._make_port(self)
        except (ImportError, FileNotFoundError) as error:
            self._say_absent(str(error))
            return
        self._port.set_volume(self._volume_percent / 100)
        self._port.plugged.connect(self._look)

    def _look(self) -> None:
        if self._port is not None and not self._port.has_output():
            self._say_absent("the output was pulled out")

    def _say_absent(self, why: str) -> None:
        if not self._is_told:
            self._is_told = True
            log.warning("no sound on this machine: %s", why)
            self.absent.emit()
