from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.source_reader import read_source

HYESAN, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)


@pytest.mark.parametrize("crs", ["EPSG:4326", "EPSG:5179"])
def test_values_and_places(tmp_path: Path, crs: str) -> None:
    geopandas = pytest.importorskip("geopandas")
    pandas = pytest.importorskip("pandas")
    frame = geopandas.GeoDataFrame(
        {"name": ["혜산", "B"], "big": pandas.array([2**53 + 1, None], dtype="Int64"), 'odd "x"': [1.1, 3.0],
         "day": pandas.to_datetime(["2025-07-30", "2025-07-31T01:02:03"], format="ISO8601")},
        geometry=geopandas.points_from_xy(*zip(HYESAN, BARGE)), crs="EPSG:4326")
    frame.to_crs(crs).to_file(tmp_path / "a.fgb", SPATIAL_INDEX="NO")
    (tmp_path / "a.fgb").rename(tmp_path / "a!b.fgb")
    source = read_source(tmp_path / "a!b.fgb")
    assert source.crs == crs
    for row, place in zip(source.rows, (HYESAN, BARGE)):
        assert (row.lon, row.lat) == pytest.approx(place, abs=1e-7)
    assert [list(row.values.values()) for row in source.rows] == [
        ["혜산", "9007199254740993", "1.1", "2025-07-30"], ["B", "", "3", "2025-07-31T01:02:03"]]
