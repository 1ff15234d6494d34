from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.source_reader import read_source

HYESAN = (128.186804, 41.411114)


def _member(geometry: str, name: str) -> str:
    return (f'<gml:featureMember><s fid="s.1"><name>{name}</name><at><day>2025-07-30</day></at><geom>{geometry}</geom>'
            "</s></gml:featureMember>")


def _point(crs: str, numbers: str, tag: str = "pos") -> str:
    return f'<gml:Point srsName="{crs}"><gml:{tag}>{numbers}</gml:{tag}></gml:Point>'


def test_orders_of_axes(tmp_path: Path) -> None:
    pytest.importorskip("pyproj")
    points = [
        _point("urn:ogc:def:crs:EPSG::4326", "41.411114 128.186804"),
        _point("http://www.opengis.net/def/crs/EPSG/0/4326", "41.411114 128.186804"),
        _point("EPSG:4326", "128.186804,41.411114", "coordinates"),
        _point("http://www.opengis.net/gml/srs/epsg.xml#4326", "128.186804 41.411114"),
        _point("urn:ogc:def:crs:EPSG::5179", "2378808.798823904 1057401.0498710515"),
        _point("EPSG:5179", "1057401.0498710515 2378808.798823904"),
    ]
    path = tmp_path / "a.gml"
    path.write_text('<?xml version="1.0"?><gml:FeatureCollection xsi:schemaLocation="x http://127.0.0.1:1/s.xsd">'
                    + "".join(_member(point, "A") for point in points) + _member("<gml:Point><gml:pos>x y</gml:pos>"
                    "</gml:Point>", "B") + _member('<gml:LineString srsName="EPSG:4326"/>', "C")
                    + "</gml:FeatureCollection>")
    before = sorted(tmp_path.iterdir())
    rows = read_source(path).rows
    for row in rows[:6]:
        assert (row.lon, row.lat) == pytest.approx(HYESAN, abs=1e-7)
    assert dict(rows[0].values) == {"name": "A", "at.day": "2025-07-30"}
    assert rows[6].error is not None and rows[7].geometry == "LineString"
    assert sorted(tmp_path.iterdir()) == before
