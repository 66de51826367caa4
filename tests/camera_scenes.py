"""Pictures of QR codes, and frames that a camera would deliver of them."""

from __future__ import annotations

import qrcode
from PIL import Image, ImageDraw
from PySide6.QtGui import QImage
from PySide6.QtMultimedia import QVideoFrame

SIZE = (640, 360)


def scene(*texts: str) -> Image.Image:
    """Return a grey picture with one code a text, side by side."""
    image = Image.new("L", SIZE, 200)
    for place, text in enumerate(texts):
        code = qrcode.QRCode(box_size=5, border=4)
        code.add_data(text)
        image.paste(code.make_image().get_image().convert("L"), (30 + 300 * place, 60))
    return image


def grey_frame(image: Image.Image) -> QVideoFrame:
    """Return a new frame; a sink that is given one frame twice tells of it once."""
    width, height = image.size
    grey = QImage(image.tobytes(), width, height, width, QImage.Format.Format_Grayscale8)
    return QVideoFrame(grey.copy())


def spoilt(text: str) -> Image.Image:
    """Return a picture with one code that is found and cannot be read: a thumb is on it."""
    image = scene(text)
    ImageDraw.Draw(image).ellipse((85, 115, 145, 175), fill=90)
    return image
