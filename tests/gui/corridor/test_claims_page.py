"""Published claims in the Corridor panel: which reading fits, as sentences, as a table, copied and as CSV."""

from __future__ import annotations

import csv

import pytest

pytest.importorskip("geopandas")


@pytest.fixture
def page(open_page, wait_for):
    page = open_page("Claims")
    wait_for(lambda: rows(page))
    return page


def child(page, name):
    from qgis.PyQt.QtWidgets import QWidget

    return page.window().findChild(QWidget, name)


def rows(page):
    model = child(page, "yalu_claims_table").model()
    return {model.index(row, 0).data(): [model.index(row, column).data() for column in range(model.columnCount())]
            for row in range(model.rowCount())}


def findings(page):
    return child(page, "yalu_findings").toPlainText().splitlines()


def test_the_two_headline_figures_do_not_contradict_each_other(page):
    along, straight = rows(page)["about 177 km"], rows(page)["about 95 km"]
    assert along[1:4] == ["Along the river", "176.8", "92.4"]
    assert straight[1:4] == ["Straight line", "190.3", "95.5"]


def test_findings_are_sentences(page):
    lines = findings(page)
    assert any(line.startswith("about 177 km is the distance along the river: 176.8 km measured, straight 92.4.")
               for line in lines)
    assert any(line.startswith("about 95 km is the straight line: 95.5 km measured, along the river 190.3.")
               for line in lines)
    assert any("4 of 43 located." in line for line in lines)
    assert any("add to 30 of 32: 2 without a date" in line for line in lines)
    assert any("It lies south-west, not south as published" in line for line in lines)


def test_counts_that_differ_in_period_and_number_are_one_finding(page):
    lines = [line for line in findings(page) if "Searched then" in line]
    assert lines == ["4 sites, 7 sites, 5 sites, 14 sites (new in the period): 2024-Q2: 0 of 4 located. "
                     "2024-Q4: 0 of 7 located. 2025-Q1: 0 of 5 located. 2025-Q2: 0 of 14 located. "
                     "Searched then: nothing."]


def test_an_open_end_is_a_range_and_nothing_looked_for_is_no_figure(page):
    assert rows(page)["about 80 km"][2:4] == ["43.3–113.5", "17.5–55.3"]
    assert rows(page)["49 vehicles"][1:4] == ["Not measurable yet", "", ""]
    assert rows(page)["about 539,100 barrels a year"][1] == "Not measurable yet"


def test_every_reading_has_a_label_and_an_icon(qgis_app):
    from yalu_plugin.core.corridor.published_check import FITS
    from yalu_plugin.gui.corridor.claim_columns import FITS_LABELS, _fits_icon

    assert set(FITS_LABELS) == set(FITS)
    pictures = [_fits_icon(fits).pixmap(24, 24).toImage() for fits in FITS]
    assert not any(picture.isNull() for picture in pictures)
    assert all(one != other for number, one in enumerate(pictures) for other in pictures[:number])


def test_copied_with_the_line_it_was_measured_on(page, qt, qgis_app):
    qt.click(child(page, "yalu_copy_claims_button"))
    text = qgis_app.clipboard().text()
    assert "about 177 km is the distance along the river" in text
    row = next(line for line in text.splitlines() if line.startswith("about 177 km\t"))
    assert "2,617 vertices" in row.split("\t")[-3] and row.split("\t")[-1] == "ODbL-1.0"


def test_csv(page, bench, qt, tmp_path, monkeypatch, bar_texts):
    from qgis.PyQt.QtWidgets import QFileDialog

    from yalu_plugin.layers.survey.heads import head_text

    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "claims"), ""))
    qt.click(child(page, "yalu_save_claims_csv_button"))
    with (tmp_path / "claims.csv").open(encoding="utf-8-sig", newline="") as file:
        table = list(csv.DictReader(file))
    (row,) = [row for row in table if row["value"] == "177.0"]
    assert float(row["along"]) == pytest.approx(176.76, abs=0.01) and row["fits"] == "along"
    assert row["note"].startswith("Measured from Kumchang-ri to Hyesan sandbar ford. Hyesan is taken at the ford")
    assert (row["corridor_vertices"], row["corridor_licence"]) == ("2617",
                                                                   "ODbL-1.0") and "claims.csv" in bar_texts()[0]
    assert {row["record"] for row in table} == {head_text(bench.session.survey)}


def test_another_line_is_compared_again(page, bench, wait_for):
    from qgis.core import QgsFeature, QgsGeometry, QgsVectorLayer

    layer = QgsVectorLayer("LineString?crs=EPSG:4326", "ditch", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromWkt("LINESTRING (128.25 41.5, 128.186804 41.411114, 127.09 41.53528)"))
    layer.dataProvider().addFeature(feature)
    bench.project.addMapLayer(layer)
    bench.river.set_line(layer.id(), "")
    wait_for(lambda: rows(page)["about 177 km"][2] == "92.4")
    assert rows(page)["about 177 km"][1] == "Neither fits"


def test_not_compared_while_another_page_is_seen(page, open_page, bench, settle, monkeypatch):
    from yalu_plugin.gui.corridor import claims_page

    calls = []
    monkeypatch.setattr(claims_page, "survey_claims", lambda *given: calls.append(given))
    open_page("Table")
    bench.river.set_line("", "")
    settle()
    assert calls == []


def test_a_survey_without_claims_is_reported(open_page, bench, wait_for, tmp_path):
    page = open_page("Claims")
    bench.new_survey(tmp_path / "empty.gpkg", "Empty", published=False)
    wait_for(lambda: child(page, "yalu_claims_why").text())
    assert "holds no published claims" in child(page, "yalu_claims_why").text()
    assert rows(page) == {} and not child(page, "yalu_copy_claims_button").isEnabled()


def test_another_survey_clears_the_claims_at_once(page, bench, open_page, tmp_path):
    open_page("Table")
    bench.new_survey(tmp_path / "other.gpkg", "Other", published=False)
    assert rows(page) == {} and findings(page) == []
    assert not child(page, "yalu_copy_claims_button").isEnabled()
