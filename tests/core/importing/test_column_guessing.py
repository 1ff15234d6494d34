from __future__ import annotations

from pathlib import Path

import pytest

from yalu_plugin.core.importing.column_guessing import guess_columns
from yalu_plugin.core.importing.column_map import ColumnMap
from yalu_plugin.core.importing.import_source import ReadOptions
from yalu_plugin.core.importing.source_reader import read_source


def _guess(tmp_path: Path, text: str, crs: str = "") -> ColumnMap:
    path = tmp_path / "a.csv"
    path.write_text(text, "utf-8")
    return guess_columns(read_source(path, ReadOptions(crs=crs)))


def test_the_columns_of_the_published_sites(data: Path) -> None:
    guessed = guess_columns(read_source(data / "import" / "sites.csv"))
    assert guessed == ColumnMap(latitude="latitude", longitude="longitude", name="name", kind="kind", id="id",
                                note="note", first_seen="first_seen", at_fence_gate="at_fence_gate", county="county")


def test_korean_and_chinese_headers(data: Path) -> None:
    assert guess_columns(read_source(data / "import" / "sites_ko.csv")) == ColumnMap(
        latitude="위도", longitude="경도", name="이름", kind="종류", note="비고")
    assert guess_columns(read_source(data / "import" / "sites_zh.csv")) == ColumnMap(
        latitude="纬度", longitude="经度", name="名称", kind="类型", note="备注")


@pytest.mark.parametrize(("header", "expected"), [
    ("Site Name,Latitude (WGS84),Longitude (WGS84)", ("Latitude (WGS84)", "Longitude (WGS84)", None, "Site Name")),
    ("label,Y,X", ("Y", "X", None, "label")),
    ("county_name,name,LAT_DD,LON_DD", ("LAT_DD", "LON_DD", None, "name")),
    ("地名,坐标", (None, None, "坐标", "地名")),
    ("label,Y,X,modified date", ("Y", "X", None, "label")),
    ("명칭,위치좌표", (None, None, "위치좌표", "명칭")),
])
def test_headers(tmp_path: Path, header: str, expected: tuple[str | None, ...]) -> None:
    guessed = _guess(tmp_path, header + "\nA,B,C,D\n")
    assert (guessed.latitude, guessed.longitude, guessed.pair, guessed.name) == expected
    assert guessed.first_seen is None


@pytest.mark.parametrize(("text", "expected"), [
    ("a,b,c,d\nX,128.1,7,41.4\nY,127.2,8,41.5\n", ("d", "b", None)),
    ("a,b\nX,\"41.4, 128.1\"\nY,\"41.5, 127.2\"\n", (None, None, "b")),
    ("a,b,c\nX,41°24'N,128°11'E\nY,41°25'N,128°10'E\n", ("b", "c", None)),
    ("a,b,c\nX,128.5E,41.1N\n", ("c", "b", None)),
    ("A1,41.411114,128.186804\nA2,41.431189,127.885265\n", ("column 2", "column 3", None)),
    ("a,b,c\nX,45.1,25.2\nY,45.2,25.3\n", (None, None, None)),
    ("a,b,c\nX,45,125\nY,46,126\n", (None, None, None)),
    ("coordinates,lat,lon\n\"41.4, 128.1\",,\n", (None, None, "coordinates")),
    ("coordinates,lat,lon\nsee map,41.4,128.1\n", ("lat", "lon", None)),
])
def test_content(tmp_path: Path, text: str, expected: tuple[str | None, ...]) -> None:
    guessed = _guess(tmp_path, text)
    assert (guessed.latitude, guessed.longitude, guessed.pair) == expected


def test_the_given_crs_goes_with_x_and_y(tmp_path: Path) -> None:
    assert _guess(tmp_path, "name,x,y\nA,100,200\n", "EPSG:5179") == ColumnMap(
        latitude="y", longitude="x", name="name", crs="EPSG:5179")


def test_geometry_replaces_position_columns(data: Path) -> None:
    guessed = guess_columns(read_source(data / "import" / "fords.kml"))
    assert (guessed.latitude, guessed.longitude, guessed.pair) == (None, None, None)
    assert (guessed.name, guessed.note) == ("name", "description")


