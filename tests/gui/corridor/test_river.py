"""The chainages of the survey's crossings, updated incrementally: always equal to measuring all of them."""

from __future__ import annotations

from datetime import date

import pytest

pytest.importorskip("geopandas")

FORD, DITCH = "Point (127.9 41.42)", "LINESTRING (128.186804 41.411114, 127.22136 41.51938)"


@pytest.fixture
def river(bench, wait_for):
    wait_for(lambda: bench.river.chainages)
    return bench.river


@pytest.fixture
def measured(monkeypatch):
    """The number of places that each call measured."""
    from yalu_plugin.core.corridor import crossing_chainages as module

    counts, real = [], module.crossing_chainages
    monkeypatch.setattr(module, "crossing_chainages",
                        lambda line, places, datum=None: counts.append(len(places)) or real(line, places, datum))
    return counts


@pytest.fixture
def aside(monkeypatch):
    """Treat any number of sites as too many to measure at once."""
    from yalu_plugin.workbench import river as module

    monkeypatch.setattr(module, "MAX_WITHOUT_TASK", 0)


def site(number, **values):
    return {"id": f"site-{number}", "kind": "vehicle_ford", "at_fence_gate": "unknown", "confidence": "possible",
            "created_by": "SYNTHETIC", "created_at": "2026-01-01T00:00:00Z", "geom": FORD, **values}


def named(bench, name):
    return next(row for row in bench.session.facts.rows("sites") if row["name"] == name)


def change(bench, row, **values):
    bench.session.change("edit", replaced={"sites": [{**row, **values}]})


def all_measured(bench):
    table = bench.river.measuring(date(2026, 1, 1))().table
    return dict(zip(table["site_id"], table["chainage_km"]))


def agrees(bench):
    assert bench.river.chainages == pytest.approx(all_measured(bench), abs=1e-9)
    return True


def line_layer(wkt):
    from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "a line", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt(wkt))
    layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_one_more_site_measures_one_place(bench, river, measured):
    bench.session.change("add", {"sites": [site(1)]})
    assert measured == [1] and 0 < river.chainages["site-1"] < 160 and agrees(bench)


def test_moved_removed_and_of_another_kind(bench, river, measured):
    bench.session.change("add", {"sites": [site(1), site(2)]})
    before = river.chainages["site-1"]
    change(bench, site(1), geom="Point (127.6 41.44)")
    assert river.chainages["site-1"] > before + 10 and agrees(bench)
    change(bench, site(1), geom="Point (127.6 39)")
    assert "site-1" not in river.chainages and agrees(bench)  # off the line
    change(bench, site(2), kind="fuel_station")
    assert "site-2" not in river.chainages and agrees(bench)
    change(bench, site(2), kind="barge_dock")
    assert river.chainages["site-2"] == pytest.approx(before) and agrees(bench)
    bench.session.change("remove", removed={"sites": [site(2)]})
    assert "site-2" not in river.chainages and agrees(bench)
    assert measured == [2, 1, 1, 1, 1, 0]


def test_another_name_note_or_end_measures_nothing(bench, river, measured):
    bench.session.change("add", {"sites": [site(1)]})
    before = dict(river.chainages)
    change(bench, site(1), name="renamed", note="x", retired_on="2026-07-01")
    assert measured == [1] and river.chainages == before and agrees(bench)


def test_an_observation_measures_nothing(bench, river, measured):
    emitted = []
    river.chainages_changed.connect(lambda: emitted.append(1))
    bench.session.change("observe", {"observations": [{
        "id": "o1", "site_id": named(bench, "Hyesan sandbar ford")["id"], "state": "present", "seen_from": "2026-01-01",
        "seen_to": "2026-01-01", "confidence": "possible", "created_by": "x", "created_at": "2026-01-01T00:00:00Z"}]})
    assert measured == [] and emitted == []


def test_the_datum_is_moved_and_removed(bench, river, measured):
    from yalu_plugin.layers.corridor.corridor_input import DatumMissing

    errors, error_cleared = [], []
    bench.error_occurred.connect(errors.append)
    river.error_cleared.connect(error_cleared.append)
    bench.session.change("add", {"sites": [site(1)]})
    river.set_line("", "site-1")
    assert river.chainages["site-1"] == 0 and agrees(bench)
    change(bench, site(1), geom="Point (127.6 41.44)")
    assert river.chainages["site-1"] == 0 and agrees(bench)
    bench.session.change("remove", removed={"sites": [site(1)]})
    assert river.chainages == {} and [type(error) for error in errors] == [DatumMissing]
    bench.session.change("put back", {"sites": [site(1)]})
    assert error_cleared == errors and river.chainages["site-1"] == 0 and agrees(bench)


def test_the_survey_s_own_line_is_changed(bench, river):
    changed = []
    river.changed.connect(lambda: changed.append(1))
    row = bench.session.facts.rows("corridors")[0]
    river.set_line(bench.river.survey_line().id(), "")
    assert river.chainages[named(bench, "Border fence gate crossing")["id"]] == pytest.approx(24.42, abs=0.01)
    bench.session.change("edit", replaced={"corridors": [{**row, "geom": DITCH}]})
    assert len(changed) == 2 and agrees(bench)
    assert river.chainages[named(bench, "Border fence gate crossing")["id"]] == pytest.approx(10.89, abs=0.01)


def test_another_line_while_measuring(bench, river, aside, wait_for):
    river.set_line(line_layer(DITCH).id(), "")
    river.set_line(line_layer("LINESTRING (127.9 41.43, 127.2 41.52)").id(), "")
    wait_for(lambda: river.chainages)
    assert len(river.chainages) == 2 and agrees(bench)


def test_a_site_is_added_and_one_removed_while_measuring(bench, river, aside, wait_for):
    fence = named(bench, "Border fence gate crossing")
    river.compute_chainages()
    assert river.chainages == {}
    bench.session.change("add", {"sites": [site(1)]})
    bench.session.change("remove", removed={"sites": [fence]})
    wait_for(lambda: river.chainages)
    assert "site-1" in river.chainages and fence["id"] not in river.chainages and agrees(bench)


def test_the_survey_is_closed_while_measuring(bench, river, aside, qgis_app):
    from qgis.core import QgsProject

    river.compute_chainages()
    QgsProject.instance().clear()
    for _ in range(50):
        qgis_app.processEvents()
    assert river.chainages == {}
