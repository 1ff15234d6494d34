from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("qgis.core")
pytest.importorskip("geopandas")

from qgis.core import QgsProcessingFeedback


@pytest.fixture
def survey(new_survey: Any, tmp_path: Path) -> Any:
    return new_survey(tmp_path / "survey.gpkg", "Test", False)


class _Log(QgsProcessingFeedback):
    """Keeps what is said."""

    def __init__(self) -> None:
        super().__init__(False)
        self.lines: list[str] = []
        self.warnings: list[str] = []

    def pushInfo(self, text: str) -> None:  # noqa: N802
        self.lines.append(text)

    def pushWarning(self, text: str) -> None:  # noqa: N802
        self.warnings.append(text)


def _run(survey: Any, path: Path, **more: Any) -> dict[str, Any]:
    from qgis.core import QgsProcessingContext

    from yalu_plugin.algorithms.import_sites import ImportSites
    feedback = more.pop("feedback", None) or QgsProcessingFeedback()
    parameters = {"INPUT": str(path), "SURVEY": str(survey.path), **more}
    results, ok = ImportSites().create().run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)
    assert ok
    return {name: value for name, value in results.items() if value or name in ("IMPORTED", "REPAIRED", "REFUSED")}


def test_the_published_sites_go_in_once(survey: Any, data: Path) -> None:
    assert _run(survey, data / "import" / "sites.csv") == {"IMPORTED": 4, "REPAIRED": 0, "REFUSED": 0}
    rows = {row["source_ref"]: row for row in survey.rows("sites")}
    assert set(rows) == {"A1", "A2", "A3", "A4"}
    assert rows["A3"]["kind"] == "barge_dock" and rows["A3"]["name"] == "River barge crossing site"
    assert [(row["seen_from"], row["seen_to"]) for row in survey.rows("observations")] == [("2023-08-01", "2023-08-31")]
    assert _run(survey, data / "import" / "sites.csv") == {"IMPORTED": 0, "REPAIRED": 0, "REFUSED": 0}
    assert len(survey.rows("sites")) == 4