@pytest.mark.parametrize(("header", "expected"), [
    ("Ort;Breite;Länge;Datum", {"name": "Ort", "latitude": "Breite", "longitude": "Länge", "date": "Datum"}),
    ("Название;Широта;Долгота;Тип;Дата;Состояние", {"name": "Название", "latitude": "Широта", "longitude": "Долгота",
                                                    "kind": "Тип", "date": "Дата", "state": "Состояние"}),
    ("Nom;Coordonnées;Date d'observation;Remarques", {
        "name": "Nom", "pair": "Coordonnées", "date": "Date d'observation", "note": "Remarques"}),
    ("名前;緯度;経度;種別;状況;観測日", {
        "name": "名前", "latitude": "緯度", "longitude": "経度", "kind": "種別", "state": "状況", "date": "観測日"}),
    ("지점;위도;경도;상태;처음 본 날;마지막 본 날", {
        "name": "지점", "latitude": "위도", "longitude": "경도", "state": "상태", "first_seen": "처음 본 날",
        "last_seen": "마지막 본 날"}),
    ("event_id;event_date;latitude;longitude;event_type", {"id": "event_id", "date": "event_date", "kind": None,
                                                           "latitude": "latitude", "longitude": "longitude"}),
    ("place;date observed;lat;lon", {"name": "place", "date": "date observed", "latitude": "lat", "longitude": "lon"}),
    ("city;imagery date;lat;lon", {"name": "city", "date": "imagery date", "latitude": "lat", "longitude": "lon"}),
    ("site_id;name;kind;state;seen_from;seen_to;lat;lon", {
        "id": "site_id", "name": "name", "kind": "kind", "state": "state", "date": "seen_from", "date_to": "seen_to",
        "latitude": "lat", "longitude": "lon"}),
    ("lat_deg;lat_min;lat_sec;lon_deg;lon_min;lon_sec", {
        "latitude": "lat_deg", "latitude_minutes": "lat_min", "latitude_seconds": "lat_sec", "longitude": "lon_deg",
        "longitude_minutes": "lon_min", "longitude_seconds": "lon_sec"}),
])
def test_header_words(tmp_path: Path, header: str, expected: dict[str, str | None]) -> None:
    columns = _guess(tmp_path, f"{header}\n{';' * header.count(';')}\n" + "q;" * header.count(";") + "\n").columns
    wanted = {field: column for field, column in expected.items() if column is not None}
    assert {field: columns.get(field) for field in wanted} == wanted


@pytest.mark.parametrize(("text", "field", "column"), [
    ("name,lat,lon,number of trucks\nA,41,128,3\nB,42,128,3\n", "id", None),
    ("name,lat,lon,country code\nA,41,128,CN\nB,42,128,KP\n", "id", None),
    ("name,lat,lon,image reference\nA,41,128,X1\nB,42,128,X2\n", "id", None),
    ("name,lat,lon,fid\nA,41,128,1\nB,42,128,2\n", "id", None),
    ("name,lat,lon,id\nA,41,128,1\nB,42,128,1\n", "id", None),
    ("name,lat,lon,id\nA,41,128,1\nB,42,128,2\nC,42.5,128,\n", "id", "id"),
    ("name,lat,lon,编号\nA,41,128,1\nB,42,128,2\n", "id", "编号"),
    ("name,lat,lon,식별자\nA,41,128,1\nA,41,128,1\n", "id", "식별자"),
    ("location,lat,lon\nTown A,41,128\n", "name", "location"),
    ("name,location\nA,\"41.41, 128.18\"\n", "pair", "location"),
    ("a,b,c,d\nA,41.411114,128.186804,30.07.2025\nB,41.42,128.2,02.08.2025\n", "date", "d"),
    ("a,b,c,d\nA,41.411114,128.186804,30.07.2025\nB,41.42,128.2,02.08.2025\n", "latitude", "b"),
    ("a,b,c\nA,07.2024,128.186804\nB,08.2024,128.2\n", "latitude", None),
    ("a,b\nA,2024/04/01 2024/06/30\nB,2024/05/01 2024/07/30\n", "pair", None),
    ("name,lat,lon,modified\nA,41,128,2025-07-30\n", "date", None),
    ("name,lat,lon,stored at\nA,41,128,2025-07-30\n", "date", None),
    ("name,lat,lon,washed out\nA,41,128,yes\n", "washed_out", None),
    ("name,lat,lon,washed out\nA,41,128,2024-07-28\n", "washed_out", "washed out"),
    ("name,lat,lon,result\nA,41,128,washed out\nB,42,128,absent\n", "state", "result"),
    ("name,lat,lon,what\nA,41,128,ford\nB,42,128,barge\n", "kind", "what"),
    ("name,lat,lon\nA,41,128\nB,42,128\n", "kind", None),
    ("name,lat,lon\nVehicle ford 1,41,128\nBarge crossing 2,42,128\n", "kind", "name"),
    ("name,kind,datum\nA,ford,\"41.4, 128.1\"\nB,ford,\"41.4, 128.1\"\n", "pair", None),
    ("name,kind,datum\nA,ford,\"41.4, 128.1\"\nB,ford,\"41.4, 128.1\"\n", "date", None),
    ("when,position\n30.07.2025,30.07.2025\n01.08.2025,01.08.2025\n", "pair", None),
    ("name,x,y\nA,100,200\n", "longitude", "x"),
    ("name,zone,x,y\nA,52T,432035,4584715\n", "utm_zone", "zone"),
    ("name,zone,lat,lon\nA,border area,41,128\n", "utm_zone", None),
])
def test_all_evidence(tmp_path: Path, text: str, field: str, column: str | None) -> None:
    assert getattr(_guess(tmp_path, text), field) == column


