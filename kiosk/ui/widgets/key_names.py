"""What keys are called out loud, in Korean and in English: letters, digits, signs.

They are names as the alphabets have them, so they stand beside what they name and not among the
sentences of the screens. Korean: 한글 맞춤법, article 4; English: the Revised Romanization.
"""

from __future__ import annotations

from kiosk.domain.event import Words

_CONSONANTS = {
    "ㄱ": Words("기역", "giyeok"),
    "ㄴ": Words("니은", "nieun"),
    "ㄷ": Words("디귿", "digeut"),
    "ㄹ": Words("리을", "rieul"),
    "ㅁ": Words("미음", "mieum"),
    "ㅂ": Words("비읍", "bieup"),
    "ㅅ": Words("시옷", "siot"),
    "ㅇ": Words("이응", "ieung"),
    "ㅈ": Words("지읒", "jieut"),
    "ㅊ": Words("치읓", "chieut"),
    "ㅋ": Words("키읔", "kieuk"),
    "ㅌ": Words("티읕", "tieut"),
    "ㅍ": Words("피읖", "pieup"),
    "ㅎ": Words("히읗", "hieut"),
}
_TWINS = dict(zip("ㄲㄸㅃㅆㅉ", "ㄱㄷㅂㅅㅈ", strict=True))
_COMPOUNDS = "ㄳㄱㅅ ㄵㄴㅈ ㄶㄴㅎ ㄺㄹㄱ ㄻㄹㅁ ㄼㄹㅂ ㄽㄹㅅ ㄾㄹㅌ ㄿㄹㅍ ㅀㄹㅎ ㅄㅂㅅ"
_PAIRS = {one[0]: one[1:] for one in _COMPOUNDS.split()}
_VOWELS = (
    "ㅏ아a ㅐ애ae ㅑ야ya ㅒ얘yae ㅓ어eo ㅔ에e ㅕ여yeo ㅖ예ye ㅗ오o ㅘ와wa ㅙ왜wae ㅚ외oe ㅛ요yo"
    " ㅜ우u ㅝ워wo ㅞ웨we ㅟ위wi ㅠ유yu ㅡ으eu ㅢ의ui ㅣ이i"
)
_LATIN = (
    "A에이 B비 C시 D디 E이 F에프 G지 H에이치 I아이 J제이 K케이 L엘 M엠 N엔 O오 P피 Q큐 R아르 S에스"
    " T티 U유 V브이 W더블유 X엑스 Y와이 Z제트"
)
_VOWEL_NAMES = {one[0]: Words(one[1], one[2:]) for one in _VOWELS.split()}
_LATIN_NAMES = {one[0]: one[1:] for one in _LATIN.split()}
_OTHERS = {
    **dict(
        zip(
            "0123456789",
            (
                Words("영", "zero"),
                Words("일", "one"),
                Words("이", "two"),
                Words("삼", "three"),
                Words("사", "four"),
                Words("오", "five"),
                Words("육", "six"),
                Words("칠", "seven"),
                Words("팔", "eight"),
                Words("구", "nine"),
            ),
            strict=True,
        )
    ),
    " ": Words("띄어쓰기", "space"),
    "-": Words("붙임표", "hyphen"),
    "'": Words("작은따옴표", "apostrophe"),
    ".": Words("점", "dot"),
    ",": Words("쉼표", "comma"),
    "&": Words("앤드", "and"),
    "(": Words("여는 괄호", "left bracket"),
    ")": Words("닫는 괄호", "right bracket"),
    "/": Words("빗금", "slash"),
    "@": Words("골뱅이", "at"),
    "_": Words("밑줄", "underscore"),
    "+": Words("더하기", "plus"),
    "gmail": Words("지메일", "gmail"),
    "naver": Words("네이버", "naver"),
    "korea": Words("코리아", "korea"),
    "com": Words("컴", "com"),
    "co": Words("시오", "co"),
    "kr": Words("케이알", "k r"),
}


def name_of(char: str) -> Words:
    """Return what one character is called; a character without a name is called by itself."""
    if char in _CONSONANTS:
        return _CONSONANTS[char]
    if char in _TWINS:
        plain = _CONSONANTS[_TWINS[char]]
        return Words(f"쌍{plain.ko}", f"ssang {plain.en}")
    if char in _PAIRS:
        first, second = (_CONSONANTS[one] for one in _PAIRS[char])
        return Words(f"{first.ko} {second.ko}", f"{first.en} {second.en}")
    if char in _VOWEL_NAMES:
        return _VOWEL_NAMES[char]
    if char in _LATIN_NAMES:
        return Words(f"대문자 {_LATIN_NAMES[char]}", f"capital {char}")
    if char.upper() in _LATIN_NAMES:
        return Words(_LATIN_NAMES[char.upper()], char)
    return _OTHERS.get(char, Words(char, char))


def name_of_piece(piece: str) -> Words:
    """Return what a whole piece of an address is called (``@gmail.com``: at gmail dot com)."""
    marked = piece.replace("@", " @ ").replace(".", " . ").split()
    parts = [name_of(one) for one in marked]
    return Words(" ".join(one.ko for one in parts), " ".join(one.en for one in parts))
