"""Ten million points along the river, in GeoParquet partitions, on a cluster of two workers. A table, not a test.

    build/venv/bin/python -m tools.bench.dask_corridor [POINTS]

The points are SYNTHETIC. What a worker may have in memory is bounded; the most it had is printed. The rival is the
same function in one process, a partition after the other.
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
AWAY_DEG = 0.01


def seconds(work: Callable[[], object]) -> float:
    """How long `work` takes."""
    begin = time.perf_counter()
    work()
    return time.perf_counter() - begin


def write_points(folder: Path, river: Corridor, count: int) -> None:
    """`count` points beside the river, as GeoParquet files of PART each."""
    chance = np.random.default_rng(1)
    for number, first in enumerate(range(0, count, PART)):
        size = min(PART, count - first)
        near = river.lonlat[chance.integers(0, len(river.lonlat), size)] + chance.normal(0, AWAY_DEG, (size, 2))
        points = gpd.GeoDataFrame({"id": np.arange(first, first + size)}, geometry=gpd.points_from_xy(*near.T),
                                  crs="EPSG:4326")
        points.to_parquet(folder / f"{number:04}.parquet")


def on_cluster(points: Path, output: Path, river: Corridor) -> list[float]:
    """Measure all partitions on the cluster and write the figures; returns each worker's peak of memory, MB."""
    with LocalCluster(n_workers=WORKERS, threads_per_worker=1, memory_limit=MEMORY, dashboard_address=None,
                      local_directory=output.parent) as cluster, Client(cluster) as client:
        sites = dask_geopandas.read_parquet(points)
        sites.map_partitions(measured, river, meta={"id": "int64", **COLUMNS}).to_parquet(output)
        return [kilobytes / 1000 for kilobytes in client.run(peak_memory).values()]


def measured(points: gpd.GeoDataFrame, river: Corridor) -> pd.DataFrame:
    """The ids of some points and where they lie."""
    return points[["id"]].join(chainages(points, river))


def peak_memory() -> int:
    """The most this process has had in memory, in kilobytes."""
    return getrusage(RUSAGE_SELF).ru_maxrss


def one_by_one(points: Path, output: Path, river: Corridor) -> None:
    """The same in this process."""
    output.mkdir()
    for path in sorted(points.iterdir()):
        measured(gpd.read_parquet(path), river).to_parquet(output / path.name)


def bench(count: int) -> None:
    """The table."""
    river = read_bundled(resource("data", "yalu_river.geojson"))
    with tempfile.TemporaryDirectory() as name:
        points = Path(name, "points")
        points.mkdir()
        write_points(points, river, count)
        size = sum(path.stat().st_size for path in points.iterdir()) / 1e6
        peaks: list[float] = []
        cluster = seconds(lambda: peaks.extend(on_cluster(points, Path(name, "cluster"), river)))
        alone = seconds(lambda: one_by_one(points, Path(name, "alone"), river))
        same = sum(len(pd.read_parquet(path)) for path in Path(name, "cluster").glob("*.parquet")) == count
    parts = -(-count // PART)
    print(f"{count:,} points in {parts} GeoParquet partitions ({size:.0f} MB) on {len(river.lonlat):,} vertices")
    print(f"  {WORKERS} workers of {MEMORY} each, start of the cluster included {cluster:9.1f} s")
    print(f"  one process, a partition after the other            {alone:9.1f} s   ({alone / cluster:.2f} x)")
    print(f"  most memory a worker had: {max(peaks):.0f} MB; every point is there: {same}")


if __name__ == "__main__":
    bench(int(sys.argv[1]) if len(sys.argv) > 1 else POINTS)
