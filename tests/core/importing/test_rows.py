from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from yalu_plugin.core.importing.columns import ColumnMap, guess_columns
from yalu_plugin.core.importing.positions import NoPositions, UnknownColumn
from yalu_plugin.core.importing.reading import read_source
from yalu_plugin.core.importing.rows import GOOD, REFUSED, REPAIRED, ImportRow, place_of, prepare, report
from yalu_plugin.core.importing.source import ReadOptions, UnknownCrs


def _prepare(tmp_path: Path, text: str, crs: str = "", known: frozenset[str] = frozenset()) -> list[ImportRow]:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    source = read_source(path, ReadOptions(crs=crs))
    return prepare(source, guess_columns(source), known)


def _only(tmp_path: Path, header: str, cells: str) -> ImportRow:
    (row,) = _prepare(tmp_path, f"lat,lon,{header}\n41.411114,128.186804,{cells}\n")
    return row


def test_the_published_sites(data: Path) -> None:
    source = read_source(data / "import" / "sites.csv")
    rows = prepare(source, guess_columns(source))
    assert [(row.number, row.fate, row.reason) for row in rows] == [(n, GOOD, "") for n in (2, 3, 4, 5)]
    assert rows[0].site == {
        "name": "Hyesan, sandbar ford", "kind": "vehicle_ford", "at_fence_gate": "no", "county": "Hyesan",
        "confidence": None, "source_ref": "A1", "note": "publisher: AccessDPRK", "lon": 128.186804, "lat": 41.411114,
        "first_seen_from": "2023-08-01", "first_seen_to": "2023-08-31"}
    assert [row.site["kind"] for row in rows if row.site] == [
        "vehicle_ford", "vehicle_ford", "barge_dock", "vehicle_ford"]
    assert rows[3].site and rows[3].site["note"] == "Samsu bank\npublisher: AccessDPRK"
    assert rows[3].site["at_fence_gate"] == "yes" and rows[1].site and rows[1].site["at_fence_gate"] == "unknown"


@pytest.mark.parametrize("name", ["sites_ko.csv", "sites_zh.csv"])
def test_korean_and_chinese_sites(data: Path, name: str) -> None:
    source = read_source(data / "import" / name)
    rows = prepare(source, guess_columns(source))
    assert [(row.fate, row.site["kind"]) for row in rows if row.site] == [(GOOD, "vehicle_ford"), (GOOD, "barge_dock")]


def test_impossible_rows_are_refused_and_block_nothing(data: Path) -> None:
    source = read_source(data / "import" / "zero.csv")
    rows = prepare(source, guess_columns(source))
    assert [row.fate for row in rows] == [GOOD, *[REFUSED] * 5, GOOD]
    assert [row.number for row in rows] == list(range(2, 9))
    said = ("0,0 is an empty coordinate", "missing", "141.4, 228.1", "“about 41”", "only one")
    for row, words in zip(rows[1:6], said):
        assert words in row.reason and row.site is None


def test_swapped_where_a_latitude_is_impossible(data: Path) -> None:
    source = read_source(data / "import" / "swapped.csv")
    good, swapped = prepare(source, guess_columns(source))
    assert (good.fate, swapped.fate) == (GOOD, REPAIRED)
    assert swapped.reason == "latitude and longitude were swapped"
    assert swapped.site and (swapped.site["lat"], swapped.site["lon"]) == (41.411114, 128.186804)


def test_swapped_where_only_that_lies_among_the_others(tmp_path: Path) -> None:
    others = "".join(f"SYNTHETIC {n},45.{n},15.{n}\n" for n in range(1, 5))
    rows = _prepare(tmp_path, f"name,lat,lon\n{others}SYNTHETIC turned,15.3,45.2\nSYNTHETIC far,-30.5,70.2\n")
    assert [row.fate for row in rows] == [GOOD] * 4 + [REPAIRED, GOOD]
    assert rows[4].site and (rows[4].site["lat"], rows[4].site["lon"]) == (45.2, 15.3)
    two = _prepare(tmp_path, "name,lat,lon\nSYNTHETIC 1,45.1,15.1\nSYNTHETIC turned,15.3,45.2\n")
    assert [row.fate for row in two] == [GOOD, GOOD]


def test_letters_in_the_other_column_mean_swapped(tmp_path: Path) -> None:
    (row,) = _prepare(tmp_path, "lat,lon\n128.18E,41.41N\n")
    assert row.fate == REPAIRED and row.site and (row.site["lat"], row.site["lon"]) == (41.41, 128.18)
    (row,) = _prepare(tmp_path, "lat,lon\n41.41E,128.18E\n")
    assert row.fate == REFUSED


def test_one_column_with_both(tmp_path: Path) -> None:
    text = 'name;coordinates\nA;"41,411114; 128,186804"\nB;128.18E 41.41N\nC;128.18, 41.41\nD;0, 0\n'
    rows = _prepare(tmp_path, text)
    assert [row.fate for row in rows] == [GOOD, GOOD, REPAIRED, REFUSED]
    assert rows[0].site and rows[0].site["lat"] == 41.411114


