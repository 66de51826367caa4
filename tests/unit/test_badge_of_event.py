"""What a desk's badge says of its event and its guest, by ours or the organiser's own template."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from fakes import event_text, open_test_desk, person, session_text

from kiosk.domain.errors import KioskError
from kiosk.services import badges, desk_settings
from kiosk.services.badge_template import load_template, save_template
from kiosk.services.open_desk import OpenDesk

TWO = event_text(session_text("first"), session_text("second"))


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[OpenDesk]:
    made = open_test_desk(tmp_path, [person(1)], TWO)
    yield made
    made.close()


def test_a_badge_says_when_and_where_and_whose(desk: OpenDesk) -> None:
    guest = person(1)._replace(person_id="B-17", sessions=("second",))
    text = badges.text_of(desk.event, guest)
    assert text.number == "B-17"
    assert text.venue == desk.event.venue.text("ko")
    local = desk.event.starts_at.astimezone(desk.event.zone)
    assert text.date == local.date().isoformat()
    assert text.session == desk.event.sessions[1].title.text("ko")


def test_without_a_booking_only_an_events_one_sitting_is_named(
    desk: OpenDesk, tmp_path: Path
) -> None:
    assert badges.text_of(desk.event, person(1)).session == ""
    only = replace(desk.event, sessions=desk.event.sessions[:1])
    assert badges.text_of(only, person(1)).session == only.sessions[0].title.text("ko")


def test_a_desk_prints_and_shows_the_organisers_own_template(desk: OpenDesk) -> None:
    save_template(replace(load_template("86x54-folded"), name="mine"), desk.folder)
    desk.settings = replace(desk.settings, badge_template="mine")
    shown = badges.drawn(desk.event, person(1), "mine", 150, desk.folder)
    (page,) = badges.pages(desk, person(1), 150)
    assert (shown.info["size_mm"], page.info["size_mm"]) == ((86, 54), (86, 108))
    with pytest.raises(KioskError) as refusal:
        badges.drawn(desk.event, person(1), "mine", 150)
    assert refusal.value.code == "TEMPLATE_UNKNOWN"


def test_a_desk_is_told_to_use_it_and_not_one_that_is_wrong(desk: OpenDesk) -> None:
    file = save_template(replace(load_template("86x54"), name="mine"), desk.folder)
    assert desk_settings.change(desk.folder, {"badge_template": "mine"}).badge_template == "mine"
    file.write_text("width_mm = 0", encoding="utf-8")
    with pytest.raises(KioskError) as refusal:
        desk_settings.change(desk.folder, {"badge_template": "mine"})
    assert refusal.value.code == "TEMPLATE_WRONG"
