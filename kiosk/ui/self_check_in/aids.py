"""Aids: the guest's language, size of words, colours, view and voice, until the next guest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTranslator, Signal
from PySide6.QtWidgets import QApplication

from kiosk.domain.settings import DeskSettings
from kiosk.paths import resource
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.deck import Help, HelpDeck, Modes
from kiosk.ui.self_check_in.finder import Script
from kiosk.ui.self_check_in.flow import State
from kiosk.ui.self_check_in.guide import Guide
from kiosk.ui.self_check_in.modes import Access
from kiosk.ui.self_check_in.screens import Screens
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets.dress import Dress

_PATIENCE = 2.0
"""How much longer everything lasts while an access mode is on (tokens.json, accessible_factor)."""

_VOICE_CELLS = frozenset({Help.STOP, Help.SOFTER, Help.LOUDER, Help.SLOWER, Help.FASTER})


class Aids(QObject):
    """Hold one guest's choices and dress the screens by them.

    ``changed`` says that everything is to be placed and painted anew, ``spoken`` that the screen is
    to be read aloud; ``voiced`` carries a Help of voice guidance, None for its end.
    """

    changed = Signal()
    spoken = Signal(str)
    voiced = Signal(object)

    def __init__(
        self, guide: Guide, dress: Dress, deck: HelpDeck, screens: Screens, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._guide, self._dress, self._deck, self._screens = guide, dress, deck, screens
        self.access = self.usual = Access()
        self.language = ""
        self._translator = QTranslator(self)
        self._translator.load(str(resource("i18n", "self_check_in_ko.qm")))

    def begin(self, told: DeskSettings) -> None:
        """Take this desk's own language and view, with which every guest begins."""
        self.usual = Access(language=told.language, is_low=told.low_view)
        self.use(self.usual)

    @property
    def is_usual(self) -> bool:
        """Tell whether everything is as the next guest finds it."""
        return self.access == self.usual

    def press(self, cell: Help) -> None:
        """Switch what a cell of the help deck stands for."""
        if cell is Help.STAFF:
            self._guide.act(Act.CALL)
        elif cell is Help.REPLAY:
            # The screen, and not the last words: with a keypad those are this cell's own name.
            self.spoken.emit("")
        elif cell in _VOICE_CELLS:
            self.voiced.emit(cell)
        else:
            self._switch(cell)

    def _switch(self, cell: Help) -> None:
        self.use(self.access.pressed(cell))
        if cell is Help.LANGUAGE and self._guide.state in (State.WELCOME, State.TO_DESK):
            self.offer_letters()
        if cell is Help.VOICE:
            self._switch_voice()
        elif self.access.has_voice:
            is_other = cell is Help.LANGUAGE
            self.spoken.emit("" if is_other else self._deck.cells[cell].accessibleName())

    def _switch_voice(self) -> None:
        if self.access.has_voice:
            if not self._guide.listen():
                self.spoken.emit("")
            return
        self.voiced.emit(Help.STOP)
        self._guide.stop_listening()

    def use(self, access: Access) -> None:
        """Show everything as a guest with these choices sees it."""
        had, self.access = self.access, access
        self._dress.colours = HIGH_CONTRAST if access.has_contrast else LIGHT
        self._dress.text_scale = access.scale
        self._guide.flow.patience = _PATIENCE if access.is_on else 1.0
        if access.language != self.language:
            self._speak(access.language)
        elif had.scale != access.scale:
            # With large words some are briefer.
            for screen in self._screens:
                screen.retranslate()
        self.show_cells()
        self.changed.emit()

    def show_cells(self) -> None:
        """Show which cells of the deck are on."""
        called = {Help.STAFF} if self._guide.state is State.CALLED else frozenset()
        self._deck.show_modes(Modes(self.access.cells | called), self.language)

    def _speak(self, language: str) -> None:
        self.language = language
        self.silence()
        app = QApplication.instance()
        if app is not None and language == "ko":
            app.installTranslator(self._translator)
        for screen in self._screens:
            screen.speak(language)

    def silence(self) -> None:
        """Take the words out of the program."""
        app = QApplication.instance()
        if app is not None:
            app.removeTranslator(self._translator)

    def offer_letters(self) -> None:
        """Offer the letters of the language to who looks for a name next."""
        self._guide.begin_with(Script.LATIN if self.language == "en" else Script.HANGUL)

    def reset(self) -> None:
        """Begin anew for the next guest: nothing of the last one's choices is left."""
        had_voice = self.access.has_voice
        if not self.is_usual:  # placing everything anew would hold up the next one's scan
            self.use(self.usual)
        self._deck.reset()
        self.offer_letters()
        if had_voice:
            self.voiced.emit(None)
