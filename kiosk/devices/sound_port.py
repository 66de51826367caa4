"""The Qt side of the loudspeaker: which output there is, and effects loaded for it.

Importing this module imports QtMultimedia, which raises ImportError on a Linux without libpulse;
`sound` therefore loads it late.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtMultimedia import QMediaDevices, QSoundEffect, QtAudio

from kiosk.devices.sound_recipes import RECIPES
from kiosk.paths import resource

_Scale = QtAudio.VolumeScale


def _has_output() -> bool:
    return bool(QMediaDevices.audioOutputs())


class SoundPort(QObject):
    """Hold every sound ready for the default output; playing costs the caller no waiting.

    Making it asks the sound server, which must be known to answer. ``plugged`` says that outputs
    came or went. Raises FileNotFoundError where a sound is missing.
    """

    plugged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._effects: dict[str, QSoundEffect] = {}
        self._volume = 1.0
        self._files = {name: resource("sounds", f"{name}.wav") for name in RECIPES}
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._replug)
        self._load()

    def has_output(self) -> bool:
        """Tell whether a sound would be heard now."""
        return _has_output()

    def play(self, name: str) -> None:
        """Begin one sound, from its start where it is being played already."""
        if name in self._effects:
            self._effects[name].play()

    def set_volume(self, share: float) -> None:
        """Set how loud sounds are, 0 to 1 as the ear measures it."""
        self._volume = QtAudio.convertVolume(
            share, _Scale.LogarithmicVolumeScale, _Scale.LinearVolumeScale
        )
        for effect in self._effects.values():
            effect.setVolume(self._volume)

    def _load(self) -> None:
        # Loaded without an output an effect stays broken, and Qt complains at each.
        if self._effects or not _has_output():
            return
        for name, file in self._files.items():
            effect = QSoundEffect(self)
            effect.setVolume(self._volume)
            effect.setSource(QUrl.fromLocalFile(str(file)))
            self._effects[name] = effect

    def _replug(self) -> None:
        for effect in self._effects.values():
            effect.setAudioDevice(QMediaDevices.defaultAudioOutput())
        self._load()
        self.plugged.emit()
