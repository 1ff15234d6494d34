"""The algorithms run by a script: tools/qgis-process in a shell, on real files, with JSON results."""

from __future__ import annotations

import csv
import gzip
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.attack import attack
from yalu_plugin.core.schema import SURVEY_VERSION

ROOT = Path(__file__).resolve().parents[2]
TOOL = ROOT / "tools" / "qgis-process"
PARAMETERS = {
    "createsurvey": ["PUBLISHED", "OUTPUT"],
    "importsites": ["INPUT", "SURVEY", "TITLE", "CRS", "DATUM", "ENCODING", "DELIMITER", "LAYERS", "FIELD_MAPPING",
                    "KIND_MAPPING", "STATE_MAPPING", "DATE_MAPPING", "ROW_ANSWERS", "UPDATE", "GONE", "DRY_RUN",
                    "OUTPUT_REPORT"],
    "measurecorridor": ["SITES", "CORRIDOR", "BRIDGE", "DATUM", "OUTPUT"],
    "summarizecorridor": ["SITES", "TABLE", "CORRIDOR", "BRIDGE", "OTHER_LINE", "FEATURES", "GROUP_FIELD", "CLUSTER_M",
                          "BIN_KM", "OUTPUT"],
    "comparepublished": ["SURVEY", "OUTPUT"],
    "countsummary": ["SURVEY", "OUTPUT"],
    "comparelists": ["A", "B", "TOLERANCE_M", "CORRIDOR", "BRIDGE", "OUTPUT", "OUTPUT_LINES"],
    "catalogueimagery": ["FOLDER", "SURVEY"],
    "exportoverview": ["SURVEY", "DATE", "FORMAT", "TEMPLATE", "OUTPUT"],
    "searchstac": ["URL", "COLLECTIONS", "EXTENT", "START", "END", "MAX_CLOUD", "SURVEY"],
    "sitematrix": ["SURVEY", "COLUMNS", "START", "END", "OUTPUT"],
    "sitesfromtext": ["INPUT", "OUTPUT"],
    "sitestates": ["SURVEY", "DATE", "OUTPUT"],
    "searchcoverage": ["SURVEY", "START", "END", "CORRIDOR", "BRIDGE", "OUTPUT"],
    "verifyrecord": ["SURVEY", "HEAD", "DIFFERENCES"],
    "upgradesurvey": ["SURVEY"],
    "estimatefuel": ["TANK_LENGTH_FT", "TANK_DIAMETER_FT", "ALLOWANCE_PERCENT", "POUNDS_PER_CUBIC_FOOT",
                     "POUNDS_PER_GALLON", "TANKS_PER_STATION", "STATIONS", "SITES", "REFILLS_PER_MONTH", "CAP_BARRELS",
                     "UNITS", "OUTPUT"],
}

pytestmark = pytest.mark.skipif(
    sys.prefix == sys.base_prefix or shutil.which("qgis_process") is None, reason="needs tools/setup and qgis_process")


class Said(NamedTuple):
    code: int
    out: str
    err: str

    @property
    def results(self) -> dict[str, Any]:
        assert self.code == 0, self.err
        results: dict[str, Any] = json.loads(self.out)["results"]
        return results


def call(*arguments: str) -> Said:
    environment = {**os.environ, "YALU_BUILD": str(Path(sys.prefix).parent)}
    done = subprocess.run([str(TOOL), *arguments], env=environment, capture_output=True, text=True, timeout=60,
                          check=False)
    return Said(done.returncode, done.stdout, done.stderr)


def run(algorithm: str, **parameters: object) -> Said:
    return call("run", f"yalu:{algorithm}", "--json", "--", *(f"{name}={value}" for name, value in parameters.items()))


