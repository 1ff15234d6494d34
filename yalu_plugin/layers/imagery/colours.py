"""Which bands of an image are its red, green and blue, told by their names and wavelengths."""

from __future__ import annotations

import re
from typing import NamedTuple

from qgis.core import QgsRasterLayer

_WAVELENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(nanomet|nm|micromet|um|µm|μm)", re.IGNORECASE)
_MIDDLE = {"red": 660, "green": 555, "blue": 485}  # nanometres, as of Landsat and Sentinel-2
_WIDTH = 45
_WORD = re.compile(r"(?<![a-z])(red|green|blue)(?![a-z])(?!\W*edge)", re.IGNORECASE)


class Colours(NamedTuple):
    """Numbers of bands, from 1."""

    red: int
    green: int
    blue: int


def colours(layer: QgsRasterLayer) -> Colours | None:
    """The bands whose names say so, or the wavelengths in them, as from an ENVI header; None where they do not."""
    found: dict[str, tuple[float, int]] = {}
    for number in range(1, layer.bandCount() + 1):
        for colour, distance in _told(layer.bandName(number)).items():
            found[colour] = min(found.get(colour, (float("inf"), 0)), (distance, number))
    if len(found) < len(_MIDDLE) or len({number for _, number in found.values()}) < len(_MIDDLE):
        return None
    return Colours(*(found[colour][1] for colour in _MIDDLE))


def _told(name: str) -> dict[str, float]:
    """Colours a band may be, by how far it is from the middle of each."""
    match = _WAVELENGTH.search(name)
    if match is not None:
        length = float(match[1]) * (1 if match[2].lower().startswith("n") else 1_000)
        return {colour: abs(length - middle) for colour, middle in _MIDDLE.items() if abs(length - middle) <= _WIDTH}
    words = {word.lower() for word in _WORD.findall(name)}
    return {words.pop(): 0.0} if len(words) == 1 else {}
