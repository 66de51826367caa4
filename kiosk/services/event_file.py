"""The event file: TOML as the contract has it, read into an Event or refused by line and key."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.domain.errors import KioskError
from kiosk.domain.event import (
    MAIN_CONSENT,
    BadgePolicy,
    ConsentAsk,
    CourseRule,
    EntryPolicy,
    Event,
    MissingOut,
    OptionalConsent,
    Privacy,
    Question,
    QuestionKind,
    Session,
    Words,
)
from kiosk.domain.override import OVERRIDABLE
from kiosk.domain.registration import Category
from kiosk.domain.verdict import Reason
from kiosk.services.toml_table import TomlTable, lines_of

_ID = re.compile(r"[A-Za-z0-9-]{1,64}")
_DOORS_BEFORE = timedelta(minutes=60)
_SIZE_LIMIT = 1_000_000
_SESSION_LIMIT = 500
_CONSENT_LIMIT = 5
"""Each has a tick of its own on the touchscreen, where nobody reads more."""
_SYNTAX_LINE = re.compile(r"at line (\d+)")


def read(path: Path) -> Event:
    """Read an event file.

    Raises KioskError: FILE_MISSING, FILE_UNREADABLE, EVENT_FILE_SYNTAX (line), EVENT_FILE_WRONG
    (line, key, problem).
    """
    try:
        with path.open("rb") as file:
            raw = file.read(_SIZE_LIMIT + 1)
    except FileNotFoundError as error:
        raise KioskError("FILE_MISSING", file=str(path)) from error
    except OSError as error:
        raise KioskError("FILE_UNREADABLE", file=str(path), detail=error.strerror) from error
    return parse(raw, path.name)


def parse(raw: bytes, name: str = "event file") -> Event:
    """Read an event file's bytes; raises as ``read`` does."""
    if len(raw) > _SIZE_LIMIT:
        raise KioskError("EVENT_FILE_SYNTAX", file=name, line=1, detail="it is larger than 1 MB")
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = raw[: error.start].count(b"\n") + 1
        raise KioskError("EVENT_FILE_SYNTAX", file=name, line=line, detail="not UTF-8") from error
    import tomllib  # noqa: PLC0415 - an event in the store is JSON; the windows start without it

    try:
        document = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise KioskError("EVENT_FILE_SYNTAX", file=name, line=line, detail=str(error)) from error
    except RecursionError as error:
        raise KioskError(
            "EVENT_FILE_SYNTAX", file=name, line=1, detail="nested too deep"
        ) from error
    return build(document, lines_of(text))


def from_json(document: str) -> Event:
    """Return the event of a stored document, which was checked when it was applied."""
    return build(json.loads(document), {})


def to_json(event: Event) -> str:
    """Return an event's document in one spelling, for the store and for comparing."""
    return json.dumps(event.document, default=_plain, ensure_ascii=False, sort_keys=True)


def _plain(value: object) -> str:
    if isinstance(value, datetime | date | time):
        return value.isoformat()
    raise KioskError("EVENT_FILE_WRONG", line=0, key="", problem=f"holds a {type(value).__name__}")


def build(document: Mapping[str, object], lines: Mapping[str, int]) -> Event:
    """Check a document and return its Event; raises KioskError EVENT_FILE_WRONG."""
    top = TomlTable(document, "", lines)
    table = top.table("event")
    zone = _zone(table)
    starts_at, ends_at = _span(table, zone)
    event_id = _id(table)
    sessions = tuple(_session(one, zone) for one in top.tables("session"))
    if not sessions:
        top.refuse("session", "is missing: an event has at least one [[session]]")
    if len(sessions) > _SESSION_LIMIT:
        top.refuse("session", f"stands more than {_SESSION_LIMIT} times")
    questions = tuple(_question(one) for one in top.tables("question"))
    _distinct(top, "session", [one.id for one in sessions])
    _distinct(top, "question", [one.id for one in questions])
    hosts = table.texts("hosts")
    event = Event(
        event_id,
        table.words("title"),
        table.words("venue"),
        hosts,
        zone,
        starts_at,
        ends_at,
        _privacy(top.table("privacy"), hosts),
        sessions,
        questions,
        _course(top.table("course")) if top.has("course") else None,
        _consents(top),
        document=document,
    )
    table.close()
    top.close()
    return event


def _id(table: TomlTable) -> str:
    held = table.text("id")
    if not _ID.fullmatch(held):
        table.refuse("id", "must be letters, digits and '-' only, at most 64")
    return held


def _distinct(top: TomlTable, kind: str, ids: list[str]) -> None:
    for at, one in enumerate(ids):
        if one in ids[:at]:
            TomlTable({}, f"{kind}[{at}]", top.lines).refuse("id", f'"{one}" stands twice')


def _zone(table: TomlTable) -> ZoneInfo:
    name = table.text("timezone")
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        table.refuse("timezone", 'must be the name of a time zone: "Asia/Seoul"')


