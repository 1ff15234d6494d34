from __future__ import annotations

import tracemalloc
from dataclasses import replace
from pathlib import Path

import pytest

from yalu_plugin.core.importing.assess_rows import assess_rows
from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_assessment import ASKED, CHECK, GOOD, REFUSED, REPAIRED, ImportRow, KnownSite
from yalu_plugin.core.importing.import_source import ReadOptions, Source, SourceRow, UnknownCrs
from yalu_plugin.core.importing.positions import NoPositions, UnknownColumn
from yalu_plugin.core.importing.source_reader import read_source
from yalu_plugin.core.work_progress import Cancelled


def _assess(tmp_path: Path, text: str, crs: str = "", known: tuple[KnownSite, ...] = ()) -> tuple[ImportRow, ...]:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    source = read_source(path, ReadOptions(crs=crs))
    return assess_rows(source, guess_columns(source), known=known).rows


def _only(tmp_path: Path, header: str, cells: str) -> ImportRow:
    (row,) = _assess(tmp_path, f"lat,lon,{header}\n41.411114,128.186804,{cells}\n")
    return row


def test_the_published_sites(data: Path) -> None:
    source = read_source(data / "import" / "sites.csv")
    rows = assess_rows(source, guess_columns(source)).rows
    assert [(row.number, row.status, row.reason) for row in rows] == [(n, GOOD, "") for n in (2, 3, 4, 5)]
    assert rows[0].site == {
        "name": "Hyesan, sandbar ford", "kind": "vehicle_ford", "at_fence_gate": "no", "county": "Hyesan",
        "confidence": None, "source_ref": "A1", "note": "publisher: AccessDPRK", "lon": 128.186804, "lat": 41.411114}
    assert rows[0].observations == (
        {"state": "present", "reason": None, "seen_from": "2023-08-01", "seen_to": "2023-08-31", "note": None},)
    assert [row.site["kind"] for row in rows if row.site] == [
        "vehicle_ford", "vehicle_ford", "barge_dock", "vehicle_ford"]
    assert rows[3].site and rows[3].site["note"] == "Samsu bank\npublisher: AccessDPRK"
    assert rows[3].site["at_fence_gate"] == "yes" and rows[1].site and rows[1].site["at_fence_gate"] == "unknown"


@pytest.mark.parametrize("name", ["sites_ko.csv", "sites_zh.csv"])
def test_korean_and_chinese_sites(data: Path, name: str) -> None:
    source = read_source(data / "import" / name)
    rows = assess_rows(source, guess_columns(source)).rows
    assert [(row.status, row.site["kind"]) for row in rows if row.site] == [
        (GOOD, "vehicle_ford"), (GOOD, "barge_dock")]


def test_impossible_rows_are_refused_and_block_nothing(data: Path) -> None:
    source = read_source(data / "import" / "zero.csv")
    rows = assess_rows(source, guess_columns(source)).rows
    assert [row.status for row in rows] == [GOOD, *[REFUSED] * 5, GOOD]
    assert [row.number for row in rows] == list(range(2, 9))
    expected = ("0,0 is an empty coordinate", "missing", "141.4, 228.1", "“about 41”", "only one")
    for row, words in zip(rows[1:6], expected):
        assert words in row.reason and row.site is None


def test_swapped_where_a_latitude_is_impossible(data: Path) -> None:
    source = read_source(data / "import" / "swapped.csv")
    good, swapped = assess_rows(source, guess_columns(source)).rows
    assert (good.status, swapped.status) == (GOOD, REPAIRED)
    assert swapped.reason == "latitude and longitude were swapped"
    assert swapped.site and (swapped.site["lat"], swapped.site["lon"]) == (41.411114, 128.186804)


