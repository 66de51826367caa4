"""The process that speaks: lines of JSON in, speech out, and lines of JSON on how it goes.

In come ``{"say": TEXT, "number": N, "language": "ko"|"en", "volume": 0…1, "rate": -1…1}`` and
``{"stop": true}``. Out go ``{"is": "ready", "languages": […]}`` once, and for the latest text
``{"is": "speaking"|"silent"|"lacking"|"failed", "number": N}``. The end of input ends it.
"""

from __future__ import annotations

import json
import logging
import signal
import sys
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication, QObject, QTimer

from kiosk.lanes import Lanes

if TYPE_CHECKING:
    from PySide6.QtTextToSpeech import QTextToSpeech

    from kiosk.devices.voices import Voices

log = logging.getLogger(__name__)

Tell = Callable[[dict[str, object]], None]

SETTLE_MS = 50
"""An engine is silent after so long: one that was interrupted falls silent for a moment."""


class Speaker(QObject):
    """Speak one text at a time; a new one interrupts the one before."""

    def __init__(self, voices: Voices, tell: Tell, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._voices, self._tell = voices, tell
        self._engine: QTextToSpeech | None = None
        self._number, self._has_begun = 0, False
        self._settled = QTimer(self, interval=SETTLE_MS, singleShot=True)
        self._settled.timeout.connect(self._fall_silent)
        for engine in voices.engines:
            engine.stateChanged.connect(self._follow)
            engine.errorOccurred.connect(self._fail)

    def obey(self, order: dict[str, Any]) -> None:
        """Say a text or stop, as one line of input wants it."""
        self._settled.stop()
        self._has_begun = False
        if self._engine is not None:
            self._engine.stop()
        self._number = order.get("number", 0)
        if "say" not in order:
            return
        self._engine = self._voices.engine(order["language"])
        if self._engine is None:
            self._say_how("lacking")
            return
        self._engine.setVolume(order["volume"])
        self._engine.setRate(order["rate"])
        self._engine.say(order["say"])

    def _follow(self, state: QTextToSpeech.State) -> None:
        # The state of a text that was interrupted can come after the next was begun: its silence
        # does not count.
        if state.name == "Speaking":
            self._settled.stop()
            if not self._has_begun:
                self._has_begun = True
                self._say_how("speaking")
        elif state.name == "Ready" and self._has_begun:
            self._settled.start()

    def _fall_silent(self) -> None:
        self._has_begun = False
        self._say_how("silent")

    def _fail(self, _reason: object, words: str) -> None:
        self._tell({"is": "failed", "number": self._number, "words": words})

    def _say_how(self, how: str) -> None:
        if self._number:
            self._tell({"is": how, "number": self._number})


def _tell_on_output(told: dict[str, object]) -> None:
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def _voices(engines: Sequence[str] | None) -> Voices | None:
    try:
        from kiosk.devices.voices import Voices, engine_names  # noqa: PLC0415 - may lack libpulse
    except ImportError as error:
        log.warning("no speech on this machine: %s", error)
        return None
    return Voices(engine_names() if engines is None else engines)


def serve(engine: str | None = None) -> None:
    """Speak what standard input says until it ends; with one engine, or with all there are."""
    # Ctrl-C in a terminal is for the windows; they end this process by closing its input.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    application = QCoreApplication.instance() or QCoreApplication([])
    voices = _voices(None if engine is None else [engine])
    _tell_on_output({"is": "ready", "languages": voices.languages if voices else []})
    if voices is None or not voices.languages:
        return
    speaker, lanes = Speaker(voices, _tell_on_output), Lanes()

    def hear(line: str) -> None:
        if not line:
            application.quit()
            return
        speaker.obey(json.loads(line))
        listen()

    def listen() -> None:
        lanes.run("words", sys.stdin.readline, done=hear)

    listen()
    application.exec()
    lanes.close()
