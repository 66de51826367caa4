"""Touchscreen: the self check-in's window among its devices, and locked down where it stands alone.

The window knows no device: what it says, what is heard and what the camera notices meet here.
"""

from __future__ import annotations

import logging
import os
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtGui import QGuiApplication, QScreen

from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.deck import Help
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.window import SelfCheckInWindow

if TYPE_CHECKING:
    from kiosk.devices.camera import Camera, Hint
    from kiosk.devices.sound import Sounds
    from kiosk.devices.speech import Speech

log = logging.getLogger(__name__)

PIN_NOTE = "administration-pin.txt"
"""Where a PIN is left that no terminal could show; beside the data."""


class Touchscreen(QObject):
    """Hold one window's wires; ``is_kiosk`` is whether it fills its screen and cannot be left."""

    def __init__(
        self, window: SelfCheckInWindow, desk: CheckInDesk, *, is_kiosk: bool, parent: QObject
    ) -> None:
        super().__init__(parent)
        self.window, self._desk, self._is_kiosk = window, desk, is_kiosk
        self._sounds: Sounds | None = None
        self._preparing = QTimer(self, interval=0)
        self._preparing.timeout.connect(self._prepare)
        window.left_kiosk.connect(self._leave)
        window.closing.connect(self.close_program)
        window.destroyed.connect(self._preparing.stop)
        window.guide.moved.connect(self._look_at_lock)
        desk.settings_changed.connect(self._take_settings)

    def show(self) -> None:
        """Fill the chosen screen, and stay there."""
        chosen = chosen_screen(self._desk.settings.monitor)
        if chosen is not None:
            self.window.setScreen(chosen)
            self.window.setGeometry(chosen.geometry())
        self.window.showFullScreen()
        self.window.is_locked = True

    def prepare(self, folder: Path) -> None:
        """Make the other screens, one a turn, so that none is waited for later.

        A PIN is drawn where there is none: without it nobody could open the administration.
        """
        self._preparing.start()
        self._desk.draw_pin(partial(tell_pin, folder=folder))

    def stop(self) -> None:
        """Let go of the window, which is about to close."""
        self._preparing.stop()
        self.window.is_locked = False

    def _prepare(self) -> None:
        if not self.window.prepare_next():
            self._preparing.stop()

    def wire(self, sounds: Sounds, speech: Speech, camera: Camera) -> None:
        """Connect what is heard, said and seen."""
        self._sounds = sounds
        window = self.window
        window.sounded.connect(sounds.play)
        window.said.connect(speech.say)
        window.voiced.connect(lambda cell: _steer(speech, cell))
        speech.saying.connect(window.show_caption)
        speech.fell_silent.connect(lambda: window.show_caption(""))
        speech.absent.connect(window.say_no_voice)
        camera.frame_shown.connect(window.show_frame)
        camera.several_seen.connect(window.say_several)
        camera.hinted.connect(self._hint)
        self._take_settings()

    def _hint(self, hint: Hint) -> None:
        self.window.hint("" if hint.name == "NONE" else hint.name.lower())

    def _take_settings(self) -> None:
        if self._sounds is not None:
            self._sounds.set_volume(self._desk.settings.volume)
            self._sounds.set_muted(not self._desk.settings.sounds)

    def _leave(self) -> None:
        """Give staff the desktop; the administration's own time ends it."""
        self.window.is_locked = False
        self.window.showNormal()

    def close_program(self) -> None:
        """End the program, as staff asked."""
        self.stop()
        self.window.close()

    def _look_at_lock(self, state: State) -> None:
        # Also out of service: the way home ends there as long as nothing can be written.
        is_over = state is not State.ADMINISTRATION
        if self._is_kiosk and is_over and not self.window.is_locked:
            self.window.is_locked = True
            self.window.showFullScreen()


def _steer(speech: Speech, cell: Help | None) -> None:
    """Do what a cell of voice guidance says; None begins anew for the next guest."""
    steps = {
        Help.STOP: speech.stop,
        Help.SOFTER: speech.softer,
        Help.LOUDER: speech.louder,
        Help.SLOWER: speech.slower,
        Help.FASTER: speech.faster,
    }
    if cell is None:
        speech.reset()
    else:
        steps[cell]()


def chosen_screen(monitor: str) -> QScreen | None:
    """Return the screen of a name or a number (from 1), else the primary one."""
    screens = QGuiApplication.screens()
    if not monitor:
        return QGuiApplication.primaryScreen()
    by_name = {one.name(): one for one in screens}
    if monitor in by_name:
        return by_name[monitor]
    if monitor.isdecimal() and 1 <= int(monitor) <= len(screens):
        return screens[int(monitor) - 1]
    log.warning("there is no screen %s; the primary one is used", monitor)
    return QGuiApplication.primaryScreen()


def tell_pin(pin: str | None, folder: Path) -> None:
    """Say once what opens the administration: where staff start the program, else in a file.

    A program started by a double click or a service has no terminal, and its log is no place for a
    secret: the file is the owner's alone to read.
    """
    if pin is None:
        return
    if sys.stderr is not None and sys.stderr.isatty():
        sys.stderr.write(_words(pin))
        return
    note = folder / PIN_NOTE
    try:
        note.unlink(missing_ok=True)
        descriptor = os.open(note, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(_words(pin))
    except OSError as error:
        log.warning("the administration PIN could not be told (%s): set one with: kiosk pin", error)
    else:
        log.warning("the administration PIN is in %s; read it and delete the file", note)


def _words(pin: str) -> str:
    return (
        f"Administration PIN of this touchscreen: {pin}. It is shown only this once;"
        " change it with: kiosk pin\n"
    )
