"""The sample event, its invented people, and a desk that answers from nothing."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from kiosk.domain.arrival import Arrival, Needs
from kiosk.domain.course import CourseDay, DayState
from kiosk.domain.errors import KioskError
from kiosk.domain.event import (
    CourseRule,
    Direction,
    Event,
    OptionalConsent,
    Privacy,
    Question,
    QuestionKind,
    Session,
    Words,
)
from kiosk.domain.found import BadgeState, Card, Cards, Sheet
from kiosk.domain.pin import PinCheck
from kiosk.domain.registration import Category, Registration
from kiosk.domain.request import DeskRequest, RequestKind, RequestState
from kiosk.domain.settings import DeskSettings
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.domain.walk_in import Registered, WalkInForm

STARTS_AT = datetime(2026, 3, 26, 5, 0, tzinfo=UTC)
DOORS_AT = STARTS_AT - timedelta(hours=1)
NOW = STARTS_AT - timedelta(minutes=18)

SAMPLE_SESSION = Session(
    "sample",
    Words("기술 세미나", "Technical seminar"),
    STARTS_AT,
    STARTS_AT + timedelta(hours=2),
    DOORS_AT,
    STARTS_AT + timedelta(hours=2),
)
SAMPLE_EVENT = Event(
    id="sample",
    title=Words("이차전지 기술 세미나", "Lithium Secondary Battery Technology Seminar"),
    venue=Words("시민홀", "Citizen Hall"),
    hosts=("광양시", "GIST"),
    zone=ZoneInfo("Asia/Seoul"),
    starts_at=STARTS_AT,
    ends_at=STARTS_AT + timedelta(hours=2),
    privacy=Privacy(
        "consent",
        Words("참가 확인, 이름표 발급, 참석 증빙", "Check-in, name badge, proof of attendance"),
        ("name", "organisation", "job_title", "phone", "email", "signature", "entry_time"),
        30,
        Words(
            "동의하지 않으셔도 됩니다. 이름표 없이 입장을 도와드립니다",
            "You do not have to agree. You can enter without a badge",
        ),
        controller="광양시",
    ),
    sessions=(SAMPLE_SESSION,),
    consents=(
        OptionalConsent(
            "news", Words("후속 기업협의회 소식 받기", "News about the business council")
        ),
    ),
)
MANY_CONSENTS = replace(
    SAMPLE_EVENT,
    consents=(
        *SAMPLE_EVENT.consents,
        OptionalConsent(
            "share", Words("공동 주최 기관에 참석 여부 제공", "Tell the co-host that I came")
        ),
        OptionalConsent("photo", Words("행사 사진 촬영", "Photographs of the event")),
    ),
)
SAMPLE_COURSE = replace(
    SAMPLE_EVENT,
    title=Words("이차전지 인력양성 과정", "Battery workforce course"),
    course=CourseRule(),
)
SAMPLE_DAY = CourseDay(
    in_at=STARTS_AT - timedelta(hours=5),
    out_at=STARTS_AT + timedelta(hours=4),
    counted_minutes_today=480,
    counted_minutes=23 * 60,
    course_minutes=40 * 60,
    required_minutes=32 * 60,
    days=(
        (date(2026, 3, 23), DayState.DONE),
        (date(2026, 3, 24), DayState.PART),
        (date(2026, 3, 25), DayState.ABSENT),
        (date(2026, 3, 26), DayState.TODAY),
        (date(2026, 3, 27), DayState.TO_COME),
    ),
    number_of_day=4,
    next_starts_at=STARTS_AT + timedelta(hours=19),
    late_minutes=0,
    leaves_early=True,
    minutes_if_left_now=170,
)
QUESTIONS = {
    QuestionKind.YES_NO: Question(
        "meal", Words("점심 식사를 하시겠습니까?", "Will you have lunch?"), QuestionKind.YES_NO,
        True,
    ),
    QuestionKind.TEXT: Question(
        "car", Words("차량 번호를 알려 주세요", "Your car number, please"), QuestionKind.TEXT
    ),
    QuestionKind.NUMBER: Question(
        "guests", Words("몇 분이 함께 오셨습니까?", "How many came with you?"), QuestionKind.NUMBER,
        True,
    ),
    QuestionKind.CHOICE: Question(
        "seat", Words("어느 쪽에 앉으시겠습니까?", "Where will you sit?"), QuestionKind.CHOICE,
        True,
        choices=("앞쪽", "가운데", "뒤쪽 휠체어 자리"),
    ),
    QuestionKind.CHOICES: Question(
        "talks", Words("관심 있는 발표를 골라 주세요", "Which talks interest you?"),
        QuestionKind.CHOICES,
        choices=("양극재", "음극재", "전해질", "분리막", "재활용 공정", "표준과 안전"),
    ),
    QuestionKind.DATE: Question(
        "born", Words("교육 시작일을 알려 주세요", "When did you begin?"), QuestionKind.DATE, True
    ),
}  # fmt: skip

SAMPLE_GUEST = Registration(
    "sample-1",
    "홍길동",
    name_latin="HONG Gildong",
    organisation="표본연구원",
    job_title="수석연구원",
    ticket="SAMPLE00000000000000000000",
    category=Category.SPEAKER,
)
LONG_GUEST = Registration(
    "sample-2",
    "남궁다빈" * 20,
    name_latin="Wolfeschlegelsteinhausenbergerdorff Hubert " + "Blaine " * 5,
    organisation="포스코필바라리튬솔루션 이차전지소재 기술연구개발본부",
    job_title="책임연구원 겸 공정기술혁신그룹장",
)
CARDS = (
    Card("sample-1", "홍*동", "표본연구원", has_phone=True),
    Card("sample-2", "남**빈", "포스코필바라리튬솔루션 기술연구개발본부", has_phone=True),
    Card("sample-3", "Kim H*****", "Sample Battery Materials International", has_phone=True),
)


class SampleDesk(QObject):
    """Answer as a CheckInDesk does, at once and from nothing, and keep what was asked.

    ``found`` and ``matching`` are what look-ups answer.
    """

    answered = Signal(object)
    failed = Signal(object)
    overview_changed = Signal(object)
    badge_changed = Signal(str)
    session_changed = Signal(object)
    requests_changed = Signal()
    settings_changed = Signal()
    asked = Signal()

    def __init__(self, settings: DeskSettings | None = None, event: Event = SAMPLE_EVENT) -> None:
        super().__init__()
        self.settings = settings or DeskSettings(printer="sample")
        self.event_served, self.session = event, event.sessions[0]
        self.found, self.matching = Cards(0), list[str]()
        self.badge = BadgeState.WAITING
        self.needs, self.organisations = Needs(), list[str]()
        self.person, self.direction = SAMPLE_GUEST, Direction.IN
        self.was_known, self.day = False, SAMPLE_DAY
        self.pin = PinCheck(ok=False, tries_left=4)
        self.request: DeskRequest | None = None
        self.can_write, self.typed = True, ""
        self.refuse_form: Callable[[KioskError], None] | None = None
        self.calls: list[tuple[Any, ...]] = []

    def now(self) -> datetime:
        """Return the sample's moment, 18 minutes before it starts."""
        return NOW

    def take_scan(self, text: str) -> None:
        """Keep what was scanned."""
        self.calls.append(("take_scan", text))

    def check_in(
        self, registration_id: str, *, answers: Mapping[str, object] | None = None,
        signing: object = None,
    ) -> None:  # fmt: skip
        """Keep who was checked in."""
        self.calls.append(("check_in", registration_id, dict(answers or {}), signing))

    def look(self, text: str, done: Callable[[Arrival], None]) -> None:
        """Answer that the guest would be admitted, with what ``needs`` says."""
        self.calls.append(("look", text))
        done(self._arrival())

    def look_at(self, registration_id: str, done: Callable[[Arrival], None]) -> None:
        """Answer the same."""
        self.calls.append(("look_at", registration_id))
        done(self._arrival())

    def _arrival(self) -> Arrival:
        verdict = Verdict(
            Outcome.ADMIT, Reason.OK, self.direction, registration=self.person, session=self.session
        )
        return Arrival(verdict, self.needs)

    def keep_consent(
        self, registration_id: str, answers: Mapping[str, bool], done: Callable[[object], None]
    ) -> None:
        """Keep the answers."""
        self.calls.append(("keep_consent", registration_id, dict(answers)))
        done(None)

    def register(
        self,
        form: WalkInForm,
        consents: Mapping[str, bool],
        done: Callable[[Registered], None],
        failed: Callable[[KioskError], None],
    ) -> None:
        """Register the sample guest."""
        self.calls.append(("register", form, dict(consents)))
        self.refuse_form = failed
        done(Registered(self.person.id, self.was_known))

    def find_organisations(self, typed: str, done: Callable[[list[str]], None]) -> None:
        """Answer what ``organisations`` says."""
        self.typed = typed
        done(self.organisations)

    def course_day(
        self, registration_id: str, done: Callable[[CourseDay], None], **_is_asked: bool
    ) -> None:
        """Answer with the sample day."""
        self.typed = registration_id
        done(self.day)

    def raise_request(
        self, kind: RequestKind, why: str, registration_id: str, done: Callable[[DeskRequest], None]
    ) -> None:
        """Answer with the seventeenth request of the kind."""
        self.calls.append(("raise_request", kind, why, registration_id))
        self.request = DeskRequest(
            "sample", kind, 17, why, registration_id, "키오스크 2", RequestState.WAITING, NOW
        )
        done(self.request)

    def find_request(self, request_id: str, done: Callable[[DeskRequest], None]) -> None:
        """Answer with the request as it stands."""
        if self.request is not None and self.request.id == request_id:
            done(self.request)

    def withdraw_request(self, request_id: str) -> None:
        """Keep what was withdrawn."""
        self.calls.append(("withdraw_request", request_id))

    def check_pin(self, pin: str, done: Callable[[PinCheck], None]) -> None:
        """Answer what ``pin`` says."""
        self.calls.append(("check_pin", pin))
        done(self.pin)

    def change_settings(self, **changes: object) -> None:
        """Change the settings."""
        self.settings = replace(self.settings, **changes)  # type: ignore[arg-type]
        self.settings_changed.emit()

    def probe(self, done: Callable[[object], None]) -> None:
        """Answer where ``can_write`` says so."""
        if self.can_write:
            done(None)

    def find_cards(self, typed: str, done: Callable[[Cards], None]) -> None:
        """Answer what ``found`` says."""
        self.calls.append(("find_cards", typed))
        done(self.found)

    def match_digits(
        self, registrations: Sequence[str], digits: str, done: Callable[[list[str]], None]
    ) -> None:
        """Answer what ``matching`` says."""
        self.calls.append(("match_digits", tuple(registrations), digits))
        done(self.matching)

    def show(self, registration_id: str, done: Callable[[Sheet], None], **_is_asked: bool) -> None:
        """Answer with the badge's state."""
        self.calls.append(("show", registration_id))
        done(Sheet(SAMPLE_GUEST, {}, self.badge))

    def preview(self, registration: Registration, done: Callable[[QImage], None]) -> None:
        """Draw the badge of the sample settings' template."""
        self.calls.append(("preview", registration.id))
        from kiosk.services import badges  # noqa: PLC0415 - Pillow belongs after the first paint

        picture = badges.drawn(self.event_served, registration, self.settings.badge_template)
        drawn = picture.convert("RGB")
        image = QImage(drawn.tobytes(), *drawn.size, drawn.size[0] * 3, QImage.Format.Format_RGB888)
        done(image.copy())
