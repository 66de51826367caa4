"""The composition root of the windows: everything is built and wired here, once."""

from __future__ import annotations

import logging
import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, TypeGuard

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QLocale,
    QObject,
    QSize,
    Qt,
    QTimer,
    QTranslator,
    Signal,
)
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from kiosk.application import application, program_icon
from kiosk.collector import GuiCollector
from kiosk.devices.wedge import WedgeFilter
from kiosk.domain.errors import KioskError
from kiosk.hand_scanners import HandScanners
from kiosk.lanes import Lanes
from kiosk.paths import resource
from kiosk.services.open_desk import OpenDesk, open_desk
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.messages import error_text

if TYPE_CHECKING:
    from kiosk.badge_queue import BadgeQueue
    from kiosk.devices.camera import Camera
    from kiosk.devices.camera_watch import CameraState
    from kiosk.devices.sound import Sounds
    from kiosk.devices.speech import Speech
    from kiosk.organiser import Office
    from kiosk.touchscreen import Touchscreen
    from kiosk.ui.front_desk.window import FrontDeskWindow
    from kiosk.ui.self_check_in.window import SelfCheckInWindow

    Face = FrontDeskWindow | SelfCheckInWindow

log = logging.getLogger(__name__)

# What each face calls a camera's state: the desk's chip, and the welcome's picture.
_CAMERA_WORDS = {
    "SEARCHING": ("searching", "searching"),
    "LIVE": ("ready", "live"),
    "ABSENT": ("off", "absent"),
    "LOST": ("missing", "lost"),
    "DARK": ("dark", "dark"),
    "IN_USE": ("in-use", "lost"),
    "FROZEN": ("frozen", "lost"),
}


