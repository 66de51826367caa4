"""The doctor: findings in words, each with its remedy, and no probe that stops the others."""

from __future__ import annotations

import json
import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from fakes import open_test_desk, person

from kiosk import paths, pre_flight
from kiosk.services import desk_settings, doctor, pin
from kiosk.services.doctor import Check, examine
from kiosk.services.open_desk import open_store

SEEN = {
    "qt": "6.11.3",
    "platform": "xcb",
    "screens": ["1920x1080"],
    "cameras": ["Front camera"],
    "printers": ["Label printer"],
    "serial_ports": [["COM7", "1eab:1d06"]],
}
FOUND = {"sound": ["Loudspeaker"], "speech": ["ko", "en"]}


@pytest.fixture(autouse=True)
def seen(monkeypatch: pytest.MonkeyPatch) -> dict[str, object]:
    """Let Qt see what the test says."""
    told: dict[str, object] = dict(SEEN)
    monkeypatch.setattr(doctor, "_seen_by_qt", lambda: told)
    monkeypatch.setattr(doctor, "_found_by_qt", lambda part: FOUND[part])
    monkeypatch.setattr(pre_flight, "missing_packages", lambda *, window: [])
    return told


@pytest.fixture
def data(tmp_path: Path) -> Path:
    open_test_desk(tmp_path, [person(n) for n in range(1, 200)]).close()
    return tmp_path / "data"


def finding(folder: Path, check: str) -> Check:
    (found,) = [one for one in examine(folder) if one["check"] == check]
    return found


def test_a_machine_that_has_everything_is_well(data: Path) -> None:
    tell(data, "394058", {"panel_inch": 21.5})
    checks = examine(data)
    states = {one["check"]: one["state"] for one in checks if one["check"] != "sqlite"}
    assert states == dict.fromkeys(
        ["python", "libraries", "store", "disk", "clock", "font", "resources", "qt", "screen",
         "administration PIN", "panel", "camera", "printer", "serial scanner", "sound",
         "speech"], "ok",
    )  # fmt: skip
    assert all(one["message"] for one in checks)


def tell(folder: Path, typed: str, measured: dict[str, object]) -> None:
    """Set the PIN, and tell the desk its screen."""
    store = open_store(folder)
    pin.keep(store, typed)
    store.close()
    desk_settings.change(folder, measured)


class TestTouchscreen:
    @pytest.mark.parametrize(
        ("check", "remedy"), [("administration PIN", "kiosk pin"), ("panel", "--panel-inch")]
    )
    @pytest.mark.parametrize("kind", ["new", "none", "damaged"])
    def test_what_nobody_said_is_a_warning(
        self, data: Path, tmp_path: Path, check: str, remedy: str, kind: str
    ) -> None:
        folder = tmp_path / "none" if kind == "none" else data
        if kind == "damaged":
            paths.store_file(data).write_bytes(b"no store at all" * 500)
        found = finding(folder, check)
        assert found["state"] == "warn"
        assert remedy in found["remedy"]

    def test_what_was_said_is_well(self, data: Path) -> None:
        tell(data, "394058", {"panel_inch": 15.6})
        assert finding(data, "administration PIN")["state"] == "ok"
        assert "15.6" in finding(data, "panel")["message"]

    def test_a_table_that_cannot_be_read_never_stops_the_examination(self, data: Path) -> None:
        store = open_store(data)
        store.connection.execute("DROP TABLE secret")
        store.close()
        assert finding(data, "administration PIN")["state"] == "warn"


def test_whatever_is_not_well_has_a_remedy(
    tmp_path: Path, seen: dict[str, object], monkeypatch: pytest.MonkeyPatch
) -> None:
    seen.update(cameras=[], printers=None, platform="offscreen")
    monkeypatch.setattr(pre_flight, "missing_packages", lambda *, window: ["libxcb-cursor0"])
    monkeypatch.setattr(doctor, "_FONTS", {"no_such_package": "*.ttf"})
    ill = [one for one in examine(tmp_path / "none") if one["state"] != "ok"]
    assert {one["check"] for one in ill} >= {"libraries", "font", "screen", "camera", "printer"}
    assert all(one["remedy"] for one in ill)


