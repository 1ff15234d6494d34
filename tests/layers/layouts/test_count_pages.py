"""The page of a count: the image with its marks and watermark, and the table by lot and class."""

from __future__ import annotations

from datetime import date

import pytest

from tests.gui.counting.conftest import a_scene, lonlat, made_image

DAY = date(2025, 7, 30)


def square(west, north, side):
    corners = [lonlat(*corner) for corner in ((west, north), (west + side, north), (west + side, north + side),
                                              (west, north + side), (west, north))]
    return f"POLYGON (({', '.join(f'{x!r} {y!r}' for x, y in corners)}))"


@pytest.fixture
def counted(qgis_app, tmp_path):
    """Two SYNTHETIC lots of one site, counted on 2025-07-30."""
    from yalu_plugin.layers.survey.create import create_survey
    from yalu_plugin.layers.survey.images import scene_row

    survey = create_survey(tmp_path / "counted.gpkg", "Counted", True)
    scene = a_scene(made_image(tmp_path / "SYNTHETIC_20250730.tif"), "a")
    site = next(row["id"] for row in survey.rows("sites") if row["kind"] == "staging_area")
    marks = [("c0", "car", 40 + 5 * n, 50) for n in range(5)] + [("c1", "truck", 140, 50), ("c1", "car", 150, 50)]
    survey.change("test", {
        "images": [scene_row(scene)],
        "areas": [{"id": f"a{n}", "name": f"Lot {n}", "site_id": site, "geom": square(30 + 100 * n, 30, 50)}
                  for n in range(2)],
        "counts": [{"id": f"c{n}", "area_id": f"a{n}", "image_id": "a", "share_shown": 1.0, "created_by": "Kim",
                    "finished_at": "2025-08-01T00:00:00Z"}
                   for n in range(2)],
        "marks": [{"id": str(n), "count_id": count, "image_id": "a", "label": label,
                   "geom": "POINT ({!r} {!r})".format(*lonlat(east, south))}
                  for n, (count, label, east, south) in enumerate(marks)]})
    return survey


def pages(project, survey, day=DAY):
    from yalu_plugin.layers.layouts.report import build_report

    return [page for page in build_report(project, survey, day) if page.name() == "Counted objects"]


def test_the_table_and_the_image_with_its_marks(counted, project_of, overlaps, unfit, tmp_path):
    from yalu_plugin.layers.layouts.export import export

    (page,) = pages(project_of(counted), counted)
    table = page.itemById("table").multiFrame()
    assert [header.heading() for header in table.headers()] == [
        "Lot", "Analyst", "Car", "Truck", "All", "Share of the area shown"]
    assert [[cell.content() for cell in row] for row in table.tableContents()] == [
        ["Lot 0", "Kim", "5", "0", "5", "100 %"], ["Lot 1", "Kim", "1", "1", "2", "100 %"],
        ["All lots", "", "6", "1", "7", ""]]
    marks, areas, picture = page.itemById("count_map").layers()
    assert (marks.featureCount(), areas.featureCount(), picture.providerType()) == (7, 2, "gdal")
    assert page.itemById("synthetic").text() == "SYNTHETIC IMAGERY"
    assert "2025-07-30 UTC made acquired SYNTHETIC (date of acquisition)" in page.itemById("dates").text()
    assert overlaps(page, ("synthetic", "chart", "chart_below")) == [] and unfit(page) == []
    assert export([page], tmp_path / "counted.pdf").stat().st_size > 10_000


def test_a_count_in_progress_is_named_and_no_figure(counted, project_of):
    (count,) = counted.rows("counts", id="c1")
    counted.change("reopen", replaced={"counts": [{**count, "finished_at": None}]})
    (page,) = pages(project_of(counted), counted)
    rows = [[cell.content() for cell in row] for row in page.itemById("table").multiFrame().tableContents()]
    assert rows == [["Lot 0", "Kim", "5", "5", "100 %"], ["All lots", "", "5", "5", ""]]
    assert "Counts in progress, not in the table: Lot 1 (Kim)" in page.itemById("dates").text()
    assert page.itemById("count_map").layers()[0].featureCount() == 5
    counted.change("reopen", replaced={"counts": [{**row, "finished_at": None} for row in counted.rows("counts")]})
    assert pages(project_of(counted), counted) == []


def test_lots_that_overlap_are_added_up_once(counted, project_of, unfit):
    (area,) = counted.rows("areas", id="a1")
    counted.change("edit", replaced={"areas": [{**area, "geom": square(30, 30, 150)}]})  # over Lot 0
    counted.change("test", {"marks": [{"id": "both", "count_id": "c1", "image_id": "a", "label": "car",
                                       "geom": "POINT ({!r} {!r})".format(*lonlat(60, 60))}]})
    (page,) = pages(project_of(counted), counted)
    rows = [[cell.content() for cell in row] for row in page.itemById("table").multiFrame().tableContents()]
    assert [row[2:5] for row in rows] == [["5", "0", "5"], ["2", "1", "3"], ["6", "1", "7"]]
    assert "Lot 0 and Lot 1 overlap by" in page.itemById("dates").text() and unfit(page) == []


def test_a_missing_picture_is_named(counted, project_of, tmp_path):
    (tmp_path / "SYNTHETIC_20250730.tif").unlink()
    (page,) = pages(project_of(counted), counted)
    assert len(page.itemById("count_map").layers()) == 2 and "SYNTHETIC_20250730.tif" in page.itemById("dates").text()


def test_later_counts_are_not_shown(counted, project_of):
    assert pages(project_of(counted), counted, date(2025, 7, 29)) == []


def test_more_lots_than_a_page_holds_take_more_pages(counted, project_of):
    counted.change("test", {
        "areas": [{"id": f"b{n}", "name": f"More {n}", "site_id": counted.rows("areas")[0]["site_id"],
                   "geom": square(30, 30, 50)} for n in range(90)],
        "counts": [{"id": f"d{n}", "area_id": f"b{n}", "image_id": "a", "share_shown": None, "created_by": "Kim",
                    "finished_at": "2025-08-01T00:00:00Z"}
                   for n in range(90)]})
    built = pages(project_of(counted), counted)
    rows = [row[0].content() for page in built for row in page.itemById("table").multiFrame().tableContents()]
    assert len(built) > 1 and len(rows) == 2 + 90 + 1 and len(set(rows)) == 93 and rows[-1] == "All lots"
    assert [page.itemById("count_map") is not None for page in built] == [True] + [False] * (len(built) - 1)
