"""make bench: reading sites off pictures of maps with 43 SYNTHETIC sites. A table, not a test.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.map_picture [FOLDER]

Plain dots on a background like imagery, with labels and a box, and the plugin's own overview with plain and with
numbered symbols (of these the black ones); each rotated, scaled, cropped and saved as JPEG of quality 60. A dot of each
kind is clicked as a sample. `visible` counts the dots of which at least half is visible, `found` those of them that are
found, `false` what is found and is no dot; `covered` the others, and `reported` those of them that are found or lie in
a group reported as touching dots. `error` is the median distance in radii, `ground` in metres after tying by five
clicks that are a pixel off. With FOLDER, the pictures are saved there, with a ring around each dot found.
"""

from __future__ import annotations

import math
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

import numpy as np
from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsPointXY,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from tools.bench.synthetic_overview import COLOURS, overview_picture
from tools.synthetic_map_picture import Drawn, Picture, draw_picture, lone_dots, read_sites, worn
from yalu_plugin.core.kinds import VEHICLE
from yalu_plugin.core.map_picture.dot_finding import Dot, find_dots
from yalu_plugin.core.map_picture.dot_sample import look_at
from yalu_plugin.core.map_picture.tie_points import AFFINE, TiePoint
from yalu_plugin.core.map_picture.touching_dots import touching
from yalu_plugin.layers.map_picture.picture_fit import PictureFit
from yalu_plugin.layers.survey.survey_sites import wgs84_measure

SITES = Path(__file__).resolve().parents[2] / "tests/data/maps/forty_three_sites_SYNTHETIC.csv"
HALF, LEAST, MAX_ERROR = 0.5, 0.98, 1.0
# width in pixels and radius of the dots as drawn, degrees, scale, share cut off each side
IMAGERY = ((1600, 8, 0, 1, 0), (1600, 9, 7, 0.8, 0.02), (2000, 12, -15, 0.6, 0.03), (1400, 6, 3, 0.9, 0),
           (3000, 20, 30, 0.7, 0), (2400, 9, 180, 1, 0.01), (1800, 7, 90, 0.75, 0))
OVERVIEW = ((200, 5, 0.8, 0.01), (300, -12, 0.6, 0.02), (150, 90, 1.2, 0))  # dpi, then as above


class Score(NamedTuple):
    """What was found on one picture, or on several."""

    visible: int
    found: int
    false: int
    all_found: int
    covered: int
    reported: int
    errors: tuple[float, ...]  # radii

    @property
    def recall(self) -> float:
        return self.found / self.visible

    @property
    def precision(self) -> float:
        return 1 - self.false / self.all_found


