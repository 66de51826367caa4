"""SelfCheckInWindow: the touchscreen's one window."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QContextMenuEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.aids import Aids
from kiosk.ui.self_check_in.deck import Help, HelpDeck
from kiosk.ui.self_check_in.filling import fill
from kiosk.ui.self_check_in.flow import MOVES, SOUNDS, State, Trigger
from kiosk.ui.self_check_in.gesture import CornerGesture
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.idling import Idling
from kiosk.ui.self_check_in.layout import Layout
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.notices import Notices, Told
from kiosk.ui.self_check_in.reading import Reading, is_personal
from kiosk.ui.self_check_in.screen import Screen
from kiosk.ui.self_check_in.screens import Screens
from kiosk.ui.self_check_in.steering import steered
from kiosk.ui.self_check_in.top_bar import TopBar
from kiosk.ui.self_check_in.welcome import WelcomeScreen
from kiosk.ui.widgets.camera_view import Sight
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.notice import Notice

_TICK_MS, _SMOOTH_TICK_MS = 100, 33


class SelfCheckInWindow(QWidget):
    """Show the guest one screen at a time; devices reach it through its public methods.

    The clock gives seconds. The window itself holds the focus, never a text field, so that no input
    method can swallow a scan. ``sounded`` carries a sound's name, ``said`` a text and its language,
    ``voiced`` a Help of voice guidance, ``left_kiosk`` that staff asked for the desktop,
    ``closing`` that they asked to end the program.
    """

    sounded = Signal(str)
    said = Signal(str, str)
    voiced = Signal(object)
    left_kiosk = Signal()
    closing = Signal()

    def __init__(
        self,
        desk: CheckInDesk,
        *,
        clock: Callable[[], float] = time.monotonic,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._dress = Dress()
        self._touched_at = clock()
        self.is_locked = False
        self.guide = Guide(desk, clock, self)
        self._build()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAcceptDrops(False)
        self.setWindowTitle("Haemaji")
        self.setMinimumSize(360, 360)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.take_settings()
        self._enter(State.WELCOME)

    def _build(self) -> None:
        self.screens = Screens(self._dress, self._adopt)
        self.top = TopBar(self._dress, self)
        self.deck = HelpDeck(self._dress, self)
        self.notice = Notice(self._dress, self)
        self.ring = FocusRing(self._dress, self)
        self.gesture = CornerGesture(self, self._clock)
        self.notices, self.reading = Notices(self.notice, self._clock), Reading(self._clock)
        self.layout_of = Layout(self, self._dress, self.top, self.deck, self.notice)
        self.aids = Aids(self.guide, self._dress, self.deck, self.screens, self)
        self.idling = Idling(self.aids, self._clock, self)
        welcome = self.screens[State.WELCOME]
        assert isinstance(welcome, WelcomeScreen)  # noqa: S101 - the table says so
        self.welcome = welcome
        self._shown: Screen = self.welcome

    def _adopt(self, state: State, screen: Screen) -> None:
        """Take in a screen that has just been made."""
        screen.setParent(self)
        screen.hide()
        screen.setGeometry(self.rect())
        screen.lower()
        if hasattr(self, "aids"):
            screen.speak(self.aids.language)
        screen.acted.connect(self._act)
        if state is State.VOICE:
            screen.helped.connect(self.press_help)  # type: ignore[attr-defined]
        if state is State.OK:
            self.guide.badge_drawn.connect(screen.show_badge)  # type: ignore[attr-defined]

    def _connect(self) -> None:
        self.guide.moved.connect(self._enter)
        self.guide.changed.connect(self._refill)
        self.guide.ended.connect(self.aids.reset)
        self._desk.session_changed.connect(self._show_event)
        self._desk.settings_changed.connect(self.take_settings)
        self.deck.pressed.connect(self.press_help)
        self.deck.turned.connect(self._arrange)
        self.aids.changed.connect(self._dress_anew)
        self.aids.spoken.connect(self._say)
        self.aids.voiced.connect(self._voice)
        self.gesture.made.connect(self.guide.unlock)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def take_settings(self) -> None:
        """Take this desk's own language, view and millimetres."""
        self.layout_of.measure(self._desk.settings)
        self.aids.begin(self._desk.settings)

    def prepare_next(self) -> bool:
        """Make one more screen before it is needed; False once all are there."""
        missing = self.screens.missing()
        if missing is not None:
            self.screens[missing]
        return missing is not None

    def take_scan(self, text: str) -> None:
        """Take the text of a code from whichever device read it."""
        self._touched_at = self._clock()
        self.notices.hush()
        self.guide.take_scan(text)

    def show_frame(self, frame: QImage) -> None:
        """Show a picture of the camera, where the welcome is on show."""
        if self._shown is self.welcome:
            self.welcome.show_frame(frame)
            self.idling.see(frame)

    def set_camera_state(self, state: str) -> None:
        """Show what the camera can do: searching, live, absent, lost or dark."""
        self.welcome.set_sight(Sight(state))
        if self._shown is self.welcome:
            self._arrange()

    def say_several(self) -> None:
        """Ask for one code at a time."""
        self.notices.tell(Told.SEVERAL)
        self._tell()

    def hint(self, hint: str) -> None:
        """Say how to hold a code that is seen and cannot be read: further, brighter or name."""
        self.notices.tell(Told(hint))
        self._tell()

    def say_no_voice(self) -> None:
        """Say that nothing speaks on this machine: words alone guide."""
        self.notices.tell(Told.NO_VOICE)
        self._tell()
        screen = self.screens[State.VOICE]
        screen.show_absence(is_absent=True)  # type: ignore[attr-defined]
        if screen is self._shown:
            self._arrange()

    def show_caption(self, caption: str) -> None:
        """Show what is being said."""
        self.top.show_caption(caption if self.access.has_voice else "")

    def _act(self, act: Act, value: object) -> None:
        self._touched_at = self._clock()
        if act in (Act.LEAVE_KIOSK, Act.CLOSE_PROGRAM, Act.ADJUST):
            self._administer(act, value)
            return
        if self.guide.act(act, value) and act in (Act.LETTER, Act.DIGIT, Act.KEY, Act.PIN_KEY):
            self.sounded.emit("key")

    def _administer(self, act: Act, value: object) -> None:
        if self.guide.state is not State.ADMINISTRATION:
            return
        self.guide.flow.touch()
        if act is Act.ADJUST and isinstance(value, tuple):
            self._desk.change_settings(**{str(value[0]): value[1]})
        elif act is Act.LEAVE_KIOSK:
            self.left_kiosk.emit()
        elif act is Act.CLOSE_PROGRAM:
            self.closing.emit()

    def press_help(self, cell: Help) -> None:
        """Switch what a cell of the help deck stands for."""
        self._touched_at = self._clock()
        self.guide.flow.touch()
        self.aids.press(cell)

    @property
    def language(self) -> str:
        """Return the language on show."""
        return self.aids.language

    @property
    def access(self) -> Access:
        """Return what the guest has switched on."""
        return self.aids.access

    def set_access(self, access: Access) -> None:
        """Show everything as a guest with these choices sees it."""
        self.aids.use(access)

    def set_language(self, language: str) -> None:
        """Show every word in ``ko`` or ``en``."""
        self.aids.use(replace(self.access, language=language))

    def _dress_anew(self) -> None:
        """Say the event and place and paint everything, after a guest has changed how it looks."""
        self._show_event()
        self._tell()
        self._arrange()
        self._repaint()

    def _say(self, words: str) -> None:
        """Have words said aloud; "" stands for those of the screen."""
        if words := words or self.reading.whole(self._shown):
            self.said.emit(words, self.language)

    def _say_news(self) -> None:
        """Have said what has changed on the screen; the seconds of a lock are staff's to read."""
        is_read = self.access.has_voice and self.guide.state is not State.PIN
        if is_read and (news := self.reading.news(self._shown)):
            self._say(news)

    def _voice(self, cell: Help | None) -> None:
        if cell in (None, Help.STOP):
            self.top.show_caption("")
        self.voiced.emit(cell)

    def _show_event(self) -> None:
        self.welcome.show_event(self._desk.event_served, self._desk.session)

    def tick(self) -> None:
        """Let the time pass: what is due happens, and what counts down is painted."""
        self.gesture.tick()
        self.guide.tick()
        self._show_time()
        self._tell()
        self.idling.tick(self.guide.state, self._touched_at)

    def _show_time(self) -> None:
        event = self._desk.event_served
        at = self._desk.now().astimezone(event.zone)
        self.top.show_words(" · ".join(event.hosts), f"{at:%H:%M}")
        flow = self.guide.flow
        if self.guide.state is State.OK:
            self._shown.show_elapsed(flow.elapsed_s)  # type: ignore[attr-defined]
        left, whole = flow.left_s, flow.whole_s
        if left is not None and whole is not None:
            self._shown.show_time(left, whole)

    def _tell(self) -> None:
        is_slow, is_welcome = self.guide.steps.is_slow, self._shown is self.welcome
        if self.notices.show(is_slow=is_slow, is_welcome=is_welcome):
            self.layout_of.place_notice()

    def _enter(self, state: State) -> None:
        self._touched_at = self._clock()
        left, self._shown = self._shown, self.screens[state]
        if left is not self._shown:
            left.hide()
            self.screens.clear(left, state)
        fill(self._shown, self.guide, self._desk)
        if state in (State.NAME, State.ORGANISATION, State.PHONE):
            self._shown.begin()  # type: ignore[attr-defined]
        self._timer.setInterval(_SMOOTH_TICK_MS if state is State.OK else _TICK_MS)
        self.top.show_scene(self._shown.scene)
        self.aids.show_cells()
        self._arrange()
        self._shown.show()
        self._show_time()
        self._tell()
        self.ring.ring(None)
        self.setFocus()
        if state in SOUNDS:
            self.sounded.emit(SOUNDS[state])
        if self.access.has_voice:
            self._say("")

    def _refill(self) -> None:
        fill(self._shown, self.guide, self._desk)
        self._arrange()
        self._say_news()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        self.layout_of.measure(self._desk.settings)
        self._arrange()
        self._follow_focus(None, QApplication.focusWidget())
        self._repaint()

    def _arrange(self) -> None:
        self.layout_of.arrange(self._shown, self.access)

    def _repaint(self) -> None:
        self.update()
        for widget in self.findChildren(QWidget):
            widget.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Count any touch as a sign that somebody is there."""
        self._touched_at = self._clock()
        self.guide.flow.touch()
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move the focus with the arrows; Escape is the way home."""
        if event.key() == Qt.Key.Key_Escape:
            self._escape()
            return
        if event.key() == Qt.Key.Key_F11 and not self.is_locked:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
            return
        target = steered(self._buttons(), self._focused(), event.key())
        if target is None:
            return
        self._touched_at = self._clock()
        self.guide.flow.touch()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """Go back where there is a way back, else home."""
        moves_back = Trigger.BACK in MOVES[self.guide.state]
        self._act(Act.BACK if moves_back else Act.HOME, None)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Move the focus in reading order: the sea from the top down, then the help deck."""
        buttons = self._buttons()
        if not buttons:
            return False
        focused = self._focused()
        step = 1 if forward else -1
        start = -1 if forward else 0
        place = buttons.index(focused) if focused in buttons else start
        buttons[(place + step) % len(buttons)].setFocus(Qt.FocusReason.TabFocusReason)
        return True

    def _buttons(self) -> list[QAbstractButton]:
        cells = list(self.deck.buttons())
        return [*(one for one in self._shown.buttons() if one not in cells), *cells]

    def _focused(self) -> QAbstractButton | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, QAbstractButton) else None

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        ours = new if isinstance(new, QAbstractButton) and self.isAncestorOf(new) else None
        self.ring.ring(ours)
        if ours is not None and self.access.has_voice and not is_personal(ours, self.guide.state):
            self.said.emit(ours.accessibleName(), self.language)

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the hidden gesture from now on."""
        super().showEvent(event)
        self.gesture.watch()

    def changeEvent(self, event: QEvent) -> None:
        """Return to the full screen, whatever took the window from it."""
        super().changeEvent(event)
        # A window that is minimised keeps its full screen for later, and says that it has it.
        is_shrunk = self.isMinimized() or not self.isFullScreen()
        if self.is_locked and event.type() == QEvent.Type.WindowStateChange and is_shrunk:
            self.showFullScreen()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer no menu."""
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock and take the words out of the program; locked, stay."""
        if self.is_locked:
            event.ignore()
            return
        self._timer.stop()
        self.aids.silence()
        super().closeEvent(event)
