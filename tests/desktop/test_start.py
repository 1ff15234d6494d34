"""QGIS itself: the window is open and something is on the screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtGui import QImage
from qgis.PyQt.QtTest import QTest


def colours(image: QImage) -> set[int]:
    """Return the colours on a coarse grid of pixels."""
    return {image.pixel(x, y) for x in range(0, image.width(), 7) for y in range(0, image.height(), 7)}


def test_window_is_up(iface: QgisInterface, picture: Callable[[str], Path]) -> None:
    QTest.qWaitForWindowExposed(iface.mainWindow(), 10_000)
    assert iface.mainWindow().isVisible()
    image = QImage(str(picture("00-start")))
    assert (image.width(), image.height()) == (1600, 900)
    assert len(colours(image)) > 20