def _span(table: TomlTable, zone: ZoneInfo) -> tuple[datetime, datetime]:
    starts_at, ends_at = table.moment("starts_at", zone), table.moment("ends_at", zone)
    if ends_at <= starts_at:
        table.refuse("ends_at", "must be after starts_at")
    return starts_at, ends_at


def _privacy(table: TomlTable, hosts: tuple[str, ...]) -> Privacy:
    basis = table.text("basis")
    if basis not in ("consent", "public-task"):
        table.refuse("basis", 'must be "consent" or "public-task"')
    task = table.text("task", "")
    if basis == "public-task" and not task:
        table.refuse("task", 'is missing: basis "public-task" names the task')
    if not table.has("retention_days"):
        table.refuse("retention_days", "is missing")
    items = table.texts("items")
    if not items:
        table.refuse("items", "is empty: name what is collected")
    made = Privacy(
        basis,
        table.words("purpose"),
        items,
        table.whole("retention_days", 0, most=36_500),
        table.words("refusal"),
        task,
        table.text("controller") if table.has("controller") else next(iter(hosts), ""),
        table.choice("ask", ConsentAsk, ConsentAsk.WALK_INS),
    )
    table.close()
    return made


def _consents(top: TomlTable) -> tuple[OptionalConsent, ...]:
    made = tuple(_consent(one) for one in top.tables("consent"))
    _distinct(top, "consent", [one.id for one in made])
    if len(made) > _CONSENT_LIMIT:
        top.refuse("consent", f"stands more than {_CONSENT_LIMIT} times")
    return made


def _consent(table: TomlTable) -> OptionalConsent:
    if _id(table) == MAIN_CONSENT:
        table.refuse("id", f'"{MAIN_CONSENT}" is the notice itself; choose another')
    made = OptionalConsent(_id(table), table.words("text"), table.words("detail", Words()))
    table.close()
    return made


def _session(table: TomlTable, zone: ZoneInfo) -> Session:
    starts_at, ends_at = _span(table, zone)
    # Through UTC: the hour before is an hour even where clocks change in it.
    hour_before = (starts_at.astimezone(UTC) - _DOORS_BEFORE).astimezone(zone)
    doors_at = table.moment("doors_at", zone, hour_before)
    closes_at = table.moment("closes_at", zone, ends_at)
    if closes_at < doors_at:
        table.refuse(
            "closes_at" if table.has("closes_at") else "doors_at", "closes before it opens"
        )
    admits = table.text("admit_pending", "never")
    if admits not in ("never", "confirm"):
        table.refuse("admit_pending", 'must be "never" or "confirm"')
    made = Session(
        _id(table),
        table.words("title"),
        starts_at,
        ends_at,
        doors_at,
        closes_at,
        entry=table.choice("entry", EntryPolicy, EntryPolicy.ONCE),
        max_entries=table.whole("max_entries", 0),
        max_entries_per_day=table.whole("max_entries_per_day", 0),
        min_minutes_between_entries=table.whole("min_minutes_between_entries", 0),
        categories=table.choices("categories", Category),
        booking_required=table.flag("booking_required"),
        admits_pending=admits == "confirm",
        capacity=table.whole("capacity", 0),
        print_badge=table.choice("print_badge", BadgePolicy, BadgePolicy.ONCE),
        sign=table.flag("sign"),
        overrides=_overrides(table),
    )
    table.close()
    return made


def _overrides(table: TomlTable) -> frozenset[str] | None:
    """Return the rules that staff may let somebody past; without the key all that may be at all."""
    if not table.has("override"):
        return None
    named = table.choices("override", Reason)
    if not named <= OVERRIDABLE:
        table.refuse("override", f"may hold only {', '.join(sorted(OVERRIDABLE))}")
    return frozenset(one.value for one in named)


def _question(table: TomlTable) -> Question:
    if not table.has("kind"):
        table.refuse("kind", "is missing")
    kind = table.choice("kind", QuestionKind, QuestionKind.TEXT)
    choices = _offered(table, kind)
    made = Question(
        _id(table),
        table.words("text"),
        kind,
        table.flag("required"),
        table.choices("categories", Category),
        choices,
    )
    table.close()
    return made


def _offered(table: TomlTable, kind: QuestionKind) -> tuple[str, ...]:
    choices = table.texts("choices", ())
    if not all(one.strip() for one in choices):
        table.refuse("choices", "holds an empty one")
    chooses = kind in (QuestionKind.CHOICE, QuestionKind.CHOICES)
    # A document without lines is the store's: an event that once was applied must open again.
    if chooses and not choices and table.lines:
        table.refuse("choices", f'is missing: a question of kind "{kind.value}" offers some')
    return choices


def _course(table: TomlTable) -> CourseRule:
    basis = table.text("basis", "hours")
    if basis not in ("hours", "days"):
        table.refuse("basis", 'must be "hours" or "days"')
    made = CourseRule(
        basis,
        table.share("required_ratio", 0.8),
        table.share("day_counts_from", 0.5),
        table.whole("late_after_minutes", 10, most=1_440),
        table.whole("lates_per_absence", 3, least=1, most=1_000),
        table.choice("missing_out", MissingOut, MissingOut.NOTHING),
    )
    table.close()
    return made
