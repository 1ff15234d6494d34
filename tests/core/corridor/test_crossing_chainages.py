"""The chainage of a single crossing equals the one from measuring all crossings."""

from __future__ import annotations

import pytest

pytest.importorskip("geopandas")

import geopandas
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from yalu_plugin.core.corridor.crossing_chainages import SitePlace, crossing_chainages
from yalu_plugin.core.corridor.line import Corridor, read_bundled
from yalu_plugin.core.corridor.measure import measure
from yalu_plugin.core.kinds import CROSSING_KINDS, SITE_KINDS
from yalu_plugin.paths import resource

BUNDLED = read_bundled(resource("data", "yalu_river.geojson"))
FAR = Corridor(BUNDLED.lonlat[::-1][:400].copy(), "lower reach", direction="upstream")
HYESAN, FERRY = (128.186804, 41.411114), (127.221360, 41.519380)
kinds = st.sampled_from([*SITE_KINDS, "a custom kind"])
near = st.builds(lambda number, east, north: (BUNDLED.lonlat[number][0] + east, BUNDLED.lonlat[number][1] + north),
                 st.integers(0, len(BUNDLED.lonlat) - 1), st.floats(-0.08, 0.08), st.floats(-0.08, 0.08))
places = st.lists(st.tuples(kinds, near | st.tuples(st.floats(-180, 180), st.floats(-90, 90))), max_size=12)


def by_measure(corridor, given_places, datum):
    frame = geopandas.GeoDataFrame(
        {"id": [place.site_id for place in given_places], "kind": [place.kind for place in given_places],
         "crossing": [place.kind in CROSSING_KINDS for place in given_places]},
        geometry=shapely.points([(place.lon, place.lat) for place in given_places]).tolist(), crs="EPSG:4326")
    table = measure(frame, corridor, datum).table
    return dict(zip(table["site_id"], table["chainage_km"]))


@settings(max_examples=60, deadline=None)
@given(places, st.sampled_from([None, HYESAN, FERRY]), st.sampled_from([BUNDLED, FAR]))
def test_as_measuring_all_of_them(found, datum, corridor):
    named = [SitePlace(str(number), kind, *place) for number, (kind, place) in enumerate(found)]
    expected = by_measure(corridor, named, datum) if named else {}
    assert crossing_chainages(corridor, named, datum) == pytest.approx(expected, abs=1e-9)


def test_each_by_itself_as_all_together():
    named = [SitePlace(str(number), "vehicle_ford", *BUNDLED.lonlat[number * 100]) for number in range(20)]
    together = crossing_chainages(BUNDLED, named)
    alone = {key: value for place in named for key, value in crossing_chainages(BUNDLED, [place]).items()}
    assert together == pytest.approx(alone, abs=1e-9) and len(alone) == 20


def test_published_figures():
    named = [SitePlace("ford", "vehicle_ford", *HYESAN), SitePlace("ferry", "barge_dock", *FERRY),
             SitePlace("depot", "fuel_station", *FERRY), SitePlace("own kind", "케이블카", *FERRY),
             SitePlace("far off", "vehicle_ford", 127.0, 39.0)]
    assert crossing_chainages(BUNDLED, named) == pytest.approx({"ford": 0.0, "ferry": 160.38}, abs=0.01)
    assert crossing_chainages(BUNDLED, named, FERRY)["ford"] == pytest.approx(-160.38, abs=0.01)


def test_none():
    assert crossing_chainages(BUNDLED, []) == {}
