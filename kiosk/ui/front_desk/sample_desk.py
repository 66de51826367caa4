"""SampleDesk: a desk with invented people, for drawing the window without a store."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject
from PySide6.QtGui import QImage

from kiosk.domain.badge_line import BadgeLine
from kiosk.domain.event import Event, Privacy, Question, QuestionKind, Session, Words
from kiosk.domain.found import Asked, BadgeState, Counts, Hit, LogLine, Overview, Sheet
from kiosk.domain.journal import Kind, Presence
from kiosk.domain.registration import Category, Registration, Source, Status
from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.domain.settings import DeskSettings, DeskTheme
from kiosk.domain.signing import Signing
from kiosk.services import badges
from kiosk.ui.check_in_desk import CheckInDesk
from kiosk.ui.front_desk.sample_deeds import SampleDeeds

ZONE = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 3, 26, 13, 42, 7, tzinfo=ZONE)


def _session(session_id: str, ko: str, en: str, hour: int, minute: int) -> Session:
    start = datetime(2026, 3, 26, hour, minute, tzinfo=ZONE)
    hour_long = timedelta(hours=1)
    return Session(
        session_id, Words(ko, en), start, start + 2 * hour_long, start - hour_long,
        start + 3 * hour_long,
    )  # fmt: skip


QUESTIONS = (
    Question("meal", Words("점심을 드시나요?", "Will you have lunch?"), QuestionKind.YES_NO, True),
    Question(
        "drink",
        Words("음료를 골라 주세요", "Choose a drink"),
        QuestionKind.CHOICE,
        required=True,
        choices=("커피", "홍차 & 우유", "물"),
    ),
    Question("car", Words("차량 번호", "Car number"), QuestionKind.TEXT, required=True),
)

EVENT = Event(
    id="sample",
    title=Words("이차전지 기술 세미나 (견본)", "Battery Technology Seminar (sample)"),
    venue=Words("시민홀", "Citizen Hall"),
    hosts=("견본시",),
    zone=ZONE,
    starts_at=datetime(2026, 3, 26, 14, 0, tzinfo=ZONE),
    ends_at=datetime(2026, 3, 26, 17, 30, tzinfo=ZONE),
    privacy=Privacy("consent", Words("행사", "Event"), ("name",), 90, Words("", "")),
    sessions=(
        _session("seminar", "기술 세미나", "Technical seminar", 14, 0),
        _session("council", "기업협의회", "Industry council", 16, 10),
    ),
    questions=QUESTIONS,
)

_VIP, _SPEAKER = Category.VIP, Category.SPEAKER


def _person(
    number: int, name: str, latin: str, belongs: tuple[str, str], **more: Any
) -> Registration:
    fields: dict[str, Any] = {
        "phone": f"010-0000-{1000 + number}",
        "email": f"sample{number}@sample.example",
        "sessions": ("seminar",),
        "ticket": "SAMPLE" + "A" * 18 + f"{22 + number % 50}",
        "organisation": belongs[0],
        "job_title": belongs[1],
    }
    return Registration(f"sample-{number}", name, name_latin=latin, **(fields | more))


_SEATED = {"category": _SPEAKER, "seat": "A-3", "flag": "강연자 · 앞줄로 안내"}
_LONG_NAME = "Maximiliana-Alexandra Konstantinopoulou von und zu Beispielhausen-Musterstadt II"
_LONG_ORGANISATION = "Sample International Battery Research and Recycling Consortium"


def people() -> tuple[Registration, ...]:
    """Return the invented people, of every kind that the window tells apart."""
    guest = ("포스코필바라리튬솔루션", "상무")
    withdrawn = ("한국견본산업협회", "팀장")
    limits = {"valid_from": NOW, "valid_until": NOW}
    return (
        _person(1, "김견본", "KIM Gyeonbon", ("견본과학기술원", "명예교수"), **_SEATED),
        _person(2, "남궁다빈", "NAMGUNG Dabin", guest, category=_VIP, seat="A-4"),
        _person(3, "강견희", "KANG Gyeonhee", ("견본HY클린메탈", "책임")),
        _person(4, "권혁준", "KWON Hyeokjun", ("견본이엔에스", "과장")),
        _person(5, "노견훈", "NOH Gyeonhun", withdrawn, status=Status.CANCELLED),
        _person(6, "이솔", "LEE Sol", ("", ""), status=Status.PENDING, source=Source.WALK_IN),
        _person(7, _LONG_NAME, "", (_LONG_ORGANISATION, "Director")),
        _person(8, "임견규", "LIM Gyeongyu", ("견본소재", "대리"), **limits),
    )


_BADGES = {"sample-1": BadgeState.PRINTING, "sample-3": BadgeState.PRINTED}
_CAME = Presence((NOW - timedelta(minutes=22),), inside=True)


class SampleDesk(CheckInDesk):
    """Answer at once from the invented people; nothing is written anywhere."""

    def __init__(self, parent: QObject | None = None) -> None:
        QObject.__init__(self, parent)
        self.people = people()
        self._session = EVENT.sessions[0]
        self.presences = {"sample-3": _CAME}
        self.told: tuple[Registration, ...] = ()
        """People told of in a verdict who differ from the list's, such as a blocked one."""
        self.held: list[Asked] = []
        self.deeds = SampleDeeds(self, NOW)
        self.worn = DeskTheme.LIGHT
        self.badges: tuple[BadgeLine, ...] = ()

    @property
    def event_served(self) -> Event:
        """Return the sample event."""
        return EVENT

    @property
    def settings(self) -> DeskSettings:
        """Return the sample's settings."""
        return DeskSettings(desk_name="데스크 A", printer="sample", theme=self.worn)

    def change_settings(self, **changes: object) -> None:
        """Wear another theme; the sample's other settings stay."""
        self.worn = DeskTheme(str(changes.get("theme", self.worn)))
        self.settings_changed.emit()

    def choose_session(self, session_id: str) -> None:
        """Serve another session."""
        self._session = self.event_served.session(session_id) or self._session
        self.session_changed.emit(self._session)

    def take_scan(self, text: str) -> None:
        """Leave a scan unanswered: the gallery tells the verdicts itself."""

    def check_in(
        self,
        registration_id: str,
        *,
        confirm: bool = False,
        answers: Mapping[str, object] | None = None,
        signing: Signing | None = None,
    ) -> None:
        """Leave a check-in unanswered: the gallery tells the verdicts itself."""

    def undo(self, entry_id: str, done: Callable[[], None]) -> None:  # noqa: ARG002 - the desk's call
        """Say that it is undone."""
        done()

    def find(self, text: str, done: Callable[[list[Hit]], None]) -> None:
        """Find the sample's first people for any letters, and nobody for a question mark."""
        found = [] if "?" in text else self.people
        done([Hit(one, self.presences.get(one.id, Presence())) for one in found])

    def show(
        self,
        registration_id: str,
        done: Callable[[Sheet], None],
        *,
        is_asked: bool = True,  # noqa: ARG002 - it never fails here
    ) -> None:
        """Tell everything of a sample person."""
        known = (*self.told, *self.people)
        person = next(one for one in known if one.id == registration_id)
        presences = {"seminar": self.presences[person.id]} if person.id in self.presences else {}
        done(Sheet(person, presences, _BADGES.get(person.id, BadgeState.NONE)))

    def refresh(self) -> None:
        """Tell the sample's counts and log."""
        self.overview_changed.emit(overview(self.people))

    def list_requests(self, done: Callable[[list[Asked]], None]) -> None:
        """Tell what is open in the sample."""
        done([one for one in self.held if one.request.state.is_open])

    def accept_request(self, request_id: str, by: str) -> None:
        """Say who comes."""
        self._move(request_id, state=RequestState.ACCEPTED, accepted_at=NOW, accepted_by=by)

    def close_request(self, request_id: str) -> None:
        """End a request."""
        self._move(request_id, state=RequestState.CLOSED, ended_at=NOW)

    def _move(self, request_id: str, **changes: Any) -> None:
        self.held = [
            one._replace(request=one.request._replace(**changes))
            if one.request.id == request_id
            else one
            for one in self.held
        ]
        self.requests_changed.emit()

    def ask(self, *asked: Asked) -> None:
        """Let touchscreens ask."""
        self.held += asked
        self.requests_changed.emit()

    def print_again(self, registration_id: str) -> None:
        """Say that a badge was queued."""
        self.badge_changed.emit(registration_id)

    def steer_badges(self, act: str, done: Callable[[Any], None], *arguments: object) -> None:  # noqa: ARG002 - the desk's call
        """Tell the sample's queue, and that anything else is done."""
        done(self.badges)

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        """Draw a sample person's real badge."""
        picture = badges.drawn(EVENT, registration, self.settings.badge_template).convert("RGB")
        wide, tall = picture.size
        rgb = QImage.Format.Format_RGB888
        done(QImage(picture.tobytes(), wide, tall, wide * 3, rgb).copy())


