"""GroupDialog: a company's guests at once; each who is ticked has a verdict of their own."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSizeF, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Session
from kiosk.domain.verdict import Outcome, Verdict
from kiosk.ui.front_desk import deed_words, people
from kiosk.ui.front_desk.scene import Scene, Stage
from kiosk.ui.front_desk.verdict_words import Tongue, banner_of
from kiosk.ui.widgets.desk_canvas import INFO_PILL, OK_PILL, STOP_PILL, WARN_PILL, Pill
from kiosk.ui.widgets.desk_dialog import DeskDialog, Tone
from kiosk.ui.widgets.desk_field import FIELD_HEIGHT, DeskField
from kiosk.ui.widgets.desk_ticks import DeskTicks, TickRow

if TYPE_CHECKING:
    from kiosk.services.group import GroupDone, Guest
    from kiosk.ui.desk_deeds import DeskDeeds

_LOOK_AFTER_MS = 150


class GroupDialog(DeskDialog):
    """Find a company, tick who is here, check them in; ``group_wanted`` carries their ids."""

    group_wanted = Signal(object)
    card_size = QSizeF(760, 690)

    def __init__(self, deeds: DeskDeeds, session: Session, tongue: Tongue, parent: QWidget) -> None:
        super().__init__(parent)
        self._deeds, self._session, self._tongue = deeds, session, tongue
        self._guests: tuple[Guest, ...] = ()
        self._asked = ""
        self._is_done = False
        self.field = DeskField(self)
        self.ticks = DeskTicks(self)
        self.field.edited.connect(self._edited)
        self.field.line.textEdited.connect(self._offer)
        self.ticks.changed.connect(self.renew)
        self._looking = QTimer(self, interval=_LOOK_AFTER_MS, singleShot=True)
        self._looking.timeout.connect(self.look)
        self.stops = [self.field, self.ticks]
        self.renew()

    def title(self) -> str:
        """Return the heading."""
        return self.tr("Check in a group")

    def go_words(self) -> str:
        """Return what Enter does, nothing while nobody is ticked."""
        count = len(self.ticks.ticked)
        return self.tr("Check in {n}").format(n=count) if count and not self._is_done else ""

    def describe(self) -> None:
        """Word the field."""
        super().describe()
        self.field.say(deed_words.field("organisation"))
        self.field.line.hint = self.tr("Tab to fill in")

    def place_body(self, body: QRectF) -> None:
        """Put the field over the list."""
        field = QRectF(body.left(), body.top(), body.width(), FIELD_HEIGHT)
        rows = body.adjusted(0, FIELD_HEIGHT + 12, 0, 0)
        for child, area in ((self.field, field), (self.ticks, rows)):
            child.setGeometry(self.on_screen(area))
            child.set_scale(self.scale)

    # What is typed

    def begin(self, organisation: str) -> None:
        """Begin with the organisation of the person at the desk."""
        self.field.line.setText(organisation)
        if organisation:
            self.look()
            self.ticks.setFocus()

    def _edited(self) -> None:
        self._looking.start()

    def _offer(self, typed: str) -> None:
        line = self.field.line
        line.offer("")
        if typed.strip():
            offered = self.while_alive(partial(self._take_offer, typed))
            self._deeds.find_organisations(typed, offered)

    def _take_offer(self, typed: str, found: list[str]) -> None:
        line = self.field.line
        if typed == line.query() and typed not in found:
            line.offer(found[0] if found else "")

    def look(self) -> None:
        """Ask who of the company is expected."""
        typed = self._asked = self.field.text().strip()
        self._deeds.list_guests(
            self._session,
            typed,
            self.while_alive(partial(self._see, typed)),
            self.while_alive(lambda error: self.say(deed_words.problem(error))),
        )

    def _see(self, typed: str, guests: tuple[Guest, ...]) -> None:
        if typed != self._asked or self.is_busy:
            return
        self._guests, self._is_done = guests, False
        rows = tuple(self._row(one.forecast, can_tick=_may_come(one.forecast)) for one in guests)
        ticked = {at for at, row in enumerate(rows) if row.can_tick}
        self.ticks.show_rows(self.tr("Guests of this organisation"), rows, ticked)
        if guests or not typed:
            line = self.tr("Space ticks one, Ctrl+A all or none") if guests else ""
            self.say(line, Tone.GOOD)
        else:
            self.say(self.tr("Nobody of this organisation is on the list"), Tone.WARN)

    def _row(self, verdict: Verdict, *, can_tick: bool) -> TickRow:
        person = verdict.registration
        name = person.name if person else ""
        second = people.belonging(person) if person else ""
        return TickRow(name, second, self._state(verdict), can_tick)

    def _state(self, verdict: Verdict) -> Pill:
        stage = Stage.ANSWERED if verdict.entry or not _may_come(verdict) else Stage.BEFORE
        words = banner_of(Scene(stage, verdict), self._tongue).head
        if verdict.entry:
            return Pill(words, OK_PILL, "check-circle-fill")
        if _may_come(verdict):
            return Pill(words, icon="clock")
        if verdict.outcome is Outcome.ASK:
            style = INFO_PILL if verdict.first_at else WARN_PILL
            return Pill(words, style, "info-bold")
        return Pill(words, STOP_PILL, "prohibit-bold")

    # What is pressed

    def enter(self, event: QKeyEvent) -> None:
        """Go from the company to its guests, from them to their check-in, and then close."""
        if self._is_done:
            self.closed.emit()
        elif self.field.line.hasFocus() and self._looking.isActive():
            self._looking.stop()
            self.look()
            self.ticks.setFocus()
        elif self.field.line.hasFocus() and self._guests:
            self.ticks.setFocus()
        else:
            super().enter(event)

    def submit(self) -> None:
        """Check in who is ticked."""
        wanted = [self._guests[at].registration.id for at in sorted(self.ticks.ticked)]
        if wanted and not self.is_busy:
            self.set_busy(is_busy=True)
            self.group_wanted.emit(wanted)

    def show_done(self, done: GroupDone) -> None:
        """Show what each was answered; who could not come in is told with the reason."""
        self._is_done = True
        came = [one for one in done.verdicts if one.outcome is Outcome.ADMIT]
        rows = [self._row(one, can_tick=False) for one in self._in_order(done.verdicts)]
        left = [one for one in self._guests if one.registration.id in done.left]
        failed = Pill(self.tr("Not recorded"), STOP_PILL, "warning-fill")
        rows += [
            TickRow(one.registration.name, people.belonging(one.registration), failed, False)
            for one in left
        ]
        self.ticks.show_rows(self.tr("What came of it"), tuple(rows), set())
        self._say_done(len(came), len(rows), done)

    @staticmethod
    def _in_order(verdicts: Sequence[Verdict]) -> list[Verdict]:
        """Return the verdicts with those first that staff have to do something about."""
        return sorted(verdicts, key=lambda one: one.outcome is Outcome.ADMIT)

    def _say_done(self, came: int, asked: int, done: GroupDone) -> None:
        if done.problem is not None:
            self.say(deed_words.problem(done.problem))
            return
        line = self.tr("{n} of {all} are in. Esc closes.").format(n=came, all=asked)
        self.say(line, Tone.GOOD if came == asked else Tone.WARN)


def _may_come(verdict: Verdict) -> bool:
    return verdict.outcome is Outcome.ADMIT
