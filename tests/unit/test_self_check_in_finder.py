"""Finding oneself: letters, digits, and what wrong numbers do."""

from __future__ import annotations

from collections.abc import Callable

from kiosk.domain.found import Card, Cards
from kiosk.ui.self_check_in.finder import Check, Finder, Finding, Script


class Clock:
    def __init__(self) -> None:
        self.now = 5_000.0

    def __call__(self) -> float:
        return self.now


def cards(*ids: str, phones: Callable[[str], bool] = lambda _: True) -> Cards:
    return Cards(len(ids), tuple(Card(one, "김*진", "표본상사", phones(one)) for one in ids))


def typed(letters: str, script: Script = Script.HANGUL) -> Finder:
    finder = Finder(Clock())
    finder.use(script)
    for letter in letters:
        finder.type_letter(letter)
    return finder


def test_three_letters_with_few_people_lead_to_the_digits() -> None:
    finder = typed("ㄱㅎ")
    assert finder.take(cards("a", "b")) is Finding.FEW
    finder.type_letter("ㅈ")
    assert finder.take(cards("a", "b")) is Finding.ENOUGH
    assert finder.begin_digits() is Check.ASK
    assert finder.askable == ["a", "b"]


def test_many_people_ask_for_a_fourth_letter_and_then_for_the_desk() -> None:
    finder = typed("ㄱㅎㅈ")
    assert finder.places == 3
    assert finder.take(Cards(9)) is Finding.MANY
    assert finder.places == 4
    finder.type_letter("ㅇ")
    assert finder.take(Cards(4)) is Finding.CROWD
    assert finder.places == 4
    finder.type_letter("ㅇ")
    assert finder.typed == "ㄱㅎㅈㅇ"


def test_latin_names_ask_for_five_letters_and_take_nine() -> None:
    finder = typed("KIMH", Script.LATIN)
    assert finder.take(cards("a")) is Finding.FEW
    assert finder.places == 5
    finder.type_letter("Y")
    assert finder.take(cards("a")) is Finding.ENOUGH
    assert finder.take(Cards(20)) is Finding.MANY
    for letter in "EONGJIN":
        finder.type_letter(letter)
    assert finder.typed == "KIMHYEONG"
    assert finder.take(Cards(20)) is Finding.CROWD


def test_after_letters_nobody_has_the_next_letter_starts_anew() -> None:
    finder = typed("ㅋㅋㅋ")
    assert finder.take(Cards(0)) is Finding.NOBODY
    finder.type_letter("ㄱ")
    assert finder.typed == "ㄱ"


def test_a_letter_typed_before_the_answer_is_not_lost() -> None:
    finder = typed("ㅋ")
    finder.type_letter("ㄱ")
    assert finder.typed == "ㅋㄱ"


def test_an_answer_to_letters_that_are_gone_finds_nobody() -> None:
    finder = typed("ㄱ")
    finder.delete_letter()
    assert finder.take(cards("a")) is Finding.NOTHING_TYPED
    assert finder.cards == ()


def test_a_touched_card_is_the_only_candidate() -> None:
    finder = typed("ㄱㅎ")
    finder.take(cards("a", "b", "c"))
    finder.choose("b")
    assert finder.askable == ["b"]


def test_whether_anybody_has_a_number_is_nobodys_business() -> None:
    with_numbers, without = typed("ㄱㅎㅈ"), typed("ㄱㅎㅈ")
    with_numbers.take(cards("a", "b"))
    without.take(cards("a", "b", phones=lambda _: False))
    for finder in (with_numbers, without):
        assert finder.begin_digits() is Check.ASK
        assert finder.askable == ["a", "b"]
        answers = [(finder.check([]), finder.tries_left) for _ in range(3)]
        assert answers == [(Check.WRONG, 2), (Check.WRONG, 1), (Check.TOO_OFTEN, 0)]


def test_one_letter_shows_nobody_however_few_there_are() -> None:
    finder = typed("ㄱ")
    assert finder.take(cards("a")) is Finding.MANY
    assert finder.cards == ()
    finder.type_letter("ㅎ")
    assert finder.take(cards("a")) is Finding.FEW
    assert len(finder.cards) == 1


def looked(finder: Finder, letters: str, *ids: str) -> Finding:
    """Look at people by letters typed one after the other; return what the last of them gives."""
    finder.forget()
    found = Finding.NOTHING_TYPED
    for letter in letters:
        finder.type_letter(letter)
        found = finder.take(cards(*ids))
    return found


INITIALS = "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ"


