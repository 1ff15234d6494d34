"""make bench: how fast chainages are computed, compared with PostGIS and QGIS, on the river and a denser copy of it.

The rivals return less: the position along the line in degrees, without metres, offset or side. They visit every
vertex for every point, so they are given fewer points, and their time is scaled up. PostGIS runs here, in a temporary
server (Debian's packages postgresql and postgresql-postgis); where it is not installed it is skipped.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator

import numpy as np
from qgis.core import QgsGeometry, QgsPointXY

from tools.postgres import Postgres, postgres, programs
from yalu_plugin.core.corridor.chainage import locate
from yalu_plugin.core.corridor.line import Corridor
from yalu_plugin.layers.corridor.corridor_input import bundled_corridor

POINTS = 1_000_000
VISITS = {"QGIS": 5_000_000, "PostGIS": 200_000_000}  # pairs of vertex and point: some seconds each
SPREAD_DEG = 0.002  # standard deviation: sites are some 200 m from the line
FINER = 100
SEED = 20260209
LIMITS = {("PostGIS", 1): 5, ("QGIS", 1): 20, ("PostGIS", FINER): 100, ("QGIS", FINER): 100}
GROWTH = 4


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def densified(corridor: Corridor, times: int) -> Corridor:
    """Return the same river with `times` as many vertices, scattered some decimetres around the line."""
    steps = np.linspace(0, len(corridor.lonlat) - 1, times * (len(corridor.lonlat) - 1) + 1)
    lonlat = np.column_stack([np.interp(steps, np.arange(len(corridor.lonlat)), axis) for axis in corridor.lonlat.T])
    noise = np.random.default_rng(SEED).normal(0, 2e-6, lonlat.shape)
    return Corridor(lonlat + (noise if times > 1 else 0), corridor.name)


def sites_along(corridor: Corridor) -> np.ndarray:
    """Return POINTS points near the river, SYNTHETIC."""
    generator = np.random.default_rng(SEED)
    near = corridor.lonlat[generator.integers(0, len(corridor.lonlat), POINTS)]
    return near + generator.normal(0, SPREAD_DEG, (POINTS, 2))


def qgis_seconds(corridor: Corridor, lonlat: np.ndarray) -> float:
    """Return the time of QgsGeometry.lineLocatePoint, one point at a time, scaled to POINTS."""
    line = QgsGeometry.fromPolylineXY([QgsPointXY(*vertex) for vertex in corridor.lonlat])
    count = max(10, VISITS["QGIS"] // len(corridor.lonlat))
    points = [QgsGeometry.fromPointXY(QgsPointXY(*point)) for point in lonlat[:count]]
    return seconds(lambda: [line.lineLocatePoint(point) for point in points]) * POINTS / len(points)


def postgis_seconds(server: Postgres, corridor: Corridor, lonlat: np.ndarray) -> float:
    """Return the time of ST_LineLocatePoint over a table of points, in one process as ours, scaled to POINTS."""
    count = min(POINTS, max(100, VISITS["PostGIS"] // len(corridor.lonlat)))
    vertices = ",".join(f"{x!r} {y!r}" for x, y in corridor.lonlat.tolist())
    points = ",".join(f"({x!r},{y!r})" for x, y in lonlat[:count].tolist())
    server.sql(f"""
        SET client_min_messages = error;
        CREATE EXTENSION IF NOT EXISTS postgis;
        DROP TABLE IF EXISTS r, p;
        CREATE TABLE r AS SELECT 'LINESTRING({vertices})'::geometry AS g;
        CREATE TABLE p AS SELECT ST_MakePoint(x, y) AS g FROM (VALUES {points}) AS v (x, y);
        VACUUM ANALYZE p;""")
    query = "SET max_parallel_workers_per_gather = 0; SELECT sum(ST_LineLocatePoint(r.g, p.g)) FROM r, p"
    server.sql(query)
    return seconds(lambda: server.sql(query)) * POINTS / count


def rows(river: Corridor, server: Postgres | None) -> Iterator[str]:
    """Yield the rows of the table."""
    sites, own = sites_along(river), {}
    for times in (1, FINER):
        line = densified(river, times)
        own[times] = seconds(lambda line=line: locate(line, sites))
        yield f"  {len(line.lonlat):>9,} vertices{'locate(): station, offset, side':>34}{own[times]:11.2f}"
        rivals = {"QGIS": qgis_seconds(line, sites)}
        if server is not None:
            rivals["PostGIS"] = postgis_seconds(server, line, sites)
        for name, duration in rivals.items():
            ratio, limit = duration / own[times], LIMITS[name, times]
            result = "met" if ratio >= limit else "MISSED"
            yield (f"{'':20}{name + ', lineLocatePoint':>34}{duration:11.2f}   "
                   f"({ratio:.0f} x; at least {limit}: {result})")
    growth = own[FINER] / own[1]
    result = "met" if growth < GROWTH else "MISSED"
    yield f"  per site, {FINER} times the vertices: {growth:.1f} times as long (less than {GROWTH}: {result})"


def compare() -> str:
    """Return the table."""
    river = bundled_corridor()
    locate(river, river.lonlat[:10])  # loads what is loaded once
    title = f"Chainage of {POINTS:,} sites, seconds (times ours)"
    if programs() is None:
        return "\n".join([title, *rows(river, None), "  PostGIS is not installed: skipped"])
    with postgres() as server:
        return "\n".join([title, *rows(river, server)])
