"""yalu:sitematrix: the values of the cells in a table and in a sheet, and refused parameters."""

from __future__ import annotations

import csv
import re
import zipfile
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("geopandas")


def scene_row(scene_id: str, day: str, **more: Any) -> dict[str, Any]:
    from yalu_plugin.core.imagery.scene import Scene
    from yalu_plugin.layers.survey.images import scene_row as row

    time = datetime(*map(int, day.split("-")), 2, tzinfo=timezone.utc)
    return row(Scene(scene_id, f"{scene_id}.tif", time, time, **{"date_kind": "acquired", "date_source": "filename",
                                                                "platform": "S2", **more}))


@pytest.fixture
def survey(qgis_app: Any, tmp_path: Path) -> Any:
    """Three crossings and four scenes: one observed, one with a conflict, and one in a report of two months."""
    from yalu_plugin.layers.survey.create import create_survey

    survey = create_survey(tmp_path / "survey.gpkg", "Test", published=False)
    sites = [{"id": name, "name": name, "kind": "vehicle_ford", "geom": f"POINT ({lon} {lat})"} for name, lon, lat in (
        ("=down", 126.9, 41.75), ("up", 128.186804, 41.411114), ("away", 10.0, 50.0))]
    seen = [("up", "present", "2024-01-05", "2024-01-05", "a"), ("up", "washed_out", "2024-02-09", "2024-02-09", "b"),
            ("up", "present", "2024-02-09", "2024-02-09", "b"), ("=down", "not_observable", "2024-01-05",
                                                                 "2024-01-05", "a"),
            ("=down", "absent", "2024-01-20", "2024-02-03", None), ("=down", "present", None, "2024-03-01", "c")]
    survey.change("test", {
        "sites": sites,
        "images": [scene_row("a", "2024-01-05"), scene_row("b", "2024-02-09", synthetic=True),
                   scene_row("c", "2024-03-01", date_kind="at_or_before"), scene_row("d", "2024-04-01")],
        "observations": [{"id": str(n), "site_id": site, "state": state, "seen_from": first, "seen_to": last,
                          "image_id": image} for n, (site, state, first, last, image) in enumerate(seen)]})
    return survey


def run(survey: Any, output: Path, **more: str) -> list[list[str]]:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.site_matrix import SiteMatrix

    given = {"SURVEY": str(survey.path), "OUTPUT": str(output), **more}
    results, good = SiteMatrix().create().run(given, QgsProcessingContext(), QgsProcessingFeedback(False),
                                              catchExceptions=False)
    assert good and results["OUTPUT"] == str(output)
    if output.suffix != ".csv":
        return []
    with output.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


