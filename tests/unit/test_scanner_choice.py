"""Which scanners a setting means, and codes out of a serial scanner's bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.devices.echoes import ECHO_S, Echoes
from kiosk.devices.serial_text import KEPT_BYTES, SerialText, is_garbled
from kiosk.domain import settings
from kiosk.domain.scanner import Port, PortChoice, Suffix, read_choices
from kiosk.domain.ticket import MAX_LENGTH, is_readable

ACM = Port("ttyACM0", "/dev/ttyACM0", "1eab:1d06", "SN1")
COM = Port("COM3", r"\\.\COM3")


@pytest.mark.parametrize(
    ("text", "choices"),
    [
        ("", ()),
        ("keyboard", ()),
        ("auto", (PortChoice(),)),
        ("keyboard; auto ;auto", (PortChoice(),)),
        ("serial:/dev/ttyACM0", (PortChoice("/dev/ttyACM0"),)),
        ("serial:COM3;serial:COM4", (PortChoice("COM3"), PortChoice("COM4"))),
        ("serial:1EAB:1d06", (PortChoice(usb="1eab:1d06"),)),
        ("serial:usb:1eab:1d06:SN:1", (PortChoice(usb="1eab:1d06", serial_number="SN:1"),)),
    ],
)
def test_a_setting_names_ports(text: str, choices: tuple[PortChoice, ...]) -> None:
    assert read_choices(text) == choices


@pytest.mark.parametrize("text", ["serial:", "usb", "COM3", "serial:a\x00b", "auto keyboard"])
def test_anything_else_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must be keyboard"):
        read_choices(text)


@pytest.mark.parametrize(
    ("text", "fits_acm", "fits_com", "shown"),
    [
        ("auto", True, False, ""),
        ("serial:ttyACM0", True, False, "ttyACM0"),
        ("serial:/dev/ttyACM0", True, False, "/dev/ttyACM0"),
        ("serial:COM3", False, True, "COM3"),
        ("serial:1eab:1d06", True, False, "1eab:1d06"),
        ("serial:1eab:1d06:SN1", True, False, "1eab:1d06:SN1"),
        ("serial:1eab:1d06:SN2", False, False, "1eab:1d06:SN2"),
    ],
)
def test_a_choice_fits_what_it_means(text: str, fits_acm: bool, fits_com: bool, shown: str) -> None:
    (choice,) = read_choices(text)
    assert (choice.fits(ACM), choice.fits(COM), str(choice)) == (fits_acm, fits_com, shown)
    assert (choice.among([COM, ACM]) == [ACM]) is fits_acm


@pytest.mark.parametrize(
    ("name", "good", "bad"),
    [
        ("scanner", "auto;serial:COM3", "usb"),
        ("scanner_baud", "115200", "9601"),
        ("scanner_baud", "9600", "fast"),
        ("scanner_suffix", "crlf", "cr lf"),
        ("scanner_gap_ms", "65", "81"),
        ("scanner_gap_ms", "50", "49"),
    ],
)
def test_settings_are_read_and_refused_in_words(name: str, good: str, bad: str) -> None:
    assert str(settings.read(name, good)) == good
    with pytest.raises(ValueError, match="must be"):
        settings.read(name, bad)


codes = st.text("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567-한글", min_size=1, max_size=40)
ENDS = {Suffix.ANY: b"\r\n", Suffix.CR: b"\r", Suffix.LF: b"\n", Suffix.CRLF: b"\r\n"}


@given(st.lists(codes, max_size=6), st.sampled_from(sorted(ENDS)), st.lists(st.integers(1, 9)))
def test_codes_are_whole_whatever_the_pieces(
    texts: list[str], suffix: Suffix, cuts: list[int]
) -> None:
    sent = b"".join(text.encode() + ENDS[suffix] for text in texts)
    reader, found = SerialText(suffix), []
    for cut in [*cuts, len(sent)]:
        found += reader.feed(sent[:cut])
        sent = sent[cut:]
    assert found == texts
    assert not reader.is_waiting


@given(st.binary(max_size=5000), st.sampled_from(list(Suffix)))
def test_no_bytes_break_it_or_fill_it(data: bytes, suffix: Suffix) -> None:
    reader = SerialText(suffix)
    for start in range(0, len(data), 700):
        told = reader.feed(data[start : start + 700])
        assert all(0 < len(text) <= MAX_LENGTH + 1 for text in told)
        assert len(reader._kept) <= KEPT_BYTES
    assert len(reader.silence()) <= MAX_LENGTH + 1
    assert not reader.is_waiting


def test_an_endless_code_is_unreadable_and_never_cut_into_one_that_is_not() -> None:
    reader = SerialText()
    reader.feed(b"A" * 100_000)
    assert not is_readable(reader.silence())


def test_silence_drops_half_a_code_where_a_suffix_is_known() -> None:
    reader = SerialText(Suffix.CR)
    reader.feed(b"HALF")
    assert reader.silence() == ""
    assert reader.feed(b"WHOLE\r") == ["WHOLE"]


def test_a_code_of_several_lines_is_one_where_silence_alone_ends_it() -> None:
    reader = SerialText(Suffix.NONE)
    assert reader.feed(b"BEGIN:VCARD\r\nFN:X\r\n") == []
    assert reader.silence() == "BEGIN:VCARD\r\nFN:X"


@pytest.mark.parametrize(
    ("text", "garbled"),
    [("TICKET", False), ("]Q1한글 é", False), ("A\x1dB", False), ("\ufffd\ufffdA", True),
     ("\x00\x01\x02", True), ("", False)],
)  # fmt: skip
def test_noise_is_told_from_codes(text: str, garbled: bool) -> None:
    assert is_garbled(text) is garbled


class TestEchoes:
    def test_a_code_from_two_devices_counts_once_for_three_seconds(self) -> None:
        now = [0.0]
        echoes = Echoes(lambda: now[0])
        assert not echoes.is_echo("wedge", "TICKET-1")
        assert echoes.is_echo("camera", "ticket-1\r")
        assert not echoes.is_echo("wedge", "TICKET-1"), "the trigger was pulled again"
        assert not echoes.is_echo("camera", "TICKET-2")
        now[0] = ECHO_S
        assert not echoes.is_echo("camera", "TICKET-1")

    def test_old_codes_are_forgotten(self) -> None:
        now = [0.0]
        echoes = Echoes(lambda: now[0])
        for number in range(1000):
            now[0] += 0.01
            echoes.is_echo("wedge", f"TICKET-{number}")
        assert len(echoes._heard) <= 301