@pytest.fixture(scope="session")
def shell(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a script has created a survey of the published sites."""
    folder = tmp_path_factory.mktemp("shell")
    path = folder / "yalu.gpkg"
    assert run("createsurvey", PUBLISHED="true", OUTPUT=path).results == {"OUTPUT": str(path)}
    return folder


@pytest.fixture
def survey(shell: Path, tmp_path: Path) -> Path:
    """A copy of that survey, to be changed."""
    return Path(shutil.copy(shell / "yalu.gpkg", tmp_path / "survey.gpkg"))


def test_help_mentions_every_parameter_and_output() -> None:
    with ThreadPoolExecutor(2) as pool:
        helped = dict(zip(PARAMETERS, pool.map(lambda name: call("help", f"yalu:{name}"), PARAMETERS)))
    assert {name: result.err for name, result in helped.items() if result.code} == {}
    texts = {name: result.out for name, result in helped.items()}
    for algorithm, names in PARAMETERS.items():
        lines = [line.strip() for line in texts[algorithm].splitlines()]
        for name in names:
            (at,) = [number for number, line in enumerate(lines)
                     if line.startswith(f"{name}: ") and "<output" not in line]
            own = lines[at + 1:lines.index("Acceptable values:", at)]
            assert any(len(line) > 30 for line in own), (algorithm, name)
    assert all(f"{name}: <outputNumber>" in texts["importsites"] for name in ("IMPORTED", "REPAIRED", "REFUSED"))


def test_the_published_figures(shell: Path, tmp_path: Path) -> None:
    table = tmp_path / "table.csv"
    results = run("measurecorridor", SITES=f"{shell / 'yalu.gpkg'}|layername=sites", OUTPUT=table).results
    assert results["COUNT"] == 4
    assert [results[name] for name in ("ALONG_KM", "STRAIGHT_KM")] == pytest.approx([160.38, 81.54], rel=0.001)
    assert results["SINUOSITY"] == pytest.approx(160.38 / 81.54, rel=0.001)
    assert results["ATTRIBUTION"] == "Yalu River (© OpenStreetMap contributors), ODbL-1.0"
    with table.open(encoding="utf-8", newline="") as file:
        everything = list(csv.DictReader(file))
    assert len(everything) == 6  # staging areas as well
    rows = [row for row in everything if not row["reason"]]
    assert [float(row["chainage_km"]) for row in rows] == pytest.approx([0, 24.42, 58.69, 160.38], rel=0.001)
    assert float(rows[0]["gap_straight_km"]) == pytest.approx(11.48, rel=0.001)
    assert [row["kind"] for row in rows] == ["vehicle_ford"] * 3 + ["barge_dock"]
    assert {(row["datum"], row["line"]) for row in rows} == {(
        "41.411114, 128.186804",
        "Yalu River, 2,617 vertices, on average 143 m apart (© OpenStreetMap contributors, ODbL-1.0)")}


def test_the_figures_from_the_hyesan_ford_to_each_site(tmp_path: Path) -> None:
    places = {"gate": ((128.051521, 41.393617), 24.42, 11.48), "phungyang": ((127.885265, 41.431189), 58.69, 25.31)}

    def measured(name: str) -> Said:
        path = tmp_path / f"{name}.geojson"
        points = [(128.186804, 41.411114), places[name][0]]
        path.write_text(json.dumps({"type": "FeatureCollection", "features": [
            {"type": "Feature", "properties": {}, "geometry": {"type": "Point", "coordinates": point}}
            for point in points]}))
        return run("measurecorridor", SITES=path, OUTPUT="TEMPORARY_OUTPUT")

    with ThreadPoolExecutor(2) as pool:
        for (_, along, straight), result in zip(places.values(), pool.map(measured, places)):
            found = result.results["ALONG_KM"], result.results["STRAIGHT_KM"]
            assert found == pytest.approx((along, straight), rel=0.001)


def test_own_corridor_and_datum(shell: Path, tmp_path: Path) -> None:
    out = tmp_path / "out.gpkg"
    results = run("measurecorridor", SITES=f"{shell / 'yalu.gpkg'}|layername=sites", OUTPUT=out,
                  CORRIDOR=ROOT / "resources" / "data" / "yalu_river.geojson",
                  DATUM="127.885265,41.431189 [EPSG:4326]").results
    assert results["ALONG_KM"] == pytest.approx(160.38, rel=0.001) and results["OUTPUT"] == str(out)
    from osgeo import ogr

    dataset = ogr.Open(str(out))
    chainages = [feature["chainage_km"] for feature in dataset.GetLayer(0) if feature["counted"]]
    assert chainages == pytest.approx([-58.693, -34.278, 0, 101.686], abs=0.001)


def test_published_distances_are_measured_and_the_fitting_reading_is_named(shell: Path, tmp_path: Path) -> None:
    table = tmp_path / "claims.csv"
    assert run("comparepublished", SURVEY=shell / "yalu.gpkg", OUTPUT=table).results == {"OUTPUT": str(table)}
    with table.open(encoding="utf-8", newline="") as file:
        rows = {(row["quantity"], float(row["value"])): row for row in csv.DictReader(file)}
    fits = {name: rows["stretch", name]["fits"] for name in (177, 95, 80)}
    assert fits == {177: "along", 95: "straight", 80: "along"}
    assert float(rows["stretch", 177]["along"]) == pytest.approx(176.8, abs=0.05)
    assert float(rows["stretch", 95]["straight"]) == pytest.approx(95.5, abs=0.05)
    assert "south-west, not south as published (bearing 228°)" in rows["distance", 18]["note"]
    assert "add to 30 of 32" in rows["crossings", 32]["note"]
    assert "4 of 43 located" in rows["crossings", 43]["note"]
    assert "2,617 vertices" in rows["stretch", 95]["line"]


def test_two_lists_are_paired_off(shell: Path, tmp_path: Path) -> None:
    listed = {"1": (128.1869, 41.4112), "2": (128.1870, 41.4109), "3": (127.892, 41.4312), "4": (128.186804, 40.96)}
    path, table, lines = tmp_path / "b.geojson", tmp_path / "table.csv", tmp_path / "lines.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [
        {"type": "Feature", "properties": {"id": key, "name": f"B {key}"},
         "geometry": {"type": "Point", "coordinates": place}} for key, place in listed.items()]}))
    result = run("comparelists", A=f"{shell / 'yalu.gpkg'}|layername=sites", B=path, TOLERANCE_M=300, OUTPUT=table,
               OUTPUT_LINES=lines)
    counts = {status: result.results[status] for status in ("SAME", "SPLIT", "MOVED", "ONLY_IN_A", "ONLY_IN_B")}
    assert counts == {"SAME": 0, "SPLIT": 2, "MOVED": 1, "ONLY_IN_A": 2, "ONLY_IN_B": 0}
    assert "List B: Not counted, farther than 5 km from the line: B 4" in result.err + result.out
    with table.open(encoding="utf-8", newline="") as file:
        rows = {row["b_id"]: row for row in csv.DictReader(file) if row["b_id"]}
    assert {key: row["status"] for key, row in rows.items()} == {"1": "split", "2": "split", "3": "moved"}
    assert rows["3"]["a_name"] == "Phungyang fording site"
    assert "2,617 vertices" in rows["3"]["line"] and "ODbL-1.0" in rows["3"]["line"]
    assert float(rows["3"]["distance_m"]) == pytest.approx(563, abs=1)
    assert len(json.loads(lines.read_text())["features"]) == 3


def test_an_import_tried_first_and_then_done(data: Path, tmp_path: Path) -> None:
    survey = tmp_path / "empty.gpkg"  # the published survey has one of the sites already
    run("createsurvey", PUBLISHED="false", OUTPUT=survey)
    report = tmp_path / "report.json"
    given = {"INPUT": data / "import" / "zero.csv", "SURVEY": survey, "OUTPUT_REPORT": report}
    counts = {"IMPORTED": 2, "REPAIRED": 0, "CHECK": 0, "ASKED": 0, "REFUSED": 5, "UPDATED": 0,
              "NOT_IN_LIST": 0, "OUTPUT_REPORT": str(report)}
    before = survey.read_bytes()
    assert run("importsites", DRY_RUN="true", **given).results == counts
    assert survey.read_bytes() == before
    assert json.loads(report.read_text("utf-8"))["dry_run"] is True
    assert run("importsites", DRY_RUN="false", **given).results == counts
    result = json.loads(report.read_text("utf-8"))
    assert [(row["number"], row["status"]) for row in result["rows"]] == [
        (2, "good"), (3, "refused"), (4, "refused"), (5, "refused"), (6, "refused"), (7, "refused"), (8, "good")]
    assert result["rows"][1]["reason"] == "0,0 is an empty coordinate. Write the site's position."
    with closing(sqlite3.connect(survey)) as database:
        assert database.execute("SELECT count(*) FROM sites").fetchone() == (2,)


def test_imagery_and_the_map_of_a_day(survey: Path, data: Path, tmp_path: Path) -> None:
    folder = shutil.copytree(data / "s2_romania", tmp_path / "s2_romania")
    assert run("catalogueimagery", FOLDER=folder, SURVEY=survey).results == {"SCENES": 16, "UNDATED": 0}
    days = {"pdf": {"DATE": "2025-07-30", "FORMAT": 0}, "png": {}, "svg": {"DATE": "2023-09-01", "FORMAT": "SVG"}}
    with ThreadPoolExecutor(2) as pool:
        result = dict(zip(days, pool.map(
            lambda kind: run("exportoverview", SURVEY=survey, OUTPUT=tmp_path / f"map.{kind}", **days[kind]), days)))
    for kind, start in (("pdf", b"%PDF"), ("png", b"\x89PNG"), ("svg", b"<?xml")):
        assert result[kind].results == {"OUTPUT": str(tmp_path / f"map.{kind}")}
        assert (tmp_path / f"map.{kind}").read_bytes().startswith(start)
    assert "Sites as of 2023-09-01 UTC" in (tmp_path / "map.svg").read_text("utf-8")


def test_bad_input_ends_in_an_error_code_and_one_clear_line(shell: Path, tmp_path: Path, data: Path) -> None:
    survey, empty = shell / "yalu.gpkg", tmp_path / "empty.csv"
    empty.write_text("")
    run("createsurvey", PUBLISHED="false", OUTPUT=shell / "bare.gpkg")
    before = survey.read_bytes()
    bad = {
        "already exists and is left as it is": ("createsurvey", {"OUTPUT": survey}),
        "is empty. Choose a file": ("importsites", {"INPUT": empty, "SURVEY": survey}),
        "sites.xlsx does not exist": ("importsites", {"INPUT": "sites.xlsx", "SURVEY": survey}),
        "KIND_MAPPING is not a JSON object": (
            "importsites", {"INPUT": data / "import" / "sites.csv", "SURVEY": survey, "KIND_MAPPING": "black=ford"}),
        "There is no file": ("catalogueimagery", {"FOLDER": tmp_path, "SURVEY": tmp_path / "none.gpkg"}),
        "The river line is not a line (Point)": (
            "measurecorridor", {"SITES": f"{survey}|layername=sites", "CORRIDOR": f"{survey}|layername=sites",
                                "OUTPUT": tmp_path / "out.gpkg"}),
        "holds no published claims": (
            "comparepublished", {"SURVEY": shell / "bare.gpkg", "OUTPUT": tmp_path / "claims.csv"}),
        "List B has no crossings within 5 km": (
            "comparelists", {"A": f"{survey}|layername=sites", "B": f"{shell / 'bare.gpkg'}|layername=sites",
                             "OUTPUT": tmp_path / "lists.gpkg"}),
        "TOLERANCE_M=-1: Metres, at most 5000.": (
            "comparelists", {"A": f"{survey}|layername=sites", "B": f"{survey}|layername=sites", "TOLERANCE_M": -1,
                             "OUTPUT": tmp_path / "lists.gpkg"}),
        "GIF is not an option of FORMAT. Write one of pdf, png, svg, geopdf.": (
            "exportoverview", {"SURVEY": survey, "FORMAT": "GIF", "OUTPUT": tmp_path / "m.gif"}),
    }
    with ThreadPoolExecutor(2) as pool:
        result = dict(zip(bad, pool.map(lambda case: run(case[0], **case[1]), bad.values())))
    for words, answer in result.items():
        assert answer.code != 0, words
        assert any(words in line for line in answer.err.splitlines()), answer.err
        assert "Traceback" not in answer.err
    assert survey.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["empty.csv"]


def test_a_record_is_verified(shell: Path, tmp_path: Path) -> None:
    path, table = tmp_path / "attacked.gpkg", tmp_path / "differences.csv"
    shutil.copy(shell / "yalu.gpkg", path)
    sound = run("verifyrecord", SURVEY=path).results
    assert (sound["VALID"], sound["DIFFERENT"], sound["FIRST_BAD"]) == (True, 0, None)
    assert run("verifyrecord", SURVEY=path, HEAD=sound["RECORD"]).results["VALID"] is True
    attack(path, "UPDATE sites SET note = 'secretly'", "UPDATE audit SET who = 'other' WHERE seq = 5")
    found = run("verifyrecord", SURVEY=path, DIFFERENCES=table).results
    assert (found["VALID"], found["FIRST_BAD"], found["ENTRIES"]) == (False, 5, sound["ENTRIES"])
    with table.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) == found["DIFFERENT"] > 4 and {(row["table"], row["in_file"]) for row in rows} == {
        ("sites", "secretly")}
    assert run("verifyrecord", SURVEY=path, HEAD="garbage").code != 0


def test_a_survey_of_version_1_is_upgraded_and_then_is_what_its_record_says(tmp_path: Path, data: Path) -> None:
    path = tmp_path / "경계 old é.gpkg"
    path.write_bytes(gzip.decompress((data / "surveys" / "version1.gpkg.gz").read_bytes()))
    before = path.read_bytes()
    found = run("verifyrecord", SURVEY=path).results
    assert (found["VALID"], found["DIFFERENT"], found["ENTRIES"]) == (False, 4, 55) and path.read_bytes() == before
    assert run("upgradesurvey", SURVEY=path).results == {
        "BACKUP": str(path.with_name("경계 old é.v1-backup.gpkg")), "VERSION": SURVEY_VERSION, "DIFFERENCES": 4}
    assert run("verifyrecord", SURVEY=path.with_name("경계 old é.v1-backup.gpkg")).results == found
    found = run("verifyrecord", SURVEY=path, HEAD=found["RECORD"]).results
    assert (found["VALID"], found["DIFFERENT"], found["ENTRIES"], found["OUTSIDE"]) == (True, 0, 60, 0)
    assert run("upgradesurvey", SURVEY=path).results == {"BACKUP": "", "VERSION": SURVEY_VERSION, "DIFFERENCES": 0}
