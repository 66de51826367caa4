"""``kiosk read-qr``: a row a picture, and a bad picture that does not stop the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from fakes import token

from kiosk.read_pictures import read_all
from kiosk.services.qr_image import qr_image


@pytest.fixture
def pictures(tmp_path: Path) -> list[Path]:
    """Write three pictures of tickets, and in their midst what is none."""
    files = [tmp_path / name for name in ("1.png", "가나.png", "not.png", "away.png", "5.png")]
    for number, file in ((1, files[0]), (2, files[1]), (5, files[4])):
        qr_image(token(number), 8).convert("L").save(file)
    files[2].write_bytes(b"no picture at all")
    return files


def test_every_picture_gets_its_row_in_order(pictures: list[Path]) -> None:
    rows, failure = read_all(pictures)
    assert [row["file"] for row in rows] == [str(one) for one in pictures]
    assert [row["codes"] for row in rows] == [[token(1)], [token(2)], [], [], [token(5)]]
    assert [row.get("error") for row in rows] == [
        None, None, "IMAGE_UNREADABLE", "IMAGE_MISSING", None,
    ]  # fmt: skip
    assert all(row["ms"] >= 0 for row in rows)
    assert failure is not None
    assert failure.code == "IMAGE_UNREADABLE"


def test_pictures_that_can_be_read_are_no_failure(pictures: list[Path]) -> None:
    rows, failure = read_all(pictures[:2])
    assert failure is None
    assert all(set(row) == {"file", "codes", "ms"} for row in rows)


def test_no_pictures_are_no_rows() -> None:
    assert read_all([]) == ([], None)


def test_a_folder_is_no_picture(tmp_path: Path) -> None:
    rows, failure = read_all([tmp_path])
    assert rows[0]["codes"] == []
    assert failure is not None