def test_a_very_wide_table_is_guessed_by_its_headers(tmp_path: Path) -> None:
    wide = ",".join(f"h{n}" for n in range(1_900))
    guessed = _guess(tmp_path, f"{wide},name,lat,lon\n{'1.5,' * 1_900}A,41.4,128.2\n")
    assert guessed.columns == {"latitude": "lat", "longitude": "lon", "name": "name"}


def test_our_own_tables_are_recognized(tmp_path: Path) -> None:
    sites = ("X,Y,fid,id,name,kind,at_fence_gate,bank,county,confidence,location_accuracy_m,source_id,source_ref,note,"
             "created_by,created_at\n128.2,41.4,1,uuid-1,A,vehicle_ford,yes,left,Hyesan,probable,,uuid-2,,n,me,2026-01-01\n")
    assert _guess(tmp_path, sites).columns == {
        "latitude": "Y", "longitude": "X", "id": "id", "name": "name", "kind": "kind", "county": "county",
        "at_fence_gate": "at_fence_gate", "confidence": "confidence", "note": "note"}
    states = ("X,Y,fid,site_id,name,kind,state,seen_from,seen_to,image_id,observation_id,valid_from,valid_to\n"
              "128.2,41.4,1,uuid-1,A,vehicle_ford,unknown,,,,,,2024-05-31\n"
              "128.2,41.4,2,uuid-1,A,vehicle_ford,present,2024-05-01,2024-05-31,,uuid-3,2024-05-31,\n")
    assert _guess(tmp_path, states).columns == {
        "latitude": "Y", "longitude": "X", "id": "site_id", "name": "name", "kind": "kind", "state": "state",
        "date": "seen_from", "date_to": "seen_to"}
    korean = "이름,종류,상태,최초 관측,시·군,철책 통문,신뢰도,메모,위도,경도\n" \
             "A,차량,있음,2024-05,혜산,예,확인,n,41.4,128.2\n"
    assert _guess(tmp_path, korean).columns == {
        "latitude": "위도", "longitude": "경도", "name": "이름", "kind": "종류", "state": "상태",
        "first_seen": "최초 관측", "county": "시·군", "at_fence_gate": "철책 통문", "confidence": "신뢰도",
        "note": "메모"}
    chinese = "名称,类型,状态,首次发现,市郡,围栏门,可信度,备注,纬度,经度\n" \
              "A,车,present,2024-05,惠山,是,高,n,41.4,128.2\n"
    assert _guess(tmp_path, chinese).columns == {
        "latitude": "纬度", "longitude": "经度", "name": "名称", "kind": "类型", "state": "状态",
        "first_seen": "首次发现", "county": "市郡", "at_fence_gate": "围栏门", "confidence": "可信度", "note": "备注"}


@pytest.mark.parametrize(("header", "field"), [
    ("first", "first_seen"), ("최초", "first_seen"), ("last", "last_seen"), ("最近", "last_seen"), ("dates", "date"),
    ("seen_at", "date"), ("Дата съёмки", "date"), ("촬영일시", "date"), ("time of image", "date")])
def test_headers_of_dates(tmp_path: Path, header: str, field: str) -> None:
    assert getattr(_guess(tmp_path, f"name,lat,lon,{header}\na,41.4,128.1,2025-07-30\n"), field) == header
    assert getattr(_guess(tmp_path, f"name,lat,lon,{header}\na,41.4,128.1,Kim\n"), field) in (None, header)


