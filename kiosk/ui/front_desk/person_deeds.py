"""PersonDeeds: what staff do about the person shown: correct, note, print again, sign, look."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.domain.deed import DeedKind, Why
from kiosk.domain.errors import KioskError
from kiosk.domain.found import BadgeState
from kiosk.domain.journal import Presence
from kiosk.domain.registration import Registration
from kiosk.domain.signing import Signing
from kiosk.ui.front_desk import deed_words
from kiosk.ui.front_desk.correction_dialog import CorrectionDialog
from kiosk.ui.front_desk.dialogs import Dialogs
from kiosk.ui.front_desk.notes_dialog import NotesDialog
from kiosk.ui.front_desk.reason_dialog import ReasonDialog
from kiosk.ui.front_desk.scene import Act
from kiosk.ui.front_desk.signing_dialog import SigningDialog, second_screen

if TYPE_CHECKING:
    from kiosk.services.correction import Corrected
    from kiosk.services.reveal import Revealed
    from kiosk.ui.check_in_desk import CheckInDesk
    from kiosk.ui.front_desk.reception import Reception
    from kiosk.ui.front_desk.window import FrontDeskWindow

HELD_MS = 350
"""A key that is down longer is held: F2 then shows what is masked; shorter, it corrects."""


class PersonDeeds(QObject):
    """Each does nothing where nobody is shown whom it could be about.

    ``contact_shown`` carries number and address while F2 is held, and None once it is let go.
    """

    contact_shown = Signal(object)

    def __init__(
        self, window: FrontDeskWindow, desk: CheckInDesk, reception: Reception, dialogs: Dialogs
    ) -> None:
        super().__init__(window)
        self._window, self._desk, self._reception = window, desk, reception
        self._dialogs = dialogs
        self._is_looking = False
        self._held = QTimer(self, interval=HELD_MS, singleShot=True)
        self._held.timeout.connect(self._look)
        reception.scene_changed.connect(lambda _: self._look_away_from_another())
        self._looked_at = ""

    @property
    def _person(self) -> Registration | None:
        return self._reception.scene.person

    def _has_come(self) -> bool:
        sheet = self._reception.scene.sheet
        served = self._desk.session.id
        return bool(sheet and sheet.presences.get(served, Presence()).has_come)

    # Correcting (F2, pressed)

    def correct(self) -> None:
        """Open the fields of the person shown."""
        person = self._person
        if person is None:
            return
        dialog = CorrectionDialog(person, self._desk.deeds, self._window)

        def save(seen: Registration, wanted: Registration) -> None:
            self._desk.deeds.correct(seen, wanted, self._corrected, dialog.refuse)

        dialog.corrected.connect(save)
        self._dialogs.open(dialog)
        self._desk.deeds.note_correction(person.id, dialog.refuse)

    def _corrected(self, done: Corrected) -> None:
        self._reception.open_known(done.registration.id)
        if done.has_wrong_badge:
            self.ask_why_again(done.registration, "wrong-details")
        else:
            self._dialogs.close()

    # The badge (F6)

    def print_again(self) -> None:
        """Print the badge of whoever has come: the first at once, one more with a reason.

        One that failed is no one more: there the reason is known.
        """
        reception, person = self._reception, self._person
        if person is None or not reception.can_print_again():
            return
        sheet = reception.scene.sheet
        if sheet is None or sheet.badge in (BadgeState.NONE, BadgeState.FAILED):
            reception.print_again()
        else:
            self.ask_why_again(person)

    def ask_why_again(self, person: Registration, proposed: str = "") -> None:
        """Ask why one more badge of a person is needed, and print it."""
        dialog = ReasonDialog(DeedKind.REPRINT, person.name, self._window)
        dialog.propose(proposed)

        def reprint(why: Why) -> None:
            refused = partial(self._refuse, dialog)
            self._desk.deeds.reprint(person.id, why, lambda _: self._dialogs.close(), refused)

        dialog.given.connect(reprint)
        self._dialogs.open(dialog)

    @staticmethod
    def _refuse(dialog: ReasonDialog | NotesDialog | SigningDialog, error: KioskError) -> None:
        dialog.say(deed_words.problem(error))

    # Flag and notes (F5)

    def note(self) -> None:
        """Open flag and notes of the person shown."""
        person = self._person
        if person is None:
            return
        dialog = NotesDialog(person, self._window.tongue(), self._window)
        dialog.kept.connect(partial(self._keep, dialog, person))
        refused = dialog.while_alive(partial(self._refuse, dialog))
        self._desk.deeds.list_notes(person.id, dialog.while_alive(dialog.show_notes), refused)
        self._dialogs.open(dialog)

    def _keep(self, dialog: NotesDialog, person: Registration, flag: str, note: str) -> None:
        """Keep the flag first: a note that fails afterwards is still in its field."""
        deeds, refused = self._desk.deeds, partial(self._refuse, dialog)

        def kept(_: object = None) -> None:
            self._dialogs.close()
            self._reception.open_known(person.id)

        def add_note(_: object = None) -> None:
            if note:
                deeds.add_note(self._desk.session, person.id, note, kept, refused)
            else:
                kept()

        if flag != person.flag:
            deeds.correct(person, person._replace(flag=flag), add_note, refused)
        else:
            add_note()

    # A signature (F7)

    def sign(self, person: Registration | None = None) -> None:
        """Let the person shown sign: for the entry they came in by, or with their check-in."""
        who = person or self._person
        if who is None:
            return
        comes_in = person is None and not self._has_come() and self._desk.session.sign
        comes_in = comes_in and self._reception.scene.act is Act.CHECK_IN
        dialog = SigningDialog(who, self._window, second_screen(self._window))

        def signed(signing: Signing) -> None:
            if comes_in:
                self._dialogs.close()
                self._reception.check_in_signed(who.id, signing)
                return
            refused = partial(self._refuse, dialog)
            session = self._desk.session
            self._desk.deeds.sign(
                session, who.id, signing, lambda _: self._dialogs.close(), refused
            )

        dialog.signed.connect(signed)
        self._dialogs.open(dialog)

    # What is masked (F2, held)

    def press_look(self) -> None:
        """Begin to wait whether the key is held."""
        self._held.start()

    def release_look(self) -> None:
        """Correct after a short press; after a long one cover what was opened."""
        if self._held.isActive():
            self._held.stop()
            self.correct()
        self.look_away()

    def _look(self) -> None:
        person = self._person
        if person is None:
            return
        self._is_looking, self._looked_at = True, person.id
        self._desk.deeds.reveal(person.id, self._show_contact, self._say_closed)

    def _show_contact(self, shown: Revealed) -> None:
        if self._is_looking and self._person and self._person.id == shown.registration:
            self.contact_shown.emit((shown.phone, shown.email))

    def _say_closed(self, error: KioskError) -> None:
        if self._is_looking:
            words = deed_words.problem(error)
            self.contact_shown.emit((words, words))

    def look_away(self) -> None:
        """Cover what was opened."""
        self._held.stop()
        if self._is_looking:
            self._is_looking = False
            self.contact_shown.emit(None)

    def _look_away_from_another(self) -> None:
        if self._person is None or self._person.id != self._looked_at:
            self.look_away()
