"""``kiosk badge``: files and paper, and nobody's badge queued where one of them is unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import count, open_test_desk, person, token
from PIL import Image

from kiosk import badge_command
from kiosk.devices.pictures import read_picture
from kiosk.domain.errors import KioskError
from kiosk.services import badges
from kiosk.services.badge_template import load_template, own_folder, save_template
from kiosk.services.badges import BadgeState
from kiosk.services.open_desk import OpenDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(n) for n in range(1, 4)])
    yield made
    made.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "printed").mkdir()
    return tmp_path / "printed"


class TestDrawing:
    def test_a_badge_is_a_picture_whose_code_reads(self, desk: OpenDesk, tmp_path: Path) -> None:
        file = badge_command.draw(desk, ["r2"], tmp_path / "badge.png", None, 300)
        assert read_picture(file) == [token(2)]
        with Image.open(file) as picture:
            assert picture.size == (1181, 827)  # 100 x 70 mm at 300 dpi

    def test_several_are_numbered_pictures_or_one_document(
        self, desk: OpenDesk, tmp_path: Path
    ) -> None:
        everybody = ["r1", "r2", "r3"]
        badge_command.draw(desk, everybody, tmp_path / "all.png", "86x54", 203)
        pictures = sorted(tmp_path.glob("all*.png"))
        assert [read_picture(one) for one in pictures] == [[token(n)] for n in (1, 2, 3)]
        document = badge_command.draw(desk, everybody, tmp_path / "ALL.PDF", None, 300)
        assert document.read_bytes().startswith(b"%PDF")

    @pytest.mark.parametrize(
        ("people", "name", "template", "code"),
        [
            (["r1", "nobody"], "a.png", None, "REGISTRATION_UNKNOWN"),
            (["r1"], "a.png", "A4", "TEMPLATE_UNKNOWN"),
            (["r1"], "a.png", "../../pyproject", "TEMPLATE_UNKNOWN"),
            (["r1"], "a.docx", None, "BADGE_FORMAT"),
            (["r1"], "a", None, "BADGE_FORMAT"),
            (["r1"], "a.pdf", "wrong", "TEMPLATE_WRONG"),
            (["r1"], "no/such/folder/a.png", None, "FILE_NOT_WRITTEN"),
            (["r1"], "no/such/folder/a.pdf", None, "FILE_NOT_WRITTEN"),
        ],
    )
    def test_what_cannot_be_drawn_is_refused_and_leaves_no_file(
        self,
        desk: OpenDesk,
        tmp_path: Path,
        people: list[str],
        name: str,
        template: str | None,
        code: str,
    ) -> None:
        own_folder(desk.folder).mkdir()
        (own_folder(desk.folder) / "wrong.toml").write_text("width_mm = 0")
        before = set(tmp_path.rglob("*"))
        with pytest.raises(KioskError) as refusal:
            badge_command.draw(desk, people, tmp_path / name, template, 300)
        assert refusal.value.code == code
        assert set(tmp_path.rglob("*")) == before

    def test_a_half_used_sheet_is_used_up_from_a_place_on(
        self, desk: OpenDesk, tmp_path: Path
    ) -> None:
        everybody = ["r1", "r2", "r3"]
        one, two = (
            badge_command.draw(desk, everybody, tmp_path / f"{start}.pdf", "a4-8", 203, start)
            for start in (6, 7)
        )
        assert one.read_bytes().count(b"/Type/Page/") == 1
        assert two.read_bytes().count(b"/Type/Page/") == 2
        with pytest.raises(KioskError) as refusal:
            badge_command.draw(desk, everybody, tmp_path / "no.pdf", "a4-8", 203, 9)
        assert refusal.value.code == "SHEET_START"

    def test_ones_own_template_is_taken_from_the_data_folder(
        self, desk: OpenDesk, tmp_path: Path
    ) -> None:
        save_template(replace(load_template("86x54"), name="mine"), desk.folder)
        desk.settings = replace(desk.settings, badge_template="mine")
        file = badge_command.draw(desk, ["r2"], tmp_path / "badge.png", None, 300)
        with Image.open(file) as picture:
            assert picture.size == (1016, 638)  # 86 x 54 mm

    def test_both_sides_are_pictures(self, desk: OpenDesk, tmp_path: Path) -> None:
        badge_command.draw(desk, ["r1", "r2"], tmp_path / "b.png", "100x70-two-sided", 150)
        assert sorted(file.name for file in tmp_path.glob("b*.png")) == [
            f"b-{number}.png" for number in (1, 2, 3, 4)
        ]


class TestPaper:
    def test_a_badge_of_two_sides_is_one_job_of_two_pages(
        self, desk: OpenDesk, folder: Path
    ) -> None:
        desk.settings = replace(desk.settings, badge_template="100x70-two-sided")
        assert badge_command.put_on_paper(desk, ["r1"], f"folder:{folder}") == 1
        (file,) = folder.glob("*.pdf")
        assert b"/Count 2" in file.read_bytes()

    def test_an_endless_badge_is_a_page_of_its_own_length(
        self, desk: OpenDesk, folder: Path
    ) -> None:
        desk.settings = replace(desk.settings, badge_template="62-endless")
        assert badge_command.put_on_paper(desk, ["r1"], f"folder:{folder}") == 1
        (file,) = folder.glob("*.pdf")
        box = re.search(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", file.read_bytes())
        assert box is not None
        width, height = (float(one) * 25.4 / 72 for one in box.groups())
        assert width == pytest.approx(62, abs=0.1)
        assert 40 < height < 100

    def test_badges_come_out_and_are_recorded(self, desk: OpenDesk, folder: Path) -> None:
        assert badge_command.put_on_paper(desk, ["r1", "r3"], f"folder:{folder}") == 2
        assert len(list(folder.glob("*.pdf"))) == 2
        states = [badges.state(desk, one) for one in ("r1", "r2", "r3")]
        assert states == [BadgeState.PRINTED, BadgeState.NONE, BadgeState.PRINTED]

    def test_the_desks_own_printer_is_used_where_none_is_named(
        self, desk: OpenDesk, folder: Path
    ) -> None:
        desk.settings = replace(desk.settings, printer=f"folder:{folder}")
        assert badge_command.put_on_paper(desk, ["r1"], None) == 1

    def test_one_unknown_person_queues_nobody(self, desk: OpenDesk, folder: Path) -> None:
        with pytest.raises(KioskError) as refusal:
            badge_command.put_on_paper(desk, ["r1", "nobody"], f"folder:{folder}")
        assert refusal.value.code == "REGISTRATION_UNKNOWN"
        assert (count(desk, "outbox"), list(folder.iterdir())) == (0, [])

    def test_without_a_printer_nothing_is_queued(self, desk: OpenDesk) -> None:
        with pytest.raises(KioskError) as refusal:
            badge_command.put_on_paper(desk, ["r1"], None)
        assert (refusal.value.code, count(desk, "outbox")) == ("PRINTER_NONE", 0)

    def test_a_printer_that_is_away_keeps_the_badge_waiting(
        self, desk: OpenDesk, folder: Path
    ) -> None:
        with pytest.raises(KioskError) as refusal:
            badge_command.put_on_paper(desk, ["r1", "r2"], f"folder:{folder / 'away'}")
        assert refusal.value.code == "PRINTER_MISSING"
        assert [badges.state(desk, one) for one in ("r1", "r2")] == [BadgeState.WAITING] * 2
        assert badge_command.put_on_paper(desk, [], f"folder:{folder}") == 2
        assert len(list(folder.glob("*.pdf"))) == 2
