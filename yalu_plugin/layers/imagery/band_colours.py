"""Which bands of an image are red, green and blue, from their names and wavelengths."""

from __future__ import annotations

import re
from typing import NamedTuple

from qgis.core import QgsRasterLayer

_WAVELENGTH = re.compile(r"(\d+(?:\.\d+)?)\s*(nanomet|nm|micromet|um|µm|μm)", re.IGNORECASE)
_MIDDLE = {"red": 660, "green": 555, "blue": 485}  # nanometres, as for Landsat and Sentinel-2
_WIDTH = 45
_WORD = re.compile(r"(?<![a-z])(red|green|blue)(?![a-z])(?!\W*edge)", re.IGNORECASE)


class ColourBands(NamedTuple):
    """Band numbers, from 1."""

    red: int
    green: int
    blue: int


def colour_bands(layer: QgsRasterLayer) -> ColourBands | None:
    """Return the bands with these colours or wavelengths in their names, as from an ENVI header.

    None unless there is a band of its own for each colour.
    """
    found: dict[str, tuple[float, int]] = {}
    for number in range(1, layer.bandCount() + 1):
        for colour, distance in _colour_distances(layer.bandName(number)).items():
            found[colour] = min(found.get(colour, (float("inf"), 0)), (distance, number))
    if len(found) < len(_MIDDLE) or len({number for _, number in found.values()}) < len(_MIDDLE):
        return None
    return ColourBands(*(found[colour][1] for colour in _MIDDLE))


def _colour_distances(name: str) -> dict[str, float]:
    """Return the colours a band may have, with its distance from the middle of each in nanometres."""
    match = _WAVELENGTH.search(name)
    if match is not None:
        length = float(match[1]) * (1 if match[2].lower().startswith("n") else 1_000)
        return {colour: abs(length - middle) for colour, middle in _MIDDLE.items() if abs(length - middle) <= _WIDTH}
    words = {word.lower() for word in _WORD.findall(name)}
    return {words.pop(): 0.0} if len(words) == 1 else {}