class Program(QObject):
    """One running program: its lanes, its store, its devices and its windows.

    ``opened`` comes when the windows are on the screen, ``refused`` with a KioskError when the
    store could not be opened.
    """

    opened = Signal()
    refused = Signal(object)
    _badge_moved = Signal(str)
    _printers_told = Signal(object)

    def __init__(
        self, folder: Path, event_id: str | None, faces: Sequence[str], *, full_screen: bool = False
    ) -> None:
        super().__init__()
        self._folder, self._event_id = folder, event_id
        self._faces, self._full_screen = faces, full_screen
        self.lanes = Lanes(self)
        self.desk: OpenDesk | None = None
        self.windows: list[Face] = []
        self.camera: Camera | None = None
        self.sounds: Sounds | None = None
        self.speech: Speech | None = None
        self.touchscreens: list[Touchscreen] = []
        self.wedge = WedgeFilter(self)
        self.scanners = HandScanners(self.lanes, self.wedge, self)
        self.queue: BadgeQueue | None = None
        self.office: Office | None = None
        self._is_closed = False

    def start(self) -> None:
        """Open the store on its lane; the windows follow."""
        self.lanes.run(
            "desk",
            open_desk,
            self._folder,
            self._event_id,
            done=self._build,
            failed=self._refuse,
            owner=self,
        )

    def _refuse(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            log.error("the program could not open", exc_info=error)
            error = KioskError("UNEXPECTED", kind=type(error).__name__)
        self.refused.emit(error)

    def _build(self, desk: OpenDesk) -> None:
        self.desk = desk
        if "organiser" in self._faces:
            self._open_office(desk)
            return
        try:
            for face in self._faces:
                self._show(self._window(face, desk))
        except OSError as error:  # the installation lacks one of its own files
            self._refuse(error)
            return
        self.scanners.scanned.connect(self._take_scan)
        self.wedge.start()
        self.opened.emit()
        # After the first paint: neither the camera nor the log's size is needed to begin.
        QTimer.singleShot(0, self._start_devices)

    def _open_office(self, desk: OpenDesk) -> None:
        """Open the organiser's window, which needs no camera, scanner or sound."""
        from kiosk.organiser import Office  # noqa: PLC0415 - see _window

        try:
            self.office = Office(self.lanes, desk, self)
        except OSError as error:
            self._refuse(error)
            return
        self.office.show(program_icon())
        self.opened.emit()

    def _window(self, face: str, desk: OpenDesk) -> Face:
        counter = CheckInDesk(self.lanes, desk, parent=self)
        counter.badge_changed.connect(self._look_at_queue)
        self._badge_moved.connect(counter.badge_changed)
        if face == "self":
            # Each face is imported only where it is shown: the start is the poorer by the other.
            from kiosk.touchscreen import Touchscreen  # noqa: PLC0415
            from kiosk.ui.self_check_in.window import SelfCheckInWindow  # noqa: PLC0415

            made = SelfCheckInWindow(counter)
            touchscreen = Touchscreen(made, counter, is_kiosk=self._full_screen, parent=self)
            self.touchscreens.append(touchscreen)
            return made
        from kiosk.ui.front_desk.window import FrontDeskWindow  # noqa: PLC0415

        window = FrontDeskWindow(counter, clock=lambda: datetime.now(UTC))
        window.called.connect(partial(self._play, "call"))
        window.scan_kept.connect(partial(self._play, "again"))
        self._printers_told.connect(window.show_printers)
        window.printers.look_wanted.connect(self._look_at_printers)
        window.printers.give_up_wanted.connect(self._give_up_badge)
        self.scanners.wire(window, counter)
        return window

    def _show(self, window: Face) -> None:
        window.setWindowTitle("해맞이 Haemaji")
        window.setWindowIcon(program_icon())
        window.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
        self.windows.append(window)
        kiosk = next((one for one in self.touchscreens if one.window is window), None)
        if self._full_screen and kiosk is not None:
            kiosk.show()
        elif self._full_screen:
            window.showFullScreen()
        else:
            window.resize(_size_on(window, share_width=len(self._faces) > 1))
            if len(self.windows) > 1:
                # Beside the first one, as far as the screen allows.
                edge = window.screen().availableGeometry().right()
                window.move(edge - window.width(), 0)
            window.show()

    def _start_devices(self) -> None:
        desk = self.desk
        if desk is None or self._is_closed:
            return
        # Pillow, the decoder and QtMultimedia cost as much as the windows: they come after them.
        from kiosk.badge_queue import BadgeQueue  # noqa: PLC0415
        from kiosk.devices.camera import Camera  # noqa: PLC0415
        from kiosk.devices.sound import Sounds  # noqa: PLC0415
        from kiosk.devices.speech import Speech  # noqa: PLC0415

        self.lanes.run("desk", desk.store.grow_log, failed=self._note, owner=self)
        self.queue = BadgeQueue(self.lanes, desk, self)
        self.queue.moved.connect(self._badge_moved)
        self.queue.told.connect(self._printers_told)
        self.queue.start()
        self.sounds = Sounds(parent=self)
        self.sounds.start()
        self.speech = Speech(parent=self)  # its process starts with the first text
        self.camera = Camera(self.lanes, parent=self)
        self.camera.scanned.connect(partial(self.scanners.take, "camera"))
        self.camera.state_changed.connect(self._tell_camera)
        for touchscreen in self.touchscreens:
            touchscreen.wire(self.sounds, self.speech, self.camera)
            touchscreen.prepare(self._folder)
        self._tell_camera(self.camera.state)
        self.camera.start()
        self.scanners.adopt(desk.settings)

    def _note(self, error: Exception) -> None:
        log.warning("the log could not be grown: %s", error)

    def _tell_camera(self, state: CameraState) -> None:
        for_staff, for_guests = _CAMERA_WORDS[state.name]
        for window in self.windows:
            if _is_for_guests(window):
                window.set_camera_state(for_guests)
            else:
                window.set_camera_state(for_staff)

    def _take_scan(self, text: str) -> None:
        """Hand a scan to the window in front, else to the first that has not been closed."""
        active = QApplication.activeWindow()
        shown = [one for one in self.windows if one.isVisible()]
        front = next((one for one in shown if one is active), shown[0] if shown else None)
        if front is not None:
            front.take_scan(text)

    def _play(self, sound: str) -> None:
        if self.sounds is not None:
            self.sounds.play(sound)

    def _look_at_queue(self, _registration: str) -> None:
        if self.queue is not None:
            self.queue.look()

    def _look_at_printers(self) -> None:
        if self.queue is not None:
            self.queue.tick()

    def _give_up_badge(self, job_id: str) -> None:
        if self.queue is not None:
            self.queue.give_up(job_id)

    def close(self) -> None:
        """Stop the devices, let every lane finish what it holds, and close the store."""
        self._is_closed = True
        self.wedge.stop()
        self.scanners.stop()
        if self.camera is not None:
            self.camera.stop()
        if self.sounds is not None:
            self.sounds.close()
        if self.speech is not None:
            self.speech.close()
        self.lanes.close(last={"desk": self._leave})
        for touchscreen in self.touchscreens:
            touchscreen.stop()
        if self.office is not None:
            self.office.close()
        for window in self.windows:
            # Its translations go with it; the next program may speak another language.
            window.close()
            window.deleteLater()
        self.windows.clear()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _leave(self) -> None:
        """Write down what the printer came to, and let go of the store; on the lane "desk"."""
        if self.desk is None:
            return
        try:
            if self.queue is not None:
                self.queue.settle()
        except KioskError as error:
            log.warning("the last badge's end was not recorded: %s", error.code)
        finally:
            self.desk.close()


def _is_for_guests(window: Face) -> TypeGuard[SelfCheckInWindow]:
    """Tell a touchscreen from the desk, without importing the face that is not shown."""
    return type(window).__name__ == "SelfCheckInWindow"


def _size_on(window: QWidget, *, share_width: bool) -> QSize:
    """Return a window's wanted size, no larger than its part of the screen.

    That is nine tenths of it, and two thirds of its width where the other face stands beside.
    """
    wanted = _SIZES[type(window).__name__]
    screen = window.screen().availableSize()
    width = screen.width() * (0.67 if share_width else 0.9)
    share = min(1.0, width / wanted.width(), 0.9 * screen.height() / wanted.height())
    return QSize(round(wanted.width() * share), round(wanted.height() * share))


_SIZES = {"FrontDeskWindow": QSize(1366, 768), "SelfCheckInWindow": QSize(1080, 1920)}


def open_windows(
    folder: Path, event_id: str | None, faces: Sequence[str], *, full_screen: bool
) -> int:
    """Open the program's windows and run it until the last is closed; return the exit status."""
    app = application()
    program = Program(folder, event_id, faces, full_screen=full_screen)
    failures: list[KioskError] = []

    def refuse(error: KioskError) -> None:
        failures.append(error)
        app.exit(1)

    program.refused.connect(refuse)
    collector = GuiCollector(program)
    program.start()
    with _asked_to_end(app):
        status = app.exec()
    collector.stop()
    program.close()
    for error in failures:
        sys.stderr.write(f"{error_text(error)}\n")
        if app.platformName() not in ("offscreen", "minimal"):
            _tell(error)
    return status


@contextmanager
def _asked_to_end(app: QApplication) -> Iterator[None]:
    """Close the windows in good order on SIGINT and SIGTERM, and log what a slot raised.

    Python hears a signal between two of its own lines: the windows' clocks see to that each second.
    ``quit`` would ask every window first, and a locked touchscreen says no, to a machine that shuts
    down as well.
    """
    signals = (signal.SIGINT, signal.SIGTERM)
    before = [signal.signal(one, lambda *_: QTimer.singleShot(0, app.exit)) for one in signals]
    shown, sys.excepthook = sys.excepthook, _log_failure
    try:
        yield
    finally:
        sys.excepthook = shown
        for one, handler in zip(signals, before, strict=True):
            signal.signal(one, handler)


def _log_failure(
    _kind: type[BaseException], failure: BaseException, _trace: TracebackType | None
) -> None:
    log.error("the program's window failed", exc_info=failure)


def _tell(error: KioskError) -> None:
    """Show why the program does not open, to somebody who started it without a terminal."""
    translator = QTranslator()
    if QLocale.system().language() == QLocale.Language.Korean:
        translator.load(str(resource("i18n", "errors_ko.qm")))
        QCoreApplication.installTranslator(translator)
    words = error_text(error, lambda source: QCoreApplication.translate("Errors", source))
    box = QMessageBox(QMessageBox.Icon.Critical, "해맞이 Haemaji", words)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.exec()
