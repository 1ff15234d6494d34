"""Ten million points along the river, in GeoParquet partitions, on a cluster of two workers. A table, not a test.

    build/venv/bin/python -m tools.bench.dask_corridor [POINTS]

The points are SYNTHETIC. Each worker's memory is limited; its peak is printed. The rival is the same function in one
process, one partition after the other.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from resource import RUSAGE_SELF, getrusage

import dask_geopandas
import geopandas as gpd
import numpy as np
import pandas as pd
from distributed import Client, LocalCluster

from yalu_plugin.core.corridor.line import Corridor, read_bundled
from yalu_plugin.core.corridor.point_chainages import COLUMNS, chainages
from yalu_plugin.paths import resource

POINTS = 10_000_000
PART = 250_000
WORKERS, MEMORY = 2, "1GiB"
SPREAD_DEG = 0.01


def seconds(work: Callable[[], object]) -> float:
    """Return how long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def write_points(folder: Path, river: Corridor, count: int) -> None:
    """Write `count` points near the river, as GeoParquet files of PART points each."""
    generator = np.random.default_rng(1)
    for number, first in enumerate(range(0, count, PART)):
        size = min(PART, count - first)
        near = river.lonlat[generator.integers(0, len(river.lonlat), size)] + generator.normal(0, SPREAD_DEG, (size, 2))
        points = gpd.GeoDataFrame({"id": np.arange(first, first + size)}, geometry=gpd.points_from_xy(*near.T),
                                  crs="EPSG:4326")
        points.to_parquet(folder / f"{number:04}.parquet")


def measure_on_cluster(points: Path, output: Path, river: Corridor) -> list[float]:
    """Measure all partitions on the cluster and write the results; returns each worker's peak memory in MB."""
    with LocalCluster(n_workers=WORKERS, threads_per_worker=1, memory_limit=MEMORY, dashboard_address=None,
                      local_directory=output.parent) as cluster, Client(cluster) as client:
        sites = dask_geopandas.read_parquet(points)
        sites.map_partitions(measure, river, meta={"id": "int64", **COLUMNS}).to_parquet(output)
        return [kilobytes / 1000 for kilobytes in client.run(peak_memory).values()]


def measure(points: gpd.GeoDataFrame, river: Corridor) -> pd.DataFrame:
    """Return the ids of some points with their positions along the river."""
    return points[["id"]].join(chainages(points, river))


def peak_memory() -> int:
    """Return the peak memory of this process, in kilobytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss


def measure_one_by_one(points: Path, output: Path, river: Corridor) -> None:
    """Measure all partitions in this process and write the results."""
    output.mkdir()
    for path in sorted(points.iterdir()):
        measure(gpd.read_parquet(path), river).to_parquet(output / path.name)


def bench(count: int) -> None:
    """Print the table."""
    river = read_bundled(resource("data", "yalu_river.geojson"))
    with tempfile.TemporaryDirectory() as name:
        points = Path(name, "points")
        points.mkdir()
        write_points(points, river, count)
        size = sum(path.stat().st_size for path in points.iterdir()) / 1e6
        peaks: list[float] = []
        cluster = seconds(lambda: peaks.extend(measure_on_cluster(points, Path(name, "cluster"), river)))
        alone = seconds(lambda: measure_one_by_one(points, Path(name, "alone"), river))
        complete = sum(len(pd.read_parquet(path)) for path in Path(name, "cluster").glob("*.parquet")) == count
    parts = -(-count // PART)
    print(f"{count:,} points in {parts} GeoParquet partitions ({size:.0f} MB) on {len(river.lonlat):,} vertices")
    print(f"  {WORKERS} workers of {MEMORY} each, start of the cluster included {cluster:9.1f} s")
    print(f"  one process, one partition after the other          {alone:9.1f} s   ({alone / cluster:.2f} x)")
    print(f"  peak memory of a worker: {max(peaks):.0f} MB; no point is missing: {complete}")


if __name__ == "__main__":
    bench(int(sys.argv[1]) if len(sys.argv) > 1 else POINTS)
