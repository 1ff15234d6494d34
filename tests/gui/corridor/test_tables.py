"""The other tables of the Corridor panel, made of the published crossings."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")

TITLES = ["Nearest neighbours", "All pairs", "Clusters (within 500 m)", "Density per 10 km", "Counties",
          "Extent by kind"]


def child(dock, name):
    from qgis.PyQt.QtWidgets import QWidget

    return dock.findChild(QWidget, name)


@pytest.fixture
def show(dock, wait_for):
    def choose(title):
        which = child(dock, "yalu_which_table")
        which.setCurrentIndex(which.findText(title))
        wait_for(child(dock, "yalu_copy_corridor_button").isEnabled)
        model = child(dock, "yalu_corridor_table").model()
        return [[model.index(row, column).data() for column in range(model.columnCount())]
                for row in range(model.rowCount())]
    return choose


def test_nearest_along_and_straight(show):
    assert show("Nearest neighbours")[2] == [
        "Phungyang fording site", "Border fence gate crossing", "34.28", "Border fence gate crossing", "14.51"]


def test_all_pairs(show):
    rows = show("All pairs")
    assert len(rows) == 6
    assert ["Hyesan sandbar ford", "River barge crossing site, Kimhyongjik", "160.38", "81.54"] in rows


def test_no_cluster_until_two_are_near(show, bench, wait_for):
    from qgis.core import QgsPointXY

    assert show("Clusters (within 500 m)") == []
    bench.add_site(QgsPointXY(128.1860, 41.4118), "vehicle_ford")
    wait_for(lambda: show("Clusters (within 500 m)"))
    assert show("Clusters (within 500 m)")[0][1] == "2"


def test_density_counties_and_extents(show):
    assert sum(int(row[2]) for row in show("Density per 10 km")) == 4
    counties = {row[0]: row[1:3] for row in show("Counties")}
    assert counties["Hyesan"] == ["1", "1"] and counties["Samsu"] == ["1", "0"] and counties["Pochon"] == ["0", "0"]
    assert show("Extent by kind")[0][:4] == ["all", "4", "160.38", "81.54"]


def test_a_pair_selects_both_sites(dock, show, bench, qt):
    show("All pairs")
    table = child(dock, "yalu_corridor_table")
    place = table.visualRect(table.model().index(0, 0)).center()
    qt.QTest.mouseClick(table.viewport(), qt.Qt.MouseButton.LeftButton, qt.Qt.KeyboardModifier.NoModifier, place)
    names = {row["name"] for row in bench.survey.rows("sites") if row["id"] in bench.selected_sites()}
    assert names == {"Hyesan sandbar ford", "Border fence gate crossing"}


@pytest.mark.parametrize("title", TITLES)
def test_every_table_is_saved_with_its_line(dock, show, tmp_path, title):
    show(title)
    child(dock, "yalu_table_page").save_csv(tmp_path / "table.csv")
    with (tmp_path / "table.csv").open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        assert all("OpenStreetMap" in row["corridor"] for row in reader)
        assert "corridor_licence" in reader.fieldnames


def test_back_to_the_crossings(show):
    show("Counties")
    assert show("Crossings")[0][0] == "Hyesan sandbar ford"


def test_a_table_that_takes_long_says_so(dock, show, wait_for, monkeypatch):
    import threading

    from yalu_plugin.core.corridor import spacing

    go_on, pairs = threading.Event(), spacing.pairs
    monkeypatch.setattr(spacing, "pairs", lambda table: go_on.wait(20) and pairs(table))
    which = child(dock, "yalu_which_table")
    which.setCurrentIndex(which.findText("All pairs"))
    wait_for(lambda: child(dock, "yalu_table_why").isVisible())
    assert child(dock, "yalu_table_why").text() == "working…"
    assert not child(dock, "yalu_copy_corridor_button").isEnabled()
    go_on.set()
    assert len(show("All pairs")) == 6
    assert not child(dock, "yalu_table_why").isVisible()
