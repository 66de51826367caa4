"""The sample event: invented people around now, the same for the same seed."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from kiosk.domain.registration import Category
from kiosk.domain.text import is_visible
from kiosk.services.demo_event import EVENT_ID, demo_folder, make_demo
from kiosk.services.open_desk import open_desk
from kiosk.storage import roster


def names(folder: Path) -> list[tuple[str, str, str]]:
    desk = open_desk(folder)
    held = [
        (one.name, one.organisation, one.phone)
        for one in roster.everyone(desk.store.connection, desk.event_number)
    ]
    desk.close()
    return held


def test_a_sample_is_complete_and_open_now(tmp_path: Path) -> None:
    made = make_demo(tmp_path / "d", people=60, seed=1, with_tickets=False)
    assert (made.event, made.registrations) == (EVENT_ID, 60)
    desk = open_desk(tmp_path / "d")
    now = datetime.now(UTC)
    assert desk.event.session_at(now).is_open(now)
    people = list(roster.everyone(desk.store.connection, desk.event_number))
    assert {one.category for one in people} == set(Category)
    assert all(is_visible(one.name) and one.ticket for one in people)
    assert all(one.phone == "" or one.phone.startswith("010-0000-") for one in people)
    assert all(one.email.endswith("@example.org") for one in people)
    desk.close()


def test_a_seed_is_a_crowd(tmp_path: Path) -> None:
    for folder, seed in (("a", 1), ("b", 1), ("c", 2)):
        make_demo(tmp_path / folder, people=80, seed=seed, with_tickets=False)
    assert names(tmp_path / "a") == names(tmp_path / "b")
    assert names(tmp_path / "a") != names(tmp_path / "c")


def test_made_again_it_keeps_its_people(tmp_path: Path) -> None:
    for _ in range(2):
        made = make_demo(tmp_path / "d", people=30, seed=1, with_tickets=False)
        assert made.registrations == 30


@pytest.mark.parametrize(("people", "seed"), [(214, 1), (10, 2)])
def test_a_sample_lies_beside_the_real_data(tmp_path: Path, people: int, seed: int) -> None:
    real = tmp_path / "haemaji"
    folder = demo_folder(real, people, seed)
    assert folder.parent == real.parent
    assert folder != real
    assert str(people) in folder.name
