from __future__ import annotations

from pathlib import Path

from yalu_plugin.core.importing.source_reader import read_source

GPX = ('<?xml version="1.0"?><gpx version="1.1"><metadata><name>Walk</name></metadata><trk><name>T</name><trkseg>'
       '<trkpt lat="1" lon="2"><time>2025-07-30</time></trkpt></trkseg></trk><rte><name>R</name><rtept lat="1" lon="2">'
       '<name>no site</name></rtept></rte><wpt lat="x" lon="2"/><wpt lat="41.411114" lon="128.186804"><ele>700</ele>'
       '<time>2025-07-30T00:00:00Z</time><name>A</name><desc>rock ford</desc><sym>Flag</sym><type>ford</type>'
       '<link href="http://h/x"><text>report</text></link><extensions><a:b><a:c>d</a:c></a:b></extensions></wpt></gpx>')


def test_waypoints_are_rows_and_their_time_no_sighting(tmp_path: Path) -> None:
    path = tmp_path / "a.gpx"
    path.write_text(GPX)
    source = read_source(path)
    bad, good = source.rows
    assert bad.error is not None and good.number == 2
    assert (good.lon, good.lat) == (128.186804, 41.411114)
    assert dict(good.values) == {
        "elevation": "700", "stored at": "2025-07-30T00:00:00Z", "name": "A", "description": "rock ford",
        "symbol": "Flag", "type": "ford", "link": "report http://h/x", "c": "d"}
    assert source.about == "Walk"
    assert list(map(str, source.notices)) == ["Track “T” was not read.", "Route “R” was not read."]
