"""A folder as a printer, and opening printers by name, without Qt."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from kiosk.devices.printers import FolderPrinter, open_printer, printer_names
from kiosk.domain.errors import KioskError

CARD = Image.new("RGB", (1181, 827), "white")


def test_no_name_is_no_printer() -> None:
    assert open_printer("") is None


def test_a_folder_is_opened_by_its_mark(tmp_path: Path) -> None:
    printer = open_printer(f"folder:{tmp_path}")
    assert isinstance(printer, FolderPrinter)
    assert printer.folder == tmp_path
    assert printer.dpi == 300


def test_a_queue_without_the_printing_library_is_told(monkeypatch) -> None:
    monkeypatch.setitem(sys.modules, "kiosk.devices.printers.system", None)
    with pytest.raises(KioskError) as caught:
        open_printer("label")
    assert caught.value.code == "PRINTER_SUPPORT_MISSING"
    assert caught.value.facts["printer"] == "label"
    assert printer_names() == []


@pytest.mark.parametrize("mode", ["RGB", "L", "1"])
def test_each_job_is_a_page_of_true_size(mode: str, tmp_path: Path) -> None:
    FolderPrinter(tmp_path).print_badge(CARD.convert(mode), 100, 70, "job1")
    (file,) = tmp_path.iterdir()
    assert file.name == "job1.pdf"
    data = file.read_bytes()
    assert data.startswith(b"%PDF-")
    boxes = re.findall(rb"/MediaBox \[ 0 0 ([\d.]+) ([\d.]+) \]", data)
    assert [(float(w), float(h)) for w, h in boxes] == [
        pytest.approx((100 * 72 / 25.4, 70 * 72 / 25.4), abs=0.01)
    ]


def test_a_job_printed_again_takes_its_own_place(tmp_path: Path) -> None:
    printer = FolderPrinter(tmp_path)
    printer.print_badge(CARD, 100, 70, "job1")
    first = (tmp_path / "job1.pdf").read_bytes()
    printer.print_badge(Image.new("RGB", (1016, 638), "red"), 86, 54, "job1")
    printer.print_badge(CARD, 100, 70, "job2")
    assert {file.name for file in tmp_path.iterdir()} == {"job1.pdf", "job2.pdf"}
    assert (tmp_path / "job1.pdf").read_bytes() != first


@pytest.mark.parametrize("job_id", ["../../x", "a/b", "", "con:\\x", "김"])
def test_a_job_never_leaves_its_folder(job_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "in" / "here"
    folder.mkdir(parents=True)
    FolderPrinter(folder).print_badge(CARD, 100, 70, job_id)
    assert [file.parent for file in tmp_path.rglob("*.pdf")] == [folder]


def test_a_folder_that_is_gone_is_missing(tmp_path: Path) -> None:
    with pytest.raises(KioskError) as caught:
        FolderPrinter(tmp_path / "stick").print_badge(CARD, 100, 70, "job1")
    assert caught.value.code == "PRINTER_MISSING"
    assert caught.value.facts == {"printer": str(tmp_path / "stick")}
    assert list(tmp_path.iterdir()) == []


def test_a_write_that_fails_is_refused_and_leaves_nothing(tmp_path: Path, monkeypatch) -> None:
    def full(*_args: object, **_more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Image.Image, "save", full)
    with pytest.raises(KioskError) as caught:
        FolderPrinter(tmp_path).print_badge(CARD, 100, 70, "job1")
    assert caught.value.code == "PRINTER_REFUSED"
    assert caught.value.facts["detail"] == "No space left on device"
    assert list(tmp_path.iterdir()) == []


def test_a_folder_needs_no_qt(tmp_path: Path) -> None:
    script = (
        "import sys; from kiosk.devices.printers import open_printer; from PIL import Image;"
        "open_printer('folder:' + sys.argv[1]).print_badge(Image.new('L', (99, 69)), 100, 70, 'j');"
        "sys.exit(any(name.startswith(('PySide6', 'numpy')) for name in sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", script, str(tmp_path)], cwd=root, check=False)
    assert done.returncode == 0
    assert [file.name for file in tmp_path.iterdir()] == ["j.pdf"]


def test_drawing_badges_needs_neither_qt_nor_numpy() -> None:
    script = (
        "import sys; from kiosk.services import badge_drawing, ticket_files;"
        "sys.exit(any(name.startswith(('PySide6', 'numpy')) for name in sys.modules))"
    )
    root = Path(__file__).parents[2]
    assert subprocess.run([sys.executable, "-c", script], cwd=root, check=False).returncode == 0
