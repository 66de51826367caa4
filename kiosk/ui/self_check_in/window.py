"""SelfCheckInWindow: the touchscreen's one window."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QEvent, QRectF, Qt, QTimer, QTranslator, Signal
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

from kiosk.paths import resource
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help, HelpDeck, Modes
from kiosk.ui.self_check_in.filling import fill
from kiosk.ui.self_check_in.finder import Script
from kiosk.ui.self_check_in.flow import MOVES, State, Trigger
from kiosk.ui.self_check_in.gesture import CornerGesture
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.screen import Frame, Screen, translate
from kiosk.ui.self_check_in.screens import Screens
from kiosk.ui.self_check_in.steering import steered
from kiosk.ui.self_check_in.top_bar import TopBar
from kiosk.ui.self_check_in.welcome import WelcomeScreen
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets.camera_view import Sight
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.notice import Notice

_TICK_MS, _SMOOTH_TICK_MS = 100, 33
_NOTICE_S = 3.0
_MODES_LAST_S = 40.0
"""After how long without a touch the welcome returns to the desk's language, words and colours."""

_ACCESSIBLE_PATIENCE = 2.0
_BAR_TOP, _DECK_PAD = 36.0, 22.0

_SOUNDS = {
    State.OK: "ok",
    State.LEFT: "ok",
    State.PRINT_FAULT: "again",
    State.ALREADY: "again",
    State.TO_DESK: "desk",
    State.OUT_OF_SERVICE: "desk",
    State.CALLED: "call",
    State.STILL_THERE: "tick",
}


