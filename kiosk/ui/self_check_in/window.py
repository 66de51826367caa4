"""SelfCheckInWindow: the touchscreen's one window."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, QTranslator
from PySide6.QtGui import QCloseEvent, QImage, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.domain.event import Direction
from kiosk.paths import resource
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.self_check_in import deck
from kiosk.ui.self_check_in.deck import HelpDeck
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.digits import DigitsScreen
from kiosk.ui.self_check_in.finder import Script
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.goodbye import GoodbyeScreen
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.letters import LettersScreen
from kiosk.ui.self_check_in.screen import Screen, translate
from kiosk.ui.self_check_in.steering import steered
from kiosk.ui.self_check_in.still_there import StillThereScreen
from kiosk.ui.self_check_in.top_bar import TopBar
from kiosk.ui.self_check_in.twins import TwinsScreen
from kiosk.ui.self_check_in.verdict_already import AlreadyScreen
from kiosk.ui.self_check_in.verdict_desk import DeskScreen
from kiosk.ui.self_check_in.verdict_ok import BadgeWay, OkScreen
from kiosk.ui.self_check_in.welcome import WelcomeScreen
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets.camera_view import Sight
from kiosk.ui.widgets.dress import Dress
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.notice import Notice

_TICK_MS, _SMOOTH_TICK_MS = 100, 33
_NOTICE_BOX = ((40.0, 24.0, 1000.0, 96.0), (480.0, 24.0, 960.0, 96.0))
_NOTICE_S = 3.0
_MODES_LAST_S = 40.0
"""After how long without a touch the welcome returns to the event's language and colours."""

_ACCESSIBLE_PATIENCE = 2.0


