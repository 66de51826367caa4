"""The Qt side of one camera: which is plugged in, opening it, and what it delivers or complains of.

Importing this module imports QtMultimedia, which raises ImportError on a Linux without libpulse;
`camera` therefore loads it when the camera is first started.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, QSize, Signal
from PySide6.QtMultimedia import (
    QCamera,
    QCameraDevice,
    QCameraFormat,
    QMediaCaptureSession,
    QMediaDevices,
    QVideoSink,
)

WANTED = QSize(1280, 720)
"""Pixels asked for: enough for a ticket at arm's length, and 6 ms to decode."""

FRAMES_PER_S_MIN = 15.0


class CameraPort(QObject):
    """Open and close the machine's default camera; its frames come out of ``sink``.

    ``failed`` carries the driver's own words, for the log.
    """

    failed = Signal(str)
    plugged = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.sink = QVideoSink(self)
        self._session = QMediaCaptureSession(self)
        self._session.setVideoSink(self.sink)
        self._devices = QMediaDevices(self)
        self._devices.videoInputsChanged.connect(self.plugged)
        self._camera: QCamera | None = None

    def is_present(self) -> bool:
        """Tell whether any camera is plugged in."""
        return bool(QMediaDevices.videoInputs())

    def is_ours_gone(self) -> bool:
        """Tell whether the camera that was opened is no longer among those plugged in."""
        if self._camera is None:
            return False
        ours = self._camera.cameraDevice().id()
        return all(device.id() != ours for device in QMediaDevices.videoInputs())

    def open(self) -> None:
        """Open the default camera afresh."""
        self.close()
        device = QMediaDevices.defaultVideoInput()
        camera = QCamera(device, self)
        chosen = _nearest_format(device)
        if chosen is not None:
            camera.setCameraFormat(chosen)
        camera.errorOccurred.connect(self._tell)
        self._session.setCamera(camera)
        self._camera = camera
        camera.start()

    def close(self) -> None:
        """Let go of the camera, so that it can be opened again or by another program."""
        camera, self._camera = self._camera, None
        if camera is None:
            return
        camera.errorOccurred.disconnect(self._tell)
        camera.stop()
        self._session.setCamera(None)  # type: ignore[arg-type] # Qt takes a null pointer here
        camera.deleteLater()

    def _tell(self, error: QCamera.Error, words: str) -> None:
        if error is not QCamera.Error.NoError:
            self.failed.emit(words)


def _nearest_format(device: QCameraDevice) -> QCameraFormat | None:
    """Return the format nearest the wanted size, a fluent one where there is any."""
    formats = device.videoFormats()
    fluent = [each for each in formats if each.maxFrameRate() >= FRAMES_PER_S_MIN]

    def distance(candidate: QCameraFormat) -> int:
        size = candidate.resolution()
        return abs(size.width() - WANTED.width()) + abs(size.height() - WANTED.height())

    return min(fluent or formats, key=distance, default=None)
