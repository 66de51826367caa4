"""PersonCard: everything staff see of one person, and the buttons for what comes next."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt, Signal
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.domain.event import Event, Session
from kiosk.domain.found import BadgeState
from kiosk.domain.journal import Presence
from kiosk.domain.phone import mask, mask_email
from kiosk.domain.registration import Registration, Status
from kiosk.domain.verdict import Reason
from kiosk.ui import theme
from kiosk.ui.front_desk import people
from kiosk.ui.front_desk.answer_form import AnswerForm
from kiosk.ui.front_desk.person_heading import PersonHeading
from kiosk.ui.front_desk.scene import Act, Scene, Stage
from kiosk.ui.front_desk.verdict_words import Tongue
from kiosk.ui.theme import LIGHT
from kiosk.ui.widgets.desk_button import Caption, DeskButton, Look
from kiosk.ui.widgets.desk_canvas import CENTRE, Canvas, Pill, Type
from kiosk.ui.widgets.desk_panel import DeskPanel

_SIDE, _TOP = 22.0, 18.0
_BADGE = QSizeF(196, 138)
_BUTTON_HEIGHT = 60.0
_WITHOUT_BADGE = frozenset({Status.CANCELLED, Status.BLOCKED, Status.UNAPPROVED})
_LEAST_ROOM = 120.0
"""Design pixels; before the first layout the card has no size at all."""
_SESSION_STEP = 56.0
_DETAILS = 76.0
_SESSION, _TIME = Type(16, theme.BOLD), Type(15, theme.MEDIUM, LIGHT.ink2)


class PersonCard(DeskPanel):
    """Show a scene's person; without one, say where to search.

    ``confirmed`` (Enter), ``next_wanted`` (Esc), ``badge_wanted`` (F6), ``edit_wanted`` (F2),
    ``pass_wanted`` (Ctrl+Enter) and ``walk_in_wanted`` (F3) tell what was pressed.
    """

    confirmed = Signal()
    next_wanted = Signal()
    badge_wanted = Signal()
    edit_wanted = Signal()
    pass_wanted = Signal()
    walk_in_wanted = Signal()

    def __init__(self, event: Event, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._event = event
        self._scene = Scene()
        self._tongue: Tongue | None = None
        self._picture: QImage | None = None
        self._offers_badge = self._offers_pass = False
        self._contact: tuple[str, str] | None = None
        self.form = AnswerForm(self)
        self.form.hide()
        self.go = DeskButton(Caption(""), Look.PRIMARY, px=21, parent=self)
        self.next = DeskButton(Caption(""), parent=self)
        self.badge = DeskButton(Caption(""), parent=self)
        self.edit = DeskButton(Caption(""), parent=self)
        self.pass_on = DeskButton(Caption(""), parent=self)
        self.walk_in = DeskButton(Caption(""), parent=self)
        self.edit.clicked.connect(self.edit_wanted)
        self.pass_on.clicked.connect(self.pass_wanted)
        self.walk_in.clicked.connect(self.walk_in_wanted)
        self.go.clicked.connect(self._confirm)
        self.next.clicked.connect(self.next_wanted)
        self.badge.clicked.connect(self.badge_wanted)

    # What is shown

    def show_scene(
        self, scene: Scene, tongue: Tongue, *, offers_badge: bool, offers_pass: bool = False
    ) -> None:
        """Show another scene; the last one's person leaves nothing behind."""
        self._scene, self._tongue = scene, tongue
        self._offers_badge, self._offers_pass = offers_badge, offers_pass
        asked = scene.verdict.open_questions if scene.act is Act.ANSWER and scene.verdict else ()
        questions = [one for one in self._event.questions if one.id in asked]
        self.form.ask(questions, tongue.language)
        self.form.setVisible(bool(questions))
        self.renew()

    def show_picture(self, picture: QImage | None) -> None:
        """Show the badge's picture, or none."""
        self._picture = picture
        self.update()

    def show_contact(self, contact: tuple[str, str] | None) -> None:
        """Show number and address as they are, or masked again."""
        self._contact = contact
        self.update()

    def _confirm(self) -> None:
        if self._scene.act is Act.ANSWER:
            self.form.submit()
        else:
            self.confirmed.emit()

    def describe(self) -> None:
        """Tell the person as a screen reader reads it, and set the buttons' words."""
        person = self._scene.person
        told = [person.name, people.tag(person).text] if person else []
        told += [person.name_latin, people.belonging(person), self._memo(person)] if person else []
        self.setAccessibleName(", ".join(part for part in told if part))
        acts = self._scene.act is not Act.NOTHING
        go = self.tr("Admit") if self._scene.act is Act.CONFIRM else self.tr("Check in")
        self.go.show_caption(Caption(go, "Enter", "check-bold"))
        self.go.setVisible(acts)
        look = Look.LINE if acts else Look.PRIMARY
        self.next.show_caption(Caption(self.tr("Next"), "Esc"), look)
        self.badge.show_caption(Caption(self.tr("Badge again"), "F6", "printer-bold"))
        self.badge.setVisible(self._offers_badge)
        self.edit.show_caption(Caption(self.tr("Edit"), "F2", "pencil-simple-bold"))
        asks = self._scene.act is Act.ANSWER
        self.edit.setVisible(person is not None and not asks and not self._offers_pass)
        self.pass_on.show_caption(Caption(self.tr("Let in"), "Ctrl+Enter"))
        self.pass_on.setVisible(self._offers_pass)
        self.walk_in.show_caption(Caption(self.tr("Take as walk-in"), "F3", "user-plus-bold"))
        self.walk_in.setVisible(self._may_walk_in)

    @property
    def _may_walk_in(self) -> bool:
        """Tell whether registering is what helps: nobody is known, or they withdrew."""
        verdict = self._scene.verdict
        if verdict is None:
            return self._scene.stage is Stage.READY
        nobody = verdict.registration is None and self._scene.stage is Stage.ANSWERED
        return nobody or verdict.reason is Reason.CANCELLED

    def place(self) -> None:
        """Put the buttons at the bottom, the one next step widest, and the form above them."""
        size = self.design_size
        top = size.height() - _TOP - _BUTTON_HEIGHT
        ways = (self.go, self.badge, self.edit, self.pass_on, self.walk_in, self.next)
        shown = [one for one in ways if not one.isHidden()]
        widest = self.go if not self.go.isHidden() else self.next
        others = [one for one in shown if one is not widest]
        rest = sum(one.design_width() + 10 for one in others)
        left = _SIDE
        for button in [widest, *others]:
            wide = size.width() - 2 * _SIDE - rest if button is widest else button.design_width()
            button.set_scale(self.scale)
            button.setGeometry(self.on_screen(QRectF(left, top, wide, _BUTTON_HEIGHT)))
            left += wide + 10
        head = self._head_bottom()
        self.form.setGeometry(
            self.on_screen(QRectF(_SIDE, head, size.width() - 2 * _SIDE, top - 12 - head))
        )
        self.form.set_scale(self.scale)

    # How it is painted

    def draw(self, canvas: Canvas, size: QSizeF) -> None:
        """Paint the card from top to bottom."""
        canvas.box(QRectF(0, 0, size.width(), size.height()), LIGHT.paper, 16)
        person, tongue = self._scene.person, self._tongue
        if person is None or tongue is None:
            self._draw_nobody(canvas, size)
            return
        self._draw_badge(canvas, size)
        self._heading(person).draw(canvas, QPointF(_SIDE, _TOP))
        top = self._draw_memo(canvas, size, person)
        if self.form.isHidden():
            top = self._draw_sessions(
                canvas, QRectF(_SIDE, top, size.width() - 2 * _SIDE, 48), tongue
            )
            self._draw_details(canvas, QRectF(_SIDE, top, size.width() - 2 * _SIDE, 70), person)

    def _draw_nobody(self, canvas: Canvas, size: QSizeF) -> None:
        if self._scene.stage is Stage.CHECKING:
            return
        middle = (size.height() - _BUTTON_HEIGHT - _TOP) / 2
        glass = QRectF(size.width() / 2 - 36, middle - 84, 72, 72)
        canvas.icon(glass, "magnifying-glass-bold", LIGHT.edge)
        row = QRectF(_SIDE, middle + 4, size.width() - 2 * _SIDE, 36)
        canvas.line(row, self.tr("Find by name"), Type(26, theme.EXTRABOLD), CENTRE)
        hint = self.tr("Name, initials, organisation, last 4 digits")
        small = Type(17, theme.MEDIUM, LIGHT.ink2)
        canvas.line(row.translated(0, 38), hint, small, CENTRE, least=14)

    def _draw_badge(self, canvas: Canvas, size: QSizeF) -> None:
        area = QRectF(size.width() - _SIDE - _BADGE.width(), _TOP, _BADGE.width(), _BADGE.height())
        if self._makes_no_badge:
            canvas.box(area, None, 6, edge=LIGHT.edge, edge_width=1.5, dashed=True)
            icon = QRectF(area.center().x() - 14, area.center().y() - 28, 28, 28)
            canvas.icon(icon, "prohibit-bold", LIGHT.ink2)
            words = QRectF(area.left() + 8, area.center().y() + 6, area.width() - 16, 22)
            canvas.line(words, self.tr("No badge"), Type(15, theme.SEMIBOLD, LIGHT.ink2), CENTRE)
            return
        if self._picture is None or self._picture.isNull():
            canvas.box(area, LIGHT.sky, 6, edge=LIGHT.line, edge_width=1.5)
            return
        shown = QSizeF(self._picture.size()).scaled(_BADGE, Qt.AspectRatioMode.KeepAspectRatio)
        place = QRectF(area.right() - shown.width(), area.top(), shown.width(), shown.height())
        painter = canvas.painter
        painter.setRenderHint(painter.RenderHint.SmoothPixmapTransform)
        # Scaled down in one smooth step: the painter's own filter leaves a QR code in shreds.
        pixels = (shown * (self.scale * self.devicePixelRatioF())).toSize()
        small = self._picture.scaled(
            pixels,
            Qt.AspectRatioMode.IgnoreAspectRatio,
            Qt.TransformationMode.SmoothTransformation,
        )
        painter.drawImage(place, small)
        canvas.box(place, None, 6, edge=LIGHT.line, edge_width=1.5)

    @property
    def _makes_no_badge(self) -> bool:
        """Tell whether the registration is in a state that no badge is made for."""
        person = self._scene.person
        return person is not None and person.status in _WITHOUT_BADGE

    def _heading(self, person: Registration) -> PersonHeading:
        room = self.design_size.width() - 2 * _SIDE - _BADGE.width() - 18
        return PersonHeading(person, max(room, _LEAST_ROOM))

    def _memo(self, person: Registration) -> str:
        seat = self.tr("Seat {seat}").format(seat=person.seat) if person.seat else ""
        return " · ".join(part for part in (person.flag, seat) if part)

    def _memo_top(self) -> float:
        person = self._scene.person
        head = self._heading(person).height if person else 0.0
        return _TOP + max(_BADGE.height(), head) + 14

    def _head_bottom(self) -> float:
        """Return where the first strip below the name ends, for whatever follows it."""
        person, top = self._scene.person, self._memo_top()
        return top + 56 if person and self._memo(person) else top

    def _draw_memo(self, canvas: Canvas, size: QSizeF, person: Registration) -> float:
        memo = self._memo(person)
        if memo:
            strip = QRectF(_SIDE, self._memo_top(), size.width() - 2 * _SIDE, 42)
            canvas.box(strip, LIGHT.sun_soft, 12)
            canvas.icon(QRectF(strip.left() + 15, strip.top() + 10, 22, 22), "flag", LIGHT.ink)
            words = strip.adjusted(47, 0, -14, 0)
            canvas.line(words, memo, Type(16, theme.BOLD), least=14)
        return self._head_bottom()

    def _sessions(self, most: int) -> list[Session]:
        """Return the served session and those nearest to it, in the order they start."""
        served = self._scene.verdict.session if self._scene.verdict else None
        start = served.starts_at if served else self._event.starts_at
        near = sorted(self._event.sessions, key=lambda one: abs(one.starts_at - start))
        return sorted(near[:most], key=lambda one: one.starts_at)

    def _draw_sessions(self, canvas: Canvas, row: QRectF, tongue: Tongue) -> float:
        """Paint sessions side by side where their titles fit, else below each other."""
        room = self.design_size.height() - _TOP - _BUTTON_HEIGHT - 12 - _DETAILS - row.top()
        rows = max(1, int(room // _SESSION_STEP))
        pair, half = self._sessions(2 * rows), (row.width() - 8) / 2
        fits = all(self._session_width(one, tongue) <= half for one in pair)
        columns = 2 if fits and len(pair) > 1 else 1
        wide = half if columns == 2 else row.width()
        shown = self._sessions(columns * rows)
        for at, session in enumerate(shown):
            left = row.left() + (at % columns) * (wide + 8)
            top = row.top() + (at // columns) * _SESSION_STEP
            self._draw_session(canvas, QRectF(left, top, wide, 48), session, tongue)
        return row.top() + _SESSION_STEP * -(-len(shown) // columns) + 6

    def _session_pill(self, session: Session, tongue: Tongue) -> Pill | None:
        person, sheet, verdict = self._scene.person, self._scene.sheet, self._scene.verdict
        if person is None or sheet is None:
            return None
        presence = sheet.presences.get(session.id, Presence())
        if verdict and verdict.session and verdict.session.id == session.id:
            return people.served_pill(person, presence, tongue)
        return people.session_pill(person, session, presence, tongue)

    def _session_width(self, session: Session, tongue: Tongue) -> float:
        pill = self._session_pill(session, tongue)
        words = _SESSION.width(tongue.title(session)) + _TIME.width("00:00")
        return words + (pill.width if pill else 0) + 48

    def _draw_session(self, canvas: Canvas, area: QRectF, session: Session, tongue: Tongue) -> None:
        canvas.box(area, LIGHT.sky, 12)
        inner = area.adjusted(14, 0, -14, 0)
        pill = self._session_pill(session, tongue)
        if pill is not None:
            canvas.pill(QPointF(inner.right() - pill.width, area.center().y() - 14), pill)
            inner.setRight(inner.right() - pill.width - 8)
        time = tongue.clock(session.starts_at)
        title = inner.adjusted(0, 0, -_TIME.width(time) - 10, 0)
        taken = canvas.line(title, tongue.title(session), _SESSION, least=14)
        canvas.line(inner.adjusted(taken + 10, 0, 2, 0), time, _TIME)

    def _draw_details(self, canvas: Canvas, area: QRectF, person: Registration) -> None:
        sheet = self._scene.sheet
        phone, email = self._contact or (mask(person.phone), mask_email(person.email))
        rows = [(self.tr("Mobile"), phone or "–"), (self.tr("E-mail"), email or "–")]
        label, value = Type(16, theme.MEDIUM, LIGHT.ink2), Type(16, theme.SEMIBOLD)
        wide = max(label.width(words) for words, _ in rows) + 14
        half = area.width() * 0.5
        for at, (words, told) in enumerate(rows):
            row = QRectF(area.left(), area.top() + at * 35, half - 16, 35)
            canvas.line(row, words, label)
            canvas.line(row.adjusted(wide, 0, 0, 0), told, value, least=13)
        row = QRectF(area.left() + half, area.top(), half, 35)
        taken = canvas.line(row, self.tr("Badge"), label) + 14
        state = sheet.badge if sheet else BadgeState.NONE
        pill = people.badge_pill(state, undone=self._scene.stage is Stage.UNDONE)
        if self._makes_no_badge and state is BadgeState.NONE:
            pill = Pill(self.tr("None made"), icon="minus-bold")
        if sheet is not None:
            canvas.pill(QPointF(row.left() + taken, row.center().y() - 14), pill, room=half - taken)