class SelfCheckInWindow(QWidget):
    """Show the guest one screen at a time; devices reach it through its four public methods.

    The clock gives seconds. The window itself holds the focus, never a text field, so that no input
    method can swallow a scan.
    """

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
        self._language = ""
        self._translator = QTranslator(self)
        self._translator.load(str(resource("i18n", "self_check_in_ko.qm")))
        self._touched_at = clock()
        self._several_until = 0.0
        self.guide = Guide(desk, clock, self)
        self._build_screens()
        self._build_frame()
        self._connect()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setWindowTitle("Haemaji")
        self.setMinimumSize(360, 360)
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.tick)
        self._timer.start()
        self.set_language(desk.settings.language)
        self._enter(State.WELCOME)

    def _build_screens(self) -> None:
        self.welcome = WelcomeScreen(self._dress, self)
        self.letters = LettersScreen(self._dress, self)
        self.digits = DigitsScreen(self._dress, self)
        self.twins = TwinsScreen(self._dress, self)
        self.ok = OkScreen(self._dress, self)
        self.already = AlreadyScreen(self._dress, self)
        self.to_desk = DeskScreen(self._dress, self)
        self.goodbye = GoodbyeScreen(self._dress, self)
        self.still_there = StillThereScreen(self._dress, self)
        self.screens: dict[State, Screen] = {
            State.WELCOME: self.welcome,
            State.LETTERS: self.letters,
            State.DIGITS: self.digits,
            State.TWINS: self.twins,
            State.OK: self.ok,
            State.ALREADY: self.already,
            State.TO_DESK: self.to_desk,
            State.GOODBYE: self.goodbye,
            State.STILL_THERE: self.still_there,
        }
        self._shown: Screen = self.welcome
        for screen in self.screens.values():
            screen.hide()

    def _build_frame(self) -> None:
        self.top = TopBar(self._dress, self)
        self.deck = HelpDeck(self._dress, self)
        self.notice = Notice(self._dress, self)
        self.ring = FocusRing(self._dress, self)

    def _connect(self) -> None:
        guide = self.guide
        guide.moved.connect(self._enter)
        guide.changed.connect(self._refill)
        guide.ended.connect(self._reset_modes)
        guide.badge_drawn.connect(self.ok.show_badge)
        guide.badge_missed.connect(self.ok.send_to_desk)
        self._desk.session_changed.connect(self._show_event)
        self.deck.contrast_pressed.connect(self.toggle_contrast)
        self.deck.language_pressed.connect(self._toggle_language)
        self._connect_screens(guide)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._follow_focus)

    def _connect_screens(self, guide: Guide) -> None:
        for asking in (self.letters, self.digits, self.twins):
            asking.home_pressed.connect(guide.go_home)
            asking.card_chosen.connect(guide.choose_card)
        self.welcome.find_pressed.connect(guide.find)
        self.letters.typed.connect(guide.type_letter)
        self.letters.not_listed_pressed.connect(lambda: guide.go_to_desk(Cause.NOT_LISTED))
        self.digits.typed.connect(guide.type_digit)
        self.digits.unknown_pressed.connect(lambda: guide.go_to_desk(Cause.NUMBER_UNKNOWN))
        self.twins.not_listed_pressed.connect(lambda: guide.go_to_desk(Cause.NOT_LISTED))
        self.already.finished.connect(guide.go_home)
        self.to_desk.find_pressed.connect(guide.find)
        self.to_desk.home_pressed.connect(guide.go_home)
        self.goodbye.finished.connect(guide.go_home)
        self.still_there.home_pressed.connect(guide.go_home)
        self.still_there.kept_going.connect(guide.keep_going)

    def take_scan(self, text: str) -> None:
        """Take the text of a code from whichever device read it."""
        self._touched_at = self._clock()
        self._several_until = 0.0
        self.guide.take_scan(text)

    def show_frame(self, frame: QImage) -> None:
        """Show a picture of the camera, where the welcome is on show."""
        if self._shown is self.welcome:
            self.welcome.show_frame(frame)

    def set_camera_state(self, state: str) -> None:
        """Show what the camera can do: searching, live, absent, lost or dark."""
        self.welcome.set_sight(Sight(state))

    def say_several(self) -> None:
        """Ask for one code at a time."""
        self._several_until = self._clock() + _NOTICE_S
        self._tell()

    def set_language(self, language: str) -> None:
        """Show every word in ``ko`` or ``en``."""
        if language == self._language:
            return
        self._language = language
        app = QApplication.instance()
        if app is not None:
            app.removeTranslator(self._translator)
            if language == "ko":
                app.installTranslator(self._translator)
        self._speak()

    @property
    def language(self) -> str:
        """Return the language on show."""
        return self._language

    def toggle_contrast(self) -> None:
        """Turn high contrast on or off; while it is on, every time is twice as long."""
        self._set_contrast(on=not self._dress.is_high_contrast)

    def _set_contrast(self, *, on: bool) -> None:
        self._dress.colours = HIGH_CONTRAST if on else LIGHT
        self.guide.flow.patience = _ACCESSIBLE_PATIENCE if on else 1.0
        self.guide.flow.touch()
        self._touched_at = self._clock()
        self.deck.speak(self._language)
        self._repaint()

    def _toggle_language(self) -> None:
        self.guide.flow.touch()
        self._touched_at = self._clock()
        self.set_language("en" if self._language == "ko" else "ko")
        if self.guide.state in (State.WELCOME, State.TO_DESK):
            self._offer_letters()

    def _offer_letters(self) -> None:
        self.guide.begin_with(Script.LATIN if self._language == "en" else Script.HANGUL)

    def _reset_modes(self) -> None:
        self._set_contrast(on=False)
        self.set_language(self._desk.settings.language)
        self._offer_letters()

    def _speak(self) -> None:
        self._show_event()
        for screen in self.screens.values():
            screen.speak(self._language)
        self.deck.speak(self._language)
        self._tell()

    def _show_event(self) -> None:
        self.welcome.show_event(self._desk.event_served, self._desk.session)

    def tick(self) -> None:
        """Let the time pass: what is due happens, and what counts down is painted."""
        self.guide.tick()
        self._show_time()
        self._tell()
        if self.guide.state is State.WELCOME:
            is_changed = self._dress.is_high_contrast or (
                self._language != self._desk.settings.language
            )
            if is_changed and self._clock() - self._touched_at >= _MODES_LAST_S:
                self._reset_modes()

    def _show_time(self) -> None:
        event = self._desk.event_served
        at = self._desk.now().astimezone(event.zone)
        self.top.show_words(" · ".join(event.hosts), f"{at:%H:%M}")
        left, whole = self.guide.flow.left_s, self.guide.flow.whole_s
        if left is not None and whole is not None:
            self._shown.show_time(left, whole)

    def _tell(self) -> None:
        words = ""
        if self.guide.is_slow:
            words = translate("SelfCheckIn", "Checking")
        elif self._clock() < self._several_until and self._shown is self.welcome:
            words = translate("SelfCheckIn", "One code at a time, please")
        self.notice.tell(words)

    def _enter(self, state: State) -> None:
        self._touched_at = self._clock()
        left, self._shown = self._shown, self.screens[state]
        if left is not self._shown:
            left.hide()
            left.clear()
        self._refill()
        self._timer.setInterval(_SMOOTH_TICK_MS if state is State.OK else _TICK_MS)
        self.top.show_scene(self._shown.scene)
        self._place_top()
        self.deck.setVisible(self._shown.scene.has_deck)
        self._shown.show()
        self._show_time()
        self._tell()
        self.ring.ring(None)
        self.setFocus()

    def _refill(self) -> None:
        guide, desk = self.guide, self._desk
        state, verdict = guide.state, guide.verdict
        if state is State.LETTERS:
            self.letters.show_finder(guide.finder, guide.finding)
        elif state is State.DIGITS:
            self.digits.show_finder(guide.finder, was_wrong=guide.was_wrong)
        elif state is State.TWINS:
            self.twins.show_people(guide.finder.cards)
        elif state is State.OK and verdict:
            self.ok.show_verdict(verdict, desk.event_served, guide.badge_way)
        elif state is State.ALREADY and verdict:
            self.already.show_verdict(verdict, desk.event_served)
        elif state is State.TO_DESK and guide.why is not None:
            opens_at = verdict.opens_at if verdict else None
            zoned = opens_at.astimezone(desk.event_served.zone) if opens_at else None
            self.to_desk.show_reason(guide.why, desk.settings.desk_side, zoned)
        elif state is State.GOODBYE:
            is_out = verdict is not None and verdict.direction is Direction.OUT
            has_badge = guide.badge_way is BadgeWay.SLOT
            self.goodbye.say_goodbye(has_badge=has_badge, is_out=is_out)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Fit everything into the new size."""
        self._dress.fit(self.width(), self.height())
        place = 0 if self._dress.is_portrait else 1
        for screen in self.screens.values():
            screen.setGeometry(self.rect())
            screen.arrange()
        self._place_top()
        self.deck.setGeometry(self._dress.rect(deck.BOX[place]))
        self.notice.setGeometry(self._dress.rect(_NOTICE_BOX[place]))
        self._follow_focus(None, QApplication.focusWidget())
        self._repaint()

    def _place_top(self) -> None:
        place = 0 if self._dress.is_portrait else 1
        self.top.setGeometry(self._dress.rect(self._shown.scene.bar[place]))

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
        """Move the focus with the arrows; F11 fills the screen or leaves it."""
        if event.key() == Qt.Key.Key_F11:
            self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)
            return
        target = steered(self._buttons(), self._focused(), event.key())
        if target is None:
            super().keyPressEvent(event)
            return
        self.guide.flow.touch()
        target.setFocus(Qt.FocusReason.OtherFocusReason)

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
        cells = [self.deck.contrast, self.deck.language] if self.deck.isVisible() else []
        return [*self._shown.buttons(), *cells]

    def _focused(self) -> QAbstractButton | None:
        focused = QApplication.focusWidget()
        return focused if isinstance(focused, QAbstractButton) else None

    def _follow_focus(self, _old: QWidget | None, new: QWidget | None) -> None:
        is_ours = isinstance(new, QAbstractButton) and self.isAncestorOf(new)
        self.ring.ring(new if is_ours else None)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Stop the clock and take the words out of the program."""
        self._timer.stop()
        app = QApplication.instance()
        if app is not None:
            app.removeTranslator(self._translator)
        super().closeEvent(event)
