"""The command line's promise: documents, exit statuses, and a sentence for every failure."""

from __future__ import annotations

import csv
import json
import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from fakes import DAY, EVENT_ID, Raw, event_text, question_text, session_text

from kiosk.cli import kiosk

ROSTER = [
    ("성명", "소속", "직위", "연락처", "아이디", "티켓"),
    ("가상인", "예시연구소", "연구원", "010-0000-1234", "p1", "TICKET-1"),
    ("나상인", "예시시청", "주무관", "010-0000-5678", "p2", "TICKET-2"),
]
SCAN_KEYS = {
    "outcome", "reason", "direction", "registration", "name", "organisation", "session",
    "first_at", "entry",
}  # fmt: skip
Command = Callable[..., Any]


class House:
    """A data folder and the commands on it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.data = folder / "data"

    def run(self, *words: str, text: str | bytes = "") -> Result:
        """Run a command; a traceback fails the test."""
        result = CliRunner().invoke(
            kiosk, ["--data", str(self.data), *words], input=text, prog_name="kiosk"
        )
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        assert "Traceback" not in result.output
        return result

    def told(self, *words: str, status: int = 0, text: str = "") -> Any:
        """Run a command with ``--json`` and return its one document."""
        result = self.run(*words, "--json", text=text)
        assert result.exit_code == status, result.output
        assert result.stdout.count("\n") == 1
        assert result.stdout.endswith("\n")
        return json.loads(result.stdout)

    def scans(self, *lines: dict[str, object] | str) -> list[dict[str, Any]]:
        """Send lines to a gate and return its answers."""
        given = "".join((json.dumps(one) if isinstance(one, dict) else one) + "\n" for one in lines)
        result = self.run("scan", "--json", text=given)
        return [json.loads(line) for line in result.stdout.splitlines()]

    def file(self, name: str, content: str | bytes) -> str:
        """Write a file and return its path."""
        path = self.folder / name
        path.write_bytes(content.encode() if isinstance(content, str) else content)
        return str(path)

    def roster(self, *rows: tuple[str, ...], name: str = "roster.csv") -> str:
        """Write a roster and return its path."""
        path = self.folder / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return str(path)

    def contents(self) -> dict[str, list[tuple[object, ...]]]:
        """Return every row of every table."""
        connection = sqlite3.connect(self.data / "kiosk.db")
        tables = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        ).fetchall()
        held = {name: connection.execute(f"SELECT * FROM {name}").fetchall() for (name,) in tables}
        connection.close()
        return held


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


@pytest.fixture
def seminar(house: House) -> House:
    """Return a house with one event, two people, and a session that anybody may enter once."""
    house.told("event", "apply", house.file("event.toml", event_text()))
    house.told("roster", "import", house.roster(*ROSTER))
    return house


def at(clock: str, **keys: object) -> dict[str, object]:
    return {"text": "TICKET-1", "at": f"{DAY}T{clock}", **keys}


def test_an_event_is_created_unchanged_and_changed(house: House) -> None:
    file = house.file("event.toml", event_text())
    assert house.told("event", "apply", file) == {
        "event": EVENT_ID,
        "created": True,
        "changes": [],
    }
    assert house.told("event", "apply", file)["changes"] == []
    house.file("event.toml", event_text(session_text(capacity=9), event={"hosts": ["다른 시"]}))
    changed = house.told("event", "apply", file)
    assert changed["created"] is False
    assert changed["changes"] == ["event.hosts[0]", "session[0].capacity"]


def test_a_session_that_people_entered_cannot_be_left_out(seminar: House) -> None:
    seminar.scans(at("14:00:00"))
    before = seminar.contents()["event"]
    other = seminar.file("other.toml", event_text(session_text("afternoon")))
    refused = seminar.told("event", "apply", other, status=1)
    assert (refused["error"], refused["facts"]) == ("SESSION_IN_USE", {"session": "main"})
    assert seminar.contents()["event"] == before
    seminar.told(
        "void", seminar.scans(at("14:01:00", direction="out"))[0]["entry"], "--reason", "x"
    )


def test_events_are_listed_and_shown(seminar: House) -> None:
    (listed,) = seminar.told("event", "list")
    assert listed["event"] == EVENT_ID
    seminar.scans(at("14:00:00"))
    shown = seminar.told("event", "show")
    assert shown["registrations"] == 2
    assert shown["sessions"][0]["come"] == 1
    assert shown["sessions"][0]["inside"] == 1


def test_of_several_events_one_is_chosen(seminar: House) -> None:
    seminar.told("event", "apply", seminar.file("b.toml", event_text(event={"id": "autumn"})))
    refused = seminar.told("find", "가상인", status=1)
    assert refused["error"] == "EVENT_NOT_CHOSEN"
    assert set(refused["facts"]["events"]) == {EVENT_ID, "autumn"}
    assert len(seminar.told("find", "가상인", "--event", EVENT_ID)) == 1
    assert seminar.told("find", "가상인", "--event", "autumn") == []
    assert seminar.told("find", "x", "--event", "winter", status=1)["error"] == "EVENT_UNKNOWN"
    given = "TICKET-1\n"
    result = seminar.run("scan", "--event", "autumn", "--json", text=given)
    assert json.loads(result.stdout)["reason"] == "OTHER_EVENT"


def test_an_import_tells_what_it_did(house: House) -> None:
    house.told("event", "apply", house.file("event.toml", event_text()))
    rows = [*ROSTER, ("", "예시", "", "", "", ""), ("다상인", "예시", "", "12", "p4", "T4")]
    told = house.told("roster", "import", house.roster(*rows))
    assert set(told) >= {
        "read", "added", "updated", "unchanged", "rejected", "encoding", "columns", "rows",
    }  # fmt: skip
    assert (told["read"], told["added"], told["rejected"]) == (4, 2, 2)
    assert told["columns"]["name"] == "성명"
    assert [(one["line"], one["field"], one["code"]) for one in told["rows"]] == [
        (4, "name", "NAME_MISSING"),
        (5, "phone", "PHONE_WRONG"),
    ]
    assert all(one["message"] for one in told["rows"])


def test_a_rehearsed_import_writes_nothing(seminar: House) -> None:
    before = seminar.contents()
    more = seminar.roster(*ROSTER, ("라상인", "예시", "", "", "p9", "T9"), name="more.csv")
    told = seminar.told("roster", "import", more, "--dry-run")
    assert (told["added"], told["unchanged"]) == (1, 2)
    assert seminar.contents() == before
    assert seminar.told("roster", "import", more)["added"] == 1


def test_an_import_again_merges_and_check_ins_stay(seminar: House) -> None:
    (first,) = seminar.scans(at("14:00:00"))
    moved = seminar.roster(
        ROSTER[0],
        ("가상인", "옮긴회사", "책임", "010-0000-9999", "p1", "TICKET-1"),
        ("다상인", "예시", "", "", "p3", "TICKET-3"),
        name="again.csv",
    )
    told = seminar.told("roster", "import", moved)
    assert (told["added"], told["updated"], told["unchanged"]) == (1, 1, 0)
    assert told["missing"] == 1
    (found,) = seminar.told("find", "옮긴회사")
    assert (found["registration"], found["presence"]) == (first["registration"], "in")
    assert found["job_title"] == "책임"
    assert seminar.told("find", "예시연구소") == []
    assert seminar.scans(at("14:10:00"))[0]["reason"] == "ALREADY_IN"
    assert len(seminar.told("find", "나상인")) == 1


def test_a_ticket_issued_anew_revokes_the_old_one(seminar: House) -> None:
    anew = seminar.roster(ROSTER[0], (*ROSTER[1][:5], "TICKET-9"), name="anew.csv")
    assert seminar.told("roster", "import", anew)["updated"] == 1
    old, new = seminar.scans(at("14:00:00"), at("14:00:00", text="TICKET-9"))
    assert (old["outcome"], old["reason"]) == ("refuse", "REVOKED")
    assert (new["outcome"], new["name"]) == ("admit", "가상인")


def test_a_column_is_named_with_map(house: House) -> None:
    house.told("event", "apply", house.file("event.toml", event_text()))
    file = house.roster(("가", "나"), ("가상인", "예시"))
    told = house.told("roster", "import", file, "--map", "name=가", "--map", "organisation=나")
    assert (told["added"], told["columns"]) == (1, {"name": "가", "organisation": "나"})
    assert house.run("roster", "import", file, "--map", "name").exit_code == 2


def test_a_gate_answers_every_line(seminar: House) -> None:
    told = seminar.scans(
        at("14:00:00"),
        at("14:00:01"),
        at("14:00:02", text="NOBODY"),
        at("14:00:03", text="ticket-2"),
        at("14:00:04", text=""),
        at("12:00:00", text="TICKET-2"),
    )
    assert [one["reason"] for one in told] == [
        "OK", "ALREADY_IN", "UNKNOWN", "OK", "UNREADABLE", "NOT_YET_OPEN",
    ]  # fmt: skip
    assert all(set(one) == SCAN_KEYS for one in told)
    assert told[1]["first_at"] == told[0]["first_at"] == f"{DAY}T14:00:00+09:00"
    assert told[0]["entry"]
    assert told[1]["entry"] is None


def test_a_line_that_cannot_be_used_is_told_and_the_next_is_read(seminar: House) -> None:
    given = "\n".join(map(json.dumps, [at("never"), at("14:00:00")])) + "\n"
    result = seminar.run("scan", "--json", text=given)
    assert result.exit_code == 1
    wrong, right = (json.loads(line) for line in result.stdout.splitlines())
    assert (wrong["error"], wrong["facts"]["key"]) == ("SCAN_LINE_WRONG", "at")
    assert right["outcome"] == "admit"


def test_open_questions_are_asked(house: House) -> None:
    text = event_text(session_text(), question_text("meal", "yes-no"))
    house.told("event", "apply", house.file("event.toml", text))
    house.told("roster", "import", house.roster(*ROSTER))
    asked, told = house.scans(at("14:00:00"), at("14:00:00", answers={"meal": False}))
    assert (asked["outcome"], asked["questions"]) == ("ask", ["meal"])
    assert told["outcome"] == "admit"


def test_a_session_is_fixed_for_a_gate(house: House) -> None:
    text = event_text(session_text("one"), session_text("two"))
    house.told("event", "apply", house.file("event.toml", text))
    house.told("roster", "import", house.roster(*ROSTER))
    result = house.run("scan", "--session", "two", "--json", text=json.dumps(at("14:00:00")))
    assert json.loads(result.stdout)["session"] == "two"
    refused = house.run("scan", "--session", "three", "--json", text="")
    assert refused.exit_code == 1
    assert json.loads(refused.stdout)["error"] == "SESSION_UNKNOWN"


def test_an_entry_is_undone_once(seminar: House) -> None:
    (first,) = seminar.scans(at("14:00:00"))
    told = seminar.told("void", first["entry"], "--reason", "다른 사람")
    assert set(told) == {"entry", "voids"}
    assert told["voids"] == first["entry"]
    assert seminar.told("find", "가상인")[0]["presence"] == "expected"
    again = seminar.told("void", first["entry"], "--reason", "x", status=1)
    assert again["error"] == "ALREADY_VOID"
    assert seminar.run("void", first["entry"]).exit_code == 2


def test_people_are_found(seminar: House) -> None:
    (found,) = seminar.told("find", "ㄱㅅㅇ")
    assert set(found) == {
        "registration", "name", "organisation", "job_title", "category", "presence",
    }  # fmt: skip
    assert (found["name"], found["category"], found["presence"]) == (
        "가상인", "attendee", "expected",
    )  # fmt: skip
    assert [one["name"] for one in seminar.told("find", "5678")] == ["나상인"]
    assert seminar.told("find", "없는사람이름") == []
    assert len(seminar.told("find", "예시", "--limit", "1")) == 1


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize(("kind", "rows"), [("attendance", 2), ("absentees", 1), ("journal", 1)])
def test_exports_are_counted_and_logged(seminar: House, kind: str, rows: int, form: str) -> None:
    seminar.scans(at("14:00:00"))
    file = seminar.folder / f"out.{form}"
    words = ("export", kind, "--format", form, "--out", str(file), "--purpose", "보고")
    told = seminar.told(*words)
    assert set(told) == {"file", "rows", "sha256"}
    assert (told["file"], told["rows"]) == (str(file), rows)
    assert file.exists()
    (logged,) = seminar.contents()["access"]
    assert told["sha256"] in logged
    assert "보고" in logged


def test_an_export_that_is_not_known_is_refused(seminar: House) -> None:
    out = str(seminar.folder / "x")
    assert seminar.told("export", "everything", "--out", out, status=1)["error"] == "EXPORT_UNKNOWN"
    assert seminar.run("export", "journal", "--format", "docx", "--out", out).exit_code == 2
    assert not Path(out).exists()


def test_tickets_are_written_with_an_index(seminar: House) -> None:
    told = seminar.told("tickets", "--out", str(seminar.folder / "codes"))
    assert told["written"] == 2
    with Path(told["index"]).open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 3
    assert {"TICKET-1", "TICKET-2"} <= {cell for row in rows for cell in row}


def test_a_sample_event_is_made(house: House) -> None:
    told = house.told("demo", "--no-gui", "--people", "12", "--seed", "3")
    assert set(told) == {"data", "event", "registrations"}
    assert (told["data"], told["registrations"]) == (str(house.data), 12)
    assert house.told("event", "list")[0]["event"] == told["event"]
    assert house.told("demo", "--no-gui", "--people", "12", "--seed", "3")["registrations"] == 12


@pytest.mark.parametrize(
    "words",
    [
        ["find", "가"],
        ["scan"],
        ["event", "list"],
        ["event", "show"],
        ["void", "x", "--reason", "y"],
        ["export", "journal", "--out", "x.csv"],
    ],
)
def test_a_folder_without_data_is_told_and_not_made(house: House, words: list[str]) -> None:
    told = house.told(*words, status=1)
    assert told["error"] == "STORE_MISSING"
    assert set(told) == {"error", "message", "facts"}
    assert not (house.data / "kiosk.db").exists()


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["event", "apply", "none.toml"], "FILE_MISSING"),
        (["roster", "import", "none.csv"], "FILE_MISSING"),
        (["void", "nothing", "--reason", "x"], "ENTRY_UNKNOWN"),
        (["badge", "nobody", "--out", "x.png"], "REGISTRATION_UNKNOWN"),
        (["bench", "nothing"], "BENCH_UNKNOWN"),
    ],
)
def test_a_refusal_is_one_sentence_and_status_1(
    seminar: House, words: list[str], code: str
) -> None:
    assert seminar.told(*words, status=1)["error"] == code
    for_people = seminar.run(*words)
    assert for_people.exit_code == 1
    assert for_people.stdout == ""
    assert for_people.stderr.strip().endswith((".", "FILE.toml"))
    assert code not in for_people.stderr


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["find"],
        ["find", "x", "--limit", "0"],
        ["find", "x", "--limit", "many"],
        ["demo", "--people", "0"],
        ["event"],
        ["event", "delete"],
        ["export", "journal"],
        ["badge", "r1"],
        ["roster", "import"],
        ["--wrong"],
    ],
)
def test_wrong_usage_is_status_2(seminar: House, words: list[str]) -> None:
    assert seminar.run(*words).exit_code == 2


@pytest.mark.parametrize("content", [b"", b"\x00" * 4096, b"SQLite format 3\x00junk" * 300])
def test_a_store_that_is_none_is_told_and_kept(house: House, content: bytes) -> None:
    house.data.mkdir()
    store = house.data / "kiosk.db"
    store.write_bytes(content)
    told = house.told("find", "가", status=1)
    assert told["error"] in ("STORE_DAMAGED", "NO_EVENT")
    if told["error"] == "STORE_DAMAGED":
        assert store.read_bytes() == content


def test_the_data_folder_stands_before_or_after_the_command(
    seminar: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = str(seminar.data)
    runner = CliRunner()
    for words in (
        ["--data", data, "event", "list", "--json"],
        ["event", "list", "--data", data, "--json"],
    ):
        result = runner.invoke(kiosk, words)
        assert json.loads(result.stdout)[0]["event"] == EVENT_ID
    monkeypatch.setenv("KIOSK_DATA", data)
    assert EVENT_ID in runner.invoke(kiosk, ["event", "list"]).stdout
    other = runner.invoke(kiosk, ["event", "list", "--data", str(seminar.folder / "no")])
    assert other.exit_code == 1


def test_a_moment_that_stands_nowhere_in_a_zone_is_refused_by_its_line(house: House) -> None:
    text = event_text(session_text(starts_at=Raw("2026-13-01T00:00:00")))
    told = house.told("event", "apply", house.file("event.toml", text), status=1)
    assert told["error"] == "EVENT_FILE_SYNTAX"
    lines = text.splitlines()
    assert lines[told["facts"]["line"] - 1].startswith("starts_at = 2026-13")
    assert not (house.data / "kiosk.db").exists() or house.contents()["event"] == []


def test_what_is_said_to_people_goes_to_people(seminar: House) -> None:
    assert "가상인" in seminar.run("find", "가상인").stdout
    assert seminar.run("find", "없는사람이름").stdout.strip() == "Nobody found."
    said = seminar.run("scan", text="NOBODY\n").stdout
    assert said.split() == ["refuse", "UNKNOWN"]
    assert "2 registrations" in seminar.run("event", "show").stdout
