"""Deeds: which key of the desk does what, beyond finding somebody and checking them in."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeyEvent

from kiosk.domain.request import RequestKind
from kiosk.domain.settings import DeskTheme
from kiosk.ui.front_desk.dialogs import Dialogs
from kiosk.ui.front_desk.door_deeds import DoorDeeds
from kiosk.ui.front_desk.help_dialog import HelpDialog
from kiosk.ui.front_desk.person_deeds import PersonDeeds
from kiosk.ui.front_desk.scene import Scene, Stage

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk
    from kiosk.ui.front_desk.reception import Reception
    from kiosk.ui.front_desk.requests import Requests
    from kiosk.ui.front_desk.window import FrontDeskWindow

_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Deeds(QObject):
    """Turn keys and clicks into deeds; see ``HelpDialog`` for all of them."""

    def __init__(
        self, window: FrontDeskWindow, desk: CheckInDesk, reception: Reception, requests: Requests
    ) -> None:
        super().__init__(window)
        self._window, self._desk = window, desk
        self._reception, self._requests = reception, requests
        self.dialogs = Dialogs(window)
        desk.answered.connect(self.dialogs.follow)
        reception.scene_changed.connect(self._let_next)
        self.person = PersonDeeds(window, desk, reception, self.dialogs)
        self.door = DoorDeeds(window, desk, reception, self.dialogs)
        self.door.sign_wanted.connect(self.person.sign)
        self.door.registered.connect(self._end_stranger)
        person, door = self.person, self.door
        self._keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_F1: self.help,
            Qt.Key.Key_F2: person.press_look,
            Qt.Key.Key_F3: door.walk_in,
            Qt.Key.Key_F5: person.note,
            Qt.Key.Key_F6: person.print_again,
            Qt.Key.Key_F7: person.sign,
            Qt.Key.Key_F10: door.group,
            Qt.Key.Key_F11: self.turn_theme,
        }
        self._chords: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Z: door.undo,
            Qt.Key.Key_Y: self.check_in_again,
            Qt.Key.Key_E: door.check_out,
            Qt.Key.Key_Return: door.let_in,
            Qt.Key.Key_Enter: door.let_in,
        }

    def _let_next(self, scene: Scene) -> None:
        if scene.stage is Stage.READY:
            self.dialogs.release()

    def take_key(self, event: QKeyEvent) -> bool:
        """Do what a key stands for, and tell whether it stands for anything here."""
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        deed = (self._chords if chord else self._keys).get(event.key())
        if deed is None:
            return False
        if not event.isAutoRepeat():  # a key that is held would do it again and again
            deed()
        return True

    def let_go(self, event: QKeyEvent) -> bool:
        """Hear that a key was let go, which matters for the one that is held to look."""
        if event.key() != Qt.Key.Key_F2:
            return False
        if not event.isAutoRepeat():
            self.person.release_look()
        return True

    def turn_theme(self) -> None:
        """Turn from light to dark or back; it stays so when the program starts again."""
        is_light = self._desk.settings.theme is DeskTheme.LIGHT
        self._desk.change_settings(theme=DeskTheme.DARK if is_light else DeskTheme.LIGHT)

    def help(self) -> None:
        """Tell every key."""
        self.dialogs.open(HelpDialog(self._window))

    def check_in_again(self) -> None:
        """Check in once more whoever was undone just now."""
        if self._reception.scene.stage is Stage.UNDONE:
            self._reception.confirm()

    def confirm(self) -> None:
        """Do what Enter stands for; with a stranger's request in hand and nobody shown, register.

        Whoever is not on the list is mostly not on it at the desk either (flows, D8).
        """
        nothing_typed = not self._window.column.field.query().strip()
        ready = self._reception.scene.stage is Stage.READY
        if nothing_typed and ready and self._stranger():
            self.door.walk_in()
        else:
            self._reception.confirm()

    def _stranger(self) -> str:
        """Return the id of the request in hand, where it is help for nobody known, else ""."""
        held = self._requests.in_hand
        for one in self._requests.shown:
            request = one.request
            is_help = request.kind is RequestKind.HELP and not request.registration
            if request.id == held and is_help:
                return request.id
        return ""

    def _end_stranger(self) -> None:
        """End the request of whoever has been registered at last."""
        request = self._stranger()
        if request:
            self._desk.close_request(request)