def test_swapped_where_only_that_lies_among_the_others(tmp_path: Path) -> None:
    others = "".join(f"SYNTHETIC {n},45.{n},15.{n}\n" for n in range(1, 5))
    rows = _assess(tmp_path, f"name,lat,lon\n{others}SYNTHETIC turned,15.3,45.2\nSYNTHETIC far,-30.5,70.2\n")
    assert [row.status for row in rows] == [GOOD] * 4 + [REPAIRED, CHECK]
    assert rows[4].site and (rows[4].site["lat"], rows[4].site["lon"]) == (45.2, 15.3)
    two = _assess(tmp_path, "name,lat,lon\nSYNTHETIC 1,45.1,15.1\nSYNTHETIC turned,15.3,45.2\n")
    assert [row.status for row in two] == [CHECK, CHECK]  # far from each other; it is unknown which one is right


def test_letters_in_the_other_column_mean_swapped(tmp_path: Path) -> None:
    (row,) = _assess(tmp_path, "lat,lon\n128.18E,41.41N\n")
    assert row.status == REPAIRED and row.site and (row.site["lat"], row.site["lon"]) == (41.41, 128.18)
    (row,) = _assess(tmp_path, "lat,lon\n41.41E,128.18E\n")
    assert row.status == REFUSED


def test_one_column_with_both(tmp_path: Path) -> None:
    text = 'name;coordinates\nA;"41,411114; 128,186804"\nB;128.18E 41.41N\nC;128.28, 41.41\nD;0, 0\n'
    rows = _assess(tmp_path, text)
    assert [row.status for row in rows] == [GOOD, GOOD, REPAIRED, REFUSED]
    assert rows[0].site and rows[0].site["lat"] == 41.411114


