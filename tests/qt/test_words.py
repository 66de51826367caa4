"""Words: plain text that wraps between words, shrinks, and ends in an ellipsis before it is cut."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QSizePolicy

from kiosk.ui import theme
from kiosk.ui.widgets.words import Words

LONG = "아주 긴 기관 이름을 가진 예시 연구원 부설 시험 인증 센터"
HOSTILE = ["", " ", "\n\n", "<img src='file:///etc/passwd'>", "R&D팀", "가" * 5_000, "\u202e거꾸로",
           "a\x00b", "🙂👩‍👩‍👧", "%s %1 {name}"]  # fmt: skip


@pytest.fixture(autouse=True)
def _app(qapp: object) -> None:
    """Have Qt's application: these are widgets."""


def painted(words: Words, width: int, height: int) -> QImage:
    """Return what a label paints on white at a size."""
    words.setStyleSheet("background: white")
    words.resize(width, height)
    return words.grab().toImage()


def dark_columns(image: QImage) -> list[int]:
    return [
        x
        for x in range(image.width())
        if any(QColor(image.pixel(x, y)).value() < 128 for y in range(image.height()))
    ]


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_is_painted_as_plain_text(qtbot, text: str) -> None:
    for wrap in (False, True):
        words = Words(text, px=20, wrap=wrap)
        qtbot.addWidget(words)
        assert words.textFormat() is Qt.TextFormat.PlainText
        assert words.text() == text
        assert not painted(words, 200, 100).isNull()
        assert words.sizeHint().height() > 0
        assert words.heightForWidth(200) > 0


def test_lines_break_between_words_and_keep_every_word(qtbot) -> None:
    words = Words(LONG, px=20, wrap=True)
    qtbot.addWidget(words)
    lines = words.lines(150)
    assert len(lines) > 2
    assert " ".join(lines) == LONG
    assert all(theme.text_width(line, 20) <= 150 for line in lines)
    assert words.heightForWidth(150) > words.heightForWidth(600)
    assert words.hasHeightForWidth()


def test_without_wrap_a_line_stays_one(qtbot) -> None:
    words = Words(f"{LONG}\n둘째 줄", px=20)
    qtbot.addWidget(words)
    assert words.lines(50) == [LONG, "둘째 줄"]
    assert not words.hasHeightForWidth()
    assert words.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Minimum


def test_a_word_too_wide_is_never_split(qtbot) -> None:
    words = Words(f"앞 {'가' * 40} 뒤", px=20, wrap=True)
    qtbot.addWidget(words)
    assert words.lines(100) == ["앞", "가" * 40, "뒤"]


def test_a_line_too_wide_shrinks_and_then_ends_in_an_ellipsis(qtbot) -> None:
    words = Words("가나다라마바사", px=40)
    qtbot.addWidget(words)
    whole = theme.text_width("가나다라마바사", 40)
    assert words._fitting_px(whole) == 40
    assert 24 < words._fitting_px(whole * 0.8) < 40
    assert words._fitting_px(whole * 0.2) == pytest.approx(24)
    assert words._shown("가나다라마바사", 24, whole) == "가나다라마바사"
    cut = words._shown("가나다라마바사", 24, whole * 0.2)
    assert cut.endswith("…")
    assert "가나다라마바사".startswith(cut[:-1])


@pytest.mark.parametrize("width", [0, 1, 5, 40, 120, 400])
def test_nothing_is_painted_beyond_the_label(qtbot, width: int) -> None:
    words = Words(LONG, px=30, weight=theme.EXTRABOLD)
    qtbot.addWidget(words)
    columns = dark_columns(painted(words, max(1, width), 60))
    assert all(0 <= x < max(1, width) for x in columns)


def test_the_alignment_puts_the_text_left_right_or_in_the_middle(qtbot) -> None:
    places = []
    for align in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignHCenter,
                  Qt.AlignmentFlag.AlignRight):  # fmt: skip
        words = Words("가나", px=20, align=align)
        qtbot.addWidget(words)
        places.append(dark_columns(painted(words, 300, 40)))
    left, middle, right = places
    assert max(left) < min(right)
    assert min(left) < 10
    assert max(right) > 290
    assert abs(300 - min(middle) - max(middle)) <= 4


def test_another_text_or_style_takes_effect(qtbot) -> None:
    words = Words("가", px=20)
    qtbot.addWidget(words)
    before = words.sizeHint()
    words.setText("가나다\n라마")
    assert words.accessibleName() == "가나다 라마"
    assert words.sizeHint().width() > before.width()
    words.restyle(px=40, colour="#B3261E", weight=theme.BOLD)
    assert words.px == 40
    assert words.sizeHint().height() > 2 * before.height()
    image = painted(words, 200, 120)
    inks = {QColor(image.pixel(x, y)).name() for x in range(200) for y in range(120)}
    assert "#b3261e" in inks
    words.restyle()
    assert words.px == 40


def test_the_least_room_is_one_line(qtbot) -> None:
    words = Words(LONG, px=20, leading=1.5, wrap=True)
    qtbot.addWidget(words)
    assert words.minimumSizeHint() == QSize(1, 30)
