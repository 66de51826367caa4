"""Guests of every kind, one after another, as steps that are waited for on the event loop."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

from soak_hall import BY_NAME, FIRST, Hall, name_of, ticket_of

from kiosk.domain import hangul
from kiosk.domain.signature import Point, Signature
from kiosk.ui.self_check_in.acts import Act
from kiosk.ui.self_check_in.flow import State

_WAVE = tuple(Point(0.1 + t / 50, 0.3 + 0.1 * (t % 7) / 7, t * 9) for t in range(38))

Step = Callable[[], bool]


class Guests:
    """One guest after another; each step that is yielded is waited for on the event loop."""

    def __init__(self, hall: Hall, came: Counter[str]) -> None:
        self._hall, self._came = hall, came
        self._guide = hall.window.guide
        # On disk: what the campaign itself remembers of a guest would count as the program's.
        self._ledger = hall.folder / "admitted.txt"
        self._ledger.touch()
        self.refused = self.called = self.abandoned = self.walked_in = 0
        self.badges_missed = self.badges_out = 0
        self._first = ""

    def _admit(self, who: str, session: str) -> None:
        with self._ledger.open("a", encoding="ascii") as ledger:
            ledger.write(f"{who} {session}\n")

    def admitted(self) -> list[tuple[str, str]]:
        """Return who was let in, and to which session."""
        lines = self._ledger.read_text(encoding="ascii").splitlines()
        return [(line.split()[0], line.split()[1]) for line in lines]

    @property
    def badges(self) -> int:
        """Return how many badges were asked for: the printer that came back printed them all."""
        return self.badges_missed + self.badges_out

    def all(self) -> Iterator[Step]:
        """Come, each in the way that was drawn."""
        for number, kind in enumerate(self._hall.kinds):
            self._came[kind] += 1
            wanted = {"signing": "signing", "badge": "badge"}.get(kind, "main")
            if self._hall.desk.session.id != wanted:
                self._hall.desk.choose_session(wanted)
            yield from getattr(self, "_" + kind.replace("-", "_").replace(" ", "_"))(number)
            yield lambda: True

    def _shows(self, *states: State) -> Step:
        return lambda: self._guide.state in states

    def _act(self, act: Act, value: object = None) -> None:
        self._hall.pass_time(0.45)
        self._hall.window._act(act, value)

    def _touch(self, act: Act, *values: object) -> Iterator[Step]:
        for value in values or (None,):
            yield lambda: not self._guide.steps.is_waiting
            self._act(act, value)

    def _home(self) -> Iterator[Step]:
        """Let the guest before go, as quickly as the screens allow."""
        while self._guide.state is not State.WELCOME:
            leaving = {State.GOODBYE: Act.FINISH, State.CALLED: Act.CANCEL_CALL}
            self._act(leaving.get(self._guide.state, Act.HOME))
            if self._guide.state is not State.WELCOME:
                self._hall.pass_time(3.0)
            yield lambda: True

    def _in(self, who: str) -> Step:
        def shown() -> bool:
            verdict = self._guide.verdict
            held = verdict.registration if verdict else None
            return self._guide.state is State.OK and held is not None and held.id == who

        return shown

    def _come_in(self, number: int, kind: str = "main") -> Iterator[Step]:
        yield self._in(f"r{number}")
        self._admit(f"r{number}", kind)

    def _code(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(ticket_of(number))
        yield from self._come_in(number)
        self._first = self._first or ticket_of(number)

    def _again(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(self._first)
        yield self._shows(State.ALREADY)

    def _unknown(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._guide.requests.clear()  # else the reference of the one before would be taken for this
        self._hall.window.take_scan(f"https://example.org/{number}")
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _blocked(self, number: int) -> Iterator[Step]:
        yield from self._home()
        self._hall.window.take_scan(ticket_of(number))
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _asked(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(ticket_of(number))
        yield self._shows(State.QUESTION)
        yield from self._touch(Act.ANSWER, number % 2 == 0)
        yield from self._come_in(number)

    def _signing(self, number: int) -> Iterator[Step]:
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(ticket_of(number))
        yield self._shows(State.SIGNATURE)
        self._hall.pass_time(0.9)
        screen = self._hall.window.screens[State.SIGNATURE]
        screen.pad.show_signature(Signature((_WAVE,), 0.5))  # type: ignore[attr-defined]
        yield lambda: True
        screen.done.click()  # type: ignore[attr-defined]
        yield from self._come_in(number, "signing")

    def _badge(self, number: int) -> Iterator[Step]:
        """Every other badge meets a printer that is gone."""
        is_missed = self.badges % 2 == 1
        away = self._hall.printed.with_name("away")
        if is_missed:
            self._hall.printed.rename(away)
        self._hall.pass_time(0.9)
        self._hall.window.take_scan(ticket_of(number))
        yield from self._come_in(number, "badge")
        if is_missed:
            while self._guide.state is State.OK:  # a printer that says nothing has eight seconds
                self._hall.pass_time(3.0)
                yield lambda: True
            yield self._shows(State.PRINT_FAULT)
            yield lambda: not self._hall.queue.is_busy
            away.rename(self._hall.printed)
            self._hall.queue.tick()
            self.badges_missed += 1
        else:
            yield lambda: not self._guide.flow.is_held or self._guide.state is not State.OK
            self.badges_out += 1

    def _type_name(self, number: int) -> Iterator[Step]:
        yield from self._home()
        named = [one for one in range(number) if self._hall.kinds[one] in BY_NAME]
        yield from self._touch(Act.FIND)
        for letter in hangul.plain_initials(name_of(len(named))):
            # No more than ten looks at people a minute are allowed.
            self._hall.pass_time(2.2)
            yield from self._touch(Act.LETTER, letter)
        yield self._shows(State.DIGITS)

    def _name(self, number: int) -> Iterator[Step]:
        yield from self._type_name(number)
        yield from self._touch(Act.DIGIT, *f"{number % 10_000:04d}")
        yield from self._come_in(number)

    def _wrong_digits(self, number: int) -> Iterator[Step]:
        yield from self._type_name(number)
        for _ in range(3):
            yield from self._touch(Act.DIGIT, *f"{(number + 1) % 10_000:04d}")
            yield lambda: not self._guide.steps.is_waiting
        yield self._shows(State.TO_DESK)
        yield lambda: bool(self._guide.requests.reference)
        self.refused += 1

    def _begin_to_register(self, number: int) -> Iterator[Step]:
        yield from self._home()
        yield from self._touch(Act.REGISTER)
        yield from self._touch(Act.AGREE, True)
        # ㅎ begins no name that somebody looks for: those stay few enough to be shown.
        typed = "ㅎㅓㅁㅜㄴ" + "".join(f"{FIRST[int(one)]}ㅗ" for one in str(number))
        yield from self._touch(Act.KEY, *typed)

    def _walk_in(self, number: int) -> Iterator[Step]:
        yield from self._begin_to_register(number)
        yield from self._touch(Act.NEXT)
        yield from self._touch(Act.KEY, *"ㅇㅖㅅㅣ")
        yield from self._touch(Act.NEXT)
        yield from self._touch(Act.KEY, *f"{50_000_000 + number:08d}")
        yield from self._touch(Act.NEXT)
        yield self._shows(State.OK)
        verdict = self._guide.verdict
        who = verdict.registration.id if verdict and verdict.registration else ""
        self._admit(who, "main")
        self.walked_in += 1

    def _call(self, _number: int) -> Iterator[Step]:
        yield from self._home()
        yield from self._touch(Act.CALL)
        yield self._shows(State.CALLED)
        yield lambda: bool(self._guide.requests.reference)
        self.called += 1

    def _abandoned(self, number: int) -> Iterator[Step]:
        """Walk away half-way; the screen asks, waits and forgets."""
        yield from self._begin_to_register(number)
        while self._guide.state is not State.WELCOME:
            self._hall.pass_time(5.0)
            yield lambda: True
        self.abandoned += 1
