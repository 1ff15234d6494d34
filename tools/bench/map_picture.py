"""make bench: reading sites off pictures of maps with 43 SYNTHETIC sites. A table, not a test.

    QT_QPA_PLATFORM=offscreen build/venv/bin/python -m tools.bench.map_picture [SEEDS [FOLDER]]

Three sets: plain dots on a background like imagery, with labels and a box, and the plugin's own overview with plain and
with numbered symbols. A seed moves the sites, draws another background, and selects size, angle, scale and crop. Each
picture is measured as drawn, rotated, scaled, saved as JPEG of quality 60, cropped, and with all of these at once; one
dot of each kind is clicked as a sample.

`visible` counts the dots of which at least half is visible, `found` those of them that are found, `false` what is found
and is no dot; `covered` the others, and `told` those of them that are found or lie in a group told as touching dots.
`error` is the median distance in radii of a dot, `ground` in metres after tying by five clicks that are a pixel off.
With FOLDER, the pictures are saved there, with a ring around each dot found. The exit code is 1 if a set misses.
"""

from __future__ import annotations

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from qgis.core import (
    QgsApplication,
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransformContext,
    QgsPointXY,
)
from qgis.PyQt.QtCore import QPointF
from qgis.PyQt.QtGui import QColor, QImage, QPainter, QPen

from tools.bench.dot_scores import Score, distance, found_dots, score, total
from tools.bench.synthetic_overview import overview_picture
from tools.synthetic_map_picture import UNWORN, Picture, Wear, draw_picture, read_sites, worn
from yalu_plugin.core.map_picture.dot import Dot
from yalu_plugin.core.map_picture.tie_points import AFFINE, TiePoint
from yalu_plugin.layers.map_picture.picture_fit import PictureFit
from yalu_plugin.layers.survey.survey_sites import wgs84_measure

SITES = Path(__file__).resolve().parents[2] / "tests/data/maps/forty_three_sites_SYNTHETIC.csv"
SETS = "imagery", "overview, plain", "overview, numbered"
SEEDS, LEAST, MAX_ERROR = 5, 0.98, 1.0
MOVED = 0.01, 0.004  # degrees of longitude and latitude by which a seed moves a site at most
Measured = tuple[Score, float, float]  # and metres on the ground, seconds


def drawn(name: str, seed: int, folder: Path) -> Picture:
    """Return the picture of a set and a seed as it was drawn."""
    number = random.Random(f"sites {seed}")
    sites = [(kind, *(value + number.uniform(-most, most) for value, most in zip(place, MOVED)))
             for kind, *place in read_sites(SITES)]
    if name == SETS[0]:
        return draw_picture(sites, number.randrange(1400, 2800), number.uniform(6, 18), seed)
    return overview_picture(sites, folder, number.choice((150, 200, 300)), name == SETS[2])


def wears(seed: int) -> dict[str, Wear]:
    """Return what is done to a picture of this seed, each by its name."""
    number = random.Random(f"wear {seed}")
    degrees, scale, crop = number.uniform(0, 360), number.uniform(0.6, 1.4), number.uniform(0.01, 0.08)
    return {"as drawn": UNWORN, "rotated": UNWORN._replace(degrees=degrees), "scaled": UNWORN._replace(scale=scale),
            "JPEG 60": UNWORN._replace(quality=60), "cropped": UNWORN._replace(crop=crop),
            "all four": Wear(degrees, scale, crop, 60)}


def measure(picture: Picture, path: Path | None) -> Measured:
    """Find the dots of one picture; with a path, save there what was found."""
    begin = time.perf_counter()
    found = found_dots(picture)
    seconds = time.perf_counter() - begin
    if path is not None:
        _save(picture, found, path)
    return score(picture, found), _ground_m(picture, found), seconds


def _ground_m(picture: Picture, found: Sequence[Dot]) -> float:
    """Return the median distance of the dots from their sites, after tying the picture by five dots."""
    noise = random.Random(1)
    tied = [picture.dots[at] for at in range(0, len(picture.dots), max(1, len(picture.dots) // 5))][:5]
    points = [TiePoint(dot.column + noise.uniform(-1, 1), dot.row + noise.uniform(-1, 1), *dot.lonlat) for dot in tied]
    fit = PictureFit(points, AFFINE, QgsCoordinateReferenceSystem("EPSG:32652"), QgsCoordinateTransformContext())
    measure, errors = wgs84_measure(), []
    for dot in found:
        nearest = min((one for one in picture.dots if one.kind == dot.kind), key=lambda one: distance(one, dot))
        if distance(nearest, dot) <= picture.radius:
            errors.append(measure.measureLine(QgsPointXY(*nearest.lonlat), fit.lonlat(dot.column, dot.row)))
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


def _row(name: str, measured: Sequence[Measured]) -> str:
    one = total([each[0] for each in measured])
    ground_m, seconds = (statistics.median(each[at] for each in measured) for at in (1, 2))
    is_met = min(one.recall, one.precision) >= LEAST and statistics.median(one.errors) < MAX_ERROR
    return (f"  {name:30}{one.visible:8}{one.found:7}{one.false:7}{one.covered:9}{one.reported:7}{one.recall:9.3f}"
            f"{one.precision:11.3f}{statistics.median(one.errors):8.3f}{ground_m:8.0f}{seconds:6.1f}"
            f"  {'met' if is_met else 'MISSED'}")


def _measured(name: str, seeds: int, folder: Path | None) -> Iterator[tuple[str, Measured]]:
    """Yield what was measured on each picture of a set, with the name of what was done to it."""
    with tempfile.TemporaryDirectory() as temporary:
        for seed in range(seeds):
            picture = drawn(name, seed, Path(temporary))
            for done, wear in wears(seed).items():
                path = folder / f"{name}_{seed}_{done}.png".replace(", ", "_").replace(" ", "_") if folder else None
                yield done, measure(worn(picture, wear), path)


def main(seeds: int, folder: Path | None) -> int:
    """Print the table; return 1 if recall, precision or error of a set are not what they have to be."""
    print(f"  {f'of {seeds} seeds':30}{'visible':>8}{'found':>7}{'false':>7}{'covered':>9}{'told':>7}{'recall':>9}"
          f"{'precision':>11}{'error':>8}{'ground':>8}{'s':>6}  at least {LEAST}, error below {MAX_ERROR:g}")
    missed = 0
    for name in SETS:
        all_measured: dict[str, list[Measured]] = {}
        for done, measured in _measured(name, seeds, folder):
            all_measured.setdefault(done, []).append(measured)
        rows = [_row(f"{name}, {done}", measured) for done, measured in all_measured.items()]
        rows.append(_row(f"{name}, all", [one for measured in all_measured.values() for one in measured]))
        print("\n".join(rows), flush=True)
        missed += any(row.endswith("MISSED") for row in rows)
    return int(missed > 0)


if __name__ == "__main__":
    application = QgsApplication([], True)
    application.initQgis()
    code = main(int(sys.argv[1]) if len(sys.argv) > 1 else SEEDS, Path(sys.argv[2]) if len(sys.argv) > 2 else None)
    application.exitQgis()
    sys.exit(code)
