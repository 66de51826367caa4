"""Badges in files: pictures one by one, and PDFs of pages and of sheets half used."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from kiosk.domain.badge import BadgeTemplate, BadgeText
from kiosk.domain.errors import KioskError
from kiosk.domain.registration import Category
from kiosk.services import badge_drawing, badge_files, raster_pdf
from kiosk.services.badge_layers import Card

TOKEN = "K7QWERTYUIOPASDFGHJKLZXCVB"
KIM = BadgeText("세미나", "김형진", "", "GIST", "책임", "참가자", Category.ATTENDEE, TOKEN, "")
LARGE = badge_drawing.load_template("100x70")


def cards(template: BadgeTemplate, count: int) -> list[list[Card]]:
    return [
        badge_drawing.cards(replace(KIM, name=f"이솔 {n}"), template, 150) for n in range(count)
    ]


def pages_of(file: Path) -> list[tuple[float, float]]:
    """Return the pages' sizes in millimetres."""
    found = re.findall(rb"/MediaBox\[0 0 ([\d.]+) ([\d.]+)\]", file.read_bytes())
    return [(float(width) * 25.4 / 72, float(height) * 25.4 / 72) for width, height in found]


def pictures_a_page(
    monkeypatch: pytest.MonkeyPatch, badges: Iterable[Sequence[Card]], template: BadgeTemplate,
    start: int = 1, folder: Path | None = None,
) -> list[raster_pdf.Page]:  # fmt: skip
    seen: list[raster_pdf.Page] = []

    def write(pages: Iterable[raster_pdf.Page], _file: object) -> int:
        seen.extend(pages)
        return len(seen)

    monkeypatch.setattr(badge_files.raster_pdf, "write", write)
    assert badge_files.write_pdf(badges, (folder or Path()) / "x.pdf", template, start) == len(seen)
    return seen


def corners(page: raster_pdf.Page) -> list[tuple[float, float]]:
    """Return where the grounds stand, which are the badges' own corners."""
    return [(one.left_mm, one.top_mm) for one in page.pictures if one.is_shared]


def test_one_png_takes_the_name_given(tmp_path: Path) -> None:
    badge = badge_drawing.draw(KIM, LARGE)
    assert badge_files.write_png([badge], tmp_path / "kim.png") == [tmp_path / "kim.png"]
    with Image.open(tmp_path / "kim.png") as saved:
        assert saved.tobytes() == badge.tobytes()
        assert saved.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    assert [file.name for file in tmp_path.iterdir()] == ["kim.png"]


def test_several_pngs_are_numbered(tmp_path: Path) -> None:
    badge = badge_drawing.draw(KIM, LARGE, 203, colour=False)
    written = badge_files.write_png([badge] * 10, tmp_path / "all.png")
    assert [file.name for file in written] == [f"all-{number:02}.png" for number in range(1, 11)]
    assert {file.name for file in tmp_path.iterdir()} == {file.name for file in written}


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        badge_files.write_png([badge_drawing.draw(KIM, LARGE)], tmp_path / "no" / "kim.png")
    assert caught.value.code == "FILE_NOT_WRITTEN"


@pytest.mark.parametrize(
    ("name", "count", "sizes"),
    [
        ("100x70", 3, [(100, 70)] * 3),
        ("100x70-two-sided", 2, [(100, 70)] * 4),
        ("86x54-folded", 2, [(86, 108)] * 2),
        ("a4-8", 9, [(210, 297)] * 2),
        ("a4-10", 10, [(210, 297)]),
    ],
)
def test_pages_are_of_true_size(
    tmp_path: Path, name: str, count: int, sizes: list[tuple[float, float]]
) -> None:
    template = badge_drawing.load_template(name)
    assert badge_files.write_pdf(cards(template, count), tmp_path / "x.pdf", template) == len(sizes)
    for told, size in zip(pages_of(tmp_path / "x.pdf"), sizes, strict=True):
        assert told == pytest.approx(size, abs=0.001)
    assert [file.name for file in tmp_path.iterdir()] == ["x.pdf"]