def test_by_scenes_a_cell_says_what_was_seen_on_the_scene_and_no_more(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.heads import head_text

    head, *rows = run(survey, tmp_path / "m.csv")
    assert head == ["site_id", "name", "kind", "km", "2024-01-05 S2 acquired", "2024-01-20/2024-02-03 no scene",
                    "2024-02-09 S2 acquired SYNTHETIC", "<=2024-03-01 S2 at_or_before", "2024-04-01 S2 acquired",
                    "river_line", "datum", "record"]
    assert [row[0] for row in rows] == ["up", "'=down", "away"]  # in order downstream; a formula is neutralised
    assert [row[4:9] for row in rows] == [
        ["present", "", "present | washed_out", "", ""], ["not_observable", "absent", "", "present", ""], [""] * 5]
    assert float(rows[0][3]) == pytest.approx(0.0, abs=0.001) and 150 < float(rows[1][3]) < 350 and rows[2][3] == ""
    assert all(row[10] == "41.411114, 128.186804" and row[11] == head_text(survey) for row in rows)


def test_by_months_what_spans_two_is_seen_in_neither(survey: Any, tmp_path: Path) -> None:
    head, *rows = run(survey, tmp_path / "m.csv", COLUMNS="month")
    assert head[4:8] == ["2024-01", "2024-02", "2024-03", "2024-04"]
    assert [row[4:8] for row in rows] == [["present", "present | washed_out", "", ""],
                                          ["not_observable (absent)", "(absent)", "(present)", ""], [""] * 4]


def test_by_quarters(survey: Any, tmp_path: Path) -> None:
    head, *rows = run(survey, tmp_path / "m.csv", COLUMNS="quarter")
    assert head[4:6] == ["2024-Q1", "2024-Q2"]
    assert [row[4] for row in rows] == ["present | washed_out", "absent (present)", ""]


def test_only_what_was_known_by_the_end_of_a_day(survey: Any, tmp_path: Path) -> None:
    head, *rows = run(survey, tmp_path / "m.csv", COLUMNS="month", START="2024-01-10", END="2024-02-08")
    assert head[4:6] == ["2024-01", "2024-02"] and head[6] == "river_line"
    assert [row[4:6] for row in rows] == [["present", ""], ["not_observable (absent)", "(absent)"], ["", ""]]


LETTERS = {"present": "P", "absent": "A", "washed_out": "W", "under_construction": "U", "not_observable": "N"}


def test_a_sheet_has_the_same_cells_as_letters(survey: Any, tmp_path: Path) -> None:
    from osgeo import gdal

    table = run(survey, tmp_path / "m.csv")
    run(survey, tmp_path / "m.xlsx")
    sheet = gdal.OpenEx(str(tmp_path / "m.xlsx"), gdal.OF_VECTOR, open_options=["HEADERS=FORCE"])
    layer = sheet.GetLayer(0)
    fields = [field.GetName() for field in layer.schema]
    assert fields == table[0] and [sheet.GetLayer(at).GetName() for at in range(2)] == ["matrix", "legend"]
    found = [[feature[name] for name in fields] for feature in layer]
    lettered = [[re.sub(r"\w+", lambda word: LETTERS.get(word[0], word[0]), cell) if 4 <= at < len(row) - 3 else cell
                 for at, cell in enumerate(row)] for row in table[1:]]
    assert [["" if cell is None else str(cell) for cell in row if not isinstance(cell, float)] for row in found] == [
        [cell for name, cell in zip(fields, row) if name != "km" or not cell] for row in lettered]
    assert any("P" in cell for row in lettered for cell in row[4:-3])
    text = zipfile.ZipFile(tmp_path / "m.xlsx").read("xl/worksheets/sheet1.xml").decode()
    assert "<f>" not in text and ">\'=down<" in text and 'topLeftCell="E2"' in text


@pytest.mark.parametrize("ending", ["png", "svg"])
def test_a_picture(survey: Any, tmp_path: Path, ending: str) -> None:
    from qgis.PyQt.QtGui import QImage

    run(survey, tmp_path / f"m.{ending}")
    image = QImage(str(tmp_path / f"m.{ending}"))
    assert image.width() > 200 and image.height() > 80
    if ending == "svg":
        text = (tmp_path / "m.svg").read_text(encoding="utf-8")
        assert ">=down</text>" in text and ">SYNTHETIC</text>" in text and "#0b6e4f" in text


def test_what_is_refused(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException

    for more, message in (({"OUTPUT": str(tmp_path / "m.pdf")}, "m.pdf"),
                      ({"START": "2024-02-01", "END": "2024-01-01"}, "END, 2024-01-01"),
                      ({"OUTPUT": str(tmp_path / "none" / "m.csv")}, "could not be written"),
                      ({"SURVEY": str(tmp_path / "none.gpkg")}, "none.gpkg")):
        with pytest.raises(QgsProcessingException, match=message):
            run(survey, Path(more.pop("OUTPUT", str(tmp_path / "m.csv"))), **more)
    assert sorted(path.name for path in tmp_path.iterdir() if path.suffix != ".gpkg") == []


def test_a_survey_without_anything_is_an_empty_table(qgis_app: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey

    empty = create_survey(tmp_path / "empty.gpkg", "Empty", published=False)
    for unit in ("scene", "month"):
        assert run(empty, tmp_path / "m.csv", COLUMNS=unit) == [
            ["site_id", "name", "kind", "km", "river_line", "datum", "record"]]
    for ending in ("xlsx", "png", "svg"):
        run(empty, tmp_path / f"m.{ending}")
        assert (tmp_path / f"m.{ending}").stat().st_size > 0