@pytest.mark.parametrize(
    ("version", "state"), [("3.40.1", "warn"), ("3.51.2", "warn"), ("3.51.3", "ok"), ("4.0", "ok")]
)
def test_an_old_sqlite_is_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, version: str, state: str
) -> None:
    monkeypatch.setattr(doctor, "VERSION", version)
    assert finding(tmp_path, "sqlite")["state"] == state


class TestStore:
    def test_no_data_yet_is_well_and_makes_none(self, tmp_path: Path) -> None:
        assert finding(tmp_path / "none", "store")["state"] == "ok"
        assert list(tmp_path.iterdir()) == []

    def test_a_file_that_is_no_store_is_found(self, tmp_path: Path) -> None:
        paths.store_file(tmp_path).write_bytes(b"no store at all" * 500)
        found = finding(tmp_path, "store")
        assert found["state"] == "fail"
        assert "backup" in found["remedy"]

    def test_damage_anywhere_never_stops_the_examination(self, data: Path, tmp_path: Path) -> None:
        """Some of these make SQLite's own check raise, others the reading of the schema."""
        sound = paths.store_file(data).read_bytes()
        draw, states = random.Random(11), set()
        for number in range(40):
            damaged = bytearray(sound)
            for _ in range(30):
                at = draw.randrange(4096, len(sound))
                damaged[at : at + 400] = draw.randbytes(len(damaged[at : at + 400]))
            folder = tmp_path / f"damaged-{number}"
            folder.mkdir()
            paths.store_file(folder).write_bytes(damaged)
            states.add(doctor._store(folder)["state"])
        assert "fail" in states

    def test_a_folder_in_the_place_of_the_file_is_found(self, tmp_path: Path) -> None:
        paths.store_file(tmp_path).mkdir()
        assert finding(tmp_path, "store")["state"] == "fail"


