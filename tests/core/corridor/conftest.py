"""The bundled river and the published points along it."""

from __future__ import annotations

import geopandas as gpd
import pytest

from yalu_plugin.core.corridor.counties import read_breaks
from yalu_plugin.core.corridor.line import read_bundled
from yalu_plugin.paths import resource

# Longitude, latitude, kind; sources in resources/data/sites.csv. Kumchang-ri is GeoNames 2043219; Pochon's bank
# begins at 128.236, 41.488.
PLACES = {
    "hyesan": (128.186804, 41.411114, "vehicle_ford"),
    "gate": (128.051521, 41.393617, "vehicle_ford"),
    "phungyang": (127.885265, 41.431189, "vehicle_ford"),
    "barge": (127.221360, 41.519380, "barge_dock"),
    "kumchang": (127.09333, 41.53528, None),
    "pochon": (128.236, 41.488, None),
}


@pytest.fixture(scope="session")
def river():
    return read_bundled(resource("data", "yalu_river.geojson"))


@pytest.fixture(scope="session")
def breaks():
    return read_breaks(resource("data", "counties.csv"))


@pytest.fixture
def sites():
    """Return a function that creates the GeoDataFrame of places by name."""
    def frame(*names):
        lon, lat, kind = zip(*(PLACES[name] for name in names or PLACES))
        columns = {"id": list(names or PLACES), "name": [n.title() for n in names or PLACES], "kind": list(kind)}
        return gpd.GeoDataFrame(columns, geometry=gpd.points_from_xy(lon, lat), crs="EPSG:4326")
    return frame
