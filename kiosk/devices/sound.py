"""The kiosk's sounds: never the only sign of anything, so a machine without them goes on.

QtMultimedia is imported and the sound server is asked on the lane "sound": without libpulse the
import fails, and a server that hangs would hold the window.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.devices.sound_recipes import RECIPES
from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from kiosk.devices.sound_port import SoundPort

log = logging.getLogger(__name__)

LANE = "sound"
VOLUME_PERCENT = 70
"""Loudness before anybody sets it."""


def _ask_server() -> None:
    """Wait until the sound server has told its outputs; on the lane."""
    from kiosk.devices import sound_port  # noqa: PLC0415 - imports QtMultimedia

    # Elsewhere there is no server to wait for, and Windows binds its audio to the first thread.
    if sys.platform.startswith("linux"):
        sound_port.has_output()


def _port(parent: QObject) -> SoundPort:
    from kiosk.devices.sound_port import SoundPort  # noqa: PLC0415 - imports QtMultimedia

    return SoundPort(parent)


class Sounds(QObject):
    """Play the sounds of `sound_recipes` by name.

    Nothing here raises or waits. Where there is no output, ``absent`` comes once and every sound is
    silent; an output plugged in later is used.
    """

    absent = Signal()

    def __init__(
        self,
        lanes: Lanes,
        *,
        ask: Callable[[], None] = _ask_server,
        port: Callable[[QObject], SoundPort] = _port,
        parent: QObject | None = None,
    ) -> None:
        """Take the lanes to wait on; tests bring what they wait for and a ``port``'s maker."""
        super().__init__(parent)
        self._lanes, self._ask, self._make_port = lanes, ask, port
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
            self._lanes.run(LANE, self._ask, done=self._open, failed=self._fail, owner=self)

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

    def _open(self, _asked: None) -> None:
        try:
            self._port = self._make_port(self)
        except (ImportError, FileNotFoundError) as error:
            self._fail(error)
            return
        self._port.set_volume(self._volume_percent / 100)
        self._port.plugged.connect(self._look)
        self._look()

    def _look(self) -> None:
        if self._port is not None and not self._port.has_output():
            self._say_absent("no output is plugged in")

    def _fail(self, error: Exception) -> None:
        self._say_absent(str(error))

    def _say_absent(self, why: str) -> None:
        if not self._is_told:
            self._is_told = True
            log.warning("no sound on this machine: %s", why)
            self.absent.emit()