def test_an_id_is_used_once(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,lat,lon\nA,0,0\nA,41.1,128.1\nA,41.2,128.2\nB,41.3,128.3\n,41.4,128.4\n,41.5,128.5\n", "utf-8")
    source = read_source(path)
    assert guess_columns(source).id is None  # A is two sites: only the analyst can select the column as id
    rows = assess_rows(source, replace(guess_columns(source), id="id"),
                       known=(KnownSite("1", 127.0, 41.9, source_ref="B"),)).rows
    assert [row.status for row in rows] == [REFUSED, GOOD, REFUSED, ASKED, GOOD, GOOD]
    assert rows[2].reason.startswith("Row 3 has the id A already")
    assert rows[3].reason.startswith("the id of the survey's site")  # but far away, and without its name


@pytest.mark.parametrize(("text", "kind"), [
    ("vehicle", "vehicle_ford"), ("Vehicle Ford", "vehicle_ford"), ("fording site", "vehicle_ford"),
    ("차량", "vehicle_ford"), ("车", "vehicle_ford"), ("barge_dock", "barge_dock"),
    ("바지선", "barge_dock"), ("驳船", "barge_dock"), ("vehicle storage", "staging_area"), ("Car park", "staging_area"),
    ("주차장", "staging_area"), ("gas station", "fuel_station"), ("filling", "fuel_station"),
    ("加油站", "fuel_station"), ("기타", "other"), ("", "other"),
])
def test_kinds(tmp_path: Path, text: str, kind: str) -> None:
    row = _only(tmp_path, "kind", text)
    assert row.status == GOOD and row.site and row.site["kind"] == kind and row.site["note"] is None


@pytest.mark.parametrize("text", ["zip line", "vehicle and barge"])
def test_an_unknown_kind_becomes_other_with_a_remark(tmp_path: Path, text: str) -> None:
    row = _only(tmp_path, "kind", text)
    assert row.status == REPAIRED and text in row.reason
    assert row.site and (row.site["kind"], row.site["note"]) == ("other", f"kind: {text}")


def test_an_ambiguous_date_is_never_guessed(tmp_path: Path) -> None:
    row = _only(tmp_path, "date,confidence,gate", "03/04/2025,rumour,perhaps")
    assert row.status == REPAIRED and len(row.reasons) == 3 and "“03/04/2025”" in row.reason
    assert row.site and row.observations == () and row.site["confidence"] is None
    assert row.site["note"] == "date: 03/04/2025\ngate: perhaps\nconfidence: rumour"


def test_unmapped_columns_go_into_the_note(tmp_path: Path) -> None:
    row = _only(tmp_path, "note,width,seen by", "a ford,12 m,B. Author")
    assert row.site and row.site["note"] == "a ford\nwidth: 12 m\nseen by: B. Author"


def test_projected_columns_need_and_use_their_crs(tmp_path: Path) -> None:
    pyproj = pytest.importorskip("pyproj")
    x, y = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:5179", always_xy=True).transform(128.186804, 41.411114)
    text = f"name,x,y\nHyesan,{x:.3f},{y:.3f}\nSYNTHETIC zero,0,0\nSYNTHETIC outside,1e9,9999999999999\n"
    good, zero, outside = _assess(tmp_path, text, "EPSG:5179")
    assert good.site and (good.site["lon"], good.site["lat"]) == pytest.approx((128.186804, 41.411114), abs=1e-7)
    assert (zero.status, outside.status) == (REFUSED, REFUSED)
    refused = _assess(tmp_path, text)[0]
    assert "coordinate reference system" in refused.reason
    with pytest.raises(UnknownCrs):
        _assess(tmp_path, text, "EPSG:nonsense")


def test_folders_descriptions_and_lines_of_kml(data: Path) -> None:
    source = read_source(data / "import" / "fords.kml")
    rows = assess_rows(source, guess_columns(source)).rows
    assert [row.status for row in rows] == [GOOD, GOOD, GOOD, REFUSED]
    assert rows[0].site and rows[0].site["note"] == "the first possible crossing\nfolder: Vehicle crossings"
    assert "LineString" in rows[3].reason


def test_a_map_that_does_not_fit_is_an_error(data: Path) -> None:
    source = read_source(data / "import" / "sites.csv")
    with pytest.raises(NoPositions):
        assess_rows(source, ColumnMap(name="name"))
    with pytest.raises(UnknownColumn, match="lat"):
        assess_rows(source, replace(guess_columns(source), latitude="lat"))


def test_a_site_the_survey_has_already_is_unchanged(data):
    source = read_source(data / "import" / "sites.csv")
    columns = guess_columns(source)
    first = assess_rows(source, columns).rows
    known = [KnownSite("x", row.site["lon"], row.site["lat"], row.site["name"]) for row in first if row.site]
    again = assess_rows(source, columns, known=known).rows
    assert [row.status for row in again] == [ASKED, GOOD, GOOD, GOOD]  # the first one brings a sighting
    assert again[0].of_site == "x"
    assert again[0].reason == "0 m from the survey's site “Hyesan, sandbar ford”: the same site?"
    assert {row.of_site for row in again} == {"x"} and not any(row.site for row in again[1:])


def _many(number: int) -> Source:
    rows = tuple(
        SourceRow(n + 2, {"name": f"P{n}", "lat": f"{41.0005 + n % 100 / 100}", "lon": f"{127 + n // 100 / 100}"})
        for n in range(number))
    return Source(Path("many.csv"), ("name", "lat", "lon"), rows)


def test_progress_grows_and_the_work_can_be_cancelled() -> None:
    source, fractions = _many(12_000), []
    assess_rows(source, guess_columns(source), progress=fractions.append)
    assert fractions == sorted(fractions) and fractions[0] == 0.0 and 0.8 < fractions[-1] <= 1.0 and len(fractions) < 20

    def cancel(done: float) -> None:
        if done > 0.5:
            raise Cancelled

    with pytest.raises(Cancelled):
        assess_rows(source, guess_columns(source), progress=cancel)


def test_a_row_takes_less_than_a_kilobyte() -> None:
    source = _many(5_000)
    columns = guess_columns(source)
    assess_rows(source, columns)
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    rows = assess_rows(source, columns).rows
    after, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert {row.status for row in rows} == {GOOD}
    assert (after - before) / len(rows) < 500 and (peak - before) / len(rows) < 1_000
