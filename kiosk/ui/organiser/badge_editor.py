"""BadgeEditor: the page on which a badge is designed, seen as it will be printed."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from kiosk.domain.badge import BadgeTemplate, BadgeText, Code, Field, Logo, Stripe
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.lanes import Lanes
from kiosk.ui.messages import error_text
from kiosk.ui.organiser import badge_labels
from kiosk.ui.organiser.badge_draft import LOGO, Draft
from kiosk.ui.organiser.badge_preview import BadgePreview, Drawn, Wish
from kiosk.ui.organiser.badge_samples import EXTREMES, USUAL, of_category, of_event
from kiosk.ui.organiser.badge_shelf import BadgeShelf, Shelf
from kiosk.ui.organiser.badge_sides import LIST_PX, SAMPLE_PX
from kiosk.ui.organiser.editor_form import EditorForm

log = logging.getLogger(__name__)

FIRST = "100x70"


class BadgeEditor(QWidget):
    """Design a badge template, save it and print it once.

    ``print_wanted`` carries a printer's name and a BadgeText to print by a BadgeTemplate:
    connect it to what prints, and tell the end by ``tell_printed``.
    """

    print_wanted = Signal(str, object, object)

    def __init__(
        self, lanes: Lanes, shelf: BadgeShelf, px_per_mm: float, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._shelf, self._px_per_mm = shelf, px_per_mm
        self._title, self._venue = USUAL.event, USUAL.venue
        self._category = Category.ATTENDEE
        self._listed: Shelf | None = None
        self._replaces = ""
        self.draft: Draft | None = None
        self.preview = BadgePreview(lanes, self)
        self.form = EditorForm(self)
        self._connect()
        shelf.look()

    def _connect(self) -> None:
        form, shelf = self.form, self._shelf
        shelf.listed.connect(self._take_shelf)
        shelf.saved.connect(self._tell_saved)
        shelf.drawn.connect(form.templates.show_pictures)
        shelf.logo_read.connect(self._put_logo)
        shelf.failed.connect(self._tell_failure)
        self.preview.drawn.connect(self._show_drawn)
        self.preview.failed.connect(self._tell_failure)
        form.templates.chosen.connect(self.open)
        form.elements.chosen.connect(self.select)
        form.elements.switched.connect(self._switch)
        form.properties.changed.connect(self._put)
        form.properties.logo_chosen.connect(self._read_logo)
        form.properties.refused.connect(form.tell)
        form.stage.picked.connect(self._pick)
        form.stage.moved.connect(self._move)
        form.stage.stretched.connect(self._stretch)
        form.stage.stepped.connect(self._step)
        form.role_chosen.connect(self._choose_role)
        form.back_chosen.connect(self._turn)
        form.zoom.activated.connect(lambda _: self._show())
        form.undo.clicked.connect(self.undo)
        form.redo.clicked.connect(self.redo)
        form.save.clicked.connect(self.save)
        form.print.clicked.connect(self.print_once)
        QShortcut(QKeySequence.StandardKey.Undo, self, self.undo)
        QShortcut(QKeySequence.StandardKey.Redo, self, self.redo)
        QShortcut(QKeySequence.StandardKey.Save, self, self.save)
        QShortcut(QKeySequence.StandardKey.Print, self, self.print_once)

    # What the program's other parts call

    @property
    def is_idle(self) -> bool:
        """Tell whether everything asked for is shown."""
        return self._shelf.is_idle and self.preview.is_idle

    def show_event(self, title: str, venue: str) -> None:
        """Put the event's own title and place on the samples."""
        self._title, self._venue = title, venue
        self._show()

    def show_printers(self, names: Sequence[str]) -> None:
        """Offer printers for the test, the desk's own first."""
        self.form.show_printers(names)

    def tell_printed(self, error: KioskError | None) -> None:
        """Say what became of the test print."""
        if error is None:
            self.form.tell(self.tr("The test badge was sent to the printer."))
        else:
            self._tell_failure(error)

    # Templates

    def open(self, name: str) -> None:
        """Begin with a template of the list."""
        listed = self._listed.listed if self._listed else ()
        found = next((one.template for one in listed if one.name == name), None)
        if found is not None:
            self.draft = Draft(found)
            self.draft.selected = found.front.fields[0].key if found.front.fields else ""
            self._replaces = ""
            self.form.name.setText(found.name)
            self.form.templates.select(name)
            self.form.tell("")
            self._show()

    def save(self) -> None:
        """Write the template under the name in its field, as the organiser's own."""
        draft, name = self.draft, self.form.name.text().strip()
        if draft is None:
            return
        known = {one.name: one for one in self._listed.listed} if self._listed else {}
        is_other = name in known and not (known[name].is_own and name == draft.saved.name)
        if is_other and self._replaces != name:
            self._replaces = name
            self.form.tell(
                self.tr("There is a template {name}. Press Save again to use yours instead.")
                .replace("{name}", name)
            )  # fmt: skip
            return
        self._replaces = ""
        self._shelf.save(replace(draft.template, name=name))

    def print_once(self) -> None:
        """Print a sample on the chosen printer."""
        printer = self.form.printers.currentData()
        if self.draft is not None and printer:
            self.print_wanted.emit(str(printer), self.draft.template, self._person())

    def _take_shelf(self, shelf: Shelf) -> None:
        self._listed = shelf
        current = self.draft.saved.name if self.draft else FIRST
        self.form.templates.show_templates(shelf.listed, current)
        self._shelf.picture(shelf.listed, self._person(), LIST_PX)
        if self.draft is None:
            self.open(FIRST)
        else:
            self._show()

    def _tell_saved(self, template: BadgeTemplate) -> None:
        if self.draft is not None:
            self.draft.saved = template
            self.draft.rename(template.name)
        words = self.tr("Saved as {name}. A desk uses it with: kiosk run --badge {name}")
        self.form.tell(words.replace("{name}", template.name))

    def _tell_failure(self, error: Exception) -> None:
        if not isinstance(error, KioskError):
            log.error("the badge editor failed", exc_info=error)
            error = KioskError("UNEXPECTED", kind=type(error).__name__)
        words = error_text(error, lambda source: QCoreApplication.translate("Errors", source))
        self.form.tell(words, is_bad=True)

    # The element in hand

    def select(self, key: str) -> None:
        """Take another element in hand."""
        if self.draft is not None:
            self.draft.selected = key
            self._show_selected()

    def _pick(self, x_mm: float, y_mm: float) -> None:
        if self.draft is not None and (key := self.draft.at(x_mm, y_mm)):
            self.select(key)

    def _step(self, by: int) -> None:
        draft = self.draft
        if draft is not None:
            keys = [key for key, shown in draft.elements() if shown]
            at = keys.index(draft.selected) if draft.selected in keys else -1
            self.select(keys[(at + by) % len(keys)])

    def _switch(self, key: str, shown: bool) -> None:  # noqa: FBT001 - a signal's
        if self.draft is None:
            return
        self.draft.selected = key
        made = self.draft.show(key, shown=shown)
        if not made and key == LOGO:
            self._begin_logo()
            return
        self._after(made=made)

    def _begin_logo(self) -> None:
        """Take the first picture of the badges folder, or say where one is put."""
        if self._listed is not None and self._listed.pictures:
            self._read_logo(self._listed.pictures[0])
        else:
            self._show()
            self.form.tell(self.tr("Put a .png into the folder badges of the data folder first."))

    def _read_logo(self, file: str) -> None:
        if self.draft is not None:
            self._shelf.read_logo(file, self.draft.place_for_logo())

    def _put_logo(self, logo: Logo) -> None:
        self._put(logo)

    def _put(self, part: Field | Code | Stripe | Logo | float) -> None:
        draft = self.draft
        if draft is None:
            return
        match part:
            case Field():
                made = draft.change_field(part)
            case Code():
                made = draft.put_code(part)
            case Stripe():
                made = draft.put(replace(draft.side, stripe=part))
            case Logo():
                made = draft.put(replace(draft.side, logo=part))
            case _:
                made = draft.put(replace(draft.side, sun_mm=part))
        self._after(made=made)

    def _move(self, dx_mm: float, dy_mm: float, gesture: str) -> None:
        if self.draft is not None:
            self._after(made=self.draft.move(dx_mm, dy_mm, gesture))

    def _stretch(self, dx_mm: float, dy_mm: float, gesture: str) -> None:
        if self.draft is not None:
            self._after(made=self.draft.stretch(dx_mm, dy_mm, gesture))

    def _after(self, *, made: bool) -> None:
        """Show what a change came to; one that does not fit is said and not made."""
        self.form.tell("" if made else self.tr("This does not fit the badge. It stays as it was."))
        self._show()

    def undo(self) -> None:
        """Take the last change back."""
        if self.draft is not None and self.draft.undo():
            self._show()

    def redo(self) -> None:
        """Make again what was taken back."""
        if self.draft is not None and self.draft.redo():
            self._show()

    # What is shown

    def _choose_role(self, category: Category) -> None:
        self._category = category
        self._show()

    def _turn(self, is_back: bool) -> None:  # noqa: FBT001 - a signal's
        if self.draft is not None:
            self.draft.is_back = is_back
            self.draft.selected = next((key for key, shown in self.draft.elements() if shown), "")
            self._show()

    def _person(self) -> BadgeText:
        return of_event(of_category(USUAL, self._category), self._title, self._venue)

    def _show(self) -> None:
        """Show the draft: its numbers at once, its pictures as soon as they are drawn."""
        draft = self.draft
        if draft is None:
            return
        template = draft.template
        px_per_mm = self._px_per_mm * self.form.zoom_share(template, self._px_per_mm)
        self.form.show_draft(draft)
        self.form.stage.show_card((template.width_mm, template.height_mm), px_per_mm)
        self._show_selected()
        ratio = self.devicePixelRatioF()
        people = tuple(of_event(one, self._title, self._venue) for one in EXTREMES)
        longest = max(template.width_mm, template.height_mm)
        small = SAMPLE_PX / longest * ratio
        self.preview.show(
            Wish(template, draft.is_back, self._person(), px_per_mm * ratio, people, small)
        )

    def _show_selected(self) -> None:
        draft = self.draft
        if draft is None:
            return
        box, key = draft.box(draft.selected), draft.selected
        name = badge_labels.element(key) if key else ""
        size = f" · {box.width_mm:g} × {box.height_mm:g} mm" if box else ""
        self.form.stage.show_selected(box, f"{name}{size}")
        self.form.elements.show_elements([*draft.elements()], key)
        pictures = self._listed.pictures if self._listed else ()
        self.form.show_part(name, draft.part(key), pictures)

    def _show_drawn(self, drawn: Drawn) -> None:
        self.form.stage.show_picture(drawn.picture)
        self.form.samples.show_pictures(drawn.small, [one.name for one in drawn.wish.others])
        self.form.findings.show_notes(drawn.notes)

    def changeEvent(self, event: QEvent) -> None:
        """Speak the new language."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.form.speak()
            if self._listed is not None:
                self._take_shelf(self._listed)