def test_links_some_without_a_place(tmp_path: Path) -> None:
    text = ('name,link\na,"https://www.google.com/maps?q=41.411114,128.186804"\n'
            'b,"https://www.google.com/maps?q=41.5,128.1"\nc,https://goo.gl/maps/abcd\n')
    assert _guess(tmp_path, text).pair == "link"


def test_the_accuracy_of_a_location_is_no_place(tmp_path: Path) -> None:
    guessed = _guess(tmp_path, "name,location_accuracy_m,coordinates\nA,,\nB,,\n")
    assert guessed.pair == "coordinates" and _guess(tmp_path, "name,location_accuracy_m\nA,\n").pair is None


@pytest.mark.parametrize("header", [
    "observation report date", "date of status update", "image upload date", "image added on", "date reported",
    "first image date", "last image date", "seen by on"])
def test_dates_of_the_record_are_no_sightings(tmp_path: Path, header: str) -> None:
    guessed = _guess(tmp_path, f"name,lat,lon,{header}\na,41.4,128.1,2026-01-05\n")
    assert (guessed.date, guessed.first_seen, guessed.last_seen) == (None, None, None)


def test_the_column_that_names_kinds(tmp_path: Path) -> None:
    assert _guess(tmp_path, "name,lat,lon,type,subtype\na,41.4,128.1,crossing,vehicle\n").kind == "subtype"
    assert _guess(tmp_path, "name,lat,lon,category,class\na,41.4,128.1,Infrastructure,ford\n").kind == "class"
    assert _guess(tmp_path, "name,lat,lon,type\na,41.4,128.1,mystery\n").kind == "type"  # its texts become questions


@pytest.mark.parametrize(("header", "cell"), [
    ("previous status", "washed out"), ("road condition", "washed out"), ("vehicle type", "truck"),
    ("source type", "vehicle"), ("cargo kind", "truck"), ("image status", "present")])
def test_kinds_and_states_of_other_things(tmp_path: Path, header: str, cell: str) -> None:
    guessed = _guess(tmp_path, f"name,lat,lon,{header}\na,41.4,128.1,{cell}\n")
    assert (guessed.kind, guessed.state) == (None, None)
    guessed = _guess(tmp_path, f"name,lat,lon,site type,crossing status\na,41.4,128.1,ford,{cell}\n")
    assert (guessed.kind, guessed.state) == ("site type", "crossing status")


@pytest.mark.parametrize("of", ["nearest town", "camera", "image centre", "observer"])
def test_places_of_other_things(tmp_path: Path, of: str) -> None:
    guessed = _guess(tmp_path, f"name,{of} lat,{of} lon,place,date\na,41.4,128.1,x,2025-07-30\n")
    assert guessed.latitude is None
    guessed = _guess(tmp_path, f"name,{of} lat,{of} lon,site lat,site lon\na,41.4,128.1,41.5,128.2\n")
    assert (guessed.latitude, guessed.longitude) == ("site lat", "site lon")


@pytest.mark.parametrize("header", ["first not seen", "first seen inactive", "last seen absent", "date not observed"])
def test_dates_on_which_nothing_was_seen(tmp_path: Path, header: str) -> None:
    guessed = _guess(tmp_path, f"name,lat,lon,{header}\na,41.4,128.1,2024-07-30\n")
    assert (guessed.date, guessed.first_seen, guessed.last_seen) == (None, None, None)


def test_numbered_headers(tmp_path: Path) -> None:
    guessed = _guess(tmp_path, "name,date2,date1,state1,lat1,lon1\na,2024-07-30,2023-08-15,present,41.4,128.1\n")
    assert (guessed.latitude, guessed.longitude) == ("lat1", "lon1")
    assert (guessed.state, guessed.date) == ("state1", "date1")
    assert _guess(tmp_path, "name,lat,lon,date2,date\na,41.4,128.1,2024-07-30,2023-08-15\n").date == "date"


@pytest.mark.parametrize("header", [
    "위도(도),위도(분),위도(초),경도(도),경도(분),경도(초)", "纬度度,纬度分,纬度秒,经度度,经度分,经度秒"])
def test_degrees_minutes_and_seconds_in_columns(tmp_path: Path, header: str) -> None:
    guessed = _guess(tmp_path, f"name,{header}\na,41,24,40.01,128,11,12.49\n")
    assert [guessed.latitude, guessed.latitude_minutes, guessed.latitude_seconds, guessed.longitude,
            guessed.longitude_minutes, guessed.longitude_seconds] == header.split(",")
