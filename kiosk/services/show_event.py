"""One event at a glance: its sessions and its numbers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from kiosk.services import attendance
from kiosk.storage import roster

if TYPE_CHECKING:
    from kiosk.services.open_desk import OpenDesk


def show(desk: OpenDesk) -> dict[str, Any]:
    """Return an event's facts and the numbers of each session."""
    event, now = desk.event, datetime.now(UTC)
    sessions = []
    for one in event.sessions:
        counts = attendance.overview(desk, one, now).counts
        sessions.append({
            "session": one.id,
            "title": one.title.text("ko"),
            "starts_at": one.starts_at,
            "ends_at": one.ends_at,
            "doors_at": one.doors_at,
            "closes_at": one.closes_at,
            "come": counts.come,
            "inside": counts.inside,
        })  # fmt: skip
    return {
        "event": event.id,
        "title": {"ko": event.title.ko, "en": event.title.en},
        "venue": {"ko": event.venue.ko, "en": event.venue.en},
        "timezone": event.zone.key,
        "starts_at": event.starts_at,
        "ends_at": event.ends_at,
        "registrations": roster.count(desk.store.connection, desk.event_number),
        "sessions": sessions,
    }


def lines(told: dict[str, Any]) -> Iterator[str]:
    """Yield the same for people."""
    yield f"{told['event']}  {told['title']['ko'] or told['title']['en']}"
    yield f"{told['registrations']} registrations"
    for one in told["sessions"]:
        yield f"  {one['session']}: {one['come']} came, {one['inside']} inside"