def test_ten_looks_a_minute_are_allowed_and_the_eleventh_shows_nobody() -> None:
    clock = Clock()
    finder = Finder(clock)
    for place in range(10):
        clock.now += 1
        assert looked(finder, "ㄱ" + INITIALS[place], "a") is Finding.FEW
    assert looked(finder, "ㄱㅌ", "a") is Finding.TOO_FAST
    assert (finder.cards, finder.total) == ((), 0)
    clock.now += 50.9
    assert looked(finder, "ㄱㅍ", "a") is Finding.TOO_FAST
    clock.now += 0.2
    assert looked(finder, "ㄱㅎ", "a") is Finding.FEW
    assert looked(finder, "ㄱㅌ", "a") is Finding.TOO_FAST


def test_going_home_or_to_other_letters_buys_no_more_looks() -> None:
    finder = Finder(Clock())
    for place in range(10):
        assert looked(finder, "ㄱ" + INITIALS[place], "a") is Finding.FEW
    finder.use(Script.LATIN)
    assert looked(finder, "KI", "a") is Finding.TOO_FAST


def test_typing_on_after_the_same_letters_is_the_same_look() -> None:
    finder = Finder(Clock())
    for place in range(9):
        looked(finder, "ㄱ" + INITIALS[place], "a")
    assert looked(finder, "ㅎㄱㄷㅎ", "a") is Finding.ENOUGH
    assert looked(finder, "ㅎㄴ", "a") is Finding.TOO_FAST


def test_letters_that_show_nobody_cost_no_look() -> None:
    finder = Finder(Clock())
    for _ in range(30):
        finder.forget()
        finder.type_letter("ㄱ")
        assert finder.take(Cards(40)) is Finding.MANY
        finder.type_letter("ㅋ")
        assert finder.take(Cards(0)) is Finding.NOBODY
    assert looked(finder, "ㄱㅎ", "a") is Finding.FEW


def test_four_digits_are_enough_and_more_are_not_taken() -> None:
    finder = typed("ㄱㅎㅈ")
    assert [finder.type_digit(one) for one in "0427"] == [False, False, False, True]
    assert finder.type_digit("9")
    assert finder.digits == "0427"
    assert finder.delete_digit()
    assert finder.digits == "042"


def test_nothing_is_left_to_delete() -> None:
    assert not typed("ㄱ").delete_digit()


def test_one_match_is_the_person_and_two_are_to_choose_from() -> None:
    finder = typed("ㄱㅎㅈ")
    finder.take(cards("a", "b", "c"))
    assert finder.check(["c", "a"]) is Check.SEVERAL
    assert [one.registration for one in finder.cards] == ["a", "c"]
    assert finder.check(["a"]) is Check.ONE
    assert [one.registration for one in finder.cards] == ["a"]
    assert finder.digits == ""


def test_the_third_wrong_number_closes_the_names_for_ten_minutes() -> None:
    clock = Clock()
    finder = Finder(clock)
    finder.typed = "ㄱㅎ"
    finder.take(cards("a", "b"))
    assert [finder.check([]), finder.tries_left] == [Check.WRONG, 2]
    assert [finder.check([]), finder.tries_left] == [Check.WRONG, 1]
    assert finder.check([]) is Check.TOO_OFTEN
    finder.forget()
    finder.typed = "ㄱㅎ"
    finder.take(cards("a", "b"))
    assert finder.begin_digits() is Check.CLOSED
    clock.now += 600
    assert finder.begin_digits() is Check.ASK
    assert finder.tries_left == 3


def test_going_home_in_between_does_not_buy_more_tries() -> None:
    finder = typed("ㄱ")
    for expected in (Check.WRONG, Check.WRONG, Check.TOO_OFTEN):
        finder.forget()
        finder.typed = "ㄱㅎ"
        finder.take(cards("a"))
        assert finder.begin_digits() is Check.ASK
        assert finder.check([]) is expected


def test_a_closed_name_does_not_close_its_neighbour() -> None:
    finder = typed("ㄱㅎ")
    finder.take(cards("a"))
    for _ in range(3):
        finder.check([])
    finder.take(cards("a", "b"))
    assert finder.begin_digits() is Check.ASK
    assert finder.askable == ["b"]


def test_a_right_number_forgives_the_wrong_ones() -> None:
    finder = typed("ㄱㅎ")
    finder.take(cards("a"))
    finder.check([])
    finder.check(["a"])
    assert finder.tries_left == 3


def test_forgetting_leaves_no_personal_data() -> None:
    finder = typed("ㄱㅎㅈ")
    finder.take(cards("a"))
    finder.type_digit("1")
    finder.forget()
    assert (finder.typed, finder.digits, finder.cards, finder.total) == ("", "", (), 0)
