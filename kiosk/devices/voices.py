"""The voices of this machine's speech engines, by language.

Importing this module imports QtTextToSpeech, which raises ImportError on a Linux without libpulse.
Making an engine can take seconds, and for ever where its server hangs: only processes that may be
ended do so.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QLocale, QObject
from PySide6.QtTextToSpeech import QTextToSpeech, QVoice

LOCALES = {
    "ko": QLocale(QLocale.Language.Korean, QLocale.Country.SouthKorea),
    "en": QLocale(QLocale.Language.English, QLocale.Country.UnitedStates),
}
"""The kiosk's languages; another country's voice is better than none."""

_SOUNDLESS = frozenset({"mock"})  # Qt's own engine for tests is in every wheel

# espeak-ng lists an accent first that few expect of a machine in Korea.
_PREFERRED_VOICES = ("English (America)", "English (Great Britain)")


def engine_names() -> list[str]:
    """Return the engines that make a sound."""
    return [name for name in QTextToSpeech.availableEngines() if name not in _SOUNDLESS]


class Voices:
    """For each language the first engine that speaks it, set to a voice of it."""

    def __init__(self, names: Sequence[str], parent: QObject | None = None) -> None:
        self.engines: list[QTextToSpeech] = [QTextToSpeech(name, parent) for name in names]
        self._speaks = {
            language: engine
            for language in LOCALES
            for engine in reversed(self.engines)
            if _locales(engine, language)
        }

    @property
    def languages(self) -> list[str]:
        """The languages that can be spoken."""
        return list(self._speaks)

    def engine(self, language: str) -> QTextToSpeech | None:
        """Return an engine ready to speak a language; None where there is none."""
        engine = self._speaks.get(language)
        if engine is None:
            return None
        locales = _locales(engine, language)
        wanted = LOCALES[language]
        engine.setLocale(wanted if wanted in locales else locales[0])
        voice = _preferred(engine.availableVoices())
        if voice is not None:
            engine.setVoice(voice)
        return engine


def _locales(engine: QTextToSpeech, language: str) -> list[QLocale]:
    wanted = LOCALES[language].language()
    return [one for one in engine.availableLocales() if one.language() == wanted]


def _preferred(voices: Sequence[QVoice]) -> QVoice | None:
    named = {voice.name(): voice for voice in reversed(voices)}
    return next((named[name] for name in _PREFERRED_VOICES if name in named), None)