def request(kind: RequestKind, number: int, why: str, person: int = 0) -> Asked:
    """Return a sample request that waits, of a sample person or of nobody who is known."""
    raised = NOW - timedelta(minutes=1)
    of = f"sample-{person}" if person else ""
    name = next((one.name for one in people() if one.id == of), "")
    asked = DeskRequest(
        f"request-{kind}-{number}", kind, number, why, of, "키오스크 2",
        RequestState.WAITING, raised,
    )  # fmt: skip
    return Asked(asked, name)


def overview(sample: tuple[Registration, ...]) -> Overview:
    """Return the counts, log and guests of the sample."""
    names = ["박견연", "이견윤", "최견준", "정견은", "강견희", "윤견호", "한견린", "서견현"]
    kinds = [Kind.IN, Kind.IN, Kind.VOID, Kind.IN, Kind.OUT, Kind.IN, Kind.IN, Kind.IN]
    lines = tuple(
        LogLine(
            NOW - timedelta(minutes=number),
            kind,
            name,
            f"entry-{number}",
            undone=number == 3,
            desk="데스크 A" if number % 3 else "키오스크 1",
        )
        for number, (name, kind) in enumerate(zip(names, kinds, strict=True), start=1)
    )
    guests = tuple(one for one in sample if one.category in (_VIP, _SPEAKER))
    return Overview(Counts(214, 138, 131, 9, 37), lines, guests)
