"""The desk's painting: text that fits, pills, marks, and every state of the gallery drawn."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Reason
from kiosk.ui import theme
from kiosk.ui.front_desk.gallery import screens
from kiosk.ui.front_desk.person_heading import PersonHeading, fitted_name
from kiosk.ui.front_desk.plan import plan, requests_room
from kiosk.ui.widgets.desk_canvas import Canvas, Pill, Type
from kiosk.ui.widgets.desk_marks import Mark, paint_mark
from kiosk.ui.widgets.desk_rows import tag_room_beside

NAMES = [
    "이솔",
    "남궁다빈",
    "Maximiliana-Alexandra Konstantinopoulou von und zu Beispielhausen-Musterstadt II",
    "가" * 80,
    "W" * 80,
    "<b>김</b> & ",
]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", NAMES)
@pytest.mark.parametrize("room", [20, 120, 362])
def test_a_shortened_line_fits_its_room(text: str, room: float) -> None:
    style = Type(21, theme.EXTRABOLD)
    shown = style.shortened(text, room)
    assert style.width(shown) <= room
    assert shown == text or shown.endswith("…") or style.width("…") > room


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", NAMES[:2])
@pytest.mark.parametrize("room", range(40, 90))
def test_a_line_that_was_made_to_fit_is_not_cut(text: str, room: float) -> None:
    fitted = Type(21, theme.EXTRABOLD).fitted(text, room, 1)
    assert fitted.shortened(text, room) == text


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("text", NAMES)
@pytest.mark.parametrize("most", [1, 2, 3])
def test_wrapped_lines_fit_and_lose_nothing_but_behind_an_ellipsis(text: str, most: int) -> None:
    style = Type(26, theme.EXTRABOLD)
    lines = style.wrapped(text, 362, most)
    assert 1 <= len(lines) <= most
    assert all(style.width(line) <= 362 for line in lines)
    whole = "".join(lines).replace(" ", "")
    assert whole.endswith("…") or whole == text.replace(" ", "")


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_a_name_is_as_large_as_fits_and_never_wider(name: str) -> None:
    style, lines = fitted_name(name, 362, 280)
    assert 22 <= style.px <= 66
    assert all(style.width(line) <= 362.5 for line in lines)


@pytest.mark.usefixtures("qapp")
def test_short_names_are_set_largest() -> None:
    assert fitted_name("이솔", 362, 280)[0].px == 66
    assert fitted_name("남궁다빈", 362, 280)[1] == ["남궁다빈"]


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("name", NAMES)
def test_a_heading_paints_inside_the_height_it_told(name: str) -> None:
    person = Registration(
        "r1", name, "SAMPLE Latin", "포스코필바라리튬솔루션 (주) 견본연구소", "책임연구원"
    )
    heading = PersonHeading(person, 362)
    picture = QImage(400, 400, QImage.Format.Format_RGB32)
    picture.fill(0xFFFFFFFF)
    painter = QPainter(picture)
    heading.draw(Canvas(painter, 1.0), QRectF(0, 0, 1, 1).topLeft())
    painter.end()
    below = round(heading.height) + 1
    rest = picture.copy(0, below, 400, 400 - below)
    white = QImage(rest.size(), rest.format())
    white.fill(0xFFFFFFFF)
    assert rest == white


@pytest.mark.usefixtures("qapp")
def test_a_pill_gives_way_where_there_is_no_room() -> None:
    picture = QImage(200, 60, QImage.Format.Format_RGB32)
    painter = QPainter(picture)
    canvas = Canvas(painter, 1.0)
    pill = Pill("인쇄된 이름표 회수", icon="warning-fill")
    wide = canvas.pill(QRectF(0, 0, 1, 1).topLeft(), pill, room=80)
    painter.end()
    assert wide == 80 < pill.width


@pytest.mark.usefixtures("qapp")
def test_a_tag_gives_way_to_the_name_but_stays() -> None:
    tag = Pill("Guest of honour")
    assert tag_room_beside(tag, 80, 400) == tag.width
    assert tag_room_beside(tag, 80, 200) == 110 < tag.width
    assert tag_room_beside(tag, 300, 200) == 60
    assert tag_room_beside(None, 80, 200) == 0


@pytest.mark.usefixtures("qapp")
def test_every_mark_has_its_own_shape_in_grey() -> None:
    seen = set()
    for mark in Mark:
        picture = QImage(76, 76, QImage.Format.Format_ARGB32)
        picture.fill(0xFF808080)
        painter = QPainter(picture)
        paint_mark(painter, QRectF(0, 0, 76, 76), mark)
        painter.end()
        seen.add(bytes(picture.convertToFormat(QImage.Format.Format_Grayscale8).constBits()))
    assert len(seen) == len(Mark)


@pytest.mark.parametrize(
    ("size", "frame"), [((1366, 768), 1.0), ((1920, 1080), 1.2), ((1280, 800), 0.937)]
)
def test_the_frame_scales_as_the_tokens_say(size: tuple[int, int], frame: float) -> None:
    assert plan(*size).frame == pytest.approx(frame, abs=0.01)


def test_the_person_grows_more_than_the_frame() -> None:
    large = plan(1920, 1080)
    assert large.middle > large.frame > 1


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (2560, 1080)])
def test_requests_push_down_the_log_alone(size: tuple[int, int]) -> None:
    without, tall = plan(*size), 103.0
    beside = plan(*size, tall)
    assert replace(beside, requests=without.requests, log=without.log) == without
    assert without.requests.height() == 0
    assert beside.requests.height() == pytest.approx(tall * beside.frame)
    assert without.counts.bottom() < beside.requests.top()
    assert beside.requests.bottom() < beside.log.top()
    assert beside.log.bottom() == without.log.bottom()


@pytest.mark.parametrize("size", [(1024, 600), (1366, 768), (1920, 1080), (2560, 1080)])
def test_as_many_requests_as_there_is_room_for_leave_some_lines_of_the_log(
    size: tuple[int, int],
) -> None:
    room = requests_room(*size)
    fullest = plan(*size, room)
    assert room > 103
    assert fullest.log.height() / fullest.frame == pytest.approx(128)


@pytest.mark.parametrize("language", ["ko", "en"])
def test_the_gallery_draws_every_reason_each_unlike_the_other(qapp, language: str) -> None:
    drawn: dict[str, bytes] = {}
    for screen, state, window in screens(size=QSize(1366, 768), language=language):
        assert screen == "front-desk"
        picture = window.grab().toImage()
        assert (picture.width(), picture.height()) == (1366, 768)
        drawn[state] = bytes(picture.constBits())
    assert {f"verdict-{one.lower().replace('_', '-')}" for one in Reason} <= drawn.keys()
    assert len(set(drawn.values())) == len(drawn)
