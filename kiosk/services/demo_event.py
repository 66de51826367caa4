"""A complete sample event of invented people, around now, for trying the program."""

from __future__ import annotations

import csv
import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from kiosk.paths import resource
from kiosk.services import events, tickets
from kiosk.services.open_desk import OpenDesk, open_store, serve
from kiosk.services.roster_import import import_roster
from kiosk.services.whole_file import whole_file
from kiosk.storage import roster, settings

EVENT_ID = "sample-seminar"
_ZONE = ZoneInfo("Asia/Seoul")

# Syllables that make believable names of nobody in particular.
_FAMILY = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민진"
_GIVEN = "서민지현수영준하은도윤아진호연우채원태경희재성나혜소유빈승기동건주예린"
_TWO_SYLLABLE_FAMILIES = ("남궁", "선우", "황보", "제갈")
_ABROAD = (
    ("Anna Sample", "Example GmbH"),
    ("Tom Beispiel", "Example GmbH"),
    ("Linh Vi Du", "Mau Co."),
)
_ORGANISATIONS = (
    "예시퓨처엠", "예시필바라리튬솔루션", "예시HY클린메탈", "예시이엔에스", "예시테크노파크",
    "예시화학융합시험연구원", "예시배터리산업협회", "예시시청", "예시과학기술원", "예시대학교",
    "R&D예시파트너스",
)  # fmt: skip
_TITLES = (
    "대표", "이사", "부장", "차장", "과장", "대리", "책임", "선임", "연구원", "교수", "주무관", "",
)  # fmt: skip
_HEADINGS = (
    "성명", "영문명", "소속", "직위", "연락처", "이메일", "구분", "상태", "회차", "좌석", "비고",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Demo:
    """The sample event's id, how many people it has, and the sheet of their codes."""

    event: str
    registrations: int
    tickets: Path


def demo_folder(data: Path, people: int, seed: int) -> Path:
    """Return the sample event's own data folder, beside the real one and never in it."""
    return data.with_name(f"{data.name}-sample-{people}-{seed}")


def make_demo(folder: Path, people: int, seed: int, *, with_tickets: bool = True) -> Demo:
    """Make the sample event in ``folder``, open from half an hour ago, or bring it up to date.

    The same seed makes the same people; check-ins made before stay.
    """
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / "sample-event.toml"
    with whole_file(file) as temporary:
        temporary.write_text(_event_text(datetime.now(_ZONE)), encoding="utf-8")
    people_file = folder / "sample-roster.csv"
    with whole_file(people_file) as temporary:
        _write_roster(temporary, people, seed)
    store = open_store(folder, create=True)
    try:
        events.apply(store, file)
        desk = serve(store, EVENT_ID)
        import_roster(desk, people_file)
        count = roster.count(store.connection, desk.event_number)
        _print_into(folder / "badges", desk)
        sheet = folder / "tickets" / "tickets.pdf"
        if with_tickets and not sheet.exists():
            tickets.write(desk, sheet.parent, "pdf")
        return Demo(EVENT_ID, count, sheet.parent)
    finally:
        store.close()


def _print_into(folder: Path, desk: OpenDesk) -> None:
    """Give the sample desk a printer that needs none: a folder of PDF badges."""
    folder.mkdir(exist_ok=True)
    if not desk.settings.printer:
        told = replace(desk.settings, printer=f"folder:{folder}")
        desk.store.write(lambda connection: settings.save(connection, told))


def _event_text(now: datetime) -> str:
    start = now.astimezone(_ZONE).replace(minute=0, second=0, microsecond=0) + timedelta(hours=1)
    times = {
        "day_starts": start - timedelta(hours=2),
        "starts": start,
        "ends": start + timedelta(hours=2),
        "council_starts": start + timedelta(hours=2, minutes=10),
        "day_ends": start + timedelta(hours=12),
    }
    text = resource("sample", "event.toml").read_text("utf-8")
    for name, moment in times.items():
        text = text.replace(f"@{name}@", moment.strftime("%Y-%m-%dT%H:%M:%S"))
    return text


def _write_roster(path: Path, people: int, seed: int) -> None:
    draw = random.Random(seed)  # noqa: S311 - sample people, the same for the same seed
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(_HEADINGS)
        for number in range(people):
            writer.writerow(_person(draw, number))


def _person(draw: random.Random, number: int) -> tuple[str, ...]:
    phone = f"010-0000-{draw.randrange(10_000):04d}" if draw.random() > 0.02 else ""
    email = f"sample{number:05d}@example.org"
    if number and number % 70 == 0:
        name, organisation = draw.choice(_ABROAD)
        return (
            name,
            name,
            organisation,
            "Engineer",
            phone,
            email,
            "참가자",
            "확정",
            "seminar",
            "",
            "",
        )
    family = draw.choice(_TWO_SYLLABLE_FAMILIES) if draw.random() < 0.02 else draw.choice(_FAMILY)
    given = "".join(draw.sample(_GIVEN, 1 if draw.random() < 0.04 else 2))
    role, seat, flag = _role(number)
    status = {37: "취소", 53: "대기", 97: "미승인"}.get(number % 211, "확정")
    booked = "seminar;council" if draw.random() < 0.4 else "seminar"
    return (
        family + given, "", draw.choice(_ORGANISATIONS), draw.choice(_TITLES), phone, email, role,
        status, booked, seat, flag,
    )  # fmt: skip


def _role(number: int) -> tuple[str, str, str]:
    """Return category, seat and note; the first few are guests, speakers and staff."""
    if number < 5:
        return "내빈", f"A-{number + 1}", "앞줄 좌석으로 안내"
    if number < 8:
        return "연사", f"A-{number + 1}", "강연자 대기실로 안내"
    return (
        ("운영", "", "")
        if number in (8, 9)
        else ("언론", "", "")
        if number == 10
        else ("참가자", "", "")
    )
