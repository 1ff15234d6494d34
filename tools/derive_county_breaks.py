#!/usr/bin/env python3
"""Compute the position of each county break in resources/data/counties.csv on the bundled river line.

The file's kilometres downstream of the Hyesan ford are the source; longitude and latitude are derived from them and
the river line. Run this after correcting a kilometre or updating the line: python tools/derive_county_breaks.py
"""

from __future__ import annotations

import csv
import sys
from pathlib import Path

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from yalu_plugin.core.corridor.counties import break_points  # noqa: E402
from yalu_plugin.core.corridor.datum import HYESAN_FORD  # noqa: E402
from yalu_plugin.core.corridor.line import read_bundled  # noqa: E402

DATA = ROOT / "resources" / "data"


def main() -> None:
    """Rewrite the file in place."""
    with (DATA / "counties.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    km = np.array([float(row["km_downstream_of_hyesan_ford"]) for row in rows])
    places = break_points(read_bundled(DATA / "yalu_river.geojson"), HYESAN_FORD, km)
    for row, (lon, lat) in zip(rows, places):
        row["lon"], row["lat"] = f"{lon:.6f}", f"{lat:.6f}"
    with (DATA / "counties.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, fieldnames=list(rows[0]), lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()
