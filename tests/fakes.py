"""Invented events and people, and desks that serve them, for tests of every kind."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.event import Direction, Event, Session
from kiosk.domain.registration import Registration
from kiosk.domain.verdict import Scan, Verdict
from kiosk.services import check_in, event_file, events
from kiosk.services.open_desk import OpenDesk, open_store, serve
from kiosk.storage import roster_writing

ZONE = ZoneInfo("Asia/Seoul")
EVENT_ID = "spring-seminar"
DAY = "2026-03-26"
TOKEN = "ABCDEFGHIJKLMNOPQRSTUVWX"


def at(clock: str, day: str = DAY) -> datetime:
    """Return a moment of the sample event: ``at("14:00")``, ``at("14:00:01")``."""
    return datetime.fromisoformat(f"{day}T{clock}").replace(tzinfo=ZONE)


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{ " + ", ".join(f"{key} = {_toml(one)}" for key, one in value.items()) + " }"
    return str(value) if isinstance(value, Raw) else json.dumps(value, ensure_ascii=False)


class Raw(str):
    """A value that stands in the file as it is: a moment, or something wrong."""

    __slots__ = ()


def _table(heading: str, defaults: Mapping[str, object], given: Mapping[str, object]) -> str:
    """Return a table; a key given as None is left out."""
    values = {**defaults, **given}
    lines = [f"{key} = {_toml(value)}" for key, value in values.items() if value is not None]
    return "\n".join([heading, *lines, ""])


def session_text(session_id: str = "main", **keys: object) -> str:
    """Return a ``[[session]]`` from 14:00 to 16:00, with doors from 13:00."""
    defaults = {
        "id": session_id,
        "title": {"ko": "본 행사", "en": "Main session"},
        "starts_at": Raw(f"{DAY}T14:00:00"),
        "ends_at": Raw(f"{DAY}T16:00:00"),
    }
    return _table("[[session]]", defaults, keys)


def question_text(question_id: str, kind: str = "text", **keys: object) -> str:
    """Return a ``[[question]]`` that must be answered."""
    defaults = {"id": question_id, "text": "무엇을 드릴까요?", "kind": kind, "required": True}
    return _table("[[question]]", defaults, keys)


def consent_text(consent_id: str, **keys: object) -> str:
    """Return a ``[[consent]]``, which nobody needs to give."""
    defaults = {"id": consent_id, "text": {"ko": "소식을 받겠습니다.", "en": "Send me news."}}
    return _table("[[consent]]", defaults, keys)


def event_text(
    *tables: str,
    event: Mapping[str, object] | None = None,
    privacy: Mapping[str, object] | None = None,
) -> str:
    """Return an event file: the tables given, or one session, under a sound event and notice."""
    head = {
        "id": EVENT_ID,
        "title": {"ko": "봄 세미나", "en": "Spring seminar"},
        "venue": {"ko": "예시 회관", "en": "Example Hall"},
        "hosts": ["예시시"],
        "timezone": "Asia/Seoul",
        "starts_at": Raw(f"{DAY}T14:00:00"),
        "ends_at": Raw(f"{DAY}T17:30:00"),
    }
    notice = {
        "basis": "consent",
        "purpose": {"ko": "참석 확인"},
        "items": ["name", "phone"],
        "retention_days": 90,
        "refusal": {"ko": "동의하지 않아도 참석할 수 있습니다."},
    }
    return "\n".join([
        _table("[event]", head, event or {}),
        _table("[privacy]", notice, privacy or {}),
        *(tables or (session_text(),)),
    ])  # fmt: skip


def made_event(*tables: str, **changes: Mapping[str, object]) -> Event:
    """Return the Event of ``event_text``."""
    return event_file.parse(event_text(*tables, **changes).encode())


def person(number: int = 1, **fields: object) -> Registration:
    """Return an invented person; the ticket is a token with the number at its end."""
    defaults: dict[str, object] = {
        "id": f"r{number}",
        "name": f"가상인{number}",
        "organisation": "예시연구소",
        "ticket": token(number),
    }
    return Registration(**{**defaults, **fields})  # type: ignore[arg-type]


def token(number: int) -> str:
    """Return a ticket of our own shape."""
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return TOKEN + letters[number // 26 % 26] + letters[number % 26]


def open_test_desk(
    folder: Path, people: Iterable[Registration] = (), text: str | None = None
) -> OpenDesk:
    """Return a desk in ``folder`` that serves the event of a text, with people on its roster."""
    file = folder / "event.toml"
    file.write_text(text or event_text(), encoding="utf-8")
    store = open_store(folder / "data", create=True)
    applied = events.apply(store, file)
    desk = serve(store, applied.event.id)
    add_people(desk, people)
    return desk


def add_people(desk: OpenDesk, people: Iterable[Registration]) -> None:
    """Put people on a desk's roster."""
    rows = list(people)
    desk.store.write(lambda connection: roster_writing.add(connection, desk.event_number, rows))


def scan(
    desk: OpenDesk,
    text: str,
    clock: str = "14:00",
    *,
    session: Session | None = None,
    direction: Direction = Direction.IN,
    confirm: bool = False,
    answers: Mapping[str, object] | None = None,
) -> Verdict:
    """Scan a code at a moment of the sample event's day, in its first session."""
    seen = Scan(at(clock), direction, confirm, answers or {})
    return check_in.scan(desk, session or desk.event.sessions[0], text, seen)


def count(desk: OpenDesk, table: str) -> int:
    """Return how many rows a table of the desk's store holds."""
    return int(desk.store.connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