class TestDisk:
    def test_little_space_is_a_warning(self, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        usage = shutil.disk_usage(data)._replace(free=1_000_000)
        monkeypatch.setattr(shutil, "disk_usage", lambda _: usage)
        found = finding(data, "disk")
        assert (found["state"], found["message"].split()[0]) == ("warn", "1")

    def test_a_folder_that_cannot_be_written_is_a_failure(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doctor.os, "access", lambda *_: False)
        assert finding(data, "disk")["state"] == "fail"

    def test_a_folder_that_cannot_be_reached_is_a_failure(
        self, data: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def unreachable(_: object) -> object:
            raise OSError(5, "Input/output error")

        monkeypatch.setattr(shutil, "disk_usage", unreachable)
        found = finding(data, "disk")
        assert found["state"] == "fail"
        assert "Input/output error" in found["message"]

    @pytest.mark.parametrize("name", ["a/b/c/d", "자료 폴더", "x" * 300, "a\x00b"])
    def test_a_folder_that_does_not_exist_or_cannot(self, tmp_path: Path, name: str) -> None:
        assert finding(tmp_path / name, "disk")["state"] == "ok"


@pytest.mark.parametrize(("year", "state"), [(1970, "fail"), (2026, "ok"), (2099, "fail")])
def test_a_clock_that_cannot_be_right_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, year: int, state: str
) -> None:
    moment = time.struct_time((year, 6, 1, 12, 0, 0, 0, 152, 0))
    monkeypatch.setattr(doctor.time, "localtime", lambda: moment)
    assert finding(tmp_path, "clock")["state"] == state


def test_an_installation_without_its_files_is_a_failure(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(*parts: str) -> Path:
        raise FileNotFoundError(f"lacks {parts[0]}")

    monkeypatch.setattr(paths, "resource", lost)
    assert finding(tmp_path, "resources")["state"] == "fail"


class TestQt:
    def test_devices_are_named(self, tmp_path: Path) -> None:
        assert "Front camera" in finding(tmp_path, "camera")["message"]
        assert "Label printer" in finding(tmp_path, "printer")["message"]

    def test_missing_libraries_of_a_device_come_with_the_line_to_paste(
        self, tmp_path: Path, seen: dict[str, object]
    ) -> None:
        seen.update(cameras=None, printers=None)
        assert "libpulse0" in finding(tmp_path, "camera")["remedy"]
        assert "libcups2" in finding(tmp_path, "printer")["remedy"]

    def test_a_qt_that_does_not_start_is_a_failure_and_not_the_last_word(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doctor, "_seen_by_qt", lambda: None)
        checks = examine(tmp_path)
        assert (checks[-1]["check"], checks[-1]["state"]) == ("qt", "fail")
        assert checks[-1]["remedy"]

    @pytest.mark.parametrize(
        ("part", "found", "state", "said", "remedy"),
        [
            ("sound", ["Loudspeaker"], "ok", "Loudspeaker", ""),
            ("sound", [], "warn", "No sound output", "loudspeaker"),
            ("sound", None, "warn", "Libraries", "libpulse0"),
            ("sound", "", "warn", "does not answer", "Restart"),
            ("speech", ["ko", "en"], "ok", "Korean and English", ""),
            ("speech", ["en"], "warn", "No voice speaks Korean:", "speech-dispatcher-espeak-ng"),
            ("speech", [], "warn", "Korean or English", "libspeechd2"),
            ("speech", None, "warn", "Libraries", "libpulse0 libspeechd2"),
            ("speech", "", "warn", "does not answer", "Restart"),
        ],
    )
    def test_what_is_heard_and_spoken(
        self,
        part: str,
        found: object,
        state: str,
        said: str,
        remedy: str,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        monkeypatch.setattr(doctor, "_found_by_qt", lambda asked: {**FOUND, part: found}[asked])
        monkeypatch.setattr(doctor.sys, "platform", "linux")
        check = finding(tmp_path, part)
        assert check["state"] == state
        assert said in check["message"]
        assert remedy in check["remedy"]
        assert bool(check["remedy"]) == (state != "ok")

    def test_where_there_are_no_debian_packages_none_is_named(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(doctor, "_found_by_qt", lambda _: [])
        monkeypatch.setattr(doctor.sys, "platform", "win32")
        assert "apt-get" not in finding(tmp_path, "speech")["remedy"]

    @pytest.mark.parametrize("output", [b"", b"no json", b"[]", b'{"other": 1}'])
    def test_a_child_that_finds_nothing_sensible_has_hung(
        self, monkeypatch: pytest.MonkeyPatch, output: bytes
    ) -> None:
        monkeypatch.undo()
        done = subprocess.CompletedProcess([], 0, output, b"")
        monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: done)
        assert doctor._found_by_qt("speech") == ""

    @pytest.mark.parametrize("output", [b"", b"no json", b"[]", b'{"other": 1}', b"\xff"])
    def test_a_child_that_answers_nonsense_is_a_qt_that_does_not_start(
        self, monkeypatch: pytest.MonkeyPatch, output: bytes
    ) -> None:
        monkeypatch.undo()
        done = subprocess.CompletedProcess([], 0, output, b"")
        monkeypatch.setattr(doctor.subprocess, "run", lambda *_, **__: done)
        assert doctor._seen_by_qt() is None

    @pytest.mark.parametrize("failure", [OSError(), subprocess.TimeoutExpired("kiosk", 20)])
    def test_a_child_that_hangs_or_does_not_start_is_one_too(
        self, monkeypatch: pytest.MonkeyPatch, failure: Exception
    ) -> None:
        def fail(*_: object, **__: object) -> object:
            raise failure

        monkeypatch.undo()
        monkeypatch.setattr(doctor.subprocess, "run", fail)
        assert doctor._seen_by_qt() is None


def test_the_real_command_answers_with_one_document(data: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "kiosk", "doctor", "--json", "--data", str(data)],
        capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    checks = json.loads(done.stdout)
    assert {"sound", "speech"} <= {one["check"] for one in checks}
    assert {"check", "state", "message", "remedy"} == set().union(*checks)
    assert {one["state"] for one in checks} <= {"ok", "warn", "fail"}
