"""Icons have one size, and enough contrast on QGIS' light and dark themes."""

from __future__ import annotations

import re
from pathlib import Path
from statistics import median
from typing import Any

import pytest

ICONS = sorted((Path(__file__).resolve().parents[2] / "resources/icons").glob("*.svg"))
WINDOWS = "#323232", "#f0f0f0"
SIZE, OPAQUE, LEAST = 24, 200, 2.5  # pixels; alpha of 255; contrast as WCAG defines it


def luminance(pixel: Any) -> float:
    red, green, blue = (value / 12.92 if value <= 0.03928 else ((value + 0.055) / 1.055) ** 2.4
                        for value in (pixel.redF(), pixel.greenF(), pixel.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: float, other: float) -> float:
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


@pytest.mark.parametrize("path", ICONS, ids=lambda path: path.stem)
def test_an_icon_has_contrast_on_light_and_dark(qgis_app: Any, path: Path) -> None:
    from qgis.PyQt.QtGui import QColor, QIcon

    image = QIcon(str(path)).pixmap(SIZE, SIZE).toImage()
    pixels = [QColor.fromRgba(image.pixel(x, y)) for x in range(SIZE) for y in range(SIZE)]
    drawn = [luminance(pixel) for pixel in pixels if pixel.alpha() > OPAQUE]
    assert len(drawn) > SIZE
    for window in WINDOWS:
        assert median(contrast(one, luminance(QColor(window))) for one in drawn) >= LEAST


def test_icons_have_one_size() -> None:
    sizes = {found for path in ICONS for found in re.findall(r'viewBox="([^"]*)"', path.read_text(encoding="utf-8"))}
    assert sizes == {"0 0 24 24"}
