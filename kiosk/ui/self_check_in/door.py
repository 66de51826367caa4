"""Door: what is still to be asked of an arriving guest, one thing at a time, then the check-in."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from kiosk.domain.arrival import Arrival, Needs
from kiosk.domain.composer import Composer
from kiosk.domain.course import CourseDay
from kiosk.domain.event import (
    ANSWER_LENGTH,
    MAIN_CONSENT,
    ConsentAsk,
    Direction,
    Question,
    QuestionKind,
)
from kiosk.domain.registration import Registration
from kiosk.domain.signing import Signing
from kiosk.domain.verdict import Outcome, Reason, Verdict
from kiosk.ui.self_check_in.acts import TAKE_ALL, TAKE_BACK
from kiosk.ui.self_check_in.desk_words import Cause
from kiosk.ui.self_check_in.flow import Trigger
from kiosk.ui.self_check_in.steps import Steps


class Door:
    """Hold one guest's errand from the scan to the record; ``told`` is called with a verdict.

    Nothing of it is written before the check-in itself, but the consent, which is the guest's own
    act and stands alone. While it ``is_answering``, what a code comes to is under way.
    """

    def __init__(self, steps: Steps, told: Callable[[Verdict], None]) -> None:
        self._steps, self._told = steps, told
        self.typed = Composer(ANSWER_LENGTH)
        self.forget()

    def forget(self) -> None:
        """Forget the guest and every answer."""
        self.person: Registration | None = None
        self.day: CourseDay | None = None
        self.question: Question | None = None
        self.picked: tuple[str, ...] = ()
        self.is_wrong = self.is_answering = False
        self.typed.clear()
        self._needs = Needs()
        self._answers: dict[str, object] = {}
        self._skipped: set[str] = set()
        self._signing: Signing | None = None
        self._was_warned = False

    @property
    def asks_first(self) -> bool:
        """Tell whether a scan at this event may need more than the scan."""
        event = self._steps.desk.event_served
        return bool(
            event.questions
            or event.course is not None
            or event.privacy.ask is ConsentAsk.EVERYONE
            or any(one.sign for one in event.sessions)
        )

    def arrive_with_code(self, text: str) -> None:
        """Take the text of a code."""
        self._steps.wait(Cause.NOT_SAVED)
        if self.asks_first:
            self.is_answering = True
            self._steps.desk.look(text, self._current(self._begin))
        else:
            self._steps.desk.take_scan(text)

    def arrive_by_name(self, registration_id: str) -> None:
        """Take a person who was found, or who has just registered."""
        self._steps.next_errand()
        self._steps.wait(Cause.NOT_SAVED)
        if self.asks_first:
            self._steps.desk.look_at(registration_id, self._current(self._begin))
        else:
            self._steps.desk.check_in(registration_id)

    def _current(self, done: Callable[[Arrival], None]) -> Callable[[Arrival], None]:
        errand = self._steps.next_errand()

        def answer(arrival: Arrival) -> None:
            if self._steps.is_current(errand):
                done(arrival)

        return answer

    def _begin(self, arrival: Arrival) -> None:
        self.forget()
        verdict = arrival.verdict
        admits = verdict.outcome is Outcome.ADMIT or verdict.reason is Reason.NEEDS_ANSWERS
        if not admits or verdict.registration is None:
            self._told(verdict)
            return
        self.person, self._needs = verdict.registration, arrival.needs
        is_course = self._steps.desk.event_served.course is not None
        if verdict.direction is Direction.OUT and is_course:
            self._steps.desk.course_day(self.person.id, self._current_day())
        else:
            self._go_on()

    def _current_day(self) -> Callable[[CourseDay], None]:
        errand = self._steps.next_errand()

        def seen(day: CourseDay) -> None:
            if self._steps.is_current(errand):
                self.day = day
                self._go_on()

        return seen

    def _go_on(self) -> None:
        """Ask the next thing, or check in where nothing is left to ask."""
        steps = self._steps
        if self._needs.consent:
            self._ask(Trigger.NEEDS_CONSENT)
        elif (question := self._next_question()) is not None:
            self.question, self.picked, self.is_wrong = question, (), False
            self.typed.clear()
            self._ask(Trigger.NEEDS_ANSWER)
        elif self.day is not None and self.day.leaves_early and not self._was_warned:
            self._ask(Trigger.NEEDS_WORD)
        elif self._needs.signature and self._signing is None:
            self._ask(Trigger.NEEDS_SIGNATURE)
        elif self.person is not None:
            steps.next_errand()
            steps.wait(Cause.NOT_SAVED)
            self.is_answering = True
            steps.desk.check_in(self.person.id, answers=self._answers, signing=self._signing)

    def _ask(self, trigger: Trigger) -> None:
        self._steps.answered()
        self._steps.fire(trigger)

    def _next_question(self) -> Question | None:
        done = self._answers.keys() | self._skipped
        wanted = [one for one in self._needs.questions if one not in done]
        event = self._steps.desk.event_served
        return next((one for one in event.questions if one.id in wanted), None)

    def take_consent(self, answers: Mapping[str, bool]) -> None:
        """Keep what the guest agreed to, then go on; or, refused, ask to the desk."""
        if self.person is None:
            return
        agreed = answers.get(MAIN_CONSENT, False)
        self._steps.wait(Cause.NOT_SAVED)
        errand = self._steps.next_errand()

        def kept(_: object) -> None:
            if not self._steps.is_current(errand):
                return
            self._steps.answered()
            if agreed:
                self._needs = self._needs._replace(consent=False)
                self._go_on()
            else:
                self._steps.refuse(Cause.NO_CONSENT)

        self._steps.desk.keep_consent(self.person.id, answers, kept)

    def take_answer(self, answer: object) -> bool:
        """Take an answer of the question on show; False where it is of the wrong kind."""
        self.is_wrong = self.question is None or not self.question.accepts(answer)
        if self.question is None or self.is_wrong:
            return False
        self._answers[self.question.id] = answer
        self._go_on()
        return True

    def type(self, sent: str) -> None:
        """Take a key of the answer that is typed."""
        if sent == TAKE_BACK:
            self.typed.delete()
        elif sent == TAKE_ALL:
            self.typed.clear()
        else:
            self.typed.type(sent)
        self.is_wrong = False
        self._steps.changed.emit()

    def pick(self, choice: str) -> None:
        """Pick one of a question's choices, or take it back."""
        question = self.question
        if question is None or choice not in question.choices:
            return
        if question.kind is QuestionKind.CHOICES:
            kept = [one for one in self.picked if one != choice]
            self.picked = tuple(kept) if choice in self.picked else (*self.picked, choice)
        else:
            self.picked = (choice,)
        self.is_wrong = False
        self._steps.changed.emit()

    def answer_typed(self) -> bool:
        """Answer with what was typed or picked; False where that is no answer."""
        if self.question is None:
            return False
        return self.take_answer(_answer(self.question, self.typed.text, self.picked))

    def skip_question(self) -> None:
        """Leave a question open that need not be answered."""
        if self.question is not None and not self.question.required:
            self._skipped.add(self.question.id)
            self._go_on()

    def take_signing(self, signing: Signing) -> None:
        """Take the signature, or the word that staff will confirm instead."""
        self._signing = signing
        self._go_on()

    def leave(self) -> None:
        """Leave early all the same."""
        self._was_warned = True
        self._go_on()


_DATE_DIGITS = 8


def _answer(question: Question, typed: str, picked: tuple[str, ...]) -> object:
    """Return what was typed or picked as an answer of the question's kind."""
    text = typed.strip()
    if question.kind is QuestionKind.CHOICE:
        return picked[0] if picked else ""
    if question.kind is QuestionKind.CHOICES:
        return list(picked)
    if question.kind is QuestionKind.DATE and len(text) == _DATE_DIGITS:
        return f"{text[:4]}-{text[4:6]}-{text[6:]}"
    return text
