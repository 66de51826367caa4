"""The one way from a plane of grey to the texts of its QR codes, and the mute for codes just read.

Camera frames and pictures both end here. No Qt, no Pillow and no numpy: the plane is read where it
lies.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import zxingcpp
from zxingcpp import Binarizer, ContentType, ImageFormat, ImageView

Buffer = bytes | bytearray | memoryview

REPEAT_MUTE_S = 3.0
"""Seconds a code stays silent after it was last seen: a ticket held out is one scan."""

ALONE_S = 0.5
"""Seconds a code must be without its rival before it counts, after both were in one frame.

Of two codes on one sheet a camera often loses one for a frame or two; the other is no choice then.
"""

_FORMATS = zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
_TEXTS = (ContentType.Text, ContentType.GS1, ContentType.ISO15434)


@dataclass(frozen=True, slots=True)
class Plane:
    """Eight-bit luma of ``width`` × ``height`` pixels somewhere in a buffer.

    ``bytes_per_line`` leads from row to row and ``bytes_per_pixel`` from pixel to pixel, so packed
    camera formats need no copy. Raises ValueError where the buffer ends before the last line does:
    zxing-cpp wants whole lines, padding included.
    """

    data: Buffer
    width: int
    height: int
    bytes_per_line: int
    bytes_per_pixel: int = 1

    def __post_init__(self) -> None:
        row = self.width * self.bytes_per_pixel
        held = memoryview(self.data).nbytes
        if min(self.width, self.height, self.bytes_per_pixel) < 1 or self.bytes_per_line < row:
            raise ValueError("a plane needs a width, a height and lines at least that wide")
        if self.height * self.bytes_per_line > held:
            raise ValueError(f"a plane of {self.width} × {self.height} does not fit {held} bytes")


@dataclass(frozen=True, slots=True)
class Sighting:
    """What one look at a plane found: distinct texts, and whether there was a code without one."""

    texts: list[str]
    has_unread: bool = False


def look(plane: Plane, binarizer: Binarizer = Binarizer.LocalAverage) -> Sighting:
    """Return the distinct texts of the QR codes on a plane, in one attempt; a bad code is no text.

    QR codes are found at any angle without ``try_rotate``. Inverted and very large codes are found
    because those two options stay on. Contents that declare themselves bytes are left out; text is
    what zxing-cpp makes of the encoding the code names, or else of the one it recognises.
    """
    # ImageView keeps no reference to its buffer: plane.data must outlive the call, and does.
    view = ImageView(
        plane.data,
        plane.width,
        plane.height,
        ImageFormat.Lum,
        plane.bytes_per_line,
        plane.bytes_per_pixel,
    )
    # Codes with errors are told of for nothing; their texts are wrong ones and go no further.
    found = zxingcpp.read_barcodes(
        view, formats=_FORMATS, try_rotate=False, binarizer=binarizer, return_errors=True
    )
    texts = [code.text for code in found if code.valid and code.content_type in _TEXTS]
    has_unread = any(not code.valid for code in found)
    return Sighting(list(dict.fromkeys(text for text in texts if text)), has_unread)


def decode(plane: Plane, binarizer: Binarizer = Binarizer.LocalAverage) -> list[str]:
    """Return only the texts of a look."""
    return look(plane, binarizer).texts


@dataclass(frozen=True, slots=True)
class Taken:
    """What one frame comes to: a new text, or several at once, or neither."""

    text: str | None = None
    several: bool = False


_NOTHING = Taken()


class Repeats:
    """Turn what successive frames show into scans: each code once, two codes at once not at all.

    ``clock`` returns seconds that never run backwards.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._seen: dict[str, float] = {}
        self._rivals: dict[str, float] = {}
        self._several_at: float | None = None

    def take(self, texts: Sequence[str]) -> Taken:
        """Return what to announce for one frame's distinct texts."""
        now = self._clock()
        self._forget(now)
        muted = [text for text in texts if text in self._seen]
        self._seen.update(dict.fromkeys(muted, now))
        if len(texts) > 1:
            return self._refuse(texts, now)
        if not texts or muted or texts[0] in self._rivals:
            return _NOTHING
        self._seen[texts[0]] = now
        return Taken(text=texts[0])

    def _refuse(self, texts: Sequence[str], now: float) -> Taken:
        is_news = self._several_at is None or now - self._several_at >= REPEAT_MUTE_S
        self._several_at = now
        self._rivals.update(dict.fromkeys(texts, now))
        return Taken(several=is_news)

    def _forget(self, now: float) -> None:
        self._seen = {t: at for t, at in self._seen.items() if now - at < REPEAT_MUTE_S}
        self._rivals = {t: at for t, at in self._rivals.items() if now - at < ALONE_S}
