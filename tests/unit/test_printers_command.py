"""``kiosk printers``: one document each, real printers behind it, and remedies at the doctor's."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fakes import open_test_desk, person, scan, token
from ipp_answers import AnsweringPrinter, printer_with
from label_printer import LabelPrinter

from kiosk import printers_command
from kiosk.cli import kiosk
from kiosk.devices.printers import finishing
from kiosk.devices.printers.ipp_message import Tag, attribute
from kiosk.services.open_desk import open_desk


class House:
    """A desk of two checked-in people, a folder to print into, and the commands."""

    def __init__(self, folder: Path) -> None:
        self.data, self.hot = folder / "data", folder / "hot"
        self.hot.mkdir()
        desk = open_test_desk(folder, [person(1), person(2)])
        self.jobs = [scan(desk, token(n)).badge_job for n in (1, 2)]
        desk.close()

    def run(self, *words: str) -> Result:
        result = CliRunner().invoke(kiosk, ["--data", str(self.data), *words], prog_name="kiosk")
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result

    def told(self, *words: str, status: int = 0) -> Any:
        """Run ``kiosk printers`` with ``--json`` and return its one document."""
        result = self.run("printers", *words, "--json")
        assert result.exit_code == status, result.output
        assert result.stdout.count("\n") == 1
        return json.loads(result.stdout)


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def machine() -> Iterator[LabelPrinter]:
    made = LabelPrinter()
    yield made
    made.close()


def test_printers_are_added_listed_changed_and_removed(house: House) -> None:
    added = house.told("add", "A", f"folder:{house.hot}", "--labels", "250")
    assert added == [
        {"name": "A", "address": f"folder:{house.hot}", "categories": [], "default": True,
         "held": False, "labels_left": 250, "roll": 250}
    ]  # fmt: skip
    house.told("add", "B", "zebra://127.0.0.1", "--for", "vip", "--for", "press", "--default")
    listed = house.told("list")
    assert [one["name"] for one in listed] == ["B", "A"]
    assert listed[0]["categories"] == ["press", "vip"]
    assert listed[0]["labels_left"] is None
    assert house.told("default", "A")[0]["name"] == "A"
    assert house.told("hold", "A")[0]["held"]
    assert not house.told("release", "A")[0]["held"]
    assert house.told("labels", "A", "8")[0]["labels_left"] == 8
    assert [one["name"] for one in house.told("remove", "A")] == ["B"]
    lines = house.run("printers", "list").output.splitlines()
    assert lines == ["B: zebra://127.0.0.1  default  press, vip"]


def test_a_printer_that_run_was_told_of_is_listed_too(house: House) -> None:
    desk = open_desk(house.data)
    desk.store.write(
        lambda c: c.execute("INSERT OR REPLACE INTO setting VALUES ('printer', 'folder:/x/hot')")
    )
    desk.close()
    assert [one["name"] for one in house.told("list")] == ["hot"]


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("add", "A", "http://a"), "PRINTER_ADDRESS_WRONG"),
        (("add", "A", "  "), "PRINTER_ADDRESS_WRONG"),
        (("add", "A", "zebra://a?dpi=1"), "PRINTER_ADDRESS_WRONG"),
        (("add", "a/b", "folder:/x"), "PRINTER_NAME_WRONG"),
        (("hold", "C"), "PRINTER_UNKNOWN"),
        (("test", "C"), "PRINTER_UNKNOWN"),
        (("job", "cancel", "none"), "BADGE_JOB_UNKNOWN"),
    ],
)
def test_what_is_wrong_is_refused_in_words(house: House, words: tuple[str, ...], code: str) -> None:
    told = house.told(*words, status=1)
    assert told["error"] == code
    assert "{" not in told["message"]


@pytest.mark.parametrize(
    "words", [("job", "move", "j"), ("job", "hold", "j", "B"), ("job", "eat", "j"), ("add", "A")]
)
def test_wrong_usage_is_told_so(house: House, words: tuple[str, ...]) -> None:
    assert house.run("printers", *words).exit_code == 2


class TestStatus:
    def test_every_printer_is_asked(self, house: House, machine: LabelPrinter) -> None:
        house.told("add", "A", machine.address)
        house.told("add", "B", f"folder:{house.hot}")
        assert [one["state"] for one in house.told("status")] == ["ready", "ready"]
        machine.paper_out = True
        first, second = house.told("status", status=1)
        assert (first["state"], first["error"]) == ("no-paper", "PRINTER_NO_PAPER")
        assert "out of paper" in first["message"]
        assert second["error"] == ""

    def test_a_printer_that_is_off_is_told_with_what_to_do(
        self, house: House, machine: LabelPrinter
    ) -> None:
        house.told("add", "A", machine.address)
        machine.close()
        (only,) = house.told("status", status=1)
        assert (only["state"], only["error"]) == ("offline", "PRINTER_OFFLINE")
        assert "power and cable" in only["message"]

    def test_a_queue_is_reached_through_qt_where_no_cups_answers(
        self, house: House, qapp, monkeypatch
    ) -> None:
        monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:1")
        house.told("add", "A", "no_such_queue")
        (only,) = house.told("status", status=1)
        assert only["error"] == "PRINTER_MISSING"

    def test_a_queue_of_cups_is_asked_by_ipp(self, house: House, monkeypatch) -> None:
        machine = AnsweringPrinter()
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{machine.port}")
        house.told("add", "A", "Label Queue")
        assert house.told("status")[0]["state"] == "ready"
        machine.attributes = printer_with(
            attribute("printer-state", Tag.ENUM, 5),
            attribute("printer-state-reasons", Tag.KEYWORD, "cover-open-error"),
        )
        assert house.told("status", status=1)[0]["error"] == "PRINTER_OPEN"
        machine.close()


class TestTest:
    def test_a_test_badge_comes_out_and_is_counted(
        self, house: House, machine: LabelPrinter, monkeypatch
    ) -> None:
        machine.polls_per_label = 2
        monkeypatch.setattr(finishing, "_ASK_AGAIN_S", 0)
        house.told("add", "A", machine.address, "--labels", "20")
        told = house.told("test", "A")
        assert told["printed"] is True
        (label,) = machine.labels
        assert label.size == (799, 559)  # 100 x 70 mm at 203 dpi
        assert house.told("list")[0]["labels_left"] == 19

    def test_a_printer_without_paper_is_told(self, house: House, machine: LabelPrinter) -> None:
        machine.paper_out = True
        house.told("add", "A", machine.address)
        assert house.told("test", "A", status=1)["error"] == "PRINTER_NO_PAPER"
        assert machine.labels == []


class TestQueue:
    def test_the_queue_is_shown_and_steered(self, house: House) -> None:
        house.told("add", "A", f"folder:{house.hot}")
        first, second = house.jobs
        rows = house.told("queue")
        assert [(one["job"], one["state"], one["printer"]) for one in rows] == [
            (first, "waiting", "A"),
            (second, "waiting", "A"),
        ]
        house.told("job", "hold", first)
        assert house.told("queue")[0]["state"] == "held"
        house.told("job", "release", first)
        house.told("add", "B", "zebra://127.0.0.1")
        house.told("job", "move", first, "B")
        assert house.told("queue")[0]["printer"] == "B"
        assert house.told("job", "cancel", second)["job"] == second
        assert len(house.told("queue")) == 1
        assert "r1" not in house.run("printers", "queue").output
        assert "waiting" in house.run("printers", "queue").output

    def test_badges_are_printed_each_on_its_own_printer(
        self, house: House, machine: LabelPrinter
    ) -> None:
        house.told("add", "A", f"folder:{house.hot}", "--labels", "5")
        house.told("add", "B", machine.address)
        house.told("job", "move", house.jobs[1], "B")
        done = house.run("badge", "--print", "r1", "--json")
        assert json.loads(done.stdout)["printed"] == 3
        assert (len(list(house.hot.glob("*.pdf"))), len(machine.labels)) == (2, 1)
        assert house.told("list")[0]["labels_left"] == 3

    def test_a_jam_at_a_terminal_ends_the_call_and_the_badge_waits(
        self, house: House, monkeypatch
    ) -> None:
        machine = AnsweringPrinter(ends_as=4)
        house.told("add", "A", machine.address)
        stuck = (
            attribute("printer-state", Tag.ENUM, 5),
            attribute("printer-state-reasons", Tag.KEYWORD, "media-jam-error"),
        )

        def jam(_: float) -> None:
            machine.attributes = printer_with(*stuck)

        defaults = {**(finishing.print_to_end.__kwdefaults__ or {}), "rest": jam}
        monkeypatch.setattr(finishing.print_to_end, "__kwdefaults__", defaults)
        result = house.run("badge", "--print", "r1", "--json")
        machine.close()
        assert json.loads(result.stdout)["error"] == "PRINTER_JAM"
        assert {one["state"] for one in house.told("queue")} == {"waiting"}


class TestDoctor:
    def finding(self, house: House) -> dict[str, str]:
        (found,) = printers_command.doctor_checks(house.data)
        return found

    def test_no_printer_is_a_warning(self, house: House, tmp_path: Path) -> None:
        found = self.finding(house)
        assert (found["state"], found["remedy"]) == (
            "warn",
            "Add one: kiosk printers add NAME ADDRESS",
        )
        assert list(printers_command.doctor_checks(tmp_path / "none")) == []

    def test_each_printer_is_a_finding_with_its_remedy(
        self, house: House, machine: LabelPrinter
    ) -> None:
        house.told("add", "A", machine.address, "--labels", "200")
        assert self.finding(house)["state"] == "ok"
        house.told("labels", "A", "9")
        assert self.finding(house)["remedy"].endswith("kiosk printers labels A NUMBER")
        house.told("hold", "A")
        assert self.finding(house)["remedy"] == "Release it: kiosk printers release A"
        machine.head_open = True
        found = self.finding(house)
        assert (found["check"], found["state"]) == ("badge printer A", "fail")
        assert found["message"] == "The printer A is open."
        assert found["remedy"].startswith("Close its cover")


def test_a_command_on_printers_imports_no_qt(house: House) -> None:
    house.told("add", "A", f"folder:{house.hot}")
    script = (
        "import sys; from kiosk.cli import kiosk\n"
        f"try: kiosk(['--data', {str(house.data)!r}, 'printers', 'status'])\n"
        "except SystemExit: pass\n"
        "sys.exit(any(one.startswith(('PySide6', 'numpy')) for one in sys.modules))"
    )
    root = Path(__file__).parents[2]
    done = subprocess.run(
        [sys.executable, "-c", script], cwd=root, check=False, capture_output=True
    )
    told = f"ready        A: folder:{house.hot} is ready.\n"
    assert (done.returncode, done.stdout.decode()) == (0, told)