def test_a_dry_run_writes_nothing_but_its_report(survey: Any, data: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    results = _run(survey, data / "import" / "swapped.csv", DRY_RUN=True, OUTPUT_REPORT=str(report))
    assert results == {"IMPORTED": 2, "REPAIRED": 1, "REFUSED": 0, "OUTPUT_REPORT": str(report)}
    assert survey.rows("sites") == []
    content = json.loads(report.read_text("utf-8"))
    assert content["dry_run"] is True and content["counts"] == {
        "good": 1, "repaired": 1, "check": 0, "asked": 0, "refused": 0}
    assert content["rows"][1] == {"number": 3, "label": "Hyesan, sandbar ford", "status": "repaired", "change": "new",
                                  "reason": "latitude and longitude were swapped", "site_id": None, "differences": [],
                                  "observations": []}


def test_a_newer_list_is_an_update(survey: Any, tmp_path: Path) -> None:
    path, report = tmp_path / "a.csv", tmp_path / "report.json"
    path.write_text("name,lat,lon,kind\nSYNTHETIC A,41.4,128.1,ford\nSYNTHETIC B,41.5,128.2,barge\n")
    assert _run(survey, path)["IMPORTED"] == 2
    path.write_text("name,lat,lon,kind\nSYNTHETIC A,41.4003,128.1,barge\nSYNTHETIC C,41.6,128.3,barge\n")
    log = _Log()
    results = _run(survey, path, OUTPUT_REPORT=str(report), feedback=log)
    assert (results["IMPORTED"], results.get("UPDATED"), results["NOT_IN_LIST"]) == (1, None, 1)
    assert log.lines[-1] == ("In 1 rows the survey stays as it is. To take the list's word there, set “Whose word "
                             'counts” (UPDATE): {"place": "list", "kind": "list"}')
    content = json.loads(report.read_text("utf-8"))
    assert [each["text"] for each in content["rows"][0]["differences"]] == [
        "moved 33 m", "Kind: “Vehicle crossing” in the survey, “Barge crossing” in the list"]
    a, b, _ = survey.rows("sites")
    assert (a["kind"], a["geom"], b["retired_on"]) == ("vehicle_ford", "Point (128.1 41.4)", None)
    results = _run(survey, path, UPDATE='{"*": "list", "2.kind": "survey"}', GONE={b["id"]: "retire"}, feedback=log)
    assert log.lines[-1].endswith('{"kind": "list"}')
    assert (results["IMPORTED"], results["UPDATED"]) == (0, 2)
    a, b, _ = survey.rows("sites")
    assert (a["kind"], a["geom"], bool(b["retired_on"])) == ("vehicle_ford", "Point (128.1 41.4003)", True)
    _run(survey, path, UPDATE={"99.name": "list"}, OUTPUT_REPORT=str(report))
    assert "no row “99”" in json.loads(report.read_text("utf-8"))["notices"][0]


def test_refused_rows_block_nothing(survey: Any, data: Path) -> None:
    assert _run(survey, data / "import" / "zero.csv") == {"IMPORTED": 2, "REPAIRED": 0, "REFUSED": 5}
    assert sorted(row["name"] for row in survey.rows("sites")) == ["Hyesan, sandbar ford", "Phungyang fording site"]


def test_a_crs_can_be_given(survey: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("name,x,y\nSYNTHETIC middle,1000000,2000000\n")
    assert _run(survey, path, CRS="EPSG:5179") == {"IMPORTED": 1, "REPAIRED": 0, "CHECK": 1, "REFUSED": 0}
    assert survey.rows("sites")[0]["geom"].upper().startswith("POINT (127.5 ")


def test_a_bad_file_is_one_line(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingException
    path = tmp_path / "header_only.csv"
    path.write_text("name,lat,lon\n")
    with pytest.raises(QgsProcessingException, match="has a header but no rows"):
        _run(survey, path)


def test_every_parameter_has_help(qgis_app: Any) -> None:
    from yalu_plugin.algorithms.import_sites import ImportSites
    algorithm = ImportSites().create()
    assert all(parameter.help() for parameter in algorithm.parameterDefinitions())
    assert algorithm.name() == "importsites" and algorithm.shortHelpString()


def test_canceled_before_writing_nothing_is_written(survey: Any, data: Path) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.import_sites import ImportSites
    feedback = QgsProcessingFeedback()
    feedback.cancel()
    parameters = {"INPUT": str(data / "import" / "sites.csv"), "SURVEY": str(survey.path)}
    ImportSites().create().run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)
    assert survey.rows("sites") == []


def test_columns_title_and_encoding_can_be_given(survey: Any, tmp_path: Path) -> None:
    path = tmp_path / "odd.txt"
    path.write_bytes("a~b~c~d\n41.5~127.5~혜산 SYNTHETIC~x\n".encode("cp949"))
    fields = json.dumps({"latitude": "a", "longitude": "b", "name": "c", "note": None})
    assert _run(survey, path, FIELD_MAPPING=fields, DELIMITER="~", ENCODING="cp949", TITLE="A list")["IMPORTED"] == 1
    site, = survey.rows("sites")
    assert (site["name"], site["note"]) == ("혜산 SYNTHETIC", "d: x")
    assert [row["title"] for row in survey.rows("sources")] == ["A list"]


def test_one_layer_of_several(survey: Any, tmp_path: Path) -> None:
    import geopandas
    path = tmp_path / "two.gpkg"
    for name, lon in (("a", 127.5), ("b, c", 127.6)):
        points = geopandas.GeoSeries.from_wkt([f"POINT ({lon} 41.5)"], crs=4326)
        geopandas.GeoDataFrame({"name": [name]}, geometry=points).to_file(path, layer=name)
    assert _run(survey, path, LAYERS="b, c")["IMPORTED"] == 1
    assert [row["name"] for row in survey.rows("sites")] == ["b, c"]
    assert _run(survey, path, LAYERS=["a"])["IMPORTED"] == 1


@pytest.mark.parametrize(("name", "value", "expected"), [
    ("FIELD_MAPPING", "{latitude: a}", "FIELD_MAPPING is not a JSON object"),
    ("FIELD_MAPPING", '{"lat": "a"}', "FIELD_MAPPING has the unknown field lat. Use: latitude, longitude, "),
    ("FIELD_MAPPING", '{"latitude": 4}', "FIELD_MAPPING is not a JSON object"),
    ("FIELD_MAPPING", '{"latitude": "no such"}', "has no column no such"),
    ("KIND_MAPPING", "[" * 100_000, "KIND_MAPPING is not a JSON object"),
    ("ROW_ANSWERS", '{"2": "yes"}', "ROW_ANSWERS cannot take 2: yes. Use: same, separate, leave_out."),
    ("UPDATE", '{"nam": "list"}', "UPDATE has the unknown field nam. Use: *, place, name, "),
    ("UPDATE", '{"12.nam": "list"}', "UPDATE has the unknown field 12.nam."),
    ("UPDATE", '{"name": "mine"}', "UPDATE cannot take name: mine. Use: survey, list."),
    ("GONE", '{"*": "remove"}', "GONE cannot take *: remove. Use: keep, retire, delete."),
    ("ROW_ANSWERS", '{"two": "same"}', "ROW_ANSWERS cannot take two: same."),
    ("KIND_MAPPING", '{"x": "barge"}', "KIND_MAPPING cannot take x: barge. Use: vehicle_ford, barge_dock, "),
    ("STATE_MAPPING", '{"x": "foo"}', "STATE_MAPPING cannot take x: foo. Use: present, "),
    ("DATE_MAPPING", '{"x": "2025-08-32"}', "DATE_MAPPING cannot take x: 2025-08-32. Use: 2025-07-30"),
    ("LAYERS", "z", "has no layer z")])
def test_a_wrong_parameter_is_one_line(survey: Any, tmp_path: Path, name: str, value: str, expected: str) -> None:
    import geopandas
    from qgis.core import QgsProcessingException
    path = tmp_path / "a.geojson"
    points = geopandas.GeoSeries.from_wkt(["POINT (127.5 41.5)"], crs=4326)
    geopandas.GeoDataFrame({"name": ["x"]}, geometry=points).to_file(path)
    with pytest.raises(QgsProcessingException) as raised:
        _run(survey, path, **{name: value})
    assert expected in str(raised.value) and "\n" not in str(raised.value)
    assert survey.rows("sites") == []


def test_another_survey_is_imported_as_a_whole(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    published = create_survey(tmp_path / "published.gpkg", "Published", True)
    log = _Log()
    assert _run(survey, published.path, feedback=log)["IMPORTED"] == len(published.rows("sites"))
    assert log.warnings == [] and f"claims: {len(published.rows('claims'))} new, 0 in the survey already" in log.lines
    for table in ("sites", "observations", "sources", "claims", "images"):
        assert {row["id"]: row for row in map(_without_fid, survey.rows(table))} == {
            row["id"]: row for row in map(_without_fid, published.rows(table))}, table
    assert _run(survey, published.path)["IMPORTED"] == 0


def _without_fid(row: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in row.items() if name != "fid"}


def test_answers_for_nothing_in_the_file_are_reported(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsProcessingContext, QgsProcessingFeedback

    from yalu_plugin.algorithms.import_sites import ImportSites
    path, report = tmp_path / "a.csv", tmp_path / "r.json"
    path.write_text("name,lat,lon,kind,state,date\nA,41.41,128.18,gelb,weg,heuer\nB,,,blau,,\n")
    given = {"KIND_MAPPING": {"gelb": "barge_dock", "blau": "other", "gelbb": "barge_dock"},
             "STATE_MAPPING": {"weg": "absent", "gelb": "absent"}, "DATE_MAPPING": {"heuer": "2025", "jetzt": "2025"},
             "ROW_ANSWERS": {"2": "separate", "99": "leave_out", "*": "same"}}
    feedback = QgsProcessingFeedback(False)
    parameters = {"INPUT": str(path), "SURVEY": str(survey.path), "OUTPUT_REPORT": str(report), **given}
    ImportSites().create().run(parameters, QgsProcessingContext(), feedback, catchExceptions=False)
    expected = ["No kind in the file is “gelbb”: what was given for it has no effect.",
            "No state in the file is “gelb”: what was given for it has no effect.",
            "No date in the file is “jetzt”: what was given for it has no effect.",
            "The file has no row “99”: the answer given for it has no effect."]
    assert json.loads(report.read_text("utf-8"))["notices"] == expected
    assert all(line in feedback.textLog() for line in expected)
    assert [(row["state"], row["seen_from"]) for row in survey.rows("observations")] == [("absent", "2025-01-01")]


def test_answers_for_a_survey_without_questions_are_reported(survey: Any, tmp_path: Path) -> None:
    from yalu_plugin.layers.survey.create import create_survey
    published, report = create_survey(tmp_path / "published.gpkg", "Published", True), tmp_path / "r.json"
    _run(survey, published.path, KIND_MAPPING={"x": "other"}, OUTPUT_REPORT=str(report))
    assert json.loads(report.read_text("utf-8"))["notices"][-1] == (
        "No kind in the file is “x”: what was given for it has no effect.")


@pytest.mark.parametrize("crs", ["EPSG:99999", "nonsense", "EPSG:", "32652x"])
def test_a_crs_that_is_none_is_refused(survey: Any, tmp_path: Path, crs: str) -> None:
    from qgis.core import QgsProcessingException
    path = tmp_path / "a.csv"
    path.write_text("name,lat,lon\nA,41.41,128.18\n")
    with pytest.raises(QgsProcessingException, match=f"^{crs} is not a known coordinate reference system"):
        _run(survey, path, CRS=crs)
    assert survey.rows("sites") == []


def test_no_crs_given_is_none(survey: Any, tmp_path: Path) -> None:
    from qgis.core import QgsCoordinateReferenceSystem
    path = tmp_path / "a.csv"
    path.write_text("name,lat,lon\nA,41.41,128.18\n")
    assert _run(survey, path, CRS=QgsCoordinateReferenceSystem(), DRY_RUN=True)["IMPORTED"] == 1
    assert _run(survey, path, CRS=None, DRY_RUN=True)["IMPORTED"] == 1
    assert _run(survey, path, CRS="", DRY_RUN=True)["IMPORTED"] == 1


def test_a_kind_of_the_user_s_own_is_read_by_its_word_and_can_be_answered(survey: Any, tmp_path: Path) -> None:
    survey.change("edit", {"value_lists": [{"id": "v", "list": "site_kind", "value": "Cable car"}]})
    path = tmp_path / "a.csv"
    path.write_text("name,kind,lon,lat\nSYNTHETIC a,CABLE CAR,127.60,41.45\nSYNTHETIC b,gondola,127.70,41.45\n"
                    "SYNTHETIC c,barge,127.80,41.45\n")
    assert _run(survey, path, KIND_MAPPING='{"gondola": "Cable car"}')["IMPORTED"] == 3
    assert [row["kind"] for row in survey.rows("sites")] == ["Cable car", "Cable car", "barge_dock"]


def test_shifted_coordinates_are_converted_only_if_asked(survey: Any, data: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.json"
    path = data / "import" / "cases" / "c32_gcj.csv"
    assert _run(survey, path, DRY_RUN=True, OUTPUT_REPORT=str(report))["CHECK"] == 2
    written = json.loads(report.read_text("utf-8"))
    assert written["datum_offer"]["datum"] == "GCJ-02" and "may be 559 m off" in written["rows"][0]["reason"]
    assert _run(survey, path, DATUM="GCJ-02") == {"IMPORTED": 2, "REPAIRED": 2, "REFUSED": 0}
    first = next(row for row in survey.rows("sites") if row["name"] == "A")
    assert "Place converted from GCJ-02; as written: 41.4125000, 128.1920000" in first["note"]