def test_an_endless_page_is_as_long_as_its_badge(tmp_path: Path) -> None:
    endless = badge_drawing.load_template("62-endless")
    badges = [badge_drawing.cards(text, endless) for text in (KIM, replace(KIM, organisation=""))]
    badge_files.write_pdf(badges, tmp_path / "x.pdf", endless)
    (_, long), (_, short) = pages_of(tmp_path / "x.pdf")
    assert (long, short) == pytest.approx([one[0].size_mm[1] for one in badges], abs=0.001)
    assert short < long


def test_what_a_role_shares_is_written_once(tmp_path: Path) -> None:
    sizes = []
    for count in (1, 21):
        file = tmp_path / f"{count}.pdf"
        badge_files.write_pdf(cards(LARGE, count), file, LARGE)
        sizes.append(file.stat().st_size)
    ground = cards(LARGE, 1)[0][0].ground
    images = (
        (tmp_path / "21.pdf")
        .read_bytes()
        .count(f"/Width {ground.width}/Height {ground.height}/".encode())
    )
    assert images == 1
    assert sizes[1] - sizes[0] < 20 * 30_000


def test_a_half_used_sheet_is_used_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet = badge_drawing.load_template("a4-8")
    first, second = pictures_a_page(monkeypatch, cards(sheet, 5), sheet, 6, _touched(tmp_path))
    right = 4.65 + 99.1 + 2.5
    assert corners(first) == [
        pytest.approx((right, 13.1 + 2 * 67.7)),
        pytest.approx((4.65, 13.1 + 3 * 67.7)),
        pytest.approx((right, 13.1 + 3 * 67.7)),
    ]
    assert corners(second) == [pytest.approx((4.65, 13.1)), pytest.approx((right, 13.1))]


def test_a_last_place_is_a_page_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    sheet = badge_drawing.load_template("a4-10")
    pages = pictures_a_page(monkeypatch, cards(sheet, 2), sheet, 10, _touched(tmp_path))
    assert [len(corners(page)) for page in pages] == [1, 1]


def test_the_backs_of_a_sheet_stand_behind_their_fronts(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    two = badge_drawing.load_template("100x70-two-sided")
    eight = badge_drawing.load_template("a4-8").sheet
    assert eight is not None
    both = replace(
        two, width_mm=99.1, height_mm=67.7, front=LARGE.front, back=LARGE.front, sheet=eight
    )
    both = replace(both, width_mm=100, sheet=replace(eight, left_mm=3, gap_x_mm=4))
    fronts, backs = pictures_a_page(monkeypatch, cards(both, 3), both, 2, _touched(tmp_path))
    mirrored = [(210 - left - 100, top) for left, top in corners(fronts)]
    assert corners(backs) == [pytest.approx(one) for one in mirrored]


def test_a_folded_badge_turns_its_back(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    folded = badge_drawing.load_template("86x54-folded")
    (page,) = pictures_a_page(monkeypatch, cards(folded, 1), folded, 1, _touched(tmp_path))
    half = len(page.pictures) // 2
    for front, back in zip(page.pictures[:half], page.pictures[half:], strict=True):
        assert (front.is_turned, back.is_turned) == (False, True)
        assert back.left_mm == pytest.approx(86 - front.left_mm - front.width_mm, abs=0.1)
        assert back.top_mm == pytest.approx(108 - front.top_mm - front.height_mm, abs=0.1)


def _touched(folder: Path) -> Path:
    """Return a folder in which the file that nobody writes here has a place."""
    return folder


@pytest.mark.parametrize(("name", "start"), [("a4-8", 9), ("a4-8", 0), ("100x70", 2)])
def test_a_place_that_the_sheet_has_not_is_refused(tmp_path: Path, name: str, start: int) -> None:
    template = badge_drawing.load_template(name)
    with pytest.raises(KioskError) as caught:
        badge_files.write_pdf(cards(template, 1), tmp_path / "x.pdf", template, start)
    assert caught.value.code == "SHEET_START"
    assert list(tmp_path.iterdir()) == []


def test_a_failed_pdf_keeps_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "badges.pdf"
    path.write_bytes(b"before")

    def failing() -> Iterable[Sequence[Card]]:
        yield cards(LARGE, 1)[0]
        raise KioskError("QR_TOO_LONG", length=9_999)

    with pytest.raises(KioskError):
        badge_files.write_pdf(failing(), path, LARGE)
    assert path.read_bytes() == b"before"
    assert [file.name for file in tmp_path.iterdir()] == ["badges.pdf"]
