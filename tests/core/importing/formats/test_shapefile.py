from __future__ import annotations

import os
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest

from yalu_plugin.core.importing.formats.content import file_content
from yalu_plugin.core.importing.formats.dbf import stated_encoding
from yalu_plugin.core.importing.import_errors import ReachesOut, UnreadableFile
from yalu_plugin.core.importing.import_source import ReadOptions
from yalu_plugin.core.importing.source_reader import read_source

HYESAN, BARGE = (128.186804, 41.411114), (127.221360, 41.519380)
SIDES = ("shp", "shx", "dbf", "prj", "cpg")


def _frame(geometry: list[Any], **columns: Any) -> Any:
    geopandas = pytest.importorskip("geopandas")
    return geopandas.GeoDataFrame(columns, geometry=geometry, crs="EPSG:4326")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    from datetime import date

    pandas = pytest.importorskip("pandas")
    from shapely import Point
    ids = pandas.array([10**16 + 1, None], dtype="Int64")
    frame = _frame([Point(HYESAN), Point(BARGE)], name=["혜산", "B"], id=ids, x=[41.4, None],
                   seen=[date(2025, 7, 30), None])
    frame.to_file(tmp_path / "a.shp")
    return tmp_path / "a.shp"


def test_values_are_as_in_the_table(path: Path) -> None:
    first, second = read_source(path).rows
    assert dict(first.values) == {"name": "혜산", "id": "10000000000000001", "x": "41.4", "seen": "2025-07-30"}
    assert dict(second.values) == {"name": "B", "id": "", "x": "", "seen": ""}
    assert (first.lon, first.lat) == HYESAN


def test_other_geometries_refuse_their_row_only(tmp_path: Path) -> None:
    shapely = pytest.importorskip("shapely")
    _frame([shapely.MultiPoint([HYESAN]), shapely.MultiPoint([HYESAN, BARGE]), None], n=[1, 2, 3]).to_file(
        tmp_path / "m.shp")
    rows = read_source(tmp_path / "m.shp").rows
    assert [(row.lon, row.geometry) for row in rows] == [(HYESAN[0], ""), (None, "MultiPoint"), (None, "")]
    _frame([shapely.Polygon([HYESAN, BARGE, (127, 42)])], n=[1]).to_file(tmp_path / "p.shp")
    assert read_source(tmp_path / "p.shp").rows[0].geometry == "Polygon"


def test_a_sidecar_file_that_is_a_link_is_not_opened(path: Path) -> None:
    (path.parent / "elsewhere").mkdir()
    path.with_suffix(".dbf").rename(path.parent / "elsewhere" / "secret.dbf")
    path.with_suffix(".dbf").symlink_to(path.parent / "elsewhere" / "secret.dbf")
    with pytest.raises(ReachesOut, match="a.dbf leads out of"):
        read_source(path)


def test_without_a_table_there_are_points(path: Path) -> None:
    path.with_suffix(".dbf").unlink()
    assert [(row.lon, len(row.values)) for row in read_source(path).rows] == [(HYESAN[0], 0), (BARGE[0], 0)]


def test_a_truncated_file_is_an_error(path: Path) -> None:
    os.truncate(path, 140)
    with pytest.raises(UnreadableFile):
        read_source(path)


def test_a_deleted_record_is_no_row(path: Path) -> None:
    table = bytearray(path.with_suffix(".dbf").read_bytes())
    table[int.from_bytes(table[8:10], "little")] = ord("*")
    path.with_suffix(".dbf").write_bytes(table)
    assert [row.values["name"] for row in read_source(path).rows] == ["B"]


def test_one_and_several_in_a_zip(path: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(tmp_path / "one.zip", "w") as archive:
        for side in SIDES:
            archive.write(path.with_suffix(f".{side}"), f"data/혜산.{side.upper()}")
    source = read_source(tmp_path / "one.zip")
    assert [row.values["name"] for row in source.rows] == ["혜산", "B"] and source.layers == ("혜산",)
    with zipfile.ZipFile(tmp_path / "two.zip", "w") as archive:
        for name in ("one", "two"):
            for side in SIDES:
                archive.write(path.with_suffix(f".{side}"), f"{name}.{side}")
    source = read_source(tmp_path / "two.zip")
    assert [row.number for row in source.rows] == [1, 2, 3, 4]
    assert [row.values["layer"] for row in source.rows] == ["one", "one", "two", "two"]
    assert len(read_source(tmp_path / "two.zip", ReadOptions(layers=("two",))).rows) == 2


def test_upper_case_sidecar_files(path: Path, tmp_path: Path) -> None:
    for side in SIDES:
        shutil.move(path.with_suffix(f".{side}"), tmp_path / f"B.{side.upper()}")
    assert read_source(tmp_path / "B.SHP").rows[0].values["name"] == "혜산"


@pytest.mark.parametrize(("text", "encoding"), [
    ("UTF-8", "utf-8"), ("949", "cp949"), ("ANSI 1252", "cp1252"), ("ISO 8859-1", "iso8859-1"), ("88591", "iso8859-1"),
    ("EUC-KR", "euc_kr"), ("GBK", "gbk"), ("nonsense", ""),
])
def test_stated_encodings(tmp_path: Path, text: str, encoding: str) -> None:
    (tmp_path / "a.cpg").write_text(text)
    assert stated_encoding(file_content(tmp_path / "a.cpg")) == encoding
