"""Bad input to the algorithms: one line with the problem and a remedy, and nothing lost or half written."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from tests import broken_files
from tests.broken_files import BAD_ROWS, CORRIDORS, CRSS, LISTS, STATUSES, SURVEYS, digest, file_lock

pytest.importorskip("geopandas")


@pytest.fixture
def good(new_survey: Any, tmp_path: Path) -> Any:
    return new_survey(tmp_path / "good.gpkg", "Good", published=True)


@pytest.fixture
def run(qgis_app: Any) -> Any:
    """A function that runs an algorithm, by id and parameters, like Processing, and returns its results."""
    from qgis.core import QgsProcessingContext, QgsProcessingException, QgsProcessingFeedback, QgsProject

    from yalu_plugin.algorithms.provider import YaluProvider

    provider = YaluProvider()
    provider.refreshAlgorithms()

    def ran(algorithm: str, **parameters: Any) -> dict[str, Any]:
        context = QgsProcessingContext()
        context.setProject(QgsProject.instance())
        given = {name: str(value) if isinstance(value, Path) else value for name, value in parameters.items()}
        one = provider.algorithm(algorithm).create()
        is_valid, message = one.checkParameterValues(given, context)
        if not is_valid:
            raise QgsProcessingException(message)
        results, _ = one.run(given, context, QgsProcessingFeedback(False), {}, False)
        ran.layer = context.takeResultLayer(results["OUTPUT"]) if algorithm == "measurecorridor" else None
        return dict(results)
    return ran


def refused(run: Any, algorithm: str, **parameters: Any) -> str:
    """Return the line with which the algorithm refuses these parameters."""
    from qgis.core import QgsProcessingException

    with pytest.raises(QgsProcessingException) as error:
        run(algorithm, **parameters)
    output = str(error.value).strip()
    assert "\n" not in output
    return output


def uses(path: Path, folder: Path, data: Path) -> dict[str, dict[str, Any]]:
    """Return parameters of all algorithms that use a survey, by algorithm."""
    return {"importsites": {"INPUT": data / "import" / "sites.csv", "SURVEY": path,
                            "ROW_ANSWERS": {"*": "separate"}, "OUTPUT_REPORT": folder / "report.json"},
            "catalogueimagery": {"FOLDER": data / "s2_romania", "SURVEY": path},
            "exportoverview": {"SURVEY": path, "OUTPUT": folder / "map.pdf"}}


@pytest.mark.parametrize("kind", SURVEYS)
def test_no_survey(good: Any, run: Any, tmp_path: Path, data: Path, kind: str) -> None:
    make, expected = SURVEYS[kind]
    path = make(good.path, tmp_path)
    before = digest(path)
    for algorithm, parameters in uses(path, tmp_path, data).items():
        assert refused(run, algorithm, **parameters).startswith(expected.format(path=path)), algorithm
    assert digest(path) == before
    assert not (tmp_path / "report.json").exists() and not (tmp_path / "map.pdf").exists()


@pytest.mark.parametrize("state", ["read-only", "IMMEDIATE", "EXCLUSIVE"])
def test_a_survey_that_may_not_be_written(good: Any, run: Any, tmp_path: Path, data: Path, state: str) -> None:
    given = uses(good.path, tmp_path, data)
    before = digest(good.path)
    if state == "read-only":
        good.path.chmod(0o444)
        output = [refused(run, name, **given[name]) for name in ("importsites", "catalogueimagery")]
        expected = "is read-only: nothing was written. Save a copy where you may write, and open that."
    else:
        with file_lock(good.path, state):
            output = [refused(run, name, **given[name]) for name in ("importsites", "catalogueimagery")]
        expected = "is in use by another program or an unsaved edit: nothing was written. Save or close it there " \
                "and try again."
    assert output == [f"{good.path} {expected}"] * 2
    assert digest(good.path) == before and not (tmp_path / "report.json").exists()
    assert sorted(path.name for path in tmp_path.iterdir()) == ["good.gpkg"]


@pytest.mark.parametrize("kind", LISTS)
def test_a_list_that_cannot_be_read(good: Any, run: Any, tmp_path: Path, kind: str) -> None:
    make, expected = LISTS[kind]
    path = make(tmp_path)
    before = digest(path), digest(good.path)
    output = refused(run, "importsites", INPUT=path, SURVEY=good.path, OUTPUT_REPORT=tmp_path / "report.json")
    assert output.startswith(expected.format(path=path))
    assert (digest(path), digest(good.path)) == before and not (tmp_path / "report.json").exists()


def test_bad_rows_are_reported_one_by_one_and_block_no_good_one(good: Any, run: Any, tmp_path: Path) -> None:
    path, report = tmp_path / "rows.csv", tmp_path / "report.json"
    path.write_text(BAD_ROWS)
    results = run("importsites", INPUT=path, SURVEY=good.path, OUTPUT_REPORT=report)
    assert (results["IMPORTED"], results["REPAIRED"], results["REFUSED"]) == (3, 1, 2)
    rows = json.loads(report.read_text("utf-8"))["rows"]
    assert {row["number"]: row["status"] for row in rows} == {
        number: status for number, (status, _) in STATUSES.items()}
    assert all(STATUSES[row["number"]][1] in row["reason"] for row in rows)
    new = {row["name"]: row["geom"] for row in good.rows("sites") if row["name"] in "bcd"}
    assert new == {"b": "Point (127.885265 41.441189)", "c": "Point (127.2 41.52)", "d": "Point (127.3 41.53)"}


def test_no_report_no_import(good: Any, run: Any, tmp_path: Path, data: Path) -> None:
    before = digest(good.path)
    output = refused(run, "importsites", INPUT=data / "import" / "sites.csv", SURVEY=good.path,
                   OUTPUT_REPORT=tmp_path / "none" / "report.json")
    assert output.endswith("cannot be written, so nothing was imported. Choose another place.")
    assert digest(good.path) == before


@pytest.mark.parametrize("kind", CORRIDORS)
def test_a_corridor_that_is_none(good: Any, run: Any, kind: str) -> None:
    wkt, crs, expected = CORRIDORS[kind]
    output = refused(run, "measurecorridor", SITES=good.layer("sites"), OUTPUT="memory:out",
                   CORRIDOR=broken_files.line_layer(wkt, crs))
    assert output.startswith(expected)


@pytest.mark.parametrize("crs", CRSS)
def test_a_corridor_in_any_crs_and_in_two_parts(good: Any, run: Any, crs: str) -> None:
    results = run("measurecorridor", SITES=good.layer("sites"), OUTPUT="memory:out",
                  CORRIDOR=broken_files.river_layer(crs))
    figures = [feature["chainage_km"] for feature in run.layer.getFeatures() if feature["counted"]]
    assert figures == pytest.approx([0, 24.42, 58.69, 160.38], rel=0.001)
    assert results["STRAIGHT_KM"] == pytest.approx(81.54, rel=0.001)


def test_sites_without_a_crs_and_two_with_one_id(good: Any, run: Any, qgis_app: Any) -> None:
    from qgis.core import QgsCoordinateReferenceSystem

    layer = good.layer("sites")
    layer.setCrs(QgsCoordinateReferenceSystem())
    assert refused(run, "measurecorridor", SITES=layer, OUTPUT="memory:out") == \
        f"The layer {layer.name()} has no coordinate reference system. Set the CRS of the layer."
    twice = broken_files.duplicate_site_id(good.path)
    assert refused(run, "measurecorridor", SITES=good.layer("sites"), OUTPUT="memory:out") == \
        f"2 sites have the id {twice}. Give each site an id of its own, then measure again."


def test_a_corrupt_geotiff_is_left_out_and_reported(good: Any, run: Any, tmp_path: Path, data: Path) -> None:
    folder = Path(shutil.copytree(data / "s2_romania", tmp_path / "images"))
    cut, text = folder / "S2_L2A_romania_20161014.tif", folder / "S2_L2A_romania_20170606.tif"
    cut.write_bytes(cut.read_bytes()[:5000])
    text.write_bytes(b"no raster")
    assert run("catalogueimagery", FOLDER=folder, SURVEY=good.path) == {"SCENES": 14, "UNDATED": 0}
    assert {Path(row["uri"]).name for row in good.rows("images")}.isdisjoint({cut.name, text.name})
    assert (cut.stat().st_size, text.read_bytes()) == (5000, b"no raster")
