"""The touchscreen's building blocks: text that fits, keys, marks, rings and the camera's frame."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QAccessible, QColor, QImage, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.ui import theme
from kiosk.ui.self_check_in.steering import steered
from kiosk.ui.theme import HIGH_CONTRAST, LIGHT
from kiosk.ui.widgets.badge_slot import BadgeSlot, ProgressLine
from kiosk.ui.widgets.camera_view import CameraView, Sight
from kiosk.ui.widgets.candidate_card import CandidateCard
from kiosk.ui.widgets.discs import Discs
from kiosk.ui.widgets.dress import BODY, MM_PER_UNIT, Dress
from kiosk.ui.widgets.focus_ring import FocusRing
from kiosk.ui.widgets.keypad import CONSONANTS, DIGITS, LATIN, Key, Keypad
from kiosk.ui.widgets.lettering import Lettering, Type, fitted
from kiosk.ui.widgets.notice import Notice
from kiosk.ui.widgets.signpost import Signpost
from kiosk.ui.widgets.sun_ring import SunRing
from kiosk.ui.widgets.touch_button import Kind, TouchButton
from kiosk.ui.widgets.verdict_marks import Mark, VerdictMark

NAMES = [
    "이솔",
    "남궁다빈",
    "포스코필바라리튬솔루션",
    "Wolfeschlegelsteinhausenbergerdorff Hubert Blaine",
    "가" * 80,
    "W" * 80,
    "<img src=x> & <b>굵게</b>",
]


def picture(widget: QWidget) -> QImage:
    return widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)


def colours(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name()
        for x in range(0, image.width(), 2)
        for y in range(0, image.height(), 2)
    }


def shown(qtbot: QtBot, widget: QWidget, width: int, height: int) -> QWidget:
    qtbot.addWidget(widget)
    widget.resize(width, height)
    return widget


@pytest.mark.parametrize(
    ("size", "portrait", "unit"),
    [
        (QSize(1080, 1920), True, 1.0),
        (QSize(1920, 1080), False, 1.0),
        (QSize(540, 960), True, 0.5),
        (QSize(1000, 1200), True, 0.625),
        (QSize(1280, 800), False, 2 / 3),
    ],
)
def test_the_design_is_as_large_as_it_fits_a_window(
    size: QSize, portrait: bool, unit: float
) -> None:
    dress = Dress()
    dress.fit(size.width(), size.height())
    assert dress.is_portrait is portrait
    assert dress.unit == pytest.approx(unit)
    assert (dress.width, dress.height) == (size.width(), size.height())


def test_a_panel_whose_size_is_told_has_true_millimetres() -> None:
    dress = Dress()
    dress.calibrate(21.5, (1080, 1920))
    dress.fit(1080, 1920)
    across_mm = 21.5 * 25.4
    assert dress.mm(across_mm) == pytest.approx((1080**2 + 1920**2) ** 0.5)
    assert dress.target >= dress.mm(20) - 1
    assert dress.gap >= dress.mm(2.5)


def test_a_panel_with_large_dots_keeps_its_millimetres() -> None:
    dress = Dress()
    dress.calibrate(21.5, (1920, 1080))
    dress.fit(960, 540)
    assert dress.unit == pytest.approx(dress.panel_px_per_mm * MM_PER_UNIT)
    dress.calibrate(0, (1920, 1080))
    dress.fit(960, 540)
    assert dress.unit == 0.5


@pytest.mark.parametrize("mount_mm", [0, 300, 600, 900])
def test_a_low_view_lies_between_400_and_1220_mm_above_the_floor(mount_mm: float) -> None:
    dress = Dress(mount_mm=mount_mm)
    dress.calibrate(32, (1080, 1920))
    dress.fit(1080, 1920)
    top, foot = dress.reach
    assert 0 <= top < foot <= 1920
    if mount_mm:
        top_mm, foot_mm = (mount_mm + (1920 - one) / dress.panel_px_per_mm for one in (top, foot))
        assert 400 - 0.1 <= foot_mm < top_mm <= 1220 + 0.1


def test_a_role_that_turns_has_another_colour_in_high_contrast() -> None:
    dress = Dress()
    assert dress.colour("desk_field") == QColor(LIGHT.sun)
    assert not dress.is_high_contrast
    dress.colours = HIGH_CONTRAST
    assert dress.is_high_contrast
    assert dress.colour("desk_field") == QColor("#000000")


def made(wish: float, least: float = 24, *, leading: float = 1.22) -> Type:
    return Type(wish, least, least, theme.EXTRABOLD, leading)


@pytest.mark.parametrize("text", NAMES)
@pytest.mark.parametrize("box", [(960, 230), (400, 100), (200, 60)])
def test_any_name_fits_its_box(qapp: object, text: str, box: tuple[int, int]) -> None:
    px, lines, _ = fitted(text, box[0], box[1], made(176))
    assert all(theme.text_width(line, px, theme.EXTRABOLD) <= box[0] for line in lines)
    assert len(lines) * px * 1.22 <= max(box[1], px * 1.22) + 2
    assert lines[0]


def test_short_text_keeps_its_size_and_long_text_does_not(qapp: object) -> None:
    short = fitted("이솔 님", 960, 230, made(176))
    longer = fitted("남궁다빈 남궁다빈 님", 960, 230, made(176))
    assert short.px == 176
    assert longer.px < 176
    assert [short.is_cut, longer.is_cut] == [False, False]


def test_lines_are_even_and_words_stay_whole(qapp: object) -> None:
    fit = fitted("이차전지 기술 세미나", 960, 304, made(132, leading=1.14))
    assert fit.lines == ["이차전지", "기술 세미나"]


def test_lines_end_where_they_are_told_to(qapp: object) -> None:
    fit = fitted("안내데스크로\n와 주세요", 960, 400, made(72))
    assert fit.lines == ["안내데스크로", "와 주세요"]


def test_no_more_lines_than_allowed_and_the_rest_is_an_ellipsis(qapp: object) -> None:
    fit = fitted("아주 긴 표본 " * 40, 300, 900, made(57, 57), most=2)
    assert fit.is_cut
    assert len(fit.lines) == 2
    assert fit.lines[1].endswith("…")


def test_words_are_cut_only_where_no_line_holds_them(qapp: object) -> None:
    fit = fitted("Sample " + "W" * 40, 300, 400, made(57, 50, leading=1.1))
    assert fit.lines[0].startswith("Sample")
    fit = fitted("Sample Battery Materials International", 300, 120, made(57, 50, leading=1.0))
    assert fit.lines[0] == "Sample"
    assert fit.lines[1].rstrip("…") in "Battery Materials"


def test_lettering_is_plain_and_says_its_text(qtbot: QtBot) -> None:
    label = Lettering(Dress(), px=40)
    shown(qtbot, label, 400, 220)
    label.setText("<b>홍</b>\n길동")
    assert label.textFormat() == Qt.TextFormat.PlainText
    assert label.accessibleName() == "<b>홍</b> 길동"
    assert label.fit().lines == ["<b>홍</b>", "길동"]


def test_lettering_paints_in_its_role_and_fits_anew_with_the_dress(qtbot: QtBot) -> None:
    dress = Dress()
    label = Lettering(dress, px=80, ink="stop")
    shown(qtbot, label, 400, 120)
    label.setText("홍길동")
    assert QColor(LIGHT.stop).name() in colours(picture(label))
    large = label.fit().px
    dress.unit = 0.5
    assert label.fit().px == large / 2


@pytest.mark.parametrize("scale", [1.0, 1.5, 2.0])
def test_words_never_fall_below_their_floor(qtbot: QtBot, scale: float) -> None:
    dress = Dress(text_scale=scale)
    label = Lettering(dress, px=40)
    shown(qtbot, label, 300, 20)
    label.setText("표본 표본 표본")
    assert label.fit().px == pytest.approx(label.type.floor)
    assert label.type.floor >= BODY * theme.ink_growth("한") - 0.01
    assert label.type.least == pytest.approx(label.type.floor * scale)
    assert label.least_height(300) <= label.wished_height(300)


@pytest.mark.parametrize("kind", Kind)
def test_a_button_paints_and_is_a_button_to_a_screen_reader(qtbot: QtBot, kind: Kind) -> None:
    button = TouchButton(Dress(), kind, icon="house-bold")
    shown(qtbot, button, 300, 108)
    button.say("처음 & 끝", "처음으로")
    read = QAccessible.queryAccessibleInterface(button)
    assert read is not None
    assert read.role() == QAccessible.Role.Button
    assert button.accessibleName() == "처음으로"
    assert button.words == "처음 & 끝"
    assert button.shortcut().isEmpty()
    assert len(colours(picture(button))) > 1


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_a_button_is_pressed_by_keys_once(qtbot: QtBot, key: Qt.Key) -> None:
    button = TouchButton(Dress())
    shown(qtbot, button, 100, 100)
    presses: list[bool] = []
    button.clicked.connect(lambda: presses.append(True))
    for repeated in (False, True):
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", repeated)
        QApplication.sendEvent(button, event)
    assert len(presses) == 1


def test_a_touch_leaves_no_focus_behind(qtbot: QtBot) -> None:
    button = TouchButton(Dress())
    shown(qtbot, button, 100, 100)
    button.show()
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert not button.hasFocus()


def test_a_switched_on_cell_looks_switched_on(qtbot: QtBot) -> None:
    button = TouchButton(Dress(), Kind.DECK, icon="circle-half-fill")
    shown(qtbot, button, 300, 108)
    off = picture(button)
    button.dress_as(Kind.DECK_ON, "check-circle-fill")
    assert picture(button) != off


@pytest.mark.parametrize(
    ("keys", "columns"), [(CONSONANTS, (4, 8)), (LATIN, (6, 10)), (DIGITS, (3, 6))]
)
def test_every_key_sends_itself(
    qtbot: QtBot, keys: tuple[Key, ...], columns: tuple[int, ...]
) -> None:
    keypad = Keypad(Dress(), keys, columns)
    shown(qtbot, keypad, 936, 900)
    sent: list[str] = []
    keypad.pressed.connect(sent.append)
    for button in keypad.buttons.values():
        button.click()
    assert sent == [key.sends for key in keys]


def test_fourteen_consonants_and_no_twin_among_them() -> None:
    letters = [key.sends for key in CONSONANTS if len(key.sends) == 1]
    assert letters == list("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")


def test_a_card_shows_and_says_who_and_is_cleared(qtbot: QtBot) -> None:
    card = CandidateCard(Dress())
    shown(qtbot, card, 960, 92)
    card.show_person("남**빈", "포스코필바라리튬솔루션 기술연구개발본부 " * 3)
    full = picture(card)
    assert card.accessibleName().startswith("남**빈, 포스코")
    card.show_person("", "")
    assert card.accessibleName() == ""
    assert picture(card) != full


def test_discs_show_digits_and_never_say_them(qtbot: QtBot) -> None:
    discs = Discs(Dress())
    shown(qtbot, discs, 960, 190)
    discs.show_typed("27", 4, "2 digits entered")
    assert discs.accessibleName() == "2 digits entered"
    image = picture(discs)
    sun = QColor(LIGHT.sun)
    left = [image.pixelColor(x, 20) == sun for x in range(image.width())]
    assert any(left[:480])
    assert not any(left[480:])


@pytest.mark.parametrize("mark", Mark)
def test_the_marks_differ_in_shape_alone(qtbot: QtBot, mark: Mark) -> None:
    def grey(one: Mark) -> QImage:
        widget = VerdictMark(Dress(), one)
        shown(qtbot, widget, 100, 100)
        return picture(widget).convertToFormat(QImage.Format.Format_Mono)

    assert all(grey(mark) != grey(other) for other in Mark if other is not mark)


def test_the_arrow_points_where_it_is_told(qtbot: QtBot) -> None:
    mark = VerdictMark(Dress(), Mark.ARROW)
    shown(qtbot, mark, 200, 200)
    left = picture(mark)
    mark.point("arrow-right-bold")
    assert picture(mark) != left


def test_the_ring_says_the_seconds_and_loses_its_share(qtbot: QtBot) -> None:
    ring = SunRing(Dress())
    shown(qtbot, ring, 360, 360)
    ring.show_left(10, 10)
    full = picture(ring)
    ring.show_left(4.2, 10)
    assert ring.accessibleName() == "5"
    spot = QPoint(round(360 * 0.02 + 3), 180)
    assert full.pixelColor(spot) == QColor(LIGHT.sun)
    assert picture(ring).pixelColor(spot) != QColor(LIGHT.sun)


def badge() -> QImage:
    image = QImage(100, 70, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    return image


@pytest.mark.parametrize(("out", "rows"), [(0.0, 0), (0.5, 1), (1.0, 2)])
def test_the_badge_comes_out_of_the_slot(qtbot: QtBot, out: float, rows: int) -> None:
    slot = BadgeSlot(Dress())
    shown(qtbot, slot, 860, 446)
    slot.show_badge(badge())
    slot.come_out(out)
    image = picture(slot)
    near, far = image.pixelColor(430, 100), image.pixelColor(430, 400)
    assert [near.name(), far.name()].count("#123456") == rows


def test_in_high_contrast_the_badge_does_not_move(qtbot: QtBot) -> None:
    slot = BadgeSlot(Dress(colours=HIGH_CONTRAST))
    shown(qtbot, slot, 860, 446)
    slot.show_badge(badge())
    slot.come_out(0.0)
    assert picture(slot).pixelColor(430, 400).name() == "#123456"


def test_an_empty_slot_holds_no_picture(qtbot: QtBot) -> None:
    slot = BadgeSlot(Dress())
    shown(qtbot, slot, 860, 446)
    slot.show_badge(badge())
    slot.come_out(1)
    slot.show_badge(QImage())
    assert slot.badge.isNull()
    assert "#123456" not in colours(picture(slot))


def test_progress_fills_from_the_left(qtbot: QtBot) -> None:
    line = ProgressLine(Dress())
    shown(qtbot, line, 400, 28)
    line.show_share(0.5)
    image = picture(line)
    assert image.pixelColor(100, 14) == QColor(LIGHT.ok)
    assert image.pixelColor(300, 14) == QColor(LIGHT.paper)


def frame() -> QImage:
    image = QImage(64, 48, QImage.Format.Format_RGB32)
    image.fill(QColor("#ff0000"))
    for x in range(32):
        for y in range(48):
            image.setPixelColor(x, y, QColor("#0000ff"))
    return image


def view_of(qtbot: QtBot, sight: Sight) -> CameraView:
    view = CameraView(Dress())
    shown(qtbot, view, 600, 600)
    view.set_sight(sight)
    return view


def test_a_live_picture_is_mirrored(qtbot: QtBot) -> None:
    view = view_of(qtbot, Sight.LIVE)
    view.show_frame(frame())
    image = picture(view)
    assert image.pixelColor(200, 300).name() == "#ff0000"
    assert image.pixelColor(400, 300).name() == "#0000ff"


@pytest.mark.parametrize("sight", [Sight.ABSENT, Sight.LOST, Sight.DARK])
def test_a_camera_that_does_not_see_keeps_no_picture(qtbot: QtBot, sight: Sight) -> None:
    view = view_of(qtbot, Sight.LIVE)
    view.show_frame(frame())
    view.set_sight(sight)
    view.show_frame(frame())
    assert view.frame.isNull()
    assert "#ff0000" not in colours(picture(view))
    assert sight.is_fault is (sight is not Sight.ABSENT)


def test_leaving_forgets_the_picture(qtbot: QtBot) -> None:
    view = view_of(qtbot, Sight.LIVE)
    view.show_frame(frame())
    view.clear()
    assert view.frame.isNull()


def test_the_drawing_shows_until_a_picture_comes(qtbot: QtBot) -> None:
    view = view_of(qtbot, Sight.SEARCHING)
    drawn = colours(picture(view))
    assert "#e2a27c" in drawn
    view.show_frame(frame())
    assert "#e2a27c" not in colours(picture(view))


def holder_with(qtbot: QtBot, make: Callable[[QWidget], QWidget]) -> tuple[QWidget, QWidget]:
    holder = QWidget()
    shown(qtbot, holder, 400, 400)
    inner = make(holder)
    holder.show()
    return holder, inner


def test_the_focus_ring_lies_around_its_target_and_takes_no_touch(qtbot: QtBot) -> None:
    dress = Dress()
    holder, ring = holder_with(qtbot, lambda parent: FocusRing(dress, parent))
    assert isinstance(ring, FocusRing)
    target = TouchButton(dress, parent=holder)
    target.setGeometry(100, 100, 120, 90)
    target.show()
    ring.ring(target)
    assert ring.geometry() == QRect(85, 85, 150, 120)
    assert {QColor(LIGHT.focus).name(), "#ffffff"} <= colours(picture(ring))
    assert ring.testAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    ring.ring(None)
    assert not ring.isVisible()


def test_a_notice_is_there_only_while_it_says_something(qtbot: QtBot) -> None:
    holder, notice = holder_with(qtbot, lambda parent: Notice(Dress(), parent))
    assert isinstance(notice, Notice)
    notice.setGeometry(0, 0, 400, 80)
    assert not notice.isVisibleTo(holder)
    notice.tell("한 분씩 보여 주세요")
    assert notice.isVisibleTo(holder)
    assert QColor(LIGHT.sea).name() in colours(picture(notice))
    notice.tell("")
    assert not notice.isVisibleTo(holder)


def test_a_signpost_is_read_and_not_pressed(qtbot: QtBot) -> None:
    post = Signpost(Dress(), "arrow-down-bold")
    shown(qtbot, post, 700, 130)
    post.setText("아래 출구에서 받아 주세요")
    assert post.focusPolicy() == Qt.FocusPolicy.NoFocus
    assert post.accessibleName() == "아래 출구에서 받아 주세요"
    assert QColor(LIGHT.sun).name() in colours(picture(post))


def test_arrows_lead_to_the_neighbour(qtbot: QtBot) -> None:
    dress = Dress()
    holder, _ = holder_with(qtbot, QWidget)
    grid = []
    for row in range(2):
        for column in range(3):
            button = TouchButton(dress, parent=holder)
            button.setGeometry(column * 110, row * 110, 100, 100)
            grid.append(button)
    first, second, *_ = grid
    assert steered(grid, None, Qt.Key.Key_Down) is first
    assert steered(grid, first, Qt.Key.Key_Right) is second
    assert steered(grid, second, Qt.Key.Key_Down) is grid[4]
    assert steered(grid, grid[4], Qt.Key.Key_Left) is grid[3]
    assert steered(grid, grid[4], Qt.Key.Key_Up) is second
    assert steered(grid, first, Qt.Key.Key_Left) is first
    assert steered(grid, first, Qt.Key.Key_A) is None
    assert steered([], None, Qt.Key.Key_Left) is None