class SelfCheckInWindow(QWidget):
    """Show the guest one screen at a time; devices reach it through its public methods.

    The clock gives seconds. The window itself holds the focus, never a text field, so that no input
    method can swallow a scan. ``sounded`` carries a sound's name, ``said`` a text and its language,
    ``voiced`` a Help of voice guidance, ``left_kiosk`` that staff asked for the desktop, ``closing``
    that they asked to end the program.
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
        self._access = self._usual = Access()
        self._language = ""
        self._translator = QTranslator(self)
        self._translator.load(str(resource("i18n", "self_check_in_ko.qm")))
        self._touched_at = clock()
        self._notice_until, self._notice = 0.0, ""
        self._has_no_voice = False
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
        screen.speak(self._language or "ko")
        screen.acted.connect(self._act)
        if state is State.VOICE:
            screen.helped.connect(self.press_help)  # type: ignore[attr-defined]
        if state is State.OK:
            self.guide.badge_drawn.connect(screen.show_badge)  # type: ignore[attr-defined]

    def _connect(self) -> None:
        guide = self.guide
        guide.moved.connect(self._enter)
        guide.changed.connect(self._refill)
        guide.ended.connect(self._reset_modes)
        self._desk.session_changed.connect(self._show_event)
        self._desk.settings_changed.connect(self.take_settings)
        self.deck.pressed.connect(self.press_help)
        self.deck.turned.connect(self._arrange)
        self.gesture.made.connect(guide.unlock)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def take_settings(self) -> None:
        """Take this desk's own language, view and millimetres."""
        told = self._desk.settings
        self._usual = Access(language=told.language, is_low=told.low_view)
        self._measure_panel()
        self._use(self._usual)

    def _measure_panel(self) -> None:
        told, screen = self._desk.settings, self.screen()
        size = screen.size() if screen is not None else self.size()
        self._dress.calibrate(told.panel_inch, (size.width(), size.height()))
        self._dress.mount_mm = told.mount_mm

    def prepare_next(self) -> bool:
        """Make one more screen before it is needed; False once all are there."""
        missing = self.screens.missing()
        if missing is not None:
            self.screens[missing]
        return missing is not None

    def take_scan(self, text: str) -> None:
        """Take the text of a code from whichever device read it."""
        self._touched_at = self._clock()
        self._tell_for(0.0, "")
        self.guide.take_scan(text)

    def show_frame(self, frame: QImage) -> None:
        """Show a picture of the camera, where the welcome is on show."""
        if self._shown is self.welcome:
            self.welcome.show_frame(frame)

    def set_camera_state(self, state: str) -> None:
        """Show what the camera can do: searching, live, absent, lost, in-use, dark or frozen."""
        self.welcome.set_sight(Sight(state))
        if self._shown is self.welcome:
            self._arrange()

    def say_several(self) -> None:
        """Ask for one code at a time."""
        self._tell_for(_NOTICE_S, "several")

    def hint(self, hint: str) -> None:
        """Say how to hold a code that is seen and cannot be read: further, brighter or name."""
        self._tell_for(_NOTICE_S if hint else 0.0, hint)

    def _tell_for(self, seconds: float, what: str) -> None:
        self._notice_until, self._notice = self._clock() + seconds, what
        self._tell()

    def say_no_voice(self) -> None:
        """Say that nothing speaks on this machine: words alone guide."""
        self._has_no_voice = True
        self._tell_for(_NOTICE_S, "no-voice")
        if self.guide.state is State.VOICE:
            self._refill()

    def show_caption(self, caption: str) -> None:
        """Show what is being said."""
        self.top.show_caption(caption if self._access.has_voice else "")

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
        if cell is Help.STAFF:
            self.guide.act(Act.CALL)
        elif cell in (Help.REPLAY, Help.STOP, Help.SOFTER, Help.LOUDER, Help.SLOWER, Help.FASTER):
            self.voiced.emit(cell)
        else:
            self._switch(cell)

    def _switch(self, cell: Help) -> None:
        had = self._access
        self._use(had.pressed(cell))
        if cell is Help.LANGUAGE and self.guide.state in (State.WELCOME, State.TO_DESK):
            self._offer_letters()
        if cell is Help.VOICE:
            if self._access.has_voice:
                self.guide.listen()
                self._speak_screen()
            else:
                self.voiced.emit(Help.STOP)
                self.show_caption("")
                self.guide.act(Act.BACK)
        elif self._access.has_voice:
            button = self.deck.cells[cell]
            self.said.emit(button.accessibleName(), self._language)

    def _use(self, access: Access) -> None:
        self._access = access
        self._dress.colours = HIGH_CONTRAST if access.has_contrast else LIGHT
        self.guide.flow.patience = _ACCESSIBLE_PATIENCE if access.is_on else 1.0
        had_scale, self._dress.text_scale = self._dress.text_scale, access.scale
        if access.language != self._language:
            self._speak(access.language)
        elif had_scale != access.scale:
            self._say_again()
        self.deck.show_modes(Modes(self._cells_on()), self._language)
        self._arrange()
        self._repaint()

    def _cells_on(self) -> frozenset[Help]:
        called = {Help.STAFF} if self.guide.state is State.CALLED else set()
        return self._access.cells | called

    @property
    def language(self) -> str:
        """Return the language on show."""
        return self._language

    @property
    def access(self) -> Access:
        """Return what the guest has switched on."""
        return self._access

    def set_access(self, access: Access) -> None:
        """Show everything as a guest with these choices sees it."""
        self._use(access)

    def set_language(self, language: str) -> None:
        """Show every word in ``ko`` or ``en``."""
        self._use(replace(self._access, language=language))

    def toggle_contrast(self) -> None:
        """Turn high contrast on or off."""
        self._use(replace(self._access, has_contrast=not self._access.has_contrast))

    def _speak(self, language: str) -> None:
        self._language = language
        app = QApplication.instance()
        if app is not None:
            app.removeTranslator(self._translator)
            if language == "ko":
                app.installTranslator(self._translator)
        self._show_event()
        for screen in self.screens:
            screen.speak(language)
        self._tell()

    def _say_again(self) -> None:
        """Say every word anew: with large ones some are briefer."""
        for screen in self.screens:
            screen.retranslate()

    def _offer_letters(self) -> None:
        self.guide.begin_with(Script.LATIN if self._language == "en" else Script.HANGUL)

    def _reset_modes(self) -> None:
        """Begin anew for the next guest: nothing of the last one's choices is left."""
        had_voice = self._access.has_voice
        self._use(self._usual)
        self.deck.reset()
        self._offer_letters()
        if had_voice:
            self.show_caption("")
            self.voiced.emit(None)

    def _show_event(self) -> None:
        self.welcome.show_event(self._desk.event_served, self._desk.session)

    def tick(self) -> None:
        """Let the time pass: what is due happens, and what counts down is painted."""
        self.gesture.tick()
        self.guide.tick()
        self._show_time()
        self._tell()
        if self.guide.state is State.WELCOME and self._access != self._usual:
            if self._clock() - self._touched_at >= _MODES_LAST_S:
                self._reset_modes()

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
        words = ""
        if self.guide.steps.is_slow:
            words = translate("SelfCheckIn", "Checking")
        elif self._clock() < self._notice_until:
            words = self._notice_words()
        was = self.notice.text()
        self.notice.tell(words)
        if words and words != was:
            self._place_notice()

    def _notice_words(self) -> str:
        if self._notice == "no-voice":
            return translate("SelfCheckIn", "Text guidance only for now")
        if self._shown is not self.welcome:
            return ""
        told = {
            "several": translate("SelfCheckIn", "One code at a time, please"),
            "further": translate("SelfCheckIn", "Hold it a little further away"),
            "brighter": translate("SelfCheckIn", "Please turn up the screen brightness"),
            "name": translate("SelfCheckIn", "You can also find your name"),
        }
        return told.get(self._notice, "")

    def _place_notice(self) -> None:
        wide = self.width() * (0.92 if self._dress.is_portrait else 0.6)
        tall = max(self._dress.px(96), self.notice.least_height(wide * 0.9) + self._dress.px(24))
        top = self._dress.px(20)
        self.notice.setGeometry(QRectF((self.width() - wide) / 2, top, wide, tall).toRect())

    def _enter(self, state: State) -> None:
        self._touched_at = self._clock()
        left, self._shown = self._shown, self.screens[state]
        if left is not self._shown:
            left.hide()
            left.clear()
        fill(self._shown, self.guide, self._desk)
        if state in (State.NAME, State.ORGANISATION, State.PHONE):
            self._shown.begin()  # type: ignore[attr-defined]
        self._timer.setInterval(_SMOOTH_TICK_MS if state is State.OK else _TICK_MS)
        self.top.show_scene(self._shown.scene)
        self.deck.show_modes(Modes(self._cells_on()), self._language)
        self._arrange()
        self._shown.show()
        self._show_time()
        self._tell()
        self.ring.ring(None)
        self.setFocus()
        if state in _SOUNDS:
            self.sounded.emit(_SOUNDS[state])
        if self._access.has_voice:
            self._speak_screen()

    def _speak_screen(self) -> None:
        words = self._shown.spoken()
        if words:
            self.said.emit(words, self._language)

    def _refill(self) -> None:
        fill(self._shown, self.guide, self._desk)
        self._arrange()

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        self._measure_panel()
        self._arrange()
        self._follow_focus(None, QApplication.focusWidget())
        self._repaint()

    def _arrange(self) -> None:
        """Give the top bar, the deck and the screen on show their places."""
        dress = self._dress
        dress.is_tight = False
        dress.text_scale, dress.is_low = self._access.scale, self._access.is_low
        dress.fit(self.width(), self.height())
        margin, wide = dress.margin, self.width() - 2 * dress.margin
        scene = self._shown.scene
        top, bar = dress.px(_BAR_TOP), self.top.least_height()
        has_bar = not (dress.is_large and not dress.is_portrait) or self._access.has_voice
        self.top.setVisible(has_bar)
        bar_wide = wide
        if self._shown.is_beside:
            bar_wide = self.width() * self._shown.panel - 2 * margin
        self.top.setGeometry(QRectF(margin, top, bar_wide, bar).toRect())
        foot = dress.reach[1] if dress.is_low and dress.mount_mm else float(self.height())
        deck_top = foot - dress.px(_DECK_PAD)
        deck = QRectF()
        if scene.has_deck:
            self.deck.take_ways(self._shown.deck_ways())
            tall, pad = self.deck.least_height(wide), dress.px(_DECK_PAD)
            deck = QRectF(margin, foot - tall - pad, wide, tall)
            deck_top = foot - tall - 2 * pad
        self._shown.setGeometry(self.rect())
        sky_top = top + bar + dress.px(26) if has_bar else dress.px(30)
        self._shown.arrange(Frame(sky_top, deck_top, foot))
        if scene.has_deck:
            self.deck.place(deck)
        else:
            self.deck.hide()
        self._place_notice()

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
        is_ours = isinstance(new, QAbstractButton) and self.isAncestorOf(new)
        self.ring.ring(new if is_ours else None)
        if is_ours and self._access.has_voice and isinstance(new, QAbstractButton):
            if not self._is_personal(new):
                self.said.emit(new.accessibleName(), self._language)

    def _is_personal(self, button: QAbstractButton) -> bool:
        """Tell whether a button bears what no loudspeaker may say: a person, or a digit of a PIN."""
        return self.guide.state in (State.TWINS, State.PIN) or type(button).__name__ == (
            "CandidateCard"
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Watch for the hidden gesture from now on."""
        super().showEvent(event)
        self.gesture.watch()

    def changeEvent(self, event: QEvent) -> None:
        """Return to the full screen, whatever took the window from it."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.WindowStateChange and self.is_locked:
            if not self.isFullScreen():
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
        app = QApplication.instance()
        if app is not None:
            app.removeTranslator(self._translator)
        super().closeEvent(event)
