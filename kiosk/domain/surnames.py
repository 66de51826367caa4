"""How Koreans write their surnames in Latin letters."""

from __future__ import annotations

# Usual passport spellings beside the Revised Romanization, for the surnames that nine in ten bear.
_USUAL = {
    "김": "kim", "이": "lee yi rhee", "박": "park pak bak", "최": "choi choe",
    "정": "jung jeong chung",
    "강": "kang gang", "조": "cho jo", "윤": "yoon yun", "장": "jang chang", "임": "lim im yim",
    "한": "han", "오": "oh o", "서": "seo suh", "신": "shin sin", "권": "kwon gwon", "황": "hwang",
    "안": "ahn an", "송": "song", "류": "ryu yoo", "유": "yoo yu ryu", "전": "jeon jun chun",
    "홍": "hong", "고": "ko go koh", "문": "moon mun", "양": "yang", "손": "son sohn", "배": "bae",
    "백": "baek paik", "허": "heo huh hur", "남": "nam", "심": "shim sim", "노": "noh no roh",
    "하": "ha", "곽": "kwak gwak", "성": "sung seong", "차": "cha", "주": "joo ju", "우": "woo u",
    "구": "koo gu ku", "민": "min", "진": "jin chin", "나": "na", "지": "ji chi", "엄": "um eom",
    "채": "chae", "원": "won", "천": "chun cheon", "방": "bang", "공": "kong gong", "현": "hyun",
    "함": "ham", "변": "byun byeon", "염": "yeom youm", "여": "yeo", "추": "choo chu", "도": "do",
    "소": "so", "석": "seok suk", "선": "sun seon", "설": "seol sul", "마": "ma", "길": "gil kil",
    "연": "yeon youn", "위": "wi", "표": "pyo", "명": "myung myeong", "기": "ki gi", "반": "ban",
    "라": "ra na", "왕": "wang", "금": "keum geum", "옥": "ok", "육": "yook yuk", "인": "in",
    "맹": "maeng", "제": "je", "모": "mo", "탁": "tak", "국": "kook guk", "어": "eo", "은": "eun",
    "편": "pyun pyeon", "용": "yong", "예": "ye",
}  # fmt: skip


SPELLINGS: tuple[tuple[str, str], ...] = tuple(
    sorted((spelling, surname) for surname, usual in _USUAL.items() for spelling in usual.split())
)
"""Every usual Latin spelling, in lower case, with the surname it stands for."""
