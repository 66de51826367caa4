"""QR codes: version and level, whole modules, and every kind of text read back."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image

from kiosk.domain import ticket
from kiosk.domain.errors import KioskError
from kiosk.services import qr_image


def read(image: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(image.convert("L"), formats=zxingcpp.BarcodeFormat.QRCode)
    return [code.text for code in found]


def test_our_tokens_take_version_2_at_level_m() -> None:
    token = ticket.new_tokens(1)[0]
    assert [len(row) for row in qr_image.qr_matrix(token)] == [25] * 25
    code = zxingcpp.read_barcodes(qr_image.qr_image(token, 4).convert("L"))[0]
    assert code.text == token
    assert code.ec_level == "M"


def test_the_same_text_always_gives_the_same_code() -> None:
    assert qr_image.qr_matrix("HAEMAJI") == qr_image.qr_matrix("HAEMAJI")
    assert qr_image.qr_matrix("HAEMAJI") != qr_image.qr_matrix("HAEMAJJ")


@pytest.mark.parametrize(
    "text",
    ["7", "SEM26-A7-00123", "https://e.example/t?id=9&k=ä", "김형진", "日本語テスト", "é",
     "😀" * 50, "x" * ticket.MAX_LENGTH, "한" * ticket.MAX_LENGTH, "a\nb", "0" * 40],
)  # fmt: skip
def test_foreign_texts_take_the_version_they_need(text: str) -> None:
    assert read(qr_image.qr_image(text, 3)) == [text]


def test_a_text_beyond_version_40_is_refused() -> None:
    with pytest.raises(KioskError) as caught:
        qr_image.qr_matrix("x" * 2332)
    assert caught.value.code == "QR_TOO_LONG"
    assert caught.value.facts == {"length": 2332}
    assert len(qr_image.qr_matrix("x" * 2331)) == 177


def test_the_largest_ticket_we_look_up_always_fits() -> None:
    assert qr_image.qr_matrix("\U0001f600" * ticket.MAX_LENGTH)


@pytest.mark.parametrize(("module_px", "border"), [(1, 0), (3, 4), (9, 2)])
def test_a_picture_is_modules_and_border(module_px: int, border: int) -> None:
    image = qr_image.qr_image("HAEMAJI", module_px, border)
    assert image.mode == "1"
    assert image.size == ((25 + 2 * border) * module_px,) * 2
    for row, modules in enumerate(qr_image.qr_matrix("HAEMAJI")):
        for column, dark in enumerate(modules):
            at = ((border + column) * module_px, (border + row) * module_px)
            assert (image.getpixel(at) == 0) is dark


def test_the_border_is_four_white_modules() -> None:
    grey = qr_image.qr_image("HAEMAJI", 2).convert("L")
    inner = (8, 8, grey.width - 8, grey.height - 8)
    assert grey.point(lambda level: 255 - level).getbbox() == inner