def found_dots(picture: Picture) -> list[Dot]:
    """Return the dots found after a click on one of each kind.

    The window shows the radius of a sample. A user sees there that a line crosses the dot, and clicks another one:
    here the median of three.
    """
    pixels, looks = picture.pixels(), []
    for kind, dots in lone_dots(picture, 3).items():
        tried = [look_at(pixels, *_click(pixels, dot, picture.radius), kind) for dot in dots]
        looks.append(sorted(tried, key=lambda look: look.radius)[len(tried) // 2])
    return find_dots(pixels, looks)


def _click(pixels: np.ndarray, dot: Drawn, radius: float) -> tuple[float, float]:
    """Return where a user clicks a dot: on its colour, beside its number if it has one."""
    places = [(dot.column + part * radius * math.cos(turn), dot.row + part * radius * math.sin(turn))
              for part, turn in ((0, 0), *((0.65, step * math.pi / 4) for step in range(8)))]
    return min(places, key=lambda place: np.abs(
        pixels[int(place[1]) - 1:int(place[1]) + 2, int(place[0]) - 1:int(place[0]) + 2] - np.array(COLOURS[dot.kind])
    ).max())


def score(picture: Picture, found: Sequence[Dot]) -> Score:
    """Match dots found with those drawn, the clearest first, each at most a radius away."""
    groups, left, missed, errors = touching(found), dict(enumerate(found)), list[Drawn](), list[float]()
    for drawn in sorted(picture.dots, key=lambda dot: -dot.visible):
        away, at = min(((_distance(drawn, dot), at) for at, dot in left.items() if dot.kind == drawn.kind),
                       default=(math.inf, -1))
        if away > picture.radius:
            missed.append(drawn)
            continue
        errors.append(away / picture.radius)
        del left[at]
    visible = [dot for dot in picture.dots if dot.visible >= HALF]
    lost = [dot for dot in missed if dot.visible < HALF]
    alone = [drawn for drawn in lost if not any(together > 1 and _distance(drawn, dot) < 2 * picture.radius
                                                for dot, together in zip(found, groups))]
    covered = len(picture.dots) - len(visible)
    return Score(len(visible), len(visible) - (len(missed) - len(lost)), len(left), len(found), covered,
                 covered - len(alone), tuple(errors))


def total(scores: Sequence[Score]) -> Score:
    """Return the score of all pictures together."""
    return Score(*(sum(values) for values in zip(*(one[:-1] for one in scores))),
                 tuple(error for one in scores for error in one.errors))


def imagery(sites: list[tuple[str, float, float]]) -> Iterator[Picture]:
    """Yield pictures of plain dots on a background like imagery."""
    for seed, (width, radius, *wear) in enumerate(IMAGERY):
        yield worn(draw_picture(sites, width, radius, seed), *wear, 60)


def _black(picture: Picture) -> Picture:
    """Return the picture with only its black dots to be found: a dark number cuts a yellow dot into patches."""
    return replace(picture, dots=tuple(dot for dot in picture.dots if dot.kind == VEHICLE))


def _distance(drawn: Drawn, dot: Dot) -> float:
    return math.hypot(drawn.column - dot.column, drawn.row - dot.row)


def _ground_m(picture: Picture, found: Sequence[Dot]) -> float:
    """Return the median distance of the dots from their sites, after tying the picture by five dots."""
    noise = random.Random(1)
    tied = [picture.dots[at] for at in range(0, len(picture.dots), max(1, len(picture.dots) // 5))][:5]
    points = [TiePoint(dot.column + noise.uniform(-1, 1), dot.row + noise.uniform(-1, 1), *dot.lonlat) for dot in tied]
    fit = PictureFit(points, AFFINE, QgsCoordinateReferenceSystem("EPSG:32652"), QgsCoordinateTransformContext())
    measure, errors = wgs84_measure(), []
    for dot in found:
        drawn = min((one for one in picture.dots if one.kind == dot.kind), key=lambda one: _distance(one, dot))
        if _distance(drawn, dot) <= picture.radius:
            errors.append(measure.measureLine(QgsPointXY(*drawn.lonlat), fit.lonlat(dot.column, dot.row)))
    return statistics.median(errors)


def _save(picture: Picture, found: Sequence[Dot], path: Path) -> None:
    image = picture.image.convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor("#ff00c8"), 1.5))
    for dot in found:
        painter.drawEllipse(QPointF(dot.column, dot.row), dot.radius + 2, dot.radius + 2)
    painter.end()
    image.save(str(path))


def _row(name: str, one: Score, rest: str = "") -> str:
    return (f"  {name:34}{one.visible:8}{one.found:7}{one.false:7}{one.covered:9}{one.reported:10}"
            f"{statistics.median(one.errors):8.3f}{rest}")


def main(folder: Path | None) -> None:
    """Print the table."""
    sites = read_sites(SITES)
    print(f"  {'picture':34}{'visible':>8}{'found':>7}{'false':>7}{'covered':>9}{'reported':>10}{'error':>8}"
          f"{'ground, m':>11}{'s':>7}")
    with tempfile.TemporaryDirectory() as temporary:
        sets = {"imagery": imagery(sites),
                "overview, plain": (worn(overview_picture(sites, Path(temporary), dpi, False), *wear, 60)
                                    for dpi, *wear in OVERVIEW),
                "overview, numbered": (_black(worn(overview_picture(sites, Path(temporary), dpi, True), *wear, 60))
                                       for dpi, *wear in OVERVIEW)}
        for name, pictures in sets.items():
            scores = []
            for number, picture in enumerate(pictures, 1):
                begin = time.perf_counter()
                found = found_dots(picture)
                seconds = time.perf_counter() - begin
                scores.append(score(picture, found))
                size = f"{picture.image.width()} x {picture.image.height()}"
                print(_row(f"{name}, {size}", scores[-1], f"{_ground_m(picture, found):11.0f}{seconds:7.1f}"),
                      flush=True)
                if folder is not None:
                    _save(picture, found, folder / f"{name.replace(', ', '_')}_{number}.png")
            whole = total(scores)
            is_met = min(whole.recall, whole.precision) >= LEAST and statistics.median(whole.errors) < MAX_ERROR
            print(_row(f"{name}, all", whole, f"   recall {whole.recall:.3f}, precision {whole.precision:.3f}, at "
                       f"least {LEAST}: {'met' if is_met else 'MISSED'}"), flush=True)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else None)
    application.exitQgis()