def test_ids_are_taken_once(tmp_path: Path) -> None:
    rows = _prepare(tmp_path, "id,lat,lon\nA,0,0\nA,41.1,128.1\nA,41.2,128.2\nB,41.3,128.3\n,41.4,128.4\n,41.5,128.5\n",
                    known=frozenset({"B"}))
    assert [row.fate for row in rows] == [REFUSED, GOOD, REFUSED, REFUSED, GOOD, GOOD]
    assert rows[2].reason.startswith("Row 3 has the id A already")
    assert rows[3].reason.startswith("The survey already has the site B from this source")


@pytest.mark.parametrize(("text", "kind"), [
    ("vehicle", "vehicle_ford"), ("Vehicle Ford", "vehicle_ford"), ("fording site", "vehicle_ford"),
    ("차량", "vehicle_ford"), ("车", "vehicle_ford"), ("barge_dock", "barge_dock"),
    ("바지선", "barge_dock"), ("驳船", "barge_dock"), ("vehicle storage", "staging_area"), ("Car park", "staging_area"),
    ("주차장", "staging_area"), ("gas station", "fuel_station"), ("filling", "fuel_station"),
    ("加油站", "fuel_station"), ("기타", "other"), ("", "other"),
])
def test_kinds(tmp_path: Path, text: str, kind: str) -> None:
    row = _only(tmp_path, "kind", text)
    assert row.fate == GOOD and row.site and row.site["kind"] == kind and row.site["note"] is None


@pytest.mark.parametrize("text", ["zip line", "vehicle and barge"])
def test_an_unknown_kind_is_other_and_says_so(tmp_path: Path, text: str) -> None:
    row = _only(tmp_path, "kind", text)
    assert row.fate == REPAIRED and text in row.reason
    assert row.site and (row.site["kind"], row.site["note"]) == ("other", f"kind: {text}")


def test_an_ambiguous_date_is_never_guessed(tmp_path: Path) -> None:
    row = _only(tmp_path, "date,confidence,gate", "03/04/2025,rumour,perhaps")
    assert row.fate == REPAIRED and len(row.reasons) == 3 and "“03/04/2025”" in row.reason
    assert row.site and row.site["first_seen_from"] is None and row.site["confidence"] is None
    assert row.site["note"] == "gate: perhaps\nconfidence: rumour\ndate: 03/04/2025"


def test_what_maps_to_nothing_is_kept_in_the_note(tmp_path: Path) -> None:
    row = _only(tmp_path, "note,width,seen by", "a ford,12 m,B. Author")
    assert row.site and row.site["note"] == "a ford\nwidth: 12 m\nseen by: B. Author"


def test_projected_columns_need_and_use_their_crs(tmp_path: Path) -> None:
    pyproj = pytest.importorskip("pyproj")
    x, y = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:5179", always_xy=True).transform(128.186804, 41.411114)
    text = f"name,x,y\nHyesan,{x:.3f},{y:.3f}\nSYNTHETIC zero,0,0\nSYNTHETIC outside,1e9,9999999999999\n"
    good, zero, outside = _prepare(tmp_path, text, "EPSG:5179")
    assert good.site and (good.site["lon"], good.site["lat"]) == pytest.approx((128.186804, 41.411114), abs=1e-7)
    assert (zero.fate, outside.fate) == (REFUSED, REFUSED)
    refused = _prepare(tmp_path, text)[0]
    assert "coordinate reference system" in refused.reason
    with pytest.raises(UnknownCrs):
        _prepare(tmp_path, text, "EPSG:nonsense")


def test_folders_descriptions_and_lines_of_kml(data: Path) -> None:
    source = read_source(data / "import" / "fords.kml")
    rows = prepare(source, guess_columns(source))
    assert [row.fate for row in rows] == [GOOD, GOOD, GOOD, REFUSED]
    assert rows[0].site and rows[0].site["note"] == "the first possible crossing\nfolder: Vehicle crossings"
    assert "LineString" in rows[3].reason


def test_a_map_that_does_not_fit_is_named(data: Path) -> None:
    source = read_source(data / "import" / "sites.csv")
    with pytest.raises(NoPositions):
        prepare(source, ColumnMap(name="name"))
    with pytest.raises(UnknownColumn, match="lat"):
        prepare(source, replace(guess_columns(source), latitude="lat"))


def test_the_report_is_json(data: Path) -> None:
    source = read_source(data / "import" / "zero.csv")
    made = json.loads(json.dumps(report(prepare(source, guess_columns(source)))))
    assert made["counts"] == {"good": 2, "repaired": 0, "refused": 5}
    assert made["rows"][0] == {"number": 2, "fate": "good", "reason": ""}
    assert made["rows"][1] == {"number": 3, "fate": "refused",
                               "reason": "0,0 is an empty coordinate. Write the site's position."}


def test_a_site_the_survey_has_already_is_refused(data):
    source = read_source(data / "import" / "sites.csv")
    columns = guess_columns(source)
    first = prepare(source, columns)
    places = {place_of(row.site["lon"], row.site["lat"], row.site["name"]) for row in first if row.site}
    again = prepare(source, columns, frozenset(), places)
    assert [row.fate for row in again] == [REFUSED] * len(first)
    assert again[0].reason == "The survey already has this site: same place, same name. Leave the row out."
