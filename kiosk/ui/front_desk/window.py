"""FrontDeskWindow: the staff's one window, where a scan or a few letters are enough."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QRectF, Qt, QTimer, QTranslator, Signal
from PySide6.QtGui import QImage, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk import paths
from kiosk.domain.found import Overview
from kiosk.domain.printer import PrinterTold
from kiosk.domain.settings import DeskTheme
from kiosk.ui import theme
from kiosk.ui.front_desk import devices_shown, printer_strip
from kiosk.ui.front_desk.banner import VerdictBanner
from kiosk.ui.front_desk.counts_panel import CountsPanel
from kiosk.ui.front_desk.deeds import Deeds
from kiosk.ui.front_desk.device_states import CameraState, ScannerState
from kiosk.ui.front_desk.key_legend import KeyLegend
from kiosk.ui.front_desk.log_panel import LogPanel
from kiosk.ui.front_desk.person_card import PersonCard
from kiosk.ui.front_desk.plan import LEAST_HEIGHT, LEAST_WIDTH, plan, requests_room
from kiosk.ui.front_desk.printer_strip import PrinterStrip
from kiosk.ui.front_desk.printer_words import printer_chip
from kiosk.ui.front_desk.printers import Act as PrinterAct
from kiosk.ui.front_desk.printers import Printers
from kiosk.ui.front_desk.queue_panel import QueuePanel
from kiosk.ui.front_desk.ready_panel import ReadyPanel
from kiosk.ui.front_desk.reception import Reception
from kiosk.ui.front_desk.remedies import Remedies
from kiosk.ui.front_desk.requests import Requests
from kiosk.ui.front_desk.requests_panel import RequestsPanel
from kiosk.ui.front_desk.scanner_wizard import ScannerWizard
from kiosk.ui.front_desk.scene import Act, Scene, Stage
from kiosk.ui.front_desk.search_column import SearchColumn
from kiosk.ui.front_desk.top_bar import TopBar
from kiosk.ui.front_desk.verdict_words import Tongue, banner_of
from kiosk.ui.widgets.desk_panel import DeskPanel

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk

_TICK_MS = 1000


class FrontDeskWindow(QWidget):
    """Put the panels together; devices reach it through ``take_scan`` and the ``set_…`` methods.

    ``clock`` returns the present moment (aware). Everything typed goes to the search field.
    ``called`` tells that a guest at a touchscreen asks for somebody, ``scan_kept`` that a scan
    waits: connect both to a sound.
    """

    called = Signal()
    scan_kept = Signal()

    def __init__(
        self, desk: CheckInDesk, *, clock: Callable[[], datetime], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._clock = desk, clock
        self._language = "en"
        self._translators = {name: QTranslator(self) for name in ("front_desk", "errors")}
        self._scanner, self._scanner_port = ScannerState.READY, ("", "")
        self._camera = CameraState.OFF
        self._overview: Overview | None = None
        self.setAutoFillBackground(True)
        self.setMinimumSize(LEAST_WIDTH, LEAST_HEIGHT)
        self.printers = Printers(desk, self)
        self._build()
        self.reception, self.requests = Reception(desk, clock, self), Requests(desk, self)
        self.deeds = Deeds(self, desk, self.reception, self.requests)
        self._connect()
        desk.settings_changed.connect(self.dress)
        self._ticking = QTimer(self, interval=_TICK_MS)
        self._ticking.timeout.connect(self.tick)
        self._ticking.start()
        self.set_language(desk.settings.language)
        self.dress()
        self.column.field.setFocus()
        desk.refresh()

    def _build(self) -> None:
        self.top, self.legend = TopBar(self), KeyLegend(self)
        self.column = SearchColumn(self._desk.event_served, self.tongue(), self)
        self.banner, self.card = VerdictBanner(self), PersonCard(self._desk.event_served, self)
        self.ready = ReadyPanel(self)
        self.counts, self.log = CountsPanel(self), LogPanel(self)
        self.asked = RequestsPanel(self)
        self.remedies, self.wizard = Remedies(self.top, self), ScannerWizard(self)
        self.strip, self.queue = PrinterStrip(self), QueuePanel(self.printers, self)
        self.strip.hide()
        self.queue.hide()

    def _connect(self) -> None:
        reception, column, card = self.reception, self.column, self.card
        column.typed.connect(reception.search)
        column.candidate_chosen.connect(reception.choose)
        column.moved.connect(reception.step)
        column.guest_opened.connect(reception.open)
        column.confirmed.connect(self.deeds.confirm)
        column.cleared.connect(reception.clear)
        column.undone.connect(self.deeds.door.undo)
        column.session_chosen.connect(self._desk.choose_session)
        card.confirmed.connect(reception.confirm)
        card.next_wanted.connect(reception.clear)
        self._connect_deeds()
        card.form.submitted.connect(reception.submit)
        self.banner.undo.clicked.connect(reception.undo)
        self.top.session.clicked.connect(self.offer_sessions)
        reception.candidates_changed.connect(column.show_candidates)
        reception.field_cleared.connect(column.field.forget)
        reception.scene_changed.connect(self._show_scene)
        reception.picture_changed.connect(self._show_picture)
        self.asked.pressed.connect(self.requests.press)
        self.requests.changed.connect(self._tell_requests)
        self.requests.person_wanted.connect(self._open_known)
        self.requests.called.connect(self.called)
        column.field.cleared.connect(self.remedies.leave)
        self.remedies.check_wanted.connect(self.check_scanner)
        self.wizard.opened.connect(self._uncover)
        self.wizard.settings_wanted.connect(lambda told: self._desk.change_settings(**told))
        self._desk.settings_changed.connect(self._tell_devices)
        self.printers.changed.connect(self._tell_printers)
        self.strip.fixed.connect(self.printers.settle_worst)
        self.strip.sent_away.connect(self._send_away)
        self.strip.queue_wanted.connect(self.turn_queue)
        self.queue.closed.connect(self.turn_queue)
        self._desk.overview_changed.connect(self._show_overview)
        self._desk.session_changed.connect(lambda _: self._tell())

    def _connect_deeds(self) -> None:
        card, deeds, dialogs = self.card, self.deeds, self.deeds.dialogs
        card.badge_wanted.connect(deeds.person.print_again)
        card.edit_wanted.connect(deeds.person.correct)
        card.pass_wanted.connect(deeds.door.let_in)
        card.walk_in_wanted.connect(deeds.door.walk_in)
        deeds.person.contact_shown.connect(card.show_contact)
        self.log.line_chosen.connect(deeds.door.undo_line)
        dialogs.scan_kept.connect(self.scan_kept)
        dialogs.scan_released.connect(self.take_scan)
        dialogs.closed.connect(lambda: self._aim_focus(self.reception.scene))

    # What the program's other parts call

    def take_scan(self, text: str) -> None:
        """Answer a scan, whichever device read it; before a dialog it waits until that closes."""
        if self.wizard.hears(text) or self.deeds.dialogs.keep_scan(text):
            return
        self.column.withdraw_sessions()
        self.reception.take_scan(text)

    def set_scanner_state(self, state: str, *, port: str = "", group: str = "") -> None:
        """Tell whether a hand scanner is there, on which port, and whose members may open that."""
        self._scanner, self._scanner_port = ScannerState(state), (port, group)
        self._tell_devices()

    def set_camera_state(self, state: str) -> None:
        """Tell whether the desk's camera sees."""
        self._camera = CameraState(state)
        self._tell_devices()

    def show_printers(self, told: tuple[PrinterTold, ...]) -> None:
        """Tell how the badge printers are."""
        self.printers.see(told)

    def turn_queue(self) -> None:
        """Show the print queue in the right column, or what else stands there (Ctrl+P)."""
        self.queue.setVisible(self.queue.isHidden())
        self.printers.watch(is_watched=not self.queue.isHidden())
        self._tell_printers()
        (self.column.field if self.queue.isHidden() else self.queue).setFocus()

    def set_language(self, language: str) -> None:
        """Speak Korean (``ko``) or English (``en``) from now on.

        Raises FileNotFoundError where the installation lacks its translation.
        """
        self._language = language
        for name, translator in self._translators.items():
            QCoreApplication.removeTranslator(translator)
            if language == "ko":
                translator.load(str(paths.resource("i18n", f"{name}_ko.qm")))
                QCoreApplication.installTranslator(translator)

    def dress(self) -> None:
        """Wear the theme of this desk's settings."""
        is_dark = self._desk.settings.theme is DeskTheme.DARK
        colours = theme.DARK if is_dark else theme.LIGHT
        theme.wear(colours)
        self.setPalette(theme.palette(colours))
        self._tell()
        for panel in self.findChildren(DeskPanel):
            panel.renew()

    def offer_sessions(self) -> None:
        """Offer the event's sessions in the left column (F9)."""
        self.column.offer_sessions(self._desk.session)

    def check_scanner(self) -> None:
        """Offer to set a scanner up (F12)."""
        self.remedies.leave()
        self.wizard.open()

    def tick(self) -> None:
        """Move the clock and the seconds to undo on."""
        self.top.show_time(self.tongue().clock(self._clock()))
        if not self.banner.undo.isHidden():
            self._show_banner(self.reception.scene)

    # What is shown

    def tongue(self) -> Tongue:
        """Return how times and the event's own words are told now."""
        return Tongue(self._language, self._desk.event_served.zone, self._desk.settings.desk_name)

    def _tell(self) -> None:
        """Word everything anew: at the start, in another language, for another session."""
        desk, tongue = self._desk, self.tongue()
        title = desk.event_served.title.text(self._language)
        self.setWindowTitle(title)
        session = f"{tongue.title(desk.session)} {tongue.clock(desk.session.starts_at)}"
        self.top.show_event(title, session, desk.settings.desk_name)
        self.column.speak(tongue)
        self._tell_devices()
        self._show_scene(self.reception.scene)
        self._tell_overview()
        self._tell_printers()
        self.tick()

    def _tell_devices(self) -> None:
        chips = (
            printer_chip(self.printers.told),
            devices_shown.scanner_chip(self._scanner, *self._scanner_port),
            devices_shown.camera_chip(self._camera),
        )
        self.top.show_chips(tuple(chip for chip in chips if chip))
        self.remedies.refresh()
        if chips[1] is not None:
            self.wizard.show_scanner(chips[1], self._desk.settings.scanner)
        hint, scans = devices_shown.scan_hint(self._scanner, self._camera)
        self.column.show_hint(hint, scans=scans)

    def _show_scene(self, scene: Scene) -> None:
        ready = scene.stage is Stage.READY
        offers_badge = self.reception.can_print_again()
        offers_pass = self.deeds.door.rule_in_the_way() is not None
        self.card.show_scene(
            scene, self.tongue(), offers_badge=offers_badge, offers_pass=offers_pass
        )
        self._show_banner(scene)
        self.banner.setHidden(ready)
        self.card.setHidden(ready)
        self.ready.setVisible(ready)
        self._aim_focus(scene)

    def _show_banner(self, scene: Scene) -> None:
        admitted = scene.stage is Stage.ANSWERED and scene.verdict and scene.verdict.entry
        seconds = self.reception.undo_seconds_left() if admitted else 0
        self.banner.show_banner(banner_of(scene, self.tongue()), seconds)

    def _uncover(self, is_covered: bool) -> None:  # noqa: FBT001 - a signal's one value
        if not is_covered:
            self._aim_focus(self.reception.scene)

    def _aim_focus(self, scene: Scene) -> None:
        """Put the focus where typing goes: into the questions once they appear, else the field.

        A dialog keeps it, whatever happens behind.
        """
        if not self.wizard.isHidden() or self.queue.isAncestorOf(self.focusWidget() or self):
            return
        if self.deeds.dialogs.shown is not None:
            self.deeds.dialogs.shown.take_focus()
        elif scene.act is not Act.ANSWER:
            self.column.field.setFocus()
        elif not self.card.form.isAncestorOf(self.focusWidget() or self):
            self.card.form.focus_first()

    def _show_picture(self, picture: QImage | None) -> None:
        self.card.show_picture(picture)

    def _show_overview(self, overview: Overview) -> None:
        self._overview = overview
        self._tell_overview()

    def _tell_overview(self) -> None:
        if self._overview is not None:
            self.counts.show_counts(self._overview.counts)
            self.log.show_lines(self._overview.recent, self.tongue())
            self.column.show_guests(self._overview.guests_to_come)

    def _tell_requests(self) -> None:
        """Show what touchscreens ask; only the log makes room, and the focus stays where it is."""
        self.asked.show_requests(self.requests.shown, self.requests.in_hand, self.tongue())
        self._lay_out()

    def _tell_printers(self) -> None:
        """Show how printers are; the strip makes room for itself, and the focus stays."""
        worst = self.printers.worst
        others = self.printers.others(worst.printer.name) if worst else []
        self.strip.setVisible(worst is not None)
        self.strip.show_fault(worst, others[0] if others else None)
        self.queue.renew()
        self._tell_devices()
        self._lay_out()

    def _send_away(self, printer: str) -> None:
        if self.printers.worst is not None:
            self.printers.do(PrinterAct("move_all", printer), self.printers.worst.printer.name)

    def _open_known(self, registration: str) -> None:
        self.column.withdraw_sessions()
        self.reception.open_known(registration)

    # What Qt tells

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that mean the same everywhere; letters go to the search field."""
        if self.deeds.take_key(event):
            return
        meant = self._meant(event)
        if meant is not None:
            if not event.isAutoRepeat():  # a key that is held would end what it has just taken
                meant()
        elif event.text() and self.focusWidget() is not self.column.field:
            self.column.field.setFocus()
            QCoreApplication.sendEvent(self.column.field, event)
        else:
            super().keyPressEvent(event)

    def _meant(self, event: QKeyEvent) -> Callable[[], None] | None:
        if event.matches(QKeySequence.StandardKey.Print):
            return self.turn_queue
        keys: dict[int, Callable[[], None]] = {
            Qt.Key.Key_Escape: self.column.field.cleared.emit,
            Qt.Key.Key_F4: self.column.begin,
            Qt.Key.Key_F8: self.requests.serve,
            Qt.Key.Key_F9: self.offer_sessions,
            Qt.Key.Key_F12: self.check_scanner,
        }
        return keys.get(event.key())

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        """Cover what a held key has opened."""
        if not self.deeds.let_go(event):
            super().keyReleaseEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Give the focus back to the search field."""
        super().mousePressEvent(event)
        self.remedies.leave()
        self.column.field.setFocus()

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language; take the focus back with the window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "reception"):
            self._tell()
        elif event.type() == QEvent.Type.ActivationChange and hasattr(self, "deeds"):
            self.deeds.person.look_away()  # a key let go over another window is not heard here
            if self.isActiveWindow():
                self._aim_focus(self.reception.scene)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay the panels out anew."""
        super().resizeEvent(event)
        self._lay_out()

    def _lay_out(self) -> None:
        strip = printer_strip.HEIGHT if not self.strip.isHidden() else 0.0
        room = requests_room(self.width(), self.height(), strip)
        requests = self.asked.tall_within(room)
        areas = plan(self.width(), self.height(), requests, strip)
        self.deeds.dialogs.lay_out(areas.frame)
        aside = not self.queue.isHidden()
        self.asked.setVisible(bool(requests) and not aside)
        self.counts.setHidden(aside)
        self.log.setHidden(aside)
        places: list[tuple[DeskPanel, QRectF, float]] = [
            (self.top, areas.top, areas.frame),
            (self.column, areas.left, areas.frame),
            (self.banner, areas.banner, areas.middle),
            (self.card, areas.card, areas.middle),
            (self.ready, areas.ready, areas.middle),
            (self.counts, areas.counts, areas.frame),
            (self.asked, areas.requests, areas.frame),
            (self.log, areas.log, areas.frame),
            (self.strip, areas.strip, areas.frame),
            (self.queue, areas.counts.united(areas.log), areas.frame),
            (self.legend, areas.legend, areas.frame),
            (self.wizard, QRectF(self.rect()), areas.frame),
        ]
        for panel, area, scale in places:
            panel.setGeometry(area.toRect())
            panel.set_scale(scale)
