"""A gate without a screen: one line in, one verdict out, after the commit."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from kiosk.domain.errors import KioskError
from kiosk.domain.event import Direction, Session
from kiosk.domain.verdict import Scan, Verdict
from kiosk.services import check_in

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk

_KNOWN = frozenset({"text", "session", "at", "direction", "confirm", "answers"})


class Gate:
    """Answer scan lines of the contract: plain text, or a JSON object with ``text``."""

    def __init__(self, desk: OpenDesk, session_id: str | None = None) -> None:
        self._desk = desk
        self._fixed = self._session(session_id) if session_id else None

    def _session(self, session_id: object) -> Session:
        known = [one.id for one in self._desk.event.sessions]
        found = self._desk.event.session(str(session_id))
        if found is None:
            raise KioskError("SESSION_UNKNOWN", session=str(session_id), sessions=known)
        return found

    def answer(self, raw: bytes) -> dict[str, object]:
        """Answer one line; a line that is no text at all is an UNREADABLE scan.

        Raises KioskError: SCAN_LINE_WRONG for a JSON line whose values are of the wrong kind,
        SESSION_UNKNOWN, and those of the store.
        """
        line = raw.removesuffix(b"\n").removesuffix(b"\r")
        try:
            text = line.decode("utf-8")
        except UnicodeDecodeError:
            text = ""
        # Some shells begin what they pipe with a byte order mark.
        text = text.removeprefix("\ufeff")
        asked = _json_line(text)
        if asked is None:
            return self._scan(text, self._fixed, Scan(datetime.now(UTC), Direction.IN))
        session = self._session(asked["session"]) if asked.get("session") else self._fixed
        return self._scan(_text(asked), session, self._seen(asked))

    def _scan(self, text: str, session: Session | None, seen: Scan) -> dict[str, object]:
        event = self._desk.event
        where = session or event.session_at(seen.at)
        return self._document(check_in.scan(self._desk, where, text, seen), where)

    def _seen(self, asked: Mapping[str, object]) -> Scan:
        confirm, answers = asked.get("confirm"), asked.get("answers") or {}
        if not isinstance(confirm, bool | None):
            raise KioskError("SCAN_LINE_WRONG", key="confirm", problem="must be true or false")
        if not isinstance(answers, dict):
            raise KioskError("SCAN_LINE_WRONG", key="answers", problem="must be an object")
        direction = asked.get("direction") or Direction.IN
        if direction not in list(Direction):
            raise KioskError("SCAN_LINE_WRONG", key="direction", problem="must be in, out or auto")
        return Scan(self._at(asked.get("at")), Direction(str(direction)), bool(confirm), answers)

    def _at(self, told: object) -> datetime:
        if told is None:
            return datetime.now(UTC)
        try:
            at = datetime.fromisoformat(told) if isinstance(told, str) else None
            aware = at if at is None or at.tzinfo else at.replace(tzinfo=self._desk.event.zone)
            if aware is not None:
                # Also a check: years that UTC cannot express are refused here.
                aware.astimezone(UTC)
                return aware
        except (ValueError, OverflowError):
            pass
        raise KioskError(
            "SCAN_LINE_WRONG", key="at", problem="must be like 2026-03-26T14:00:00+09:00"
        )

    def _document(self, verdict: Verdict, session: Session) -> dict[str, object]:
        person = verdict.registration
        zone = self._desk.event.zone
        first = verdict.first_at.astimezone(zone) if verdict.first_at else None
        told: dict[str, object] = {
            "outcome": verdict.outcome.value,
            "reason": verdict.reason.value,
            "direction": verdict.direction.value,
            "registration": person.id if person else None,
            "name": person.name if person else None,
            "organisation": person.organisation if person else None,
            "session": session.id,
            "first_at": first,
            "entry": verdict.entry or None,
        }
        if verdict.open_questions:
            told["questions"] = list(verdict.open_questions)
        return told

    def line(self, told: Mapping[str, object]) -> str:
        """Return an answer as one line for people."""
        if "error" in told:
            return f"error   {told['message']}"
        parts = [str(told["outcome"]).ljust(7), str(told["reason"])]
        parts += [str(told[key]) for key in ("name", "organisation") if told[key]]
        return "  ".join(parts)


def _text(asked: Mapping[str, object]) -> str:
    text = asked["text"]
    if not isinstance(text, str):
        raise KioskError("SCAN_LINE_WRONG", key="text", problem="must be a text")
    return text


def _json_line(text: str) -> dict[str, object] | None:
    """Return a JSON object that has a text, or None for a line that is the scan itself."""
    if not text.lstrip().startswith("{"):
        return None
    try:
        told = json.loads(text)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or "text" not in told:
        return None
    for key in told:
        if key not in _KNOWN:
            raise KioskError("SCAN_LINE_WRONG", key=key, problem="is no key of a scan line")
    return told
