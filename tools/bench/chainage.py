"""How fast points find their chainage: ours beside shapely's and QGIS' own, on the bundled river, in one run."""

from __future__ import annotations

import time
from collections.abc import Callable

from qgis.core import QgsGeometry, QgsPointXY

from yalu_plugin.layers.corridor import bundled_corridor

POINTS = 100_000
QGIS_POINTS = 500  # QGIS takes one point at a time; its figure is scaled up
SEED = 20260209


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def compare() -> str:
    """The table. Ours gives station, offset and side in geodesic metres; the others only degrees along the line."""
    corridor = bundled_corridor()
    import numpy as np
    import shapely

    from yalu_plugin.core.corridor.chainage import locate

    rng = np.random.default_rng(SEED)
    lonlat = corridor.lonlat[rng.integers(0, len(corridor.lonlat), POINTS)] + rng.normal(0, 0.01, (POINTS, 2))
    line, points = shapely.linestrings(corridor.lonlat), shapely.points(lonlat)
    qgis_line = QgsGeometry.fromPolylineXY([QgsPointXY(*vertex) for vertex in corridor.lonlat])
    qgis_points = [QgsGeometry.fromPointXY(QgsPointXY(*point)) for point in lonlat[:QGIS_POINTS]]
    locate(corridor, lonlat[:10])  # PROJ opens its files once
    ours = seconds(lambda: locate(corridor, lonlat))
    others = {
        "shapely.line_locate_point, whole line": seconds(lambda: shapely.line_locate_point(line, points)),
        f"QgsGeometry.lineLocatePoint, {QGIS_POINTS} scaled up":
            seconds(lambda: [qgis_line.lineLocatePoint(point) for point in qgis_points]) * POINTS / QGIS_POINTS}
    rows = [f"Chainage of {POINTS:,} points on {len(corridor.lonlat):,} vertices, seconds (times ours)",
            f"  {'locate(): station, offset, side':48}{ours:9.2f}"]
    return "\n".join(rows + [f"  {name:48}{took:9.2f}   ({took / ours:.0f} x)" for name, took in others.items()])
