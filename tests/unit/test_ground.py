"""What everything stands on: paths, the log, the pre-flight, and the words for errors."""

from __future__ import annotations

import ast
import ctypes
import json
import logging
import socket
import string
from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk import answers, logs, paths, pre_flight
from kiosk.domain.errors import KioskError
from kiosk.ui import messages

PACKAGE = Path(paths.__file__).parent


def test_the_data_folder_is_the_one_chosen_else_the_variable_else_the_user_s(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(paths.DATA_VARIABLE, str(tmp_path / "told"))
    assert paths.data_folder(tmp_path / "chosen") == tmp_path / "chosen"
    assert paths.data_folder() == tmp_path / "told"
    monkeypatch.delenv(paths.DATA_VARIABLE)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert paths.data_folder().name == "haemaji"
    assert paths.store_file(tmp_path) == tmp_path / "kiosk.db"


def test_a_resource_is_found_in_the_tree_and_in_a_bundle(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert paths.resource("sample", "event.toml").is_file()
    bundled = tmp_path / "resources" / "sample" / "event.toml"
    bundled.parent.mkdir(parents=True)
    bundled.write_text("bundled")
    monkeypatch.setattr("sys._MEIPASS", str(tmp_path), raising=False)
    assert paths.resource("sample", "event.toml") == bundled


def test_a_missing_resource_is_named() -> None:
    with pytest.raises(FileNotFoundError, match=r"icons/none\.svg"):
        paths.resource("icons", "none.svg")


@pytest.fixture
def log(tmp_path: Path) -> Path:
    folder = tmp_path / "logs"
    folder.mkdir()
    logs.write_into(folder)
    return folder / "kiosk.log"


@pytest.mark.logs_errors
def test_a_log_line_is_one_line_of_json_without_what_failed(log: Path) -> None:
    logger = logging.getLogger("kiosk.test")
    logger.warning("entry %s\nand \x1b[2J\u2028more", "e1")
    try:
        int("가상인 010-0000-1234")
    except ValueError:
        logger.exception("a failure")
    lines = log.read_text("utf-8").splitlines()
    assert len(lines) == 2
    warned, failed = map(json.loads, lines)
    assert (warned["level"], warned["from"]) == ("WARNING", "kiosk.test")
    assert failed["failure"] == "ValueError"
    assert "test_ground.py" in failed["where"]
    assert "1234" not in lines[1]
    assert not set("\x1b\u2028") & set("".join(lines))


def test_a_log_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    for folder in (tmp_path / "file", tmp_path / "none" / "logs", tmp_path / "file" / "logs"):
        logs.write_into(folder)
        logging.getLogger("kiosk").warning("still here")
    assert not (tmp_path / "none").exists()


def test_missing_libraries_are_named_by_their_packages(monkeypatch: pytest.MonkeyPatch) -> None:
    def load(soname: str) -> None:
        if soname in ("libEGL.so.1", "libxcb-cursor.so.0"):
            raise OSError(soname)

    monkeypatch.setattr(ctypes, "CDLL", load)
    monkeypatch.setattr("sys.platform", "linux")
    assert pre_flight.missing_packages(window=False) == ["libegl1"]
    assert pre_flight.missing_packages(window=True) == ["libegl1", "libxcb-cursor0"]
    line = pre_flight.remedy(["libegl1", "libxcb-cursor0"])
    assert line == "sudo apt-get install --no-install-recommends libegl1 libxcb-cursor0"
    monkeypatch.setattr("sys.platform", "win32")
    assert pre_flight.missing_packages(window=True) == []


def test_a_display_is_one_that_answers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.platform", "linux")
    assert not pre_flight.has_display({})
    assert not pre_flight.has_display({"DISPLAY": "nonsense"})
    assert not pre_flight.has_display({"DISPLAY": ":7654"})
    assert not pre_flight.has_display({"WAYLAND_DISPLAY": "wayland-nowhere"})
    assert pre_flight.has_display({"QT_QPA_PLATFORM": "offscreen"})
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        number = server.getsockname()[1] - 6000
        assert pre_flight.has_display({"DISPLAY": f"127.0.0.1:{number}.0"})
    assert not pre_flight.has_display({"DISPLAY": f"127.0.0.1:{number}.0"})


def raised_codes() -> dict[str, str]:
    """Return every code that the program raises, with a file that does."""
    found: dict[str, str] = {}
    for file in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text("utf-8"))):
            if (
                isinstance(node, ast.Call)
                and getattr(node.func, "id", "") == "KioskError"
                and node.args
                and isinstance(node.args[0], ast.Constant)
            ):
                found[str(node.args[0].value)] = file.name
    return found


def test_every_code_has_its_sentence() -> None:
    raised = raised_codes()
    assert len(raised) > 30
    assert {code: file for code, file in raised.items() if code not in messages.codes()} == {}


@pytest.mark.parametrize("code", sorted(messages.codes()))
def test_a_sentence_takes_any_facts(code: str) -> None:
    bare = messages.error_text(KioskError(code))
    assert len(bare) > 20
    assert bare[0].isupper() or bare[0] == "?"
    fields = {name for _, name, _, _ in string.Formatter().parse(messages._SENTENCES[code]) if name}
    facts = dict.fromkeys(fields, "{0.__class__} {name!r} %s")
    told = messages.error_text(KioskError(code, **facts))
    assert told.count("{0.__class__} {name!r} %s") >= len(fields)


def test_a_code_without_a_sentence_is_told_as_itself() -> None:
    assert messages.error_text(KioskError("NEVER_HEARD_OF", a=1)) == "NEVER_HEARD_OF."


def test_facts_that_are_lists_are_listed() -> None:
    told = messages.error_text(KioskError("EVENT_NOT_CHOSEN", events=["one", "two"]))
    assert "one, two" in told


def test_a_sentence_is_translated_before_its_facts_are_filled_in() -> None:
    seen: list[str] = []

    def translate(sentence: str) -> str:
        seen.append(sentence)
        return "{session} 회차가 없습니다."

    error = KioskError("SESSION_UNKNOWN", session="a", sessions=["b"])
    assert messages.error_text(error, translate) == "a 회차가 없습니다."
    assert "{session}" in seen[0]


def test_an_error_tells_its_code_and_facts() -> None:
    assert str(KioskError("STORE_FULL", path="a")) == "STORE_FULL(path='a')"
    assert KioskError("STORE_FULL", code="x").facts == {"code": "x"}


def test_json_answers_are_one_line(tmp_path: Path) -> None:
    told = answers.as_json(
        {"at": datetime(2026, 3, 26, 5, tzinfo=UTC), "file": tmp_path, "n": "가\n"}
    )
    assert json.loads(told) == {
        "at": "2026-03-26T05:00:00+00:00",
        "file": str(tmp_path),
        "n": "가\n",
    }
    assert "\n" not in told
    assert "가" in told
    precise = datetime(2026, 3, 26, 5, 0, 0, 123_456, tzinfo=UTC)
    assert answers.moment(precise) == "2026-03-26T05:00:00.123+00:00"
