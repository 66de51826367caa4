"""Printers: how this desk's printers are, what waits for them, and what staff do about it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.found import BadgeState
from kiosk.domain.printer import PrinterState, PrinterTold
from kiosk.ui.front_desk.printer_words import gravest, needs_strip

if TYPE_CHECKING:
    from kiosk.ui.check_in_desk import CheckInDesk


class Act(NamedTuple):
    """One thing to do about a badge or a printer: a service's name, and another printer if any.

    ``look`` and ``give_up`` are the queue's own and reach no store.
    """

    name: str
    target: str = ""


class Printers(QObject):
    """Keep what is told of printers, and steer the queue.

    ``changed`` tells that something shown is another. ``look_wanted`` asks for a look at every
    printer now, ``give_up_wanted`` for a badge under way to be taken back.
    """

    changed = Signal()
    look_wanted = Signal()
    give_up_wanted = Signal(str)

    def __init__(self, desk: CheckInDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.told: tuple[PrinterTold, ...] | None = None if desk.settings.printer else ()
        self.lines: tuple[BadgeLine, ...] = ()
        self._is_watched = False
        desk.badge_changed.connect(lambda _: self.look())
        desk.overview_changed.connect(lambda _: self.look())

    def see(self, told: tuple[PrinterTold, ...]) -> None:
        """Take in how the printers are."""
        self.told = told
        self.changed.emit()
        self.look()

    def watch(self, *, is_watched: bool) -> None:
        """Keep the queue fetched while it is shown."""
        self._is_watched = is_watched
        self.look()

    def look(self) -> None:
        """Fetch the queue, if anybody sees it."""
        if self._is_watched:
            self._desk.steer_badges("queue", self._take)

    def _take(self, lines: Sequence[BadgeLine]) -> None:
        if tuple(lines) != self.lines:
            self.lines = tuple(lines)
            self.changed.emit()

    @property
    def worst(self) -> PrinterTold | None:
        """Return the printer that needs somebody; None where all is well."""
        found = gravest(self.told or ())
        return found if found is not None and needs_strip(found.state) else None

    def others(self, name: str) -> list[PrinterTold]:
        """Return the well printers beside one."""
        return [one for one in self.told or () if one.printer.name != name and one.state.is_well]

    def acts_of_badge(self, line: BadgeLine) -> list[Act]:
        """Return what can be done about a badge, the likeliest first."""
        away = [Act("move", one.printer.name) for one in self.others(line.printer)][:1]
        match line.state:
            case BadgeState.PRINTING:
                return [Act("give_up")]
            case BadgeState.FAILED:
                return [Act("retry"), *away, Act("cancel")]
            case BadgeState.UNSURE:
                return [Act("confirm"), Act("retry"), *away]
            case _:
                turn = Act("let_go") if line.is_held else Act("hold")
                return [turn, *away, Act("cancel")]

    def acts_of_printer(self, one: PrinterTold) -> list[Act]:
        """Return what can be done about a printer."""
        if one.printer.is_held:
            return [Act("let_printer_go")]
        away = [Act("move_all", other.printer.name) for other in self.others(one.printer.name)]
        ill = not one.state.is_well
        return [*([Act("look")] if ill else []), *(away[:1] if one.waiting else []),
                Act("hold_printer")]  # fmt: skip

    def do(self, act: Act, subject: str) -> None:
        """Do it to the badge of a job's id, or to the printer of a name."""
        match act.name:
            case "look":
                self.look_wanted.emit()
            case "give_up":
                self.give_up_wanted.emit(subject)
            case _:
                more = (act.target,) if act.target else ()
                self._desk.steer_badges(act.name, lambda _: self._done(), subject, *more)

    def settle_worst(self) -> None:
        """Do what staff say they have done: look again, or let a held printer go on."""
        worst = self.worst
        if worst is not None and worst.state is PrinterState.HELD:
            self.do(Act("let_printer_go"), worst.printer.name)
        else:
            self.look_wanted.emit()

    def _done(self) -> None:
        self.look_wanted.emit()
        self.look()
